"""CSV that people open in a spreadsheet: Arabic is read as such, and no cell is taken for a formula.

Excel takes a file without a byte order mark for Windows-1252, and every spreadsheet runs a cell that begins with ``=``,
``+``, ``-`` or ``@`` (after a tab or a line end too), whoever wrote it. Such a text gets an apostrophe before it, which a
spreadsheet takes for "this is text". Programs read the file as ``utf-8-sig`` and undo that with `original`.

Source: OWASP, "CSV Injection", https://owasp.org/www-community/attacks/CSV_Injection.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TextIO

ENCODING = "utf-8-sig"
"""Writes the byte order mark, and takes it off again."""

_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_DISARMED = re.compile(r"'+[=+\-@\t\r\n]")


def harmless(cell: object) -> object:
    """Return a cell as it is written: a text that a spreadsheet would run with an apostrophe, anything else as it is.

    A number is no text: -0.5 stays one. A text that has the apostrophe already gets another, so that `original` is exact.
    """
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def original(cell: str) -> str:
    """Return the text that `harmless` was given: without one apostrophe where some stand before ``= + - @``, tab or line end."""
    return cell[1:] if _DISARMED.match(cell) else cell


def write_rows(stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table to a stream that was opened with `ENCODING` and does not change line ends."""
    for row in chain((columns,), rows):
        stream.write(_line(row))


def _line(row: Sequence[object]) -> str:
    """Return a row as a line. The writer quotes a lone CR only where CR is in its own line end, which is then LF all the same."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow(list(map(harmless, row)))
    return written.getvalue()[: -len("\r\n")] + "\n"
