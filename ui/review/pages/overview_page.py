from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.iaa.scores.results import FEWEST, Agreement, Interval, Measure
from annotator.model import Schema
from annotator.project import ReviewSettings
from annotator.review.query import DISAGREEING, Query
from ui.review import words
from ui.review.pages.target_table import TargetTable
from ui.style.wrapping import wrap
from ui.widgets import numbers

RELIABLE, TENTATIVE = 0.8, 0.667
"""Krippendorff's customary limits of alpha. Compared with the lower end of the interval where there is one."""


@dataclass(frozen=True, slots=True)
class GoldProgress:
    """How far adjudication is: articles, of ``articles``, and differences decided, of ``differences``."""

    done: int = 0
    begun: int = 0
    articles: int = 0


class Card(QFrame):
    """One number in large figures, its name over it and what it means under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.name, self.number, self.bounds, self.meaning = (QLabel() for _ in range(4))
        self.name.setProperty("role", "section")
        font = self.number.font()
        font.setPointSizeF(font.pointSizeF() * 2.4)
        self.number.setFont(font)
        for label in (self.bounds, self.meaning):
            label.setProperty("role", "hint")
            wrap(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        for label in (self.name, self.number, self.bounds, self.meaning):
            column.addWidget(label)
        column.addStretch()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_number(self, name: str, number: str, bounds: str, meaning: str) -> None:
        self.name.setText(name)
        # Digits alone have no direction, and would stand at the far side of an Arabic card.
        self.number.setText(f"\u200f{number}" if self.isRightToLeft() else number)
        self.bounds.setText(bounds)
        self.bounds.setVisible(bool(bounds))
        self.meaning.setText(meaning)
        self.setAccessibleName(f"{name}: {number} {bounds}. {meaning}")


class OverviewPage(QWidget):
    """The first numbers, and what they mean in words."""

    opened = Signal(object)  # Query
    merge_requested = Signal()
    settings_changed = Signal(object)  # ReviewSettings

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = QLabel()
        self.heading.setProperty("role", "heading")
        self.basis = QLabel()
        self.basis.setProperty("role", "hint")
        wrap(self.basis)
        self.exact, self.relaxed, self.alpha, self.gold = Card(), Card(), Card(), Card()
        self.all_differences, self.merge = QPushButton(), QPushButton()
        self.blind = QCheckBox()
        self.targets = TargetTable()
        inner = QWidget()
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(12)
        outer.addWidget(self.heading)
        outer.addWidget(self.basis)
        cards = QGridLayout()
        cards.setSpacing(12)
        for place, card in enumerate((self.exact, self.relaxed, self.alpha, self.gold)):
            cards.addWidget(card, place // 2, place % 2)
        outer.addLayout(cards)
        buttons = QHBoxLayout()
        for button in (self.all_differences, self.merge):
            buttons.addWidget(button)
        buttons.addStretch()
        outer.addLayout(buttons)
        outer.addWidget(self.blind)
        outer.addWidget(self.targets)
        outer.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.all_differences.clicked.connect(lambda: self.opened.emit(Query(kinds=DISAGREEING)))
        self.merge.clicked.connect(self.merge_requested)
        self.blind.clicked.connect(lambda _on: self._tell())
        self.targets.changed.connect(self._tell)
        self._result: Agreement | None = None
        self._progress = GoldProgress()
        self._settings = ReviewSettings()
        self._retranslate()

    def show_result(self, result: Agreement) -> None:
        self._result = result
        self._fill()

    def show_progress(self, progress: GoldProgress) -> None:
        self._progress = progress
        self._fill_gold()

    def show_settings(self, settings: ReviewSettings, schema: Schema, *, writable: bool) -> None:
        """Show the project's targets, and whether it is blind."""
        self._settings = settings
        self.blind.setChecked(settings.blind)
        self.targets.show_targets(settings, schema, self._result)
        for widget in (self.blind, self.targets, self.merge):
            widget.setEnabled(writable)

    def focus(self) -> None:
        self.exact.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _fill(self) -> None:
        result = self._result
        if result is None:
            return
        self.basis.setText(self._basis(result))
        exact = result.mean[Measure.EXACT].total
        relaxed = result.mean[Measure.RELAXED].total
        alpha = result.reliability.total
        self.exact.show_number(
            words.exact(),
            numbers.score(exact.value),
            self._bounds(exact.interval, result),
            self._exact_meaning(exact.value),
        )
        self.relaxed.show_number(
            words.relaxed(),
            numbers.score(relaxed.value),
            self._bounds(relaxed.interval, result),
            self._relaxed_meaning(exact.value, relaxed.value),
        )
        self.alpha.show_number(
            self.tr("Krippendorff's alpha"),
            numbers.score(alpha.alpha),
            self._bounds(alpha.interval, result),
            self._alpha_meaning(alpha.alpha, alpha.interval),
        )

    def _tell(self) -> None:
        chosen = replace(
            self._settings,
            blind=self.blind.isChecked(),
            targets=self.targets.targets(),
        )
        if chosen != self._settings:
            self.settings_changed.emit(chosen)

    def _fill_gold(self) -> None:
        done, total = self._progress.done, self._progress.articles
        self.gold.show_number(
            self.tr("Gold"),
            self.tr("%1 of %2")
            .replace("%1", numbers.count(done))
            .replace("%2", numbers.count(total)),
            self.tr("%n article(s) begun", "", self._progress.begun)
            if self._progress.begun
            else "",
            self.tr("Articles of which every difference is decided."),
        )

    def _basis(self, result: Agreement) -> str:
        words = [
            self.tr(
                "Compared: %n article(s) that at least two annotators have finished.",
                "",
                result.articles,
            )
        ]
        if result.duplicates:
            words.append(self.tr("%n repeated annotation(s) counted once.", "", result.duplicates))
        return " ".join(words)

    def _bounds(self, interval: Interval | None, result: Agreement) -> str:
        if interval is None:
            if result.articles < FEWEST:
                return self.tr("No interval: it takes at least 10 articles.")
            return ""
        bounds = self.tr("95 % interval: %1").replace(
            "%1", numbers.interval(interval.low, interval.high)
        )
        return f"{bounds} ({words.rough(True)})" if interval.rough else bounds

    def _exact_meaning(self, value: float | None) -> str:
        if value is None:
            return self.tr("Not enough data: nobody marked anything in a joint article.")
        hundred = numbers.count(round(100 * value))
        return self.tr(
            "Of 100 annotations of two annotators, %1 are the same: start, end and label."
        ).replace("%1", hundred)

    def _relaxed_meaning(self, exact: float | None, relaxed: float | None) -> str:
        if relaxed is None or exact is None:
            return self.tr("Not enough data.")
        gap = numbers.count(round(100 * (relaxed - exact)))
        return self.tr(
            "The same label on overlapping text. The gap to exact F1, %1 in 100, is a matter of edges alone."
        ).replace("%1", gap)

    def _alpha_meaning(self, value: float | None, interval: Interval | None) -> str:
        if value is None:
            return self.tr("Not enough data.")
        low = interval.low if interval else value
        if low >= RELIABLE:
            return self.tr("Corrected for chance, by characters. From 0.80 on: reliable.")
        if low >= TENTATIVE:
            return self.tr(
                "Corrected for chance, by characters. Between 0.667 and 0.80: good for tentative conclusions only."
            )
        return self.tr("Corrected for chance, by characters. Below 0.667: do not rely on it.")

    def _retranslate(self) -> None:
        self.heading.setText(self.tr("How far the annotators agree"))
        self.all_differences.setText(self.tr("All &differences"))
        self.merge.setText(self.tr("&Merge by rule…"))
        self.blind.setText(
            self.tr("Blind: nobody sees others' work on an article before finishing their own")
        )
        self._fill()
        self._fill_gold()
