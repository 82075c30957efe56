"""A label of several lines shows every letter, whatever its width: Qt sets a plain one's first Arabic line too far in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.style import theme
from ui.style.wrapping import wrap
from ui.widgets.form import text

HEADING = "بيسكوف: بيان روسيا وأرمينيا وأذربيجان العام الماضي بشأن قره باغ مهم للغاية"

INK = 140
"""Lightness under which a pixel is part of a stroke: the soft edge of a letter may reach the last column."""


def wrapped(words: str) -> QLabel:
    label = QLabel(words)
    wrap(label)
    return label


@pytest.mark.parametrize("make", [wrapped, lambda words: text(words, "heading")])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2], ids=lambda d: d.name)
def test_no_letter_of_a_wrapped_heading_is_cut_off(qapp, qtbot, make, direction):
    theme.apply(qapp, "light")
    label = make(HEADING)
    qtbot.addWidget(label)
    label.setProperty("role", "heading")
    label.setLayoutDirection(direction)
    for width in range(160, 500, 3):
        label.resize(width, 260)
        picture = label.grab().toImage()
        for x in (0, width - 1):
            ink = [y for y in range(260) if picture.pixelColor(x, y).lightness() < INK]
            assert not ink, (width, x)


@pytest.mark.parametrize(
    ("direction", "words", "mark"),
    [
        (Qt.LayoutDirection.RightToLeft, "Enter حفظ · Esc رجوع", "\u200f"),
        (Qt.LayoutDirection.RightToLeft, "a: أذربيجان (فاعل)", "\u200f"),
        (Qt.LayoutDirection.LeftToRight, "بوتين: 2 questions (open)", "\u200e"),
    ],
)
def test_words_that_begin_with_a_key_or_a_name_run_as_the_window_does(
    qapp, qtbot, direction, words, mark
):
    theme.apply(qapp, "light")
    pictures = []
    for text_of in (words, mark + words):
        label = wrapped(text_of)
        qtbot.addWidget(label)
        label.setLayoutDirection(direction)
        label.resize(300, 40)
        pictures.append(label.grab().toImage())
    assert pictures[0] == pictures[1]


def test_an_english_message_in_an_arabic_window_keeps_its_own_direction(qapp, qtbot):
    theme.apply(qapp, "light")
    label = wrapped("\u200eليلى is at work here.")
    qtbot.addWidget(label)
    pictures = []
    for direction in list(Qt.LayoutDirection)[:2]:
        label.setLayoutDirection(direction)
        label.resize(label.sizeHint())
        pictures.append(label.grab().toImage())
    assert pictures[0] == pictures[1]


def test_a_click_on_a_hint_leaves_the_keyboard_where_it_is(qapp, qtbot):
    assert wrapped("تلميح").focusPolicy() == Qt.FocusPolicy.NoFocus
