from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit

from annotator import edits
from annotator.model import DEFAULT_SCHEMA, Attribute, AttributeKind, Layer
from tests.gui.panels.acts import click, click_row, line, named, press, turn_wheel, type_text
from tests.gui.panels.desk import Desk
from tests.gui.panels.layers import (
    BAKU,
    DAY,
    PUTIN,
    QUOTE,
    STATEMENT,
    TEXT,
    sample_layer,
    with_attributes,
)
from ui.panels.annotations.annotations_panel import AnnotationsPanel
from ui.widgets.list_view import RowsView

NAME = "Canonical name"
DATE = "Value (ISO 8601)"
POWER = Attribute("power", "Power", "السلطة", AttributeKind.CHOICE, choices=("state", "person"))


@pytest.fixture
def panel(show):
    return show(AnnotationsPanel())


@pytest.fixture
def desk(panel):
    return Desk(panel, sample_layer(), TEXT)


def open_field(panel, annotation_id, name):
    panel.set_current(annotation_id)
    field = line(panel, name)
    field.setFocus()
    field.selectAll()
    return field


def note(panel):
    return panel.findChild(QPlainTextEdit)


def with_choice(panel, layer=None):
    actor = DEFAULT_SCHEMA.labels[0]
    schema = replace(
        DEFAULT_SCHEMA,
        labels=(replace(actor, attributes=(*actor.attributes, POWER)), *DEFAULT_SCHEMA.labels[1:]),
    )
    return Desk(panel, layer or sample_layer(), TEXT, schema)


def words(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_enter_says_what_was_typed_once_and_leaving_does_not_say_it_again(panel, desk):
    open_field(panel, BAKU, NAME)
    type_text("مدينة باكو")
    press(Qt.Key.Key_Return)
    note(panel).setFocus()
    assert desk.said == [("attribute", BAKU, "canonical", "مدينة باكو")]
    assert desk.layer[BAKU].attribute("canonical") == "مدينة باكو"


def test_leaving_the_field_says_what_was_typed(panel, desk):
    open_field(panel, BAKU, NAME)
    type_text(" باكو ")
    note(panel).setFocus()
    assert desk.said == [("attribute", BAKU, "canonical", "باكو")]


def test_escape_takes_back_what_was_typed(panel, desk):
    field = open_field(panel, PUTIN, NAME)
    type_text("خطأ")
    press(Qt.Key.Key_Escape)
    assert field.text() == "فلاديمير بوتين"
    note(panel).setFocus()
    assert desk.said == []


def test_an_emptied_field_removes_the_attribute(panel, desk):
    open_field(panel, PUTIN, NAME)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)
    assert desk.said == [("attribute", PUTIN, "canonical", "")]
    assert "canonical" not in desk.layer[PUTIN].attributes


@pytest.mark.parametrize("how", ["caret", "row", "article", "call"])
def test_what_was_typed_goes_to_its_annotation_when_another_thing_is_shown(panel, desk, how):
    open_field(panel, BAKU, NAME)
    type_text("باكو!")
    match how:
        case "caret":
            panel.set_current(PUTIN)
        case "row":
            click_row(panel.findChild(RowsView), 0)
        case "article":
            panel.show_layer(Layer("b", "y"), "", DEFAULT_SCHEMA)
        case "call":
            panel.commit()
    assert [said for said in desk.said if said[0] == "attribute"] == [
        ("attribute", BAKU, "canonical", "باكو!")
    ]
    if how in ("caret", "row"):
        assert line(panel, NAME).text() == "فلاديمير بوتين"


def test_a_note_in_the_making_goes_to_its_annotation_too(panel, desk):
    panel.set_current(BAKU)
    note(panel).setFocus()
    type_text("عاصمة")
    panel.set_current(DAY)
    assert desk.said == [("note", BAKU, "عاصمة")]
    assert note(panel).toPlainText() == ""


def test_typing_survives_an_edit_from_elsewhere(panel, desk):
    field = open_field(panel, BAKU, NAME)
    type_text("باك")
    desk.make(edits.set_note(BAKU, "من مكان آخر", desk.layer))
    desk.make(edits.set_attribute(BAKU, "canonical", "Baku", desk.layer))
    assert field.text() == "باك"
    assert note(panel).toPlainText() == "من مكان آخر"
    press(Qt.Key.Key_Escape)
    assert field.text() == "Baku"


