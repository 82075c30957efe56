"""The line being read stays where it is while everything around it changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

if TYPE_CHECKING:
    from ui.article.text import ArticleText


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """Where somebody is in an article: the caret, and a character whose baseline stands ``offset`` pixels below the top.

    Positions count code points. In a view of the same size and looks it brings the same picture back to the pixel; in
    another one the same line at the same height.
    """

    caret: int
    anchor: int
    offset: float


class ReadingLine:
    """Holds one line at its height.

    What it holds lasts until somebody scrolls or moves the caret, so that a window made narrow and wide again shows the
    same lines as before.
    """

    def __init__(self, view: "ArticleText") -> None:
        self._view = view
        self._held: tuple[int, float] | None = None
        self._keeping = False
        view.verticalScrollBar().rangeChanged.connect(self._hold)
        view.verticalScrollBar().valueChanged.connect(self.let_go)
        view.cursorPositionChanged.connect(self.let_go)

    def let_go(self) -> None:
        """Forget the held line: the reader went elsewhere."""
        if not self._keeping:
            self._held = None

    def drop(self) -> None:
        """Forget the held line also inside of `kept`: another article is shown."""
        self._held = None

    def place(self) -> ReadingPlace:
        anchor, offset = self._held or self._line(self._view.viewport().height())
        return ReadingPlace(self._view.caret, anchor, offset)

    def restore(self, place: ReadingPlace) -> None:
        """Go to a place; a view that has not its final size yet comes to it when it has."""
        anchor = min(max(place.anchor, 0), len(self._view.text))
        self._keeping = True
        try:
            self._view.put_caret(place.caret)
            self._held = anchor, place.offset
            self._scroll()
        finally:
            self._keeping = False

    @contextmanager
    def kept(self, height: int | None = None, moved: float = 0.0) -> Iterator[None]:
        """Keep the line that is read where it is, whatever happens inside.

        ``height`` is that of the view before it was resized; ``moved`` is how far the view's top went down on the window.
        """
        if self._keeping:
            yield
            return
        before = self._view.viewport().height() if height is None else height
        held = self._held or (self._line(before) if before > 0 else None)
        self._keeping = True
        try:
            yield
            if held is not None:
                self._held = held[0], held[1] - moved
                self._scroll()
        finally:
            self._keeping = False

    def _hold(self) -> None:
        """Stay while Qt, done with laying out what is below, finds the text longer or shorter than it thought."""
        if self._held is not None and not self._keeping:
            self._keeping = True
            try:
                self._scroll()
            finally:
                self._keeping = False

    def _line(self, height: int) -> tuple[int, float]:
        """Return a character and the height of its baseline: the caret's where it is seen, else one of the line in the middle."""
        view = self._view
        top = view.verticalScrollBar().value()
        baseline = view.baseline_of(view.caret) - top
        if view.metrics.above <= baseline <= height - view.metrics.below:
            return view.caret, baseline
        line = view.line_at(QPointF(view.column_rect().center().x(), height / 2))
        anchor = (line[0] + line[1]) // 2
        return anchor, view.baseline_of(anchor) - top

    def _scroll(self) -> None:
        if self._held is None:
            return
        view, (anchor, offset) = self._view, self._held
        measures = view.metrics
        lowest = view.viewport().height() - measures.band_below
        shown = max(min(offset, lowest), measures.band_above)
        target = round(view.baseline_of(anchor) - shown)
        bar = view.verticalScrollBar()
        if target > bar.maximum():
            # Qt lays out what is far below later and tells the bar later still.
            height = view.document().documentLayout().documentSize().toSize().height()
            bar.setMaximum(max(height - view.viewport().height(), bar.maximum()))
        bar.setValue(target)
