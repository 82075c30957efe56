"""The window's parts by keys and mouse: what opens, what closes by itself, where the keyboard is, what is remembered."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QToolButton

from ui.app import make_workspace
from ui.frame.panes import NARROW, STEP, TEXT_LEAST
from ui.settings import Memory, load

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def key(bench, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key where the keyboard is."""
    bench.qtbot.waitUntil(bench.window.isActiveWindow)
    QTest.keyClick(QApplication.focusWidget() or bench.window, key, modifiers)


def widen(bench, width, height=700):
    bench.window.resize(width, height)
    QApplication.processEvents()


def pane_with_keyboard(bench) -> str:
    panes = bench.window.panes
    focused = QApplication.focusWidget()
    for name, pane in (
        ("text", bench.view),
        ("articles", panes.articles),
        ("side", panes.side),
        ("below", panes.bottom),
    ):
        if pane is focused or pane.isAncestorOf(focused):
            return name
    return ""


def test_the_rows_around_the_text_have_the_heights_of_the_design(bench):
    widen(bench, 1280, 720)
    window = bench.window
    assert (window.top_row.height(), window.labels.height()) == (32, 30)
    assert window.statusBar().height() == 26
    assert (window.panes.articles.width(), window.side.width()) == (214, 310)
    assert bench.view.width() >= 740
    assert bench.view.height() >= 621


def test_f4_closes_the_list_of_articles_and_opens_it_as_wide_as_it_was(bench):
    text, articles = bench.view.width(), bench.window.panes.articles
    key(bench, Key.Key_F4)
    assert not articles.isVisible()
    assert bench.view.width() >= text + 214
    assert not bench.window.actions_table["articles-list"].isChecked()
    key(bench, Key.Key_F4)
    assert articles.width() == 214
    assert bench.view.width() == text
    assert bench.window.actions_table["articles-list"].isChecked()


def test_f9_closes_the_side_panel_and_its_button_does_too(bench):
    side = bench.window.side
    key(bench, Key.Key_F9)
    assert not side.isVisible()
    key(bench, Key.Key_F9)
    assert side.width() == 310
    close = next(
        b for b in side.findChildren(QToolButton) if b.accessibleName() == "Close the side panel"
    )
    bench.qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not side.isVisible()
    assert not bench.window.actions_table["side-panel"].isChecked()


def test_the_key_of_a_page_shows_it_and_then_closes_the_panel(bench):
    window = bench.window
    assert window.annotations.isVisible()
    key(bench, Key.Key_M, CTRL | SHIFT)
    assert window.findings.isVisible()
    assert not window.annotations.isVisible()
    assert pane_with_keyboard(bench) == "text"
    key(bench, Key.Key_M, CTRL | SHIFT)
    assert not window.side.isVisible()
    key(bench, Key.Key_A, CTRL | SHIFT)
    assert window.annotations.isVisible()
    assert window.actions_table["page-annotations"].isChecked()
    assert not window.actions_table["page-findings"].isChecked()


def test_f6_goes_through_the_open_panes_and_back(bench):
    went = []
    for _ in range(3):
        key(bench, Key.Key_F6)
        went.append(pane_with_keyboard(bench))
    assert went == ["articles", "side", "text"]
    key(bench, Key.Key_F6, SHIFT)
    assert pane_with_keyboard(bench) == "side"
    bench.view.setFocus()
    key(bench, Key.Key_F4)
    key(bench, Key.Key_F6)
    assert pane_with_keyboard(bench) == "side"


def test_f6_reaches_a_page_that_lists_nothing(bench):
    key(bench, Key.Key_M, CTRL | SHIFT)
    key(bench, Key.Key_F6, SHIFT)
    assert pane_with_keyboard(bench) == "side"
    key(bench, Key.Key_Left)
    assert bench.window.annotations.isVisible()


@pytest.mark.parametrize("steps", [1, 2])
def test_esc_in_a_pane_returns_to_the_text(bench, steps):
    for _ in range(steps):
        key(bench, Key.Key_F6)
    assert pane_with_keyboard(bench) != "text"
    key(bench, Key.Key_Escape)
    assert pane_with_keyboard(bench) == "text"


@pytest.mark.parametrize(("steps", "closing"), [(1, Key.Key_F4), (2, Key.Key_F9)])
def test_the_keyboard_never_stays_in_a_pane_that_closes(bench, steps, closing):
    for _ in range(steps):
        key(bench, Key.Key_F6)
    key(bench, closing)
    assert bench.view.hasFocus()


def test_a_narrow_window_closes_the_list_and_a_wide_one_brings_it_back(bench):
    articles = bench.window.panes.articles
    widen(bench, NARROW - 1)
    assert not articles.isVisible()
    assert bench.window.side.isVisible()
    widen(bench, NARROW)
    assert articles.isVisible()
    assert articles.width() == 214


