import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator import errors
from ui import i18n
from ui.dialogs.about_dialog import AboutDialog
from ui.dialogs.errors import crash_dialog
from ui.dialogs.errors.crash_dialog import CrashDialog
from ui.dialogs.errors.error_box import ErrorBox
from ui.log.rotating import Log
from ui.style.body_scroller import BodyScroller
from ui.wording.error_words import advice, headline, short

KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type)
    and issubclass(kind, errors.AnnotatorError)
    and kind not in (errors.AnnotatorError, errors.CancelledError)
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_error_has_words_of_its_own(kind):
    others = {headline(other("x")) for other in KINDS if other is not kind}
    assert headline(kind("x")) not in others


def test_an_error_of_a_new_kind_still_has_words():
    class Odd(errors.AnnotatorError):
        pass

    assert headline(Odd("x"))
    assert advice(Odd("x")) == ""


def test_a_special_kind_beats_the_general_one():
    assert headline(errors.LockedError("x")) != headline(errors.ProjectError("x"))


def test_the_box_says_what_where_and_what_to_do(show):
    error = errors.LockedError("sara is at work on karabakh since 14:02")
    box = show(ErrorBox(error, "The project could not be opened"))
    assert "karabakh" in box.detail.text()
    QTest.mouseClick(box.copy, Qt.MouseButton.LeftButton)
    assert (
        QGuiApplication.clipboard().text()
        == "The project could not be opened\nLockedError: sara is at work on karabakh since 14:02"
    )


def test_the_particulars_keep_their_direction_in_an_arabic_window(app, show):
    i18n.install(app, "ar")
    box = show(ErrorBox(errors.ProjectError("ليلى is at work")))
    assert box.detail.text()[0] == "\u200e"


def test_the_box_goes_with_enter(show):
    box = show(ErrorBox(errors.TextError("the file is empty")))
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert not box.isVisible()


@pytest.mark.parametrize(
    ("unsaved", "said"),
    [(0, "every change is on the disk"), (1, "1 change"), (3, "3 change"), (None, "may be lost")],
)
def test_a_crash_says_about_the_work_only_what_is_known(show, unsaved, said):
    assert said in show(CrashDialog("Traceback", unsaved=unsaved)).safety.text()


def test_a_crash_claims_nothing_is_lost_only_when_nothing_is(show):
    for unsaved in (1, None):
        assert "Your work is saved" not in show(CrashDialog("x", unsaved=unsaved)).safety.text()


def test_a_crash_report_can_be_copied_with_the_versions(show):
    dialog = show(CrashDialog("Traceback\nZeroDivisionError: division by zero", unsaved=0))
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "\nHashiya " in copied
    assert "Screen " in copied
    assert "ZeroDivisionError: division by zero" in copied


def test_the_log_folder_is_opened_where_there_is_one(show, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(crash_dialog.QDesktopServices, "openUrl", opened.append)
    dialog = show(CrashDialog("x", unsaved=0, log=Log(tmp_path)))
    QTest.mouseClick(dialog.log, Qt.MouseButton.LeftButton)
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]
    assert not show(CrashDialog("x", unsaved=0)).log.isVisible()


def test_going_on_and_quitting_are_told_apart(show):
    going_on = show(CrashDialog("x", unsaved=0))
    QTest.keyClick(going_on, Qt.Key.Key_Return)
    assert going_on.result() == CrashDialog.DialogCode.Accepted
    quitting = show(CrashDialog("x", unsaved=0))
    QTest.keyClick(quitting, Qt.Key.Key_Escape)
    assert quitting.result() == CrashDialog.DialogCode.Rejected


def test_about_copies_what_a_report_needs(show):
    dialog = show(AboutDialog())
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert "Qt 6" in QGuiApplication.clipboard().text()


def test_a_short_message_in_arabic_says_first_of_what_kind_the_english_error_is(app):
    i18n.install(app, "ar")
    said = short(errors.SearchError("no such expression: بوتين"))
    assert said.startswith("لا يمكن البحث عن هذا")
    assert "no such expression" in said
    assert short(errors.AnnotatorError("افتح مقالًا أولًا")) == "افتح مقالًا أولًا"
    i18n.install(app, "en")
    assert short(errors.SearchError("no such expression")) == "no such expression"


def test_a_box_with_little_to_say_has_no_empty_room(show):
    box = show(ErrorBox(errors.LockedError("x")))
    QApplication.processEvents()
    body = box.findChild(BodyScroller)
    assert body.height() == body.height_wanted(body.viewport().width())
