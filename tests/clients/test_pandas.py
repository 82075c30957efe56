"""pandas reads the table of annotations: as many rows as annotations, and the words that are there."""

import json

import pandas
import pytest

from annotator.project import Project

LINES = [
    {
        "text": "قال 🙂 «نعم»\nثم\u2028انتهى\u00a0=1+1",
        "spans": [
            [0, 3, "actor"],
            [4, 12, "quote"],
            [7, 10, "date"],
            [21, 25, "actor"],
            [12, 16, "date"],
        ],
    },
    {"text": 'NA قال "بوتين", ثم; نعم', "spans": [[0, 2, "actor"], [7, 14, "actor"]]},
]


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("table", {}),
        ("table", {"delimiter": "tab", "excel": True}),
        ("table-xlsx", {}),
    ],
)
def test_pandas_reads_a_row_an_annotation(tmp_path, name, options):
    file = tmp_path / "a.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in LINES), encoding="utf-8")
    with Project.create(tmp_path / "project") as project:
        project.import_files(file, options={"annotator": "sara", "offset_unit": "codepoint"})
        texts = {entry.id: project.article(entry.id).text for entry in project.entries()}
        suffix = ".xlsx" if name == "table-xlsx" else ".csv"
        project.export(tmp_path / f"out{suffix}", format=name, options=options)
    if suffix == ".xlsx":
        table = pandas.read_excel(
            tmp_path / "out.xlsx",
            sheet_name="annotations",
            keep_default_na=False,
            engine="openpyxl",
        )
    else:
        sign = "\t" if options else ","
        encoding = "utf-8-sig" if options else "utf-8"
        table = pandas.read_csv(
            tmp_path / "out.csv", sep=sign, encoding=encoding, keep_default_na=False
        )
    assert len(table) == 7
    for row in table.itertuples():
        there = texts[row.article_id][row.start : row.end]
        assert row.text in (there, f"'{there}" if options else there)
