"""Tables as other programs write them: headers in many words, an annotation a row, other signs between cells."""

import pytest

from annotator.importers import Imported, Refused
from annotator.importers.recognising import NotReadError, recognise
from annotator.project import Project
from tests.unit.formats.build import import_text, line, only, refusal, spans_of

TEXT = "🙂 قال محمود عباس: نعم."


def articles(outcomes):
    return [one for one in outcomes if isinstance(one, Imported)]


@pytest.mark.parametrize(
    "header",
    [
        "رقم,عنوان المقال,نص المقال,تاريخ النشر,رابط الخبر,المصدر",
        "#,Title,Full Text,Date Published,URL,source_name",
        "id,headline,article_text,pub_date,articleUrl,publisher",
        "text_id,news_title,news_text,published_at,link,Source",
    ],
)
def test_headers_of_several_words_are_understood(tmp_path, header):
    rows = "1,عنوان,قال عباس نعم,2021-05-12,https://example.org,وفا\n"
    for name in ("a.csv", "a.txt", "a.dat"):
        found = only(import_text(tmp_path, name, f"{header}\n{rows}")).article
        assert (found.text, found.title, found.published) == ("قال عباس نعم", "عنوان", "2021-05-12")
        assert (found.url, found.source) == ("https://example.org", "وفا")


@pytest.mark.parametrize(
    "header", ["id,text_length", "text_lang,date", "full text,main text", "رقم النص,عدد كلمات النص"]
)
def test_what_only_mentions_a_text_is_none(tmp_path, header):
    assert "--text-column" in refusal(import_text(tmp_path, "a.csv", f"{header}\n1,2\n3,4\n"))


def test_a_column_that_is_called_so_counts_before_one_with_a_word_beside_it(tmp_path):
    found = only(import_text(tmp_path, "a.csv", "full_text,text\nقال كله,قال\n"))
    assert (found.article.text, found.article.extra) == ("قال", {"full_text": "قال كله"})


ROWS = f"""doc_id,text,start,end,label,mention,annotator
1,"{TEXT}",6,16,actor,محمود عباس,سارة
1,"{TEXT}",18,21,quote,نعم,سارة
1,"{TEXT}",18,21,quote,لا,سارة
1,"{TEXT}",x,21,quote,,سارة
2,"لا شيء هنا",,,,,
"""


def test_rows_of_annotations_are_brought_together(tmp_path):
    outcomes = import_text(tmp_path, "a.csv", ROWS)
    one, two = articles(outcomes)
    [layer] = one.layers
    assert (layer.annotator, spans_of(layer)) == ("سارة", [(6, 16, "actor"), (18, 21, "quote")])
    assert (two.article.text, two.layers) == ("لا شيء هنا", ())
    refused = [str(one) for one in outcomes if isinstance(one, Refused)]
    assert ["row 4: left out 1" in r or "row 5: left out 1" in r for r in refused] == [True, True]


def test_units_of_javascript_are_told_by_the_words(tmp_path):
    wide = ROWS.replace("6,16", "7,17").replace("18,21", "19,22")
    layer = articles(import_text(tmp_path, "a.csv", wide))[0].layers[0]
    assert spans_of(layer) == [(6, 16, "actor"), (18, 21, "quote")]


def test_without_a_name_the_annotator_is_asked_for(tmp_path):
    rows = "text,begin,end,tag\nقال عباس نعم,4,8,actor\n"
    assert "--annotator" in refusal(import_text(tmp_path, "a.csv", rows))
    found = only(import_text(tmp_path, "a.csv", rows, annotator="sara"))
    assert spans_of(found.layers[0]) == [(4, 8, "actor")]


@pytest.mark.parametrize("suffix", [".csv", ".txt", ".dat"])
@pytest.mark.parametrize("content", ["sep=;\nعنوان;نص\nأ;قال عباس\n", "title|text\nأ|قال عباس\n"])
def test_the_sign_between_cells_is_found(tmp_path, content, suffix):
    found = only(import_text(tmp_path, f"a{suffix}", content)).article
    assert (found.title, found.text) == ("أ", "قال عباس")


