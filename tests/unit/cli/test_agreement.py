"""`hashiya agreement`, run in this process."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from annotator.cli import agreement_table
from annotator.model import Annotation, Layer, Span, Status
from annotator.project import Project
from tests.helpers.projects import put_layer

ROOT = Path(__file__).resolve().parents[3]


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
    assert outcome.lines[-1] == "intervals need 10 articles"
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
    assert sum(line.startswith("wrote ") for line in outcome.lines) == 9


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
