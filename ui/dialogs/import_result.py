"""Shows what an import did to each file."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.report_dialog import NOTED, REFUSED, SKIPPED, TAKEN, ReportDialog, ReportRow

if TYPE_CHECKING:
    from annotator.project.import_report import FileReport, ImportReport


class ImportResultDialog(ReportDialog):
    def __init__(self, report: "ImportReport", parent: QWidget | None = None) -> None:
        rows = [row for file in report.files for row in file_rows(file)]
        super().__init__(
            QCoreApplication.translate("ImportResult", "Import finished"),
            summary(report),
            rows,
            copied="\n".join(report.lines()) + "\n",
            parent=parent,
        )


def summary(report: "ImportReport") -> str:
    """Return in one line how many articles are new, were there already, and how much was refused."""
    known = sum(file.known for file in report.files)
    parts = [
        QCoreApplication.translate("ImportResult", "%n new article(s)", "", report.articles),
        QCoreApplication.translate("ImportResult", "%n already there", "", known) if known else "",
        QCoreApplication.translate("ImportResult", "%n refused", "", len(report.refused))
        if report.refused
        else "",
    ]
    comma = QCoreApplication.translate("ImportResult", ", ", "between parts of a sentence")
    return comma.join(filter(None, parts))


def file_rows(file: "FileReport") -> list[ReportRow]:
    """Return one row for what was taken from a file and one for everything said about it."""
    name = file.path.name
    taken = [
        QCoreApplication.translate("ImportResult", "%n article(s)", "", file.articles)
        if file.articles
        else "",
        QCoreApplication.translate("ImportResult", "%n layer(s)", "", file.layers)
        if file.layers
        else "",
        QCoreApplication.translate("ImportResult", "%n annotation(s)", "", file.annotations)
        if file.annotations
        else "",
    ]
    comma = QCoreApplication.translate("ImportResult", ", ", "between parts of a sentence")
    rows = [ReportRow(TAKEN, name, comma.join(filter(None, taken)))] if any(taken) else []
    if file.known:
        words = QCoreApplication.translate(
            "ImportResult", "%n article(s) of this text", "", file.known
        )
        rows.append(ReportRow(SKIPPED, name, words))
    rows += [ReportRow(NOTED, name, note) for note in file.notes]
    rows += [ReportRow(SKIPPED, name, skipped) for skipped in file.skipped]
    rows += [ReportRow(REFUSED, name, str(refused)) for refused in file.refused]
    return rows
