from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget

from ui import i18n
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
    """Return a function that shows a panel as wide as a dock and gives it the keyboard."""

    def shown(widget: QWidget, width: int = 260, height: int = 560) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return shown
