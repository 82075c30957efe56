from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import i18n
from ui.review.charts.chart import Chart
from ui.review.charts.chart_table import ChartTable
from ui.review.charts.table import Table
from ui.style.wrapping import wrap

AnyChart = TypeVar("AnyChart", bound=Chart)


class ChartPage(QWidget, Generic[AnyChart]):
    """A heading, what the chart shows in a sentence, the chart and, at will, the table behind it."""

    opened = Signal(object)  # Query

    def __init__(self, chart: AnyChart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart, self.table = chart, ChartTable()
        self.heading, self.explanation = QLabel(), QLabel()
        self.heading.setProperty("role", "heading")
        self.explanation.setProperty("role", "hint")
        wrap(self.explanation)
        self.notice = QLabel()
        self.notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        wrap(self.notice)
        self.notice.hide()
        self.as_table = QCheckBox()
        self.as_table.toggled.connect(self._swap)
        self.switches = QHBoxLayout()
        self.switches.addWidget(self.as_table)
        self.switches.addSpacing(12)
        self.switches.addWidget(self.notice, 1)
        self.switches.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.chart)
        self._stack = QStackedWidget()
        self._stack.addWidget(scroll)
        self._stack.addWidget(self.table)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(8)
        outer.addWidget(self.heading)
        outer.addWidget(self.explanation)
        outer.addLayout(self.switches)
        outer.addWidget(self._stack, 1)
        self.chart.opened.connect(self.opened)
        self.table.opened.connect(self.opened)
        self._retranslate()

    def show_words(self, heading: str, explanation: str) -> None:
        self.heading.setText(heading)
        self.explanation.setText(explanation)
        for part in (self.chart, self.table):
            part.setAccessibleName(heading)

    def show_notices(self, sentences: list[str]) -> None:
        """Say over the chart what is easily overlooked in it: the first sentence, and all of them to who asks for them."""
        more = f" (+{len(sentences) - 1})" if len(sentences) > 1 else ""
        self.notice.setText("\u26a0 " + sentences[0] + i18n.isolate_ltr(more) if sentences else "")
        self.notice.setToolTip("\n".join(sentences))
        self.notice.setAccessibleName("\n".join(sentences))
        self.notice.setVisible(bool(sentences))

    def show_table(self, table: Table) -> None:
        self.chart.show_table(table)
        self.table.show_table(table)

    def focus(self) -> None:
        """Give the keyboard to what is shown."""
        shown = self.table if self.as_table.isChecked() else self.chart
        shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _swap(self, table: bool) -> None:
        self._stack.setCurrentIndex(1 if table else 0)

    def _retranslate(self) -> None:
        self.as_table.setText(self.tr("Show as a &table"))
