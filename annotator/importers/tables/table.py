"""Tables of texts, and tables of annotations as Hashiya exports them: CSV, TSV and workbooks.

Of texts an article a row, under a header that names the columns; columns that mean nothing here are kept with the article.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path

from annotator import table_columns as names
from annotator.errors import AnnotatorError, ImportFailure
from annotator.format_facts import Holds, Purpose
from annotator.importers.base import Imported, Importer, ImportOptions, Noted, Outcome, Refused
from annotator.importers.common_options import (
    ANNOTATOR,
    FIRST_LINE_IS_TITLE,
    OFFSET_UNIT,
    REPAIR_VISUAL,
)
from annotator.importers.drafting import ArticleDraft
from annotator.importers.files import explain
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.objects.fields import Fields
from annotator.importers.objects.metadata import foreign_article
from annotator.importers.tables import annotation_table, columns, span_rows
from annotator.importers.tables.sheets import (
    DELIMITERS,
    Row,
    Sheet,
    cells_of,
    header_of,
    is_header,
    is_workbook,
    sheets_of,
)
from annotator.importers.texts.presentation import put_right
from annotator.options import Kind, Option, Words

TEXT_COLUMN = Option(
    "text_column",
    Words("Column of the text", "عمود النص"),
    Words(
        "The header of the column with the texts, where it is not called text, body, content, نص or متن; or its number, from 1, "
        "where the table has no header.",
        "رأس العمود الذي فيه النصوص إن لم يكن اسمه text أو body أو content أو نص أو متن، أو رقمه ابتداء من 1 إن لم يكن للجدول رأس.",
    ),
    Kind.TEXT,
    default=None,
)

SHEETS = Option(
    "sheets",
    Words("Sheets of a workbook", "أوراق المصنَّف"),
    Words(
        "The names of the sheets to read, with commas between them. Without it all that are shown and have a column of texts.",
        "أسماء الأوراق المطلوبة تفصل بينها فواصل. ومن دونها تُقرأ كل ورقة ظاهرة فيها عمود نصوص.",
    ),
    Kind.TEXT,
    default=None,
)

_FEWEST_ROWS = 3
_SHORT = 40
"""Letters of a cell at most, where commas or semicolons alone are to tell that it is one: sentences have them too."""


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield an article a row, or the articles of a table of annotations; see `importers.base.Importer`."""
    try:
        with ExitStack() as stack:
            wanted = options.own.optional_text(SHEETS.name)
            sheets = _wanted(stack.enter_context(sheets_of(path)), wanted)
            tables = [_table(sheet, options) for sheet in sheets]
            marked = [t for t in tables if is_header(t[1], names.SIGNS)]
            articles = [t for t in tables if is_header(t[1], names.SIGNS_OF_ARTICLES)]
            if marked and not articles and (beside := _beside(path)):
                articles = [_table(s, options) for s in stack.enter_context(sheets_of(beside))]
            if marked or articles:
                yield from annotation_table.read(
                    path.name, marked, articles, options, articles_only=not marked
                )
            else:
                yield from _texts(tables, path, options)
    except OSError as error:
        yield Refused(str(path), explain(error))
    except AnnotatorError as error:
        yield Refused(path.name, str(error))


def _wanted(sheets: list[Sheet], names_given: str | None) -> list[Sheet]:
    if names_given is None:
        return [sheet for sheet in sheets if not sheet.is_hidden]
    asked = [name.strip() for name in names_given.split(",") if name.strip()]
    there = {sheet.name: sheet for sheet in sheets}
    missing = [name for name in asked if name not in there]
    if missing:
        known = ", ".join(name for name in there if name) or "none, as a CSV has no sheets"
        raise ImportFailure(f"there is no sheet {missing[0]!r}: there are {known}")
    return [there[name] for name in asked]


def _table(sheet: Sheet, options: ImportOptions) -> tuple[Sheet, Row]:
    """Return a sheet from behind its header on, and the header."""
    rows = iter(sheet.rows)
    _, header, read_on = header_of(rows, options.own.optional_text(TEXT_COLUMN.name))
    rest = Sheet(sheet.name, sheet.where, chain(read_on, rows), sheet.is_hidden, sheet.has_mark)
    return rest, header


def _beside(path: Path) -> Path | None:
    """Return the table of articles that an export wrote beside a table of annotations."""
    suffixes = dict.fromkeys((path.suffix, ".csv"))
    found = (path.with_name(f"{path.stem}.{names.ARTICLES}{suffix}") for suffix in suffixes)
    return next((one for one in found if one.is_file()), None)


