"""What the page on which an article is decided says: of the row at hand, of all rows, and of the end of them."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.i18n import isolate
from ui.review import words
from ui.review.deciding.compare_parts import CompareParts
from ui.review.deciding.offers import offers
from ui.review.rows import row_words
from ui.review.rows.points import Point
from ui.widgets import numbers

if TYPE_CHECKING:
    from annotator.review.comparison import Comparison
    from annotator.review.rows import Row


class CompareWords(CompareParts):
    """Holds what is shown and says it; how one comes from row to row is the page's own business."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Comparison | None = None
        self.current: Row | None = None
        self.rows: tuple[Row, ...] = ()
        """Those that the filter lets through."""
        self._point = 0

    @property
    def point(self) -> Point | None:
        """The point of the current row that keys answer."""
        if self.current is None:
            return None
        return self.model.points(self.current)[self._point]

    # -- inside

    def _show_tally(self) -> None:
        shown = self.shown
        if shown is None:
            return
        still = sum(row.is_open for row in self.rows)
        self.filters.show_count(
            self.tr("%1 open of %2 shown")
            .replace("%1", numbers.count(still))
            .replace("%2", numbers.count(len(self.rows)))
        )
        said = " ".join(filter(None, (row_words.tally(shown.tally), shown.may_decide)))
        self.tally.setText(" · ".join(filter(None, (said, self._lanes()))))
        self.many.setEnabled(bool(self.rows) and not shown.may_decide)

    def _lanes(self) -> str:
        """Say at a readable size whose line is which: the names beside the lanes are as small as the lanes are close."""
        names = self.view.lane_names
        if len(names) < 2:  # gold alone
            return ""
        comma = self.tr(", ", "between the names of lanes")
        sentence = self.tr("lines under the text, from the top: %1")
        return sentence.replace("%1", comma.join(map(isolate, names)))

    def _show_current(self) -> None:
        shown, row = self.shown, self.current
        if shown is None or row is None:
            return
        asked = self.model.points(row)
        text = shown.article.text
        about = [row_words.difference(row.difference), words.cause(row.cause)]
        state = " · ".join(filter(None, (*about, row_words.settled(row))))
        self.panel.show_row(
            row,
            self.model.text_of(row),
            asked,
            self._point,
            tuple(shown.layers),
            shown.schema,
            state=state,
            change=row_words.change(row, text, shown.schema),
            enabled=offers(row, asked[self._point]) if not shown.may_decide else frozenset(),
            may_decide=not shown.may_decide,
        )

    def _show_end(self) -> None:
        shown = self.shown
        if shown is None:
            return
        rest = sum(row.is_open for row in shown.rows)
        here = sum(row.is_open for row in self.rows)
        if not shown.rows:
            said = self.tr("Nobody has marked anything here.")
        elif not rest:
            said = self.tr("Everything in this article is decided.")
        elif not here:
            said = self.tr("Nothing that is shown is open; X shows all rows.")
        else:
            said = self.tr("Choose a row.")
        more = self.tr("%Ln row(s) of this article are open.", "", rest) if rest else ""
        self.panel.show_nothing(said, more, offers_next=not here)

    def _follow_selection(self) -> None:
        shown, selection = self.shown, self.view.selection
        if shown is None:
            return
        if selection is not None:
            self.panel.show_selection(selection.of(shown.article.text), shown.schema)
        elif self.current is not None:
            self._show_current()
        else:
            self._show_end()
