from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption, QTextTable
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QStackedWidget, QTextBrowser, QWidget

from ui import i18n
from ui.datasheet.readable import readable
from ui.widgets.form import WIDE, FormDialog, Problem
from ui.widgets.options import Option, OptionBox
from ui.widgets.path_field import Kind, PathField

TALL = 220
"""Logical pixels of the preview, at least."""


class DatasheetDialog(FormDialog):
    """Shows the text as it will be written; ``text_in`` gives it in a language, with pseudonyms or names."""

    def __init__(
        self, text_in: Callable[[str, bool], str], path: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, "", width=WIDE + 160)
        self._text_in = text_in
        self.setWindowTitle(self.tr("Datasheet"))
        self.add_heading(
            self.tr("Datasheet of the project"),
            self.tr(
                "What the dataset is, for those who will use it: sizes, labels, annotators, agreement, gold and losses, as Markdown."
            ),
        )
        self.language = OptionBox([Option("ar", "العربية"), Option("en", "English")])
        self.language.set_value(i18n.current())
        self.add_field(self.tr("&Language"), self.language)
        self.pseudonyms = QCheckBox(self.tr("&Pseudonyms for the annotators: A1, A2…"))
        self.body.addWidget(self.pseudonyms)
        self.as_source = QCheckBox(self.tr("Show the &Markdown that is saved"))
        self.body.addWidget(self.as_source)
        self.preview, self.source = QTextBrowser(), QPlainTextEdit()
        self.preview.setOpenLinks(False)
        self.source.setReadOnly(True)
        self.shown = QStackedWidget()
        for part in (self.preview, self.source):
            part.setTabChangesFocus(True)
            part.setAccessibleName(self.tr("What is written"))
            self.shown.addWidget(part)
        self.shown.setMinimumHeight(TALL)
        self.shown.setFocusProxy(self.preview)
        self.add_field(self.tr("What is w&ritten"), self.shown)
        self.path = PathField(Kind.SAVE_FILE, path, self.tr("Text (*.md)"))
        self.path.changed.connect(self.recheck)
        self.add_field(self.tr("&File"), self.path)
        self.add_buttons(self.tr("Save"))
        self.let_body_grow()
        self.language.currentIndexChanged.connect(self._show)
        self.pseudonyms.toggled.connect(self._show)
        self.as_source.toggled.connect(self._swap)
        self._show()

    @property
    def text(self) -> str:
        return self._text_in(str(self.language.value()), self.pseudonyms.isChecked())

    def file(self) -> Path:
        path = self.path.path()
        assert path is not None
        return path

    def problems(self) -> Iterable[Problem]:
        if self.path.path() is None:
            yield Problem(self.path, self.tr("Say where to write it."))

    def _show(self) -> None:
        is_arabic = self.language.value() == "ar"
        option = QTextOption()
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if is_arabic else Qt.LayoutDirection.LeftToRight
        )
        side = Qt.AlignmentFlag.AlignRight if is_arabic else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        for part in (self.preview, self.source):
            part.document().setDefaultTextOption(option)
        self.source.setPlainText(self.text)
        self.preview.setMarkdown(readable(self.text, right_to_left=is_arabic))
        for table in self.preview.document().rootFrame().childFrames():
            if isinstance(table, QTextTable):
                look = table.format()
                look.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
                table.setFormat(look)

    def _swap(self, as_source: bool) -> None:
        part = self.source if as_source else self.preview
        self.shown.setCurrentWidget(part)
        self.shown.setFocusProxy(part)
