"""The review opens with the keyboard on what is to be done next: one key does it."""

import pytest
from PySide6.QtCore import Qt

from annotator.model import Annotation
from tests.gui.review.small import TEXT, layer, small_project, span
from tests.helpers.projects import make_project, put_layer
from tests.helpers.waiting import in_dialog
from ui.review.rules.rules_dialog import RulesDialog

Key = Qt.Key


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_first_enter_does_what_is_next(make_desk, tmp_path, language):
    desk = make_desk(project=small_project(tmp_path / "small"), language=language)
    desk.open_review()
    assert desk.focused is desk.review.overview.next.button
    opened = []

    def leave(dialog: RulesDialog) -> None:
        opened.append(dialog)
        dialog.reject()

    for times in (1, 2):
        in_dialog(RulesDialog, leave)
        desk.press(Key.Key_Return)
        assert len(opened) == times
        desk.come_back()
        desk.press(Key.Key_W, Qt.KeyboardModifier.ControlModifier)
        desk.open_review()
        assert desk.focused is desk.review.overview.next.button


def test_so_it_is_where_one_has_annotated_and_when_it_is_opened_again(make_desk, tmp_path):
    path = tmp_path / "alone"
    with make_project(path, TEXT) as project:
        made = Annotation("a1", span("بوتين"), "actor")
        put_layer(project, layer("a", project.entries()[0].id, made))
    desk = make_desk(project=path)
    for _ in range(2):
        desk.open_review()
        assert desk.focused is desk.review.overview.next.button
        desk.press(Key.Key_W, Qt.KeyboardModifier.ControlModifier)
        desk.qtbot.waitUntil(lambda: not desk.review.isVisible())


def test_who_has_gone_to_a_page_while_it_was_counted_stays_there(make_desk, tmp_path):
    desk = make_desk(project=small_project(tmp_path / "small"))
    desk.open_review()
    desk.review.nav.setFocus()
    before = desk.board
    desk.press(Key.Key_F5)
    desk.qtbot.waitUntil(lambda: desk.board is not before)
    desk.wait_for_numbers()
    assert desk.focused is desk.review.nav
