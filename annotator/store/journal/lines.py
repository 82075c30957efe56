"""One line of a journal: JSON with a CRC, so that a torn or flipped line is known for what it is.

An entry is ``{"q":7,"t":"2026-11-21T19:00:00Z","d":"ab12cd34ef56","n":0,"o":[...],"c":"488ba1a4"}``: its number, the time,
the article, whether history is complete from here on, and the operations. The first line of a segment is a header:
``{"h":1,"base":6,"who":"sara","device":"laptop-1a2b","c":"..."}``, where ``base`` promises that every entry up to that
number is inside durable layer files.
"""

import zlib
from typing import Any

import msgspec

FORMAT = 1
"""The format of journals this program writes."""

_encode = msgspec.json.Encoder().encode
_CHECKSUM = len(b',"c":"488ba1a4"}')


class Operation(msgspec.Struct, array_like=True, frozen=True):
    """A record is put, a record is dropped, or everything is replaced.

    ``["+", table, row number, record, old record]``, ``["-", table, row number, null, old record]`` or
    ``["=", "", "", tables]``.
    """

    kind: str
    table: str = ""
    number: str = ""
    new: Any = None
    old: Any = None


class Entry(msgspec.Struct, frozen=True):
    """One saved edit. ``n`` is 1 where nothing older is needed to rebuild the layer."""

    q: int
    t: str
    d: str
    n: int
    o: tuple[Operation, ...]


class Header(msgspec.Struct, frozen=True):
    """The first line of a segment."""

    h: int
    base: int
    who: str = ""
    device: str = ""


_decode_entry = msgspec.json.Decoder(Entry).decode
_decode_header = msgspec.json.Decoder(Header).decode


def encode_line(record: Entry | Header) -> bytes:
    """Return the line with its checksum and line end. Raises `UnicodeEncodeError` for a lone surrogate."""
    body = _encode(record)
    return body[:-1] + b',"c":"%08x"}\n' % zlib.crc32(body)


def decode_line(line: bytes) -> Entry | Header | None:
    """Return what a line without its line end says, or None where it is not exactly as it was written."""
    if line[-_CHECKSUM:-10] != b',"c":"' or line[-2:] != b'"}':
        return None
    body = line[:-_CHECKSUM] + b"}"
    if line[-10:-2] != b"%08x" % zlib.crc32(body):
        return None
    try:
        return _decode_header(body) if body.startswith(b'{"h":') else _decode_entry(body)
    except msgspec.MsgspecError:  # intact, but of a shape that only a newer program knows
        return None
