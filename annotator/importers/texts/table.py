"""Tables of texts, CSV and TSV: an article a row, under a header that names the columns.

Encoding and delimiter are told from the file. Columns that mean nothing here are kept with the article.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.errors import AnnotatorError, ImportFailure
from annotator.format_facts import NO_SPANS, Purpose
from annotator.importers.base import Imported, Importer, ImportOptions, Noted, Outcome, Refused
from annotator.importers.common_options import FIRST_LINE_IS_TITLE, REPAIR_VISUAL
from annotator.importers.drafting import ArticleDraft
from annotator.importers.files import LARGEST, explain
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.objects.fields import Fields
from annotator.importers.objects.metadata import foreign_article
from annotator.importers.texts.presentation import put_right
from annotator.options import Kind, Option, Words
from annotator.text import decoding, detect

TEXT_COLUMN = Option(
    "text_column",
    Words("Column of the text", "عمود النص"),
    Words(
        "The header of the column with the texts, where it is not called text, body, content, نص or متن.",
        "رأس العمود الذي فيه النصوص إن لم يكن اسمه text أو body أو content أو نص أو متن.",
    ),
    Kind.TEXT,
    default=None,
)

_NAMES = {
    "text": [
        "text",
        "body",
        "content",
        "article",
        "sentence",
        "نص",
        "النص",
        "متن",
        "المتن",
        "محتوى",
        "المحتوى",
    ],
    "title": ["title", "headline", "عنوان", "العنوان"],
    "published": ["published", "date", "تاريخ", "التاريخ"],
    "url": ["url", "link", "رابط", "الرابط"],
    "source": ["source", "publisher", "مصدر", "المصدر"],
}
_MEANING = {name: key for key, names in _NAMES.items() for name in names}

DELIMITERS = "\t;,"
_FEWEST_ROWS = 3
_SHORT = 40
"""Letters of a cell at most, where commas or semicolons alone are to tell that it is one: sentences have them too."""


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield an article a row; see `importers.base.Importer`. One row is held at a time."""
    try:
        head = Head.of(path)
        with path.open(encoding=_encoding(head), newline="") as file:
            yield from _rows(csv.reader(file, delimiter=_delimiter(head)), path, options)
    except OSError as error:
        yield Refused(str(path), explain(error))
    except UnicodeDecodeError as error:
        yield Refused(
            path.name,
            f"byte {error.start + 1} of a part is not {error.encoding}: save the file as UTF-8",
        )
    except csv.Error as error:
        yield Refused(
            path.name, f"the table cannot be read: {error}; nothing from there on was read"
        )
    except ImportFailure as error:
        yield Refused(path.name, str(error))


def _rows(rows: Iterator[list[str]], path: Path, options: ImportOptions) -> Iterator[Outcome]:
    csv.field_size_limit(LARGEST)
    header = [cell.strip().lstrip(decoding.BOM) for cell in next(rows, list[str]())]
    keys = _keys(header, options.own.optional_text(TEXT_COLUMN.name))
    number = empty = 0
    for number, row in enumerate(rows, 2):
        cells = dict(zip(keys, row, strict=False))
        if not cells.get("text", "").strip():
            empty += 1
            continue
        where = f"{path.name}, row {number}"
        try:
            yield _article(cells, where, options)
        except AnnotatorError as error:
            yield Refused(where, str(error))
    if not number:
        yield Refused(
            path.name, "the table has no row under its header: there is nothing to import"
        )
    if empty:
        yield Noted(f"passed over {empty} row(s) without a text")


def _article(cells: dict[str, str], where: str, options: ImportOptions) -> Imported:
    draft = ArticleDraft(cells.pop("text"), where)
    text, notes = put_right(draft.text, repair=options.own.flag(REPAIR_VISUAL.name))
    kept: dict[str, object] = {name: cell for name, cell in cells.items() if cell}
    article, said = foreign_article(Fields(kept, "the row"), text, options)
    return Imported(article, (), (*draft.notes, *notes, *said), where=where)


def _keys(header: Sequence[str], text_column: str | None) -> list[str]:
    """Return what each column is: text, title, published, url, source, or its own name."""
    if text_column is not None and text_column not in header:
        raise ImportFailure(f"there is no column {text_column!r}, but {', '.join(header)}")
    keys: list[str] = []
    for name in header:
        key = _MEANING.get(name.lower(), name)
        if text_column is not None:
            key = "text" if name == text_column else (f"original_{name}" if key == "text" else key)
        keys.append(name if key in keys else key)
    if "text" not in keys:
        raise ImportFailure(
            f"no column is called text, body, content, نص or متن: the header has {', '.join(header)[:200]}; name the one with the "
            "texts (--text-column)"
        )
    return keys


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


def _delimiter(head: Head) -> str:
    """Return the sign that parts the header into a column of texts, else into the most columns."""
    parted = {sign: _cells(head, sign) for sign in DELIMITERS}
    named = [sign for sign, cells in parted.items() if cells and _names_text(cells[0])]
    return max(named or DELIMITERS, key=lambda sign: len(parted[sign][0]) if parted[sign] else 0)


def _names_text(header: Sequence[str]) -> bool:
    return len(header) > 1 and any(_MEANING.get(c.strip().lower()) == "text" for c in header)


def _cells(head: Head, delimiter: str) -> list[list[str]]:
    """Return the cells of the head's rows up to the first that makes no sense; in quotes a cell goes over several lines."""
    found: list[list[str]] = []
    try:
        for row in csv.reader((f"{row}\n" for row in head.rows), delimiter=delimiter):
            found += [row] if row else []
    except csv.Error:
        return found
    return found


def sniff(head: Head) -> Sniffed:
    """Be sure of rows of equal length under a header that names a text, and half sure of many rows of short cells."""
    for delimiter in DELIMITERS:
        cells = _cells(head, delimiter)
        if len(cells) < 2 or len(cells[0]) < 2:
            continue
        width = len(cells[0])
        even = sum(len(row) == width for row in cells)
        if _names_text(cells[0]) and even >= max(2, 0.9 * len(cells) - 1):
            return Sniffed(Confidence.SURE, "rows of cells under a header that names a text")
        are_short = all(len(cell) < _SHORT for row in cells for cell in row)
        are_cells = delimiter == "\t" or (width > 2 and are_short)
        if are_cells and len(cells) >= _FEWEST_ROWS and even == len(cells):
            return Sniffed(Confidence.LIKELY, f"rows of {width} cells each")
    return NOT_MINE


IMPORTER = Importer(
    "table",
    Words("Table of texts (CSV, TSV)", "جدول نصوص (CSV وTSV)"),
    Words(
        "An article a row, with its title, day, address and source where columns are called so; other columns are kept.",
        "مقال في كل صف، مع عنوانه وتاريخه ورابطه ومصدره إن سُمّيت أعمدتها كذلك، وتُحفظ سائر الأعمدة.",
    ),
    (".csv", ".tsv"),
    read,
    sniff,
    (TEXT_COLUMN, FIRST_LINE_IS_TITLE, REPAIR_VISUAL),
    holds=NO_SPANS,
    purpose=Purpose.TEXTS,
    tools=("Excel", "LibreOffice", "pandas"),
)
