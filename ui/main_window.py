"""Where things are: menus and tools, pages, panels, status line. What they do is in `ui.commands`."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QKeyCombination,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractScrollArea, QMainWindow, QMenu, QStackedWidget, QWidget

from ui.actions import Actions, Spec
from ui.frame.menus import Menus
from ui.frame.top_row import TopRow
from ui.panels.welcome_panel import WelcomePanel
from ui.style import assets, fitting
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from ui.article.view import ArticleView
    from ui.frame.panes import Panes
    from ui.frame.side_panel import SidePanel
    from ui.panels.annotations.annotations_panel import AnnotationsPanel
    from ui.panels.articles.articles_panel import ArticlesPanel
    from ui.panels.findings.findings_panel import FindingsPanel
    from ui.panels.labels.label_strip import LabelStrip
    from ui.panels.status_panel import StatusPanel
    from ui.widgets.panel import Panel

STATUS_HEIGHT = 26


class MainWindow(QMainWindow):
    """The window. It owns placement and menus and knows no project.

    It comes in two steps: the frame with menus and the first page, which can be shown at once, and `furnish`, which
    brings the article view and the panels.
    """

    view: "ArticleView"
    articles: "ArticlesPanel"
    labels: "LabelStrip"
    annotations: "AnnotationsPanel"
    findings: "FindingsPanel"
    status: "StatusPanel"
    panes: "Panes"
    workspace: object = None
    """What brings the window to life, kept alive by it."""

    closing = Signal(object)  # QCloseEvent for `ui.commands.closing`: ignore it to stay open
    files_dropped = Signal(list)  # paths as str
    refused = Signal(str)  # the id of a command whose key was pressed while it is grey

    def __init__(
        self,
        specs: Sequence[Spec[Any]],
        menus: Mapping[str, str],
        submenus: Mapping[str, tuple[str, str]],
    ) -> None:
        """Make the frame with commands and menus as `ui.commands.table` has them; what they do is bound later."""
        super().__init__()
        self.setObjectName("main-window")
        self.setWindowIcon(assets.icon("hashiya"))
        self.setAcceptDrops(True)
        actions = self.actions_table = Actions(specs, self)
        self.welcome = WelcomePanel()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(QWidget())  # blank, until the project that is being opened is there
        self.setCentralWidget(self._pages)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setFixedHeight(STATUS_HEIGHT)
        self.notice = Notice(self._pages)
        self.recent_menu = QMenu(self)
        self.top_row = TopRow(actions)
        self.setMenuWidget(self.top_row)
        self._menus = Menus(self, self.top_row.menus, actions, menus, submenus)
        self._menus["file"].insertMenu(actions["open-sample"], self.recent_menu)
        fitting.place_first(self)
        self._retranslate()

    def furnish(self) -> None:
        """Bring the article view, the panels and the status bar. Call once, before anything asks for them."""
        from ui.article.view import ArticleView
        from ui.frame.panes import Panes
        from ui.panels.annotations.annotations_panel import AnnotationsPanel
        from ui.panels.articles.articles_panel import ArticlesPanel
        from ui.panels.findings.findings_panel import FindingsPanel
        from ui.panels.labels.label_strip import LabelStrip
        from ui.panels.status_panel import StatusPanel

        self.view = ArticleView()
        self.view.set_command_keys(self.actions_table.bare_keys())
        self.articles = ArticlesPanel()
        self.labels = LabelStrip()
        self.annotations = AnnotationsPanel()
        self.findings = FindingsPanel()
        self.status = StatusPanel()
        self.panes = Panes(self.labels, self.articles, self.view)
        self._pages.addWidget(self.panes)
        self.statusBar().addPermanentWidget(self.status, 1)
        self.annotations.setWindowIcon(assets.icon("annotations"))
        self.findings.setWindowIcon(assets.icon("warning", "ink"))
        self._retranslate()
        self.add_page("annotations", self.annotations)
        self.add_page("findings", self.findings)
        self.notice.keep_clear = self._line_with_caret
        self.panes.changed.connect(self._show_what_is_open)
        self._show_what_is_open()

    # -- pages

    def show_welcome(self) -> None:
        """Show the page for when no project is open, and nothing that needs one."""
        self.set_focus_mode(False)
        self._pages.setCurrentWidget(self.welcome)
        self.welcome.take_focus()

    def show_blank(self) -> None:
        """Show an empty page while a project is being opened: the welcome page must not flash by."""
        self._pages.setCurrentIndex(1)

    def show_article_page(self) -> None:
        """Show the page on which one works; the keyboard begins in the text, not in the first field Qt comes upon."""
        if not self.is_on_article_page():
            self._pages.setCurrentWidget(self.panes)
            self.panes.focus_text()

    def is_on_article_page(self) -> bool:
        return "panes" in self.__dict__ and self._pages.currentWidget() is self.panes

    def menu(self, name: str) -> QMenu:
        return self._menus[name]

    def menu_titles(self) -> dict[str, str]:
        return self._menus.titles()

    # -- the panels

    @property
    def side(self) -> "SidePanel":
        """The panel at the trailing side with its pages."""
        return self.panes.side

    def add_page(self, name: str, page: "Panel") -> None:
        """Add a page to the side panel; its window title and icon are those of its tab.

        A command ``page-<name>`` of the table, where there is one, is checked while the page is on show.
        """
        self.side.add_page(name, page)
        self.side.page_changed.connect(self._show_what_is_open)

    def toggle_page(self, name: str) -> None:
        """Show a page of the side panel, or close the panel where the page is on show already."""
        if self.page_is_shown(name):
            self.panes.open_side(False)
        else:
            self.panes.open_page(name)

    def page_is_shown(self, name: str) -> bool:
        return self.panes.side_is_open and self.side.current == name

    def set_panel_count(self, name: str, count: int) -> None:
        """Say in the tab of a page how many things it lists; nothing is said of none."""
        self.side.set_count(name, count)

    def set_focus_mode(self, is_on: bool) -> None:
        """Show the text alone with the status line, which says whether the work is on disk; or everything again."""
        if "panes" not in self.__dict__:
            return
        self.panes.set_alone(is_on)

    def viewports(self) -> tuple[QWidget, ...]:
        """The areas of lists, which keep the mouse's buttons from the window."""
        parts = (self.panes.articles, self.panes.side)
        return tuple(
            view.viewport() for part in parts for view in part.findChildren(QAbstractScrollArea)
        )

    # -- where the window is

    @property
    def geometry_now(self) -> bytes:
        """Size, place and screen of the window, as `restore_geometry` reads it."""
        return bytes(self.saveGeometry().data())

    def restore_geometry(self, geometry: bytes) -> None:
        """Put the window back to where it was, as far as its screen has room; what Qt cannot read changes nothing."""
        if geometry:
            self.restoreGeometry(QByteArray(geometry))
        fitting.fit(self)

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.actions_table.retranslate()
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of the key of a grey command, which Qt gives to nobody: it must not look broken."""
        keypad = Qt.KeyboardModifier.KeypadModifier
        keys = QKeySequence(QKeyCombination(event.modifiers() & ~keypad, Qt.Key(event.key())))
        command = self.actions_table.greyed_by(keys)
        if command:
            self.refused.emit(command)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    # -- inside

    def _line_with_caret(self) -> QRect | None:
        """Return the line of the article on which the caret stands, in the pages' own coordinates."""
        if not self.view.isVisible():
            return None
        viewport = self.view.viewport()
        line = self.view.cursorRect()
        left = viewport.mapTo(self._pages, QPoint(0, line.top()))
        return QRect(left, QSize(viewport.width(), line.height()))

    def _show_what_is_open(self, *_: object) -> None:
        """Check the commands of what is open, and take the menus away from a text that stands alone."""
        panes, table = self.panes, self.actions_table
        self.top_row.setVisible(not panes.is_alone)
        states = {
            "articles-list": panes.articles_are_open,
            "side-panel": panes.side_is_open,
            "focus-mode": panes.is_alone,
            **{f"page-{name}": self.page_is_shown(name) for name in self.side.names},
        }
        for command, is_on in states.items():
            if command in table:
                table[command].setChecked(is_on)

    def _retranslate(self) -> None:
        self._menus.retranslate()
        self.recent_menu.setTitle(self.tr("Open &recent"))
        self.top_row.tools.setAccessibleName(self.tr("Tools"))
        if "panes" in self.__dict__:
            self.annotations.setWindowTitle(self.tr("Annotations"))
            self.findings.setWindowTitle(self.tr("Findings"))
