import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from ui.widgets import numbers
from ui.widgets.lines import draw_line, marked, one_line, unmarked, upright

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def drawn(text, window, *, width=200, at_end=False, elide=Qt.TextElideMode.ElideRight):
    """Return the columns with ink of a line drawn into a box that many pixels wide."""
    image = QImage(width, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        painter.setFont(QFont("DejaVu Sans", 10))
        painter.setLayoutDirection(window)
        draw_line(painter, QRect(0, 0, width, 30), text, elide=elide, at_end=at_end)
        assert painter.layoutDirection() == window
    return [
        x for x in range(width) if any(image.pixelColor(x, y).lightness() < 128 for y in range(30))
    ]


@given(st.text(max_size=400))
def test_one_line_is_one_line_and_never_long(text):
    line = one_line(text, 60)
    assert len(line.splitlines()) <= 1
    assert len(line) <= 63


def test_a_long_text_keeps_both_its_ends_and_no_mark_without_its_letter():
    text = "بداية " + "ا" * 300 + "نّهاية"
    line = one_line(text, 15)
    assert line.startswith("بداية")
    assert line.endswith("… هاية")


def test_spaces_and_line_ends_of_all_kinds_are_one_space():
    assert one_line("أ\u00a0\u00a0ب\nج\t\u2028د") == "أ ب ج د"


@pytest.mark.parametrize("text", ["بوتين", "Putin"])
def test_a_line_starts_at_the_edge_where_the_window_starts(app, text):
    assert min(drawn(text, LTR)) < 5
    assert max(drawn(text, RTL)) > 194
    assert max(drawn(text, LTR, at_end=True)) > 194
    assert min(drawn(text, RTL, at_end=True)) < 5


def test_a_line_reads_in_its_own_direction_whatever_the_window_is(app):
    """The dash after an Arabic word stands at its left, also in an English window, and the other way round."""
    word, dashed = drawn("بوتين", LTR), drawn("بوتين—", LTR)
    assert dashed[-len(word) :] == [x + dashed[-1] - word[-1] for x in word]
    word, dashed = drawn("Putin", RTL), drawn("Putin—", RTL)
    assert dashed[: len(word)] == [x + dashed[0] - word[0] for x in word]


@pytest.mark.parametrize("window", [LTR, RTL])
def test_a_cut_line_stays_inside_its_box(app, window):
    for elide in (Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideMiddle):
        columns = drawn(
            "القمة الثلاثية بين روسيا وأرمينيا وأذربيجان", window, width=90, elide=elide
        )
        assert columns
        assert max(columns) <= 89


def test_a_date_without_a_day_stays_as_it_is(app):
    assert numbers.day("2021-11") == "2021-11"
    assert numbers.day(None) == ""
    assert numbers.day("2021-11-09") == "9 November 2021"


@pytest.mark.parametrize(
    "name", ["البيان 2020-11-09", "الهدنة 2021-11", "القمة 2021-11-09/2021-11-10"]
)
def test_a_date_after_arabic_letters_is_drawn_from_its_year(name):
    words, _, date = name.partition(" ")
    apart = f"{words} \u2066{date}\u2069"
    assert drawn(name, RTL) == drawn(apart, RTL)
    assert drawn(name, LTR) == drawn(apart, LTR)
    assert upright(name) == apart


@given(st.text("أب 0123456789-/X", max_size=30))
def test_what_is_marked_for_a_field_comes_back_as_it_was(text):
    assert unmarked(marked(text)) == text
