from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from tests.gui.dialogs.every_dialog import EVERY
from ui import i18n
from ui.style import fitting, theme

each = pytest.mark.parametrize("name", EVERY)
MOST_TABS = 60


@each
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("wanted", ["light", "dark"])
def test_no_word_is_cut_off(app, show, tmp_path, name, language, wanted):
    theme.apply(app, wanted)
    i18n.install(app, language, "IQ")
    dialog = show(EVERY[name](tmp_path))
    app.processEvents()
    cut = [describe(part) for part in words_of(dialog) if not fits(part)]
    assert cut == []


@pytest.mark.parametrize("name", [name for name in EVERY if name != "palette"])
def test_arabic_mirrors_the_dialog(app, show, tmp_path, name):
    i18n.install(app, "en")
    english = show(EVERY[name](tmp_path))
    first = reading_place(english)
    i18n.install(app, "ar")
    arabic = show(EVERY[name](tmp_path))
    assert arabic.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert first < 0.4
    assert reading_place(arabic) > 0.6


@each
def test_tab_reaches_every_control(app, show, tmp_path, name):
    dialog = show(EVERY[name](tmp_path))
    app.processEvents()
    wanted = {part for part in dialog.findChildren(QWidget) if takes_tab(part)}
    seen = set()
    for _ in range(MOST_TABS):
        if (focused := QApplication.focusWidget()) is not None:
            seen.add(focused)
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
    assert [describe(part) for part in wanted - seen] == []


@each
def test_every_control_says_its_name_to_a_screen_reader(app, show, tmp_path, name):
    dialog = show(EVERY[name](tmp_path))
    nameless = [
        describe(part)
        for part in dialog.findChildren(QWidget)
        if takes_tab(part)
        and not (part.accessibleName() or (isinstance(part, QAbstractButton) and part.text()))
    ]
    assert nameless == []


@each
def test_escape_closes_it_without_an_answer(app, show, tmp_path, name):
    dialog = show(EVERY[name](tmp_path))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    if name == "progress":  # stops first, and is closed by the operation
        assert not dialog.stop.isEnabled()
    else:
        assert not dialog.isVisible()
        assert dialog.result() == QDialog.DialogCode.Rejected


def words_of(dialog: QDialog) -> list[QWidget]:
    kinds = (QLabel, QPushButton, QCheckBox, QComboBox)
    return [
        part
        for part in dialog.findChildren(QWidget)
        if isinstance(part, kinds) and part.isVisible()
    ]


def fits(part: QWidget) -> bool:
    """Tell whether a part has the room its words need and lies inside its window."""
    window = part.window()
    inside = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
    scrolled = any(isinstance(up, QAbstractItemView) for up in parents(part))
    if not scrolled and not window.rect().contains(inside) and not in_scroll_area(part):
        return False
    if isinstance(part, QLabel) and part.wordWrap():
        return part.height() >= part.heightForWidth(part.width())
    if isinstance(part, QComboBox):
        return part.height() >= part.minimumSizeHint().height()
    return (
        part.width() >= part.minimumSizeHint().width()
        and part.height() >= part.minimumSizeHint().height()
    )


def in_scroll_area(part: QWidget) -> bool:
    return any(up.inherits("QAbstractScrollArea") for up in parents(part))


def parents(part: QWidget) -> list[QWidget]:
    found = []
    while (part := part.parentWidget()) is not None:
        found.append(part)
    return found


def reading_place(dialog: QDialog) -> float:
    """Return where the first words or picture of the dialog begin, 0 at the left and 1 at the right edge."""
    part = next(
        p
        for p in dialog.findChildren(QLabel)
        if p.isVisible() and (p.text() or not p.pixmap().isNull())
    )
    box = QRect(part.mapTo(dialog, QPoint(0, 0)), part.size())
    starts_right = dialog.layoutDirection() == Qt.LayoutDirection.RightToLeft
    edge = box.right() if starts_right else box.left()
    return edge / dialog.width()


def takes_tab(part: QWidget) -> bool:
    return (
        part.isVisible()
        and part.isEnabled()
        and part.focusProxy() is None
        and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and not (isinstance(part.parentWidget(), QComboBox))
        and not (
            isinstance(part, QLineEdit)
            and part.parentWidget()
            and part.parentWidget().inherits("QAbstractSpinBox")
        )
        and not (
            isinstance(part, QAbstractButton)
            and part.parentWidget()
            and isinstance(part.parentWidget(), QLineEdit)
        )
        and not part.inherits("QScrollArea")
    )


def describe(part: QWidget) -> str:
    words = part.text() if isinstance(part, (QLabel, QAbstractButton)) else part.accessibleName()
    return (
        f"{type(part).__name__} {words!r} {part.width()}x{part.height()} of {part.window().width()}"
    )


SMALL = QRect(0, 0, 960, 540)
"""A 1080p screen at 200 %."""


@each
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_dialog_fits_a_small_screen_with_its_buttons(
    app, show, tmp_path, monkeypatch, name, language
):
    monkeypatch.setattr(fitting, "room_of", lambda _widget: SMALL)
    i18n.install(app, language, "IQ")
    dialog = show(EVERY[name](tmp_path))
    app.processEvents()
    app.processEvents()
    inner = SMALL.marginsRemoved(fitting.TITLE_BAR)
    assert dialog.minimumSizeHint().width() <= inner.width()
    assert dialog.minimumSizeHint().height() <= inner.height()
    assert SMALL.contains(dialog.frameGeometry())
    for row in dialog.findChildren(QDialogButtonBox):
        for button in row.buttons():
            corner = button.mapTo(dialog, button.rect().bottomRight())
            assert dialog.rect().contains(corner), button.text()
            assert dialog.rect().contains(button.mapTo(dialog, QPoint(0, 0)))


@pytest.mark.parametrize("name", ["settings", "export"])
def test_on_a_small_screen_tab_scrolls_to_what_is_out_of_sight(
    app, show, tmp_path, monkeypatch, name
):
    monkeypatch.setattr(fitting, "room_of", lambda _widget: SMALL)
    dialog = show(EVERY[name](tmp_path))
    app.processEvents()
    for _ in range(MOST_TABS):
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        app.processEvents()
        focused = QApplication.focusWidget()
        assert not focused.visibleRegion().isEmpty(), describe(focused)


@each
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_two_captions_of_a_dialog_share_a_letter(app, show, tmp_path, name, language):
    i18n.install(app, language)
    dialog = show(EVERY[name](tmp_path))
    parts = [
        part
        for part in dialog.findChildren(QWidget)
        if isinstance(part, QAbstractButton | QLabel) and part.isVisible()
    ]
    letters = Counter(
        QKeySequence.mnemonic(part.text()).toString()
        for part in parts
        if not (isinstance(part, QLabel) and part.buddy() is None)
    )
    assert {key: times for key, times in letters.items() if key and times > 1} == {}
