"""Print, save and copy from the real window, by its commands and dialogs."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model import Status
from tests.unit.pages.page_reader import read_page
from ui.printing import preview
from ui.printing.choice import ChoiceDialog, Which
from ui.printing.preview import PreviewDialog

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def bench(make_bench):
    bench = make_bench("قال بوتين إن روسيا نعم.\nثم عاد.", "أعلن علييف", "ثالث")
    bench.select("بوتين")
    bench.press(Key.Key_1)
    bench.wait_until_saved()
    return bench


@pytest.fixture
def answer(monkeypatch):
    """Return a function that says how the next dialogs of choices are filled in before they are accepted."""

    def prepare(fill):
        def run(dialog: ChoiceDialog) -> int:
            dialog.show()
            fill(dialog)
            dialog.accept()
            return dialog.result()

        monkeypatch.setattr(ChoiceDialog, "exec", run)

    return prepare


def test_a_web_page_of_the_open_article_holds_its_text_and_tags(bench, answer, tmp_path):
    out = tmp_path / "x.html"
    answer(lambda dialog: dialog.out.set_path(out))
    bench.shortcut(Key.Key_E, CTRL | SHIFT)
    page = read_page(out.read_text(encoding="utf-8"))
    assert page.texts == [bench.session.article.text]
    assert page.names == ["Actor 1"]
    assert "x.html" in bench.window.notice.text()


@pytest.mark.parametrize(
    ("which", "articles"), [(Which.ALL, 3), (Which.FINISHED, 1), (Which.OPEN, 1)]
)
def test_articles_are_those_chosen(bench, answer, tmp_path, which, articles):
    bench.press(Key.Key_Return, CTRL)  # the first is done, the second open
    bench.wait_until_saved()

    def fill(dialog: ChoiceDialog) -> None:
        dialog.which.set_value(which)
        dialog.out.set_path(tmp_path / "x.html")

    answer(fill)
    bench.window.actions_table["save-page"].trigger()
    page = read_page((tmp_path / "x.html").read_text(encoding="utf-8"))
    assert len(page.texts) == articles
    assert ("قال بوتين" in page.texts[0]) == (which is not Which.OPEN)


def test_what_the_list_shows_can_be_chosen(bench, answer, tmp_path):
    bench.workspace.window.articles._filter.setText("علييف")
    assert len(bench.workspace.window.articles.shown_ids()) == 1

    def fill(dialog: ChoiceDialog) -> None:
        dialog.which.set_value(Which.LISTED)
        assert dialog.which.value() is Which.LISTED
        dialog.out.set_path(tmp_path / "x.html")

    answer(fill)
    bench.window.actions_table["save-page"].trigger()
    assert read_page((tmp_path / "x.html").read_text(encoding="utf-8")).texts == ["أعلن علييف"]


def test_a_status_that_no_article_has_is_said_and_nothing_is_written(
    bench, answer, tmp_path, monkeypatch
):
    said = []
    monkeypatch.setattr(
        "ui.dialogs.errors.error_box.show_error", lambda _parent, error, *_: said.append(str(error))
    )

    def fill(dialog: ChoiceDialog) -> None:
        dialog.which.set_value(Which.FINISHED)
        dialog.out.set_path(tmp_path / "x.pdf")

    answer(fill)
    bench.window.actions_table["save-pdf"].trigger()
    assert bench.session.summary(bench.session.article.id).status != Status.DONE
    assert said == ["No article is so far. Choose others."]
    assert not (tmp_path / "x.pdf").exists()


def test_a_pdf_is_saved_with_edits_that_are_not_on_disk_yet(bench, answer, tmp_path):
    out = tmp_path / "x.pdf"
    answer(lambda dialog: dialog.out.set_path(out))
    bench.window.actions_table["save-pdf"].trigger()
    assert len(re.findall(rb"/Type\s*/Page\b", out.read_bytes())) == 1
    assert bench.window.isEnabled()


def test_stopping_leaves_no_file_and_says_so(make_bench, answer, tmp_path, monkeypatch):
    bench = make_bench(*("قال بوتين إن روسيا. " * 4000 + str(n) for n in range(6)))
    monkeypatch.setattr("ui.printing.steps.MOMENT", 0)

    def fill(dialog: ChoiceDialog) -> None:
        dialog.which.set_value(Which.ALL)
        dialog.out.set_path(tmp_path / "x.pdf")

    answer(fill)
    from ui.widgets.progress import ProgressDialog

    shown = ProgressDialog.show

    def show_and_stop(dialog: ProgressDialog) -> None:
        shown(dialog)
        dialog.reject()

    monkeypatch.setattr(ProgressDialog, "show", show_and_stop)
    bench.window.actions_table["save-pdf"].trigger()
    assert bench.window.notice.text() == "Stopped; no file was written."
    assert [path.name for path in tmp_path.glob("*x.pdf*")] == []


def test_the_preview_shows_the_sheets_and_leads_to_the_printer(bench, answer, monkeypatch):
    answer(lambda dialog: dialog.which.set_value(Which.ALL))
    seen, printed = [], []

    def look(dialog: PreviewDialog) -> int:
        dialog.show()
        QApplication.processEvents()
        seen.extend(dialog.sheets)
        assert all(sheet.width() <= dialog.area.viewport().width() for sheet in dialog.sheets)
        [go_on] = [b for b in dialog.buttons.buttons() if "Print" in b.text()]
        QTest.mouseClick(go_on, Qt.MouseButton.LeftButton)
        return dialog.result()

    def printer(_over, items, _schema, _look, title):
        def steps():
            for number, item in enumerate(items):
                printed.append((item.article.text, len(item.layer), title))
                yield number

        return steps()

    monkeypatch.setattr(PreviewDialog, "exec", look)
    monkeypatch.setattr(preview, "print_sheets", printer)
    bench.shortcut(Key.Key_P, CTRL)
    assert len(seen) == 3
    assert [(text[:4], count) for text, count, _ in printed] == [
        ("قال ", 1),
        ("أعلن", 0),
        ("ثالث", 0),
    ]


def test_printing_needs_articles(make_bench, monkeypatch):
    said = []
    monkeypatch.setattr(
        "ui.dialogs.errors.error_box.show_error", lambda _parent, error, *_: said.append(str(error))
    )
    make_bench().window.actions_table["print"].trigger()
    assert said == ["There is no article yet. Import some first."]


def test_the_selection_is_copied_with_tags_by_a_key(bench):
    bench.select("قال بوتين")
    bench.shortcut(Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == "قال \u2067[\u2068Actor\u2069: بوتين]\u2069"
    assert bench.window.notice.text() == "The selection was copied with its tags."


def test_without_a_selection_the_whole_article_is_copied(bench):
    bench.view.place_caret(0)
    bench.shortcut(Key.Key_C, CTRL | SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert (
        re.sub("\u2067\\[\u2068Actor\u2069: |\\]\u2069", "", copied) == bench.session.article.text
    )
    assert bench.window.notice.text() == "The article was copied with its tags."


@pytest.mark.parametrize(
    ("path", "said"),
    [("", "Please choose the file"), ("no/x.pdf", "does not exist"), (".", "This is a folder")],
)
def test_a_place_that_cannot_be_written_is_said_under_its_field(
    bench, tmp_path, monkeypatch, path, said
):
    seen = []

    def fill(dialog: ChoiceDialog) -> int:
        dialog.show()
        dialog.out.line.setText(str(tmp_path / path) if path else "")
        dialog.accept()
        seen.append(dialog.out_field.message.text())
        dialog.reject()
        return dialog.result()

    monkeypatch.setattr(ChoiceDialog, "exec", fill)
    bench.window.actions_table["save-pdf"].trigger()
    assert said in seen[0]