def _texts(
    tables: list[tuple[Sheet, Row]], path: Path, options: ImportOptions
) -> Iterator[Outcome]:
    """Yield the articles of every sheet that has a column of texts; refuse where none has one."""
    reasons: list[str] = []
    count = 0
    for sheet, header in tables:
        try:
            keys = columns.keys_of(header, options.own.optional_text(TEXT_COLUMN.name))
        except ImportFailure as error:
            reasons.append(str(error) if header else "it is empty: there is nothing to import")
            continue
        count += 1
        if spans := span_rows.span_keys(keys):
            yield from span_rows.read(sheet, spans, options)
        else:
            yield from _rows(sheet, keys, options)
    if not count:
        yield Refused(path.name, reasons[0] if reasons else "it has no sheet that is shown")
    elif reasons:
        yield Noted(f"passed over {len(reasons)} sheet(s) without a column of texts")


def _rows(sheet: Sheet, keys: list[str], options: ImportOptions) -> Iterator[Outcome]:
    number = empty = cut = 0
    for number, row in sheet.rows:
        cells = dict(zip(keys, row, strict=False))
        if not cells.get("text", "").strip():
            empty += any(cell.strip() for cell in row) or not sheet.name
            continue
        where = f"{sheet.where}, row {number}"
        cut += len(cells["text"]) == names.CELL
        try:
            yield _article(cells, where, options)
        except AnnotatorError as error:
            yield Refused(where, str(error))
    if not number:
        yield Refused(
            sheet.where, "the table has no row under its header: there is nothing to import"
        )
    if empty:
        yield Noted(f"passed over {empty} row(s) without a text")
    if cut:
        yield Noted(
            f"{cut} text(s) are as long as a cell of a spreadsheet can be ({names.CELL}), and so may have been cut in it"
        )


def _article(cells: dict[str, str], where: str, options: ImportOptions) -> Imported:
    draft = ArticleDraft(cells.pop("text"), where)
    text, notes = put_right(draft.text, repair=options.own.flag(REPAIR_VISUAL.name))
    kept: dict[str, object] = {name: cell for name, cell in cells.items() if cell}
    article, said = foreign_article(Fields(kept, "the row"), text, options)
    return Imported(article, (), (*draft.notes, *notes, *said), where=where)


def sniff(head: Head) -> Sniffed:
    """Be sure of rows of equal length under a header that names a text, and half sure of many rows of short cells."""
    if is_workbook(head):
        return Sniffed(Confidence.SIGNED, "the parts of a spreadsheet")
    for delimiter in DELIMITERS:
        cells = cells_of(head, delimiter)
        if cells and is_header(cells[0], names.SIGNS):
            return Sniffed(Confidence.SIGNED, "the header of a table of annotations")
        if len(cells) < 2 or len(cells[0]) < 2:
            continue
        width = len(cells[0])
        even = sum(len(row) == width for row in cells)
        if columns.names_text(cells[0]) and even >= max(2, 0.9 * len(cells) - 1):
            return Sniffed(Confidence.SURE, "rows of cells under a header that names a text")
        if columns.names_text(cells[0]) and all(len(cell) < _SHORT for cell in cells[0]):
            return Sniffed(
                Confidence.LIKELY, "a header that names a text, and rows of other lengths"
            )
        are_short = all(len(cell) < _SHORT for row in cells for cell in row)
        are_cells = delimiter == "\t" or (width > 2 and are_short)
        if are_cells and len(cells) >= _FEWEST_ROWS and even == len(cells):
            return Sniffed(Confidence.LIKELY, f"rows of {width} cells each")
    is_one = len(head.lines) > 1 and columns.is_text(head.lines[0].strip(' "'))
    return Sniffed(Confidence.LIKELY, "rows under the name of a text") if is_one else NOT_MINE


IMPORTER = Importer(
    "table",
    Words("Table of texts or annotations (CSV, Excel)", "جدول نصوص أو وسوم (CSV وExcel)"),
    Words(
        "An article a row, with its title, day, address and source where columns are called so; or an annotation a "
        "row, with its text, start, end and label, as other programs write it or as it was exported here.",
        "مقال في كل صف، مع عنوانه وتاريخه ورابطه ومصدره إن سُمّيت أعمدتها كذلك، أو وسم في كل صف مع نصه وبدايته ونهايته وتصنيفه، من برنامج آخر أو من تصدير هنا.",
    ),
    (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"),
    read,
    sniff,
    (TEXT_COLUMN, SHEETS, ANNOTATOR, OFFSET_UNIT, FIRST_LINE_IS_TITLE, REPAIR_VISUAL),
    holds=Holds(
        several_layers=True,
        attributes=True,
        relations=True,
        zones=True,
        notes=True,
        nested=True,
        crossing=True,
        sub_word=True,
        status=True,
    ),
    purpose=Purpose.TEXTS,
    tools=("Excel", "LibreOffice", "pandas"),
)
