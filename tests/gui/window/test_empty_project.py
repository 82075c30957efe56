"""A project without an article, or without an open one, says what to do, however small the window is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from ui.widgets.empty_page import EmptyPage

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def page(bench):
    return bench.view.viewport().findChild(EmptyPage)


def test_a_small_window_on_an_empty_project_offers_the_import(make_bench):
    bench = make_bench()
    bench.window.resize(960, 540)
    QApplication.processEvents()
    assert not bench.window.panes.articles_are_open
    assert "Import" in page(bench).words.text()
    asked = []
    bench.window.actions_table["import"].triggered.disconnect()
    bench.window.actions_table["import"].triggered.connect(lambda: asked.append(1))
    QTest.mouseClick(page(bench).findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert len(asked) == 1
    assert page(bench).geometry() == bench.view.viewport().rect()


def test_the_text_takes_its_place_as_soon_as_an_article_is_open(make_bench, tmp_path):
    bench = make_bench()
    assert page(bench).isVisible()
    (tmp_path / "one.txt").write_text("قال بوتين", encoding="utf-8")
    bench.session.project.import_files([tmp_path / "one.txt"])
    bench.session.reload_articles()
    assert page(bench).words.text() == "No article is open."
    bench.session.open_article(bench.session.entries()[0].id)
    assert not page(bench).isVisible()


@pytest.mark.parametrize(
    ("key", "modifiers", "said"),
    [
        (Key.Key_1, Qt.KeyboardModifier.NoModifier, "Open an article first."),
        (Key.Key_PageDown, CTRL | SHIFT, "There is no article yet: import some first."),
        (Key.Key_Escape, Qt.KeyboardModifier.NoModifier, ""),
    ],
)
def test_keys_say_what_is_missing(make_bench, key, modifiers, said):
    bench = make_bench()
    QTest.keyClick(bench.view, key, modifiers)
    assert bench.window.notice.text() == said
