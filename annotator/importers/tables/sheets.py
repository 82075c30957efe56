"""The rows of a table as text, whatever file it is in: CSV and TSV, or a workbook."""

import csv
import re
import zipfile
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Protocol, cast

from annotator.errors import ImportFailure
from annotator.importers.files import LARGEST
from annotator.importers.head import Head
from annotator.importers.tables import columns
from annotator.text import decoding, detect

MOST_BYTES = 512 << 20
"""Bytes that a workbook may unpack to: 100,000 articles are half of it."""

Row = list[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """``rows`` come with their numbers from 1 and are read once; ``where`` is the sheet, as in ``a.xlsx, sheet News``."""

    name: str
    where: str
    rows: Iterable[tuple[int, Row]]
    is_hidden: bool = False
    has_mark: bool = False
    """Of a CSV: whether it begins with a byte order mark, as spreadsheets write it."""


@contextmanager
def sheets_of(path: Path) -> Generator[list[Sheet], None, None]:
    """Open the sheets of a file: one of a CSV, all of a workbook.

    Raise `ImportFailure` for what is damaged or locked, and `OSError`. Rows raise `ImportFailure`.
    """
    head = Head.of(path)
    if is_workbook(head):
        yield _of_workbook(path)
        return
    if head.raw.startswith(b"PK\x03\x04"):
        raise ImportFailure(
            "it is a damaged workbook, or another zip: open it in a spreadsheet and save it again"
        )
    with path.open(encoding=_encoding(head), newline="") as file:
        rows = csv.reader(file, delimiter=delimiter_of(head))
        has_mark = head.raw.startswith(decoding.MARKS[0][0])
        yield [Sheet("", path.name, _csv_rows(rows), has_mark=has_mark)]


def is_workbook(head: Head) -> bool:
    """Tell whether a file is a workbook of Excel or LibreOffice, by what is in it."""
    if {"xl/workbook.xml", "xl/workbook.bin"} & set(head.members):
        return True
    if head.mimetype.startswith("application/vnd.oasis.opendocument.spreadsheet"):
        return True
    return bool({"Workbook", "Book"} & head.streams)


def _csv_rows(rows: Iterator[Row]) -> Iterator[tuple[int, Row]]:
    csv.field_size_limit(LARGEST)
    number = 0
    try:
        for number, row in enumerate(rows, 1):
            yield number, [cell.lstrip(decoding.BOM) for cell in row] if number == 1 else row
    except csv.Error as error:
        raise ImportFailure(
            f"the table cannot be read behind row {number}: {error}; nothing from there on was read"
        ) from None
    except UnicodeDecodeError as error:
        raise ImportFailure(
            f"byte {error.start + 1} of a part behind row {number} is not {error.encoding}: save the file as UTF-8"
        ) from None


class _CalamineSheet(Protocol):
    merged_cell_ranges: list[tuple[tuple[int, int], tuple[int, int]]] | None

    def to_python(self, skip_empty_area: bool = ...) -> list[list[object]]: ...

    def iter_rows(self) -> Iterator[list[object]]: ...

    @property
    def start(self) -> tuple[int, int] | None: ...


def _of_workbook(path: Path) -> list[Sheet]:
    import python_calamine

    _refuse_bomb(path)
    try:
        book = python_calamine.load_workbook(str(path))  # pyright: ignore[reportUnknownMemberType] - it leaves PathLike open
        kinds = python_calamine.SheetTypeEnum.WorkSheet
        shown = python_calamine.SheetVisibleEnum.Visible
        known = [one for one in book.sheets_metadata if one.typ == kinds]
    except python_calamine.PasswordError:
        raise ImportFailure("it is locked by a password: save it without") from None
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise ImportFailure(f"the workbook cannot be read: {error}") from None

    def rows(name: str) -> Iterator[tuple[int, Row]]:
        try:
            sheet = cast("_CalamineSheet", book.get_sheet_by_name(name))
            yield from _sheet_rows(sheet)
        except (python_calamine.CalamineError, ValueError) as error:
            raise ImportFailure(f"sheet {name} cannot be read: {error}") from None

    return [
        Sheet(one.name, f"{path.name}, sheet {one.name}", rows(one.name), one.visible != shown)
        for one in known
    ]


def _sheet_rows(sheet: _CalamineSheet) -> Iterator[tuple[int, Row]]:
    """Yield rows by their numbers in the sheet. What is merged over several rows is the value of each, but for texts."""
    margin = (sheet.start or (0, 0))[1]
    merged = [r for r in sheet.merged_cell_ranges or [] if r[1][0] > r[0][0]]
    kept: dict[int, tuple[int, str]] = {}
    starts: dict[int, list[tuple[int, int]]] = {}
    for (top, left), (bottom, _) in merged:
        starts.setdefault(top, []).append((left - margin, bottom))
    for number, cells in enumerate(sheet.iter_rows()):
        row = [as_text(cell) for cell in cells]
        for left, bottom in starts.get(number, ()):
            if 0 <= left < len(row):
                kept[left] = (bottom, row[left])
        for left, (bottom, value) in list(kept.items()):
            if number > bottom:
                del kept[left]
            elif not row[left] and len(value) <= columns.SHORT:
                row[left] = value
        yield number + 1, row


def as_text(cell: object) -> str:
    """Return a typed cell as people read it: days in ISO 8601, whole numbers without a point."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell) if isinstance(cell, int | timedelta) else ""


def _refuse_bomb(path: Path) -> None:
    if not zipfile.is_zipfile(path):
        return
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise ImportFailure(f"the workbook is damaged: {error}") from None
    if size > MOST_BYTES:
        raise ImportFailure(
            f"the workbook unpacks to {size >> 20} MiB, and {MOST_BYTES >> 20} are read at most: split it, or save it as CSV"
        )


def _encoding(head: Head) -> str:
    for mark, encoding in decoding.MARKS:
        if head.raw.startswith(mark):
            return (
                "utf-8-sig"
                if encoding == "utf-8"
                else encoding.removesuffix("-le").removesuffix("-be")
            )
    try:
        head.whole.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1256" if detect.looks_like_cp1256(head.whole) else "utf-8"
    return "utf-8"


DELIMITERS = "\t;,|"
_SAID = re.compile(r"sep=(.)\s*")
"""How Excel is told in a first row of its own what parts the cells."""


def delimiter_of(head: Head) -> str:
    """Return the sign that parts the header into a column of texts, else into the most columns."""
    said = _SAID.fullmatch(head.lines[0]) if head.lines else None
    if said is not None:
        return said[1]
    parted = {sign: cells_of(head, sign) for sign in DELIMITERS}
    named = [sign for sign, cells in parted.items() if cells and columns.names_text(cells[0])]
    return max(named or DELIMITERS, key=lambda sign: len(parted[sign][0]) if parted[sign] else 0)


def cells_of(head: Head, delimiter: str) -> list[Row]:
    """Return the cells of the head's rows up to the first that makes no sense; in quotes a cell goes over several lines."""
    found: list[Row] = []
    try:
        rows = head.rows[1:] if head.rows and _SAID.fullmatch(head.rows[0]) else head.rows
        for row in csv.reader((f"{row}\n" for row in rows), delimiter=delimiter):
            found += [row] if row else []
    except csv.Error:
        return found
    return found


def header_of(
    rows: Iterator[tuple[int, Row]], wanted: str | None
) -> tuple[int, Row, list[tuple[int, Row]]]:
    """Return the header with its number, and the rows behind it that were read to find it.

    It is the first of ten rows that names a text, or has ``wanted``; where none does, the first that holds anything. Where
    ``wanted`` is the number of a column and no name, there is no header, and columns are called by their numbers.
    """
    before: list[tuple[int, Row]] = []
    for number, row in rows:
        cells = [cell.strip() for cell in row]
        is_it = wanted in cells if wanted is not None else columns.names_text(cells)
        if before and wanted is not None and wanted.isdecimal():
            is_it = False  # a number may stand in any row, and names a column in the first one
        if is_it:
            return number, cells, []
        if any(cells):
            before.append((number, row))
        if number >= columns.LAST_HEADER:
            break
    if not before:
        return 0, [], []
    number, first = before[0]
    place = int(wanted) - 1 if wanted and wanted.isdecimal() and len(wanted) < 4 else -1
    if 0 <= place < len(first):  # no header: columns have numbers
        names = [wanted or "" if n == place else f"column {n + 1}" for n in range(len(first))]
        return number, names, before
    return number, [cell.strip() for cell in first], before[1:]


def is_header(cells: Sequence[str], signs: frozenset[str]) -> bool:
    return signs <= {cell.strip() for cell in cells}
