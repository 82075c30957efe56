"""From cases decided alike to a guideline decision, what it buys, and its place in the project."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.adjudication.guideline_decisions import Touch, from_record, to_record
from annotator.adjudication.ruling_edits import accepting
from annotator.errors import AnnotatorError, DamagedFileError, ReadOnlyError
from annotator.iaa.alignment.options import Options
from annotator.iaa.scores.results import Measure
from annotator.model import Annotation, Span
from annotator.project import Project
from annotator.project.iaa.counts import agreement
from annotator.review.board import load
from annotator.review.filters import Filters
from annotator.review.query import Query
from annotator.review.rulings import RuledRow, counted, ruling_from

SAMPLE = Path(__file__).parents[3] / "projects" / "karabakh"
WHEN = "2026-11-20T10:00:00.000000Z"


def made(start: int, end: int, label: str = "actor") -> Annotation:
    return Annotation(f"{start:06x}{end:06x}", Span(start, end), label)


def row(decided: list[Annotation], cause: str = "title", **by: Annotation | None) -> RuledRow:
    return RuledRow("0" * 12, cause, by, tuple(decided))


def touches(*rows: RuledRow) -> list[tuple[str, object, object]]:
    found = ruling_from(rows, "shorter", "titles stay outside", "lead", WHEN)
    return [(one.annotator, one.before, one.after) for one in found.touches]


def test_who_has_it_otherwise_is_proposed_what_was_decided():
    one = row([made(11, 16)], a=made(4, 16), b=made(11, 16), c=made(4, 16))
    assert touches(one) == [
        ("a", (4, 16, "actor"), (11, 16, "actor")),
        ("c", (4, 16, "actor"), (11, 16, "actor")),
    ]


def test_a_ruling_on_edges_adds_nothing_where_somebody_made_nothing():
    assert touches(row([made(11, 16)], a=made(4, 16), b=None)) == [
        ("a", (4, 16, "actor"), (11, 16, "actor"))
    ]


def test_a_ruling_on_whether_something_is_marked_adds_and_takes_away():
    assert touches(row([made(3, 6, "date")], "", a=made(3, 6, "date"), b=None)) == [
        ("b", None, (3, 6, "date"))
    ]
    assert touches(row([], "", a=made(3, 6, "date"), b=None)) == [("a", (3, 6, "date"), None)]


def test_of_several_outcomes_the_one_that_shares_most_stands_for_an_annotation():
    one = row([made(0, 3), made(4, 16)], "", a=made(2, 16))
    assert touches(one) == [("a", (2, 16, "actor"), (4, 16, "actor"))]


def test_a_ruling_says_what_its_cases_have_in_common():
    first = row([made(11, 16)], a=made(4, 16), b=made(11, 16))
    other = row([made(11, 16, "date")], "clitic", a=made(4, 16, "date"), b=None)
    alone = ruling_from([first], "shorter", "  titles   stay outside ", "lead", WHEN, "as in §3")
    assert (alone.name, alone.cause, alone.label) == ("titles stay outside", "title", "actor")
    assert (alone.choice, alone.who, alone.day, alone.why) == (
        "shorter", "lead", "2026-11-20", "as in §3",
    )  # fmt: skip
    both = ruling_from([first, other], "shorter", "x", "lead", WHEN)
    assert (both.cause, both.label, both.cases) == ("", "", 2)
    assert from_record(to_record(both)) == both


@pytest.mark.parametrize(("rows", "name"), [([], "x"), ([row([made(1, 2)])], "  ")])
def test_a_ruling_needs_a_name_and_a_case(rows, name):
    with pytest.raises(AnnotatorError, match="needs"):
        ruling_from(rows, "shorter", name, "lead", WHEN)


@pytest.fixture
def project(tmp_path):
    with Project.open(shutil.copytree(SAMPLE, tmp_path / "karabakh")) as project:
        yield project


def ruling_on_titles(project: Project):
    """Return the ruling that takes the shorter reading wherever two differ by a title, and the board it was made on."""
    board = load(project, Options(), lambda _done, _total: None)
    found = []
    for one in board.listed(Query(cause="title"), Filters()):
        if one is not None and one.first is not None and one.second is not None:
            shorter = min(one.first, one.second, key=lambda made: made.end - made.start)
            by = {one.a: one.first, one.b: one.second}
            found.append(RuledRow(one.article_id, "title", by, (shorter,)))
    return ruling_from(found, "shorter", "titles stay outside", "lead", WHEN), board


def test_what_a_ruling_buys_is_what_agreement_rises_by_when_everybody_follows(project):
    ruling, board = ruling_on_titles(project)
    assert ruling.cases == len(ruling.touches) > 0
    ruling = counted(board, ruling)
    before = agreement(project, draws=0).mean[Measure.EXACT].total.value
    assert ruling.f1_before == before
    for annotator in board.annotators:
        with project.desk(annotator) as desk:
            for touch in ruling.touching(annotator):
                layer = desk.layer(touch.article_id)
                edit = accepting(ruling.id, touch, layer, project.schema)
                assert edit is not None
                desk.commit(touch.article_id, edit)
    after = agreement(project, draws=0).mean[Measure.EXACT].total.value
    assert ruling.f1_after == after
    assert ruling.buys is not None
    assert ruling.buys == pytest.approx(after - before)
    assert ruling.buys > 0


def test_a_ruling_is_kept_replaced_and_removed(project):
    ruling, _ = ruling_on_titles(project)
    later = replace(ruling, id="b" * 12, name="و stays", when="2026-11-21T10:00:00Z")
    for one in (later, ruling):
        project.add_ruling(one)
    with Project.open(project.path, read_only=True) as again:
        assert again.rulings() == (ruling, later)
        assert not again.check().problems
        with pytest.raises(ReadOnlyError):
            again.remove_ruling(ruling.id)
    project.add_ruling(replace(ruling, why="as in §3"))
    assert [one.why for one in project.rulings()] == ["as in §3", ""]
    project.remove_ruling(ruling.id)
    assert project.rulings() == (later,)


def test_two_windows_keep_each_others_rulings(project):
    ruling, _ = ruling_on_titles(project)
    with Project.open(project.path) as other:
        assert other.rulings() == ()
        project.add_ruling(ruling)
        other.add_ruling(replace(ruling, id="b" * 12))
    assert len(project.rulings()) == 2


def test_a_damaged_list_keeps_its_whole_records_and_gets_the_others_from_a_backup(project):
    ruling, _ = ruling_on_titles(project)
    project.add_ruling(ruling)
    project.add_ruling(replace(ruling, id="b" * 12, touches=(Touch("x", "a", (1, 2, "y"), None),)))
    assert project.back_up() is not None
    path = project.path / "rulings.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"id":"' + "b" * 12, '"id":7,"was":"'), encoding="utf-8")
    with pytest.raises(DamagedFileError, match="makes no sense"):
        project.rulings()
    assert any(problem.where == "rulings.json" for problem in project.check().problems)
    project.close()
    report = Project.repair(project.path)
    assert any("rulings.json was made again" in line for line in report.mended)
    with Project.open(project.path) as mended:
        assert {one.id for one in mended.rulings()} == {ruling.id, "b" * 12}
        assert list(project.path.glob("rulings.json.damaged-*"))


def test_a_folder_in_the_place_of_the_list_is_set_aside(project):
    (project.path / "rulings.json").mkdir()
    assert any(problem.where == "rulings.json" for problem in project.check().problems)
    project.close()
    Project.repair(project.path)
    with Project.open(project.path) as mended:
        assert mended.rulings() == ()
        assert not [p for p in mended.check().problems if p.severity == "error"]
