"""The row that is being decided: its answers with their keys, what was before and is now, and the reason."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.model import Schema
from annotator.review.rows import Row
from ui import i18n
from ui.popover.flow import Flow, flowing
from ui.review.deciding.point_box import PointBox
from ui.review.rows.points import Point
from ui.style.wrapping import wrap
from ui.widgets.lines import one_line

BUTTONS = {
    "majority": "Enter",
    "none": "0",
    "all": "A",
    "edit": "E",
    "keep": "C",
    "reopen": "U",
    "same": "S",
}
"""Commands that have a button, and the key that it names."""

ROW = 340
"""Logical pixels in which the buttons stand in a row; Qt would ask for the height of a column of them."""

LONGEST = 80
"""Letters of the words in the heading."""


class ChoicesPanel(QWidget):
    """Says what was meant; it changes nothing itself."""

    command_meant = Signal(str)
    answered = Signal(int, object)  # the point's number, the Answer
    next_meant = Signal()
    label_meant = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.state, self.change = QLabel(), QLabel(), QLabel()
        self.heading.setProperty("role", "section")
        self.state.setProperty("role", "hint")
        self.change.setProperty("role", "hint")
        for label in (self.heading, self.state, self.change):
            wrap(label)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.reason = QLineEdit()
        self._reason_name = QLabel()
        self._reason_name.setBuddy(self.reason)
        self.buttons = {name: QPushButton() for name in BUTTONS}
        for name, button in self.buttons.items():
            button.setAutoDefault(False)
            button.setProperty("role", "compact")  # a row of them in a low and narrow window
            button.clicked.connect(lambda _=False, one=name: self.command_meant.emit(one))
        self.next_article = QPushButton()
        self.next_article.clicked.connect(self.next_meant)
        self.boxes: list[PointBox] = []
        self._labels: list[QPushButton] = []
        self._lay_out()
        self._retranslate()
        self.show_nothing("")

    # -- what is shown

    def show_row(
        self,
        row: Row,
        words: str,
        points: Sequence[Point],
        current: int,
        people: Sequence[str],
        schema: Schema,
        *,
        state: str,
        change: str,
        enabled: frozenset[str],
        may_decide: bool,
    ) -> None:
        """Show a row: ``state`` says how it was settled, ``change`` what is different since; ``enabled`` what can be done."""
        said = i18n.isolate(one_line(words, LONGEST))
        self.heading.setText(self.tr("Decide: %1").replace("%1", said))
        self._say(self.state, state)
        self._say(self.change, change)
        self._clear()
        label = row.gold[0].label if row.gold else next(iter(row.labels), "")
        for number, point in enumerate(points):
            box = PointBox(
                point, label, people, schema, is_current=number == current, may_decide=may_decide
            )
            box.answered.connect(lambda one, n=number: self.answered.emit(n, one))
            self._answers.addWidget(box)
            self.boxes.append(box)
        for name, button in self.buttons.items():
            button.setVisible(name in enabled)
        self._show_parts(deciding=True)
        self.reason.setEnabled(may_decide)

    def show_nothing(self, words: str, more: str = "", *, offers_next: bool = False) -> None:
        """Say why no row is being decided, and offer the next article where there is one."""
        self.heading.setText(words)
        self._say(self.state, more)
        self._say(self.change, "")
        self._clear()
        self._show_parts(deciding=False)
        self.next_article.setVisible(offers_next)

    def show_selection(self, words: str, schema: Schema) -> None:
        """Say that a label's key puts the selected words into gold."""
        said = i18n.isolate(one_line(words, LONGEST))
        self.heading.setText(self.tr("Put into gold: %1").replace("%1", said))
        self._say(self.state, self.tr("A label's key labels the selection; Esc lets it go."))
        self._say(self.change, "")
        self._clear()
        self._show_parts(deciding=False)
        for label in schema.labels:
            title = label.title(i18n.current()).replace("&", "&&")
            key = i18n.isolate_ltr(f"[{label.key.upper()}]") if label.key else ""
            button = QPushButton(f"{title}  {key}".strip())
            button.setAutoDefault(False)
            button.setProperty("role", "compact")
            button.clicked.connect(lambda _=False, one=label.name: self.label_meant.emit(one))
            self._flow.addWidget(button)
            self._labels.append(button)

    def take_reason(self) -> str:
        """Return the reason typed and clear it for the next decision."""
        reason = self.reason.text().strip()
        self.reason.clear()
        return reason

    def minimumSizeHint(self) -> QSize:
        width = max(self.width(), ROW)
        return QSize(super().minimumSizeHint().width(), self._outer.minimumHeightForWidth(width))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # -- inside

    def _say(self, label: QLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

    def _clear(self) -> None:
        for box in (*self.boxes, *self._labels):
            box.hide()
            box.setParent(None)
            box.deleteLater()
        self.boxes, self._labels = [], []

    def _show_parts(self, *, deciding: bool) -> None:
        for button in self.buttons.values():
            button.setVisible(deciding and not button.isHidden())
        for part in (self._reason_name, self.reason):
            part.setVisible(deciding)
        self.next_article.hide()
        self._body.adjustSize()

    def _lay_out(self) -> None:
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(8, 6, 8, 4)
        body.setSpacing(4)
        for label in (self.heading, self.state, self.change):
            body.addWidget(label)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(6)
        body.addLayout(self._answers)
        body.addWidget(self.next_article, 0, Qt.AlignmentFlag.AlignLeading)
        buttons = QWidget()
        self._flow = Flow(4, buttons)
        flowing(buttons)
        for button in self.buttons.values():
            self._flow.addWidget(button)
        body.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._body)
        below = (
            QHBoxLayout()
        )  # not in what is scrolled: what can be done is in sight in a low window too
        below.setContentsMargins(8, 0, 8, 0)
        below.addWidget(buttons)
        reason = QHBoxLayout()
        reason.setContentsMargins(8, 0, 8, 4)
        reason.addWidget(self._reason_name)
        reason.addWidget(self.reason, 1)
        outer = self._outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2)
        outer.addWidget(scroll, 1)
        outer.addLayout(below)
        outer.addLayout(reason)

    def _retranslate(self) -> None:
        names = {
            "majority": self.tr("Most"),
            "none": self.tr("Nothing"),
            "all": self.tr("All"),
            "edit": self.tr("Edit gold"),
            "keep": self.tr("Keep"),
            "reopen": self.tr("Undecided"),
            "same": self.tr("Same elsewhere"),
        }
        for name, button in self.buttons.items():
            key = i18n.isolate_ltr(f"[{BUTTONS[name]}]")
            button.setText(f"{names[name]}  {key}".replace("&", "&&"))
            button.setAccessibleName(names[name])
        self._reason_name.setText(self.tr("&Reason"))
        self.reason.setPlaceholderText(self.tr("why, for the annotators"))
        key = i18n.isolate_ltr("[N]")
        self.next_article.setText(self.tr("Next article with open rows") + f"  {key}")
