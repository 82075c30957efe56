import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from annotator.edits import ChangeAnnotation
from annotator.errors import EditError
from annotator.model import Annotation, Span
from ui import settings
from ui.dialogs.settings_dialog import SettingsDialog
from ui.settings import Settings

Key = Qt.Key


def test_filling_at_once_can_be_switched_off_and_is_remembered(qtbot):
    assert Settings().fill_values
    dialog = SettingsDialog(Settings(annotator="sara"))
    qtbot.addWidget(dialog)
    dialog.fill.setChecked(False)
    settings.save(dialog.choice())
    assert settings.load().fill_values is False


@pytest.mark.parametrize(("scan_code", "arabic"), [(51, "و"), (52, "ز")])
def test_keys_are_known_by_their_place_under_an_arabic_layout(make_bench, scan_code, arabic):
    bench = make_bench("قال وأرمينيا نعم")
    bench.select("وأرمينيا")
    bench.press(Key.Key_1)
    event = QKeyEvent(
        QEvent.Type.KeyPress,
        ord(arabic),
        Qt.KeyboardModifier.NoModifier,
        scan_code,
        0,
        0,
        arabic,
    )
    before = bench.drawing
    QApplication.sendEvent(bench.view, event)
    if scan_code == 52:
        assert "[وأرمينيا:actor]" in bench.drawing
    else:
        assert bench.drawing == before
        assert "No letters" in bench.window.notice.text()


def tagged_twice(make_bench):
    bench = make_bench("قال بوتين", "عاد بوتين")
    ids = [entry.id for entry in bench.session.entries()]
    for article_id in reversed(ids):
        bench.session.open_article(article_id)
        bench.select("بوتين")
        bench.press(Key.Key_1)
    return bench, ids


def named(bench, article_id, name):
    old = next(iter(bench.session.layer_of(article_id)))
    return article_id, ChangeAnnotation(old, old.with_attribute("canonical", name))


def names(bench, ids):
    return [next(iter(bench.session.layer_of(i))).attribute("canonical") for i in ids]


def test_edits_of_several_articles_are_one_step(make_bench, undo):
    bench, ids = tagged_twice(make_bench)
    bench.session.perform_all([named(bench, i, "بوتين") for i in ids], "name")
    assert names(bench, ids) == ["بوتين", "بوتين"]
    assert bench.session.article.id == ids[0], "the open article stays open"
    undo(bench)
    assert names(bench, ids) == ["", ""]
    bench.wait_until_saved()
    assert bench.stored(ids[1])[0].attributes == {}


def test_none_of_them_is_done_where_one_does_not_fit(make_bench):
    bench, ids = tagged_twice(make_bench)
    stranger = Annotation("f" * 12, Span(0, 3), "actor")
    misfit = ChangeAnnotation(stranger, stranger.with_attribute("canonical", "x"))
    count = bench.session.undo_stack.count()
    with pytest.raises(EditError):
        bench.session.perform_all([named(bench, ids[0], "بوتين"), (ids[1], misfit)], "name")
    assert names(bench, ids) == ["", ""]
    assert bench.session.undo_stack.count() == count
