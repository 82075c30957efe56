"""One point of a row with its answers as lines to press."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from annotator.model import Schema
from ui.review import words
from ui.review.deciding.answer_button import AnswerButton
from ui.review.deciding.deciding_keys import MOST
from ui.review.rows import row_words
from ui.review.rows.points import Answer, Asks, Point
from ui.widgets.lines import one_line


class PointBox(QWidget):
    """Shows its keys only while it is the point that keys answer."""

    answered = Signal(object)  # the Answer that was pressed

    def __init__(
        self,
        point: Point,
        label: str,
        people: Sequence[str],
        schema: Schema,
        *,
        is_current: bool,
        may_decide: bool,
    ) -> None:
        """``label`` is the label that the row's values belong to."""
        super().__init__()
        self.point = point
        self._schema = schema
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        title = self._title(point, label)
        if title:
            heading = QLabel(title)
            heading.setProperty("role", "section" if is_current else "hint")
            column.addWidget(heading)
        self.buttons: list[AnswerButton] = []
        for answer in point.answers:
            button = self._button(answer, people, is_current=is_current)
            button.setEnabled(may_decide)
            button.clicked.connect(lambda _=False, one=answer: self.answered.emit(one))
            column.addWidget(button)
            self.buttons.append(button)

    def _button(self, answer: Answer, people: Sequence[str], *, is_current: bool) -> AnswerButton:
        numbers = [people.index(name) + 1 for name in answer.names if name in people]
        keys = [str(n) for n in sorted(numbers) if n <= MOST] if is_current else []
        names = row_words.names(answer.names)
        said, is_quiet = self._words(answer)
        label = self._schema.label(answer.label) if self.point.asks == Asks.SPAN else None
        title = words.label(answer.label, self._schema) if label is not None else ""
        return AnswerButton(
            keys,
            said,
            names,
            label=label,
            title=title,
            in_gold=answer.in_gold,
            is_quiet=is_quiet,
        )

    def _words(self, answer: Answer) -> tuple[str, bool]:
        """Return what an answer says, and whether it says that there is nothing."""
        match self.point.asks:
            case Asks.SPAN:
                if answer.span is None:
                    return self.tr("nothing there"), True
                return one_line(answer.words), False
            case Asks.VALUE:
                return (answer.words, False) if answer.words else (self.tr("no value"), True)
            case Asks.LINK:
                is_made = answer is self.point.answers[0]
                return (self.tr("linked"), False) if is_made else (self.tr("not linked"), True)
            case _:
                is_made = answer is self.point.answers[0]
                return (self.tr("out of scope"), False) if is_made else (self.tr("in scope"), True)

    def _title(self, point: Point, label: str) -> str:
        if point.asks == Asks.VALUE:
            title = row_words.attribute_title(label, point.name, self._schema)
            return f"{title} ?" if point.is_open else title
        if point.asks == Asks.LINK:
            return row_words.link_title(point.name, self._schema)
        return ""
