"""The whole way of a lead, by keyboard alone: a number, what lies behind it, decisions, gold, export, undo."""

from PySide6.QtCore import Qt

from annotator.model import GOLD, Status
from annotator.project import Project
from annotator.review.query import Query
from annotator.review.steps import now, on_article

Key = Qt.Key


def test_a_lead_goes_from_the_actor_bar_to_an_article_of_gold_and_back(desk, tmp_path):
    desk.turn_to("labels")
    chart = desk.review.labels.chart
    actor = chart.table.rows.index("Actor")
    while chart.current[0] != actor:
        desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert desk.review.shown == "list"
    assert {one.labels for one in desk.review.list.model.rows} >= {("actor", "actor")}

    boundary = frozenset(["boundary"])
    walked = walk_every(desk, boundary)
    expected = [
        one
        for article_id in desk.board.entries
        for one in desk.board.rows(Query(label="actor", kinds=boundary), article_id)
    ]
    assert walked == expected
    assert len(walked) == 21

    desk.reviewing.settling.merge_all()
    article_id = decide_all_of_the_article_shown(desk)
    settle_values_and_links(desk, article_id)
    desk.wait_until_saved()
    with Project.open(desk.path, read_only=True) as project:
        gold = project.layer(article_id, GOLD)
        assert gold.status == Status.DONE
        assert len(gold) > 40
        report = project.export(
            tmp_path / "gold.conll", format="conll2003", gold=True, status="done"
        )
    written = report.paths[0].read_text(encoding="utf-8")
    assert written.count("-DOCSTART-") == 1
    assert "B-ACTOR" in written

    while desk.reviewing.context.gold.undo_stack.canUndo():
        desk.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.wait_until_saved()
    with Project.open(desk.path, read_only=True) as project:
        gold = project.layer(article_id, GOLD)
        assert not gold
        assert gold.status == Status.NEW
        assert not gold.decisions


def walk_every(desk, kinds) -> list:
    """Choose a kind in the list, open the first row and walk with J until there is no more; return what was seen."""
    page = desk.review.list
    page.kinds.setFocus()
    desk.press(Key.Key_Home)
    while page.kinds.currentData() not in kinds:
        desk.press(Key.Key_Down)
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Tab)
    assert desk.focused is page.list
    desk.press(Key.Key_Return)
    assert desk.review.shown == "compare"
    seen = [current(desk)]
    while True:
        desk.press(Key.Key_J)
        if current(desk) == seen[-1]:
            return seen
        seen.append(current(desk))


def decide_all_of_the_article_shown(desk) -> str:
    """Take the first annotator's word for every difference, the other's where the first has none."""
    compare = desk.compare
    compare.walk_all.setFocus()
    desk.press(Key.Key_Space)
    compare.focus()
    article_id = compare.shown.article.id
    for _ in range(len(compare.shown.differences) + 1):
        if all(compare.shown.outcomes):
            break
        one = current(desk)
        desk.press(Key.Key_1 if one.first is not None else Key.Key_2)
    assert all(compare.shown.outcomes)
    assert compare.tally.text() == "Every difference is decided."
    return article_id


def settle_values_and_links(desk, article_id) -> None:
    """Take one annotator's word for what the walk of two does not show: values, links and zones."""
    context = desk.reviewing.context
    for row in context.case(article_id).rows:
        if row.is_open:
            case = context.case(article_id)
            taken = next(name for name in row.annotators if row.made.get(name))
            step = case.take_as(row, taken, who="lead", when=now())
            context.gold.take([on_article(article_id, case, step)], "decide")


def current(desk):
    return desk.compare.shown.differences[desk.compare.current]
