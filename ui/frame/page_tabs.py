from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from ui.widgets import numbers

HEIGHT = 30


@dataclass(slots=True)
class _Tab:
    title: str
    icon: QIcon
    count: int = 0

    @property
    def words(self) -> str:
        return f"{self.title} {numbers.count(self.count)}" if self.count else self.title

    @property
    def short(self) -> str:
        return numbers.count(self.count) if self.count else ""


class PageTabs(QTabBar):
    """The tabs of the side panel: names with counts; where they have no room, only the front one keeps its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: list[_Tab] = []
        self._is_short = False
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
        self._show(short=False)
        if len(self._tabs) > 1 and super().sizeHint().width() > self.width():
            self._show(short=True)

    def _show(self, *, short: bool) -> None:
        self._is_short = short
        for place in range(min(len(self._tabs), self.count())):
            self._show_one(place)

    def _show_one(self, place: int) -> None:
        tab = self._tabs[place]
        is_short = self._is_short and place != self.currentIndex()
        self.setTabText(place, tab.short if is_short else tab.words)
        self.setTabIcon(place, tab.icon if is_short else QIcon())
        self.setTabToolTip(place, tab.words if is_short else "")
        self.setAccessibleTabName(place, tab.words)
