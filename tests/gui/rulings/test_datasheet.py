"""The datasheet in the window: looked at in both languages, then saved."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.helpers.waiting import in_dialog
from ui.datasheet.dialog import DatasheetDialog
from ui.datasheet.readable import readable


def test_it_is_looked_at_and_saved(make_desk, judged, tmp_path):
    desk = make_desk(annotator="a", project=judged, language="ar")
    out = tmp_path / "sheet.md"

    def answer(dialog: DatasheetDialog) -> None:
        assert dialog.source.toPlainText().startswith('<div dir="rtl">')
        shown = dialog.preview.toPlainText()
        assert shown.strip()
        assert not set("#|<") & set(shown)
        block = dialog.preview.document().begin()
        assert block.textDirection() == Qt.LayoutDirection.RightToLeft
        assert dialog.preview.isVisible()
        assert not dialog.source.isVisible()
        QTest.keyClick(dialog.as_source, Qt.Key.Key_Space)
        assert dialog.source.isVisible()
        dialog.language.set_value("en")
        dialog.language.currentIndexChanged.emit(dialog.language.currentIndex())
        dialog.pseudonyms.setChecked(True)
        assert dialog.source.toPlainText().startswith("# Datasheet")
        assert dialog.preview.toPlainText().startswith("Datasheet")
        assert "A1" in dialog.preview.toPlainText()
        dialog.path.set_path(out)
        dialog.accept()

    in_dialog(DatasheetDialog, answer)
    desk.workspace.window.actions_table["datasheet"].trigger()
    assert out.read_text(encoding="utf-8").startswith("# Datasheet")
    assert str(out) in desk.workspace.window.notice.text()


def test_a_table_read_from_the_right_has_its_first_column_there():
    text = '<div dir="rtl">\n\n# أ\n\n| ب | ج\\|د |\n|---|---:|\n| 1 | 2 |\n</div>\n'
    assert readable(text, right_to_left=True) == "# أ\n\n| ج\\|د | ب |\n|---:|---|\n| 2 | 1 |\n"
    assert readable("| a | b |\n", right_to_left=False) == "| a | b |\n"
