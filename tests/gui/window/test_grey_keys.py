"""The key of a command that is grey says what the command waits for, instead of doing nothing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

GREY = [
    (Key.Key_Z, CTRL, "Undo: nothing to undo"),
    (Key.Key_Z, CTRL | SHIFT, "Redo: nothing to redo"),
    (Key.Key_H, CTRL, "History of the annotation: put the caret into an annotation first"),
    (Key.Key_Period, CTRL, "Fix the finding: nothing to mend in this article"),
    (Key.Key_PageUp, CTRL, "Previous article: this is the first article"),
    (Key.Key_Left, ALT, "Back to the article before: no article was visited before this one"),
    (Key.Key_Right, ALT, "Forward again: go back first"),
]


@pytest.mark.parametrize(("key", "modifiers", "said"), GREY)
def test_it_is_said_wherever_the_keyboard_is(bench, key, modifiers, said):
    panes = 1 if modifiers == ALT else 3  # in a list the arrows are the list's
    for steps in range(panes):
        if panes > 1:
            QTest.keyClick(QApplication.focusWidget(), Key.Key_F6)
        bench.window.notice.hide()
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)
        assert (bench.window.notice.isVisible(), bench.window.notice.text()) == (True, said), steps


def test_without_a_project_the_welcome_says_so(bench):
    bench.workspace.commands.closing.close()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_E, CTRL)
    assert bench.window.notice.text() == "Export: open a project first"


def test_in_arabic_the_keys_that_point_are_turned_round(bench):
    memory = bench.workspace.memory
    memory.update(replace(memory.settings, language="ar"))
    QApplication.processEvents()
    bench.press(Key.Key_Right, ALT)
    words = bench.window.notice.text()
    memory.update(replace(memory.settings, language="en"))
    assert "الرجوع" in words


def test_a_key_of_a_command_that_can_be_done_says_nothing_of_it(bench):
    bench.press(Key.Key_PageDown, CTRL)
    assert not bench.window.notice.isVisible()
    assert bench.session.entry(bench.session.article.id).number == 2


NOTHING = "Nothing is annotated here yet: a label's key tags the word at the caret."


@pytest.mark.parametrize("key", [Key.Key_J, Key.Key_K, Key.Key_O])
def test_keys_that_go_to_annotations_say_that_there_is_none(bench, key):
    bench.press(key)
    assert bench.window.notice.text() == NOTHING


def test_keys_that_go_to_annotations_say_that_there_is_no_other(bench):
    bench.tag("بوتين")
    for key, said in (
        (Key.Key_J, "There is no annotation after this place."),
        (Key.Key_K, "There is no annotation before this place."),
        (Key.Key_O, "No other annotation is around the caret."),
    ):
        bench.press(key)
        assert bench.window.notice.text() == said
    bench.tag("روسيا")
    bench.window.notice.hide()
    bench.press(Key.Key_K)
    assert bench.view.selection is None
    assert bench.layer[bench.view.current].span == bench.span("بوتين")
    assert not bench.window.notice.isVisible()


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_B, Key.Key_P, Key.Key_E])
def test_keys_that_take_off_say_that_nothing_is_selected(bench, key):
    bench.press(key, SHIFT)
    assert bench.window.notice.text() == "Nothing is selected."


def test_an_empty_project_has_no_last_article_and_nothing_to_mend(make_bench):
    bench = make_bench()
    for key, said in (
        (Key.Key_PageDown, "Next article: there is no article yet"),
        (Key.Key_PageUp, "Previous article: there is no article yet"),
        (Key.Key_Period, "Fix the finding: open an article first"),
    ):
        bench.press(key, CTRL)
        assert bench.window.notice.text() == said
