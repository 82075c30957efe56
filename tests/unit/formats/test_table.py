"""Tables of texts read: encodings, delimiters, headers, and what is refused."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.importers import Imported, Noted, Refused, settling
from annotator.importers.recognising import NotReadError, recognise

FILES = Path(__file__).resolve().parents[2] / "data" / "imports"


def read(path, format_name="auto", **options):
    importer, _ = recognise(path, format_name)
    assert importer.name == "table"
    return list(settling.read(importer, path, importer.choose(options)))


@pytest.mark.parametrize("suffix", [".csv", ".txt", ".dat"])
@pytest.mark.parametrize("name", ["excel_cp1256.csv", "excel_utf8_bom.csv"])
def test_what_spreadsheets_save_gives_an_article_a_row(tmp_path, name, suffix):
    path = tmp_path / f"a{suffix}"
    path.write_bytes((FILES / name).read_bytes())
    one, two = (outcome.article for outcome in read(path))
    assert (
        one.text
        == "قال الرئيس محمود عبّاس يوم 12 أيار 2021: «وقّعنا اتفاق السلام في القاهرة أمس». ثم التقى بوفد حماس."
    )
    assert (one.title, one.published, one.extra) == ("عباس في القاهرة", "2021-05-12", {"id": "1"})
    assert (
        two.text
        == 'وصل وزير خارجية مصر إلى الدوحة.\nوقال لأرمينيا وأذربيجان: «نعم».\nوجاء في "البيان"; انتهى'
    )
    assert two.title == "بيان; الأمم المتحدة"


CELL = st.text(st.sampled_from('قاب 🙂"،,;\t\n\u00a0\u2028\u200e'), max_size=12)
TEXT = CELL.filter(lambda cell: any(letter in "قاب" for letter in cell))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@given(rows=st.lists(st.tuples(TEXT, CELL), min_size=1, max_size=4))
def test_texts_are_what_was_written(tmp_path_factory, delimiter, encoding, rows):
    written = io.StringIO(newline="")
    table = csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    table.writerows([("رقم", "نص", "desk"), *((n, *row) for n, row in enumerate(rows))])
    path = tmp_path_factory.getbasetemp() / "table.csv"
    path.write_bytes(written.getvalue().encode(encoding))
    found = read(path, "table", first_line_is_title=False)
    assert [outcome.article.text for outcome in found] == [text for text, _ in rows]
    assert [outcome.article.extra.get("desk", "") for outcome in found] == [
        cell for _, cell in rows
    ]


def test_rows_without_a_text_are_counted_and_the_column_can_be_named(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("id,story,text\n1,قال,\n2,نعم,x\n3,,y\n", encoding="utf-8")
    found = read(path)
    assert [o.article.text for o in found if isinstance(o, Imported)] == ["x", "y"]
    assert [o.note for o in found if isinstance(o, Noted)] == [
        "passed over 1 row(s) without a text"
    ]
    named = read(path, text_column="story")
    assert [o.article.text for o in named if isinstance(o, Imported)] == ["قال", "نعم"]
    assert [o.article.extra.get("original_text") for o in named[:2]] == [None, "x"]
    [refused] = read(path, text_column="gone")
    assert "there is no column 'gone', but id, story, text" in str(refused)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"a,b,c\n1,2,3\n4,5,6\n", "--text-column"),
        (b"id,text\n", "no row under its header"),
        (b"id,text\n1,\xff\xfe\n", "not utf-8"),
        ("id,text\n1,أ\0ب\n".encode(), "NUL"),
    ],
)
def test_what_is_no_table_of_texts_is_refused(tmp_path, content, reason):
    (tmp_path / "a.csv").write_bytes(content)
    [refused] = [o for o in read(tmp_path / "a.csv", "table") if isinstance(o, Refused)]
    assert reason in str(refused)


def test_rows_of_cells_under_another_name_are_asked_about(tmp_path):
    (tmp_path / "a.txt").write_text("a\tb\nc\td\ne\tf\n", encoding="utf-8")
    with pytest.raises(NotReadError, match="--format table or --format txt"):
        recognise(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("عنوان\tنص\nأول\tقال بوتين\n", encoding="utf-8")
    assert recognise(tmp_path / "b.txt")[0].name == "table"
