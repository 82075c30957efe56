from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from annotator.model import Schema, Span
from annotator.text import graphemes
from ui import i18n
from ui.widgets.form import FormDialog, Problem


class EditDialog(FormDialog):
    """Asks for the span and the label that gold is to have: the text to mark, found nearest to where it was."""

    def __init__(
        self, text: str, span: Span, label: str, schema: Schema, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, self.tr("Edit for gold"))
        self._text, self._near = text, span
        self.add_heading(self.windowTitle())
        self.words = QLineEdit(span.of(text).replace("\n", " "))
        self.label = QComboBox()
        for one in schema.labels:
            self.label.addItem(one.title(i18n.current()), one.name)
        self.label.setCurrentIndex(max(self.label.findData(label), 0))
        self.add_field(
            self.tr("&Text to mark"), self.words, self.tr("Exactly as it stands in the article")
        )
        self.add_field(self.tr("&Label"), self.label)
        self.add_buttons(self.tr("&Decide"))

    def problems(self) -> list[Problem]:
        if self._found() is None:
            message = self.tr("These words do not stand near there in the article.")
            return [Problem(self.words, message)]
        return []

    def choice(self) -> tuple[Span, str]:
        found = self._found()
        return found or self._near, str(self.label.currentData())

    def _found(self) -> Span | None:
        """Return where the words stand, the nearest place to the difference, within whole graphemes."""
        wanted = self.words.text()
        if not wanted.strip():
            return None
        text = self._text.replace("\n", " ")
        starts: list[int] = []
        at = text.find(wanted)
        while at >= 0:
            starts.append(at)
            at = text.find(wanted, at + 1)
        if not starts:
            return None
        start = min(starts, key=lambda one: abs(one - self._near.start))
        return Span(*graphemes.snap(self._text, start, start + len(wanted)))
