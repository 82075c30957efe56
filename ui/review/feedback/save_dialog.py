from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui import i18n
from ui.widgets.form import WIDE, FormDialog, Problem
from ui.widgets.options import Option, OptionBox
from ui.widgets.path_field import Kind, PathField


class SaveFeedbackDialog(FormDialog):
    """Asks where feedback is to be written, and in which language; the ending of the name says as what."""

    def __init__(
        self, annotator: str, path: Path, endings: Iterable[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, "", width=WIDE)
        self._endings = tuple(endings)
        self.setWindowTitle(self.tr("Save feedback"))
        heading = self.tr("Save what was decided about %1")
        self.add_heading(
            heading.replace("%1", i18n.isolate(annotator)),
            self.tr(
                "A page for any browser (.html) or text with signs (.md); it needs nothing else."
            ),
        )
        self.language = OptionBox([Option("ar", "العربية"), Option("en", "English")])
        self.language.set_value(i18n.current())
        self.add_field(self.tr("&Language"), self.language)
        pages, texts = self.tr("Page (*.html)"), self.tr("Text (*.md)")
        self.path = PathField(Kind.SAVE_FILE, path, f"{pages};;{texts}")
        self.path.changed.connect(self.recheck)
        self.add_field(self.tr("&File"), self.path)
        self.add_buttons(self.tr("Save"))

    def choice(self) -> tuple[Path, str]:
        """Return the file and the language."""
        path = self.path.path()
        assert path is not None
        return path, str(self.language.value())

    def problems(self) -> Iterable[Problem]:
        path = self.path.path()
        if path is None:
            yield Problem(self.path, self.tr("Say where to write it."))
        elif path.suffix.lower() not in self._endings:
            yield Problem(self.path, self.tr("End the name in .html or .md."))
