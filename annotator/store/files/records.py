"""TinyDB's JSON as we write it: one record a line, UTF-8, LF, the last line a checksum of all before it.

One record a line lets version control merge files and lets `salvage` save whole records out of a torn file.
"""

import codecs
import hashlib
from dataclasses import dataclass
from typing import Any, cast

import msgspec

from annotator.errors import DamagedFileError

Row = dict[str, Any]
Rows = dict[str, Row]
Tables = dict[str, Rows]
"""What TinyDB keeps: table name -> row number as text -> record."""

Stray = tuple[str, Any]
"""Something that is no record, and the name of the table it was in."""

UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What decoding foreign bytes may raise: no JSON, of another shape, no UTF-8, or nested without end."""

CHECK = "_check"
"""The table that holds the checksum; TinyDB shows it like any other."""

CHECKSUM_LENGTH = 32

_decoder = msgspec.json.Decoder(dict[str, dict[str, dict[str, Any]]])
_rows_decoder = msgspec.json.Decoder(dict[str, dict[str, Any]])
_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file's tables without its checksum. ``intact`` is False when another program changed or wrote the file."""

    tables: Tables
    intact: bool


@dataclass(frozen=True, slots=True)
class Salvaged:
    """The whole records of a damaged file and the number of lines that held none."""

    tables: Tables
    bad_lines: int


def dump(tables: Tables) -> bytes:
    """Return a file's bytes. Raises `UnicodeEncodeError` for a lone surrogate, `TypeError` for what JSON has no word for."""
    kept = [(name, rows) for name, rows in tables.items() if name != CHECK]
    parts = [_encode(name) + b":{" + _lines(rows) + b"\n}" for name, rows in kept]
    body = b"{" + b"".join(part + b",\n" for part in parts)
    return body + _last_line(sum(len(rows) for _, rows in kept), _checksum(body))


def load(data: bytes, where: object, stray: list[Stray] | None = None) -> Loaded:
    """Read a file's bytes; ``where`` names it in the `DamagedFileError` raised when they are no TinyDB file.

    Line ends that version control made those of Windows change nothing: JSON has none inside a record.

    With a list for ``stray``, what is JSON but no record is put there with its table's name, and costs nothing else.
    """
    marked, data = data, data.removeprefix(codecs.BOM_UTF8)  # an editor's mark
    try:
        tables = _decoder.decode(data) if stray is None else _decoded_in_part(data, stray)
    except UNREADABLE as error:
        raise DamagedFileError(
            f"{where} is damaged ({error}). Nothing was changed. Run `hashiya check --repair` on the project to mend what "
            "can be brought back, or put back a copy of the file"
        ) from None
    bad = _odd_key(tables) if stray is None else None
    if bad is not None:
        raise DamagedFileError(f"{where} is damaged: {bad!r} is no row number. Nothing was changed")
    tables.pop(CHECK, None)
    count = sum(len(rows) for rows in tables.values())
    return Loaded(tables, marked == data and _is_kept(data, count))


def _is_kept(data: bytes, count: int) -> bool:
    """Tell whether bytes are as `dump` made them, their last line included, which the checksum is not made of."""
    start = max(0, data.rfind(b'"%s"' % CHECK.encode()))
    body, last = data[:start], data[start:].replace(b"\r\n", b"\n")
    return last == _last_line(count, _checksum(body)) or last == _last_line(
        count, _checksum(body.replace(b"\r\n", b"\n"))
    )


def _last_line(count: int, checksum: str) -> bytes:
    check = b':{"1":{"rows":%d,"sha256":"%s"}}}\n' % (count, checksum.encode())
    return _encode(CHECK) + check


def _decoded_in_part(data: bytes, stray: list[Stray]) -> Tables:
    try:
        tables = _decoder.decode(data)
    except msgspec.ValidationError:
        tables = _parted(msgspec.json.decode(data, type=dict[str, Any]), stray)
    if _odd_key(tables) is None:
        return tables
    for rows in tables.values():
        if any(not key.isdecimal() for key in rows):
            free = max((int(key) for key in rows if key.isdecimal()), default=0)
            odd = [rows.pop(key) for key in list(rows) if not key.isdecimal()]
            rows.update({str(free + number): row for number, row in enumerate(odd, 1)})
    return tables


def _odd_key(tables: Tables) -> str | None:
    """Return a key that is no row number, None where all are."""
    for rows in tables.values():
        if rows and ("" in rows or not "".join(rows).isdecimal()):
            return next((key for key in rows if not key.isdecimal()), None)
    return None


def _parted(found: dict[str, Any], stray: list[Stray]) -> Tables:
    tables: Tables = {}
    for name, rows in found.items():
        if not isinstance(rows, dict):
            stray.append((name, rows))
            continue
        given = cast("dict[str, Any]", rows)
        tables[name] = {key: row for key, row in given.items() if isinstance(row, dict)}
        stray.extend((name, row) for row in given.values() if not isinstance(row, dict))
    return tables


def salvage(data: bytes) -> Salvaged:
    """Collect the records that are whole, line by line, from a torn or garbled file. Never raises."""
    tables: Tables = {}
    rows: Rows | None = None
    bad = 0
    for raw in data.removeprefix(codecs.BOM_UTF8).split(
        b"\n"
    ):  # never splitlines: U+2028 and U+0085 are ordinary characters of a record
        line = raw.strip().rstrip(b",")
        if line in (b"", b"}", b"{"):
            continue
        if line.endswith(b":{"):
            name = _decoded(line.lstrip(b"{")[:-2])
            rows = tables.setdefault(name, {}) if isinstance(name, str) else None
            bad += rows is None
            continue
        record = _decoded_rows(b"{" + line + b"}")
        if rows is None or record is None:
            bad += 1
            continue
        rows.update(record)
    tables.pop(CHECK, None)
    return Salvaged(tables, bad)


def whole_records(data: bytes) -> Tables:
    """Return the records of a damaged file that are whole: of JSON all that are records, else those on lines of their own."""
    try:
        return load(data, "it", []).tables
    except DamagedFileError:
        return salvage(data).tables


def _lines(rows: Rows) -> bytes:
    return b",".join(b'\n"%s":' % key.encode() + _encode(row) for key, row in rows.items())


def _checksum(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:CHECKSUM_LENGTH]


def _decoded(data: bytes) -> Any:
    try:
        return msgspec.json.decode(data)
    except UNREADABLE:
        return None


def _decoded_rows(data: bytes) -> Rows | None:
    try:
        rows = _rows_decoder.decode(data)
    except UNREADABLE:
        return None
    return rows if all(key.isdecimal() for key in rows) else None
