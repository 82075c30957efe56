"""A table of annotations as a workbook of Excel: one sheet of annotations, one of articles, no cell that is run as a formula."""

import re
import shutil
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from annotator import table_columns as names
from annotator.errors import ExportFailure
from annotator.exporters.base import Exportable, Exporter, ExportOptions, Sink
from annotator.exporters.loss import LossReport, Tally
from annotator.exporters.tables.annotation_rows import (
    CONTEXT,
    WITH_ARTICLES,
    Cell,
    TableRows,
)
from annotator.exporters.tables.csv_table import HOLDS
from annotator.format_facts import Needs, Purpose
from annotator.options import Words

NEEDS = Needs("openpyxl", "xlsx")

MOST_ROWS = 1_048_576
"""Rows of a sheet. Source: Excel specifications and limits, Microsoft."""

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The time of everything in a workbook: the first that a zip can say."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SPECIAL = re.compile(r"[=#]")
"""How cells begin that the writer would take for formulas and errors."""

_WIDTHS = {"text": 40, "sentence": 60, "title": 30, "note": 30, names.BEFORE: 30, names.AFTER: 30}
"""Letters that a column shows; others are as wide as spreadsheets make them."""


class _Sheet:
    """Rows of one kind; where a sheet is full, another goes on."""

    def __init__(self, book: Any, cell: Any, name: str, header: Sequence[str]) -> None:
        self._book, self._cell, self._name, self._header = book, cell, name, header
        self._rows = self._number = 0
        self._sheet: Any = None
        self._begin()

    def add(self, row: Sequence[Cell]) -> None:
        if self._rows == MOST_ROWS:
            self._begin()
        self._sheet.append([self._fit(name, v) for name, v in zip(self._header, row, strict=True)])
        self._rows += 1

    def _begin(self) -> None:
        self._number += 1
        name = self._name if self._number == 1 else f"{self._name} {self._number}"
        self._sheet = self._book.create_sheet(name)
        self._sheet.freeze_panes = "A2"
        for number, column in enumerate(self._header):
            if column in _WIDTHS:
                self._sheet.column_dimensions[_letters(number)].width = _WIDTHS[column]
        self._sheet.append(list(self._header))
        self._rows = 1

    def _fit(self, name: str, value: Cell) -> object:
        """Return what goes into a cell: text that is text whatever it looks like, and fits."""
        if not isinstance(value, str):
            return value
        if not value:
            return None
        words = _LOOKS_ESCAPED.sub("_x005F_", value)
        words = _CONTROL.sub(lambda found: f"_x{ord(found.group()):04X}_", words)
        if len(words) > names.PIECE and _size(words) > names.CELL:
            words = self._cut(name, words)
        if not _SPECIAL.match(words):
            return words
        cell = self._cell(self._sheet, value=words)
        cell.data_type = "s"
        return cell

    def _cut(self, name: str, words: str) -> str:
        """Cut what is only shown; raise `ExportFailure` for what would be lost."""
        if name in ("text", "sentence", names.BEFORE, names.AFTER) or name.endswith("_text"):
            return words[: names.PIECE]
        raise ExportFailure(
            f"{name} of one annotation is longer than a cell of a spreadsheet holds ({names.CELL}): «{words[:60]}…»; export it as CSV"
        )


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write a row an annotation, and the articles on a sheet of their own; see `exporters.base.Exporter`."""
    openpyxl: Any = NEEDS.load()
    tally = Tally()
    rows = TableRows(options, tally, cell_holds=names.PIECE)
    book = openpyxl.Workbook(write_only=True)
    new_cell = openpyxl.cell.WriteOnlyCell
    annotations = _Sheet(book, new_cell, names.ANNOTATIONS, rows.header)
    has_articles = options.own.flag(WITH_ARTICLES.name)
    articles = (
        _Sheet(book, new_cell, names.ARTICLES, rows.header_of_articles) if has_articles else None
    )
    try:
        for item in items:
            of_annotations, of_articles = rows.add(item)
            for row in of_annotations:
                annotations.add(row)
            if articles is not None:
                for row in of_articles:
                    articles.add(row)
    except BaseException:
        for (
            sheet
        ) in book.worksheets:  # each holds a file open, and complains of it when it is let go
            sheet.close()
        raise
    _save(book, sink)
    return tally.report()


class _Archive(zipfile.ZipFile):
    """A zip whose files all have one time, so that the same articles give the same bytes whenever they are written."""

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        info = zipfile.ZipInfo.from_file(filename, arcname)
        info.date_time, info.external_attr = _MOMENT, 0
        info.compress_type = zipfile.ZIP_DEFLATED
        with Path(filename).open("rb") as part, self.open(info, "w") as written:
            shutil.copyfileobj(part, written)

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        info = zipfile.ZipInfo(str(zinfo_or_arcname), _MOMENT)
        super().writestr(info, data, zipfile.ZIP_DEFLATED)


def _save(book: Any, sink: Sink) -> None:
    from openpyxl.writer.excel import ExcelWriter

    moment = datetime(*_MOMENT)  # noqa: DTZ001 - a zip knows no time zones
    book.properties.created = book.properties.modified = moment
    with _Archive(sink.main, "w", zipfile.ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).write_data()


def _letters(number: int) -> str:
    """Return what a spreadsheet calls the column with this number from 0."""
    first, last = divmod(number, 26)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)


def _size(words: str) -> int:
    """Return how many characters a spreadsheet counts: UTF-16 units."""
    return len(words) + sum(character > "\uffff" for character in words)


EXPORTER = Exporter(
    "table-xlsx",
    ".xlsx",
    Words("Table of annotations (Excel)", "جدول الوسوم (Excel)"),
    Words(
        "The same table as a workbook for Excel and LibreOffice, with the articles on a second sheet.",
        "الجدول نفسه مصنَّفًا لبرنامجي Excel وLibreOffice، والمقالات في ورقة ثانية.",
    ),
    write,
    HOLDS,
    (WITH_ARTICLES, CONTEXT),
    purpose=Purpose.ANALYSE,
    tools=("Excel", "LibreOffice", "openpyxl"),
    needs=NEEDS,
)
