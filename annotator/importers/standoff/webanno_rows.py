"""The rows of WebAnno TSV 3: sentences, tokens and sub-tokens, and what stands in their columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from annotator.errors import ImportFailure
from annotator.importers.row_files import LineError, rows_of

SIGNATURE = "#FORMAT=WebAnno TSV"
_VERSION = re.compile(re.escape(SIGNATURE) + r" (\d+)(?:\.\d+)*\s*")
_UNIT = re.compile(r"\d+-\d+(?:\.\d+)?")
_PLACE = re.compile(r"(\d+)-(\d+)")
_VALUE = re.compile(r"((?:\\.|[^\\\[\]])*)(?:\[(\d+)(?:_(\d+))?\])?", re.DOTALL)
_ESCAPED = re.compile(r"\\(->|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "b": "\b"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column behind the token. ``kind`` is feature, reference (of a relation), or other (slots, chains)."""

    layer: str
    name: str
    kind: str
    is_relation: bool = False


class Value(NamedTuple):
    """One value of a cell, None for none, with its numbers: that of its annotation, or of both ends of a relation."""

    text: str | None
    number: int
    other: int


class Unit(NamedTuple):
    """A token or a part of one; ``start`` and ``end`` in the file's unit, ``cells`` as they stand."""

    line: int
    key: str
    start: int
    end: int
    form: str
    cells: list[str]


@dataclass(slots=True)
class Sentence:
    """``text`` holds the lines of its text, as they stand."""

    text: list[str] = field(default_factory=list[str])
    units: list[Unit] = field(default_factory=list[Unit])


def read_file(path: Path) -> tuple[list[Column], list[Sentence]]:
    """Read the columns and the sentences. Raise `LineError` for a row that makes no sense, and `OSError`."""
    rows = rows_of(path)
    columns = list(_header(rows))
    return columns, list(_sentences(rows, len(columns)))


def _header(rows: Iterator[tuple[int, str]]) -> Iterator[Column]:
    line, first = next(rows, (1, ""))
    version = _VERSION.fullmatch(first)
    if version is None or version[1] != "3":
        raise LineError(
            line,
            f"{first[:60]!r} is not {SIGNATURE} 3: export the document again, as WebAnno TSV 3.3",
        )
    for _, row in rows:
        if not row.strip():
            return
        kind, _, rest = row.partition("=")
        name, *names = rest.split("|")
        names = [one for one in names if one]
        if kind == "#T_SP":
            yield from _span_columns(name, names)
        elif kind == "#T_RL":
            for one in names or [""]:
                is_reference = one.startswith("BT_")
                what = "reference" if is_reference else "feature"
                yield Column(name, one.removeprefix("BT_"), what, is_relation=True)
        elif kind == "#T_CH":
            yield from (Column(name, one, "other") for one in names)


def _span_columns(layer: str, names: list[str]) -> Iterator[Column]:
    before = ""
    for one in names or [""]:
        is_slot = one.startswith("ROLE_") or before.startswith("ROLE_")
        yield Column(layer, one, "other" if is_slot else "feature")
        before = one


def _sentences(rows: Iterator[tuple[int, str]], columns: int) -> Iterator[Sentence]:
    sentence = Sentence()
    for line, row in rows:
        if not row:
            if sentence.units or sentence.text:
                yield sentence
            sentence = Sentence()
        elif row.startswith("#") and not sentence.units:
            if row.startswith("#Text="):
                sentence.text.append(row.removeprefix("#Text="))
        else:
            sentence.units.append(_unit(line, row, columns))
    if sentence.units or sentence.text:
        yield sentence


def _unit(line: int, row: str, columns: int) -> Unit:
    cells = row.split("\t")
    place = _PLACE.fullmatch(cells[1]) if len(cells) > 2 else None
    if place is None or not _UNIT.fullmatch(cells[0]):
        raise LineError(line, f"{row[:60]!r} is no row of a token: number, offsets, word, columns")
    there = cells[3 : 3 + columns]
    if len(there) < columns:
        raise LineError(line, f"the row has {len(there)} of the {columns} columns of the header")
    return Unit(line, cells[0], int(place[1]), int(place[2]), cells[2], there)


def values_of(cell: str) -> list[Value]:
    """Return the values of a cell, one for each of the annotations that lie over the unit."""
    return [] if cell in ("_", "") else [_value(part) for part in split(cell, "|")]


def _value(part: str) -> Value:
    match = _VALUE.fullmatch(part)
    text, number, other = (match[1], match[2], match[3]) if match else (part, None, None)
    return Value(None if text == "*" else unescape(text), int(number or 0), int(other or 0))


def split(cell: str, mark: str) -> list[str]:
    """Part a cell at ``mark``, where no backslash stands before it."""
    if "\\" not in cell:
        return cell.split(mark)
    parts = [""]
    at = 0
    while at < len(cell):
        if cell[at] == "\\":
            parts[-1] += cell[at : at + 2]
            at += 2
            continue
        if cell[at] == mark:
            parts.append("")
        else:
            parts[-1] += cell[at]
        at += 1
    return parts


def unescape(words: str) -> str:
    def character(match: re.Match[str]) -> str:
        code = match[1]
        if code[0] == "u" and len(code) > 1:
            return chr(int(code[1:], 16))
        return _CONTROLS.get(code, code)

    return _ESCAPED.sub(character, words) if "\\" in words else words


def text_of(sentences: list[Sentence], *, is_wide: bool, is_escaped: bool) -> str:
    """Return the document's text: what lies between sentences is a line end and spaces, as many as the offsets ask for.

    ``is_wide`` where they count UTF-16 units. Raise `ImportFailure` for sentences that lie over one another.
    """

    def length(words: str) -> int:
        return len(words) + (sum(c > "\uffff" for c in words) if is_wide else 0)

    parts: list[str] = []
    done = 0
    for sentence in sentences:
        words = "\n".join(map(unescape, sentence.text) if is_escaped else sentence.text)
        begin = sentence.units[0].start if sentence.units else done + bool(parts)
        gap = begin - done
        if gap < 0:
            line = sentence.units[0].line
            raise ImportFailure(
                f"line {line}: the sentence begins at {begin}, and the one before it ends at {done}: the file is damaged"
            )
        parts.append(("\n" + " " * (gap - 1) if parts else " " * gap) if gap else "")
        parts.append(words)
        done = begin + length(words)
        if done > 1 << 28:
            raise ImportFailure(
                f"its offsets count more than {1 << 28} characters: the file is damaged"
            )
    return "".join(parts)