def test_the_list_that_the_user_closed_stays_closed(bench):
    key(bench, Key.Key_F4)
    widen(bench, NARROW - 1)
    widen(bench, 1280)
    assert not bench.window.panes.articles.isVisible()


def test_a_list_opened_in_a_narrow_window_is_there_and_leaves_the_text_its_room(bench):
    widen(bench, 960, 540)
    key(bench, Key.Key_F4)
    assert bench.window.panes.articles.isVisible()
    assert bench.window.width() == 960
    assert bench.view.width() >= 400
    key(bench, Key.Key_F4)
    widen(bench, 1280)
    assert bench.window.panes.articles.isVisible()


@pytest.mark.parametrize("leaving", [Key.Key_F11, Key.Key_Escape])
def test_focus_mode_shows_the_text_alone_and_is_left_by_its_key_or_esc(bench, leaving):
    window = bench.window
    around = (window.top_row, window.labels, window.panes.articles, window.side)
    key(bench, Key.Key_F6)
    key(bench, Key.Key_F11)
    assert not any(part.isVisible() for part in around)
    assert bench.view.width() >= window.width() - 2  # the two edges that are dragged
    assert bench.view.hasFocus()
    assert window.status.isVisible()  # where it is said whether the work is on disk
    key(bench, leaving)
    assert all(part.isVisible() for part in around)
    assert (window.panes.articles.width(), window.side.width()) == (214, 310)


def test_in_focus_mode_esc_first_lets_go_of_what_is_selected(bench):
    bench.select("بوتين")
    key(bench, Key.Key_F11)
    key(bench, Key.Key_Escape)
    assert bench.view.selection is None
    assert bench.window.panes.is_alone
    key(bench, Key.Key_Escape)
    assert not bench.window.panes.is_alone


def test_keys_work_in_focus_mode_and_a_panel_asked_for_ends_it(bench):
    key(bench, Key.Key_F11)
    bench.select("بوتين")
    key(bench, Key.Key_1)
    assert "[بوتين:actor]" in bench.drawing
    key(bench, Key.Key_M, CTRL | SHIFT)
    assert not bench.window.panes.is_alone
    assert bench.window.findings.isVisible()


def test_closing_the_project_leaves_focus_mode(bench):
    key(bench, Key.Key_F11)
    bench.workspace.commands.closing.close()
    assert bench.window.top_row.isVisible()
    assert bench.window.welcome.isVisible()


def test_find_in_all_articles_opens_below_the_text_and_closes_by_its_key(bench):
    size = bench.window.size()
    key(bench, Key.Key_F, CTRL | SHIFT)
    assert pane_with_keyboard(bench) == "below"
    assert bench.window.size() == size
    key(bench, Key.Key_Escape)
    assert pane_with_keyboard(bench) == "text"
    key(bench, Key.Key_F, CTRL | SHIFT)
    key(bench, Key.Key_F, CTRL | SHIFT)
    assert not bench.window.panes.bottom.isVisible()
    assert pane_with_keyboard(bench) == "text"


def test_find_in_all_articles_closes_by_its_button(bench):
    key(bench, Key.Key_F, CTRL | SHIFT)
    bottom = bench.window.panes.bottom
    close = next(
        b for b in bottom.findChildren(QToolButton) if b.accessibleName() == "Close this panel"
    )
    bench.qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not bottom.isVisible()
    assert bench.view.hasFocus()


def drag_edge(bench, splitter: QSplitter, place: int, by: QPoint) -> None:
    handle = splitter.handle(place)
    start = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(handle, start + by)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start + by)


def restart(bench, qapp, qtbot):
    """Close the window and open it again with the settings on the disk."""
    bench.window.close()
    workspace = make_workspace(qapp, Memory(load()))
    qtbot.addWidget(workspace.window)
    workspace.window.show()
    workspace.commands.project.open(bench.path)
    QApplication.processEvents()
    return workspace


def test_widths_pages_and_what_is_closed_are_there_after_a_restart(bench, qapp, qtbot):
    columns = next(
        s
        for s in bench.window.panes.findChildren(QSplitter)
        if s.orientation() == Qt.Orientation.Horizontal
    )
    drag_edge(bench, columns, 1, QPoint(40, 0))
    key(bench, Key.Key_M, CTRL | SHIFT)
    widths = bench.window.panes.articles.width(), bench.window.side.width()
    assert widths[0] > 240
    again = restart(bench, qapp, qtbot)
    window = again.window
    assert (window.panes.articles.width(), window.side.width()) == widths
    assert window.findings.isVisible()
    again.session.close_project()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("steps", "name"), [(1, "articles"), (2, "side")])
