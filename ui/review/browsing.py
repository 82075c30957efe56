"""Lists of differences, one article side by side, and the way from one to the next."""

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.errors import AnnotatorError
from annotator.model import Status
from annotator.review import pairs
from annotator.review.board import Difference, is_asked_for
from annotator.review.comparison import Comparison
from annotator.review.query import DISAGREEING, VOTED, Query
from ui import i18n
from ui.review import words
from ui.review.context import ReviewContext
from ui.widgets import numbers

if TYPE_CHECKING:
    from annotator.review.case import Case


class Browsing(QObject):
    """Fills the pages on which single differences are looked at."""

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self.context = context
        self._query = Query(kinds=DISAGREEING)
        self._shown: tuple[str, tuple[str, str]] | None = None

    def forget(self) -> None:
        self._shown = None

    def show_again(self) -> None:
        """Show what is open as it was read anew."""
        window = self.context.window
        if window is None:
            return
        if window.shown == "list":
            self.fill_list()
        elif window.shown == "compare" and self._shown is not None:
            self.compare(*self._shown, None)

    def choose_pair(self, pair: tuple[str, str]) -> None:
        if self._shown is not None:
            self.compare(self._shown[0], pair, None)

    def show_list(self, query: Query) -> None:
        """Open the list of the differences behind a number."""
        self._query = query
        if self.context.window is not None:
            self.context.window.show_page("list")
            self.fill_list()

    def narrow(self, kind: str, cause: str) -> None:
        kinds = frozenset([kind]) if kind else DISAGREEING
        self._query = replace(self._query, kinds=kinds, cause=cause or None)
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
            parts.append(words.label(query.label, schema))
        if query.labels is not None and schema is not None:
            parts.append(" / ".join(words.label(name, schema) for name in query.labels))
        if query.votes is not None:
            parts.append(words.made_by(query.votes))
        return " · ".join(parts) or self.tr("All differences")

    def compare(self, article_id: str, pair: tuple[str, str] | None, at: Difference | None) -> None:
        """Show an article's layers under its text, at a difference where one is given."""
        board, window = self.context.board, self.context.window
        if board is None or window is None:
            return
        self._refuse_blind(article_id)
        pairs = tuple(combinations(board.layers(article_id), 2))
        if not pairs:
            window.notice(self.tr("Fewer than two annotators have finished this article."))
            return
        chosen = pair if pair in pairs else pairs[0]
        self._shown = (article_id, chosen)
        shown = self._comparison(article_id, chosen)
        window.compare.show_comparison(shown, pairs, at)
        window.compare.set_walk(*self._walked(shown.differences))
        window.show_page("compare")

    def _comparison(self, article_id: str, pair: tuple[str, str]) -> Comparison:
        board = self.context.board
        assert board is not None
        from ui.review.disputes import Disputes

        differences = board.differences(article_id, *pair)
        case = self.context.case(article_id)
        return Comparison(
            board.project.article(article_id),
            board.layers(article_id),
            case.gold,
            board.project.schema,
            pair,
            differences,
            tuple(pairs.outcome(case, one) for one in differences),
            tuple(self._state(case, one) for one in differences),
            Disputes(self).lines(case, self.context.text(article_id), board.project.schema),
            self.tr("Read-only: %1").replace("%1", board.project.read_only_reason)
            if board.project.read_only
            else "",
        )

    def _walked(self, differences: tuple[Difference, ...]) -> tuple[tuple[int, ...], str]:
        """Return the differences that J and K go through, and what they are called; nothing where they are all."""
        query = self._query
        everything = query.kinds in (None, DISAGREEING) and query.label is None
        if (everything and query.cause is None and query.labels is None) or query.votes is not None:
            return (), ""
        numbers = tuple(n for n, one in enumerate(differences) if is_asked_for(one, query))
        kinds = query.kinds or ()
        parts = [words.kind(kind, "a", "b") for kind in kinds] if len(kinds) == 1 else []
        return numbers, " · ".join([self._heading(query), *parts])

    def step_article(self, step: int) -> None:
        """Go to the next article that has what is being walked."""
        board, window = self.context.board, self.context.window
        if board is None or window is None or self._shown is None:
            return
        here, pair = self._shown
        filters = window.filters.filters()
        articles = board.candidates(self._query, filters)
        if here not in articles:
            articles = tuple(key for key in board.entries if key in {here, *articles})
        place = articles.index(here) + step
        while 0 <= place < len(articles):
            rows = list(board.rows(self._query, articles[place], filters.annotators))
            if rows:
                row = rows[0 if step > 0 else -1]
                row_pair = (row.a, row.b) if row.kind != VOTED else pair
                self.compare(articles[place], row_pair, row)
                return
            place += step
        window.notice(self.tr("There are no more differences that way."))

    def open_difference(self, one: Difference) -> None:
        if one.kind == VOTED:
            self.compare(one.article_id, None, one)
        else:
            self.compare(one.article_id, (one.a, one.b), one)

    def compare_all(self, article_id: str) -> None:
        """Compare an article whatever list was walked before."""
        self._query = Query(kinds=DISAGREEING)
        self.compare(article_id, None, None)

    def _state(self, case: "Case", one: Difference) -> str:
        decision = pairs.settled(case, one)
        if decision is None:
            if not pairs.clusters_of(case, one):
                return self.tr("Not finished by both: it cannot be decided yet.")
            return ""
        outcome = words.outcome(pairs.outcome(case, one), one.a, one.b)
        if decision.is_by_rule:
            return outcome
        who, day = i18n.isolate(decision.who), numbers.short_day(decision.when)
        sentence = (
            self.tr("Decided: %1, by %2 on %3")
            .replace("%1", outcome)
            .replace("%2", who)
            .replace("%3", day)
        )
        return f"{sentence}. {decision.why}" if decision.why else f"{sentence}."

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
        from ui.review.disputes import Disputes

        if self._shown is not None and self._shown[0] == article_id:
            pair = self._shown[1]
            case = self.context.case(article_id)
            differences = self.context.board.differences(article_id, *pair)
            window.compare.show_disputes(
                Disputes(self).lines(
                    case, self.context.text(article_id), self.context.board.project.schema
                )
            )
            window.compare.update_decisions(
                case.gold,
                tuple(pairs.outcome(case, one) for one in differences),
                tuple(self._state(case, one) for one in differences),
            )
        window.list.model.refresh()
