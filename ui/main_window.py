"""Where things are: docks, menus, toolbar, status bar. What they do is in `ui.commands`."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QWidget,
)

from ui.actions import Actions, Spec
from ui.menus import Menus, make_toolbar
from ui.panels.welcome_panel import WelcomePanel
from ui.settings import WindowPlace
from ui.style import assets
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from ui.article.view import ArticleView
    from ui.panels.annotations.annotations_panel import AnnotationsPanel
    from ui.panels.articles.articles_panel import ArticlesPanel
    from ui.panels.findings.findings_panel import FindingsPanel
    from ui.panels.labels.labels_panel import LabelsPanel
    from ui.panels.status_panel import StatusPanel

USUAL_SIZE = (1180, 760)
SIDE_WIDTH = 280
"""Logical pixels of the panels at the sides, at first."""
LABELS_HEIGHT = 190
"""The same for the labels: four and a heading."""


class MainWindow(QMainWindow):
    """The window. It owns placement and menus and knows no project.

    It comes in two steps: the frame with menus and the first page, which can be shown at once, and `furnish`, which
    brings the article view and the panels.
    """

    view: "ArticleView"
    articles: "ArticlesPanel"
    labels: "LabelsPanel"
    annotations: "AnnotationsPanel"
    findings: "FindingsPanel"
    status: "StatusPanel"
    workspace: object = None
    """What brings the window to life, kept alive by it."""

    closing = Signal(object)  # QCloseEvent for `ui.commands.closing`: ignore it to stay open
    files_dropped = Signal(list)  # paths as str
    turned = Signal()  # the layout direction changed, after the docks changed sides

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
        self.resize(*USUAL_SIZE)
        self.setAcceptDrops(True)
        actions = self.actions_table = Actions(specs, self)
        self.welcome = WelcomePanel()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(QWidget())  # blank, until the project that is being opened is there
        self.setCentralWidget(self._pages)
        self.statusBar()
        self.notice = Notice(self._pages)
        self._placed = False  # by a place remembered from an earlier run
        self.recent_menu = QMenu(self)
        self._docks: dict[str, QDockWidget] = {}
        self._panel_counts: dict[str, int] = {}
        self._menus = Menus(self, actions, menus, submenus)
        self._menus["file"].insertMenu(actions["open-sample"], self.recent_menu)
        self._toolbar = make_toolbar(self, actions)
        self._retranslate()

    def furnish(self) -> None:
        """Bring the article view, the panels and the status bar. Call once, before anything asks for them."""
        from ui.article.view import ArticleView
        from ui.panels.annotations.annotations_panel import AnnotationsPanel
        from ui.panels.articles.articles_panel import ArticlesPanel
        from ui.panels.findings.findings_panel import FindingsPanel
        from ui.panels.labels.labels_panel import LabelsPanel
        from ui.panels.status_panel import StatusPanel

        self.view = ArticleView()
        self.view.set_command_keys(self.actions_table.bare_keys())
        self.articles = ArticlesPanel()
        self.labels = LabelsPanel()
        self.annotations = AnnotationsPanel()
        self.findings = FindingsPanel()
        self.status = StatusPanel()
        self._pages.addWidget(self.view)
        self.statusBar().addPermanentWidget(self.status, 1)
        panels: dict[str, QWidget] = {
            "articles": self.articles,
            "labels": self.labels,
            "annotations": self.annotations,
            "findings": self.findings,
        }
        self._docks = {name: self._dock(name, panel) for name, panel in panels.items()}
        view = self._menus["view"]
        view.addSeparator()
        view.addActions([dock.toggleViewAction() for dock in self._docks.values()])
        self.arrange()
        self._show_panels(False)
        self._retranslate()

    # -- pages

    def show_welcome(self) -> None:
        """Show the page for when no project is open, and nothing that needs one."""
        self._pages.setCurrentWidget(self.welcome)
        self._show_panels(False)

    def show_blank(self) -> None:
        """Show an empty page while a project is being opened: the welcome page must not flash by."""
        self._pages.setCurrentIndex(1)

    def show_article_page(self) -> None:
        self._pages.setCurrentWidget(self.view)
        self._show_panels(True)

    def is_on_article_page(self) -> bool:
        return bool(self._docks) and self._pages.currentWidget() is self.view

    def menu(self, name: str) -> QMenu:
        return self._menus[name]

    def menu_titles(self) -> dict[str, str]:
        return self._menus.titles()

    def set_panel_count(self, name: str, count: int) -> None:
        """Say in the title of a panel how many things it lists; nothing is said of none."""
        if count != self._panel_counts.get(name, 0):
            self._panel_counts[name] = count
            self._retranslate()

    # -- panes

    def focus_pane(self, step: int) -> None:
        """Move the keyboard to the next (1) or previous (-1) of article, lists and editor."""
        panes: list[QWidget] = [self.view, self.articles, self.annotations, self.findings]
        panes = [pane for pane in panes if not pane.visibleRegion().isEmpty()]
        if not panes:
            return
        focused = QApplication.focusWidget()
        here = next(
            (
                i
                for i, p in enumerate(panes)
                if focused and (p is focused or p.isAncestorOf(focused))
            ),
            0,
        )
        pane = panes[(here + step) % len(panes)]
        if pane is self.articles:
            self.articles.focus_list()
        elif pane is self.annotations:
            self.annotations.focus_list()
        elif pane is self.findings:
            self.findings.focus_list()
        else:
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def arrange(self) -> None:
        """Put the docks back to where they belong: the list of articles where reading starts."""
        leading, trailing = (
            Qt.DockWidgetArea.LeftDockWidgetArea,
            Qt.DockWidgetArea.RightDockWidgetArea,
        )
        if self.isRightToLeft():
            leading, trailing = trailing, leading
        for dock in self._docks.values():
            dock.setFloating(False)
        self.addDockWidget(leading, self._docks["articles"])
        self.addDockWidget(trailing, self._docks["labels"])
        self.addDockWidget(trailing, self._docks["annotations"])
        self.splitDockWidget(
            self._docks["labels"], self._docks["annotations"], Qt.Orientation.Vertical
        )
        self.tabifyDockWidget(self._docks["annotations"], self._docks["findings"])
        self._docks["annotations"].raise_()
        self._size_docks()

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``: each has a place of its own that is remembered."""
        return "rtl" if self.isRightToLeft() else "ltr"

    @property
    def place(self) -> WindowPlace:
        return WindowPlace(bytes(self.saveGeometry().data()), bytes(self.saveState().data()))

    def restore_geometry(self, place: WindowPlace) -> None:
        """Put the window back to where it was; what Qt cannot read is left as it is now."""
        if place.geometry:
            self.restoreGeometry(QByteArray(place.geometry))

    def restore_place(self, place: WindowPlace) -> None:
        """Put window and docks back to where they were."""
        self.restore_geometry(place)
        if place.state:
            self._placed = True
            self.restoreState(QByteArray(place.state))
        self._show_panels(self.is_on_article_page())

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.actions_table.retranslate()
            self._retranslate()
        if event.type() == QEvent.Type.LayoutDirectionChange and self.__dict__.get("_docks"):
            self.arrange()
            self.turned.emit()

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

    def _dock(self, name: str, panel: QWidget) -> QDockWidget:
        dock = QDockWidget(self)
        dock.setObjectName(name)
        dock.setWidget(panel)
        dock.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable
            | QDockWidget.DockWidgetFeature.DockWidgetClosable
        )
        return dock

    def _show_panels(self, visible: bool) -> None:
        appears = visible and not any(dock.isVisibleTo(self) for dock in self._docks.values())
        for dock in self._docks.values():
            dock.setVisible(visible)
        if appears and not self._placed:  # hidden docks take no size
            self._docks["annotations"].raise_()
            self._size_docks()

    def _size_docks(self) -> None:
        docks = self._docks
        self.resizeDocks(list(docks.values()), [SIDE_WIDTH] * len(docks), Qt.Orientation.Horizontal)
        heights = [LABELS_HEIGHT, USUAL_SIZE[1] - LABELS_HEIGHT]
        self.resizeDocks([docks["labels"], docks["annotations"]], heights, Qt.Orientation.Vertical)

    def _retranslate(self) -> None:
        self._menus.retranslate()
        self.recent_menu.setTitle(self.tr("Open &recent"))
        self._toolbar.setWindowTitle(self.tr("Tools"))
        titles = {
            "articles": self.tr("Articles"),
            "labels": self.tr("Labels"),
            "annotations": self.tr("Annotations"),
            "findings": self.tr("Findings"),
        }
        for name, dock in self._docks.items():
            count = self._panel_counts.get(name)
            shown = f" ({self.locale().toString(count)})" if count else ""
            dock.setWindowTitle(titles[name] + shown)
