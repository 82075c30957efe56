"""Layered columns: what a script sees in them, and what the reader refuses."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exporters import Exportable, Reason
from annotator.importers import Imported, Refused
from annotator.model import Origin
from tests.unit.formats.build import (
    export,
    exportable,
    import_text,
    only,
    read,
    refusal,
    spans_of,
    with_spans,
)
from tests.unit.formats.iob2 import Entity, entities
from tests.unit.formats.strategies import exportables

TESTS = Path(__file__).resolve().parents[2]
GOLDEN, DATA = TESTS / "golden", TESTS / "data" / "formats"


def rows_of(written: str) -> list[list[str]]:
    """Return the word, its place and its tags of every row."""
    rows = [line.split() for line in written.split("\n") if line and not line.startswith("#")]
    return [[form, start, end, *tags] for start, end, form, *tags in rows]


def test_a_row_is_a_word_its_place_and_a_tag_a_column():
    item = exportable("[أعلن [بوتين:actor]:quote] أمس", title="عنوان", published="2021-11-09")
    written, report = export("conll-layers", item)
    assert written == (
        "# format = hashiya conll-layers/2\n"
        f"# newdoc id = {item.article.id}\n"
        '# title = "عنوان"\n'
        '# published = "2021-11-09"\n'
        '# annotator = "sara"\n'
        '# status = "in_progress"\n'
        '# text = "أعلن بوتين أمس"\n'
        "# columns = START END FORM NER1 NER2\n"
        "0 4 أعلن B-QUOTE O\n"
        "5 10 بوتين I-QUOTE B-ACTOR\n"
        "11 14 أمس O O\n\n"
    )
    assert (report.written, report.losses) == (2, {})


def test_each_annotation_stands_in_the_first_free_column():
    text = "قال الرئيس الروسي بوتين أمس"
    item = with_spans(
        text,
        (4, 17, "quote"),
        (4, 17, "actor"),
        (11, 23, "agreement"),
        (18, 23, "actor"),
        (24, 27, "date"),
    )
    rows = rows_of(export("conll-layers", item)[0])
    assert [row[3:] for row in rows] == [
        ["O", "O", "O"],
        ["B-QUOTE", "B-ACTOR", "O"],
        ["I-QUOTE", "I-ACTOR", "B-AGREEMENT"],
        ["B-ACTOR", "O", "I-AGREEMENT"],
        ["B-DATE", "O", "O"],
    ]


def test_every_row_names_its_characters():
    item = exportable("🇷🇺 [قال: «[وَ[بوتين:actor]:date]»\u00a0نعم. ثم:quote]\n\nغادر")
    for form, start, end, *_ in rows_of(export("conll-layers", item)[0]):
        assert item.article.text[int(start) : int(end)] == form


def test_words_are_cut_where_an_annotation_begins_or_ends_inside():
    written, report = export("conll-layers", exportable("لقاء و[بوتين:actor] و[علييف:actor]هم"))
    assert [row[0] for row in rows_of(written)] == ["لقاء", "و", "بوتين", "و", "علييف", "هم"]
    assert report.count(Reason.SPLIT) == 2


def test_neighbours_share_a_column():
    rows = rows_of(export("conll-layers", exportable("لقاء [و:date][بوتين:actor][هم:actor]"))[0])
    assert rows[1:] == [
        ["و", "5", "6", "B-DATE"],
        ["بوتين", "6", "11", "B-ACTOR"],
        ["هم", "11", "13", "B-ACTOR"],
    ]


def test_a_piece_of_a_word_that_nobody_sees_is_shown_as_such():
    item = with_spans("می\u200cرود", (0, 2, "actor"), (2, 3, "date"), (3, 6, "quote"))
    rows = rows_of(export("conll-layers", item)[0])
    assert [row[0] for row in rows] == ["می", "_", "رود"]


def test_white_space_at_an_edge_gets_a_row_of_its_own():
    written, report = export(
        "conll-layers", with_spans("قال  بوتين", (4, 10, "actor"), (0, 3, "date"))
    )
    assert rows_of(written) == [
        ["قال", "0", "3", "B-DATE"],
        ["_", "4", "5", "B-ACTOR"],
        ["بوتين", "5", "10", "I-ACTOR"],
    ]
    assert (report.count(Reason.PADDED), report.written) == (1, 2)


def test_each_sentence_is_strict_iob2_by_itself_and_says_what_goes_on():
    written, _ = export(
        "conll-layers", exportable("[[قال:actor].\nنعم [بوتين.\nثم:agreement]:quote] غادر")
    )
    body = written.split("# columns = START END FORM NER1 NER2\n")[1].rstrip("\n")
    blocks = [block.split("\n") for block in body.split("\n\n")]
    assert [[line for line in block if line.startswith("#")] for block in blocks] == [
        [],
        ["# continues = NER1"],
        ["# continues = NER1 NER2"],
    ]
    sentences = [rows_of("\n".join(block)) for block in blocks]
    assert [entities(sentence, 3) for sentence in sentences] == [
        [Entity("QUOTE", ("قال", "."))],
        [Entity("QUOTE", ("نعم", "بوتين", "."))],
        [Entity("QUOTE", ("ثم",))],
    ]


def test_a_token_that_looks_like_a_comment_stays_a_row(tmp_path: Path):
    item = with_spans("# text = 7 وهم # 2 3", (0, 1, "actor"), (2, 8, "quote"))
    back = only(import_text(tmp_path, "a.conll", export("conll-layers", item)[0]))
    assert back.article == item.article
    assert spans_of(back.layers[0]) == spans_of(item.layers[0])
    assert {annotation.origin for annotation in back.layers[0]} == {Origin.IMPORTED}


GOOD = export("conll-layers", exportable("[قال [بوتين:actor].\nنعم:quote] أمس"))[0]


@pytest.mark.parametrize(
    ("old", "new", "number", "reason"),
    [
        ("4 9 بوتين", "4 8 بوتين", 9, "[4, 8) holds «بوتي», but the row says «بوتين»"),
        ("4 9 بوتين", "4 99 بوتين", 9, "[4, 99) is not a range after 3 in a text of 18 characters"),
        ("4 9 بوتين", "9 4 بوتين", 9, "[9, 4) is not a range"),
        ("4 9 بوتين", "2 9 بوتين", 9, "[2, 9) is not a range after 3"),
        ("4 9 بوتين", "بوتين", 9, "is not a row of START END FORM and tags"),
        ("I-QUOTE B-ACTOR", "I-QUOTE", 9, "the row has 1 tags, and # columns names 2"),
        (
            "I-QUOTE B-ACTOR",
            "I-QUOTE I-ACTOR",
            9,
            "tag 'I-ACTOR' in NER2 goes on with nothing of that label",
        ),
        (
            "I-QUOTE B-ACTOR",
            "I-DATE B-ACTOR",
            9,
            "tag 'I-DATE' in NER1 goes on with nothing of that label",
        ),
        ("I-QUOTE B-ACTOR", "S-QUOTE O", 9, "tag 'S-QUOTE' is not O, B-LABEL or I-LABEL"),
        ("continues = NER1", "continues = NER2", 13, "NER2, in which nothing goes on"),
        (
            "# continues = NER1\n11 14 نعم B-",
            "11 14 نعم I-",
            12,
            "goes on with nothing of that label",
        ),
        ("11 14 نعم B-QUOTE", "11 14 نعم B-DATE", 13, "goes on with nothing of that label"),
        ("continues = NER1", "continues = NER9", 12, "NER9, which # columns does not"),
        ("B-ACTOR", "B-PERSON", 2, "'person' 1. The project's are actor, date"),
        ('"in_progress"', '"ready"', 2, "status 'ready' is not one of"),
        ('"in_progress"', "ready", 5, "# status is not JSON"),
        ("15 18 أمس", "15 18 غدا", 14, "holds «أمس», but the row says «غدا»"),
        ("نعم أمس", "نعم غدا", 14, "holds «غدا»"),
        ("newdoc id = ", "newdoc id = 0", 2, "the text was changed"),
        ("START END FORM", "FORM", 7, "# columns must be START END FORM"),
    ],
)
def test_a_damaged_article_is_refused_with_its_line_and_the_others_are_taken(
    tmp_path: Path, old: str, new: str, number: int, reason: str
):
    assert old in GOOD
    other = export("conll-layers", exportable("نص [علييف:actor]"))[0]
    outcomes = import_text(tmp_path, "a.conll", GOOD.replace(old, new) + other)
    said = refusal(outcomes)
    assert said.startswith(f"a.conll, line {number}: ")
    assert reason in said
    assert [outcome.article.text for outcome in outcomes if isinstance(outcome, Imported)] == [
        "نص علييف"
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "holds no article"),
        ("# format = hashiya conll-layers/3\n", "update Hashiya"),
        ("-DOCSTART- -X- O O\n\nقال -X- -X- O\n\n", "flat CoNLL does not hold the text"),
        (GOOD.replace('# text = "', '# t = "'), "before the comments # text and # columns"),
        ("# newdoc id = 1\n", "the article has no 'text'"),
        (GOOD.replace('# annotator = "sara"\n', ""), "name the annotator"),
        (GOOD + GOOD, "already gave sara's layer"),
        (GOOD.encode() + b"\xff\n", "not UTF-8"),
    ],
)
def test_a_file_that_is_not_ours_is_refused(tmp_path: Path, content: str | bytes, reason: str):
    assert reason in refusal(import_text(tmp_path, "a.conll", content))


def test_windows_line_ends_and_a_byte_order_mark_do_not_matter(tmp_path: Path):
    changed = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    assert only(import_text(tmp_path, "a.conll", changed)) == only(
        import_text(tmp_path, "b.conll", GOOD)
    )


def test_a_layer_without_a_name_goes_to_the_annotator_named(tmp_path: Path):
    nameless = GOOD.replace('# annotator = "sara"\n', "")
    assert (
        only(import_text(tmp_path, "a.conll", nameless, annotator="ali")).layers[0].annotator
        == "ali"
    )


def test_every_row_of_a_file_has_as_many_columns():
    items = [exportable("[قال:actor]"), exportable("[أعلن [بوتين:actor]:quote]"), exportable("نص")]
    written, _ = export("conll-layers", *items)
    assert {len(row) for row in rows_of(written)} == {5}
    assert written.count("# columns = START END FORM NER1 NER2\n") == 3


@given(st.lists(exportables(), max_size=4))
def test_no_row_begins_like_a_comment_and_all_have_as_many_columns(items: list[Exportable]):
    written, _ = export("conll-layers", *items)
    rows = [line for line in written.split("\n") if line and not line.startswith("# ")]
    assert all(line[0].isdecimal() for line in rows)
    assert len({len(line.split(" ")) for line in rows}) <= 1
    assert len(set(re.findall("^# columns = .*$", written, re.MULTILINE))) <= 1


def test_a_file_of_the_first_layout_is_still_read(tmp_path: Path):
    then = read(DATA / "layers-1.conll")
    now = import_text(tmp_path, "a.conll", (GOLDEN / "news.layers.conll").read_bytes())
    assert len(then) == 2
    assert then == now


def test_of_files_put_together_the_guilty_line_costs_only_its_own_article(tmp_path: Path):
    first, second, third = (
        export("conll-layers", exportable(f"{name} [بوتين:actor]"))[0].encode()
        for name in ("ألف", "باء", "جيم")
    )
    mark = b"\xef\xbb\xbf"
    outcomes = import_text(tmp_path, "a.conll", mark + first + mark + second + mark * 2 + third)
    assert texts_of(outcomes) == ["ألف بوتين", "باء بوتين", "جيم بوتين"]
    damaged = second.replace(b"B-ACTOR", b"B-\xff")
    outcomes = import_text(tmp_path, "b.conll", first + damaged + third)
    assert texts_of(outcomes) == ["ألف بوتين", "جيم بوتين"]
    assert "not UTF-8" in refusal(outcomes)
    future = second.replace(b"conll-layers/2", b"conll-layers/3")
    outcomes = import_text(tmp_path, "c.conll", first + future + third)
    assert texts_of(outcomes) == ["ألف بوتين", "جيم بوتين"]
    assert "update Hashiya" in refusal(outcomes)


def texts_of(outcomes: list[Imported | Refused]) -> list[str]:
    return [outcome.article.text for outcome in outcomes if isinstance(outcome, Imported)]
