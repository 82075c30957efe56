"""The table of labels in the import's dialog: what is in the files, and what it is here."""

import json
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.project import formats
from tests.gui.dialogs.conftest import wait_for_look
from tests.helpers.deadlines import DEADLINE
from ui import i18n
from ui.dialogs.transfer.import_dialog import ImportDialog


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "a.jsonl"
    spans = [[4, 9, "PER"], [0, 3, "actor"], [4, 9, "PER"]]
    path.write_text(json.dumps({"text": "قال بوتين", "label": spans}) + "\n", encoding="utf-8")
    return path


NAMES = {option.name for option in formats.import_options()} - {"labels", "repair_visual"}


def choices(box):
    return [box.itemText(row) for row in range(box.count())]


def test_it_is_hidden_while_every_label_is_the_projects_own(show, qtbot, tmp_path, lines):
    own = tmp_path / "b.jsonl"
    own.write_text('{"text": "قال", "label": [[0, 3, "actor"]]}\n', encoding="utf-8")
    dialog = show(ImportDialog(annotator="sara", paths=[own]))
    assert not dialog.labels.isVisible()
    assert "labels" not in dialog.choice().options
    dialog.paths.add([lines])
    wait_for_look(qtbot, dialog)
    assert dialog.labels.isVisible()


@pytest.mark.parametrize(("language", "add"), [("en", "as a new label"), ("ar", "جديد")])
def test_a_row_a_label_offers_the_projects_a_new_one_and_none(app, show, lines, language, add):
    i18n.install(app, language)
    dialog = show(ImportDialog(annotator="sara", paths=[lines]))
    assert list(dialog.labels.boxes) == ["PER", "actor"]
    offered = choices(dialog.labels.boxes["PER"])
    assert len(offered) == 6
    assert add in offered[4]
    assert "PER" in offered[4]
    assert json.loads(dialog.choice().options["labels"]) == {"PER": "add"}


def test_keys_choose_what_a_label_is(show, qtbot, lines):
    dialog = show(ImportDialog(annotator="sara", paths=[lines]))
    box = dialog.labels.boxes["PER"]
    QTest.keyClick(box, Qt.Key.Key_Home)
    assert json.loads(dialog.choice().options["labels"]) == {"PER": "actor"}
    QTest.keyClick(box, Qt.Key.Key_End)
    assert json.loads(dialog.choice().options["labels"]) == {"PER": "-"}
    dialog.format.set_value("jsonl")
    wait_for_look(qtbot, dialog)
    assert dialog.labels.boxes["PER"].value() == "-", "what was chosen stays chosen"
    dialog.format.set_value("txt")
    wait_for_look(qtbot, dialog)
    assert not dialog.labels.isVisible()
    assert "labels" not in dialog.choice().options


def test_what_was_chosen_before_is_chosen_again(show, lines):
    dialog = show(ImportDialog(annotator="sara", paths=[lines], rules='{"PER": "quote"}'))
    assert dialog.labels.boxes["PER"].value() == "quote"


def test_it_says_what_each_file_is_taken_for_and_why_not(show, lines, tmp_path):
    page, rich = tmp_path / "page.txt", tmp_path / "rich.txt"
    page.write_text("<!DOCTYPE html><p>قال", encoding="utf-8")
    rich.write_text(r"{\rtf1\ansi said}", encoding="utf-8")
    dialog = show(ImportDialog(annotator="sara", paths=[lines, page, rich]))
    said = dialog.seen.text()
    assert "\u2068a.jsonl\u2069: doccano" in said
    assert "\u2068page.txt\u2069: Web page (HTML)" in said
    assert "which cannot be read yet" in said


def test_options_are_those_of_what_the_files_are(show, qtbot, lines, tmp_path):
    unseen = {"annotator", "first_line_is_title", "offset_unit", "bad_spans", "join", "label_key"}
    dialog = show(ImportDialog(annotator="sara"))
    assert set(shown(dialog)) == unseen
    dialog.paths.add([lines])
    wait_for_look(qtbot, dialog)
    of_doccano = {"annotator", "first_line_is_title", "offset_unit", "bad_spans"}
    assert set(shown(dialog)) == of_doccano | {"label_key", "text_key"}
    columns = tmp_path / "a.conll"
    columns.write_text("قال O\nبوتين B-PER\nفي O\nموسكو B-LOC\n\nقال O\n\n", encoding="utf-8")
    dialog.paths.add([columns])
    wait_for_look(qtbot, dialog)
    assert set(shown(dialog)) == unseen | {"text_key", "tag_column"}
    (tmp_path / "empty").mkdir()
    dialog.paths.selectAll()
    QTest.keyClick(dialog.paths, Qt.Key.Key_Delete)
    dialog.paths.add([tmp_path / "empty"])
    wait_for_look(qtbot, dialog)
    assert set(shown(dialog)) == unseen, "a folder without files says nothing"
    packed = tmp_path / "a.zip"
    packed.write_bytes(b"PK\x05\x06" + bytes(18))
    dialog.paths.add([packed])
    wait_for_look(qtbot, dialog)
    assert set(shown(dialog)) == unseen, "what is in it is not known yet"


