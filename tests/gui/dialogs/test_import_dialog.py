from pathlib import Path

import arabic_reshaper
import pytest
from bidi import get_display
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest

from ui.dialogs.transfer import import_dialog
from ui.dialogs.transfer.import_dialog import ImportChoice, ImportDialog
from ui.dialogs.transfer.import_preview import look_at

ARTICLE = "القمة الثلاثية بين روسيا وأرمينيا\n\nقال المتحدث باسم الكرملين إن الاتفاق يظل قائما في المنطقة.\n"


@pytest.fixture
def article(tmp_path):
    return write(tmp_path / "summit.txt", ARTICLE)


@pytest.fixture
def from_pdf(tmp_path):
    lines = ARTICLE.split("\n")
    return write(
        tmp_path / "pdf.txt",
        "\n".join(get_display(arabic_reshaper.reshape(line)) for line in lines),
    )


def test_the_plain_case_needs_one_key(show, article):
    dialog = show(ImportDialog(annotator="sara", paths=[article]))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result()
    assert dialog.choice() == ImportChoice(
        (article,),
        "auto",
        {"first_line_is_title": True, "repair_visual": False},
    )


def test_without_files_it_says_so_and_stays(show):
    dialog = show(ImportDialog())
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.fields[0].message.isVisible()


def test_a_file_that_vanished_meanwhile_is_named(show, article):
    dialog = show(ImportDialog(paths=[article]))
    article.unlink()
    dialog.accept()
    assert dialog.isVisible()
    assert "summit.txt" in dialog.fields[0].message.text()


def test_what_would_become_the_title_is_shown(show, article):
    dialog = show(ImportDialog(paths=[article]))
    assert "القمة الثلاثية بين روسيا وأرمينيا" in first_line(dialog).hint.text()
    first_line(dialog).widget.setChecked(False)
    assert "القمة" not in first_line(dialog).hint.text()
    assert not dialog.choice().options["first_line_is_title"]


def test_text_in_reading_order_is_never_offered_a_repair(show, article):
    assert not show(ImportDialog(paths=[article])).repair.isVisible()


