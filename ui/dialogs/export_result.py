"""Shows what an export wrote and what its format could not hold."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.report_dialog import ReportDialog

if TYPE_CHECKING:
    from annotator.project.export_report import ExportReport


class ExportResultDialog(ReportDialog):
    def __init__(self, report: "ExportReport", parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("ExportResult", "Export finished"),
            summary(report),
            lines=report.lines(),
            parent=parent,
        )


def summary(report: "ExportReport") -> str:
    """Return in a sentence or two how many annotations were written and how many the format had no place for."""
    loss = report.loss
    written = QCoreApplication.translate(
        "ExportResult", "%n annotation(s) written.", "", loss.written
    )
    if not loss.dropped:
        return f"{written} " + QCoreApplication.translate("ExportResult", "None was left out.")
    return f"{written} " + QCoreApplication.translate(
        "ExportResult",
        "%n left out, because the format has no place for them; the report says which.",
        "",
        loss.dropped,
    )
