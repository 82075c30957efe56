"""GLiNER's rows read and written: words, entities with the last word included, links by the numbers of entities."""

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings

from annotator.exporters import Reason
from annotator.importers import Imported
from tests.unit.formats.build import (
    export,
    exportable,
    import_text,
    linked,
    only,
    refusal,
    spans_of,
    with_spans,
)
from tests.unit.formats.hostile import HOSTILE, links
from tests.unit.formats.strategies import exportables

WORDS = ["قال", "محمود", "عباس"]
ROW = {"tokenized_text": WORDS, "ner": [[1, 2, "actor"], [0, 2, "quote"]]}


def taken(outcomes):
    return [one for one in outcomes if isinstance(one, Imported)]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.txt"])
def test_rows_are_read_with_their_last_words(tmp_path, name):
    row = {**ROW, "relations": [[1, 0, "speaker"]], "negatives": ["date"]}
    content = json.dumps(row) + "\n" if name == "a.jsonl" else json.dumps([row], ensure_ascii=False)
    [one] = taken(import_text(tmp_path, name, content, annotator="s"))
    assert one.article.text == "قال محمود عباس"
    assert spans_of(one.layers[0]) == [(0, 14, "quote"), (4, 14, "actor")]
    assert links(one.layers[0]) == [("speaker", (0, 14, "quote"), (4, 14, "actor"))]
    assert one.article.extra == {}


@pytest.mark.parametrize(
    "bad", [[1, 3, "actor"], [-1, 0, "actor"], [2, 1, "actor"], ["1", 2, "actor"], [1, 2], "x"]
)
def test_an_entity_that_is_none_costs_itself_and_links_keep_their_numbers(tmp_path, bad):
    row = {
        **ROW,
        "ner": [bad, *ROW["ner"]],
        "relations": [[2, 1, "speaker"], [2, 0, "speaker"], [5]],
    }
    outcomes = import_text(tmp_path, "a.json", json.dumps([row]), annotator="s")
    [one] = taken(outcomes)
    assert spans_of(one.layers[0]) == [(0, 14, "quote"), (4, 14, "actor")]
    assert links(one.layers[0]) == [("speaker", (0, 14, "quote"), (4, 14, "actor"))]
    assert any("cannot be read" in str(o) or "left out" in str(o) for o in outcomes)


def test_a_row_without_words_is_refused(tmp_path):
    outcomes = import_text(
        tmp_path, "a.json", json.dumps([ROW, {"tokenized_text": [], "ner": []}]), annotator="s"
    )
    assert "has no words under 'tokenized_text'" in refusal(outcomes)


def written_spans(rows, text):
    """Return what the rows mark, as the words between the first and the last, by GLiNER's own rule."""
    found = []
    for row in rows:
        for first, last, label in row["ner"]:
            assert 0 <= first <= last < len(row["tokenized_text"])
            found.append((tuple(row["tokenized_text"][first : last + 1]), label))
    return sorted(found)


@settings(max_examples=100)
@given(item=exportables())
def test_every_annotation_is_there_or_counted(tmp_path_factory, item):
    for options in ({}, {"rows": "article"}):
        written, report = export("gliner", item, **options)
        rows = json.loads(written)
        text, layer = item.article.text, item.layers[0]
        marked = written_spans(rows, text)
        assert len(marked) == report.written == report.annotations - report.dropped
        assert report.dropped == report.count(Reason.NO_TOKEN)
        expected = sorted(
            ("".join(c for c in text[a.start : a.end] if c.isalnum()), a.label) for a in layer
        )
        shown = sorted(
            ("".join(c for word in words for c in word if c.isalnum()), label)
            for words, label in marked
        )
        assert [one for one in shown if one[0]] == [one for one in expected if one[0]]
        in_file = sum(len(row.get("relations", [])) for row in rows)
        assert in_file + report.count(Reason.RELATIONS) == len(layer.relations)
        assert report.count(Reason.NOTES) == sum(1 for a in layer if a.note)
    back = taken(import_text(tmp_path_factory.mktemp("in"), "a.json", written, annotator="sara"))
    if any(row["tokenized_text"] for row in rows):
        words = [word for row in rows for word in row["tokenized_text"]]
        assert back[0].article.text == " ".join(words)
        assert len(back[0].layers[0] if back[0].layers else ()) == len(marked)


@pytest.mark.parametrize("item", HOSTILE.values(), ids=HOSTILE)
def test_hostile_articles_give_rows_of_words(item):
    written, report = export("gliner", item)
    rows = json.loads(written)
    assert all(
        word.strip() and not any(c in word for c in " \n\t\u00a0\u2028")
        for row in rows
        for word in row["tokenized_text"]
    )
    assert len(written_spans(rows, item.article.text)) == report.written


def test_no_sentence_ends_inside_an_annotation_and_links_between_rows_are_counted():
    item = linked(
        with_spans("قال نعم. ثم لا.\nوعاد بوتين.", (4, 12, "quote"), (21, 26, "actor")),
        ("speaker", "a0", "a1"),
    )
    written, report = export("gliner", item)
    rows = json.loads(written)
    assert [len(row["ner"]) for row in rows] == [1, 1]
    assert rows[0]["tokenized_text"][-1] == "."
    assert rows[0]["tokenized_text"].count(".") == 2
    assert report.count(Reason.RELATIONS) == 1
    [whole] = json.loads(export("gliner", item, rows="article")[0])
    assert whole["relations"] == [[0, 1, "speaker"]]


def test_labels_are_written_as_models_shall_read_them():
    item = exportable("قال [بوتين:actor]")
    assert [
        json.loads(export("gliner", item, label_words=how)[0])[0]["ner"][0][2]
        for how in ("names", "en", "ar")
    ] == ["actor", "Actor", "فاعل"]


def test_words_that_are_cut_or_widened_are_counted():
    item = with_spans("ولأرمينيا", (2, 9, "actor"))
    for how, words, reason in (
        ("split", ["ول", "أرمينيا"], Reason.SPLIT),
        ("expand", ["ولأرمينيا"], Reason.EXPANDED),
        ("drop", ["ولأرمينيا"], Reason.MISALIGNED),
    ):
        written, report = export("gliner", item, misaligned=how)
        assert json.loads(written)[0]["tokenized_text"] == words
        assert report.count(reason) == 1


def test_the_rows_of_an_article_are_that_article_again(tmp_path):
    written, _ = export("gliner", exportable("قال [بوتين:actor].\nثم [نعم:quote]"))
    assert len(json.loads(written)) == 2
    back = only(taken(import_text(tmp_path, "a.json", written, annotator="s")))
    assert back.article.text == "قال بوتين .\nثم نعم"
    assert [a.span.of(back.article.text) for a in back.layers[0]] == ["بوتين", "نعم"]
    assert all(first < second for first, second in pairwise(a.start for a in back.layers[0]))
