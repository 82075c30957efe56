"""The review's own window: which pages there are and where they stand."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QMainWindow,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.review.charts.bars_chart import BarsChart
from ui.review.charts.chart_page import ChartPage
from ui.review.charts.grid_chart import GridChart
from ui.review.charts.stacked_chart import StackedChart
from ui.review.charts.time_chart import TimeChart
from ui.review.deciding.compare_page import ComparePage
from ui.review.pages.articles_page import ArticlesPage
from ui.review.pages.confusion_page import ConfusionPage
from ui.review.pages.feedback_page import FeedbackPage
from ui.review.pages.filter_bar import FilterBar
from ui.review.pages.list_page import ListPage
from ui.review.pages.overview_page import OverviewPage
from ui.review.pages.questions_page import QuestionsPage
from ui.style import fitting
from ui.style.wrapping import wrap
from ui.widgets.notice import Notice
from ui.widgets.save_label import SaveLabel

PAGES = (
    "overview",
    "pairs",
    "labels",
    "kinds",
    "confusion",
    "votes",
    "values",
    "links",
    "time",
    "articles",
    "list",
    "compare",
    "feedback",
    "questions",
)
NUMBERLESS = ("questions",)
"""Pages that need no numbers: they are there while those are counted, and where there are none."""

NARROW = 1100
"""Logical pixels of a window below which an article is compared without the list of pages beside it."""

SIZE = (1180, 780)
SIDE = 190
ROW = 32
"""Logical pixels: width of the list of pages, and height of one of them."""


class ReviewWindow(QMainWindow):
    """Places the pages beside their list; what they show comes from `reviewing.Reviewing`."""

    page_shown = Signal(str)
    undo_meant = Signal()
    redo_meant = Signal()
    refresh_meant = Signal()
    stop_meant = Signal()
    closed = Signal()

    def __init__(self, list_page: ListPage, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("review-window")
        self.resize(QSize(*SIZE).boundedTo(fitting.largest(self)))
        self.overview = OverviewPage()
        self.pairs = ChartPage(GridChart())
        self.labels = ChartPage(BarsChart())
        self.kinds = ChartPage(StackedChart())
        self.confusion = ConfusionPage()
        self.votes = ChartPage(StackedChart())
        self.values = ChartPage(BarsChart())
        self.links = ChartPage(BarsChart())
        self.time = ChartPage(TimeChart())
        self.articles = ArticlesPage()
        self.list = list_page
        self.compare = ComparePage()
        self.feedback = FeedbackPage()
        self.questions = QuestionsPage()
        self.filters = FilterBar()
        self.save_label = SaveLabel()
        self.nav = QListWidget()
        self.nav.setFixedWidth(SIDE)
        self.nav.setFrameShape(QFrame.Shape.NoFrame)
        self.nav.setProperty("role", "pages")
        self.stack = QStackedWidget()
        for name in PAGES:
            self.nav.addItem("")
            self.nav.item(self.nav.count() - 1).setSizeHint(QSize(SIDE - 8, ROW))
            self.stack.addWidget(self.page(name))
        self.missing = QLabel()
        wrap(self.missing)
        self.missing.setContentsMargins(16, 4, 16, 4)
        self.message, self.busy, self.stop = QLabel(), QProgressBar(), QPushButton()
        wrap(self.message)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.busy.setTextVisible(False)
        self.stop.clicked.connect(self.stop_meant)
        self._is_waiting = False
        self._is_alone = False
        self._place()
        self._give_room()
        self._show_filters()
        self.nav.setCurrentRow(0)
        self.nav.currentRowChanged.connect(self._turn)
        self.compare.pages.clicked.connect(self._show_pages_menu)
        self.nav.itemActivated.connect(lambda _item: self.focus_page())
        self._actions: dict[str, QAction] = {}
        self._make_actions()
        self._retranslate()

    def page(self, name: str) -> QWidget:
        return getattr(self, name)

    @property
    def shown(self) -> str:
        return PAGES[self.stack.currentIndex()]

    def show_page(self, name: str) -> None:
        """Turn to a page and give it the keyboard."""
        self.nav.setCurrentRow(PAGES.index(name))
        self.focus_page()

    @property
    def shows_pages(self) -> bool:
        """Whether there are numbers, so that every page has something to show."""
        return not self._is_waiting

    def show_pages(self) -> None:
        self._is_alone = False
        self._wait(False)

    def _wait(self, is_waiting: bool) -> None:
        """Show pages, or what they wait for in the place of those that are made of numbers."""
        self._is_waiting = is_waiting
        self._show_nav()
        stands = self.shown in NUMBERLESS or (self._is_alone and self.shown == "overview")
        self._body.setCurrentIndex(1 if is_waiting and not stands else 0)
        self._show_filters()

    def show_busy(self, words: str) -> None:
        """Show that something is being counted, until `show_pages` or `show_message`."""
        self.message.setText(words)
        self.busy.setRange(0, 0)
        self.busy.show()
        self.stop.show()
        self._is_alone = False
        self._wait(True)

    def show_count(self, done: int, total: int) -> None:
        self.busy.setRange(0, total)
        self.busy.setValue(done)

    def show_alone(self, words: str) -> None:
        """Show the first page alone, which needs no numbers of agreement, and on the others why there are none."""
        self._is_alone = True
        self._show_words(words)
        self.focus_page()

    def show_message(self, words: str) -> None:
        """Say why there is nothing to review."""
        self._is_alone = False
        self._show_words(words)

    def _show_words(self, words: str) -> None:
        self.message.setText(words)
        self.busy.hide()
        self.stop.hide()
        self._wait(True)

    def show_missing(self, words: str) -> None:
        """Say under the filters why they leave no numbers; empty where there are some."""
        self.missing.setText(words)
        self._show_filters()

    def show_notices(self, sentences: list[str]) -> None:
        """Say beside the labels which of them a number for all labels together hides."""
        self.labels.show_notices(sentences)

    def notice(self, words: str) -> None:
        """Say something short where it does not stand in the way."""
        self.notices.say(words)

    def focus_page(self) -> None:
        page = self.page(self.shown)
        focus = getattr(page, "focus", None)
        if self._body.currentIndex():
            self.nav.setFocus(Qt.FocusReason.OtherFocusReason)
        elif focus is not None:
            focus()

    def show_undo(self, undo: str, redo: str) -> None:
        """Name what can be undone and done again, empty where nothing can."""
        for name, words in (("undo", undo), ("redo", redo)):
            self._actions[name].setEnabled(bool(words))
            self._actions[name].setToolTip(words)

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_nav()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    # -- inside

    def _show_nav(self) -> None:
        """Give an article the room of the list of pages where the window is small; a button brings that as a menu."""
        hidden = self.shown == "compare" and not self._is_waiting and self.width() < NARROW
        self.nav.setVisible(not hidden)
        self.compare.pages.setVisible(hidden)

    def _show_pages_menu(self) -> None:
        button = self.compare.pages
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row, name in enumerate(PAGES):
            action = menu.addAction(self.nav.item(row).text())
            action.triggered.connect(lambda _=False, one=name: self.show_page(one))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _place(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self.missing)
        column.addWidget(self.stack, 1)
        waiting = QWidget()
        middle = QVBoxLayout(waiting)
        middle.setContentsMargins(80, 40, 80, 40)
        middle.addStretch()
        for widget in (self.message, self.busy):
            middle.addWidget(widget)
        middle.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch()
        self._body = QStackedWidget()
        self._body.addWidget(right)
        self._body.addWidget(waiting)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.nav)
        row.addWidget(self._body, 1)
        self.setCentralWidget(whole)
        self.notices = Notice(self._body)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addPermanentWidget(self.save_label, 1)

    def _make_actions(self) -> None:
        keys = {
            "undo": (QKeySequence.StandardKey.Undo,),
            "redo": (QKeySequence.StandardKey.Redo, "Ctrl+Shift+Z", "Ctrl+Y"),
            "refresh": ("F5",),
            "pages": ("F6",),
            "close": (QKeySequence.StandardKey.Close, "Ctrl+W"),
            "next": ("Ctrl+PgDown",),
            "previous": ("Ctrl+PgUp",),
            "shortcuts": ("Shift+F1",),
        }
        slots = {
            "undo": self.undo_meant.emit,
            "redo": self.redo_meant.emit,
            "refresh": self.refresh_meant.emit,
            "pages": self._next_pane,
            "close": self.close,
            "next": lambda: self._step_page(1),
            "previous": lambda: self._step_page(-1),
            "shortcuts": self._show_shortcuts,
        }
        for name, shortcuts in keys.items():
            action = QAction(self)
            # a standard key may be one of those named besides, and a key given twice is ambiguous to Qt
            keys_of = dict.fromkeys(QKeySequence(key).toString() for key in shortcuts)
            action.setShortcuts([QKeySequence(key) for key in keys_of])
            action.triggered.connect(lambda _checked=False, run=slots[name]: run())
            self.addAction(action)
            self._actions[name] = action
        self.show_undo("", "")

    def _show_shortcuts(self) -> None:
        from ui.dialogs.shortcuts_dialog import ShortcutsDialog
        from ui.review.deciding.shortcuts import deciding_shortcuts

        ShortcutsDialog(deciding_shortcuts(), self).show()

    def _next_pane(self) -> None:
        """Go from the list of pages to the filters, to the page, and round."""
        focused = self.focusWidget()
        if self.nav.isHidden():
            self._show_pages_menu()
        elif focused is self.nav:
            self.filters.labels.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif focused is not None and self.filters.isAncestorOf(focused):
            self.focus_page()
        else:
            self.nav.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step_page(self, step: int) -> None:
        row = self.nav.currentRow() + step
        if 0 <= row < len(PAGES):
            self.show_page(PAGES[row])

    def _turn(self, row: int) -> None:
        if row >= 0:
            self.stack.setCurrentIndex(row)
            self._wait(self._is_waiting)
            self._give_room()
            self.page_shown.emit(PAGES[row])

    def _give_room(self) -> None:
        """Let only the page that is shown say how small the window can be."""
        for name in PAGES:
            policy = (
                QSizePolicy.Policy.Preferred if name == self.shown else QSizePolicy.Policy.Ignored
            )
            self.page(name).setSizePolicy(policy, policy)

    def _show_filters(self) -> None:
        heeded = self.shown not in ("compare", "feedback", *NUMBERLESS) and not self._is_alone
        self.filters.setVisible(heeded)
        self.missing.setVisible(heeded and bool(self.missing.text()))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Review") + " — Hashiya")
        self.nav.setAccessibleName(self.tr("Pages of the review"))
        self.stop.setText(self.tr("Stop"))
        titles = {
            "overview": self.tr("Overview"),
            "pairs": self.tr("Annotator pairs"),
            "labels": self.tr("Labels"),
            "kinds": self.tr("Kinds"),
            "confusion": self.tr("Confusion"),
            "votes": self.tr("Votes"),
            "values": self.tr("Values"),
            "links": self.tr("Links"),
            "time": self.tr("Over time"),
            "articles": self.tr("Articles"),
            "list": self.tr("Differences"),
            "compare": self.tr("Compare and decide"),
            "feedback": self.tr("What was decided"),
            "questions": self.tr("Questions"),
        }
        for row, name in enumerate(PAGES):
            self.nav.item(row).setText(titles[name])
        explain = {
            "pairs": self.tr(
                "Exact F1 of each two annotators. One pale row: that person needs training. All pale: the guidelines do."
            ),
            "labels": self.tr(
                "F1 of each label, the lowest first, with 95 % intervals; alpha is corrected for chance. The notch is the project's target."
            ),
            "kinds": self.tr("In what way annotations differ, all pairs added up."),
            "votes": self.tr("How many annotators made each unique annotation."),
            "values": self.tr(
                "Attributes of aligned annotations with the same label: how many pairs have equal values, of those in which either has one; dates also as days. Alpha leaves out what nobody gave."
            ),
            "links": self.tr(
                "F1 of links of the same type: strict where both ends are equal, overlapping where both ends overlap with the same label."
            ),
            "time": self.tr(
                "Exact F1 by the week in which the second annotator finished an article. Imported work has no such day."
            ),
        }
        for name, words in explain.items():
            page = self.page(name)
            if isinstance(page, ChartPage):
                page.show_words(titles[name], words)
