"""Shows what an import did to each file."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.dialogs.report_dialog import NOTED, REFUSED, SKIPPED, TAKEN, ReportDialog, ReportRow

if TYPE_CHECKING:
    from annotator.project.transfer.import_report import FileReport, ImportReport


class ImportResultDialog(ReportDialog):
    def __init__(self, report: "ImportReport", parent: QWidget | None = None) -> None:
        words = ImportResult()
        super().__init__(
            words.title(),
            words.summary(report),
            [row for file in report.files for row in words.rows(file)],
            copied="\n".join(report.lines()) + "\n",
            parent=parent,
        )


class ImportResult(QObject):
    """Puts an import report into words. An object, because lupdate finds plural forms in ``self.tr`` only."""

    def title(self) -> str:
        return self.tr("Import finished")

    def summary(self, report: "ImportReport") -> str:
        """Return in one line how many articles are new, how many were there already, and how much was refused."""
        known = sum(file.known for file in report.files)
        parts = [self.tr("%Ln new article(s)", "", report.articles)]
        if known:
            parts.append(self.tr("%Ln already there", "", known))
        if report.refused:
            parts.append(self.tr("%Ln refused", "", len(report.refused)))
        return self._list(parts)

    def rows(self, file: "FileReport") -> list[ReportRow]:
        """Return one row for what was taken from a file and one for everything said about it."""
        name = file.path.name
        taken = []
        if file.articles:
            taken.append(self.tr("%Ln article(s)", "", file.articles))
        if file.layers:
            taken.append(self.tr("%Ln layer(s)", "", file.layers))
        if file.annotations:
            taken.append(self.tr("%Ln annotation(s)", "", file.annotations))
        rows = [ReportRow(TAKEN, name, self._list(taken))] if taken else []
        if file.known:
            words = self.tr("%Ln article(s) with the same text", "", file.known)
            rows.append(ReportRow(SKIPPED, name, words))
        rows += [ReportRow(NOTED, name, note) for note in file.notes]
        rows += [ReportRow(SKIPPED, name, skipped) for skipped in file.skipped]
        rows += [ReportRow(REFUSED, name, str(refused)) for refused in file.refused]
        return rows

    def _list(self, parts: list[str]) -> str:
        return self.tr(", ", "between parts of a sentence").join(parts)
