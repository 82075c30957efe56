from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model import Zone
from ui.i18n import isolate
from ui.panels.findings.zone_words import ZoneWords
from ui.style import assets
from ui.widgets.lines import one_line
from ui.widgets.panel import Panel

MOST_ROWS = 4
"""Rows shown without scrolling."""


class ZonesList(Panel):
    """The regions of the article that are out of scope; nothing at all where there are none."""

    chosen = Signal(object)
    """The `Zone` to go to."""
    removal_meant = Signal(object)
    """The `Zone` to put back in scope."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zones: tuple[Zone, ...] = ()
        self._text = ""
        self._words = ZoneWords(self)
        self._caption = QLabel()
        self._caption.setProperty("role", "caption")
        self._remove = QToolButton()
        self._remove.setIcon(assets.icon("remove"))
        self._remove.setAutoRaise(True)
        self._list = QListWidget()
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        head = QHBoxLayout()
        head.addWidget(self._caption, 1)
        head.addWidget(self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._list)
        self._list.itemClicked.connect(lambda _item: self._say(self.chosen))
        self._list.itemActivated.connect(lambda _item: self._say(self.chosen))
        self._list.currentRowChanged.connect(self._allow)
        self._remove.clicked.connect(lambda: self._say(self.removal_meant))
        self._retranslate()

    @property
    def landing(self) -> QWidget | None:
        return self._list if self._zones else None

    def show_zones(self, zones: Iterable[Zone], text: str) -> None:
        """List the zones of a layer in text order; ``text`` is its article's, as imported."""
        zones = tuple(sorted(zones))
        if (zones, text) != (self._zones, self._text):
            self._zones, self._text = zones, text
            self._list_again()

    def _list_again(self) -> None:
        row, text = self._list.currentRow(), self._text
        self._list.clear()
        for zone in self._zones:
            words = one_line(text[zone.span.start : zone.span.end])
            item = QListWidgetItem(
                assets.icon("zone"), f"{isolate(self._words.kind(zone.kind))}  {isolate(words)}"
            )
            item.setToolTip(words)
            self._list.addItem(item)
        if self._zones and row >= 0:
            self._list.setCurrentRow(min(row, len(self._zones) - 1))
        shown = min(max(len(self._zones), 1), MOST_ROWS)
        height = self._list.sizeHintForRow(0) if self._zones else 0
        self._list.setFixedHeight(shown * height + 2 * self._list.frameWidth())
        self.setVisible(bool(self._zones))
        self._allow()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _say(self, signal: SignalInstance) -> None:
        if 0 <= self._list.currentRow() < len(self._zones):
            signal.emit(self._zones[self._list.currentRow()])

    def _allow(self) -> None:
        self._remove.setEnabled(self._list.currentRow() >= 0)

    def _retranslate(self) -> None:
        self._caption.setText(self.tr("Out of scope"))
        self._list.setAccessibleName(self.tr("Text out of scope"))
        self._remove.setToolTip(self.tr("Put back in scope"))
        self._remove.setAccessibleName(self.tr("Put back in scope"))
        self._list_again()
