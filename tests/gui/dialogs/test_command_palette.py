import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QTextEdit

from ui.dialogs.command_palette import CommandPalette, keys_of, plain
from ui.style import assets
from ui.widgets.matching import rank


@pytest.fixture
def done():
    return []


@pytest.fixture
def palette(show, done, qapp):
    actions = []
    for text in (
        "&Open project…",
        "&Export…",
        "Undo",
        "تصدير الوُسوم",
        "Export settings",
        "Next article",
    ):
        action = QAction(text, qapp)
        action.triggered.connect(lambda _=False, text=text: done.append(text))
        actions.append(action)
    actions[2].setEnabled(False)
    dialog = show(CommandPalette(actions))
    yield dialog
    for action in actions:
        action.deleteLater()


def listed(palette):
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def test_typing_a_part_and_enter_runs_the_command(palette, done):
    QTest.keyClicks(palette.query, "exp")
    QTest.keyClick(palette.query, Qt.Key.Key_Return)
    assert done == ["&Export…"]
    assert not palette.isVisible()


def test_arrows_choose_while_the_caret_stays_in_the_line(palette, done):
    QTest.keyClicks(palette.query, "export")
    QTest.keyClick(palette.query, Qt.Key.Key_Down)
    QTest.keyClick(palette.query, Qt.Key.Key_Return)
    assert done == ["Export settings"]


def test_the_arrows_stop_at_the_ends(palette):
    QTest.keyClick(palette.query, Qt.Key.Key_Up)
    assert palette.list.currentRow() == 0
    QTest.keyClick(palette.query, Qt.Key.Key_PageDown)
    assert palette.list.currentRow() == palette.list.count() - 1


def test_marks_and_alef_forms_need_not_be_typed(palette):
    palette.query.setText("الوسوم")
    assert listed(palette) == ["تصدير الوُسوم"]


def test_words_may_come_in_any_order(palette):
    palette.query.setText("article next")
    assert listed(palette) == ["Next article"]


def test_what_cannot_be_done_now_stands_last_and_does_nothing(palette, done):
    assert listed(palette)[-1] == "Undo"
    palette.query.setText("undo")
    QTest.keyClick(palette.query, Qt.Key.Key_Return)
    assert done == []
    assert palette.isVisible()


def test_a_click_runs_a_command(palette, done):
    item = palette.list.item(0)
    QTest.mouseClick(
        palette.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=palette.list.visualItemRect(item).center(),
    )
    assert done == ["&Open project…"]


def test_no_match_leaves_an_empty_list_and_enter_is_harmless(palette, done):
    palette.query.setText("qqqq")
    QTest.keyClick(palette.query, Qt.Key.Key_Return)
    assert listed(palette) == []
    assert done == []


def test_menus_and_separators_are_no_commands(qapp, show):
    menu = QMenu("File")
    separator = QAction(qapp)
    separator.setSeparator(True)
    assert listed(show(CommandPalette([menu.menuAction(), separator]))) == []


def test_the_command_runs_with_the_old_focus_back(show, qtbot, qapp):
    window = QTextEdit()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.setFocus()
    seen = []
    action = QAction("Look", window)
    action.triggered.connect(lambda: seen.append(qapp.activePopupWidget()))
    dialog = CommandPalette([action], window)
    dialog.open_over(window)
    QTest.keyClick(dialog.query, Qt.Key.Key_Return)
    assert seen == [None]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("&Open…", "Open"), ("Save && quit", "Save & quit"), ("x", "x"), ("&Next\tJ", "Next")],
)
def test_mnemonics_are_not_shown(text, shown):
    assert plain(QAction(text)) == shown


def test_better_answers_come_first():
    assert [rank(text, "exp") for text in ("Export", "Fast export", "Reexport", "Import")] == [
        0,
        1,
        2,
        None,
    ]
    assert rank("Next article", "art nex") == 3


def test_a_bare_key_that_only_a_menu_names_is_shown_too():
    bare, both = QAction("Next\t\u2066[\u2069"), QAction("Undo\tx")
    both.setShortcut("Ctrl+Z")
    assert [keys_of(bare), keys_of(both), keys_of(QAction("x"))] == ["[", "Ctrl+Z", ""]


def test_names_begin_in_one_column_whether_they_have_a_picture_or_not(show):
    plain_one, drawn = QAction("Plain"), QAction(assets.icon("undo"), "Drawn")
    palette = show(CommandPalette([plain_one, drawn]))
    icons = [palette.list.item(row).icon() for row in range(2)]
    assert [icon.isNull() for icon in icons] == [False, False]
    assert len({icon.actualSize(palette.list.iconSize()).width() for icon in icons}) == 1
