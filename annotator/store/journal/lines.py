"""One line of a journal: JSON with a CRC, so that a torn or flipped line is known for what it is.

An entry is ``{"q":7,"t":"2026-11-21T19:00:00Z","d":"ab12cd34ef56","n":0,"o":[...],"p":"9f86d081884c7d65","c":"488ba1a4"}``:
its number, the time, the article, whether history is complete from here on, the operations, and the link to the line
before. The first line of a segment is a header: ``{"h":2,"base":6,"who":"sara","device":"laptop-1a2b","p":"...","c":"..."}``,
where ``base`` promises that every entry up to that number is inside durable layer files.

The link is the start of the SHA-256 of the whole line before, whichever segment that is in. So two copies of a journal that
went on separately are told apart where their numbers are the same, and a segment that an older copy took the place of is
noticed. Lines of format 1 had no links; they are read as they are, and the chain begins behind them.
"""

import codecs
import hashlib
import zlib
from typing import Any, NamedTuple

import msgspec

FORMAT = 2
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


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """One saved edit. ``n`` is 1 where nothing older is needed to rebuild the layer, ``p`` the link to the line before."""

    q: int
    t: str
    d: str
    n: int
    o: tuple[Operation, ...]
    p: str = ""


class Header(msgspec.Struct, frozen=True):
    """The first line of a segment."""

    h: int
    base: int
    who: str = ""
    device: str = ""
    p: str = ""


class Lost(msgspec.Struct, frozen=True):
    """Stands where a damaged line was that nothing could bring back; ``link`` is how the line after it names it."""

    lost: int
    link: str
    p: str = ""


class Mark(NamedTuple):
    """An entry as layer files remember it: its number and its link, which is empty for lines of format 1."""

    q: int
    link: str = ""


_decode_entry = msgspec.json.Decoder(Entry).decode
_decode_header = msgspec.json.Decoder(Header).decode
_decode_lost = msgspec.json.Decoder(Lost).decode


def bare(line: bytes) -> bytes:
    """Return a line as it was written: version control may have put CR before its end, an editor a mark before its start.

    Neither is ever part of a line of ours.
    """
    return line.removesuffix(b"\r").removeprefix(codecs.BOM_UTF8)


def link_of(line: bytes) -> str:
    """Return what the next line says of a line, given without its line end: 16 hex digits."""
    return hashlib.sha256(line).hexdigest()[:16]


def encode_line(record: Entry | Header | Lost) -> bytes:
    """Return the line with its checksum and line end. Raises `UnicodeEncodeError` for a lone surrogate."""
    body = _encode(record)
    return body[:-1] + b',"c":"%08x"}\n' % zlib.crc32(body)


def decode_line(line: bytes) -> Entry | Header | Lost | None:
    """Return what a line without its line end says, or None where it is not exactly as it was written."""
    if line[-_CHECKSUM:-10] != b',"c":"' or line[-2:] != b'"}':
        return None
    body = line[:-_CHECKSUM] + b"}"
    if line[-10:-2] != b"%08x" % zlib.crc32(body):
        return None
    try:
        if body.startswith(b'{"lost":'):
            return _decode_lost(body)
        return _decode_header(body) if body.startswith(b'{"h":') else _decode_entry(body)
    except (msgspec.MsgspecError, RecursionError):
        return None  # intact, but of a shape that only a newer program knows
