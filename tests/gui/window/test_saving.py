"""Saved means saved: what the label says, what happens when the disk says no, and what closing leaves behind."""

from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from tinydb import TinyDB

from annotator.errors import NotSavedError
from annotator.project import Project
from tests.gui.window.conftest import ANNOTATOR
from tests.helpers.deadlines import DEADLINE
from ui.widgets.save_label import SaveLabel

Key = Qt.Key


def test_saved_shows_only_when_the_edit_is_on_disk(bench, monkeypatch):
    desk = bench.session._saver._desk
    commit = desk.commit
    seen = []

    def slow(article_id, edit):
        seen.append(bench.session.pending)
        return commit(article_id, edit)

    monkeypatch.setattr(desk, "commit", slow)
    states = []
    bench.session.save_state_changed.connect(states.append)
    bench.tag("بوتين")
    assert not bench.session.save_state.is_saved
    # the news crosses from the saving thread: it comes after the edit is on disk
    bench.qtbot.waitUntil(lambda: [state.pending for state in states] == [1, 0])
    assert states[-1].at is not None
    assert len(bench.stored()) == 1
    assert seen == [1]


def test_news_of_an_earlier_save_never_calls_the_next_edit_saved(bench, monkeypatch):
    """The saving thread's news waits in the queue while the next key is pressed: an edit lost by kill -9 began so."""
    words = bench.window.status.findChild(SaveLabel)
    saver = bench.session._saver
    desk, commit, go_on = saver._desk, saver._desk.commit, Event()
    bench.tag("بوتين")
    assert saver.drain(DEADLINE)  # on disk, and the window does not know it yet
    monkeypatch.setattr(desk, "commit", lambda *edit: (go_on.wait(DEADLINE), commit(*edit)))
    bench.tag("روسيا", Key.Key_2)
    QApplication.processEvents()
    try:
        assert words.words == "Saving 1 edit…"
    finally:
        go_on.set()
    bench.qtbot.waitUntil(lambda: words.words.startswith("Saved at"))
    assert not bench.session.pending


def test_every_file_stays_readable_with_stock_tinydb(bench):
    bench.tag("بوتين")
    bench.wait_until_saved()
    bench.workspace.commands.closing.close()
    files = sorted(bench.path.rglob("*.json"))
    assert len(files) >= 5
    for path in files:
        with TinyDB(path, encoding="utf-8", access_mode="r") as database:
            assert database.tables()


def test_a_refused_edit_stays_on_screen_is_said_and_is_tried_again(bench, monkeypatch):
    saver = bench.session._saver
    desk = saver._desk
    commit = desk.commit
    full = [True]

    def refuse(article_id, edit):
        if full[0]:
            raise NotSavedError("no space left on device")
        return commit(article_id, edit)

    monkeypatch.setattr(desk, "commit", refuse)
    bench.tag("بوتين")
    bench.qtbot.waitUntil(lambda: bench.session.save_state.reason != "")
    assert "[بوتين:actor]" in bench.drawing
    words = bench.window.status.findChild(SaveLabel)
    assert words is not None
    bench.tag("روسيا", Key.Key_2)
    assert bench.session.pending == 2
    full[0] = False
    bench.session.retry_saving()
    assert [a.label for a in bench.stored()] == ["actor", "date"]
    assert bench.session.save_state.reason == ""


def test_after_each_refusal_the_pause_is_longer_and_try_again_ends_it(bench, monkeypatch):
    pauses = (100.0, 200.0, 400.0)
    monkeypatch.setattr("ui.saver.RETRY_AFTER", pauses)
    saver, refused = bench.session._saver, []
    commit = saver._desk.commit

    def refuse(article_id, edit):
        if len(refused) < 4:
            refused.append(edit)
            raise NotSavedError("no space left on device")
        return commit(article_id, edit)

    monkeypatch.setattr(saver._desk, "commit", refuse)
    bench.tag("بوتين")
    for number, shorter, pause in ((1, 0, 100), (2, 100, 200), (3, 200, 400), (4, 200, 400)):
        bench.qtbot.waitUntil(
            lambda number=number, shorter=shorter, pause=pause: (
                len(refused) == number and shorter < saver.state.retry_in <= pause
            )
        )
        bench.session.retry_saving()
        bench.qtbot.waitUntil(
            lambda number=number: len(refused) > number or not bench.session.pending
        )
    assert len(bench.stored()) == 1


def test_closing_with_unsaved_edits_explains_and_stays_when_told_to(bench, monkeypatch):
    def refuse(article_id, edit):
        raise NotSavedError("no space left on device")

    desk = bench.session._saver._desk
    real = desk.commit
    monkeypatch.setattr(desk, "commit", refuse)
    bench.tag("بوتين")
    bench.qtbot.waitUntil(lambda: bench.session.why_unsaved != "")
    shown = []

    def press_default(box):
        shown.append(box.informativeText())
        box.defaultButton().click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press_default)
    monkeypatch.setattr(type(bench.session), "wait_until_saved", lambda self, seconds: False)
    bench.window.close()
    assert bench.window.isVisible()
    assert "no space left" in shown[0]
    assert "[بوتين:actor]" in bench.drawing
    monkeypatch.setattr(desk, "commit", real)
    monkeypatch.undo()
    bench.session.retry_saving()
    assert len(bench.stored()) == 1


def test_closing_the_window_leaves_everything_on_disk(bench):
    for word in ("بوتين", "روسيا", "علييف"):
        bench.tag(word)
    article_id = bench.session.article.id
    bench.window.close()
    with Project.open(bench.path, read_only=True) as project:
        assert len(project.layer(article_id, ANNOTATOR)) == 3


def test_a_five_megabyte_line_opens_tags_and_saves(make_bench):
    text = "قال بوتين إن روسيا وقعت اتفاقا مع أرمينيا. " * 62_000
    assert len(text.encode("utf-8")) > 4_500_000
    bench = make_bench(text.strip())
    bench.view.place_caret(len(bench.view.text))
    start = bench.view.text.rindex("روسيا")
    from annotator.model import Span

    bench.view.select(Span(start, start + 5))
    bench.press(Key.Key_1)
    assert bench.stored()[0].span == Span(start, start + 5)
