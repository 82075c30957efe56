"""Turn reports of the core into what the report dialog shows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.dialogs.report_dialog import REFUSED, REPAIRED, SKIPPED, TAKEN, ReportRow

if TYPE_CHECKING:
    from annotator.project.import_report import ImportReport


def import_summary(report: "ImportReport") -> str:
    return QCoreApplication.translate("Reports", "%n new article(s)", "", report.articles)


def import_rows(report: "ImportReport") -> list[ReportRow]:
    """Return a row for each thing that became of a file."""
    rows: list[ReportRow] = []
    for file in report.files:
        name = file.path.name
        rows += [ReportRow(REFUSED, name, str(refused)) for refused in file.refused]
        rows += [ReportRow(REPAIRED, name, note) for note in file.notes]
        rows += [ReportRow(SKIPPED, name, skipped) for skipped in file.skipped]
        if file.articles or file.layers or file.annotations:
            rows.append(ReportRow(TAKEN, name, file.lines()[0].partition(": ")[2]))
        elif file.known and not file.skipped:
            rows.append(ReportRow(SKIPPED, name, file.lines()[0].partition(": ")[2]))
    return rows