def test_what_was_typed_for_a_removed_annotation_is_not_said(panel, desk):
    open_field(panel, BAKU, NAME)
    type_text("باك")
    desk.make(edits.remove(BAKU, desk.layer))
    panel.set_current(PUTIN)
    assert desk.said == []
    assert line(panel, NAME).text() == "فلاديمير بوتين"


def test_a_value_that_a_line_cannot_show_is_not_changed_by_looking_at_it(panel):
    layer = with_attributes(sample_layer(), BAKU, "أ\u00a0ب", canonical=" باكو\u00a0\nقديما ")
    desk = Desk(panel, layer, TEXT)
    open_field(panel, BAKU, NAME)
    note(panel).setFocus()
    panel.set_current(PUTIN)
    assert desk.said == []


def test_enter_stores_a_note_and_shift_enter_starts_a_line(panel, desk):
    panel.set_current(BAKU)
    note(panel).setFocus()
    type_text("سطر")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_text("ثان")
    press(Qt.Key.Key_Return)
    panel.setFocus()
    assert desk.said == [("note", BAKU, "سطر\nثان")]


def test_escape_takes_a_note_back(panel, desk):
    panel.set_current(STATEMENT)
    note(panel).setFocus()
    type_text("x")
    press(Qt.Key.Key_Escape)
    assert note(panel).toPlainText() == "أي بيان؟"
    panel.setFocus()
    assert desk.said == []


def test_a_text_that_is_no_date_is_called_so_while_it_is_typed(panel, desk):
    field = open_field(panel, DAY, DATE)
    type_text("2021-13")
    assert any(word.startswith("Not a date") for word in words(panel))
    assert field.accessibleDescription().startswith("Not a date")
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Backspace)
    type_text("11")
    assert not any(word.startswith("Not a date") for word in words(panel))
    assert field.accessibleDescription() == ""


def test_a_text_that_is_no_date_is_stored_all_the_same(panel, desk):
    open_field(panel, DAY, DATE)
    type_text("غدا")
    press(Qt.Key.Key_Return)
    assert desk.said == [("attribute", DAY, "value", "غدا")]
    assert any(word.startswith("Not a date") for word in words(panel))


def test_a_date_typed_in_arabic_digits_is_stored_in_iso_digits(panel, desk):
    field = open_field(panel, DAY, DATE)
    type_text("٢٠٢١-١١-٠٩/۲۰۲۱-۱۱-۱۰")
    press(Qt.Key.Key_Return)
    assert desk.said == [("attribute", DAY, "value", "2021-11-09/2021-11-10")]
    assert field.text() == "2021-11-09/2021-11-10"


def test_a_date_stored_in_arabic_digits_is_not_changed_by_looking_at_it(panel):
    desk = Desk(panel, with_attributes(sample_layer(), DAY, value="٢٠٢١"), TEXT)
    open_field(panel, DAY, DATE)
    panel.set_current(PUTIN)
    assert desk.said == []


def test_names_are_completed_however_they_are_spelt(panel, desk):
    panel.set_names({"actor": ("إلهام علييف", "فلاديمير بوتين"), "agreement": ("إلهام",)})
    field = open_field(panel, BAKU, NAME)
    type_text("الهام")
    popup = field.completer().popup()
    assert popup.isVisible()
    assert popup.model().rowCount() == 1
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert field.text() == "إلهام علييف"
    note(panel).setFocus()
    assert desk.said == [("attribute", BAKU, "canonical", "إلهام علييف")]


def test_escape_closes_the_names_before_it_takes_back_the_typing(panel, desk):
    panel.set_names({"actor": ("إلهام علييف",)})
    field = open_field(panel, PUTIN, NAME)
    type_text("إلهام")
    press(Qt.Key.Key_Escape)
    assert not field.completer().popup().isVisible()
    assert field.text() == "إلهام"
    press(Qt.Key.Key_Escape)
    assert field.text() == "فلاديمير بوتين"


def test_enter_stores_what_was_typed_though_names_are_offered(panel, desk):
    panel.set_names({"actor": ("إلهام علييف",)})
    open_field(panel, BAKU, NAME)
    type_text("إلهام")
    press(Qt.Key.Key_Return)
    note(panel).setFocus()
    assert desk.said == [("attribute", BAKU, "canonical", "إلهام")]


