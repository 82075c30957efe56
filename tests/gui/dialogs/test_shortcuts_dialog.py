import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from ui import i18n
from ui.dialogs.shortcuts_dialog import Shortcut, ShortcutsDialog, balance
from ui.widgets import keycap
from ui.widgets.keycap import KeyCap, legends

SHEET = (
    Shortcut("Tagging", "Tag as actor", ("1",)),
    Shortcut("File", "Open a project", ("Ctrl+O",)),
    Shortcut("Tagging", "Remove the annotation", ("Del", "Backspace")),
)


def words(dialog):
    return [label.text() for label in dialog.sheet.findChildren(QLabel)]


def caps(dialog):
    return [cap.legend for cap in dialog.sheet.findChildren(KeyCap)]


def test_every_command_stands_in_its_group_with_its_keys(show):
    dialog = show(ShortcutsDialog(SHEET))
    assert set(words(dialog)) == {
        "Tagging",
        "Tag as actor",
        "Remove the annotation",
        "File",
        "Open a project",
    }
    assert sorted(caps(dialog)) == ["1", "Backspace", "Ctrl", "Delete", "O"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("open", ["Open a project"]),
        ("ctrl+o", ["Open a project"]),
        ("tagging", ["Tag as actor", "Remove the annotation"]),
        ("zzz", []),
    ],
)
def test_typing_narrows_the_sheet(show, typed, found):
    dialog = show(ShortcutsDialog(SHEET))
    QTest.keyClicks(dialog.filter, typed)
    commands = {s.text for s in SHEET}
    assert [w for w in words(dialog) if w in commands] == found


def test_no_match_is_said(show):
    dialog = show(ShortcutsDialog(SHEET))
    QTest.keyClicks(dialog.filter, "zzz")
    assert any("zzz" in text for text in words(dialog))


def test_keys_read_left_to_right_in_an_arabic_window(app, show):
    i18n.install(app, "ar")
    dialog = show(ShortcutsDialog([Shortcut("g", "t", ("Ctrl+Shift+Left", "Alt+F4"))]))
    places = [
        (cap.mapTo(dialog, QPoint(0, 0)).x(), cap.legend)
        for cap in dialog.sheet.findChildren(KeyCap)
    ]
    assert [legend for _, legend in sorted(places)] == ["Ctrl", "Shift", "←", "Alt", "F4"]


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("Ctrl+Shift+Left", ["Ctrl", "Shift", "←"]),
        ("Ctrl++", ["Ctrl", "+"]),
        ("+", ["+"]),
        ("Ctrl+-", ["Ctrl", "-"]),
        ("[", ["["]),
        ("Ctrl+Return", ["Ctrl", "Enter"]),
    ],
)
def test_a_shortcut_is_split_into_caps(keys, shown):
    assert legends(keys) == shown


def test_a_mac_shows_its_own_signs(monkeypatch):
    monkeypatch.setattr(keycap.sys, "platform", "darwin")
    assert legends("Ctrl+Shift+Z") == ["⌘", "⇧", "Z"]


def test_a_bracket_is_not_turned_round_in_arabic(app, show):
    sheet = [Shortcut("g", "t", ("[",))]
    english = show(ShortcutsDialog(sheet))
    drawn = english.sheet.findChild(KeyCap).grab().toImage()
    i18n.install(app, "ar")
    arabic = show(ShortcutsDialog(sheet))
    assert arabic.sheet.findChild(KeyCap).grab().toImage() == drawn


def test_the_two_columns_are_about_equally_long():
    groups = [(str(n), [SHEET[0]] * size) for n, size in enumerate((5, 3, 4, 6, 2))]
    first, second = balance(groups)
    assert [*first, *second] == groups
    heights = [sum(len(m) + 2 for _, m in half) for half in (first, second)]
    assert abs(heights[0] - heights[1]) <= 7


def test_it_may_stay_open_beside_the_window(show):
    assert not show(ShortcutsDialog(SHEET)).isModal()
    assert show(ShortcutsDialog(SHEET)).filter.focusPolicy() & Qt.FocusPolicy.TabFocus
