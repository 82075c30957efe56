from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget

from annotator.model import DEFAULT_SCHEMA
from tests.gui.panels.acts import click, speak
from ui.panels.labels.label_button import LabelButton
from ui.panels.labels.labels_panel import LabelsPanel
from ui.widgets.key_legends import legend


@pytest.fixture
def panel(show):
    made = LabelsPanel()
    made.show_schema(DEFAULT_SCHEMA, "en")
    return show(made, height=180)


def button(panel, name):
    buttons = panel.findChildren(LabelButton)
    return next(b for b in buttons if b.label.name == name and b.isVisible())


def pins(panel):
    return {pin.accessibleName(): pin for pin in panel.findChildren(QToolButton)}


def test_a_click_on_a_label_chooses_it(panel, qtbot):
    with qtbot.waitSignal(panel.label_chosen) as heard:
        click(button(panel, "quote"))
    assert heard.args == ["quote"]


def test_a_click_leaves_the_keyboard_where_it_was(show, qtbot):
    window, panel, article = QWidget(), LabelsPanel(), QLineEdit()
    panel.show_schema(DEFAULT_SCHEMA, "en")
    column = QVBoxLayout(window)
    column.addWidget(article)
    column.addWidget(panel)
    show(window)
    article.setFocus()
    click(button(panel, "actor"))
    click(pins(panel)["Keep tagging as Actor"])
    assert article.hasFocus()


def test_a_label_can_be_pressed_through_the_accessibility_interface(panel, qtbot):
    action = QAccessible.queryAccessibleInterface(button(panel, "date")).actionInterface()
    with qtbot.waitSignal(panel.label_chosen) as heard:
        action.doAction(action.pressAction())
    assert heard.args == ["date"]


def test_counts_are_shown_and_spoken(panel):
    panel.show_counts({"actor": 48})
    assert button(panel, "actor").count == 48
    assert "48" in button(panel, "actor").accessibleName()
    panel.show_counts({"date": 1})
    assert button(panel, "actor").count == 0
    assert button(panel, "date").count == 1


def test_counts_are_in_the_digits_of_the_region(panel, app):
    panel.show_counts({"actor": 48})
    speak(app, "ar", "IQ")
    assert "٤٨" in button(panel, "actor").accessibleName()


def test_titles_follow_the_language_of_the_window(panel, app):
    panel.show_counts({"actor": 3})
    speak(app, "ar", "IQ")
    shown = [b for b in panel.findChildren(LabelButton) if b.isVisible()]
    assert [b.text() for b in shown] == ["فاعل", "تاريخ", "اقتباس", "اتفاق"]
    assert [b.count for b in shown] == [3, 0, 0, 0]


def test_the_pin_asks_and_shows_only_what_it_is_told(panel, qtbot):
    pin = pins(panel)["Keep tagging as Date"]
    with qtbot.waitSignal(panel.sticky_toggled) as heard:
        click(pin)
    assert heard.args == ["date"]
    assert not pin.isChecked()
    panel.set_sticky("date")
    assert pin.isChecked()
    panel.set_sticky("actor")
    assert not pin.isChecked()


def test_the_label_at_the_caret_is_marked_and_spoken(panel):
    panel.set_current("quote")
    assert [b.label.name for b in panel.findChildren(LabelButton) if b.is_current] == ["quote"]
    assert "caret" in button(panel, "quote").accessibleName()
    panel.set_current(None)
    assert "caret" not in button(panel, "quote").accessibleName()


def test_another_schema_keeps_counts_and_pin(panel):
    panel.show_counts({"quote": 3})
    panel.set_sticky("quote")
    panel.show_schema(replace(DEFAULT_SCHEMA, labels=DEFAULT_SCHEMA.labels[2:], relations=()), "ar")
    assert [b.text() for b in panel.findChildren(LabelButton) if b.isVisible()] == [
        "اقتباس",
        "اتفاق",
    ]
    assert button(panel, "quote").count == 3
    assert pins(panel)["Keep tagging as اقتباس"].isChecked()


def test_four_labels_are_seen_whole_however_low_the_dock_is(panel):
    panel.resize(panel.width(), panel.minimumSizeHint().height())
    last = button(panel, "agreement")
    bottom = last.mapTo(panel, last.rect().bottomLeft()).y()
    assert bottom < panel.height()


def test_swatches_of_different_labels_look_different(panel):
    swatch = QRect(0, 0, 30, 32)
    pictures = [b.grab(swatch).toImage() for b in panel.findChildren(LabelButton)]
    assert all(a != b for a, b in combinations(pictures, 2))


def test_a_letter_key_shows_both_its_legends():
    assert legend("q") == "Q ض"
    assert legend("b") == "B لا"
    assert legend("1") == "1"


def test_a_label_without_a_key_says_none(show):
    panel = LabelsPanel()
    keyless = replace(DEFAULT_SCHEMA.labels[0], key="")
    panel.show_schema(replace(DEFAULT_SCHEMA, labels=(keyless,), relations=()), "en")
    show(panel)
    assert "key" not in button(panel, "actor").accessibleName()


def test_panel_and_labels_take_no_focus_by_tab(panel):
    assert panel.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert all(b.focusPolicy() == Qt.FocusPolicy.NoFocus for b in panel.findChildren(LabelButton))
