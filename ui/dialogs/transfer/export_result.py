"""Shows what an export wrote and what its format could not hold."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.dialogs.report_dialog import ReportDialog

if TYPE_CHECKING:
    from annotator.project.transfer.export_report import ExportReport


class ExportResultDialog(ReportDialog):
    def __init__(self, report: "ExportReport", parent: QWidget | None = None) -> None:
        words = ExportResult()
        title = words.title()
        super().__init__(title, words.summary(report), lines=report.lines(), parent=parent)


class ExportResult(QObject):
    """Puts an export report into words. An object, because lupdate finds plural forms in ``self.tr`` only."""

    def title(self) -> str:
        return self.tr("Export finished")

    def summary(self, report: "ExportReport") -> str:
        """Return how many annotations were written and how many the format had no place for."""
        written = self.tr("%Ln annotation(s) written.", "", report.loss.written)
        if not report.loss.dropped:
            return f"{written} " + self.tr("None was left out.")
        left_out = self.tr(
            "%Ln left out, because the format has no place for them; the report says which.",
            "",
            report.loss.dropped,
        )
        return f"{written} {left_out}"
