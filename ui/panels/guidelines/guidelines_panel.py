from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent, QTextDocument
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model import Label, Schema
from annotator.project.label_examples import Example
from ui import i18n
from ui.panels.guidelines.contents import Contents
from ui.panels.guidelines.guide_editor import GuideEditor
from ui.panels.guidelines.guide_page import GuidePage
from ui.panels.guidelines.sections import PARAGRAPH
from ui.style import assets
from ui.widgets.empty_page import EmptyPage
from ui.widgets.panel import Panel
from ui.widgets.row_button import RowButton

LANGUAGES = {"ar": "العربية", "en": "English"}
"""Languages of guidelines, each in its own words."""


class FindLine(QLineEdit):
    """Words to find in the guidelines. Enter goes on, Shift+Enter back, Esc empties it."""

    step_meant = Signal(bool)
    """True to go back."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_meant.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class GuidelinesPanel(Panel):
    """The project's guidelines: read, searched, and edited in place by whoever may."""

    example_chosen = Signal(object)
    """An `Example` to go to."""
    edit_meant = Signal()
    language_chosen = Signal(str)
    appeared = Signal()
    language_turned = Signal()
    """The window speaks another language from now on."""
    decisions_meant = Signal()
    """To see the guideline decisions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page, self.editor, self.nothing = GuidePage(), GuideEditor(), EmptyPage()
        self.contents, self.find_line = Contents(), FindLine()
        self.language, self.edit = QToolButton(), QToolButton()
        self.decisions = RowButton("")
        self._may_edit = False
        self._waiting = self._in_force = 0
        self._build()
        self._connect()
        self._retranslate()

    def show_guidelines(
        self, text: str | None, language: str, others: Sequence[str], *, may_edit: bool
    ) -> None:
        """Show guidelines, None where there are none; ``others`` are the languages that they are in as well."""
        self._may_edit = may_edit
        self.edit.setVisible(may_edit)
        self.language.setVisible(bool(others))
        self.language.setText(LANGUAGES.get(others[0], others[0]) if others else "")
        self.language.setProperty("language", others[0] if others else "")
        self.page.show_markdown(text or "")
        self._list_contents()
        self._stack.setCurrentWidget(self._reading if text is not None else self.nothing)
        self._retranslate()

    def show_examples(self, examples: Mapping[str, Sequence[Example]], schema: Schema) -> None:
        self.page.show_examples(examples, schema)
        self._list_contents()

    def show_decisions(self, waiting: int, in_force: int) -> None:
        """Say how many edits of guideline decisions wait or, where none does, how many of these there are; nothing for none."""
        self._waiting, self._in_force = waiting, in_force
        self.decisions.setVisible(bool(waiting or in_force))
        self._name_decisions()

    def go_to_label(self, label: Label) -> bool:
        """Show what the guidelines say of a label; tell whether there is a section about it."""
        section = self.page.section_of(label)
        if section is not None:
            self.page.go_to(section)
        return section is not None

    def start_editing(self, text: str, *, kept: str | None = None) -> None:
        self.editor.edit(text, kept=kept)
        self._stack.setCurrentWidget(self.editor)
        self.editor.source.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_editing(self) -> None:
        self._stack.setCurrentWidget(self._reading)

    @property
    def is_editing(self) -> bool:
        return self._stack.currentWidget() is self.editor

    def set_size(self, points: int) -> None:
        self.page.set_size(points)
        self.editor.preview.set_size(points)

    @property
    def landing(self) -> QWidget | None:
        if self.is_editing:
            return self.editor.source
        if self._stack.currentWidget() is self._reading:
            return self.page
        return self.nothing.button if self._may_edit else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.appeared.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.language_turned.emit()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setWindowIcon(assets.icon("guidelines", "ink"))
        self.contents.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.contents.setMinimumContentsLength(8)
        self.find_line.setClearButtonEnabled(True)
        self.edit.setIcon(assets.icon("edit"))
        for button in (self.edit, self.language):
            button.setAutoRaise(True)
        self.decisions.hide()
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.contents, 1)
        first.addWidget(self.language)
        first.addWidget(self.edit)
        second.addWidget(self.find_line, 1)
        self._reading = QWidget()
        column = QVBoxLayout(self._reading)
        column.setContentsMargins(4, 4, 4, 0)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.page, 1)
        self._stack = QStackedWidget()
        for part in (self.nothing, self._reading, self.editor):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.decisions)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.page.example_chosen.connect(self.example_chosen)
        self.edit.clicked.connect(self.edit_meant)
        self.decisions.clicked.connect(self.decisions_meant)
        self.nothing.chosen.connect(self.edit_meant)
        self.language.clicked.connect(
            lambda: self.language_chosen.emit(str(self.language.property("language")))
        )
        self.contents.activated.connect(
            lambda row: self.page.go_to(self.page.sections[row]) if row >= 0 else None
        )
        self.find_line.step_meant.connect(self._find)
        self.find_line.textChanged.connect(self._find_anew)

    def _list_contents(self) -> None:
        self.contents.clear()
        for section in self.page.sections:
            depth = 0 if section.level == 1 else 1 if section.level in (2, PARAGRAPH) else 2
            self.contents.addItem("\u2003" * depth + section.title)
        self.contents.setVisible(bool(self.page.sections))

    def _find_anew(self) -> None:
        cursor = self.page.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.page.setTextCursor(cursor)
        self._find(back=False)

    def _find(self, back: bool) -> None:
        words = self.find_line.text()
        flags = QTextDocument.FindFlag.FindBackward if back else QTextDocument.FindFlag(0)
        found = not words or self.page.find(words, flags)
        if not found:  # round at the end
            cursor = self.page.textCursor()
            ends = cursor.MoveOperation
            cursor.movePosition(ends.End if back else ends.Start)
            self.page.setTextCursor(cursor)
            found = self.page.find(words, flags)
        self.find_line.setProperty("state", "" if found else "bad")
        self.find_line.style().polish(self.find_line)

    def _name_decisions(self) -> None:
        """Name the line above the text, with a sign where an answer is waited for."""
        if self._waiting:
            words = self.tr("%Ln edit(s) of guideline decisions wait", "", self._waiting)
        else:
            words = self.tr("%Ln guideline decision(s)", "", self._in_force)
        self.decisions.setText(words)
        self.decisions.setIcon(assets.icon("info" if self._waiting else "guidelines"))
        key = i18n.isolate_ltr("Ctrl+Shift+G")
        self.decisions.setToolTip(f"{words}  {key}")

    def _retranslate(self) -> None:
        self._name_decisions()
        self.setWindowTitle(self.tr("Guidelines"))
        self.setAccessibleName(self.tr("Guidelines"))
        self.page.setAccessibleName(self.tr("Guidelines"))
        self.contents.setAccessibleName(self.tr("Contents"))
        self.find_line.setPlaceholderText(self.tr("Find in the guidelines"))
        self.find_line.setAccessibleName(self.tr("Find in the guidelines"))
        self.edit.setToolTip(self.tr("Edit the guidelines"))
        self.edit.setAccessibleName(self.tr("Edit the guidelines"))
        button = self.tr("Write guidelines") if self._may_edit else ""
        self.nothing.say(self.tr("This project has no guidelines yet."), button)