def test_one_column_of_texts_is_asked_about_under_another_name(tmp_path):
    for name in ("a.csv", "a.txt"):
        (tmp_path / name).write_text("النص\nقال عباس\nقال بوتين\n", encoding="utf-8")
    assert recognise(tmp_path / "a.csv")[0].name == "table"
    with pytest.raises(NotReadError, match="--format table or --format txt"):
        recognise(tmp_path / "a.txt")


def test_a_damaged_workbook_is_called_so(tmp_path):
    assert "damaged workbook" in refusal(
        import_text(tmp_path, "a.xlsx", b"PK\x03\x04" + b"\0" * 99)
    )


def test_line_ends_of_old_macs_are_line_ends(tmp_path):
    found = import_text(tmp_path, "a.csv", "title,text\rأ,قال عباس\rب,قال بوتين\r")
    assert [one.article.text for one in articles(found)] == ["قال عباس", "قال بوتين"]


def test_rows_of_other_lengths_under_another_name_are_asked_about(tmp_path):
    (tmp_path / "a.txt").write_text("title,text\nأ,قال\nب\n,,,,\n,,\n", encoding="utf-8")
    with pytest.raises(NotReadError, match="--format table or --format txt"):
        recognise(tmp_path / "a.txt")


def test_a_table_without_a_header_has_columns_by_number(tmp_path):
    rows = "1\tقال عباس نعم\tوفا\n2\tقال بوتين لا\tتاس\n3\tقال سيسي\tأهرام\n"
    assert "its number where the table has no header" in refusal(
        import_text(tmp_path, "a.tsv", rows)
    )
    found = articles(import_text(tmp_path, "a.tsv", rows, text_column="2"))
    assert [one.article.text for one in found] == ["قال عباس نعم", "قال بوتين لا", "قال سيسي"]
    assert found[0].article.extra == {"column 1": "1", "column 3": "وفا"}
    said = refusal(import_text(tmp_path, "a.tsv", rows, text_column="4"))
    assert "there is no column '4'" in said


def imported(tmp_path, name, content, **options):
    (tmp_path / name).write_text(content, encoding="utf-8")
    with Project.create(tmp_path / "p") as project:
        return project.import_files([tmp_path / name], options=options).lines()


def test_what_differs_in_a_value_alone_is_said_once(tmp_path):
    rows = "".join(f"قال عباس {n},اليوم رقم {n}\n" for n in range(60))
    taken, note = imported(tmp_path, "a.csv", f"text,date\n{rows}")
    assert taken.endswith("took 60 articles")
    assert "'اليوم رقم 0' is no day that can be read" in note
    assert note.endswith("(60 articles, this is the first)")


def test_what_is_refused_for_one_reason_is_said_once(tmp_path):
    rows = "".join(line(text=f"قال {n}", label=[[0, 3, "actor"]]) for n in range(60))
    _, note, refused = imported(tmp_path, "a.jsonl", rows)
    assert note.startswith("  note: read as doccano")
    assert "line 1: the file does not say who annotated it" in refused
    assert refused.endswith("(and 59 more like it)")


def test_texts_of_brat_without_annotations_are_counted(tmp_path):
    folder = tmp_path / "b"
    folder.mkdir()
    for n in range(9):
        (folder / f"{n}.txt").write_text(f"قال {n}", encoding="utf-8")
    (folder / "0.ann").write_text("T1\tactor 0 3\tقال\n", encoding="utf-8")
    with Project.create(tmp_path / "p") as project:
        lines = project.import_files([folder]).lines()
    assert [said for said in lines if "no .ann" in said] == [
        "  note: 8 text(s) have no .ann beside them: taken without annotations"
    ]


def test_offsets_that_nothing_explains_are_code_points_and_it_is_said(tmp_path):
    rows = "text,start,end,label\n🙂 قال نعم,6,7,actor\n"
    found = only(import_text(tmp_path, "a.csv", rows, annotator="sara"))
    assert spans_of(found.layers[0]) == [(6, 7, "actor")]
    assert any("taken to count code points" in note for note in found.notes)
    asked = only(import_text(tmp_path, "a.csv", rows, annotator="sara", offset_unit="utf16"))
    assert spans_of(asked.layers[0]) == [(5, 6, "actor")]
    assert not any("taken to count" in note for note in asked.notes)
