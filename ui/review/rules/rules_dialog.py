"""Merging by a rule: which rule, who counts, and a look at what it would do before it does it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from annotator.adjudication.rules import MergeRule, Over, Rule
from ui.review.pages.difference_list import DifferenceList
from ui.review.rules import plan_model
from ui.review.rules.plan_model import EFFECTS, Line, PlanModel
from ui.style.wrapping import wrap
from ui.widgets import numbers
from ui.widgets.form import GAP, FormDialog, quiet, side_by_side

WIDE = 760
WIDTHS = {
    plan_model.EFFECT: 90,
    plan_model.ARTICLE: 170,
    plan_model.WORDS: 170,
    plan_model.BEFORE: 140,
}


@dataclass(frozen=True, slots=True)
class Plan:
    """What a rule would do: how many of each effect, in how many articles, and the lines behind the numbers.

    In ``settled_again`` articles gold stays, and what was asked again is closed.
    """

    counts: Mapping[str, int]
    articles: int
    lines: Sequence[Line]
    settled_again: int = 0


class RulesDialog(FormDialog):
    """Asks for a rule, shows what it would do, and is accepted with the rule that was looked at."""

    people_meant = Signal()

    def __init__(
        self,
        rule: MergeRule,
        people: Sequence[str],
        look: Callable[[MergeRule], Plan | None],
        parent: QWidget | None = None,
    ) -> None:
        """``look`` works out what a rule would do, None where that was stopped."""
        super().__init__(parent, self.tr("Merge by rule"), width=WIDE)
        self._look = look
        self._looked: MergeRule | None = None
        self.add_heading(
            self.windowTitle(),
            self.tr(
                "A rule never touches what a person decided. What it no longer settles stays in gold and is shown as changed."
            ),
        )
        self.rules, self.votes, self.over, self.trusted = (
            QComboBox(),
            QSpinBox(),
            QComboBox(),
            QComboBox(),
        )
        for value, words in (
            (Rule.UNANIMOUS, self.tr("what all who finished agree on")),
            (Rule.MAJORITY, self.tr("what more than half agree on")),
            (Rule.THRESHOLD, self.tr("what so many agree on:")),
            (Rule.TRUSTED, self.tr("what this annotator made:")),
        ):
            self.rules.addItem(words, value)
        self.votes.setRange(1, 40)
        self.votes.setAccessibleName(self.tr("How many must agree"))
        for value, words in (
            (Over.VARIANT, self.tr("the same span and label")),
            (Over.LABEL, self.tr("the label, then its most frequent edges")),
        ):
            self.over.addItem(words, value)
        for name in people:
            self.trusted.addItem(name, name)
        self.trusted.setAccessibleName(self.tr("Trusted annotator"))
        self.people = QPushButton(self.tr("&Who counts…"))
        self.people.setAutoDefault(False)
        self.people.clicked.connect(self.people_meant)
        self.look = QPushButton(self.tr("&Look first"))
        self.look.setAutoDefault(False)
        self.look.clicked.connect(self.preview)
        self._show_rule(rule)
        self._lay_out()
        self.go_on = self.add_buttons(self.tr("&Merge"))
        self._forget()
        for box in (self.rules, self.over, self.trusted):
            box.currentIndexChanged.connect(lambda _row: self._forget())
        self.votes.valueChanged.connect(lambda _n: self._forget())
        self.let_body_grow()
        self.resize(WIDE, 560)
        self.look.setFocus()

    def rule(self) -> MergeRule:
        return MergeRule(
            Rule(self.rules.currentData()),
            self.votes.value(),
            Over(self.over.currentData()),
            str(self.trusted.currentData() or ""),
        )

    def preview(self) -> None:
        """Work out what the rule would do, and show it."""
        rule = self.rule()
        found = self._look(rule)
        if found is None:
            return
        self._looked = rule
        self.model.show_lines(found.lines)
        if found.lines:
            self.list.go_to_row(0)
        for name in EFFECTS:
            count = found.counts.get(name, 0)
            words = f"{plan_model.effect(name)}: {numbers.count(count)}"
            self.counts[name].setText(words)
        self.summary.setText(self._sum_up(found))
        can_go_on = bool(found.articles or found.settled_again)
        self.go_on.setEnabled(can_go_on)
        if can_go_on:
            self.go_on.setFocus()

    def forget(self) -> None:
        """What was looked at is no longer so: who counts has changed."""
        self._forget()

    # -- inside

    def _sum_up(self, found: Plan) -> str:
        if any(found.counts.values()):
            return self.tr("In %n article(s):", "", found.articles)
        if found.settled_again:
            return self.tr("Gold stays as it is; what was asked again is settled.")
        return self.tr("This rule changes nothing now.")

    def _show_rule(self, rule: MergeRule) -> None:
        self.rules.setCurrentIndex(max(self.rules.findData(rule.rule), 0))
        self.votes.setValue(rule.votes)
        self.over.setCurrentIndex(max(self.over.findData(rule.over), 0))
        self.trusted.setCurrentIndex(max(self.trusted.findData(rule.trusted), 0))

    def _forget(self) -> None:
        """Another rule: it is looked at first, then carried out."""
        self._looked = None
        chosen = Rule(self.rules.currentData())
        self.votes.setVisible(chosen == Rule.THRESHOLD)
        self.trusted.setVisible(chosen == Rule.TRUSTED)
        self.over.setEnabled(chosen != Rule.TRUSTED)
        self.model.show_lines(())
        for label in self.counts.values():
            label.clear()
        self.summary.setText(self.tr("Look first: nothing is changed by that."))
        if hasattr(self, "go_on"):
            self.go_on.setEnabled(False)

    def _lay_out(self) -> None:
        what = side_by_side(self.rules, self.votes, self.trusted)
        what.addStretch()
        holder = QWidget()
        holder.setLayout(what)
        what.setContentsMargins(0, 0, 0, 0)
        holder.setFocusProxy(self.rules)
        self.add_field(self.tr("W&hat merges"), holder)
        self.add_field(self.tr("&Counted over"), self.over)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for button in (self.look, self.people):
            row.addWidget(button)
        row.addStretch()
        self.body.addLayout(row)
        self.summary = quiet("")
        counts = QHBoxLayout()
        counts.setSpacing(3 * GAP)
        counts.addWidget(self.summary)
        self.counts = {name: QLabel() for name in EFFECTS}
        for label in self.counts.values():
            wrap(label, several=False)
            counts.addWidget(label)
        counts.addStretch()
        self.body.addLayout(counts)
        self.model = PlanModel(self)
        self.list = DifferenceList()
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("What the rule would do"))
        self.list.setMinimumHeight(160)
        for column, width in WIDTHS.items():
            self.list.setColumnWidth(column, width)
        self.body.addWidget(self.list, 1)
