"""Gold is edited in the article like any layer, by keys and mouse, and each edit is a decision that can be undone."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.adjudication.decisions import Verdict
from annotator.adjudication.records import review_of
from annotator.adjudication.states import State
from annotator.model import Span
from annotator.review.rows import RowKind
from tests.gui.review.small import TEXT, small_project, span

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(make_desk, tmp_path):
    desk = make_desk(project=small_project(tmp_path / "small"))
    desk.open_review()
    desk.turn_to("compare")
    return desk


def select(desk, words: str, nth: int = 0) -> None:
    """Put the caret at words and select them with the keyboard."""
    where = span(words, nth=nth)
    view = desk.compare.view
    view.setFocus()
    view.place_caret(where.start)
    for _ in words.split():
        desk.press(Key.Key_Space)
    assert view.selection == where


def decision_on(desk, where: Span):
    found = review_of(desk.gold()).decisions
    return next(one for one in found if any(made.span == where for made in one.outcomes))


def test_what_nobody_marked_is_put_into_gold_and_is_a_row(desk):
    select(desk, "ترحب")
    assert desk.compare.panel.heading.text() == "Put into gold: \u2068ترحب\u2069"
    desk.press(Key.Key_4)
    row = desk.compare.current
    assert row.span == span("ترحب")
    assert (row.state, row.difference) == (State.DECIDED, "gold_only")
    assert [one.label for one in row.gold] == ["agreement"]
    decision = decision_on(desk, span("ترحب"))
    assert (decision.verdict, decision.who) == (Verdict.ADDED, "lead")
    desk.press(Key.Key_Z, CONTROL)
    assert not desk.gold().annotations
    assert span("ترحب") not in [row.span for row in desk.compare.rows]


def test_what_somebody_made_is_accepted_when_it_is_tagged(desk):
    select(desk, "بالاتفاق")
    desk.press(Key.Key_4)
    number = desk.number_of("بالاتفاق")
    assert desk.row(number).decision.verdict == Verdict.ACCEPTED
    assert desk.row(number).state == State.DECIDED


def test_with_words_selected_a_digit_labels_and_decides_nothing(desk):
    select(desk, "ترحب")
    desk.press(Key.Key_8)  # no label's key, nor an annotator's
    desk.press(Key.Key_Return)
    assert not desk.gold().annotations
    desk.press(Key.Key_Escape)
    assert desk.compare.view.selection is None
    assert desk.compare.panel.heading.text().startswith("Decide:")


def test_an_edge_moves_by_key_and_comes_back_with_one_undo(desk):
    desk.press(Key.Key_1)  # with the title
    desk.go(0)
    desk.press(Key.Key_BracketLeft)
    assert desk.focused is desk.compare.view
    for _ in range(len("الرئيس ")):
        desk.press(Key.Key_Left)
    assert desk.gold_words(0) == ["بوتين"]
    assert desk.row(0).state == State.DECIDED
    desk.press(Key.Key_Return)  # lets go of the edge, and decides nothing
    assert desk.focused is desk.compare.list
    assert desk.gold_words(0) == ["بوتين"]
    desk.press(Key.Key_Z, CONTROL)
    assert desk.gold_words(0) == ["الرئيس بوتين"]


def test_an_edge_is_dragged_with_the_mouse(desk):
    desk.press(Key.Key_1)
    desk.go(0)
    view = desk.compare.view
    made = desk.row(0).gold[0]
    x, baseline = view.edge_place(made.span, "start")
    goal, _ = view.edge_place(span("بوتين"), "start")
    scrolled = view.verticalScrollBar().value()
    start = QPoint(round(x), round(baseline - scrolled - 6))
    end = QPoint(round(goal), start.y())
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), (start + end) / 2)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert desk.gold_words(0) == ["بوتين"]


def test_what_all_agree_on_can_be_overruled(desk):
    desk.press(Key.Key_T)
    number = desk.number_of("نعم للسلام")
    desk.go(number)
    desk.press(Key.Key_Delete)
    assert desk.row(number).state == State.DECIDED
    assert desk.row(number).gold == ()
    assert desk.row(number).decision.verdict == Verdict.REJECTED
    desk.press(Key.Key_T)  # no rule takes it again
    assert desk.row(number).gold == ()


def test_another_label_for_what_gold_has(desk):
    desk.press(Key.Key_T)
    select(desk, "نعم للسلام")
    desk.press(Key.Key_4)
    number = desk.number_of("نعم للسلام")
    assert [one.label for one in desk.row(number).gold] == ["agreement"]
    assert desk.row(number).decision.verdict == Verdict.EDITED


def test_values_and_note_are_typed_in_the_popover(desk):
    desk.press(Key.Key_T)
    number = desk.number_of("روسيا")
    desk.go(number)
    desk.press(Key.Key_E)
    popover = desk.reviewing.gold_edits.popover.popover
    assert popover.isVisible()
    desk.focused.setText("روسيا الاتحادية")
    desk.press(Key.Key_Return)
    assert not popover.isVisible()
    assert desk.focused is desk.compare.list
    (made,) = desk.row(number).gold
    assert made.attributes == {"canonical": "روسيا الاتحادية"}
    assert desk.row(number).state == State.DECIDED
    assert desk.row(number).open_values == ()


def test_an_open_row_is_decided_in_the_popover_or_left_open(desk):
    desk.press(Key.Key_E)
    desk.press(Key.Key_Escape)
    assert desk.row(0).state == State.OPEN
    desk.press(Key.Key_E)
    desk.press(Key.Key_4, CONTROL)  # another label
    desk.press(Key.Key_Return)
    (made,) = desk.row(0).gold
    assert (made.span, made.label) == (span("بوتين"), "agreement")
    assert desk.row(0).decision.verdict == Verdict.EDITED
    desk.press(Key.Key_Z, CONTROL)
    assert desk.row(0).state == State.OPEN


def test_a_speaker_is_linked_in_the_popover(desk):
    desk.press(Key.Key_T)
    number = desk.number_of("نعم للسلام")
    desk.go(number)
    desk.press(Key.Key_E)
    desk.press(Key.Key_1, Qt.KeyboardModifier.AltModifier)
    desk.press(Key.Key_Return)
    assert len(desk.gold().relations) == 1
    (row,) = [row for row in desk.compare.shown.rows if row.kind == RowKind.LINK]
    assert row.state == State.DECIDED


def test_a_region_is_marked_out_of_scope_in_gold(desk):
    select(desk, "وأضاف")
    desk.press(Key.Key_X, CONTROL_SHIFT)
    (zone,) = desk.gold().zones
    assert zone.span == span("وأضاف")
    (row,) = [row for row in desk.compare.shown.rows if row.kind == RowKind.ZONE]
    assert row.state == State.DECIDED
    desk.press(Key.Key_Z, CONTROL)
    assert not desk.gold().zones


def test_a_click_goes_to_the_row_and_a_drag_selects(desk):
    view = desk.compare.view
    number = desk.number_of("بالاتفاق")
    box = view.cell(span("بالاتفاق").start).translated(0, -view.verticalScrollBar().value())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert desk.compare.current.key == desk.row(number).key
    first = view.cell(span("ترحب").start).translated(0, -view.verticalScrollBar().value())
    last = view.cell(span("ترحب").end - 1).translated(0, -view.verticalScrollBar().value())
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first.center().toPoint())
    QTest.mouseMove(view.viewport(), last.center().toPoint())
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last.center().toPoint())
    assert view.selection == span("ترحب")
    assert TEXT[view.selection.start : view.selection.end] == "ترحب"


def test_a_project_that_can_only_be_read_decides_nothing(make_desk, tmp_path):
    desk = make_desk(project=small_project(tmp_path / "small"))
    desk.workspace.session.close_project()
    desk.workspace.session.open_project(desk.path, "lead", read_only=True)
    desk.open_review()
    desk.turn_to("compare")
    assert "Read-only" in desk.compare.tally.text()
    for key in (Key.Key_1, Key.Key_Return, Key.Key_0, Key.Key_T, Key.Key_E, Key.Key_Delete):
        desk.press(key)
    select(desk, "ترحب")
    desk.press(Key.Key_1)
    assert not desk.gold().annotations
