"""`hashiya agreement`, run in this process."""

import csv
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.cli import agreement_table
from annotator.model import Annotation, Layer, Span, Status
from annotator.project import Project
from tests.helpers.projects import put_layer

ROOT = Path(__file__).resolve().parents[3]
SUFFIXES = {"markdown": "md", "latex": "tex"}


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "projects" / "karabakh", tmp_path / "karabakh"))


def test_tables_of_labels_pairs_kinds_and_edges_are_printed(run, sample):
    outcome = run("agreement", sample, "--edges")
    assert outcome.code == 0
    assert outcome.err == ""
    assert outcome.lines[0] == "5 articles finished by two or more of a, b"
    row = next(line.split() for line in outcome.lines if line.strip().startswith("all"))
    assert row[:3] == ["all", "0.744", "0.881"]
    assert "clitic-stripped" in outcome.out
    assert "intervals need 10 articles" in outcome.lines
    assert "clitic-stripped" not in run("agreement", sample).out


@pytest.mark.parametrize("form", [["--json"], ["--json", "-"], ["--json", "--seed", "3"]])
def test_the_json_report_goes_to_standard_output_alone(run, sample, form):
    outcome = run("agreement", sample, *form)
    assert outcome.code == 0
    found = json.loads(outcome.out)
    assert found["mean"]["exact"]["actor"] == pytest.approx(0.79, abs=0.005)
    assert outcome.err == ""


def test_every_report_is_written_where_it_is_asked_for(run, sample, tmp_path):
    out = tmp_path / "out"
    outcome = run(
        "agreement",
        sample,
        "--json",
        out / "a.json",
        "--html",
        out / "a.html",
        "--csv",
        out / "tables",
        "--language",
        "ar",
    )
    assert outcome.code == 0, outcome.err
    assert json.loads((out / "a.json").read_text(encoding="utf-8"))["articles"] == 5
    assert 'dir="rtl"' in (out / "a.html").read_text(encoding="utf-8")
    with (out / "tables" / "disagreements.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 108
    assert {row["cause"] for row in rows} == {
        "",
        "clitic",
        "outer_word",
        "punctuation",
        "title",
    }
    assert f"wrote {out / 'a.json'}" in outcome.lines
    assert sum(line.startswith("wrote ") for line in outcome.lines) == 11


def test_labels_and_annotators_are_chosen_by_name(run, sample):
    outcome = run("agreement", sample, "--annotators", "b, a", "--labels", "date", "--json")
    found = json.loads(outcome.out)
    assert found["annotators"] == ["a", "b"]
    assert found["mean"]["exact"] == {"all": pytest.approx(52 / 81), "date": pytest.approx(52 / 81)}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--annotators", "a,zoe"], "zoe has annotated nothing here"),
        (["--annotators", "a"], "needs two annotators"),
        (["--labels", "colour"], "there is no label colour"),
        (["--html", "."], "is a folder"),
    ],
)
def test_what_cannot_be_compared_is_a_user_s_error(run, sample, arguments, message):
    outcome = run("agreement", sample, *arguments)
    assert outcome.code == 1
    assert message in outcome.err
    assert outcome.out == ""


@pytest.mark.parametrize("arguments", [["--bootstrap", "-1"], ["--language", "fr"]])
def test_a_wrong_option_is_an_error_of_the_command_line(run, sample, arguments):
    assert run("agreement", sample, *arguments).code == 2


def test_zones_and_work_in_progress_count_on_request(run, sample):
    def spans(*options):
        found = json.loads(run("agreement", sample, "--json", *options).out)
        exact = found["pairs"][0]["labels"]["all"]["exact"]
        return exact["n_a"], exact["n_b"]

    assert spans() == (322, 291)
    assert spans("--with-zones") == (322, 294)
    with Project.open(sample) as opened:
        entry = opened.entries()[0]
        layer = opened.layer(entry.id, "b")
        put_layer(opened, Layer("b", entry.id, Status.IN_PROGRESS, layer.annotations))
    assert spans("--with-zones")[1] == 294 - len(layer)
    assert spans("--with-zones", "--in-progress") == (322, 294)


def test_intervals_are_printed_and_the_seed_draws_them(run, project):
    with Project.open(project) as opened:
        from tests.helpers.projects import add_texts

        for number, article in enumerate(add_texts(opened, *(f"نص رقم {n}" for n in range(12)))):
            for name, spans in (("a", [(0, 2)]), ("b", [(0, 2), (3, 6)][: 1 + number % 2])):
                made = {f"{s}": Annotation(f"{s}", Span(s, e), "actor") for s, e in spans}
                put_layer(opened, Layer(name, article, Status.DONE, made))
    one, again, other, none = (
        run("agreement", project, "--json", *options).out
        for options in (["--seed", "1"], ["--seed", "1"], ["--seed", "2"], ["--bootstrap", "0"])
    )
    assert one == again != other
    assert json.loads(one)["pairs"][0]["labels"]["all"]["exact"]["ci"] is not None
    assert json.loads(none)["pairs"][0]["labels"]["all"]["exact"]["ci"] is None
    assert " rough" in run("agreement", project).out


