import json

import pytest
import typer

from annotator import edits
from annotator.cli.exporting import read_shares
from annotator.model import Annotation, Span, Status
from annotator.project import Project


@pytest.fixture
def annotated(project):
    """Return the project with one actor of Sara's, in the middle of a token."""
    with Project.open(project) as opened, opened.desk("sara") as desk:
        entry = opened.find_entry("بوتين يلتقي علييف")
        start = opened.article(entry.id).text.index("بوتين إن")
        layer = desk.layer(entry.id)
        layer = desk.commit(
            entry.id, edits.add(Annotation("x1", Span(start, start + 3), "actor"), layer)
        )
        desk.commit(entry.id, edits.set_status(Status.DONE, layer))
    return project


def test_export_writes_the_file_and_accounts_for_what_it_could_not_hold(run, annotated, tmp_path):
    outcome = run(
        "export",
        annotated,
        "--annotator",
        "sara",
        "--format",
        "conll2003",
        "--out",
        tmp_path / "s.conll",
    )
    assert outcome.code == 0
    assert (
        "بوتين -X- -X- B-ACTOR" in (tmp_path / "s.conll").read_text(encoding="utf-8").splitlines()
    )
    assert "widened to whole tokens" in outcome.out


def test_every_option_reaches_the_project(run, annotated, tmp_path, monkeypatch):
    asked = {}
    export = Project.export

    def record(self, out, **options):
        asked.update(options)
        return export(self, out, **options)

    monkeypatch.setattr(Project, "export", record)
    options = [
        "--nested",
        "innermost",
        "--misaligned",
        "drop",
        "--split",
        "0/0/100",
        "--seed",
        "5",
        "--status",
        "done",
        "--columns",
        "2",
        "--skip-zones",
    ]
    outcome = run(
        "export",
        annotated,
        "--annotator",
        "sara",
        "--format",
        "conll2003",
        "--out",
        tmp_path / "s.conll",
        *options,
    )
    assert outcome.code == 0
    del asked["progress"]
    assert asked == {
        "format": "conll2003",
        "annotator": "sara",
        "gold": False,
        "split": (0, 0, 100),
        "seed": 5,
        "status": "done",
        "options": {
            "nested": "innermost",
            "misaligned": "drop",
            "columns": 2,
            "skip_zones": True,
        },
    }


def test_a_span_may_be_dropped_instead_of_widened(run, annotated, tmp_path):
    common = ("--annotator", "sara", "--format", "conll2003", "--out", tmp_path / "s.conll")
    assert run("export", annotated, *common, "--misaligned", "drop", "--columns", 2).code == 0
    text = (tmp_path / "s.conll").read_text(encoding="utf-8")
    assert "بوتين O\n" in text
    assert "ACTOR" not in text


def test_per_label_writes_a_file_for_each(run, annotated, tmp_path):
    common = ("--annotator", "sara", "--format", "conll2003", "--out", tmp_path / "s.conll")
    assert run("export", annotated, *common, "--nested", "per-label").code == 0
    with_actors = [
        path.name
        for path in tmp_path.glob("s*.conll")
        if "B-ACTOR" in path.read_text(encoding="utf-8")
    ]
    assert with_actors == ["s.actor.conll"]


def test_gold_is_what_review_wrote_and_nobody_else_s(run, annotated, tmp_path):
    outcome = run("export", annotated, "--gold", "--format", "jsonl", "--out", tmp_path / "g.jsonl")
    assert outcome.code == 1
    assert "gold" in outcome.err
    assert not (tmp_path / "g.jsonl").exists()


def test_an_annotator_without_annotations_exports_every_article_and_is_told_so(
    run, project, tmp_path
):
    outcome = run(
        "export",
        project,
        "--annotator",
        "a",
        "--format",
        "conll2003",
        "--out",
        tmp_path / "a.conll",
    )
    assert outcome.code == 0
    text = (tmp_path / "a.conll").read_text(encoding="utf-8")
    assert text.count("-DOCSTART- -X- O O") == 2
    assert "B-" not in text
    assert "a" in outcome.out
    assert "0 written" in outcome.out


