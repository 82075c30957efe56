"""A bug that nobody caught: written down, shown once, and the user decides whether to go on."""

import logging
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget

from ui import crash, settings
from ui.dialogs.errors.crash_dialog import CrashDialog
from ui.log.rotating import Log


@pytest.fixture
def hook(app, qtbot, monkeypatch, capfd):
    """Install the hook on a window and take it out again."""
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    window = QWidget()
    qtbot.addWidget(window)
    crash.install(window, lambda: 2, Log())
    return sys.excepthook


def raised(error: BaseException):
    try:
        raise error
    except type(error) as caught:
        return type(caught), caught, caught.__traceback__


def answer(role: QDialogButtonBox.ButtonRole, seen: list[str]) -> None:
    """Press a button of the dialog that is about to appear, as a user would."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CrashDialog)
        seen.append(dialog.report.toPlainText())
        seen.append(dialog.safety.text())
        (button,) = [b for b in dialog.buttons.buttons() if dialog.buttons.buttonRole(b) == role]
        button.click()

    QTimer.singleShot(0, press)


def log() -> str:
    return (settings.folder() / "log" / "hashiya.log").read_text(encoding="utf-8")


def test_a_bug_is_shown_with_its_report_and_written_down(hook, capfd) -> None:
    seen: list[str] = []
    answer(QDialogButtonBox.ButtonRole.AcceptRole, seen)
    hook(*raised(ValueError("عطل")))
    assert "ValueError: عطل" in seen[0]
    assert "2 change" in seen[1]
    assert "ValueError" in log()
    assert "عطل" not in log()  # words of an article may stand in a message
    assert "ValueError: عطل" in capfd.readouterr().err


def test_quitting_is_asked_of_the_application(hook, monkeypatch) -> None:
    quits: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda: quits.append(True))
    answer(QDialogButtonBox.ButtonRole.AcceptRole, [])
    hook(*raised(ValueError("x")))
    assert quits == []
    answer(QDialogButtonBox.ButtonRole.RejectRole, [])
    hook(*raised(ValueError("x")))
    assert quits == [True]


def test_a_bug_while_another_is_shown_is_written_down_and_piles_nothing_up(hook) -> None:
    seen: list[str] = []

    def again() -> None:
        hook(*raised(KeyError("second")))  # comes back at once: no dialog of its own
        answer(QDialogButtonBox.ButtonRole.AcceptRole, seen)

    QTimer.singleShot(0, again)
    hook(*raised(ValueError("first")))
    assert "ValueError: first" in seen[0]
    assert "first" in log()
    assert "KeyError" in log()


def test_ctrl_c_in_the_terminal_is_no_bug(hook, capfd) -> None:
    hook(*raised(KeyboardInterrupt()))
    assert "KeyboardInterrupt" in capfd.readouterr().err
    assert not (settings.folder() / "log" / "hashiya.log").exists()


def test_a_log_that_cannot_be_written_hides_nothing(hook) -> None:
    folder = settings.folder() / "log"
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file where the folder belongs")
    seen: list[str] = []
    answer(QDialogButtonBox.ButtonRole.AcceptRole, seen)
    hook(*raised(ValueError("shown all the same")))
    assert "shown all the same" in seen[0]
    assert not logging.getLogger("hashiya").handlers
