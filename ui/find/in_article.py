"""Find in the open article: as the query is typed, every hit is shown and the nearest is gone to."""

from bisect import bisect_left

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from annotator.errors import SearchError
from annotator.model import Span
from annotator.search.folded_text import SearchText
from annotator.search.query import prepare
from ui.article.view import ArticleView
from ui.find.find_bar import FindBar
from ui.session import Session

LONGEST_PRESET = 100
"""Characters of a selection that become the query; a longer one is no word to look for."""

PATIENCE = 0.5
"""Seconds that an expression may take while somebody types it."""


class ArticleFind(QObject):
    """Ties the find bar to the article view."""

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self.bar = FindBar(view)
        self._text: SearchText | None = None
        self._hits: list[Span] = []
        self._at: int | None = None
        self._origin = 0
        self.bar.line.changed.connect(self._search_from_origin)
        self.bar.step_requested.connect(self.step)
        self.bar.left.connect(self.finish)
        session.article_changed.connect(self._follow_article)
        session.project_changed.connect(self._follow_article)

    def open(self) -> None:
        """Show the bar with the selected words as the query, or with the last one."""
        selection = self._view.selection
        words = selection.of(self._view.text) if selection else ""
        self._origin = selection.start if selection else self._view.caret
        fits = 0 < len(words) <= LONGEST_PRESET and "\n" not in words
        self.bar.open(words if fits else "")
        self._search_from_origin()

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) hit, round the end; without the bar from the caret on."""
        if not self.bar.isVisible():
            if not self.bar.line.edit.text():
                self.open()
                return
            self._search()
            self._go(self._from_caret(direction))
            self._view.set_hits(())
        elif self._hits:
            at = self._at if self._at is not None else self._from_caret(direction) - direction
            self._go((at + direction) % len(self._hits))
        if self._at is not None and not self.bar.line.edit.hasFocus():
            self._view.select(self._hits[self._at])

    def finish(self) -> None:
        """Leave the bar for the article, with the hit selected, so that a label key tags it."""
        self.bar.close_bar()
        self._view.set_hits(())
        self._view.setFocus()
        if self._at is not None:
            hit = self._hits[self._at]
            self._view.select(hit)
            self._view.reveal(hit)

    def _from_caret(self, direction: int) -> int:
        """Return the hit after or before the selection or caret, or the one at the other end."""
        selection = self._view.selection
        if direction > 0:
            position = selection.end if selection else self._view.caret
            at = bisect_left(self._hits, position, key=lambda hit: hit.start)
            return at if at < len(self._hits) else 0
        position = selection.start if selection else self._view.caret
        return bisect_left(self._hits, position, key=lambda hit: hit.start) - 1

    def _search_from_origin(self) -> None:
        self._search()
        if self._hits:
            at = bisect_left(self._hits, self._origin, key=lambda hit: hit.start)
            self._go(at % len(self._hits))

    def _search(self) -> None:
        """Find the query anew; no hit is current then."""
        if self._text is None or self._text.source is not self._view.text:
            self._text = SearchText(self._view.text, keep_map=True)
        query = self.bar.line.query()
        self._at, self._hits = None, []
        try:
            places = prepare(query, PATIENCE).spans(self._text)
        except SearchError as error:
            from ui.wording.error_words import short

            self._show(self.tr("Not an expression"), short(error))
            return
        self._hits = [Span(start, end) for start, end in places]
        self._view.set_hits(self._hits)
        if query.is_blank:
            self._show("")
        elif not self._hits:
            self._show(self.tr("Not found"), self.tr("Not found"))

    def _show(self, words: str, problem: str = "") -> None:
        self._view.set_hits(self._hits)
        self.bar.show_count(words, bad=bool(problem))
        if problem:
            self.bar.count.setToolTip(problem)

    def _go(self, at: int) -> None:
        if not self._hits:
            return
        self._at = at % len(self._hits)
        hit = self._hits[self._at]
        self._view.set_hits(self._hits, hit)
        self._view.reveal(hit)
        number = QLocale().toString
        words = self.tr("%1 of %2")
        words = words.replace("%1", number(self._at + 1)).replace("%2", number(len(self._hits)))
        self.bar.show_count(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, words))

    def _follow_article(self) -> None:
        self._at, self._hits, self._text = None, [], None
        if self._session.article is None:
            self.bar.close_bar()
            self._view.set_hits(())
        if not self.bar.isVisible():
            return
        self._origin = self._view.caret
        self._search()
        if self._hits:
            number = QLocale().toString(len(self._hits))
            self.bar.show_count(self.tr("%1 of %2").replace("%1", "–").replace("%2", number))
