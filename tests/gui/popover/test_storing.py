"""What is typed in the popover is stored as one step, or not at all, and the keyboard is the article's again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator import edits
from annotator.model import SPEAKER, Relation
from tests.gui.panels.acts import click, named, press, type_text
from tests.gui.panels.layers import ALIYEV, BAKU, DAY, PUTIN, QUOTE, STATEMENT

Key = Qt.Key
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NAME, DATE = "Canonical name", "Value (ISO 8601)"


@pytest.mark.parametrize("opener", [Key.Key_F2, Key.Key_Return, Key.Key_Enter])
def test_a_name_enter_and_the_next_command_types_nothing_anywhere(desk, opener):
    desk.go_to(BAKU)
    press(opener)
    assert desk.line(NAME).hasFocus()
    type_text("باكو")
    press(Key.Key_Return)
    assert desk.bench.view.hasFocus()
    press(Key.Key_J)
    assert desk.bench.view.current == ALIYEV
    assert desk.layer[BAKU].attributes == {"canonical": "باكو"}
    assert "canonical" not in desk.layer[ALIYEV].attributes
    assert [a.attribute("canonical") for a in desk.bench.stored() if a.id == BAKU] == ["باكو"]


def test_letters_typed_after_closing_are_commands_and_reach_no_field(desk):
    desk.open(BAKU)
    press(Key.Key_Return)
    for key in (Key.Key_V, Key.Key_C, Key.Key_Escape, Key.Key_H, Key.Key_E, Key.Key_Escape):
        press(key)
    assert all("v" not in value for a in desk.layer for value in a.attributes.values())
    assert desk.bench.view.hasFocus()


def test_escape_stores_nothing_and_returns(desk):
    desk.open(PUTIN)
    type_text("خطأ")
    press(Key.Key_Tab)
    type_text("ملاحظة")
    press(Key.Key_Escape)
    assert not desk.is_open
    assert desk.bench.view.hasFocus()
    assert desk.layer[PUTIN].attribute("canonical") == "فلاديمير بوتين"
    assert desk.layer[PUTIN].note == ""
    assert desk.steps == 0
    desk.open(PUTIN)
    assert desk.line(NAME).text() == "فلاديمير بوتين"


def test_label_value_note_and_link_are_one_step_of_undo(desk):
    desk.open(BAKU)
    before = desk.layer
    press(Key.Key_4, CTRL)
    assert desk.line(NAME).hasFocus()
    type_text("اتفاق باكو")
    press(Key.Key_Tab)
    type_text("للسؤال")
    press(Key.Key_Return)
    made = desk.layer[BAKU]
    assert (made.label, made.attribute("canonical"), made.note) == (
        "agreement",
        "اتفاق باكو",
        "للسؤال",
    )
    assert desk.steps == 1
    desk.bench.shortcut(Key.Key_Z, CTRL)
    assert desk.layer == before


def test_the_caret_is_where_it_was(desk):
    desk.bench.click(desk.bench.span("علييف").start + 2)
    place = desk.bench.view.caret
    press(Key.Key_Return)
    type_text("علييف")
    press(Key.Key_Return)
    assert desk.bench.view.caret == place
    assert desk.bench.view.selection is None


def test_nothing_changed_is_no_step(desk):
    desk.open(PUTIN)
    press(Key.Key_Return)
    assert desk.steps == 0


def test_an_emptied_field_removes_the_attribute(desk):
    desk.open(PUTIN)
    press(Key.Key_Delete)
    press(Key.Key_Return)
    assert "canonical" not in desk.layer[PUTIN].attributes


def test_enter_held_down_does_not_open_the_popover_again(desk):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    desk.open(PUTIN)
    none = Qt.KeyboardModifier.NoModifier
    for again in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, none, "\r", again)
        QApplication.sendEvent(QApplication.focusWidget(), event)
    assert not desk.is_open


@pytest.mark.parametrize("how", ["click", "pane", "article", "undo", "find"])
def test_what_was_typed_is_stored_when_something_else_is_done(make_desk, how):
    desk = make_desk()
    desk.open(BAKU)
    type_text("باكو!")
    match how:
        case "click":
            desk.bench.view.setFocus()
        case "pane":
            press(Key.Key_F6)
        case "article":
            desk.bench.session.article_leaving.emit()
        case "undo":
            desk.bench.window.actions_table["save"].trigger()
        case "find":
            desk.bench.window.actions_table["find"].trigger()
    assert desk.layer[BAKU].attribute("canonical") == "باكو!"
    assert not desk.is_open


def test_turning_the_page_stores_what_is_typed_in_the_article_it_was_typed_in(make_bench):
    bench = make_bench("قال بوتين", "ثان")
    bench.select("بوتين")
    bench.press(Key.Key_1)
    first = bench.session.article.id
    bench.press(Key.Key_C)
    type_text("من قال؟")
    bench.qtbot.waitUntil(bench.window.isActiveWindow)
    press(Key.Key_PageDown, CTRL)
    assert bench.session.article.id != first
    assert [a.note for a in bench.session.layer_of(first)] == ["من قال؟"]
    assert [a.note for a in bench.stored(first)] == ["من قال؟"]


def test_a_note_is_written_with_its_key_and_enter_is_back_in_the_article(desk):
    desk.go_to(BAKU)
    press(Key.Key_C)
    assert desk.note.hasFocus()
    type_text("سطر")
    press(Key.Key_Return, SHIFT)
    type_text("ثان")
    press(Key.Key_Return)
    assert desk.layer[BAKU].note == "سطر\nثان"
    assert desk.bench.view.hasFocus()
    assert [a.note for a in desk.bench.stored() if a.id == BAKU] == ["سطر\nثان"]


def test_alt_down_stores_and_shows_the_next_and_alt_up_the_one_before(desk):
    desk.open(BAKU)
    type_text("باكو")
    press(Key.Key_Down, ALT)
    assert desk.layer[BAKU].attribute("canonical") == "باكو"
    assert desk.popover.draft.before.id == ALIYEV
    assert desk.bench.view.current == ALIYEV
    assert desk.line(NAME).hasFocus()
    type_text("I. Aliyev")
    press(Key.Key_Up, ALT)
    assert desk.layer[ALIYEV].attribute("canonical") == "I. Aliyev"
    assert desk.popover.draft.before.id == BAKU


def test_at_the_end_alt_down_stays(desk):
    desk.open(STATEMENT)
    press(Key.Key_Down, ALT)
    assert desk.popover.draft.before.id == STATEMENT
    assert desk.is_open


def test_tab_goes_round_inside(desk):
    desk.open(BAKU)
    seen = []
    for _ in range(6):
        seen.append(QApplication.focusWidget())
        press(Key.Key_Tab)
        assert desk.popover.isAncestorOf(QApplication.focusWidget())
    assert len(set(seen)) < 6
    press(Key.Key_Backtab, SHIFT)
    assert desk.popover.isAncestorOf(QApplication.focusWidget())


def test_a_click_into_the_trash_deletes_and_returns(desk):
    desk.open(DAY)
    click(named(desk.popover, "Delete the annotation"))
    assert DAY not in desk.layer
    assert not desk.is_open
    assert desk.bench.view.hasFocus()


def test_what_was_typed_for_a_removed_annotation_is_dropped(desk):
    desk.open(BAKU)
    type_text("باك")
    desk.bench.session.carry_out(edits.remove(BAKU, desk.layer), "elsewhere")
    assert not desk.is_open
    assert BAKU not in desk.layer


def test_typing_survives_an_edit_from_elsewhere(desk):
    desk.open(BAKU)
    type_text("باك")
    desk.bench.session.set_note(BAKU, "من مكان آخر")
    assert desk.line(NAME).text() == "باك"
    assert desk.note.toPlainText() == "من مكان آخر"
    press(Key.Key_Return)
    assert desk.layer[BAKU].attribute("canonical") == "باك"
    assert desk.layer[BAKU].note == "من مكان آخر"


def test_without_an_annotation_the_keys_say_what_to_do(desk):
    desk.bench.view.place_caret(0)
    for key in (Key.Key_Return, Key.Key_F2, Key.Key_C):
        desk.bench.window.notice.hide()
        press(key)
        assert desk.bench.window.notice.isVisible()
        assert "J" in desk.bench.window.notice.text()
    desk.bench.window.notice.hide()
    press(Key.Key_T)
    assert "put the caret into an annotation first" in desk.bench.window.notice.text()
    assert not desk.is_open


def test_the_status_line_says_what_the_popover_would_show(desk):
    def status():
        return desk.bench.window.status._character.text()

    desk.go_to(PUTIN)
    assert (
        status()
        == "Actor: «\u2068بوتين\u2069» = \u2068فلاديمير بوتين\u2069 · \u2066Enter\u2069 to edit"
    )
    desk.go_to(QUOTE)
    assert "= \u2068بوتين\u2069" in status()
    desk.open(PUTIN)
    type_text("ف. بوتين")
    press(Key.Key_Return)
    assert "ف. بوتين" in status()
    desk.bench.view.place_caret(0)
    assert "Actor" not in status()


def test_the_layer_that_is_drafted_is_not_the_layer(desk):
    desk.open(QUOTE)
    press(Key.Key_1, ALT)
    assert desk.layer.relations == frozenset({Relation(SPEAKER, QUOTE, PUTIN)})
    press(Key.Key_Escape)
    assert desk.layer.relations == frozenset({Relation(SPEAKER, QUOTE, PUTIN)})
