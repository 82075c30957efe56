from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit

from annotator.model import DEFAULT_SCHEMA, Attribute, AttributeKind, CliticPolicy, Schema
from annotator.model.label_palette import KEYS, TWELVE, offered
from annotator.model.schema import NAME, PATTERNS
from ui import i18n
from ui.dialogs.schema.schema_checks import free_name
from ui.dialogs.schema.schema_dialog import SchemaDialog
from ui.style import theme

COUNTS = {"actor": 132, "date": 44}


@pytest.fixture
def dialog(show):
    return show(SchemaDialog(DEFAULT_SCHEMA, COUNTS, carried={("actor", "canonical"): 9}))


def schema(dialog) -> Schema:
    return dialog.choice().schema


def test_nothing_touched_is_the_same_schema(dialog):
    assert schema(dialog) == DEFAULT_SCHEMA


def test_walking_through_the_labels_changes_none(dialog):
    for row in range(4):
        dialog.list.setCurrentRow(row)
    assert schema(dialog) == DEFAULT_SCHEMA


def test_renaming_a_used_label_keeps_its_machine_name(dialog):
    dialog.form.title_en.setText("Player")
    dialog.form.title_ar.setText("لاعب")
    label = schema(dialog).labels[0]
    assert (label.name, label.title_en, label.title_ar) == ("actor", "Player", "لاعب")


def test_a_new_label_is_ready_but_for_its_names(dialog):
    QTest.mouseClick(dialog.commands["add"], Qt.MouseButton.LeftButton)
    assert dialog.form.title_en.hasFocus()
    QTest.keyClicks(dialog.form.title_en, "Armed group")
    dialog.form.title_ar.setText("جماعة مسلحة")
    dialog.accept()
    assert dialog.result()
    label = schema(dialog).labels[-1]
    assert (label.name, label.key, label.pattern) == ("armed_group", "5", "wave")
    assert label.colours == TWELVE[0]


def test_twelve_labels_can_be_added_and_all_differ(dialog):
    for number in range(12):
        dialog.add_label()
        dialog.form.title_en.setText(f"Label {number}")
        dialog.form.title_ar.setText(f"تصنيف {number}")
    labels = schema(dialog).labels
    assert len({label.colours for label in labels}) == 16
    assert len({label.key for label in labels}) == 16
    assert {label.pattern for label in labels} == set(PATTERNS)


def test_a_label_without_names_is_explained_and_found(dialog):
    dialog.add_label()
    dialog.list.setCurrentRow(0)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.list.currentRow() == 4
    assert dialog.form.fields["title_en"].message.isVisible()


def test_a_label_in_use_cannot_be_removed(dialog):
    QTest.mouseClick(dialog.commands["remove"], Qt.MouseButton.LeftButton)
    assert len(schema(dialog).labels) == 4
    assert dialog.refusal.isVisible()
    assert "132" in dialog.refusal.text()


def test_a_label_that_nobody_used_goes_with_its_relations(dialog):
    dialog.list.setCurrentRow(2)
    QTest.mouseClick(dialog.commands["remove"], Qt.MouseButton.LeftButton)
    assert [label.name for label in schema(dialog).labels] == ["actor", "date", "agreement"]
    assert schema(dialog).relations == ()


def test_the_last_label_stays(show):
    dialog = show(SchemaDialog(Schema(DEFAULT_SCHEMA.labels[:1]), {}))
    dialog.remove_label()
    assert len(schema(dialog).labels) == 1
    assert dialog.refusal.isVisible()