def shown(dialog):
    return [name for name in NAMES if dialog.options.field(name).widget.isVisible()]


def test_headings_of_formats_cannot_be_chosen(show, lines):
    dialog = show(ImportDialog(annotator="sara", paths=[lines]))
    assert "Bring in texts" in choices(dialog.format)
    seen = set()
    for _ in range(dialog.format.count()):
        seen.add(dialog.format.value())
        QTest.keyClick(dialog.format, Qt.Key.Key_Down)
    assert None not in seen
    assert {"auto", "txt", "jsonl", "json", "conll-layers"} <= seen


def test_nothing_goes_on_before_the_files_were_looked_into(show, qtbot, lines, monkeypatch):
    at_work, go_on = Event(), Event()
    real = formats.look

    def slow(*given):
        at_work.set()
        go_on.wait(DEADLINE)
        return real(*given)

    dialog = show(ImportDialog(annotator="sara"))
    monkeypatch.setattr(formats, "look", slow)
    dialog.paths.add([lines])
    qtbot.waitUntil(at_work.is_set)
    assert dialog.seen.text() == "Looking into the files…"
    QTest.keyClick(dialog.paths, Qt.Key.Key_Return)
    assert dialog.isVisible()
    go_on.set()
    wait_for_look(qtbot, dialog)
    assert list(dialog.labels.boxes) == ["PER", "actor"]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result()


def test_a_look_at_files_ends_when_the_dialog_is_closed(show, qtbot, lines, monkeypatch):
    at_work, ended = Event(), Event()

    def endless(_paths, _schema, _name, _given, progress):
        at_work.set()
        try:
            while True:
                progress(0, 1)
        finally:
            ended.set()

    dialog = show(ImportDialog(annotator="sara"))
    monkeypatch.setattr(formats, "look", endless)
    dialog.paths.add([lines])
    qtbot.waitUntil(at_work.is_set)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert ended.is_set()


def test_a_look_that_fails_is_told_and_keeps_nobody_from_going_on(show, qtbot, lines, monkeypatch):
    def fail(*_given):
        raise MemoryError("too many")

    monkeypatch.setattr(formats, "look", fail)
    dialog = show(ImportDialog(annotator="sara"))
    with qtbot.capture_exceptions() as raised:
        dialog.paths.add([lines])
        qtbot.waitUntil(lambda: bool(raised))
    assert [kind for kind, *_ in raised] == [MemoryError]
    assert not dialog.seen.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result()


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "doccano · 1 article · 2 annotations"), ("ar", "منصة doccano · مقال واحد · وسمان")],
)
def test_what_is_in_a_file_is_shown_before_it_is_taken(app, show, tmp_path, language, words):
    i18n.install(app, language)
    path = tmp_path / "a.jsonl"
    spans = [[4, 9, "actor"], [0, 3, "actor"], [4, 999, "actor"]]
    text = "\n " + "قال بوتين " * 20
    path.write_text(json.dumps({"text": text, "label": spans}) + "\n", encoding="utf-8")
    dialog = show(ImportDialog(annotator="sara", paths=[path]))
    first, sample, warning = dialog.seen.text().split("\n")
    assert first == f"\u2068a.jsonl\u2069: {words}"
    assert sample == f"    \u2068{'قال بوتين ' * 6}قال…\u2069"
    assert warning.startswith(
        "    ⚠ \u20681 annotation(s) whose offsets are no range of the text: "
    )


def test_of_a_large_file_the_first_articles_are_shown_and_of_many_files_a_line_each(
    show, qtbot, tmp_path
):
    path = tmp_path / "a.jsonl"
    lines = [{"text": f"قال بوتين {n}", "label": [[4, 9, "actor"]]} for n in range(500)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    dialog = show(ImportDialog(annotator="sara", paths=[path]))
    assert "doccano · the first 200 articles · 200 annotations" in dialog.seen.text()
    for n in range(9):
        other = tmp_path / f"{n}.txt"
        other.write_text(f"مقال {n}", encoding="utf-8")
        dialog.paths.add([other])
    wait_for_look(qtbot, dialog)
    assert len(dialog.seen.text().split("\n")) == 10


def test_rows_of_labels_have_room(show, qtbot, lines):
    dialog = show(ImportDialog(annotator="sara", paths=[lines]))
    qtbot.waitUntil(lambda: dialog.labels.isVisible())
    for box in dialog.labels.boxes.values():
        assert box.visibleRegion().boundingRect().height() == box.height()
