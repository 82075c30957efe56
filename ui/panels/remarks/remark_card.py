"""The small field beside the words in which something is flagged, asked or answered."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model import Remark, RemarkKind
from ui.i18n import isolate
from ui.style import assets
from ui.style.wrapping import wrap
from ui.widgets.fields import turn_as_written
from ui.widgets.lines import one_line

LINES = 2
FRAME = 3
WIDTH = 360
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardField(QPlainTextEdit):
    """A few lines. Enter stores the card, Shift+Enter starts a line, Tab goes on, Esc leaves."""

    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setProperty("role", "field")
        self.textChanged.connect(lambda: turn_as_written(self))
        margins = 2 * (FRAME + int(self.document().documentMargin()))
        self.setFixedHeight(LINES * self.fontMetrics().lineSpacing() + margins)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            turn_as_written(self)

    def words(self) -> str:
        return self.toPlainText().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class RemarkCard(QFrame):
    """Shows one flag or question, new or old, and changes nothing but what it shows."""

    stored = Signal()
    left = Signal()
    removal_meant = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("span-popover")  # looks like the editor of an annotation
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.remark: Remark | None = None
        self._about = self._said = ""
        self.reply = QLabel()
        wrap(self.reply)
        self.caption = QLabel()
        self.caption.setProperty("role", "caption")
        wrap(self.caption)
        self.text, self.answer = CardField(), CardField()
        self.settled = QCheckBox()
        self.remove = QToolButton()
        self.remove.setIcon(assets.icon("delete"))
        self.remove.setAutoRaise(True)
        self.store = QPushButton()
        self.store.setDefault(True)
        row = QHBoxLayout()
        for part in (self.settled, self.remove):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.store)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        for part in (self.caption, self.text, self.reply, self.answer):
            column.addWidget(part)
        column.addLayout(row)
        for field in (self.text, self.answer):
            field.entered.connect(self.stored)
            field.left.connect(self.left)
        self.answer.textChanged.connect(self._settle_by_answering)
        self.store.clicked.connect(self.stored)
        self.remove.clicked.connect(self.removal_meant)
        self.hide()

    def show_remark(self, remark: Remark, about: str, reply: str, *, is_new: bool) -> None:
        """Show a flag or question about some words, none for the article, with the lead's ``reply`` where there is one."""
        self.remark, self._about, self._said = remark, about, reply
        self.reply.setVisible(bool(reply))
        self.text.setPlainText(remark.text)
        self.answer.setPlainText(remark.answer)
        self.settled.setChecked(remark.is_settled)
        for part in (self.answer, self.settled, self.remove):
            part.setVisible(not is_new)
        self._retranslate()

    def typed(self) -> tuple[str, str, bool]:
        """Return the words, the answer, and whether it is settled."""
        return self.text.words(), self.answer.words(), self.settled.isChecked()

    def take_keyboard(self, *, answer: bool = False) -> None:
        field = self.answer if answer and self.answer.isVisibleTo(self) else self.text
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def close_to(self, keeper: QWidget | None) -> None:
        """Close. The keyboard goes to ``keeper`` before Qt gives it to anybody."""
        self.remark = None
        if keeper is not None:
            keeper.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in ENTER and self.remove.hasFocus():
            self.remove.click()
        elif event.key() in ENTER:
            self.stored.emit()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.remark is not None:
            self._retranslate()
        super().changeEvent(event)

    def _settle_by_answering(self) -> None:
        """What is answered is settled, unless somebody says otherwise."""
        if self.remark is not None and self.answer.words() != self.remark.answer:
            self.settled.setChecked(bool(self.answer.words()))

    def _retranslate(self) -> None:
        is_flag = self.remark is not None and self.remark.kind == RemarkKind.FLAG
        about = one_line(self._about, 60)
        if is_flag:
            words = self.tr("Flag on «%1»") if about else self.tr("Flag on the article")
            self.text.setPlaceholderText(self.tr("Why? May stay empty"))
        else:
            words = (
                self.tr("Question about «%1»") if about else self.tr("Question about the article")
            )
            self.text.setPlaceholderText(self.tr("What is unclear?"))
        self.caption.setText(words.replace("%1", about))
        self.text.setAccessibleName(self.caption.text())
        self.reply.setText(self.tr("The lead: %1").replace("%1", isolate(self._said)))
        self.answer.setPlaceholderText(self.tr("Answer"))
        self.answer.setAccessibleName(self.tr("Answer"))
        self.settled.setText(self.tr("Settled"))
        self.remove.setToolTip(self.tr("Remove"))
        self.remove.setAccessibleName(self.tr("Remove"))
        self.store.setText(self.tr("Keep"))
