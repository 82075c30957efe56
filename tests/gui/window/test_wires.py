"""From the key to the session to the screen and the disk: what was once cut somewhere and nobody noticed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from annotator.errors import NotSavedError
from annotator.model import Status, Zone
from annotator.project import Project
from tests.gui.panels.acts import type_text
from tests.gui.window.conftest import ANNOTATOR
from ui.dialogs.article_details_dialog import ArticleDetails
from ui.dialogs.errors.error_box import ErrorBox
from ui.widgets import announcing

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def heard(monkeypatch):
    """Return what a screen reader is told, in order."""
    told = []

    class Reader:
        @staticmethod
        def updateAccessibility(event):
            told.append(event.message())

    monkeypatch.setattr(announcing, "QAccessible", Reader)
    return told


def tag(bench, words, key=Key.Key_1):
    bench.select(words)
    bench.press(key)


def counts(bench):
    return {
        button.label.name: button.count for button in bench.window.labels.buttons if button.count
    }


def status(bench, article_id):
    bench.wait_until_saved()
    with Project.open(bench.path, read_only=True) as project:
        return project.layer(article_id, ANNOTATOR).status


def test_screen_readers_hear_what_was_tagged_deleted_and_finished(bench, heard):
    tag(bench, "بوتين")
    bench.press(Key.Key_2)
    bench.press(Key.Key_Delete)
    bench.shortcut(Key.Key_Return, CTRL)
    assert heard == [
        "\u2068بوتين\u2069 tagged Actor",
        "\u2068بوتين\u2069 tagged Date",
        "Deleted",
        "Article done",
    ]


def test_in_arabic_they_hear_the_titles_of_the_labels_in_arabic(make_bench, heard):
    bench = make_bench("قال بوتين", language="ar")
    tag(bench, "بوتين")
    assert "فاعل" in heard[0]
    assert "Actor" not in heard[0]


def test_the_numbers_beside_the_labels_follow_every_edit(bench):
    tag(bench, "بوتين")
    tag(bench, "روسيا")
    tag(bench, "علييف", Key.Key_2)
    assert counts(bench) == {"actor": 2, "date": 1}
    bench.press(Key.Key_4)
    assert counts(bench) == {"actor": 2, "agreement": 1}
    bench.press(Key.Key_Delete)
    bench.shortcut(Key.Key_Z, CTRL)
    bench.shortcut(Key.Key_Z, CTRL)
    assert counts(bench) == {"actor": 2, "date": 1}
    bench.session.add_zone(bench.span("قال بوتين"), "nav")
    assert counts(bench) == {"actor": 1, "date": 1}
    bench.shortcut(Key.Key_PageDown, CTRL)
    assert counts(bench) == {}


def test_a_finished_article_is_reopened_by_its_key(bench):
    first = bench.session.article.id
    bench.shortcut(Key.Key_Return, CTRL)
    assert status(bench, first) == Status.DONE
    bench.shortcut(Key.Key_PageUp, CTRL)
    bench.shortcut(Key.Key_Return, CTRL | SHIFT)
    assert bench.session.summary(first).status == Status.IN_PROGRESS
    assert status(bench, first) == Status.IN_PROGRESS


def test_the_zone_key_puts_back_the_region_at_the_caret_and_no_other(bench):
    for words in ("قال بوتين", "نعم للسلام"):
        bench.select(words)
        bench.shortcut(Key.Key_X, CTRL | SHIFT)
    bench.view.place_caret(bench.span("للسلام").start)
    bench.shortcut(Key.Key_X, CTRL | SHIFT)
    assert bench.layer.zones == {Zone(bench.span("قال بوتين"), "boilerplate")}
    bench.wait_until_saved()
    with Project.open(bench.path, read_only=True) as project:
        assert len(project.layer(bench.session.article.id, ANNOTATOR).zones) == 1


@pytest.mark.parametrize(
    ("language", "step", "speaker"), [("en", "tag Actor", "Speaker"), ("ar", "فاعل", "القائل")]
)
def test_titles_are_those_of_the_window_s_language(make_bench, language, step, speaker):
    bench = make_bench("قال بوتين: «نعم للسلام»", language=language)
    tag(bench, "بوتين")
    assert step in bench.session.undo_stack.undoText()
    tag(bench, "نعم للسلام", Key.Key_3)
    bench.press(Key.Key_Return)
    from ui.popover.link_field import LinkField

    shown = bench.window.findChild(LinkField).placeholderText()
    assert speaker in shown
    assert ("Speaker" in shown) == (language == "en")


def test_turning_the_page_is_told_before_the_article_is_another_one(bench):
    seen = []
    bench.session.article_leaving.connect(lambda: seen.append(bench.session.article))
    first = bench.session.article
    bench.shortcut(Key.Key_PageDown, CTRL)
    assert seen == [first]
    assert bench.session.article.id != first.id


def test_closing_a_project_stores_what_is_still_being_typed(bench):
    """Whoever closes it, a command that asks first or not."""
    article_id = bench.session.article.id
    tag(bench, "بوتين")
    bench.press(Key.Key_Return)
    type_text("فلاديمير")
    bench.session.close_project()
    with Project.open(bench.path, read_only=True) as project:
        (stored,) = project.layer(article_id, ANNOTATOR)
    assert stored.attribute("canonical") == "فلاديمير"


def test_the_page_keys_go_one_article_on_and_one_back_and_stop_at_the_ends(bench):
    ids = [entry.id for entry in bench.session.entries()]
    went = []
    for key in (Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageUp):
        bench.shortcut(key, CTRL)
        went.append(ids.index(bench.session.article.id))
    assert went == [1, 2, 2, 1]


def test_with_no_article_open_the_next_one_is_the_first(bench):
    ids = [entry.id for entry in bench.session.entries()]
    assert bench.window.articles.neighbour(None, 1) == ids[0]
    assert bench.window.articles.neighbour(None, 1, unfinished=True) == ids[0]
    assert bench.window.articles.neighbour(ids[1], -1) == ids[0]
    assert bench.window.articles.neighbour(ids[0], -1) is None


def test_an_edge_moved_by_words_at_the_end_of_the_text_stays(make_bench):
    bench = make_bench("قال بوتين")
    tag(bench, "بوتين")
    before = bench.drawing
    bench.press(Key.Key_BracketRight)
    bench.press(Key.Key_Left, CTRL)
    assert bench.drawing == before


def test_a_corrected_address_is_stored(bench):
    bench.session.set_metadata(
        ArticleDetails("عنوان", "2021-02-18", "تاس", "https://example.org/a")
    )
    assert bench.session.article.url == "https://example.org/a"
    with Project.open(bench.path, read_only=True) as project:
        assert project.article(bench.session.article.id).url == "https://example.org/a"


def words_of(dialog: QWidget) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_checking_the_project_does_not_run_on_unsaved_work(bench, monkeypatch):
    monkeypatch.setattr("ui.open_project.CLOSING_PATIENCE", 0.0)
    desk, said = bench.session._saver._desk, []
    commit = desk.commit

    def refuse(article_id, edit):
        raise NotSavedError("no space left on device")

    monkeypatch.setattr(desk, "commit", refuse)
    tag(bench, "بوتين")
    monkeypatch.setattr(ErrorBox, "exec", lambda box: said.append(words_of(box)) or 0)
    with pytest.raises(NotSavedError, match="not on disk yet"):
        bench.session.settle()
    bench.window.actions_table["check"].trigger()
    assert len(said) == 1
    assert "not on disk yet" in said[0]
    monkeypatch.setattr(desk, "commit", commit)
    bench.session.retry_saving()
    bench.wait_until_saved()
