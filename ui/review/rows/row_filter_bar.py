"""Which rows of the article are shown: by state, label, cause, what differs, and between whom. And whose lanes."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.adjudication.states import State
from annotator.model import Schema
from annotator.review.rows import RowFilter
from ui import i18n
from ui.popover.flow import Flow, flowing
from ui.review import words
from ui.review.pages.choice_button import ChoiceButton
from ui.review.rows import row_words
from ui.widgets.form import GAP


class RowFilterBar(QWidget):
    """Nothing ticked means all; two annotators ticked are the walk of a pair."""

    changed = Signal(object)  # RowFilter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.states, self.labels, self.causes = ChoiceButton(), ChoiceButton(), ChoiceButton()
        self.differences, self.annotators = ChoiceButton(), ChoiceButton()
        self.clear = QPushButton()
        self.others = QPushButton()
        self.others.setCheckable(True)
        self.others.hide()
        self.count = QLabel()
        self.count.setProperty("role", "hint")
        self.parts = {
            "states": self.states,
            "differences": self.differences,
            "labels": self.labels,
            "causes": self.causes,
            "annotators": self.annotators,
        }
        self._people: tuple[str, ...] = ()
        self._others: tuple[tuple[str, str], ...] = ()
        self._schema: Schema | None = None
        self._is_setting = False
        flow = Flow(GAP // 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(flow)
        flowing(self)
        for part in (*self.parts.values(), self.others, self.clear, self.count):
            part.setMinimumHeight(26)
            flow.addWidget(part)
        for part in self.parts.values():
            part.says_all = False
            part.changed.connect(self._tell)
        self.clear.clicked.connect(lambda: self.show_filter(RowFilter(), tell=True))
        self._retranslate()

    def offer(self, people: Sequence[str], schema: Schema) -> None:
        """Offer the annotators of an article and the project's labels; what was ticked stays."""
        if (tuple(people), schema) == (self._people, self._schema):
            return
        self._people, self._schema = tuple(people), schema
        self._offer()

    def offer_others(self, people: Sequence[tuple[str, str]]) -> None:
        """Offer lanes of those who have no vote, as names and roles; without any there is nothing to switch."""
        self._others = tuple(people)
        self.others.setVisible(bool(people))
        self._name_others()

    def filter(self) -> RowFilter:
        return RowFilter(
            states=frozenset(map(State, self.states.chosen())),
            labels=self.labels.chosen(),
            causes=self.causes.chosen(),
            annotators=self.annotators.chosen(),
            differences=self.differences.chosen(),
        )

    def show_filter(self, wanted: RowFilter, *, tell: bool = False) -> None:
        self._is_setting = True
        for name, part in self.parts.items():
            part.choose(frozenset(map(str, getattr(wanted, name))))
        self._is_setting = False
        if tell:
            self._tell()
        else:
            self._show_clear()

    def show_count(self, words_of_count: str) -> None:
        self.count.setText(words_of_count)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # -- inside

    def _tell(self) -> None:
        if not self._is_setting:
            self._show_clear()
            self.changed.emit(self.filter())

    def _show_clear(self) -> None:
        self.clear.setVisible(self.filter() != RowFilter())

    def _offer(self) -> None:
        self._is_setting = True
        schema = self._schema
        labels = [(one.name, one.title(i18n.current())) for one in schema.labels] if schema else []
        self.labels.set_choices(labels)
        self.annotators.set_choices([(name, name) for name in self._people])
        self.states.set_choices([(name, row_words.state(name)) for name in row_words.STATES])
        self.causes.set_choices([(name, words.short_cause(name)) for name in row_words.CAUSES])
        self.differences.set_choices(
            [(name, row_words.difference(name)) for name in row_words.DIFFERENCES]
        )
        self._is_setting = False
        self._show_clear()

    def _name_others(self) -> None:
        names = [f"{i18n.isolate(name)} ({role})" for name, role in self._others]
        said = self.tr("Lanes of those whose work does not count for gold: %1")
        self.others.setToolTip(said.replace("%1", QLocale().createSeparatedList(names)))

    def _retranslate(self) -> None:
        self.states.set_caption(self.tr("State"))
        self.differences.set_caption(self.tr("Kind"))
        self.labels.set_caption(self.tr("Labels"))
        self.causes.set_caption(self.tr("Cause"))
        self.annotators.set_caption(self.tr("Between"))
        key = i18n.isolate_ltr("[X]")
        self.clear.setText(self.tr("Show all") + f"  {key}")
        self.others.setText(self.tr("Without a vote") + f"  {i18n.isolate_ltr('[O]')}")
        self._name_others()
        self._offer()
