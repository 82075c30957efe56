"""Every kind of field in the popover, with the session that stores what is typed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from annotator.model import DEFAULT_SCHEMA, Attribute, AttributeKind
from tests.gui.panels.acts import click, named, press, turn_wheel, type_text
from tests.gui.panels.layers import (
    BAKU,
    DAY,
    PUTIN,
    STATEMENT,
    TEXT,
    sample_layer,
    with_attributes,
)
from ui.dialogs.article_details_dialog import ArticleDetails
from ui.popover.choice_row import ChoiceRow
from ui.popover.label_row import LabelRow
from ui.widgets.lines import STANDING

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NAME, DATE = "Canonical name", "Value (ISO 8601)"
POWER = Attribute("power", "Power", "السلطة", AttributeKind.CHOICE, choices=("state", "person"))


def with_power():
    actor = DEFAULT_SCHEMA.labels[0]
    return replace(
        DEFAULT_SCHEMA,
        labels=(replace(actor, attributes=(*actor.attributes, POWER)), *DEFAULT_SCHEMA.labels[1:]),
    )


def labels(desk):
    buttons = desk.popover.findChild(LabelRow)._buttons
    return {button.text(): button for button in buttons}


def choices(desk):
    return [
        c.words
        for row in desk.popover.findChildren(ChoiceRow)
        if row.isVisible()
        for c in row.choices
    ]


def says(desk, start):
    return any(word.startswith(start) for word in desk.words)


def test_the_value_is_selected_so_that_typing_replaces_it(desk):
    desk.open(PUTIN)
    assert desk.line(NAME).selectedText() == "فلاديمير بوتين"
    type_text("ب")
    assert desk.line(NAME).text() == "ب"


def test_a_text_that_is_no_date_is_called_so_while_it_is_typed_and_stored_all_the_same(desk):
    field = desk.open(DAY, DATE)
    type_text("2021-13")
    assert says(desk, "Not a date")
    assert field.accessibleDescription().startswith("Not a date")
    press(Key.Key_Backspace)
    press(Key.Key_Backspace)
    type_text("11")
    assert not says(desk, "Not a date")
    assert field.accessibleDescription() == ""
    field.selectAll()
    type_text("غدا")
    press(Key.Key_Return)
    assert desk.layer[DAY].attribute("value") == "غدا"


def test_a_date_typed_in_arabic_digits_is_stored_in_iso_digits(desk):
    desk.open(DAY)
    type_text("٢٠٢١-١١-٠٩/۲۰۲۱-۱۱-۱۰")
    press(Key.Key_Return)
    assert desk.layer[DAY].attribute("value") == "2021-11-09/2021-11-10"


def test_looking_at_values_that_a_line_cannot_show_changes_nothing(make_desk):
    layer = with_attributes(sample_layer(), DAY, value="٢٠٢١")
    layer = with_attributes(layer, BAKU, "أ\u00a0ب", canonical=" باكو\u00a0\nقديما ")
    desk = make_desk(layer)
    for annotation in (DAY, BAKU):
        desk.open(annotation)
        press(Key.Key_Tab)
        press(Key.Key_Return)
    assert desk.steps == 0


def test_a_name_that_ends_in_a_date_is_shown_upright_and_stored_as_it_was(make_desk):
    name = "البيان الثلاثي 2020-11-09"
    desk = make_desk(with_attributes(sample_layer(), STATEMENT, canonical=name))
    desk.open(STATEMENT)
    assert desk.line(NAME).text() == f"البيان الثلاثي {STANDING}2020-11-09"
    desk.line(NAME).end(False)
    type_text("!")
    press(Key.Key_Return)
    assert desk.layer[STATEMENT].attribute("canonical") == name + "!"


def test_names_are_completed_however_they_are_spelt_and_a_second_enter_stores(make_desk):
    desk = make_desk(with_attributes(sample_layer(), STATEMENT, canonical="إعلان"))
    desk.open(BAKU)
    type_text("فلاد")
    popup = desk.line(NAME).completer().popup()
    assert popup.isVisible()
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert desk.line(NAME).text() == "فلاديمير بوتين"
    desk.bench.qtbot.keyClick(desk.line(NAME), Key.Key_Return)
    assert desk.layer[BAKU].attribute("canonical") == "فلاديمير بوتين"


def test_one_enter_stores_though_names_are_offered(desk):
    desk.open(BAKU)
    type_text("فلاد")
    assert desk.line(NAME).completer().popup().isVisible()
    press(Key.Key_Return)
    assert desk.layer[BAKU].attribute("canonical") == "فلاد"
    assert not desk.is_open


def test_escape_closes_the_names_before_the_popover(desk):
    desk.open(BAKU)
    type_text("فلاد")
    press(Key.Key_Escape)
    assert desk.is_open
    assert not desk.line(NAME).completer().popup().isVisible()
    desk.bench.qtbot.keyClick(desk.line(NAME), Key.Key_Escape)
    assert not desk.is_open
    assert "canonical" not in desk.layer[BAKU].attributes


def test_a_choice_is_made_by_keys_and_stored_with_the_rest(make_desk):
    desk = make_desk(schema=with_power())
    desk.open(PUTIN, "Power")
    press(Key.Key_Down)
    for key in (Key.Key_Down, Key.Key_Return):
        press(key)
    assert desk.layer[PUTIN].attribute("power") == ""
    desk.bench.qtbot.keyClick(named(desk.popover, "Power"), Key.Key_Return)
    assert desk.layer[PUTIN].attribute("power") == "state"
    assert desk.steps == 1


def test_a_turned_wheel_changes_no_choice(make_desk):
    desk = make_desk(schema=with_power())
    desk.open(PUTIN, "Power")
    turn_wheel(named(desk.popover, "Power"))
    press(Key.Key_Return)
    assert desk.steps == 0


def test_a_stored_choice_that_is_none_any_more_stays_until_another_is_made(make_desk):
    desk = make_desk(with_attributes(sample_layer(), PUTIN, power="tsar"), schema=with_power())
    desk.open(PUTIN)
    assert named(desk.popover, "Power").currentText() == "tsar"
    press(Key.Key_Return)
    desk.open(BAKU)
    assert named(desk.popover, "Power").findText("tsar") < 0
    assert desk.steps == 0


def test_attributes_that_the_schema_does_not_have_stand_under_other_and_can_be_edited(make_desk):
    desk = make_desk(with_attributes(sample_layer(), BAKU, wikidata="Q9248"))
    desk.open(BAKU, "wikidata").selectAll()
    assert "Other" in desk.words
    type_text("Q1")
    press(Key.Key_Return)
    assert desk.layer[BAKU].attribute("wikidata") == "Q1"
    desk.open(PUTIN)
    assert "Other" not in desk.words


def test_a_label_is_chosen_by_its_key_and_brings_its_own_fields_and_only_its_values(desk):
    desk.open(PUTIN)
    press(Key.Key_2, CTRL)
    assert desk.line(DATE).hasFocus()
    assert labels(desk)["Date"].is_current
    press(Key.Key_Return)
    assert (desk.layer[PUTIN].label, desk.layer[PUTIN].attributes) == ("date", {})
    desk.bench.shortcut(Key.Key_Z, CTRL)
    assert desk.layer[PUTIN].attributes == {"canonical": "فلاديمير بوتين"}


def test_another_label_and_back_again_brings_the_values_back(desk):
    desk.open(PUTIN)
    press(Key.Key_2, CTRL)
    press(Key.Key_1, CTRL)
    assert desk.line(NAME).text() == "فلاديمير بوتين"
    press(Key.Key_Return)
    assert desk.steps == 0


def test_a_click_on_a_label_does_the_same(desk):
    desk.open(BAKU)
    click(labels(desk)["Agreement"])
    assert desk.line(NAME).hasFocus()
    press(Key.Key_Return)
    assert desk.layer[BAKU].label == "agreement"


def test_the_label_of_another_codebook_is_kept_until_one_is_chosen(make_desk):
    layer = sample_layer()
    desk = make_desk(layer.replaced(layer[BAKU], replace(layer[BAKU], label="place")))
    desk.open(BAKU)
    assert not any(button.is_current for button in labels(desk).values())
    press(Key.Key_Return)
    assert desk.layer[BAKU].label == "place"
    desk.open(BAKU)
    press(Key.Key_1, CTRL)
    press(Key.Key_Return)
    assert desk.layer[BAKU].label == "actor"


def test_a_required_attribute_says_so_while_it_is_empty(make_desk):
    actor = DEFAULT_SCHEMA.labels[0]
    required = replace(actor, attributes=(replace(actor.attributes[0], required=True),))
    desk = make_desk(schema=replace(DEFAULT_SCHEMA, labels=(required, *DEFAULT_SCHEMA.labels[1:])))
    desk.open(BAKU)
    assert desk.line(NAME).placeholderText() == "required"


def test_values_are_offered_and_taken_by_alt_and_a_digit(desk):
    desk.open(BAKU)
    assert choices(desk) == ["باكو"]
    assert says(desk, "as it is written")
    press(Key.Key_1, ALT)
    assert desk.line(NAME).text() == "باكو"
    assert desk.layer[BAKU].attributes == {}
    press(Key.Key_Return)
    assert desk.layer[BAKU].attribute("canonical") == "باكو"


def test_a_name_in_use_that_shares_a_word_is_offered_before_the_words_themselves(make_desk):
    desk = make_desk()
    desk.bench.session.tag("actor", desk.bench.span("بوتين"))
    desk.open(STATEMENT)
    assert choices(desk)[-1] == "البيان الثلاثي"
    assert choices(desk)[0] == "بيان 2020"


def test_a_date_offers_its_value_with_the_reason(make_desk):
    desk = make_desk(with_attributes(sample_layer(), DAY))
    desk.bench.session.set_metadata(ArticleDetails("عنوان", "2021-11-10"))
    desk.open(DAY)
    assert choices(desk) == ["2021-11-09"]
    press(Key.Key_1, ALT)
    press(Key.Key_Return)
    assert desk.layer[DAY].attribute("value") == "2021-11-09"


def test_every_field_is_named_for_a_screen_reader(make_desk):
    desk = make_desk(schema=with_power())
    for annotation in desk.layer:
        desk.open(annotation.id)
        kinds = (QLineEdit, QComboBox, QPlainTextEdit)
        fields = [w for kind in kinds for w in desk.popover.findChildren(kind) if w.isVisible()]
        assert all(field.accessibleName() for field in fields)
        press(Key.Key_Escape)


def test_the_language_can_change_while_the_popover_is_open(make_desk, qapp):
    from tests.gui.panels.acts import speak

    desk = make_desk()
    desk.open(PUTIN)
    speak(qapp, "ar", "IQ")
    assert desk.line("الاسم المعياري").text() == "فلاديمير بوتين"
    assert "فاعل" in labels(desk)
    speak(qapp, "en", "GB")


@pytest.mark.parametrize("text", [TEXT])
def test_an_article_open_for_reading_only_can_be_looked_at_and_not_changed(make_desk, text):
    desk = make_desk(text=text)
    desk.bench.session.layer_read_only = "of a newer Hashiya"
    desk.open(PUTIN)
    assert says(desk, "Open for reading only")
    assert desk.note.placeholderText() == ""
    assert not desk.line(NAME).isEnabled()
    type_text("x")
    press(Key.Key_Escape)
    assert desk.bench.view.hasFocus()
    assert desk.steps == 0
    assert QApplication.focusWidget() is desk.bench.view
