from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from ui import i18n
from ui.review.charts.chart_page import ChartPage
from ui.review.charts.grid_chart import GridChart


class ConfusionPage(ChartPage[GridChart]):
    """Which label one annotator gave where the other gave which, for one pair."""

    view_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.pairs, self.by_row = QComboBox(), QCheckBox()
        super().__init__(GridChart(), parent)
        self.switches.insertWidget(0, self.by_row)
        self.switches.insertWidget(0, self.pairs)
        self.pairs.activated.connect(lambda _row: self.view_changed.emit())
        self.by_row.toggled.connect(lambda _on: self.view_changed.emit())

    def offer_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        row = max(self.pairs.currentIndex(), 0)
        self.pairs.clear()
        for a, b in pairs:
            self.pairs.addItem(f"{i18n.isolate(a)} – {i18n.isolate(b)}")
        self.pairs.setCurrentIndex(min(row, len(pairs) - 1))
        self.pairs.setVisible(len(pairs) > 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        super()._retranslate()
        self.show_words(
            self.tr("Confusion"),
            self.tr(
                "Rows: what the first annotator gave. Columns: what the second gave there. None: nothing was marked."
            ),
        )
        self.by_row.setText(self.tr("Shares of a &row"))
        self.pairs.setAccessibleName(self.tr("Pair of annotators"))
