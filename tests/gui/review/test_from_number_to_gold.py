"""The whole way of a lead, by keyboard alone: a number, what lies behind it, decisions, gold, export, undo."""

import json
import sys

import pytest
from PySide6.QtCore import Qt

from annotator.cli import main
from annotator.model import GOLD, Status
from annotator.project import Project
from annotator.review.query import Query
from annotator.review.rows import RowKind
from tests.helpers.third_annotator import third_annotator

Key = Qt.Key


@pytest.fixture
def trio(make_desk):
    """A lead at the sample with a third annotator who worked apart."""
    desk = make_desk()
    desk.workspace.session.close_project()
    with Project.open(desk.path) as project:
        third_annotator(project)
    desk.workspace.commands.project.open(desk.path)
    desk.open_review()
    return desk


def test_a_lead_goes_from_the_actor_bar_to_the_rows_behind_it(desk):
    desk.turn_to("labels")
    chart = desk.review.labels.chart
    actor = chart.table.rows.index("Actor")
    while chart.current[0] != actor:
        desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert desk.review.shown == "list"
    boundary = frozenset(["boundary"])
    choose_kind(desk, "boundary")
    walked = walk_every(desk)
    expected = [
        (article_id, one.annotations[0].span)
        for article_id in desk.board.entries
        for one in desk.board.rows(Query(label="actor", kinds=boundary), article_id)
    ]
    assert len(expected) == 21
    found = [
        any(a == key and row.span.overlaps(span) for a, row in walked) for key, span in expected
    ]
    assert all(found)
    assert {row.difference for _, row in walked} == {"boundary"}
    assert all("actor" in row.labels for _, row in walked)


def choose_kind(desk, kind: str) -> None:
    page = desk.review.list
    page.kinds.setFocus()
    desk.press(Key.Key_Home)
    while page.kinds.currentData() != kind:
        desk.press(Key.Key_Down)
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Tab)
    assert desk.focused is page.list


def walk_every(desk) -> list:
    """Open the first line and walk with J, across articles, until there is no more; return the rows seen."""
    desk.press(Key.Key_Return)
    assert desk.review.shown == "compare"
    seen = [(desk.article_id, desk.compare.current)]
    for _ in range(1000):
        desk.press(Key.Key_J)
        now = (desk.article_id, desk.compare.current)
        if (now[0], now[1].key) == (seen[-1][0], seen[-1][1].key):
            return seen
        seen.append(now)
    raise AssertionError("the walk has no end")


def test_enter_on_a_line_of_votes_opens_that_very_row(trio):
    trio.turn_to("votes")
    chart = trio.review.votes.chart
    chart.setFocus()
    trio.press(Key.Key_Return)
    assert trio.review.shown == "list"
    lines = trio.review.list.model.rows
    for number in (0, 3, 7):
        trio.turn_to_list(number)
        trio.press(Key.Key_Return)
        made = lines[number].first
        assert trio.article_id == lines[number].article_id
        assert (made.start, made.end, made.label) in trio.compare.current.cluster.marks


def test_all_of_an_article_is_decided_by_keyboard_exported_and_undone(trio, tmp_path, monkeypatch):
    desk = trio
    desk.turn_to("compare")
    article_id, compare = desk.article_id, desk.compare
    stack = desk.reviewing.context.gold.undo_stack
    kinds, before = set(), []
    before.append(desk.gold())
    desk.press(Key.Key_T)
    desk.press(Key.Key_N)
    for _ in range(1000):
        point = compare.point
        if point is None:
            break
        kinds.add(str(point.asks))
        before.append(desk.gold())
        desk.press(key_for(desk, len(before)))
        assert stack.count() == len(before)
    assert kinds == {"span", "value", "link"}
    assert {row.kind for row in compare.shown.rows} == {RowKind.SPAN, RowKind.LINK, RowKind.ZONE}
    assert compare.shown.tally.open == 0
    assert not [row for row in compare.shown.rows if row.is_open]
    assert compare.panel.heading.text() == "Everything in this article is decided."
    assert desk.gold().status == Status.DONE
    desk.turn_to("overview")
    work = desk.review.overview.work
    desk.qtbot.waitUntil(lambda: work.chart.table.cells[-1][0].text == "1 of 5 closed")

    desk.wait_until_saved()
    check_export(desk, article_id, tmp_path, monkeypatch)
    for layer in reversed(before):
        desk.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert desk.reviewing.context.gold.layer(article_id) == layer
    assert not stack.canUndo()
    desk.wait_until_saved()
    with Project.open(desk.path, read_only=True) as project:
        gold = project.layer(article_id, GOLD)
        assert not gold.annotations
        assert gold.status == Status.NEW
        assert not gold.decisions


def key_for(desk, turn: int) -> Qt.Key:
    """Return a key that answers what is asked: the annotators in turn, where the one whose turn it is gave an answer."""
    people = list(desk.compare.shown.layers)
    given = [name for one in desk.compare.point.answers for name in one.names]
    name = people[turn % len(people)]
    return Qt.Key(Key.Key_1 + people.index(name if name in given else given[0]))


def check_export(desk, article_id, folder, monkeypatch) -> None:
    """Export gold with the command line and read it back: it is what was decided."""
    out = folder / "gold.jsonl"
    command = ["hashiya", "export", str(desk.path), "--gold", "--format", "jsonl"]
    monkeypatch.setattr(sys, "argv", [*command, "--out", str(out)])
    with pytest.raises(SystemExit) as left:
        main()
    assert not left.value.code
    (line,) = [json.loads(one) for one in out.read_text(encoding="utf-8").splitlines()]
    assert line["id"] == article_id
    (layer,) = [one for one in line["layers"] if one["annotator"] == GOLD]
    gold = desk.reviewing.context.gold.layer(article_id)
    assert [
        (one["start"], one["end"], one["label"], one["attributes"]) for one in layer["annotations"]
    ] == [(one.start, one.end, one.label, dict(one.attributes)) for one in gold.in_order]
    spans = {one["id"]: (one["start"], one["end"]) for one in layer["annotations"]}
    assert {(spans[r["head"]], spans[r["dependent"]]) for r in layer["relations"]} == {
        ((gold[r.head].start, gold[r.head].end), (gold[r.dependent].start, gold[r.dependent].end))
        for r in gold.relations
    }
    assert len(gold) > 30
    assert gold.relations
