"""The JSON values of a file, one at a time: the lines of JSONL, or the items of one array.

Lines are streamed: memory is that of the longest line. An array needs its whole text, though only one item's values.
"""

import codecs
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NoReturn

_SPACE = b" \t\r\n"
_OTHER_ENCODINGS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


@dataclass(frozen=True, slots=True)
class Value:
    """One JSON value and where it stood. ``suspect`` where an escape may have made a lone surrogate."""

    where: str
    value: object
    suspect: bool = False


@dataclass(frozen=True, slots=True)
class Broken:
    """A place that holds no JSON, and why."""

    where: str
    reason: str


def read_values(path: Path, *, is_whole: bool = False) -> Iterator[Value | Broken]:
    """Yield the values of a JSONL file or of a JSON array, whichever the file holds. Raise OSError only.

    ``is_whole`` where an object may go over several lines, as in a file that was indented for reading.
    """
    with path.open("rb") as file:
        head = file.readline()
        while head and not head.removeprefix(codecs.BOM_UTF8).strip(_SPACE):
            head = file.readline()
        file.seek(0)
        if not head:
            yield Broken(path.name, "the file is empty: there is nothing to import")
        elif head.startswith(_OTHER_ENCODINGS):
            yield Broken(
                path.name, "the file is UTF-16 or UTF-32: JSON must be UTF-8; save it as UTF-8"
            )
        elif head.removeprefix(codecs.BOM_UTF8).lstrip(_SPACE).startswith(b"["):
            yield from _items(file, path)
        elif is_whole and not isinstance(_parse("", head), Value):
            yield from _items(file, path)  # one object over several lines
        else:
            yield from _lines(file, path)


def _lines(file: BinaryIO, path: Path) -> Iterator[Value | Broken]:
    for number, line in enumerate(file, 1):
        raw = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if raw.strip(_SPACE):
            yield _parse(f"{path.name}, line {number}", raw)


def _parse(where: str, raw: bytes) -> Value | Broken:
    try:
        text = raw.decode("utf-8").rstrip()
    except UnicodeDecodeError as error:
        return Broken(
            where, f"byte {error.start + 1} of the line is not UTF-8; save the file as UTF-8"
        )
    try:
        return Value(where, _DECODER.decode(text), _is_suspect(text))
    except json.JSONDecodeError as error:
        return Broken(where, f"the line is not JSON: {error.msg} at column {error.pos + 1}")
    except (ValueError, RecursionError) as error:
        return Broken(where, f"the line is not JSON that can be read: {error}")


def _items(file: BinaryIO, path: Path) -> Iterator[Value | Broken]:
    """Yield the items of an array, or objects that follow one another; after a broken one nothing can be trusted."""
    raw = file.read().removeprefix(codecs.BOM_UTF8)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        yield Broken(
            path.name, f"byte {error.start} of the file is not UTF-8; save the file as UTF-8"
        )
        return
    position = _skip(text, 0, "")
    closed = not text.startswith("[", position)
    position = _skip(text, position, "[")
    number, line, counted = 0, 1, 0
    while position < len(text) and text[position] != "]":
        number += 1
        line += text.count("\n", counted, position)
        counted = position
        where = f"{path.name}, item {number} (line {line})"
        try:
            value, end = _DECODER.raw_decode(text, position)
        except json.JSONDecodeError as error:
            reason = (
                f"the item is not JSON: {error.msg} at line {error.lineno}, column {error.colno}"
            )
            yield Broken(where, f"{reason}; nothing after it was read")
            return
        except (ValueError, RecursionError) as error:
            yield Broken(
                where, f"the item is not JSON that can be read: {error}; nothing after it was read"
            )
            return
        yield Value(where, value, _is_suspect(text[position:end]))
        position = _skip(text, end, ",")
    if not closed and position >= len(text):
        yield Broken(
            path.name, "the array is not closed: the file was cut short, and items may be missing"
        )


def _skip(text: str, position: int, mark: str) -> int:
    """Return the position after white space, one ``mark`` if it is there, and white space again."""
    while position < len(text) and text[position].isspace():
        position += 1
    if mark and text.startswith(mark, position):
        return _skip(text, position + 1, "")
    return position


def _is_suspect(text: str) -> bool:
    return "\\u" in text and "\\ud" in text.lower()


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON value")


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)
