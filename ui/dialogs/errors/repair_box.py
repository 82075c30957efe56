"""Asks whether to mend a project that does not open."""

from PySide6.QtWidgets import QWidget

from annotator.errors import DamagedFileError
from ui.widgets.form import FormDialog, quiet, text
from ui.wording.error_words import headline, particulars


class RepairBox(FormDialog):
    """Accepted means: mend it."""

    def __init__(self, error: DamagedFileError, parent: QWidget | None = None) -> None:
        super().__init__(parent, "")
        self.setWindowTitle(self.tr("Damaged project"))
        self.add_heading(headline(error))
        self.body.addWidget(
            text(
                self.tr(
                    "Hashiya can mend it from its journals and backups. What is damaged is kept beside what replaces it."
                ),
                "plain",
            )
        )
        self.detail = quiet(particulars(error))
        self.body.addWidget(self.detail)
        self.setAccessibleDescription(particulars(error))
        self.mend = self.add_buttons(self.tr("&Mend it"))
