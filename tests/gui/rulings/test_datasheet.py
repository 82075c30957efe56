"""The datasheet in the window: looked at in both languages, then saved."""

from tests.helpers.waiting import in_dialog
from ui.datasheet.dialog import DatasheetDialog


def test_it_is_looked_at_and_saved(make_desk, judged, tmp_path):
    desk = make_desk(annotator="a", project=judged, language="ar")
    out = tmp_path / "sheet.md"

    def answer(dialog: DatasheetDialog) -> None:
        assert dialog.preview.toPlainText().startswith('<div dir="rtl">')
        dialog.language.set_value("en")
        dialog.language.currentIndexChanged.emit(dialog.language.currentIndex())
        dialog.pseudonyms.setChecked(True)
        assert dialog.preview.toPlainText().startswith("# Datasheet")
        assert "A1" in dialog.preview.toPlainText()
        dialog.path.set_path(out)
        dialog.accept()

    in_dialog(DatasheetDialog, answer)
    desk.workspace.window.actions_table["datasheet"].trigger()
    assert out.read_text(encoding="utf-8").startswith("# Datasheet")
    assert str(out) in desk.workspace.window.notice.text()
