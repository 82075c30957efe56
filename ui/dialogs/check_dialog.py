"""Shows what a check of the project found, and offers to mend it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from ui.dialogs.report_dialog import ReportDialog

if TYPE_CHECKING:
    from annotator.project.safety.check_report import CheckReport


class CheckDialog(ReportDialog):
    """Accepted means: mend it. Closing it changes nothing."""

    def __init__(self, report: "CheckReport", parent: QWidget | None = None) -> None:
        wrong = [problem for problem in report.problems if problem.severity != "note"]
        whole = QCoreApplication.translate("CheckDialog", "Every file is whole")
        damaged = QCoreApplication.translate("CheckDialog", "Something is not as it should be")
        super().__init__(damaged if wrong else whole, "", lines=report.lines(), parent=parent)
        self.mend: QPushButton | None = None
        if not wrong:
            return
        self.buttons.removeButton(self.close_button)
        self.mend = QPushButton(self.tr("&Mend…"))
        self.mend.setToolTip(
            self.tr("Damaged files are kept beside what replaces them; nothing is thrown away.")
        )
        self.buttons.addButton(self.mend, QDialogButtonBox.ButtonRole.AcceptRole)
        close = self.buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
