"""CoNLL-2003 as strict readers of IOB2 want it, with an account of what one column cannot hold."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import ExportFailure
from annotator.exporters import Exportable, LossReport, Reason
from annotator.model import Layer
from tests.unit.formats.build import export, export_all, exportable, with_spans
from tests.unit.formats.iob2 import Entity, all_entities, entities, read_documents
from tests.unit.formats.strategies import LABELS, exportables


def entity(label: str, words: str) -> Entity:
    return Entity(label, tuple(words.split()))


def test_a_small_article_reads_as_it_was_annotated():
    item = exportable(
        "قال [فلاديمير بوتين:actor] في [9 نوفمبر 2021:date]:\u00a0«نعم». ثم غادر [علييف:actor]."
    )
    written, report = export("conll2003", item)
    assert written == (
        "-DOCSTART- -X- O O\n\n"
        "قال -X- -X- O\nفلاديمير -X- -X- B-ACTOR\nبوتين -X- -X- I-ACTOR\nفي -X- -X- O\n"
        "9 -X- -X- B-DATE\nنوفمبر -X- -X- I-DATE\n2021 -X- -X- I-DATE\n: -X- -X- O\n"
        "« -X- -X- O\nنعم -X- -X- O\n» -X- -X- O\n. -X- -X- O\n\n"
        "ثم -X- -X- O\nغادر -X- -X- O\nعلييف -X- -X- B-ACTOR\n. -X- -X- O\n\n"
    )
    assert report == LossReport(articles=1, annotations=3, written=3)


def test_two_columns_are_the_word_and_its_tag():
    written, _ = export("conll2003", exportable("قال [بوتين:actor]"), columns=2)
    assert written == "-DOCSTART- -X- O O\n\nقال O\nبوتين B-ACTOR\n\n"


def test_neighbours_of_one_label_stay_apart():
    written, _ = export("conll2003", exportable("[بوتين:actor] [علييف:actor]"))
    assert all_entities(written) == [entity("ACTOR", "بوتين"), entity("ACTOR", "علييف")]


def test_every_article_is_a_document():
    written, report = export(
        "conll2003", exportable("[بوتين:actor]"), exportable("قال"), exportable("نعم. لا")
    )
    assert [len(document) for document in read_documents(written)] == [1, 1, 2]
    assert report.articles == 3


NESTED = "[أعلن [بوتين:actor] عن [[اتفاق:agreement] [موسكو:actor]:agreement]:quote]"


@pytest.mark.parametrize(
    ("nested", "expected", "dropped"),
    [
        ("outermost", [entity("QUOTE", "أعلن بوتين عن اتفاق موسكو")], 4),
        (
            "innermost",
            [entity("ACTOR", "بوتين"), entity("AGREEMENT", "اتفاق"), entity("ACTOR", "موسكو")],
            2,
        ),
    ],
)
def test_the_nested_policy_decides_which_level_is_kept(
    nested: str, expected: list[Entity], dropped: int
):
    written, report = export("conll2003", exportable(NESTED), nested=nested)
    assert all_entities(written) == expected
    assert (report.annotations, report.written, report.count(Reason.NESTED)) == (
        5,
        5 - dropped,
        dropped,
    )


def test_per_label_is_one_file_for_each_label():
    files, total = export_all("conll2003", exportable(NESTED, zones=((0, 4),)), nested="per-label")
    assert tuple(files) == LABELS
    assert all_entities(files["actor"]) == [entity("ACTOR", "بوتين"), entity("ACTOR", "موسكو")]
    assert all_entities(files["agreement"]) == [entity("AGREEMENT", "اتفاق موسكو")]
    assert all_entities(files["quote"]) == [entity("QUOTE", "أعلن بوتين عن اتفاق موسكو")]
    assert all_entities(files["date"]) == []
    assert (total.articles, total.count(Reason.ZONES)) == (1, 1)
    assert (total.annotations, total.written, total.count(Reason.NESTED)) == (5, 4, 1)


def test_the_report_of_a_file_for_each_label_names_examples_label_by_label():
    items = [exportable(f"[أ{n} [ب:{label}]:{label}]") for n, label in enumerate(LABELS[::-1])]
    _, total = export_all("conll2003", *items, nested="per-label")
    assert [line.split()[3] for line in total.lines() if line.startswith("    ")] == list(
        LABELS[:3]
    )


def test_of_crossing_annotations_the_longer_is_kept():
    item = with_spans("قال بوتين إن علييف قادم", (0, 12, "quote"), (4, 23, "agreement"))
    written, report = export("conll2003", item)
    assert all_entities(written) == [entity("AGREEMENT", "بوتين إن علييف قادم")]
    assert report.count(Reason.CROSSING) == 1


def test_of_the_same_words_the_first_label_of_the_schema_is_kept():
    item = with_spans("قال بوتين", (4, 9, "agreement"), (4, 9, "actor"))
    written, report = export("conll2003", item)
    assert all_entities(written) == [entity("ACTOR", "بوتين")]
    assert report.count(Reason.SAME_EXTENT) == 1


SUB_WORD = with_spans("لقاء وبوتين وعلييف", (6, 11, "actor"), (12, 13, "date"), (13, 18, "actor"))


def test_an_edge_inside_a_word_widens_to_it():
    written, report = export("conll2003", SUB_WORD)
    assert all_entities(written) == [entity("ACTOR", "وبوتين"), entity("ACTOR", "وعلييف")]
    assert (report.count(Reason.EXPANDED), report.count(Reason.SAME_TOKEN), report.written) == (
        2,
        1,
        2,
    )


def test_a_word_can_be_split_at_the_edges_instead():
    written, report = export("conll2003", SUB_WORD, misaligned="split")
    assert [row[0] for row in read_documents(written)[0][0]] == ["لقاء", "و", "بوتين", "و", "علييف"]
    assert all_entities(written) == [
        entity("ACTOR", "بوتين"),
        entity("DATE", "و"),
        entity("ACTOR", "علييف"),
    ]
    assert (report.count(Reason.SPLIT), report.dropped, report.written) == (3, 0, 3)


def test_a_word_is_not_split_for_what_is_not_written():
    item = with_spans("قال وبوتين نعم", (0, 14, "quote"), (5, 10, "actor"))
    written, _ = export("conll2003", item, misaligned="split")
    assert [row[0] for row in read_documents(written)[0][0]] == ["قال", "وبوتين", "نعم"]


def test_annotations_with_an_edge_inside_a_word_can_be_dropped():
    written, report = export("conll2003", SUB_WORD, misaligned="drop")
    assert all_entities(written) == []
    assert (report.count(Reason.MISALIGNED), report.dropped) == (3, 3)


def test_an_edge_inside_a_word_can_be_an_error():
    with pytest.raises(
        ExportFailure, match=r"edge lies inside a token: .* \[6, 11\) actor «بوتين»"
    ):
        export("conll2003", SUB_WORD, misaligned="error")
    export("conll2003", exportable("قال [بوتين:actor]"), misaligned="error")


def test_an_annotation_over_the_end_of_a_sentence_begins_anew_behind_it():
    item = exportable("قال: [نعم. ثم قال\nلا. انتهى:quote] وغادر")
    written, report = export("conll2003", item)
    assert all_entities(written) == [
        entity("QUOTE", "نعم ."),
        entity("QUOTE", "ثم قال"),
        entity("QUOTE", "لا ."),
        entity("QUOTE", "انتهى"),
    ]
    assert (report.written, report.count(Reason.CUT)) == (1, 1)


def test_white_space_at_the_edges_is_left_out_and_counted():
    item = with_spans("قال بوتين\u00a0\u200f نعم", (3, 10, "actor"))
    written, report = export("conll2003", item)
    assert all_entities(written) == [entity("ACTOR", "بوتين")]
    assert report.count(Reason.TRIMMED) == 1


def test_an_annotation_of_white_space_is_dropped_and_takes_no_place():
    item = with_spans("قال\u00a0بوتين نعم", (3, 4, "date"), (0, 9, "quote"))
    for misaligned in ("expand", "split", "drop", "error"):
        written, report = export("conll2003", item, nested="innermost", misaligned=misaligned)
        assert all_entities(written) == [entity("QUOTE", "قال بوتين")]
        assert (report.count(Reason.NO_TOKEN), report.written) == (1, 1)


def test_what_the_columns_cannot_say_is_counted():
    item = exportable("[بوتين:actor] «[نعم:quote]» ثم", zones=((12, 14),))
    layer = item.layers[0]
    annotations = {
        "a1": replace(layer["a1"], attributes={"canonical": "ف", "x": "y"}),
        "a2": replace(layer["a2"], note="؟"),
    }
    item = replace(item, layers=(replace(layer, annotations=annotations),))
    _, report = export("conll2003", item)
    counts = [
        report.count(reason)
        for reason in (Reason.ATTRIBUTES, Reason.NOTES, Reason.ZONES, Reason.RELATIONS)
    ]
    assert counts == [2, 1, 1, 0]


def test_one_annotator_at_a_time():
    item = exportable("قال [بوتين:actor]")
    both = replace(item, layers=(*item.layers, Layer("ali", item.article.id)))
    for name in ("conll2003", "conll-layers"):
        with pytest.raises(ExportFailure, match="choose one of sara, ali"):
            export(name, both)


@pytest.mark.parametrize(
    "wrong", [{"nested": "inner"}, {"misaligned": "shrink"}, {"columns": 3}, {"columns": True}]
)
def test_wrong_options_are_refused_with_the_right_ones(wrong: dict[str, object]):
    with pytest.raises(ExportFailure, match=r"is not one of .+"):
        export("conll2003", **wrong)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("https://a.org/\x1cb نعم", ["https://a.org/", "b", "نعم"]),
        ("قال \U000e0067\U000e007f نعم", ["قال", "نعم"]),
        ("أ\u180eب \ufff9 ج", ["أ", "ب", "ج"]),
        ("قال\u00a0نعم\u2028\u200fثم\u202f\u0085أ\tب", ["قال", "نعم", "ثم", "أ", "ب"]),
        ("می\u200cرود \u06dd", ["می\u200cرود", "\u06dd"]),
    ],
)
def test_no_word_holds_what_readers_split_at_or_nobody_sees(text: str, forms: list[str]):
    written, _ = export("conll2003", with_spans(text))
    found = [row[0] for sentence in read_documents(written)[0] for row in sentence]
    assert found == forms
    assert [line.split()[0] for line in written.splitlines() if line][1:] == forms


def test_a_piece_of_a_word_that_nobody_sees_is_no_row():
    item = with_spans("می\u200cرود نعم", (0, 2, "actor"), (3, 6, "date"), (2, 3, "quote"))
    written, report = export("conll2003", item, misaligned="split")
    assert [row[0] for row in read_documents(written)[0][0]] == ["می", "رود", "نعم"]
    assert (report.written, report.count(Reason.NO_TOKEN)) == (2, 1)


@given(
    item=exportables(),
    nested=st.sampled_from(["outermost", "innermost"]),
    misaligned=st.sampled_from(["expand", "split", "drop"]),
    columns=st.sampled_from([2, 4]),
)
def test_any_article_makes_a_file_that_strict_readers_take(
    item: Exportable, nested: str, misaligned: str, columns: int
):
    written, report = export(
        "conll2003", item, nested=nested, misaligned=misaligned, columns=columns
    )
    documents = read_documents(written, columns)
    assert len(documents) == 1
    position = 0
    for sentence in documents[0]:
        for row in sentence:
            form = row[0]
            assert not any(unicodedata.category(c) == "Cc" or c.isspace() for c in form)
            assert any(unicodedata.category(c) != "Cf" or c in "\u0600\u06dd" for c in form)
            position = item.article.text.index(form, position) + len(form)
    found = [entity for sentence in documents[0] for entity in entities(sentence)]
    assert report.written + report.dropped == report.annotations == len(item.layers[0])
    assert report.written <= len(found)
    if not report.count(Reason.CUT):
        assert report.written == len(found)


@given(
    st.lists(st.tuples(st.sampled_from([None, *LABELS]), st.integers(1, 3)), min_size=1, max_size=8)
)
def test_entities_are_those_annotated(groups: list[tuple[str | None, int]]):
    words = [[f"كلمة{'ا' * (n + 1)}" for n in range(count)] for _, count in groups]
    drawing = " ".join(
        f"[{' '.join(group)}:{label}]" if label else " ".join(group)
        for (label, _), group in zip(groups, words, strict=True)
    )
    expected = [
        Entity(label.upper(), tuple(group))
        for (label, _), group in zip(groups, words, strict=True)
        if label
    ]
    for misaligned in ("expand", "split", "drop", "error"):
        assert (
            all_entities(export("conll2003", exportable(drawing), misaligned=misaligned)[0])
            == expected
        )
