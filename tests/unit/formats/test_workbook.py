"""Workbooks of texts read: sheets, typed and merged cells, titles above the header, and what is refused."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from annotator.errors import ExportFailure
from annotator.importers import Imported, Noted, Refused, settling
from annotator.importers.recognising import recognise
from tests.unit.formats.build import export_all, exportable

FILES = Path(__file__).resolve().parents[2] / "data" / "imports"


def read(path, **options):
    importer, _ = recognise(path)
    assert importer.name == "table"
    return list(settling.read(importer, path, importer.choose(options)))


@pytest.fixture
def workbook(tmp_path):
    """Return a function that writes sheets of rows and returns the file."""

    def write(merge="", hidden="", **sheets):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
            if merge:
                sheet.merge_cells(merge)
            sheet.sheet_state = "hidden" if name == hidden else "visible"
        book.save(tmp_path / "a.xlsx")
        return tmp_path / "a.xlsx"

    return write


@pytest.mark.parametrize("name", ["a.xlsx", "a.txt", "a.dat", "a.zip"])
def test_a_real_workbook_gives_an_article_a_row(tmp_path, name):
    (tmp_path / name).write_bytes((FILES / "articles.xlsx").read_bytes())
    one, two = (outcome.article for outcome in read(tmp_path / name))
    assert (one.title, one.published, one.extra) == ("عباس في القاهرة", "2021-05-12", {"id": "1"})
    assert two.text.split("\n")[1] == "وقال لأرمينيا وأذربيجان: «نعم»."


def test_typed_cells_are_read_as_people_see_them(workbook):
    row = [7, date(2021, 5, 12), "قال", 0.5, True]
    later = [8, datetime.fromisoformat("2021-05-13T10:30"), "نعم", 1e20, None]
    path = workbook(a=[["id", "date", "نص", "x", "y"], row, later])
    one, two = (outcome.article for outcome in read(path))
    assert (one.published, one.extra) == ("2021-05-12", {"id": "7", "x": "0.5", "y": "TRUE"})
    assert (two.published, two.extra["id"]) == ("2021-05-13", "8")


def test_merged_cells_are_of_every_row_and_empty_rows_are_passed_over(workbook):
    rows = [["تقرير"], [], ["source", "text"], ["وكالة", "قال"], [None, "نعم"], [], ["أخرى", None]]
    found = read(workbook(a=rows, merge="A4:A5"))
    articles = [one.article for one in found if isinstance(one, Imported)]
    assert [(a.text, a.source) for a in articles] == [("قال", "وكالة"), ("نعم", "وكالة")]
    assert [one.note for one in found if isinstance(one, Noted)] == [
        "passed over 1 row(s) without a text"
    ]
    assert found[0].where == "a.xlsx, sheet a, row 4"


def test_sheets_that_are_shown_are_read_or_those_that_are_named(workbook):
    sheets = {n: [["text", "x"], [f"قال {n}", 1]] for n in ("a", "b", "c")}
    path = workbook(hidden="b", **sheets, d=[["x", "y"], [1, 2]])
    found = read(path)
    assert [one.article.text for one in found if isinstance(one, Imported)] == ["قال a", "قال c"]
    assert "1 sheet(s) without a column" in found[-1].note
    assert [one.article.text for one in read(path, sheets="b, a")] == ["قال b", "قال a"]
    [refused] = read(path, sheets="z")
    assert isinstance(refused, Refused)
    assert "there are a, b, c, d" in str(refused)


def test_reversed_text_is_repaired_on_request(workbook):
    path = workbook(a=[["text", "x"], ["ﺓﺮﻫﺎﻘﻟﺍ ﻲﻓ ﺱﺎﺒﻋ", 1]])
    assert read(path, repair_visual=True)[0].article.text == "عباس في القاهرة"
    assert "repair" in "".join(read(path)[0].notes)


def test_without_a_column_of_texts_the_header_is_shown(workbook):
    path = workbook(a=[["id", "story"], [1, "قال"]])
    [refused] = read(path)
    assert "id, story" in str(refused)
    assert [one.article.text for one in read(path, text_column="story")] == ["قال"]


def test_a_damaged_workbook_is_refused(tmp_path):
    raw = (FILES / "articles.xlsx").read_bytes()
    (tmp_path / "a.xlsx").write_bytes(raw[: len(raw) // 2])
    importer, _ = recognise(tmp_path / "a.xlsx", "table")
    [refused] = importer.read(tmp_path / "a.xlsx", importer.choose({}))
    assert isinstance(refused, Refused)


def test_when_it_was_written_is_not_in_it():
    written = export_all("table-xlsx", exportable("قال [بوتين:actor]"))[0][""]
    with zipfile.ZipFile(io.BytesIO(written.encode("utf-8", "surrogateescape"))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        said = archive.read("docProps/core.xml").decode("utf-8")
    assert re.findall(r">(\d{4}-\d\d-\d\d)T", said) == ["1980-01-01", "1980-01-01"]


def test_a_workbook_that_cannot_be_written_leaves_nothing_open():
    item = exportable("قال [بوتين:actor]")
    [annotation] = item.layers[0]
    long = replace(annotation, attributes={"name": "ا" * 40_000})
    layer = replace(item.layers[0], annotations={long.id: long})
    closed: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        close = WriteOnlyWorksheet.close
        patch.setattr(
            WriteOnlyWorksheet, "close", lambda self: (closed.append(self.title), close(self))
        )
        with pytest.raises(ExportFailure, match="export it as CSV"):
            export_all("table-xlsx", replace(item, layers=(layer,)))
    assert sorted(closed) == ["annotations", "articles"]