def test_labels_can_be_put_in_another_order(dialog):
    QTest.mouseClick(dialog.commands["down"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.commands["down"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.commands["up"], Qt.MouseButton.LeftButton)
    assert [label.name for label in schema(dialog).labels] == [
        "date",
        "actor",
        "quote",
        "agreement",
    ]
    assert dialog.list.currentRow() == 1


def test_a_key_taken_twice_is_said_at_once_and_not_saved(dialog):
    dialog.list.setCurrentRow(1)
    dialog.form.key.set_value("1")
    assert dialog.form.fields["key"].message.isVisible()
    assert "Actor" in dialog.form.fields["key"].message.text()
    dialog.accept()
    assert dialog.isVisible()
    dialog.form.key.set_value("D")
    assert not dialog.form.fields["key"].message.isVisible()
    dialog.accept()
    assert schema(dialog).labels[1].key == "D"


def test_two_labels_may_have_no_key(dialog):
    for row in (0, 1):
        dialog.list.setCurrentRow(row)
        dialog.form.key.set_value("")
    dialog.accept()
    assert dialog.result()


def test_no_key_of_the_article_view_is_offered():
    assert not set("ACFJKLNOPRX") & set(KEYS)
    assert len(set(KEYS)) == len(KEYS)


def test_a_colour_is_chosen_by_arrow_keys_as_they_point(app, dialog):
    grid = dialog.form.colours
    grid.setFocus()
    QTest.keyClick(grid.focusProxy(), Qt.Key.Key_Right)
    assert schema(dialog).labels[0].colours == DEFAULT_SCHEMA.labels[1].colours
    i18n.install(app, "ar")
    app.processEvents()
    QTest.keyClick(grid.focusProxy(), Qt.Key.Key_Right)
    assert schema(dialog).labels[0].colours == DEFAULT_SCHEMA.labels[0].colours


def test_a_colour_is_chosen_by_click(dialog):
    QTest.mouseClick(dialog.form.colours._group.button(5), Qt.MouseButton.LeftButton)
    assert schema(dialog).labels[0].colours == offered(DEFAULT_SCHEMA)[5]


def test_attributes_can_be_added_and_edited(dialog):
    dialog.list.setCurrentRow(2)
    table = dialog.form.attributes
    for english, arabic, kind, choices in (
        ("Tone", "النبرة", AttributeKind.CHOICE, "calm، angry, calm"),
        ("Said on", "قيل في", AttributeKind.DATE, ""),
    ):
        QTest.mouseClick(dialog.form.add, Qt.MouseButton.LeftButton)
        row = table.rowCount() - 1
        table.cellWidget(row, 0).setText(english)
        table.cellWidget(row, 1).setText(arabic)
        table.cellWidget(row, 2).set_value(kind)
        table.cellWidget(row, 4).setText(choices)
    table.cellWidget(1, 3).findChild(QCheckBox).setChecked(True)
    dialog.accept()
    assert schema(dialog).labels[2].attributes == (
        Attribute("tone", "Tone", "النبرة", AttributeKind.CHOICE, choices=("calm", "angry")),
        Attribute("said_on", "Said on", "قيل في", AttributeKind.DATE, required=True),
    )


def test_two_new_attributes_of_one_name_stay_two(dialog):
    table = dialog.form.attributes
    for _ in range(2):
        table.add()
        row = table.rowCount() - 1
        table.cellWidget(row, 0).setText("Role")
        table.cellWidget(row, 1).setText("دور")
    assert [a.name for a in schema(dialog).labels[0].attributes] == ["canonical", "role", "role_2"]


def test_an_attribute_that_annotations_carry_stays(dialog):
    table = dialog.form.attributes
    QTest.mouseClick(table.cellWidget(0, 5), Qt.MouseButton.LeftButton)
    assert [a.name for a in schema(dialog).labels[0].attributes] == ["canonical"]
    assert "9" in dialog.form.fields["attributes"].message.text()


def test_an_attribute_that_nobody_filled_goes(dialog):
    dialog.list.setCurrentRow(3)
    QTest.mouseClick(dialog.form.attributes.cellWidget(0, 5), Qt.MouseButton.LeftButton)
    assert schema(dialog).labels[3].attributes == ()


@pytest.mark.parametrize("fault", ["name", "choices"])
def test_an_unfinished_attribute_is_explained(dialog, fault):
    table = dialog.form.attributes
    table.add()
    if fault == "choices":
        table.cellWidget(1, 0).setText("Tone")
        table.cellWidget(1, 1).setText("النبرة")
        table.cellWidget(1, 2).set_value(AttributeKind.CHOICE)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.form.fields["attributes"].message.isVisible()


def test_what_becomes_of_clitics_is_part_of_the_label(dialog):
    dialog.form.clitics.set_value(CliticPolicy.KEEP)
    dialog.list.setCurrentRow(1)
    dialog.list.setCurrentRow(0)
    assert schema(dialog).labels[0].clitics == CliticPolicy.KEEP
    assert schema(dialog).labels[1].clitics == DEFAULT_SCHEMA.labels[1].clitics


def test_whether_annotations_may_cross_is_part_of_the_answer(dialog):
    dialog.crossing.setChecked(False)
    assert schema(dialog) == replace(DEFAULT_SCHEMA, allow_crossing=False)


def test_a_key_of_an_older_schema_is_kept_until_it_is_changed(show):
    odd = replace(DEFAULT_SCHEMA.labels[0], key="K")
    dialog = show(SchemaDialog(Schema((odd,)), {}))
    assert schema(dialog).labels[0].key == "K"


@given(st.text(), st.lists(st.sampled_from(["label", "a", "label_2"]), max_size=3))
def test_any_title_gives_a_plain_name_that_is_free(title, taken):
    name = free_name(title, taken, "label")
    assert NAME.fullmatch(name)
    assert name not in taken


@pytest.mark.parametrize("dark", [False, True])
def test_every_offered_colour_can_be_read_on(dark):
    for colours in offered(DEFAULT_SCHEMA):
        label = replace(DEFAULT_SCHEMA.labels[0], colours=colours)
        tint, _ = theme.label_colours(label, dark)
        assert (tint.lightness() < 128) is dark


def test_names_of_attributes_are_seen_from_their_first_letter(show):
    dialog = show(SchemaDialog(DEFAULT_SCHEMA, {}))
    cells = [line for line in dialog.findChildren(QLineEdit) if line.property("role") == "cell"]
    assert cells
    assert {line.cursorPosition() for line in cells} == {0}
