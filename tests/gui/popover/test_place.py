"""Where the popover stands, as a rule: beside, under or above its line, never over it, never outside."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from ui.popover.place import GAP, NARROWEST, WIDTH, Surroundings, fits, place


def around(width=1280, height=720, top=300, line=30, column=(300, 900), start=800, rtl=True):
    return Surroundings(
        line=QRect(200, top, width - 400, line),
        start=start,
        room=QRect(0, 0, width, height),
        left=QRect(200, 60, max(column[0] - 200, 0), height - 100),
        right=QRect(column[1], 60, max(width - 200 - column[1], 0), height - 100),
        right_to_left=rtl,
    )


def high(pixels):
    return lambda _width: pixels


def test_under_the_line_from_where_the_annotation_begins():
    rect = place(around(), high(185))
    assert (rect.top(), rect.right() + 1, rect.width()) == (330 + GAP, 800, WIDTH)
    assert place(around(rtl=False, start=250), high(185)).left() == 250


def test_above_it_where_there_is_no_room_below():
    rect = place(around(top=600), high(185))
    assert rect.bottom() + 1 == 600 - GAP


def test_in_the_margin_where_lines_end_if_it_is_wide_enough():
    wide = around(width=1920, column=(200 + NARROWEST + 2 * GAP, 1200))
    rect = place(wide, high(185))
    assert rect.right() < wide.left.right() + 1
    assert rect.top() == 300
    assert rect.width() == NARROWEST
    narrow = around(width=1920, column=(200 + NARROWEST + 2 * GAP - 1, 1000))
    assert place(narrow, high(185)).left() >= 1000, "the other margin is wide enough"


def test_what_fits_nowhere_is_cut_and_said_not_to_fit():
    tight = around(height=400, top=180)
    assert not fits(tight, high(300))
    assert fits(tight, high(150))


@given(
    st.integers(480, 2600),
    st.integers(300, 1500),
    st.floats(0, 1),
    st.integers(20, 80),
    st.floats(0, 1),
    st.floats(0, 1),
    st.integers(100, 500),
    st.booleans(),
)
def test_it_never_covers_the_line_and_never_leaves_the_window(
    width, height, down, line, left, start, wanted, rtl
):
    side = int(left * (width - 460) / 2)
    surroundings = around(
        width=width,
        height=height,
        top=int(down * (height - line)),
        line=line,
        column=(200 + side, width - 200 - side),
        start=int(start * width),
        rtl=rtl,
    )
    rect = place(surroundings, high(wanted))
    beside = any(
        margin.left() <= rect.left() and rect.right() <= margin.right()
        for margin in (surroundings.left, surroundings.right)
    )
    assert beside or not rect.intersects(surroundings.line) or rect.height() == 0
    assert rect.left() >= 0
    assert rect.right() < width
    assert rect.top() >= 0
    assert rect.bottom() < height or rect.height() == 0