def test_undefined_numbers_are_printed_as_such(run, project):
    with Project.open(project) as opened:
        for entry in opened.entries():
            for name in "ab":
                put_layer(opened, Layer(name, entry.id, Status.DONE))
    outcome = run("agreement", project)
    assert outcome.code == 0
    assert agreement_table.UNDEFINED in outcome.out
    assert "nan" not in outcome.out.replace("finished", "")


def test_values_links_and_what_the_pooled_number_hides_are_printed(run, sample):
    lines = [line.split() for line in run("agreement", sample).lines]
    assert ["actor", "canonical", "174", "1.000", "1.000"] in lines
    assert ["date", "value", "36", "0.889", "0.889", "0.889", "1.000"] in lines
    assert ["speaker", "0.438", "0.658"] in lines
    assert (
        run("agreement", sample)
        .lines[-1]
        .startswith("notice: α of all labels together is 0.875, but agreement has 0.687")
    )


def test_the_json_report_has_values_links_votes_and_how_it_was_made(run, sample):
    found = json.loads(run("agreement", sample, "--json", "--seed", "7").out)
    [date] = [one for one in found["attributes"] if one["attribute"] == "value"]
    assert date["label"] == "date"
    assert date["equal"]["mean"] == pytest.approx(32 / 36)
    assert date["pairs"][0] == {
        "a": "a",
        "b": "b",
        "both_gave": 32,
        "one_gave": 4,
        "equal": 32,
        "same_days": 32,
        "overlapping": 32,
        "share_equal": pytest.approx(32 / 36),
    }
    [role] = [one for one in found["attributes"] if one["attribute"] == "metonym"]
    assert (role["alpha"], role["same_days"]) == (None, None)
    assert found["relations"]["speaker"]["strict"]["mean"] == pytest.approx(0.438, abs=0.0005)
    assert found["bootstrap"] == {"draws": 1000, "seed": 7, "level": 0.95}
    assert found["votes"]["all"][1] == 228
    assert found["zones_took_out"]["annotations"]["b"] == 3
    assert found["u_alpha"]["pooled"] == pytest.approx(0.875, abs=0.001)
    [notice] = found["notices"]
    assert (notice["measure"], notice["label"]) == ("alpha", "agreement")


def test_changing_a_value_counts_its_article_anew(run, sample):
    def canonical():
        found = json.loads(run("agreement", sample, "--json").out)["attributes"]
        return next(one["pairs"][0] for one in found if one["attribute"] == "canonical")

    before = canonical()
    with Project.open(sample) as opened:
        entry = opened.entries()[0]
        layer = opened.layer(entry.id, "b")
        changed = {
            one.id: one.with_attribute("canonical", "آخر")
            if one.label == "actor" and one.attribute("canonical")
            else one
            for one in layer
        }
        put_layer(opened, replace(layer, annotations=changed))
    after = canonical()
    assert after["both_gave"] == before["both_gave"]
    assert after["equal"] < before["equal"]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("style", ["markdown", "latex"])
def test_tables_for_papers_are_those_of_the_golden_files(run, sample, style, language):
    outcome = run("agreement", sample, "--format", style, "--language", language)
    assert outcome.code == 0
    golden = ROOT / "tests" / "golden" / f"agreement.{language}.{SUFFIXES[style]}"
    assert outcome.out == golden.read_text(encoding="utf-8")


def test_the_page_can_be_printed_to_standard_output(run, sample):
    page = run("agreement", sample, "--format", "html", "--language", "ar").out
    assert page.startswith("<!doctype html>")
    assert "قيم الخصائص" in page
    assert json.loads(run("agreement", sample, "--format", "json").out)["articles"] == 5


@pytest.mark.parametrize(
    ("floors", "code", "said"),
    [
        (["--min-f1", ".7"], 0, ""),
        (["--min-f1", ".8"], 1, "mean exact F1 of all labels is 0.744, and should be 0.800"),
        (["--min-f1", "actor=.75"], 0, ""),
        (["--min-f1", ".7", "--min-f1", "date=.7"], 1, "mean exact F1 of date is 0.642"),
    ],
)
def test_a_nightly_job_fails_below_its_least_f1_after_printing(run, sample, floors, code, said):
    outcome = run("agreement", sample, *floors)
    assert outcome.code == code
    assert outcome.lines[0].startswith("5 articles")
    assert said in outcome.err


def test_an_undefined_f1_misses_every_floor(run, project):
    with Project.open(project) as opened:
        for entry in opened.entries():
            for name in "ab":
                put_layer(opened, Layer(name, entry.id, Status.DONE))
    outcome = run("agreement", project, "--min-f1", "0")
    assert outcome.code == 1
    assert "is undefined" in outcome.err


@pytest.mark.parametrize(
    ("floor", "code"), [("1.5", 2), ("actor=much", 2), ("nan", 2), ("colour=.5", 1)]
)
def test_a_floor_that_makes_no_sense_is_refused(run, sample, floor, code):
    outcome = run("agreement", sample, "--min-f1", floor)
    assert outcome.code == code
    assert outcome.out == ""
