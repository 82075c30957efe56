"""A label of several lines shows every letter, whatever its width: Qt sets a plain one's first Arabic line too far in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.style import theme
from ui.widgets.form import text, wrap

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
