from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QWidget

from ui.frame.page_tabs import PageTabs
from ui.frame.pane import Pane
from ui.style import assets
from ui.widgets.panel import Panel

LEAST = QSize(200, 120)


class SidePanel(Pane):
    """The one panel at the trailing side: pages under tabs, one of them in front."""

    close_requested = Signal()
    page_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LEAST, parent)
        self.setObjectName("side-panel")
        self._names: list[str] = []
        self._by_name: dict[str, Panel] = {}
        self.tabs = PageTabs()
        self._pages = QStackedWidget()
        self._close = QToolButton()
        self._close.setIcon(assets.icon("hide"))
        self._close.setAutoRaise(True)
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.close_requested)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(2)
        row.addWidget(self.tabs, 1)
        row.addWidget(self._close)
        self.column.addLayout(row)
        self.column.addWidget(self._pages, 1)
        self.tabs.currentChanged.connect(self._turn)
        self._retranslate()

    def add_page(self, name: str, page: Panel) -> None:
        """Add a page behind the others. Its window title and icon are those of its tab, and may change later."""
        self._names.append(name)
        self._by_name[name] = page
        self._pages.addWidget(page)
        self.tabs.add(page.windowTitle(), page.windowIcon())
        page.windowTitleChanged.connect(lambda title: self.tabs.rename(self._place(name), title))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._names)

    @property
    def current(self) -> str:
        """The name of the page in front; empty while there is none."""
        place = self.tabs.currentIndex()
        return self._names[place] if 0 <= place < len(self._names) else ""

    def page(self, name: str) -> Panel:
        return self._by_name[name]

    def bring_forward(self, name: str) -> None:
        """Put a page in front; one that this version does not have is no page to bring."""
        if name in self._names:
            self.tabs.setCurrentIndex(self._place(name))

    def set_count(self, name: str, count: int) -> None:
        """Say in the tab of a page how many things it lists; nothing is said of none."""
        self.tabs.set_count(self._place(name), count)

    def title(self, name: str) -> str:
        """Return what a page's tab says in full."""
        return self.tabs.words(self._place(name))

    def take_focus(self) -> None:
        """Put the keyboard into the page in front, or on the tabs where that has nothing to take it."""
        page = self._by_name[self.current]
        if page.landing is None:
            self.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            page.take_focus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _place(self, name: str) -> int:
        return self._names.index(name)

    def _turn(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        if self.current:
            self.page_changed.emit(self.current)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Side panel"))
        words = self.tr("Close the side panel")
        self._close.setToolTip(words)
        self._close.setAccessibleName(words)
