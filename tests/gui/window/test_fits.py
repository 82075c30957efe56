"""No state of the window asks for more than a small screen has, and no message covers the line being read."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMargins, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model import DEFAULT_SCHEMA, Schema
from ui.dialogs.command_palette import CommandPalette
from ui.style import fitting

Key = Qt.Key
SMALL = (960, 540)
LONG = "اسم طويل جدا لا يتسع له أي مكان في نافذة صغيرة"


@given(
    st.tuples(*[st.integers(-3_000, 6_000)] * 2, *[st.integers(1, 8_000)] * 2),
    st.tuples(st.integers(-2_000, 2_000), st.integers(0, 60), st.integers(640, 3_000), st.integers(480, 2_000)),
)  # fmt: skip
def test_whatever_is_restored_lies_on_the_screen_and_what_fits_is_not_touched(wanted, room):
    frame, screen = QMargins(1, 30, 1, 1), QRect(*room)
    placed = fitting.fitted(QRect(*wanted), screen, frame)
    assert screen.contains(placed.marginsAdded(frame))
    if screen.contains(QRect(*wanted).marginsAdded(frame)):
        assert placed == QRect(*wanted)


def test_the_first_window_fits_a_laptop_with_its_frame(bench):
    screen = bench.window.screen().availableGeometry()
    assert (screen.width(), screen.height()) == (1280, 720)
    assert screen.contains(bench.window.geometry().marginsAdded(QMargins(0, 30, 0, 0)))


def test_a_place_saved_on_a_large_screen_is_brought_onto_this_one(bench):
    bench.window.setGeometry(2_500, 1_500, 2_400, 1_300)
    saved = bench.window.geometry_now
    bench.window.restore_geometry(saved)
    assert bench.window.screen().availableGeometry().contains(bench.window.frameGeometry())


def many_labels(titles: str) -> Schema:
    labels = [
        replace(DEFAULT_SCHEMA.labels[n % 4], name=f"l{n}", title_en=titles, title_ar=titles, key=key)
        for n, key in enumerate("1234567890qwer")
    ]  # fmt: skip
    return Schema(tuple(labels))


@pytest.mark.parametrize(("language", "alone"), [*product(("en", "ar"), (False, True))])
def test_no_state_of_the_window_is_larger_than_a_small_screen(bench, language, alone):
    memory, window = bench.workspace.memory, bench.window
    memory.update(replace(memory.settings, language=language, font_size=40))
    bench.session.set_schema(many_labels(LONG))
    bench.session.annotator = LONG
    window.status.show_annotator(LONG)
    window.status.show_not_saved(LONG, 30)
    bench.select("بوتين")
    bench.press(Key.Key_1)
    window.resize(*SMALL)
    states = [
        lambda: window.panes.open_articles(True),
        lambda: bench.workspace.commands.find.find(),
    ]
    states += [lambda name=name: window.panes.open_page(name) for name in window.side.names]
    states += [lambda: bench.workspace.commands.find.in_project.open(), lambda: None]
    for state in states:
        state()
        if alone:
            window.set_focus_mode(True)
        QApplication.processEvents()
        least = window.minimumSizeHint()
        assert least.width() <= SMALL[0]
        assert least.height() <= SMALL[1]
        assert (window.width(), window.height()) == SMALL
    memory.update(replace(memory.settings, language="en"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_menu_stands_in_one_column_on_a_small_screen(bench, language):
    memory = bench.workspace.memory
    memory.update(replace(memory.settings, language=language))
    QApplication.processEvents()
    for name in bench.window.menu_titles():
        assert bench.window.menu(name).sizeHint().height() <= 540 - 32, name
    memory.update(replace(memory.settings, language="en"))


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 1.0])
def test_a_message_never_covers_the_line_with_the_caret(make_bench, share):
    bench = make_bench("\n".join(f"سطر {n} قال بوتين" for n in range(60)))
    bench.window.resize(*SMALL)
    view, notice = bench.view, bench.window.notice
    view.place_caret(int(len(view.text) * share))
    for top in (60, view.viewport().height() // 2, view.viewport().height() - 60):
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + view.cursorRect().top() - top)
        notice.say("كلام " * 40)
        line = view.cursorRect()
        corner = view.viewport().mapTo(bench.window, QPoint(0, line.top()))
        here = QRect(corner.x(), corner.y(), view.viewport().width(), line.height())
        there = QRect(notice.mapTo(bench.window, QPoint(0, 0)), notice.size())
        assert not there.intersects(here)
        assert bench.window.rect().contains(there)


def test_the_box_about_a_project_in_use_is_in_the_language_of_the_window(
    make_bench, qapp, monkeypatch
):
    from PySide6.QtWidgets import QMessageBox

    from tests.gui.window.conftest import ANNOTATOR
    from ui.app import make_workspace
    from ui.settings import Memory, Settings

    bench = make_bench("قال بوتين", language="ar")
    asked = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or 0)
    other = make_workspace(
        qapp, Memory(Settings(annotator=ANNOTATOR, language="ar", theme="light"))
    )
    bench.qtbot.addWidget(other.window)
    assert not other.commands.project.open(bench.path)
    words = asked[0].replace(ANNOTATOR, "")
    assert not any("a" <= letter.lower() <= "z" for letter in words)


def test_an_empty_palette_says_so(bench):
    bench.workspace.commands.help.show_palette()
    palette = bench.window.findChild(CommandPalette)
    QTest.keyClicks(QApplication.focusWidget(), "zzzzzz")
    assert palette.nothing.isVisible()
    assert "No command" in palette.nothing.text()
    assert not palette.list.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_find_bar_covers_none_of_its_own_words_on_a_small_screen(bench, language):
    memory, window = bench.workspace.memory, bench.window
    memory.update(replace(memory.settings, language=language))
    window.resize(*SMALL)
    window.panes.open_articles(True)
    window.panes.open_side(True)
    bench.workspace.commands.find.find()
    QApplication.processEvents()
    bar = bench.workspace.commands.find.in_article.bar
    line = bar.line
    parts = [line.edit, line.exact, line.regex, line.words, bar.count, bar.previous, bar.next]
    places = [QRect(part.mapTo(bar, QPoint(0, 0)), part.size()) for part in parts]
    for number, place in enumerate(places):
        assert bar.rect().contains(place), parts[number]
        assert not any(place.intersects(other) for other in places[number + 1 :])
    memory.update(replace(memory.settings, language="en"))
