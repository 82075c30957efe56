from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from ui.widgets import numbers

HEIGHT = 30


LEAST_NAME = 30
"""Pixels of a name under which it says less than its icon."""

BESIDE_NAME = 12
"""Pixels that the style sheet keeps free beside the name of a tab."""


class Fit(Enum):
    """What there is room for: everything, names without counts and as short as needed, or icons behind the front tab."""

    WHOLE = auto()
    TIGHT = auto()
    ICONS = auto()


@dataclass(slots=True)
class _Tab:
    title: str
    icon: QIcon
    count: int = 0

    @property
    def words(self) -> str:
        return f"{self.title} {numbers.count(self.count)}" if self.count else self.title

    @property
    def number(self) -> str:
        return numbers.count(self.count) if self.count else ""


class PageTabs(QTabBar):
    """The tabs of the side panel: names with counts; where they have no room, those behind are shortened, or icons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: list[_Tab] = []
        self._fitted = Fit.WHOLE
        self._room = 0
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setIconSize(QSize(16, 16))
        self.setFixedHeight(HEIGHT)
        self.currentChanged.connect(self._fit)

    def add(self, title: str, icon: QIcon) -> int:
        self._tabs.append(_Tab(title, icon))
        place = self.addTab(title)
        self._fit()
        return place

    def rename(self, place: int, title: str) -> None:
        self._tabs[place].title = title
        self._fit()

    def set_count(self, place: int, count: int) -> None:
        """Say behind the name how many things the page lists; nothing is said of none."""
        tab = self._tabs[place]
        if tab.count == count:
            return
        before, tab.count = tab.words, count
        widths = [self.fontMetrics().horizontalAdvance(words) for words in (before, tab.words)]
        if widths[0] == widths[1]:  # most often: one more or one less, and none of the tabs moves
            self._show_one(place)
        else:
            self._fit()

    def words(self, place: int) -> str:
        """What the tab is called with its count, however little of it is on the screen."""
        return self._tabs[place].words

    def minimumSizeHint(self) -> QSize:
        return QSize(0, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (
            QEvent.Type.FontChange,
            QEvent.Type.StyleChange,
            QEvent.Type.LanguageChange,
        ):
            self._fit()

    def _fit(self, *_: object) -> None:
        for fit in Fit:
            self._fitted, self._room = fit, self._room_for_names()
            for place in range(min(len(self._tabs), self.count())):
                self._show_one(place)
            if self._fits():
                return

    def _fits(self) -> bool:
        if self._fitted == Fit.TIGHT and self._room < LEAST_NAME:
            return False
        return len(self._tabs) < 2 or super().sizeHint().width() <= self.width()

    def _room_for_names(self) -> int:
        """Return how many pixels each name behind the front one may take, so that short ones leave theirs to the long."""
        measures, front = self.fontMetrics(), self.currentIndex()
        wanted = sorted(
            measures.horizontalAdvance(tab.title)
            for place, tab in enumerate(self._tabs)
            if place != front
        )
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        shown = self._tabs[front].words if 0 <= front < len(self._tabs) else ""
        left = self.width() - QFontMetrics(bold).horizontalAdvance(shown)
        left -= (BESIDE_NAME + 1) * len(self._tabs)
        for number, width in enumerate(wanted):
            share = left // (len(wanted) - number)
            if width > share:
                return share
            left -= width
        return max(wanted, default=0)

    def _show_one(self, place: int) -> None:
        tab, fit = self._tabs[place], self._fitted
        if place == self.currentIndex():
            fit = Fit.WHOLE
        elided = self.fontMetrics().elidedText(tab.title, Qt.TextElideMode.ElideRight, self._room)
        words = {Fit.WHOLE: tab.words, Fit.TIGHT: elided, Fit.ICONS: tab.number}[fit]
        if words != self.tabText(place):  # Qt lays all tabs out anew for the same words too
            self.setTabText(place, words)
        if (fit == Fit.ICONS) == self.tabIcon(place).isNull():
            self.setTabIcon(place, tab.icon if fit == Fit.ICONS else QIcon())
        self.setTabToolTip(place, "" if words == tab.words else tab.words)
        self.setAccessibleTabName(place, tab.words)
