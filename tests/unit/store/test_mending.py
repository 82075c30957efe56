"""Chained journals: what a line says of the one before, and damaged lines that come back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.store.files.filesystem import REAL
from annotator.store.journal.lines import (
    FORMAT,
    Entry,
    Header,
    Lost,
    Operation,
    decode_line,
    encode_line,
    link_of,
)
from annotator.store.journal.mending import mend_segment, restore_line
from annotator.store.journal.segments import read_tail, scan, segment_path


def chained(*numbers: int, base: int = 0, after: str = "") -> bytes:
    """Return a segment with these entries, each naming the line before it."""
    lines = [encode_line(Header(FORMAT, base, "sara", "laptop", after))]
    for number in numbers:
        operation = Operation(
            "+", "spans", str(number), {"uid": f"u{number}", "text": "بوتين\u2028"}
        )
        link = link_of(lines[-1][:-1])
        lines.append(
            encode_line(
                Entry(number, "2026-11-27T10:00:00Z", "ab12cd34ef56", 0, (operation,), link)
            )
        )
    return b"".join(lines)


WHOLE = chained(1, 2, 3)


def test_every_line_names_the_one_before_it() -> None:
    segment = scan(WHOLE)
    first, *_ = WHOLE.split(b"\n")
    assert segment.breaks == 0
    assert [entry.p for entry in segment.entries] == [link_of(first), *segment.links[:-1]]
    assert segment.head == segment.links[-1]


def test_equal_numbers_with_other_content_are_seen() -> None:
    lines, other = WHOLE.split(b"\n"), chained(1, 7, 3).split(b"\n")
    assert scan(b"\n".join([*lines[:3], other[3], b""])).breaks == 1
    assert scan(b"\n".join([*lines[:2], lines[3], b""])).breaks == 1, "a line was taken out"


def test_a_segment_that_another_took_the_place_of_is_seen(tmp_path: Path) -> None:
    head = scan(WHOLE).head
    segment_path(tmp_path, 1).write_bytes(WHOLE)
    segment_path(tmp_path, 2).write_bytes(chained(4, base=3, after=head))
    assert not read_tail(tmp_path, REAL).is_torn_off
    segment_path(tmp_path, 1).write_bytes(chained(1))
    tail = read_tail(tmp_path, REAL)
    assert tail.is_torn_off
    assert any("another copy" in note for note in tail.notes)


def test_lines_of_the_first_format_are_read_and_the_chain_begins_behind_them(
    tmp_path: Path,
) -> None:
    old = encode_line(Header(1, 0, "sara", "laptop")) + encode_line(Entry(1, "t", "d", 1, ()))
    segment_path(tmp_path, 1).write_bytes(old)
    segment_path(tmp_path, 2).write_bytes(chained(2, base=1, after=scan(old).head))
    assert scan(old).breaks == 0
    assert not read_tail(tmp_path, REAL).is_torn_off


@given(st.data())
def test_any_one_wrong_byte_is_put_right(data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(WHOLE) - 1))
    wrong = data.draw(st.integers(0, 255).filter(lambda byte: byte != WHOLE[position]))
    damaged = WHOLE[:position] + bytes([wrong]) + WHOLE[position + 1 :]
    found = mend_segment(damaged, "sara", "laptop")
    if position == len(WHOLE) - 1:  # the last line has no end any more, as after a crash
        assert found is None or found.data == WHOLE[: WHOLE.rfind(b"\n", 0, -1) + 1]
        return
    assert found is not None
    assert (found.data, found.lost) == (WHOLE, 0)


@given(st.binary(max_size=200))
def test_what_cannot_be_put_right_is_never_invented(junk: bytes) -> None:
    line = restore_line(junk)
    assert line is None or (
        decode_line(line) is not None and sum(a != b for a, b in zip(line, junk, strict=True)) == 1
    )


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_line_that_is_beyond_mending_is_marked_and_the_chain_goes_on(number: int) -> None:
    lines = WHOLE.split(b"\n")
    lines[number] = b"garbage"
    found = mend_segment(b"\n".join(lines), "sara", "laptop")
    assert found is not None
    assert (found.restored, found.lost) == (0, 1)
    segment = scan(found.data)
    assert (segment.breaks, segment.damaged, segment.lost) == (0, 0, 1)
    assert len(segment.entries) == (3 if number == 0 else 2)
    assert segment.header is not None
    assert mend_segment(found.data, "sara", "laptop") is None


def test_a_marked_line_survives_a_round_trip() -> None:
    lost = Lost(2, "0123456789abcdef", "fedcba9876543210")
    assert decode_line(encode_line(lost)[:-1]) == lost


def test_where_another_copy_s_lines_follow_the_chain_is_led_across_once() -> None:
    one, other = chained(1, 2, 3), chained(1, 7)
    mixed = (
        one + other[other.index(b"\n") + 1 :]
    )  # without the header, as a careless merge leaves it
    assert scan(mixed).breaks
    found = mend_segment(mixed, "sara", "laptop")
    assert found is not None
    assert (found.is_mixed, found.lost) == (True, 0)
    mended = scan(found.data)
    assert (mended.breaks, mended.lost, mended.damaged) == (0, 0, 0)
    assert mended.entries == scan(mixed).entries
    assert mend_segment(found.data, "sara", "laptop") is None


@given(st.data())
def test_what_checksums_do_not_bring_back_a_copy_does(data: st.DataObject) -> None:
    whole = chained(1, 2, 3, 4, 5)
    lines = whole.split(b"\n")[:-1]
    bad = data.draw(st.sets(st.integers(0, len(lines) - 1), min_size=1))
    known = data.draw(st.integers(max(bad) + 1, len(lines)), label="lines that the copy has")
    here = b"".join(
        (b"?" * len(line) if number in bad else line) + b"\n" for number, line in enumerate(lines)
    )
    copy = b"".join(line + b"\n" for line in lines[:known])
    mended = mend_segment(here, "sara", "laptop", [b"garbage\n", chained(1, 9), copy])
    assert mended is not None
    assert (mended.data, mended.lost) == (whole, 0)
    assert mended.restored == len(bad)


def test_another_journal_s_lines_are_not_taken_for_lost_ones() -> None:
    lines = WHOLE.split(b"\n")
    here = b"\n".join([lines[0], b"?", b"?", lines[3], b""])
    mended = mend_segment(here, "sara", "laptop", [chained(1, 7, 3), chained(8)])
    assert mended is not None
    assert (mended.restored, mended.lost) == (0, 2)
    assert scan(mended.data).breaks == 0


def test_a_copy_that_ends_early_gives_what_it_has() -> None:
    lines = WHOLE.split(b"\n")
    mended = mend_segment(
        b"\n".join([*lines[:2], b"?", b"?", b""]), "sara", "laptop", [chained(1, 2)]
    )
    assert mended is not None
    assert (mended.restored, mended.lost) == (1, 1)
    assert scan(mended.data).breaks == 0


def test_line_ends_of_windows_and_marks_of_editors_are_no_damage() -> None:
    other = b"\xef\xbb\xbf" + WHOLE.replace(b"\n", b"\r\n")
    assert mend_segment(other, "sara", "laptop") is None
    assert scan(other).entries == scan(WHOLE).entries
    assert scan(other).head == scan(WHOLE).head
    assert scan(other).is_sound
