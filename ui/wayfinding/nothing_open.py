"""What stands in the text's place while no article is open: why, and the one thing to do about it."""

from PySide6.QtCore import QEvent, QObject, Qt

from ui.main_window import MainWindow
from ui.session import Session
from ui.widgets.empty_page import EmptyPage


class NothingOpen(QObject):
    """Covers the text of a project without an open article; the list says the same, but it may be closed."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._viewport = window.view.viewport()
        self._page: EmptyPage | None = None
        for changed in (session.project_changed, session.articles_changed, session.article_changed):
            changed.connect(self._refresh)
        self._viewport.installEventFilter(self)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._page is not None and event.type() == QEvent.Type.Resize:
            self._page.setGeometry(self._viewport.rect())
        elif event.type() == QEvent.Type.LanguageChange and watched is self._window:
            self._refresh()
        return super().eventFilter(watched, event)

    def _refresh(self) -> None:
        is_wanted = self._session.project is not None and self._session.article is None
        if not is_wanted:
            if self._page is not None:
                self._page.hide()
            return
        if self._page is None:
            self._page = page = EmptyPage(self._viewport)
            page.setCursor(Qt.CursorShape.ArrowCursor)
            page.setAutoFillBackground(True)
            page.chosen.connect(self._help)
        if self._session.entries():
            self._page.say(self.tr("No article is open."), self.tr("Find an article"))
        else:
            words = self.tr("No articles yet. Import text files, or drop them on the window.")
            self._page.say(words, self.tr("Import…"))
        self._page.setGeometry(self._viewport.rect())
        self._page.show()

    def _help(self) -> None:
        table = self._window.actions_table
        table["filter-articles" if self._session.entries() else "import"].trigger()
