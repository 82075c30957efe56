"""The journal remembers: what happened to an annotation, and what can be undone after a restart."""

from pathlib import Path
from random import Random

import pytest

from annotator import edits
from annotator.edits import Inverse
from annotator.model import Annotation, Layer, Relation, Span, Status, Zone
from annotator.project import ChangeKind, Project
from tests.crash.workload import any_edit
from tests.helpers.projects import layer_file, make_project, rewrite, stock_tables

TEXT = "قال بوتين أمس في موسكو إن الاتفاق نافذ"
FIRST = Annotation("p", Span(4, 9), "actor")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_project(tmp_path / "p", TEXT).close()
    return tmp_path / "p"


def article_of(project: Project) -> str:
    return project.entries()[0].id


def test_an_annotation_s_history_says_when_who_and_what(folder: Path) -> None:
    with Project.open(folder) as project, project.desk("سارة") as desk:
        article = article_of(project)
        layer = desk.commit(article, edits.add(FIRST, desk.layer(article)))
        layer = desk.commit(article, edits.add(Annotation("x", Span(0, 3), "date"), layer))
        layer = desk.commit(article, edits.relabel("p", "quote", layer))
        layer = desk.commit(article, edits.set_note("p", "شك", layer))
        desk.commit(article, edits.remove("p", layer))
        history = project.history(article, "سارة", "p")
    assert [(c.kind, c.before and c.before.label, c.after and c.after.note) for c in history] == [
        (ChangeKind.ADDED, None, ""),
        (ChangeKind.CHANGED, "actor", ""),
        (ChangeKind.CHANGED, "quote", "شك"),
        (ChangeKind.REMOVED, "quote", None),
    ]
    assert {change.by for change in history} == {"سارة"}
    assert all(change.at.startswith("20") and change.device for change in history)


def test_history_is_there_after_a_restart_and_for_everybody(folder: Path) -> None:
    with Project.open(folder) as project, project.desk("sara") as desk:
        desk.commit(article_of(project), edits.add(FIRST, desk.layer(article_of(project))))
    with Project.open(folder, read_only=True) as project:
        (change,) = project.history(article_of(project), "sara", "p")
        assert change.after == FIRST
        assert project.history(article_of(project), "sara", "nobody") == ()
        assert project.history(article_of(project), "omar", "p") == ()


def test_a_change_made_by_another_program_is_part_of_the_history(folder: Path) -> None:
    with Project.open(folder) as project:
        article = article_of(project)
        with project.desk("sara") as desk:
            desk.commit(article, edits.add(FIRST, desk.layer(article)))
        path = layer_file(project, "sara", article)
        rewrite(path, {"spans": {"1": stock_tables(path)["spans"][0] | {"label": "date"}}})
        with project.desk("sara") as desk:
            desk.layer(article)
        assert [c.after and c.after.label for c in project.history(article, "sara", "p")] == [
            "actor",
            "date",
        ]


@pytest.mark.parametrize("seed", range(12))
def test_everything_can_be_undone_after_a_restart_step_by_step(folder: Path, seed: int) -> None:
    random = Random(seed)
    with Project.open(folder) as project, project.desk("sara") as desk:
        article = project.article(article_of(project))
        states = [desk.layer(article.id)]
        for number in range(25):
            edit = any_edit(article, states[-1], random, f"e{number}")
            if edit.apply(states[-1]) not in states[-2:-1]:  # that would be an undo
                states.append(desk.commit(article.id, edit))
    states = [
        state for before, state in zip([None, *states], states, strict=False) if state != before
    ]
    with Project.open(folder) as project, project.desk("sara") as desk:
        for state in reversed(states[:-1]):
            past = desk.past_edits(article.id)
            assert desk.commit(article.id, Inverse(past[-1].edit)) == state
        assert desk.past_edits(article.id) == ()


def test_what_was_undone_is_not_offered_again_and_what_was_redone_is(folder: Path) -> None:
    with Project.open(folder) as project, project.desk("sara") as desk:
        article = article_of(project)
        layer = desk.commit(article, edits.add(FIRST, desk.layer(article)))
        relabel = edits.relabel("p", "quote", layer)
        desk.commit(article, relabel)
        assert len(desk.past_edits(article)) == 2
        desk.commit(article, Inverse(relabel))
        assert len(desk.past_edits(article)) == 1
        desk.commit(article, relabel)
        assert desk.past_edits(article)[-1].edit == relabel
        assert [past.edit for past in desk.past_edits(article, limit=1)] == [relabel]


def test_undoing_a_removal_brings_its_links_back(folder: Path) -> None:
    with Project.open(folder) as project, project.desk("sara") as desk:
        article = article_of(project)
        layer = desk.commit(article, edits.add(FIRST, desk.layer(article)))
        layer = desk.commit(article, edits.add(Annotation("q", Span(0, 9), "quote"), layer))
        before = desk.commit(article, edits.link(Relation("speaker", "q", "p")))
        desk.commit(article, edits.remove("p", before))
    with Project.open(folder) as project, project.desk("sara") as desk:
        (*_, last) = desk.past_edits(article)
        assert desk.commit(article, Inverse(last.edit)) == before


def test_nothing_before_another_program_s_change_is_offered(folder: Path) -> None:
    with Project.open(folder) as project:
        article = article_of(project)
        with project.desk("sara") as desk:
            desk.commit(article, edits.add(FIRST, desk.layer(article)))
        path = layer_file(project, "sara", article)
        rewrite(path, {"spans": {}})
        with project.desk("sara") as desk:
            assert desk.layer(article) == Layer("sara", article, desk.layer(article).status)
            assert desk.past_edits(article) == ()
            desk.commit(article, edits.add(FIRST, desk.layer(article)))
            assert len(desk.past_edits(article)) == 1


ZONE, OTHER = Zone(Span(0, 9)), Zone(Span(10, 13), "quoted")
MINE, THEIRS = '{"as":"mine"}', '{"as":"theirs"}'


@pytest.mark.parametrize(
    ("before", "edit"),
    [
        (None, edits.AddZone(ZONE)),
        (edits.Bulk((edits.AddZone(ZONE), edits.AddZone(OTHER))), edits.RemoveZone(ZONE)),
        (None, edits.Decide(frozenset([MINE]))),
        (edits.Decide(frozenset([MINE, THEIRS])), edits.Decide(frozenset(), frozenset([MINE]))),
        (
            edits.Decide(frozenset([MINE])),
            edits.Decide(frozenset([THEIRS]), frozenset([MINE])),
        ),
        (None, edits.SetStatus(Status.NEW, Status.DONE)),
    ],
    ids=["zone added", "zone removed", "decided", "withdrawn", "decided otherwise", "finished"],
)
def test_what_is_no_annotation_can_be_undone_after_a_restart_too(
    folder: Path, before: edits.Edit | None, edit: edits.Edit
) -> None:
    with Project.open(folder) as project, project.desk("sara") as desk:
        article = article_of(project)
        state = desk.commit(article, before) if before else desk.layer(article)
        assert desk.commit(article, edit) != state
    with Project.open(folder) as project, project.desk("sara") as desk:
        (*_, last) = desk.past_edits(article)
        assert desk.commit(article, Inverse(last.edit)) == state
