"""Tell one wrong byte, as failing disks and memory make them, from what a program or a person wrote.

A file was once, byte for byte, what the journal's entries make of it. One that differs from that in a single byte was not
saved by anybody: programs write their own layout, and whoever changes words or offsets changes more than one byte.
"""

import codecs
import re
from collections import Counter
from collections.abc import Iterator

from annotator.errors import DamagedFileError
from annotator.store.files.records import dump, load
from annotator.store.journal.journals import Histories
from annotator.store.layers.damage.rebuilding import versions

_MOST_LOOKED_AT = 1 << 25
"""Bytes, eight times each: a second or so. A search for the bit that makes the checksum fit is given up where it takes more."""

_MOST_STRANGE = 4
"""Lines that no journal knows: the damaged one, and what merging two computers' work may have made anew."""

_RECORD = re.compile(rb'\s*"(\d+)":')


def as_it_was_written(
    data: bytes, article_id: str, annotator: str, histories: Histories, seen: dict[str, int]
) -> tuple[bytes, int] | None:
    """Return what a file held before one of its bytes went wrong, and the line that is in, counted from 1.

    None where more than a byte is different from everything that the journals can make of the layer. ``seen`` is what the
    file says it has, which may be what is wrong.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    if data.count(b"\r\n") > 1:  # as version control makes them, and not one wrong byte
        data = data.replace(b"\r\n", b"\n")
    known: set[bytes] = set()
    for tables in versions(article_id, annotator, histories, seen):
        written = dump(tables)
        place = wrong_byte(data, written)
        if place is not None:
            return written, written.count(b"\n", 0, place) + 1
        known.update(map(_without_row, written.split(b"\n")))
    return _by_checksum(data, known) if len(histories.devices) > 1 else None


def _by_checksum(data: bytes, known: set[bytes]) -> tuple[bytes, int] | None:
    """Find the bit that makes the checksum fit, in a line that no journal knows or in the rows' numbers.

    Rows that came from several computers may be numbered in another way than the journals would do it.
    """
    places = _suspicious(data, known)
    if places is None or len(places) * len(data) > _MOST_LOOKED_AT:
        return None
    for place in places:
        for bit in range(8):
            fixed = data[:place] + bytes([data[place] ^ (1 << bit)]) + data[place + 1 :]
            if _is_intact(fixed):
                return fixed, fixed.count(b"\n", 0, place) + 1
    return None


def _is_intact(data: bytes) -> bool:
    try:
        return load(data, "").intact
    except DamagedFileError:
        return False


def _suspicious(data: bytes, known: set[bytes]) -> list[int] | None:
    """Return where a wrong byte may be, None where many lines are not what any journal knows."""
    lines = list(_lines(data))
    times = Counter(_without_row(line) for _, line in lines)
    strange = [  # a line that is there twice may have become what another one is
        (start, line)
        for start, line in lines[:-1]
        if line
        and ((said := _without_row(line)) not in known or (_RECORD.match(line) and times[said] > 1))
    ]
    if len(strange) > _MOST_STRANGE:
        return None
    numbers = [
        start + place
        for start, line in lines
        if (match := _RECORD.match(line))
        for place in range(*match.span(1))
    ]
    whole = [
        place for start, line in (*strange, lines[-1]) for place in range(start, start + len(line))
    ]
    return [*whole, *numbers]


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that a file has and where they start; an end of line belongs to the line before it."""
    start = 0
    for line in data.removesuffix(b"\n").split(b"\n"):
        yield start, line
        start += len(line) + 1


def _without_row(line: bytes) -> bytes:
    return _RECORD.sub(b"", line, count=1).removesuffix(b",")


def wrong_byte(data: bytes, written: bytes) -> int | None:
    """Return where the only byte is in which two files of one length differ; None where they do not differ just so."""
    if len(data) != len(written):
        return None
    difference = int.from_bytes(data, "little") ^ int.from_bytes(written, "little")
    if not difference:
        return None
    first = ((difference & -difference).bit_length() - 1) // 8
    return first if (difference.bit_length() - 1) // 8 == first else None