def test_text_from_a_pdf_is_offered_a_repair_with_before_and_after(show, article, from_pdf):
    dialog = show(ImportDialog(paths=[article, from_pdf]))
    assert dialog.repair.isVisible()
    assert "روسيا" not in dialog.repair.before.toPlainText()
    assert "القمة الثلاثية بين روسيا وأرمينيا" in dialog.repair.after.toPlainText()
    assert not dialog.choice().options["repair_visual"], "offered, never done unasked"
    QTest.mouseClick(dialog.repair.check, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert dialog.choice().options["repair_visual"]


def test_the_repair_is_forgotten_when_its_file_is_removed(show, article, from_pdf):
    dialog = show(ImportDialog(paths=[from_pdf, article]))
    dialog.repair.check.setChecked(True)
    dialog.paths.setCurrentRow(0)
    dialog.paths.item(0).setSelected(True)
    QTest.keyClick(dialog.paths, Qt.Key.Key_Delete)
    assert dialog.paths.paths() == (article,)
    assert not dialog.choice().options["repair_visual"]


def test_a_format_shows_the_options_it_has_and_no_other(show, article):
    dialog = show(ImportDialog(paths=[article], annotator="sara"))
    annotator = dialog.options.field("annotator").widget
    for name, has_owner, has_title in (
        ("auto", False, True),
        ("txt", False, True),
        ("jsonl", True, True),
        ("conll-layers", True, False),
    ):
        dialog.format.set_value(name)
        assert annotator.isVisible() == has_owner
        assert first_line(dialog).widget.isVisible() == has_title
        assert ("annotator" in dialog.choice().options) == has_owner
        assert ("repair_visual" in dialog.choice().options) == has_title
    annotator.clear()
    assert dialog.choice().options == {"annotator": None, "bad_spans": "skip"}
    assert dialog.choice().format == "conll-layers"


def test_no_title_is_promised_where_the_format_gives_it_itself(show, article):
    dialog = show(ImportDialog(paths=[article]))
    assert first_line(dialog).hint.isVisible()
    dialog.format.set_value("jsonl")
    assert not first_line(dialog).hint.isVisible()
    dialog.format.set_value("txt")
    assert "القمة الثلاثية بين روسيا وأرمينيا" in first_line(dialog).hint.text()
    assert first_line(dialog).hint.isVisible()


def test_json_called_a_text_is_not_promised_a_title(tmp_path):
    file = write(tmp_path / "lines.txt", '{"text": "قال بوتين"}\n')
    assert look_at([file]).first_file == ""


def test_files_and_folders_can_be_added_by_dialog_and_each_only_once(
    show, article, tmp_path, monkeypatch
):
    monkeypatch.setattr(
        import_dialog.QFileDialog, "getOpenFileNames", lambda *_: ([str(article)], "")
    )
    monkeypatch.setattr(import_dialog.QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dialog = show(ImportDialog())
    for _ in range(2):
        QTest.mouseClick(dialog.add_files, Qt.MouseButton.LeftButton)
        QTest.mouseClick(dialog.add_folder, Qt.MouseButton.LeftButton)
    assert dialog.choice().paths == (article, tmp_path)


def test_dropped_files_are_added(show, article):
    dialog = show(ImportDialog())
    drop(dialog, [QUrl.fromLocalFile(str(article))])
    assert dialog.choice().paths == (article,)


def test_a_dropped_web_address_is_not_taken(show):
    dialog = show(ImportDialog())
    data = QMimeData()
    data.setUrls([QUrl("https://example.com/a.txt")])
    event = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    dialog.dragEnterEvent(event)
    assert not event.isAccepted()


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x01\x02", b"%PDF-1.7", "قال".encode("cp1256") * 40, "القمة\n".encode("utf-16")],
)
def test_no_content_upsets_the_preview(tmp_path, content):
    (tmp_path / "odd.txt").write_bytes(content)
    assert look_at([tmp_path / "odd.txt"]).sample is None


@pytest.mark.parametrize("most", [100, 101])
def test_a_long_file_is_looked_at_only_at_its_head(tmp_path, monkeypatch, most):
    """The limit may fall into the middle of a letter, which must not make the whole text another encoding's."""
    monkeypatch.setattr("ui.dialogs.transfer.import_preview.MOST_BYTES", most)
    file = write(tmp_path / "long.txt", "عنوان المقال\n" + "كلمة " * 100)
    assert look_at([file]).first_line == "عنوان المقال"


def test_texts_inside_a_folder_are_looked_at(tmp_path):
    (tmp_path / "deep" / "er").mkdir(parents=True)
    write(tmp_path / "deep" / "er" / "a.TXT", "عنوان\nنص\n")
    assert look_at([tmp_path]).first_file == "a.TXT"


def first_line(dialog: ImportDialog):
    return dialog.options.field("first_line_is_title")


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def drop(dialog: ImportDialog, urls: list[QUrl]) -> None:
    data = QMimeData()
    data.setUrls(urls)
    place, action = QPoint(9, 9), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, action, data, buttons, keys)
    dialog.dragEnterEvent(enter)
    assert enter.isAccepted()
    dialog.dropEvent(QDropEvent(place, action, data, buttons, keys))


def dated(folder, *days):
    rows = [f"{day},قال المتحدث أمس إن الاتفاق رقم {n} انتهى." for n, day in enumerate(days)]
    return write(folder / "news.csv", "\n".join(["published,text", *rows]) + "\n")


def test_an_open_day_of_publication_is_asked_for_once_with_an_example(show, tmp_path):
    dialog = show(ImportDialog(paths=[dated(tmp_path, "05/11/2015", "06/11/2015")]))
    assert dialog.day_order.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible(), "it is never guessed"
    (said,) = [field.message for field in dialog.fields if field.widget is dialog.day_order]
    assert "05/11/2015" in said.text()
    dialog.day_order.setFocus()
    QTest.keyClick(dialog.day_order, Qt.Key.Key_Down)
    assert dialog.day_order.currentText() == "\u20685 November 2015\u2069, the day first"
    assert not said.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result()
    assert dialog.choice().day_first is True


@pytest.mark.parametrize(("downs", "day_first"), [(2, False), (3, None)])
def test_the_month_may_come_first_or_the_day_be_left_out(show, tmp_path, downs, day_first):
    dialog = show(ImportDialog(paths=[dated(tmp_path, "05/11/2015")]))
    for _ in range(downs):
        QTest.keyClick(dialog.day_order, Qt.Key.Key_Down)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result()
    assert dialog.choice().day_first is day_first


@pytest.mark.parametrize("days", [["05/11/2015", "25/11/2015"], ["2015-11-05"], ["9 نوفمبر 2021"]])
def test_what_the_files_tell_is_not_asked(show, tmp_path, days):
    dialog = show(ImportDialog(paths=[dated(tmp_path, *days)]))
    assert not dialog.day_order.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result()
    assert dialog.choice().day_first is None
