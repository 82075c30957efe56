from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui import i18n
from ui.dialogs.transfer.import_dialog import ImportDialog
from ui.style import theme

Show = Callable[..., Any]


@pytest.fixture(autouse=True)
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application in English and light, before the test and after whatever it made of it."""
    before = QLocale()
    i18n.install(qapp, "en", "GB")
    theme.apply(qapp, "light")
    yield qapp
    i18n.install(qapp, "en", "GB")
    theme.apply(qapp, "light")
    QLocale.setDefault(before)


@pytest.fixture
def show(qtbot) -> Show:
    """Return a function that shows a dialog and gives it the keyboard."""

    def shown(dialog: QDialog) -> QWidget:
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        if isinstance(dialog, ImportDialog):
            wait_for_look(qtbot, dialog)
        return dialog

    return shown


def wait_for_look(qtbot, dialog: ImportDialog) -> None:
    """Wait until the dialog has looked into its files, as somebody does who reads what it says of them."""
    qtbot.waitUntil(lambda: not dialog.is_looking)
