"""The JSON values of a file, one at a time: the lines of JSONL, or the items of arrays and objects over several lines.

Either is streamed: memory is that of the longest line or item. Where files were put together, what one file puts in front of
its first line, such as a byte order mark, costs nothing, and what it lacks at its end neither.
"""

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NoReturn, cast

from annotator.importers.files import INVISIBLE, TOO_LARGE, lines, too_much
from annotator.importers.objects.json_items import Items, UnreadableError

_OTHER_ENCODINGS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_BEGINS = re.compile(
    b"(?:[ \\t\\r\\n]|" + b"|".join(re.escape(c.encode("utf-8")) for c in INVISIBLE) + b")*"
)
_BETWEEN = re.compile(rf"[\s{INVISIBLE}]*")


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


def read_values(
    path: Path, *, is_whole: bool = False, is_rows: bool = False
) -> Iterator[Value | Broken]:
    """Yield the values of a JSONL file or of a JSON array, whichever the file holds. Raise OSError only.

    ``is_whole`` where an object may go over several lines, as in a file that was indented for reading. ``is_rows`` where a
    line that begins with a bracket is a value by itself and no array of them.
    """
    with path.open("rb") as file:
        head = next((line for _, line in lines(file) if line is None or _bare(line)), b"")
        file.seek(0)
        if head == b"":
            yield Broken(path.name, "the file is empty: there is nothing to import")
        elif head is not None and head.startswith(_OTHER_ENCODINGS):
            yield Broken(
                path.name, "the file is UTF-16 or UTF-32: JSON must be UTF-8; save it as UTF-8"
            )
        elif head is not None and is_rows and _is_row(head):
            yield from _lines(file, path)
        elif head is not None and _bare(head).startswith(b"["):
            yield from _items(file, path)
        elif head is not None and _bare(head).rstrip() == b"{":
            yield from _items(file, path)  # objects that were indented for reading
        elif is_whole and (head is None or not _is_json(head)):
            yield from _items(file, path)  # one object over several lines
        else:
            yield from _lines(file, path)


def _lines(file: BinaryIO, path: Path) -> Iterator[Value | Broken]:
    for number, line in lines(file):
        where = f"{path.name}, line {number}"
        if line is None:
            yield Broken(where, f"the line is {TOO_LARGE}")
        elif _bare(line):
            yield from _parse(where, line)


def _bare(line: bytes) -> bytes:
    """Return a line without what nobody sees in front of it."""
    found = _BEGINS.match(line)
    return line[found.end() :] if found else line


def _parse(where: str, raw: bytes) -> Iterator[Value | Broken]:
    """Yield the one value of a line, or several where the line end between them was lost."""
    try:
        text = raw.decode("utf-8").rstrip()
    except UnicodeDecodeError as error:
        yield Broken(
            where, f"byte {error.start + 1} of the line is not UTF-8; save the file as UTF-8"
        )
        return
    position = _after_space(text, 0)
    while position < len(text):
        try:
            value, end = DECODER.raw_decode(text, position)
        except json.JSONDecodeError as error:
            yield Broken(where, f"the line is not JSON: {error.msg} at column {error.pos + 1}")
            return
        except (ValueError, RecursionError) as error:
            yield Broken(where, f"the line is not JSON that can be read: {too_much(error)}")
            return
        following = _after_space(text, end)
        if following < len(text) and text[following] != "{":
            yield Broken(where, f"the line is not JSON: Extra data at column {following + 1}")
            return
        yield Value(where, value, _is_suspect(text[position:end]))
        position = following


def _after_space(text: str, position: int) -> int:
    found = _BETWEEN.match(text, position)
    return found.end() if found else position


def _is_json(line: bytes) -> bool:
    return isinstance(next(_parse("", line), None), Value)


def _is_row(line: bytes) -> bool:
    """Tell whether a line is a list by itself: no array of lists or objects, but of what a row begins with."""
    found = next((one.value for one in _parse("", line) if isinstance(one, Value)), None)
    items = cast("list[object]", found) if isinstance(found, list) else []
    return bool(items) and not isinstance(items[0], list | dict)


def _items(file: BinaryIO, path: Path) -> Iterator[Value | Broken]:
    """Yield the items of an array, or objects that follow one another; after a broken one nothing can be trusted."""
    items = Items(file, DECODER.raw_decode)
    number, where = 0, path.name
    try:
        while items.go_to_next():
            number += 1
            where = f"{path.name}, item {number} (line {items.line})"
            value, text = items.take()
            yield Value(where, value, _is_suspect(text))
            where = path.name
    except UnreadableError as error:
        yield Broken(where, f"{error}; nothing after it was read")
        return
    if items.is_open:
        yield Broken(
            path.name, "the array is not closed: the file was cut short, and items may be missing"
        )
    elif not number:
        yield Broken(path.name, "the array is empty: there is nothing to import")


def _is_suspect(text: str) -> bool:
    return "\\u" in text and "\\ud" in text.lower()


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON value")


DECODER = json.JSONDecoder(parse_constant=_refuse_constant)
