"""Tell one wrong byte, as failing disks and memory make them, from what a program or a person wrote.

A file was once, byte for byte, what the journal's entries make of it. One that differs from that in a single byte was not
saved by anybody: programs write their own layout, and whoever changes words or offsets changes more than one byte.
"""

import codecs

from annotator.store.files.records import Tables, dump
from annotator.store.journal.journals import Histories
from annotator.store.layers.rebuilding import versions


def as_it_was_written(
    data: bytes, article_id: str, annotator: str, histories: Histories, seen: dict[str, int]
) -> tuple[Tables, int] | None:
    """Return the tables that a file held before one of its bytes went wrong, and the line that is in, counted from 1.

    None where more than a byte is different from everything that the journals can make of the layer. ``seen`` is what the
    file says it has, which may be what is wrong.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    if data.count(b"\r\n") > 1:  # as version control makes them, and not one wrong byte
        data = data.replace(b"\r\n", b"\n")
    for tables in versions(article_id, annotator, histories, seen):
        place = wrong_byte(data, written := dump(tables))
        if place is not None:
            return tables, written.count(b"\n", 0, place) + 1
    return None


def wrong_byte(data: bytes, written: bytes) -> int | None:
    """Return where the only byte is in which two files of one length differ; None where they do not differ just so."""
    if len(data) != len(written):
        return None
    difference = int.from_bytes(data, "little") ^ int.from_bytes(written, "little")
    if not difference:
        return None
    first = ((difference & -difference).bit_length() - 1) // 8
    return first if (difference.bit_length() - 1) // 8 == first else None
