"""Sheets break between lines: every line is on one, in order, and none is cut or left alone."""

from hypothesis import given
from hypothesis import strategies as st

from ui.printing.paging import Row, break_rows


@st.composite
def paragraphs(draw: st.DrawFn) -> list[Row]:
    rows: list[Row] = []
    top = 0.0
    for _ in range(draw(st.integers(0, 8))):
        if draw(st.booleans()):
            rows.append(Row(top, top + 7, blank=True))
            top += 7
        lines = draw(st.integers(1, 9))
        for number in range(lines):
            height = draw(st.sampled_from([20.0, 20.0, 31.0]))
            rows.append(Row(top, top + height, number == 0, number == lines - 1))
            top += height
    return rows


@given(paragraphs(), st.sampled_from([15.0, 60.0, 100.0, 333.0]))
def test_every_line_is_on_one_sheet_in_order_and_none_is_cut(rows, room):
    sheets = break_rows(rows, room)
    shown = [number for sheet in sheets for number in sheet]
    assert shown == sorted(set(shown))
    assert {n for n, row in enumerate(rows) if not row.blank} <= set(shown)
    for sheet in sheets:
        height = sum(rows[n].height for n in sheet)
        assert height <= room or len(sheet) == 1
        assert not rows[sheet.start].blank
        assert not rows[sheet.stop - 1].blank


@given(paragraphs())
def test_no_line_of_a_paragraph_is_left_alone_where_there_is_room_for_more(rows):
    sheets = break_rows(rows, 200.0)
    for sheet in sheets[1:]:
        first = rows[sheet.start]
        long_enough = sheet.start >= 3 and not any(
            r.opens for r in rows[sheet.start - 2 : sheet.start]
        )
        assert not (first.closes and not first.opens and long_enough)
    for sheet in sheets[:-1]:
        last = rows[sheet.stop - 1]
        assert not (last.opens and not last.closes and len(sheet) > 2)


def test_nothing_is_no_sheet():
    assert break_rows([], 100) == []
    assert break_rows([Row(0, 5, blank=True)], 100) == []
