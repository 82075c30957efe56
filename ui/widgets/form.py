"""The shape every dialog shares: a heading, fields with a hint and a message under them, and a row of buttons.

A dialog says in `problems` what is wrong; the form shows each message under its field, first when the user asks to go
on, then as they type, and never closes while something is wrong.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.style import fitting
from ui.style.body_scroller import BodyScroller
from ui.style.wrapping import wrap

GAP = 8
"""Pixels between a field and what belongs to it; groups stand two gaps apart, the edge three."""

NARROW, WIDE = 440, 600
"""Widths of a dialog in device-independent pixels, for short answers and for explained choices."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps the dialog from going on: the widget to mend it in, and what to do."""

    widget: QWidget
    message: str


class Field:
    """A caption over a widget, a quiet hint and the place for a message."""

    def __init__(self, caption: str, widget: QWidget, hint: str = "") -> None:
        self.widget = widget
        self._is_shown = True
        self.caption = QLabel(caption)
        self.caption.setProperty("role", "caption")
        self.caption.setBuddy(widget)
        self.hint = quiet(hint)
        self.message = text("", "error")
        self.message.hide()
        self.layout = QVBoxLayout()
        self.layout.setSpacing(GAP // 2)
        for part in (self.caption, widget, self.hint, self.message):
            self.layout.addWidget(part)
        self.set_hint(hint)
        self.set_caption(caption)

    def set_caption(self, caption: str) -> None:
        self.caption.setText(caption)
        self.caption.setVisible(self._is_shown and bool(caption))
        if caption:
            _reader(self.widget).setAccessibleName(caption.replace("&", ""))

    def set_hint(self, hint: str) -> None:
        self.hint.setText(hint)
        self.hint.setVisible(self._is_shown and bool(hint))
        _reader(self.widget).setAccessibleDescription(hint)

    def set_message(self, message: str) -> None:
        self.message.setText(message)
        self.message.setVisible(self._is_shown and bool(message))
        _reader(self.widget).setAccessibleDescription(message or self.hint.text())

    def set_visible(self, shown: bool) -> None:
        """Show or hide all of it; words given to a hidden field wait until it is shown."""
        self._is_shown = shown
        self.caption.setVisible(shown and bool(self.caption.text()))
        self.widget.setVisible(shown)
        self.hint.setVisible(shown and bool(self.hint.text()))
        self.message.setVisible(shown and bool(self.message.text()))


class FormDialog(QDialog):
    """A dialog that asks and checks. Subclasses fill `body`, say `problems` and give their answer as a value."""

    def __init__(self, parent: QWidget | None, title: str, *, width: int = NARROW) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self.fields: list[Field] = []
        self._asked = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 2 * GAP)
        outer.setSpacing(2 * GAP)
        self.body = QVBoxLayout()
        self.body.setSpacing(2 * GAP)
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self.body)
        self._column.addStretch()
        self._scroller = BodyScroller(holder)
        outer.addWidget(self._scroller, 1)
        holder.installEventFilter(self)
        self.general = text("", "error")
        self.general.hide()
        outer.addWidget(self.general)
        self._outer = outer
        self.buttons = QDialogButtonBox()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        outer.addWidget(self.buttons)

    def let_body_grow(self) -> None:
        """Give all room there is to the body, for a dialog whose list wants it."""
        self._column.setStretch(0, 1)

    def insert_over_buttons(self, widget: QWidget) -> None:
        """Put what is to be seen all the time under the body, which may be scrolled."""
        self._outer.insertWidget(1, widget)

    def add_heading(self, words: str, explanation: str = "") -> None:
        """Say in large letters what the dialog is for, and under it why."""
        column = QVBoxLayout()
        column.setSpacing(GAP // 2)
        column.addWidget(text(words, "heading"))
        if explanation:
            column.addWidget(quiet(explanation))
        self.body.addLayout(column)

    def add_field(self, caption: str, widget: QWidget, hint: str = "") -> Field:
        field = Field(caption, widget, hint)
        self.adopt(field)
        self.body.addLayout(field.layout)
        return field

    def adopt(self, field: Field) -> None:
        """Check the form again whenever this field changes; for fields that stand in a layout of their own."""
        self.fields.append(field)
        if isinstance(field.widget, QLineEdit):
            field.widget.textChanged.connect(self.recheck)
        if isinstance(field.widget, QComboBox):
            field.widget.currentIndexChanged.connect(self.recheck)

    def add_buttons(self, accept: str, reject: str = "") -> QPushButton:
        """Add the button that goes on, as default, and the one that does not; return the first."""
        go_on = self.buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        words = reject or QCoreApplication.translate("Form", "Cancel")
        self.buttons.addButton(words, QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        return go_on

    def problems(self) -> Iterable[Problem]:
        """Yield what is wrong with the answers as they stand."""
        return ()

    def recheck(self) -> bool:
        """Show the messages again, once the user has asked to go on; tell whether nothing is wrong."""
        found = list(self.problems())
        if self._asked:
            self._show_problems(found)
        return not found

    def accept(self) -> None:
        self._asked = True
        found = list(self.problems())
        self._show_problems(found)
        if not found:
            super().accept()
            return
        found[0].widget.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(found[0].widget, QAccessible.Event.Alert))

    def exec(self) -> int:
        """Ask and return whether the answer was accepted, which can be read until the event loop goes on.

        Then Qt deletes the dialog: PySide lets go only of one whose signals hold no function of its own.
        """
        result = super().exec()
        self.deleteLater()
        return result

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Qt's own guess at wrapped labels is too high; a dialog that has been given a size keeps it
        self._fit(shrinks=not self.testAttribute(Qt.WidgetAttribute.WA_Resized))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            QTimer.singleShot(0, self, self._fit)  # after Qt has laid out what asks for more room
        return super().eventFilter(watched, event)

    def _fit(self, *, shrinks: bool = False) -> None:
        """Grow to what wrapped labels need at the dialog's width, as far as the screen has room; the rest is scrolled."""
        beside = self.height() - self._scroller.height()
        wanted = self._scroller.height_wanted(self._scroller.viewport().width()) + beside
        if self.height() < wanted or shrinks:
            self.resize(self.width(), wanted)
        fitting.fit(self)

    def _show_problems(self, found: list[Problem]) -> None:
        messages: dict[int, str] = {}
        for problem in found:
            messages.setdefault(id(problem.widget), problem.message)
        for field in self.fields:
            field.set_message(messages.pop(id(field.widget), ""))
        self.general.setText("\n".join(messages.values()))
        self.general.setVisible(bool(messages))


def text(words: str, role: str) -> QLabel:
    """Return a wrapped label in a role of the style sheet: heading, caption, hint, error."""
    label = QLabel(words)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    wrap(label)
    return label


def quiet(words: str) -> QLabel:
    return text(words, "hint")


def side_by_side(*parts: QWidget | QLayout) -> QHBoxLayout:
    """Put parts on one line, the first taking what room is left."""
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for number, part in enumerate(parts):
        if isinstance(part, QWidget):
            row.addWidget(part, 0 if number else 1)
        else:
            row.addLayout(part, 0 if number else 1)
    return row


def wrapped(layout: QLayout) -> QWidget:
    """Return a widget around a layout, without margins."""
    holder = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(layout)
    return holder


def left_to_right(field: QLineEdit) -> QLineEdit:
    """Make a field for paths, addresses and ISO dates read left to right in every language."""
    field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return field


def _reader(widget: QWidget) -> QWidget:
    """Return the widget that takes the focus and so is read aloud."""
    return widget.focusProxy() or widget
