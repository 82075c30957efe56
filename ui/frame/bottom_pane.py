from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ui.frame.pane import Pane
from ui.style import assets
from ui.widgets.panel import Panel

LEAST = QSize(240, 130)


class BottomPane(Pane):
    """A panel under the text, with its title and a button that closes it."""

    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LEAST, parent)
        self._panel: Panel | None = None
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._close = QToolButton()
        self._close.setIcon(assets.icon("close"))
        self._close.setAutoRaise(True)
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.close_requested)
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 4, 0)
        row.addWidget(self._title, 1)
        row.addWidget(self._close)
        self.column.addLayout(row)
        self._retranslate()
        self.hide()

    @property
    def panel(self) -> Panel | None:
        return self._panel

    def hold(self, panel: Panel) -> None:
        """Hold a panel from now on; its window title stands over it."""
        self._panel = panel
        self.column.addWidget(panel, 1)
        panel.windowTitleChanged.connect(self._title.setText)
        self._title.setText(panel.windowTitle())

    def take_focus(self) -> None:
        if self._panel is not None:
            self._panel.take_focus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        words = self.tr("Close this panel")
        self._close.setToolTip(words)
        self._close.setAccessibleName(words)