def test_keys_make_the_pane_with_the_keyboard_larger_and_smaller_within_limits(
    bench, language, steps, name
):
    widen(bench, 1280, 720)
    memory = bench.workspace.memory
    memory.update(replace(memory.settings, language=language))
    QApplication.processEvents()
    pane = getattr(bench.window.panes, name)
    other = bench.window.side if name == "articles" else bench.window.panes.articles
    for _ in range(steps):
        key(bench, Key.Key_F6)
    width, beside = pane.width(), other.width()
    key(bench, Key.Key_F6, CTRL)
    assert pane.width() == width + STEP
    assert other.width() == beside
    assert pane_with_keyboard(bench) == name
    for _ in range(60):
        key(bench, Key.Key_F6, CTRL)
    assert bench.view.width() >= TEXT_LEAST.width()
    assert other.width() == beside
    key(bench, Key.Key_F6, CTRL | SHIFT)
    assert bench.view.width() >= TEXT_LEAST.width() + STEP
    for _ in range(60):
        key(bench, Key.Key_F6, CTRL | SHIFT)
    assert pane.width() == pane.minimumSizeHint().width()
    assert bench.window.width() == 1280
    memory.update(replace(memory.settings, language="en"))


def test_keys_make_the_panel_under_the_text_higher_and_lower(bench):
    widen(bench, 1280, 720)
    key(bench, Key.Key_F, CTRL | SHIFT)
    below = bench.window.panes.bottom
    height = below.height()
    key(bench, Key.Key_F6, CTRL)
    assert below.height() == height + STEP
    for _ in range(40):
        key(bench, Key.Key_F6, CTRL)
    assert bench.view.height() >= below.height() - 1
    for _ in range(40):
        key(bench, Key.Key_F6, CTRL | SHIFT)
    assert below.height() == below.minimumSizeHint().height()


def test_a_size_set_by_keys_is_there_after_a_restart(bench, qapp, qtbot):
    key(bench, Key.Key_F6)
    key(bench, Key.Key_F6, CTRL)
    assert bench.window.panes.layout_now.articles_width == 214 + STEP
    again = restart(bench, qapp, qtbot)
    assert again.window.panes.articles.width() == 214 + STEP
    again.session.close_project()


def test_in_the_text_the_key_says_that_a_pane_is_meant(bench):
    before = bench.window.panes.layout_now
    key(bench, Key.Key_F6, CTRL)
    assert "F6" in bench.window.notice.text()
    assert bench.window.panes.layout_now == before


def test_focus_mode_is_over_after_a_restart(bench, qapp, qtbot):
    key(bench, Key.Key_F11)
    again = restart(bench, qapp, qtbot)
    assert not again.window.panes.is_alone
    assert again.window.side.isVisible()
    again.session.close_project()


def test_tabs_say_counts_and_names_that_have_no_room_become_pictures(bench):
    bench.select("بوتين")
    tabs = bench.window.side.tabs
    bench.workspace.commands.findings.look_now()  # else it may be looked over, and counted, in between
    bench.window.set_panel_count("findings", 3)
    tabs.resize(900, tabs.height())
    assert [tabs.tabText(n) for n in range(2)] == ["Annotations", "Findings 3"]
    bench.window.set_panel_count("findings", 5)
    assert tabs.tabText(1) == tabs.accessibleTabName(1) == "Findings 5"
    bench.window.set_panel_count("findings", 3)
    bench.window.side.resize(120, 400)
    QApplication.processEvents()
    tabs.resize(110, tabs.height())
    assert [tabs.tabText(n) for n in range(2)] == ["Annotations", "3"]
    assert not tabs.tabIcon(1).isNull()
    assert tabs.tabToolTip(1) == "Findings 3"
    assert tabs.accessibleTabName(1) == "Findings 3"
    bench.window.set_panel_count("findings", 5)
    assert [tabs.tabText(1), tabs.tabToolTip(1), tabs.accessibleTabName(1)] == [
        "5",
        *["Findings 5"] * 2,
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_page_of_the_side_panel_is_named_at_its_usual_width(bench, qapp, language):
    memory = bench.workspace.memory
    memory.update(replace(memory.settings, language=language))
    side, tabs = bench.window.side, bench.window.side.tabs
    for name in side.names:
        side.set_count(name, 57)
    tabs.resize(310 - 30, tabs.height())
    for front, name in enumerate(side.names):
        side.bring_forward(name)
        QApplication.processEvents()
        assert tabs.tabText(front) == side.title(name)
        for place, other in enumerate(side.names):
            shown, whole = tabs.tabText(place), side.title(other)
            assert whole.startswith(shown.rstrip("…"))
            assert len(shown) > 3
            assert tabs.tabToolTip(place) == ("" if shown == whole else whole)
        assert tabs.tabRect(0).united(tabs.tabRect(tabs.count() - 1)).width() <= tabs.width()
    memory.update(replace(memory.settings, language="en"))
