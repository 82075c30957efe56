import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.dialogs.annotator_dialog import AnnotatorChoice, AnnotatorDialog


def test_typing_a_name_and_pressing_enter_answers_with_it(show):
    dialog = show(AnnotatorDialog())
    QTest.keyClicks(dialog.name, "  Sara   Haddad ")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.result()
    assert dialog.choice() == AnnotatorChoice("Sara Haddad")


def test_a_suggested_name_is_replaced_by_typing(show):
    dialog = show(AnnotatorDialog("root"))
    QTest.keyClicks(dialog.name, "sara")
    assert dialog.choice().name == "sara"


def test_a_decomposed_name_is_kept_composed():
    assert AnnotatorDialog("Zoe\u0301").choice().name == "Zoé"


@pytest.mark.parametrize("name", ["", "   ", "gold", "Gold", "x" * 81, "a\u0007b"])
def test_an_unusable_name_is_explained_and_keeps_the_dialog_open(show, name):
    dialog = show(AnnotatorDialog(name))
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.field.message.isVisible()
    assert len(dialog.field.message.text()) > 20
    assert dialog.name.hasFocus()


def test_the_message_goes_away_while_the_name_is_mended(show):
    dialog = show(AnnotatorDialog())
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.name, "s")
    assert not dialog.field.message.isVisible()


def test_nobody_is_scolded_before_they_tried(show):
    assert not show(AnnotatorDialog()).field.message.isVisible()


def test_a_known_name_says_that_work_continues(show):
    dialog = show(AnnotatorDialog("ليلى", ["ليلى", "Omar"]))
    assert "continue" in dialog.field.hint.text()
    dialog.name.setText("omar")
    assert "Omar" in dialog.field.hint.text()


def test_the_gold_layer_is_nobodys_name_to_continue():
    assert "gold" not in AnnotatorDialog("", ["gold", "sara"]).field.hint.text()
