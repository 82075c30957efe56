"""A table of annotations as CSV: for R, pandas and spreadsheets."""

import csv
import io
from collections.abc import Iterable, Sequence

from annotator import table_columns as names
from annotator.exporters.base import Exportable, Exporter, ExportOptions, FileName, Sink
from annotator.exporters.loss import LossReport, Tally
from annotator.exporters.tables.annotation_rows import CONTEXT, WITH_ARTICLES, TableRows
from annotator.format_facts import Holds, Purpose
from annotator.options import Choice, Kind, Option, Words
from annotator.text import decoding, spreadsheet

DELIMITER = Option(
    "delimiter",
    Words("Between cells", "ما بين الخلايا"),
    Words(
        "The sign between cells: a comma, as programs expect, or what a spreadsheet of your country does.",
        "العلامة بين الخلايا: فاصلة كما تنتظرها البرامج، أو ما تنتظره جداول البيانات في بلدك.",
    ),
    Kind.CHOICE,
    default="comma",
    choices=(
        Choice(
            "comma", Words("Comma", "فاصلة"), Words("As programs expect.", "كما تنتظرها البرامج.")
        ),
        Choice(
            "semicolon",
            Words("Semicolon", "فاصلة منقوطة"),
            Words(
                "As spreadsheets expect where a comma stands before decimals.",
                "كما تنتظرها جداول البيانات حيث تُكتب الكسور بفاصلة.",
            ),
        ),
        Choice(
            "tab",
            Words("Tab", "علامة جدولة"),
            Words("No text is likelier not to hold it.", "أقل ما يرد في النصوص."),
        ),
    ),
)

EXCEL = Option(
    "excel",
    Words("To be opened in Excel", "للفتح في Excel"),
    Words(
        "Begins with the mark by which Excel knows UTF-8, and puts an apostrophe before what it would run as a formula. Import takes both "
        "away again.",
        "يبدأ الملف بالعلامة التي يعرف بها Excel ترميز UTF-8، وتُسبق الخلية التي قد يحسبها معادلة بفاصلة علوية. والاستيراد يزيل الاثنتين.",
    ),
    Kind.FLAG,
    default=False,
)

_SIGNS = {"comma": ",", "semicolon": ";", "tab": "\t"}


class CsvLines:
    """Rows as lines. A lone CR in a cell is quoted, which the writer does only where CR is in its own line end."""

    def __init__(self, delimiter: str, *, for_excel: bool) -> None:
        self._written = io.StringIO(newline="")
        self._writer = csv.writer(self._written, delimiter=delimiter, lineterminator="\r\n")
        self._for_excel = for_excel

    def line(self, row: Sequence[object]) -> bytes:
        cells = map(spreadsheet.harmless, row) if self._for_excel else row
        self._writer.writerow(list(cells))
        written = self._written.getvalue()
        self._written.seek(0)
        self._written.truncate()
        return f"{written[:-2]}\n".encode()


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write a row an annotation, and beside it the articles; see `exporters.base.Exporter`."""
    tally, own = Tally(), options.own
    for_excel = own.flag(EXCEL.name)
    lines = CsvLines(_SIGNS[own.text(DELIMITER.name)], for_excel=for_excel)
    rows = TableRows(options, tally, cell_holds=names.PIECE if for_excel else 0)
    mark = decoding.BOM.encode() if for_excel else b""
    main = sink.main
    main.write(mark + lines.line(rows.header))
    beside = sink.beside(names.ARTICLES) if own.flag(WITH_ARTICLES.name) else None
    if beside is not None:
        beside.write(mark + lines.line(rows.header_of_articles))
    for item in items:
        of_annotations, of_articles = rows.add(item)
        main.write(b"".join(map(lines.line, of_annotations)))
        if beside is not None:
            beside.write(b"".join(map(lines.line, of_articles)))
    return tally.report()


def files(options: ExportOptions) -> tuple[FileName, ...]:
    has_articles = options.own.flag(WITH_ARTICLES.name)
    return (FileName(), FileName(names.ARTICLES)) if has_articles else (FileName(),)


HOLDS = Holds(
    several_layers=True,
    attributes=True,
    relations=True,
    zones=True,
    notes=True,
    nested=True,
    crossing=True,
    sub_word=True,
    status=True,
)

EXPORTER = Exporter(
    "table",
    ".csv",
    Words("Table of annotations (CSV)", "جدول الوسوم (CSV)"),
    Words(
        "A row for each annotation, with its words, sentence, values and who spoke: to count, filter and chart in R, pandas or a "
        "spreadsheet.",
        "صف لكل وسم بكلماته وجملته وقيمه ومن تكلّم: للعدّ والفرز والرسم في R أو pandas أو جدول بيانات.",
    ),
    write,
    HOLDS,
    (WITH_ARTICLES, CONTEXT, DELIMITER, EXCEL),
    files,
    purpose=Purpose.ANALYSE,
    tools=("R", "pandas", "Excel", "LibreOffice"),
)
