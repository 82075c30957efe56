"""Guideline decisions in the annotator's own window: read, followed and refused by key, undone in one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.adjudication.ruling_edits import Standing, standing
from annotator.project import Project
from tests.helpers.judged import RULING
from ui.widgets.numbers import UNDEFINED

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(make_desk, judged):
    desk = make_desk(annotator="b", project=judged)
    QTest.keyClick(desk.workspace.window, Key.Key_G, CONTROL | SHIFT)
    desk.qtbot.waitUntil(lambda: dialog_of(desk) is not None and dialog_of(desk).isVisible())
    dialog_of(desk).activateWindow()
    return desk


def dialog_of(desk):
    return desk.workspace.commands.rulings.dialog


def press(desk, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    dialog = dialog_of(desk)
    QTest.keyClick(dialog.focusWidget() or dialog, key, modifiers)


def standings(desk) -> list[str]:
    return [str(one.standing) for one in dialog_of(desk).model.rows]


def on_disk(desk) -> list[Standing]:
    desk.workspace.session.settle()
    with Project.open(desk.path, read_only=True) as project:
        [ruling] = project.rulings()
        return [
            standing(RULING, one.touch, project.layer(one.article_id, "b"))
            for one in dialog_of(desk).model.rows
            if one.ruling.id == ruling.id
        ]


def test_nothing_is_changed_before_the_annotator_says_so(desk):
    dialog = dialog_of(desk)
    assert dialog.ruling.name == "الألقاب خارج الوسم"
    assert len(dialog.model.rows) >= 3
    assert set(standings(desk)) == {"open"}
    assert set(on_disk(desk)) == {Standing.OPEN}
    assert UNDEFINED not in dialog.about.text()
    assert "ليلى" in dialog.about.text()
    assert dialog.list.hasFocus()


def test_one_is_accepted_and_the_next_refused_by_key_and_both_are_undone(desk):
    count = len(standings(desk))
    press(desk, Key.Key_A)
    press(desk, Key.Key_R)
    assert standings(desk) == ["taken", "refused", *["open"] * (count - 2)]
    assert [str(one) for one in on_disk(desk)] == standings(desk)
    press(desk, Key.Key_Z, CONTROL)
    press(desk, Key.Key_Z, CONTROL)
    assert standings(desk) == ["open"] * count
    assert set(on_disk(desk)) == {Standing.OPEN}


def test_all_that_wait_are_accepted_as_one_step_of_undo(desk):
    count = len(standings(desk))
    assert len({one.article_id for one in dialog_of(desk).model.rows}) > 1
    press(desk, Key.Key_R)
    stack = desk.workspace.session.undo_stack
    before = stack.count()
    dialog_of(desk).accept_all.click()
    assert standings(desk) == ["refused", *["taken"] * (count - 1)]
    assert [str(one) for one in on_disk(desk)] == standings(desk)
    assert stack.count() == before + 1
    assert not dialog_of(desk).accept_all.isEnabled()
    press(desk, Key.Key_Z, CONTROL)
    assert standings(desk) == ["refused", *["open"] * (count - 1)]


def test_a_refusal_is_taken_back_or_overruled(desk):
    press(desk, Key.Key_R)
    press(desk, Key.Key_Up)
    assert dialog_of(desk).refuse_one.text() == "Take the &refusal back"
    press(desk, Key.Key_R)
    assert standings(desk)[0] == "open"
    press(desk, Key.Key_Up)
    press(desk, Key.Key_R)
    press(desk, Key.Key_Up)
    press(desk, Key.Key_A)
    assert standings(desk)[0] == "taken"


def test_enter_shows_the_place_and_editing_there_changes_what_is_said_here(desk):
    first = dialog_of(desk).model.rows[0]
    press(desk, Key.Key_Return)
    session = desk.workspace.session
    assert session.article.id == first.article_id
    made = next(one for one in session.layer if one.span.start == first.touch.before[0])
    session.delete((made.id,))
    assert standings(desk)[0] == "passed"
    assert not dialog_of(desk).accept_one.isEnabled()
    session.undo_stack.undo()
    assert standings(desk)[0] == "open"


def test_without_any_the_window_says_so(make_desk):
    desk = make_desk()
    desk.workspace.window.actions_table["rulings"].trigger()
    dialog = dialog_of(desk)
    assert dialog.nothing.isVisible()
    assert "No guideline decision" in dialog.nothing.words.text()
    desk.workspace.session.close_project()
    assert dialog_of(desk) is None


def test_whom_a_ruling_does_not_touch_reads_it_all_the_same(make_desk, judged):
    desk = make_desk(annotator="lead", project=judged)
    desk.workspace.window.actions_table["rulings"].trigger()
    dialog = dialog_of(desk)
    assert dialog.ruling is not None
    assert "proposes nothing to you" in dialog.about.text()
    assert not dialog.accept_all.isEnabled()


def test_in_arabic_it_reads_from_the_right(make_desk, judged):
    desk = make_desk(annotator="b", project=judged, language="ar")
    desk.workspace.window.actions_table["rulings"].trigger()
    dialog = dialog_of(desk)
    assert dialog.isRightToLeft()
    assert dialog.heading.text() == "قرارات دليل الوسم"
    assert "\u2066" in dialog.about.text()
