from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from ui.dialogs.report_dialog import ReportDialog, ReportRow

ROWS = (
    ReportRow("taken", "a.txt", "1 article"),
    ReportRow("skipped", "b.txt", "1 article of this text"),
    ReportRow("refused", "c.pdf", "this is a PDF, not text: save it as text first"),
)


def test_what_was_refused_stands_first_and_is_told_in_full(show):
    dialog = show(ReportDialog("Import finished", "", ROWS))
    model = dialog.table.model()
    assert [model.index(row, 1).data() for row in range(3)] == ["c.pdf", "a.txt", "b.txt"]
    assert dialog.detail.text() == ROWS[2].detail


def test_walking_down_the_table_tells_each_row(show):
    dialog = show(ReportDialog("Import finished", "", ROWS))
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.detail.text() == "1 article"


def test_the_whole_report_can_be_copied(show):
    dialog = show(ReportDialog("Import finished", "", ROWS))
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert all(row.where in copied and row.detail in copied for row in ROWS)
    assert dialog.copy.text() == "Copied"


def test_lines_are_shown_and_copied_as_they_are(show):
    dialog = show(ReportDialog("Export finished", "", lines=["5 written", "2 dropped «بوتين»"]))
    dialog.copy_report()
    assert QGuiApplication.clipboard().text() == "5 written\n2 dropped «بوتين»\n"
    assert "«بوتين»" in dialog.text.toPlainText()


def test_ten_thousand_rows_are_no_burden(show):
    many = [ReportRow("taken", f"{number}.txt") for number in range(10_000)]
    dialog = show(ReportDialog("Import finished", "", many))
    assert dialog.table.model().rowCount() == 10_000


@pytest.fixture
def project(tmp_path):
    from annotator.project import Project

    with Project.create(tmp_path / "p") as opened:
        yield opened


def test_an_import_is_reported_file_by_file(show, project, tmp_path):
    from ui.dialogs.transfer.import_result import ImportResultDialog

    write(tmp_path / "a.txt", "عنوان\nنص أول\n")
    (tmp_path / "scan.txt").write_bytes(b"%PDF-1.7")
    paths = [tmp_path / "a.txt", tmp_path / "scan.txt"]
    first = show(ImportResultDialog(project.import_files(paths)))
    outcomes = {(row.outcome, row.where) for row in first._rows}
    assert {("taken", "a.txt"), ("refused", "scan.txt")} <= outcomes
    again = show(ImportResultDialog(project.import_files(paths)))
    assert ("skipped", "a.txt") in {(row.outcome, row.where) for row in again._rows}
    assert "PDF" in again.report()


def test_an_export_says_what_was_left_out(show, project, tmp_path):
    from ui.dialogs.transfer.export_result import ExportResultDialog

    line = (
        '{"text":"قال بوتين شيئا","title":"t","annotations":[{"start":0,"end":14,"label":"quote"},'
        '{"start":4,"end":9,"label":"actor"}]}\n'
    )
    write(tmp_path / "a.jsonl", line)
    project.import_files([tmp_path / "a.jsonl"], options={"annotator": "sara"})
    flat = ExportResultDialog(
        project.export(tmp_path / "x.conll", format="conll2003", annotator="sara")
    )
    assert "1 left out" in summary_of(flat)
    assert "بوتين" in flat.report()
    whole = ExportResultDialog(
        project.export(tmp_path / "x.jsonl", format="jsonl", annotator="sara")
    )
    assert "None was left out" in summary_of(whole)


def summary_of(dialog: ReportDialog) -> str:
    from PySide6.QtWidgets import QLabel

    return next(
        label.text() for label in dialog.findChildren(QLabel) if label.property("role") == "hint"
    )


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
