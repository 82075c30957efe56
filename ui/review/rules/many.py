"""All rows that are shown, decided in one way."""

from PySide6.QtCore import QObject

from annotator.adjudication.states import State
from annotator.review.rows import Row
from annotator.review.steps import now
from ui import i18n
from ui.review.context import ReviewContext
from ui.review.rules import alike
from ui.review.rules.alike import Spot
from ui.review.rules.many_dialog import ManyDialog, ManyLine
from ui.widgets import numbers

CONTEXT = 36
"""Characters shown on either side."""


class Many(QObject):
    """Opens the list of what would be decided, and decides what stays ticked."""

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self._context = context
        self._spots: dict[bool, list[Spot]] = {}

    def open(self, rows: tuple[Row, ...]) -> None:
        """Ask how the rows are decided, and which of them, and decide them."""
        dialog, window = self.make_dialog(rows), self._context.window
        if dialog is None or window is None or not dialog.exec():
            return
        spots = self._spots[bool(dialog.where.currentData())]
        chosen = [spots[number] for number in dialog.choice()]
        who, why = self._context.session.annotator, dialog.reason.text().strip()
        steps, decided = alike.steps_of(chosen, dialog.way, self._context.case, who, why)
        self._context.gold.take(steps, self.tr("decide many"))
        left = len(chosen) - decided
        words = self.tr("Decided alike: %n row(s).", "", decided)
        if left:
            words += " " + self.tr("%n could not be decided so.", "", left)
        if dialog.name.text().strip():
            words += " " + self._keep(dialog.name.text(), chosen, dialog.way, why)
        window.notice(words)

    def make_dialog(self, rows: tuple[Row, ...]) -> ManyDialog | None:
        """Return the dialog for rows of the article that is shown."""
        window = self._context.window
        shown = window.compare.shown if window is not None else None
        if window is None or shown is None or shown.may_decide:
            return None
        self._spots = {False: [Spot(shown.article.id, row) for row in rows]}
        return ManyDialog(tuple(shown.layers), self._lines, window)

    # -- inside

    def _keep(self, name: str, spots: list[Spot], way: str, why: str) -> str:
        """Keep what was just decided as a guideline decision; return what to say of it."""
        from annotator.review.rulings import counted, ruling_from
        from ui.widgets.progress import run_with_progress

        board, window = self._context.board, self._context.window
        cases = alike.decided_cases(spots, self._context.case)
        if board is None or window is None or not cases:
            return ""
        ruling = ruling_from(cases, way, name, self._context.session.annotator, now(), why)
        known = run_with_progress(
            window,
            self.tr("Counting what the guideline decision buys"),
            lambda _report: counted(board, ruling),
        )
        board.project.add_ruling(known or ruling)
        self._context.session.rulings_changed.emit()
        words = self.tr(
            "Kept as a guideline decision with %n edit(s) for annotators.", "", len(ruling.touches)
        )
        if known is not None and known.buys:
            words += " " + self.tr("It buys %1 of exact F1.").replace(
                "%1", numbers.score(known.buys)
            )
        return words

    def _lines(self, how: str, everywhere: bool) -> list[ManyLine] | None:
        if everywhere not in self._spots and not self._look_everywhere():
            return None
        return [self._line(spot, how, everywhere=everywhere) for spot in self._spots[everywhere]]

    def _look_everywhere(self) -> bool:
        from ui.widgets.progress import run_with_progress

        board, window = self._context.board, self._context.window
        if board is None or window is None:
            return False
        wanted = window.compare.filters.filter()
        articles = board.articles(window.filters.filters())
        found = run_with_progress(
            window,
            self.tr("Looking for rows like these"),
            lambda report: alike.spots_in(articles, self._context.case, wanted, report),
        )
        if found is None:
            return False
        self._spots[True] = found
        return True

    def _line(self, spot: Spot, how: str, *, everywhere: bool) -> ManyLine:
        text = self._context.text(spot.article_id)
        start, end = spot.row.span.start, spot.row.span.end
        before = text[max(start - CONTEXT, 0) : start].replace("\n", " ")
        after = text[end : end + CONTEXT].replace("\n", " ")
        inside = text[start:end].replace("\n", " ")
        if len(inside) > 2 * CONTEXT:
            inside = f"{inside[:CONTEXT]} … {inside[-CONTEXT:]}"
        return ManyLine(
            i18n.isolate(self._context.title(spot.article_id)) if everywhere else "",
            i18n.isolate(f"…{before}[{inside}]{after}…"),
            alike.outcome_of(spot.row, how, text),
            spot.row.state == State.DECIDED,
        )
