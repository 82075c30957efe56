import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tests.gui.panels.acts import click, press
from ui.panels.welcome_panel import RecentProject, WelcomePanel
from ui.widgets.row_button import RowButton


@pytest.fixture
def panel(show):
    return show(WelcomePanel(), 900, 640)


def button(panel, text):
    return next(b for b in panel.findChildren(QPushButton) if b.text() == text)


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("New project…", "new_requested"),
        ("Open a project…", "open_requested"),
        ("Open the sample", "sample_requested"),
        ("Import texts…", "import_requested"),
    ],
)
def test_every_button_asks_for_what_it_says(panel, qtbot, text, signal):
    with qtbot.waitSignal(getattr(panel, signal)):
        click(button(panel, text))


def test_a_recent_project_is_chosen_by_its_path(panel, qtbot):
    panel.show_recent([RecentProject("/home/leila/karabakh", "كاراباخ"), RecentProject("/tmp/x")])
    rows = panel.findChildren(RowButton)
    assert [row.text() for row in rows] == ["كاراباخ", "x"]
    with qtbot.waitSignal(panel.recent_chosen) as heard:
        click(rows[0])
    assert heard.args == ["/home/leila/karabakh"]


def test_a_missing_project_is_greyed_says_so_and_cannot_be_chosen(panel, qtbot):
    panel.show_recent([RecentProject("/media/usb/gone", is_missing=True)])
    row = panel.findChild(RowButton)
    assert not row.isEnabled()
    assert "not found" in row.accessibleName()
    with qtbot.assertNotEmitted(panel.recent_chosen):
        click(row)


def test_the_recent_projects_are_reached_by_tab_and_chosen_by_space_or_enter(panel, app, qtbot):
    panel.show_recent([RecentProject("/home/leila/karabakh")])
    app.processEvents()
    button(panel, "Import texts…").setFocus()
    press(Qt.Key.Key_Tab)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        with qtbot.waitSignal(panel.recent_chosen) as heard:
            press(key)
        assert heard.args == ["/home/leila/karabakh"]


def test_showing_other_projects_forgets_the_ones_before(panel, app):
    panel.show_recent([RecentProject("/a"), RecentProject("/b")])
    panel.show_recent([])
    app.processEvents()
    titles = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert "Recent projects" not in titles
    assert [row for row in panel.findChildren(RowButton) if row.isVisible()] == []


def test_everything_fits_a_small_window_by_scrolling(panel):
    panel.show_recent([RecentProject(f"/home/leila/project-{n}") for n in range(10)])
    assert panel.minimumSizeHint().width() <= 500
    assert panel.minimumSizeHint().height() <= 400


def test_tab_goes_through_the_recent_projects_before_what_stands_below_the_page(show, app):
    window = QWidget()
    panel, below = WelcomePanel(), QPushButton("below")
    column = QVBoxLayout(window)
    for part in (panel, below):
        column.addWidget(part)
    show(window, 900, 640)
    for _ in range(2):  # made anew, as in another language
        panel.show_recent([RecentProject("/a"), RecentProject("/b")])
    app.processEvents()
    button(panel, "Import texts…").setFocus()
    way = []
    for _ in range(3):
        press(Qt.Key.Key_Tab)
        way.append(app.focusWidget().text())
    assert way == ["a", "b", "below"]
    next(row for row in panel.findChildren(RowButton) if row.isVisible()).setFocus()
    panel.show_recent([RecentProject("/c")])
    assert app.focusWidget().text() == "c"