def test_a_name_that_begins_as_typed_is_offered_before_one_that_only_holds_it(panel, desk):
    panel.set_names({"actor": ("الرئيس علييف", "علييف، إلهام")})
    field = open_field(panel, BAKU, NAME)
    type_text("علي")
    assert field.completer().popup().model().index(0, 0).data() == "علييف، إلهام"


def test_a_choice_is_said_when_it_is_made(panel):
    desk = with_choice(panel)
    panel.set_current(PUTIN)
    combo = named(panel, "Power")
    combo.setFocus()
    press(Qt.Key.Key_Down)
    popup = combo.view()
    assert popup.isVisible()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        press(key)
    assert desk.said == [("attribute", PUTIN, "power", "state")]


def test_a_turned_wheel_changes_no_choice_and_no_label(panel):
    desk = with_choice(panel)
    panel.set_current(PUTIN)
    for combo in (named(panel, "Power"), named(panel, "Label")):
        combo.setFocus()
        turn_wheel(combo)
    assert desk.said == []


def test_a_stored_choice_that_is_none_any_more_stays_until_another_is_made(panel):
    layer = with_attributes(sample_layer(), PUTIN, power="tsar")
    desk = with_choice(panel, layer)
    panel.set_current(PUTIN)
    assert named(panel, "Power").currentText() == "tsar"
    panel.set_current(BAKU)
    assert named(panel, "Power").currentText() == ""
    assert named(panel, "Power").findText("tsar") < 0
    assert desk.said == []


def test_attributes_that_the_schema_does_not_have_stand_under_other_and_can_be_edited(panel):
    layer = with_attributes(sample_layer(), BAKU, wikidata="Q9248")
    desk = Desk(panel, layer, TEXT)
    open_field(panel, BAKU, "wikidata")
    assert "Other" in words(panel)
    type_text("Q1")
    press(Qt.Key.Key_Return)
    assert desk.said == [("attribute", BAKU, "wikidata", "Q1")]
    line(panel, "wikidata").selectAll()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Tab)
    assert desk.said[-1] == ("attribute", BAKU, "wikidata", "")
    assert "Other" not in words(panel)
    panel.set_current(PUTIN)
    assert "Other" not in words(panel)


def test_another_label_is_asked_for_and_brings_its_own_fields(panel, desk):
    panel.set_current(BAKU)
    combo = named(panel, "Label")
    combo.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert desk.said == [("relabel", BAKU, "date")]
    assert line(panel, DATE).isVisible()
    assert combo.currentText() == "Date"


def test_the_label_of_another_codebook_is_shown_by_its_name(panel):
    layer = sample_layer()
    old = layer[BAKU]
    Desk(panel, layer.replaced(old, replace(old, label="place")), TEXT)
    panel.set_current(BAKU)
    assert named(panel, "Label").currentText() == "place"
    panel.set_current(PUTIN)
    assert named(panel, "Label").findText("place") < 0


def test_a_required_attribute_says_so_while_it_is_empty(panel):
    actor = DEFAULT_SCHEMA.labels[0]
    required = replace(actor, attributes=(replace(actor.attributes[0], required=True),))
    schema = replace(DEFAULT_SCHEMA, labels=(required, *DEFAULT_SCHEMA.labels[1:]))
    Desk(panel, sample_layer(), TEXT, schema)
    panel.set_current(BAKU)
    assert line(panel, NAME).placeholderText() == "required"


def test_tab_goes_from_field_to_note_and_says_what_was_typed(panel, desk):
    open_field(panel, BAKU, NAME)
    type_text("باكو")
    press(Qt.Key.Key_Tab)
    assert desk.said == [("attribute", BAKU, "canonical", "باكو")]
    assert note(panel).hasFocus()


def test_every_field_is_named_for_a_screen_reader(panel):
    with_choice(panel)
    panel.set_current(PUTIN)
    kinds = (QLineEdit, QComboBox, QPlainTextEdit)
    fields = [w for kind in kinds for w in panel.findChildren(kind) if w.isVisible()]
    assert all(field.accessibleName() for field in fields)


def test_a_quote_has_no_attribute_fields(panel, desk):
    panel.set_current(QUOTE)
    fields = [w.accessibleName() for w in panel.findChildren(QLineEdit) if w.isVisible()]
    assert fields == ["Filter annotations by text, value or note"]
    click(named(panel, "Delete the annotation"))
    assert desk.said == [("delete", (QUOTE,))]
