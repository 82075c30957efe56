"""Remembers how the view in which gold is decided was divided, and which of its rows and lanes were shown."""

from dataclasses import replace

from PySide6.QtCore import QObject

from annotator.adjudication.states import State
from annotator.review.rows import RowFilter
from ui.remembered.review_layout import ReviewLayout
from ui.review.deciding.compare_page import ComparePage
from ui.settings import Memory


class Remembering(QObject):
    """Divides a page as it was left, and keeps what is moved or filtered from then on."""

    def __init__(self, page: ComparePage, memory: Memory) -> None:
        super().__init__(page)
        self._page, self._memory = page, memory
        layout = memory.settings.review
        for split, sizes in (
            (page.split, (layout.article, layout.side)),
            (page.rows_split, (layout.rows, layout.decision)),
        ):
            if all(sizes):
                split.setSizes(sizes)
            split.splitterMoved.connect(self._keep_sizes)
        page.filters.others.setChecked(layout.others)
        page.filter_changed.connect(self._keep_filter)
        page.others_switched.connect(
            lambda on: self._keep(replace(memory.settings.review, others=on))
        )

    # -- inside

    def _keep_sizes(self) -> None:
        article, side = self._page.split.sizes()
        rows, decision = self._page.rows_split.sizes()
        self._keep(
            replace(
                self._memory.settings.review,
                article=article,
                side=side,
                rows=rows,
                decision=decision,
            )
        )

    def _keep_filter(self, wanted: RowFilter) -> None:
        names = ("states", "labels", "causes", "annotators", "differences")
        chosen = {name: tuple(sorted(map(str, getattr(wanted, name)))) for name in names}
        self._keep(replace(self._memory.settings.review, **chosen))

    def _keep(self, layout: ReviewLayout) -> None:
        self._memory.update(replace(self._memory.settings, review=layout))


def filter_of(layout: ReviewLayout) -> RowFilter:
    """Return the filter that was left; a state that this version does not know is none."""
    known = set(map(str, State))
    return RowFilter(
        states=frozenset(State(name) for name in layout.states if name in known),
        labels=frozenset(layout.labels),
        causes=frozenset(layout.causes),
        annotators=frozenset(layout.annotators),
        differences=frozenset(layout.differences),
    )
