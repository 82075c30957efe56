"""Lists of differences, one article side by side, and the way from one to the next."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.errors import AnnotatorError
from annotator.model import Status
from annotator.review.board import Difference
from annotator.review.comparison import Comparison
from annotator.review.query import DISAGREEING, Query
from annotator.review.rows import Row, RowFilter
from ui import i18n
from ui.review import words
from ui.review.context import ReviewContext
from ui.review.remembering import filter_of
from ui.review.rows import row_words
from ui.review.rows.points import OPEN

if TYPE_CHECKING:
    from annotator.progress import Progress
    from annotator.review.case import Case

MISSING = frozenset({"only_a", "only_b"})
"""Kinds of a pair that are one kind of row: not made by all."""


class Browsing(QObject):
    """Fills the pages on which single differences are looked at."""

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self.context = context
        self._query = Query(kinds=DISAGREEING)
        self._shown: str | None = None

    def forget(self) -> None:
        self._shown = None

    def show_again(self) -> None:
        """Show what is open as it was read anew."""
        window = self.context.window
        if window is None:
            return
        if window.shown == "list":
            self.fill_list()
        elif self._shown is not None:
            current = window.compare.current
            self._fill(self._shown, current.key if current is not None else None)
        elif window.shown == "compare":
            self.open_first()

    def show_list(self, query: Query) -> None:
        """Open the list of the differences behind a number."""
        self._query = query
        if self.context.window is not None:
            self.context.window.show_page("list")
            self.fill_list()

    def narrow(self, kind: str, cause: str) -> None:
        kinds = frozenset([kind]) if kind else DISAGREEING
        self._query = replace(
            self._query, kinds=kinds, cause=cause or None, attribute=None, link=None
        )
        self.fill_list()

    def fill_list(self) -> None:
        board, window, query = self.context.board, self.context.window, self._query
        if board is None or window is None:
            return
        kind = next(iter(query.kinds)) if query.kinds and len(query.kinds) == 1 else ""
        window.list.show_rows(
            self._heading(query),
            board.listed(query, window.filters.filters()),
            board.project.schema,
            kind=kind,
            cause=query.cause or "",
        )

    def _heading(self, query: Query) -> str:
        schema = self.context.board.project.schema if self.context.board else None
        parts: list[str] = []
        if query.pair is not None:
            parts.append(" – ".join(i18n.isolate(name) for name in query.pair))
        if query.annotator is not None:
            parts.append(i18n.isolate(query.annotator))
        if query.label is not None and schema is not None:
            parts.append(words.label_in_line(query.label, schema))
        if query.labels is not None and schema is not None:
            parts.append(" / ".join(words.label_in_line(name, schema) for name in query.labels))
        if query.votes is not None:
            parts.append(words.made_by(query.votes))
        if query.attribute is not None and schema is not None:
            title = row_words.attribute_title(query.label or "", query.attribute, schema)
            parts.append(i18n.isolate(title))
        if query.link and schema is not None:
            parts.append(i18n.isolate(row_words.link_title(query.link, schema)))
        elif query.link is not None:
            parts.append(self.tr("Links"))
        return " · ".join(parts) or self.tr("All differences")

    def compare(
        self, article_id: str, at: str | None = None, wanted: RowFilter | None = None
    ) -> None:
        """Show an article's layers under its text, at one of its rows (by key); ``wanted`` is another filter of rows."""
        if self.context.board is None or self.context.window is None:
            return
        self._refuse_blind(article_id)
        if self._fill(article_id, at, wanted):
            self.context.window.show_page("compare")

    def _fill(
        self, article_id: str, at: str | None = None, wanted: RowFilter | None = None
    ) -> bool:
        """Fill the page; tell whether there is anything to compare."""
        window = self.context.window
        if window is None or self.context.board is None:
            return False
        case = self.context.case(article_id)
        if len(case.layers) < 2 and not case.gold.decisions:
            window.notice(self.tr("Fewer than two annotators have finished this article."))
            return False
        self._shown = article_id
        window.compare.show_comparison(self._comparison(article_id, case), at, wanted)
        return True

    def _comparison(self, article_id: str, case: "Case") -> Comparison:
        board = self.context.board
        assert board is not None
        project = board.project
        reason = self.tr("Read-only: %1").replace("%1", project.read_only_reason)
        if len(case.layers) < 2 and not project.read_only:
            reason = self.tr("Fewer than two annotators have finished this article.")
        may_not = project.read_only or len(case.layers) < 2
        return Comparison(
            project.article(article_id),
            {layer.annotator: layer for layer in case.layers},
            case.gold,
            project.schema,
            case.rows,
            case.tally,
            reason if may_not else "",
            board.left_out(article_id),
        )

    def say_all_count(self) -> None:
        """Somebody asked for the lanes of those who are left out, and nobody is."""
        if self.context.window is not None:
            self.context.window.notice(
                self.tr("Everybody who has finished this article counts for gold.")
            )

    def step_article(self, step: int, only_open: bool) -> None:
        """Go to the next article that has rows like those shown, at one that is open where ``only_open``."""
        from ui.widgets.progress import run_with_progress

        board, window = self.context.board, self.context.window
        if board is None or window is None:
            return
        wanted = window.compare.filters.filter()
        articles = self._articles()
        here = articles.index(self._shown) if self._shown in articles else -1
        ahead = articles[here + 1 :] if step > 0 else articles[:here][::-1]
        found = run_with_progress(
            window,
            self.tr("Looking for the next article"),
            lambda report: self._first_with(ahead, wanted, only_open, report),
        )
        if found is None:
            words_of = self.tr("There is nothing more that way.")
            if only_open and step > 0:
                words_of = self.tr("No article after this one has anything open like this.")
            window.notice(words_of)
            return
        article_id, rows = found
        self.compare(article_id, rows[0 if step > 0 else -1].key)

    def _articles(self) -> list[str]:
        board, window = self.context.board, self.context.window
        if board is None or window is None:
            return []
        counted = set(board.statistics.articles)
        return [
            key
            for key in board.articles(window.filters.filters())
            if key in counted or key == self._shown
        ]

    def _first_with(
        self, articles: list[str], wanted: RowFilter, only_open: bool, report: "Progress"
    ) -> tuple[str, list[Row]] | None:
        for number, article_id in enumerate(articles):
            report(number, len(articles))
            case = self.context.case(article_id)
            rows = [row for row in case.rows if wanted.takes(row)]
            if only_open:
                rows = [row for row in rows if row.state in OPEN]
            if rows and len(case.layers) > 1:
                return article_id, rows
        return None

    def open_first(self) -> None:
        """Open the first article that has anything open, where the page shows none yet."""
        window = self.context.window
        if window is not None and self.context.board is not None and self._shown is None:
            self._open_first_of(self._articles())

    def _open_first_of(self, articles: list[str]) -> None:
        from ui.widgets.progress import run_with_progress

        window = self.context.window
        if window is None:
            return
        found = run_with_progress(
            window,
            self.tr("Looking for what is open"),
            lambda report: self._first_as_left(articles, report),
        )
        if found is not None:
            wanted, article_id, row = found
            self.compare(article_id, row.key, wanted)
        else:
            window.compare.show_nothing()

    def _first_as_left(
        self, articles: list[str], report: "Progress"
    ) -> tuple[RowFilter, str, Row] | None:
        """Return the first open row among those that were shown last, else among all, and by which filter it is shown."""
        for wanted in dict.fromkeys((filter_of(self.context.memory.settings.review), RowFilter())):
            found = self._first_with(articles, wanted, True, report)
            if found is not None:
                return wanted, found[0], found[1][0]
        return None

    def open_difference(self, one: Difference) -> None:
        """Open the very row that a line of a list is in, with rows like those of the list."""
        case = self.context.case(one.article_id)
        marks = {(made.start, made.end, made.label) for made in one.annotations}
        row = next(
            (
                row
                for row in case.rows
                if row.cluster is not None and not marks.isdisjoint(row.cluster.marks)
            ),
            None,
        )
        self.compare(one.article_id, row.key if row else None, self._filter_of(self._query))
        window = self.context.window
        if row is None and window is not None and self._shown == one.article_id:
            window.compare.view.reveal(one.span)
            window.notice(
                self.tr("Somebody has not finished this article, so this is no row to decide yet.")
            )

    def _filter_of(self, query: Query) -> RowFilter:
        """Return the rows that a list's differences are in: of its pair, label, kind and cause."""
        people = query.pair or ((query.annotator,) if query.annotator else ())
        kinds = frozenset[str]()
        if query.kinds is not None and len(query.kinds) == 1 and query.votes is None:
            kinds = frozenset("missing" if kind in MISSING else kind for kind in query.kinds)
        labels = {query.label} if query.label else set[str]()
        labels |= {name for name in query.labels or () if name}
        return RowFilter(
            labels=frozenset(labels),
            causes=frozenset({query.cause} if query.cause else ()),
            annotators=frozenset(people if len(people) > 1 else ()),
            differences=kinds,
        )

    def compare_all(self, article_id: str) -> None:
        """Compare an article whatever list was walked before."""
        self._query = Query(kinds=DISAGREEING)
        self.compare(article_id, None, RowFilter())

    def _refuse_blind(self, article_id: str) -> None:
        """In a blind project nobody sees others' work on an article before their own is finished."""
        board = self.context.board
        if board is None or not board.project.review_settings().blind:
            return
        own = board.item(article_id).layers.get(self.context.session.annotator)
        if own is not None and own.status != Status.DONE:
            raise AnnotatorError(
                self.tr(
                    "Finish this article first: in this project nobody sees others' work before."
                )
            )

    def show_decision(self, article_id: str) -> None:
        """Show what changed in gold: a decision, or its undoing."""
        window = self.context.window
        if window is None or self.context.board is None:
            return
        if self._shown == article_id:
            case = self.context.case(article_id)
            window.compare.update_comparison(self._comparison(article_id, case))
        if window.shown == "list":
            window.list.model.refresh()