def test_a_split_writes_three_files_that_hold_every_article_once(run, project, tmp_path):
    outcome = run(
        "export",
        project,
        "--format",
        "jsonl",
        "--split",
        "50/0/50",
        "--seed",
        3,
        "--out",
        tmp_path / "s.jsonl",
    )
    assert outcome.code == 0
    titles = [
        json.loads(line)["title"]
        for path in sorted(tmp_path.glob("s*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert sorted(titles) == ["بوتين يلتقي علييف", "علييف في موسكو"]
    assert "train" in outcome.out


@pytest.mark.parametrize("text", ["80/10", "80/10/5", "a/b/c", "50/50/0/0", "-10/100/10", ""])
def test_shares_are_three_that_make_a_hundred(text):
    with pytest.raises(typer.BadParameter):
        read_shares(text)
    assert read_shares("80/10/10") == (80, 10, 10)


@pytest.mark.parametrize(
    "options",
    [
        ("--split", "80/10/5"),
        ("--nested", "sideways"),
        ("--misaligned", "ignore"),
        ("--columns", "3"),
        ("--status", "half"),
        ("--annotator", "a", "--gold"),
    ],
)
def test_options_that_make_no_sense_are_usage_errors_and_write_nothing(
    run, project, tmp_path, options
):
    outcome = run(
        "export", project, "--format", "conll2003", "--out", tmp_path / "x.conll", *options
    )
    assert outcome.code == 2
    assert options[-1] in outcome.err or options[0] in outcome.err
    assert not (tmp_path / "x.conll").exists()


def test_an_unknown_format_names_the_known_ones(run, project, tmp_path):
    outcome = run("export", project, "--format", "xml", "--out", tmp_path / "x.xml")
    assert outcome.code == 2
    assert "conll-layers" in outcome.err


@pytest.mark.parametrize(
    ("option", "value"), [("--nested", "innermost"), ("--misaligned", "drop"), ("--columns", "2")]
)
def test_an_option_of_another_format_is_a_usage_error_that_says_whose_it_is(
    run, project, tmp_path, option, value
):
    common = ("export", project, "--out", tmp_path / "x", "--format")
    for name in ("jsonl", "json", "conll-layers"):
        outcome = run(*common, name, option, value)
        assert outcome.code == 2
        said = " ".join(outcome.err.split())
        assert f"{name} has no option {option[2:]}: only conll2003" in said
    assert not (tmp_path / "x").exists()
    assert run(*common, "conll2003", option, value).code == 0


def test_help_lists_every_format_with_its_sentence(run):
    from annotator.project import formats

    shown = " ".join(run("export", "--help").out.split())
    for exporter in formats.exports():
        assert f"{exporter.name}: {exporter.title.en}. {exporter.about.en}" in shown
    for option in ("[default: (outermost)]", "[default: (4)]"):
        assert option in shown


def test_a_preview_says_what_each_choice_would_lose_and_writes_nothing(run, annotated, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    outcome = run("export", annotated, "--annotator", "sara", "--format", "conll2003", "--preview")
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert lines[0] == "nothing was written; the export would give:"
    assert any("1 annotation: 1 written, 0 dropped" in line for line in lines)
    [misaligned] = [line for line in lines if line.startswith("  misaligned: ")]
    assert misaligned == (
        "  misaligned: expand drops 0 and changes 1 of 1, as chosen; split drops 0 and changes 1, drop drops 1, "
        "error stops the export"
    )
    assert sorted(tmp_path.rglob("*")) == before


def test_without_a_preview_a_file_has_to_be_named(run, annotated):
    outcome = run("export", annotated, "--format", "jsonl")
    assert outcome.code == 2
    assert "name the file to write" in outcome.err
