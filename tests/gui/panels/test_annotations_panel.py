import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from annotator import edits
from annotator.model import DEFAULT_SCHEMA, Annotation, Layer, Span
from tests.gui.panels.acts import click_row, named, press, rows_of, speak, type_text
from tests.gui.panels.desk import Desk
from tests.gui.panels.layers import (
    ALIYEV,
    BAKU,
    DAY,
    PUTIN,
    QUOTE,
    STATEMENT,
    TEXT,
    sample_layer,
)
from ui.panels.annotations.annotations_panel import AnnotationsPanel
from ui.widgets.list_view import RowsView


@pytest.fixture
def panel(show):
    return show(AnnotationsPanel())


@pytest.fixture
def desk(panel):
    return Desk(panel, sample_layer(), TEXT)


def view(panel):
    return panel.findChild(RowsView)


def selected(panel):
    model = view(panel).model()
    return [model.annotation_at(index).id for index in view(panel).selectionModel().selectedRows()]


def words(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_a_click_chooses_an_annotation(panel, desk):
    click_row(view(panel), 0)
    assert desk.said == [("chosen", PUTIN)]
    assert selected(panel) == [PUTIN]


def test_a_second_click_on_the_row_chooses_again_for_one_who_has_scrolled_away(panel, desk):
    click_row(view(panel), 0)
    click_row(view(panel), 0)
    assert desk.said == [("chosen", PUTIN)] * 2


def test_arrows_choose_as_they_go(panel, desk):
    panel.set_current(PUTIN)
    panel.take_focus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    assert desk.said == [("chosen", DAY), ("chosen", QUOTE), ("chosen", DAY)]


def test_what_the_caret_makes_current_is_shown_and_not_chosen_again(panel, desk):
    panel.set_current(STATEMENT)
    assert selected(panel) == [STATEMENT]
    assert desk.said == []
    panel.set_current(None)
    assert selected(panel) == []


def test_enter_means_to_edit_and_escape_to_go_back_to_the_text(panel, desk):
    panel.set_current(PUTIN)
    panel.take_focus()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    assert desk.said == [("edit", PUTIN), ("left",)]


def test_del_asks_to_delete_all_gathered_rows_in_reading_order(panel, desk):
    click_row(view(panel), 4)
    click_row(view(panel), 1, Qt.KeyboardModifier.ControlModifier)
    panel.take_focus()
    press(Qt.Key.Key_Delete)
    assert desk.said[-1] == ("delete", (DAY, ALIYEV))


def test_gathering_rows_neither_chooses_nor_is_undone_by_an_edit_elsewhere(panel, desk):
    click_row(view(panel), 4)
    click_row(view(panel), 1, Qt.KeyboardModifier.ControlModifier)
    desk.make(edits.set_note(BAKU, "عاصمة", desk.layer))
    assert desk.said == [("chosen", ALIYEV)]
    assert sorted(selected(panel)) == [DAY, ALIYEV]


def test_a_removed_annotation_leaves_the_list(panel, desk):
    panel.set_current(DAY)
    desk.make(edits.remove(DAY, desk.layer))
    assert DAY not in selected(panel)
    panel.set_current(DAY)
    assert selected(panel) == []


def test_words_and_label_filter_the_list_together(panel, desk):
    panel.take_focus()
    type_text("باكو")
    assert len(rows_of(panel)) == 2
    assert "2 of 6" in words(panel)
    combo = named(panel, "Show annotations of this label")
    combo.setCurrentIndex(combo.findText("Actor"))
    assert rows_of(panel) == ["باكو"]


def test_a_filter_without_hits_says_so_and_can_be_dropped(panel, desk):
    panel.take_focus()
    type_text("zzz")
    assert "No annotation matches the filter." in words(panel)
    press(Qt.Key.Key_Escape)
    assert len(rows_of(panel)) == 6


def test_an_empty_layer_says_how_to_begin(panel):
    Desk(panel, Layer("a", "x"), TEXT)
    assert any(word.startswith("Nothing is annotated yet") for word in words(panel))


def test_another_layer_begins_with_nothing_current(panel, desk):
    panel.set_current(PUTIN)
    panel.show_layer(Layer("b", "y"), "", DEFAULT_SCHEMA)
    assert rows_of(panel) == []
    assert selected(panel) == []


def test_the_same_layer_shown_again_keeps_what_is_current(panel, desk):
    panel.set_current(PUTIN)
    panel.show_layer(desk.layer, TEXT, DEFAULT_SCHEMA)
    assert selected(panel) == [PUTIN]


def test_the_language_can_change(panel, desk, app):
    panel.set_current(PUTIN)
    speak(app, "ar", "IQ")
    assert selected(panel) == [PUTIN]
    combos = panel.findChildren(QComboBox)
    assert any(combo.itemText(1) == "فاعل" for combo in combos)


def test_a_tool_tip_tells_everything_that_the_row_cuts(panel, desk):
    tip = view(panel).model().index(5, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.split("\n") == ["Agreement", "البيان الثلاثي", "بيان 2020", "note: أي بيان؟"]


def test_five_thousand_annotations_go_on_one_by_one(panel):
    some = random.Random(1)
    text = "بوتين قال إن الاتفاق مهم " * 2_000
    made = {}
    for n in range(5_000):
        start = some.randrange(len(text) - 20)
        made[f"{n:04}"] = Annotation(f"{n:04}", Span(start, start + 5), "actor")
    desk = Desk(panel, Layer("a", "x", annotations=made), text)
    panel.set_current("2500")
    desk.make(edits.add(Annotation("new", Span(3, 9), "date"), desk.layer))
    desk.make(edits.remove("0001", desk.layer))
    assert selected(panel) == ["2500"]
    panel.set_current("new")
    row = view(panel).currentIndex()
    assert view(panel).viewport().rect().contains(view(panel).visualRect(row).center())
    assert len(rows_of(panel)) == 5_000


def test_the_filter_line_is_one_of_the_lines_a_reader_can_find(panel, desk):
    panel.set_current(PUTIN)
    unnamed = [
        w
        for kind in (QLineEdit, QComboBox, RowsView)
        for w in panel.findChildren(kind)
        if w.isVisible() and not w.accessibleName()
    ]
    assert unnamed == []
