"""spaCy's pairs and documents read, and lines written whose tokens hold every character and fit every span."""

import json

import pytest
from hypothesis import given, settings

from annotator.errors import ExportFailure
from annotator.exporters import Reason
from annotator.importers import Imported
from annotator.text import tokens as tokens_of_text
from tests.unit.formats.build import (
    export,
    exportable,
    import_text,
    line,
    linked,
    only,
    refusal,
    spans_of,
    with_spans,
)
from tests.unit.formats.hostile import HOSTILE, has_no_mark, links, triples
from tests.unit.formats.strategies import exportables

TEXT = "قال بوتين"
PAIR = [TEXT, {"entities": [[4, 9, "actor"], [0, 9, "quote"]]}]
SPANS = [(0, 9, "quote"), (4, 9, "actor")]


@pytest.mark.parametrize(
    "content",
    [
        json.dumps([PAIR, ["نعم", {"entities": []}]]),
        json.dumps([PAIR, ["نعم", {}]], indent=2, ensure_ascii=False),
        json.dumps(PAIR) + "\n" + json.dumps(["نعم", {"entities": []}]) + "\n",
        json.dumps({"classes": ["ACTOR"], "annotations": [PAIR, None, ["نعم", {"entities": []}]]}),
        line(text=TEXT, ents=[{"start": 4, "end": 9, "label": "actor"}, {"start": 0, "end": 9, "label": "quote"}], tokens=[], sents=[])
        + line(text="نعم", ents=[], tokens=[], sents=[]),
        json.dumps([[TEXT, {"spans": {"sc": [[4, 9, "actor"], [0, 9, "quote"]]}, "entities": [[4, 9, "actor"]]}], ["نعم", {}]]),
        json.dumps([[TEXT, {"entities": [[4, 9, "actor", "Q1"], [0, 9, "quote", ""]], "links": {}}], ["نعم", {}]]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.txt"])
def test_pairs_are_read_however_they_stand(tmp_path, content, name):
    first, second = import_text(tmp_path, name, content, annotator="sara")
    assert (first.article.text, second.article.text) == (TEXT, "نعم")
    assert spans_of(first.layers[0]) == SPANS
    assert second.layers == ()
    assert first.article.extra == {}


def test_a_pair_over_several_lines_by_itself_is_one(tmp_path):
    assert (
        spans_of(
            only(import_text(tmp_path, "a.json", json.dumps(PAIR, indent=1), annotator="s")).layers[
                0
            ]
        )
        == SPANS
    )


def test_what_is_no_pair_is_refused_by_its_place(tmp_path):
    content = json.dumps(
        [PAIR, ["نعم"], [5, {}], ["أ", {"entities": [[0, 1], [0, 9, "actor"], "O"]}]]
    )
    outcomes = import_text(tmp_path, "a.json", content, annotator="s")
    said = [str(one) for one in outcomes if not isinstance(one, Imported)]
    assert [one.split(": ")[0] for one in said[:2]] == [
        "a.json, item 2 (line 1)",
        "a.json, item 3 (line 1)",
    ]
    assert any("no range" in one for one in said)
    assert "name the annotator" in refusal(import_text(tmp_path, "b.json", json.dumps([PAIR])))
    lone = import_text(tmp_path, "c.jsonl", json.dumps(PAIR) + '\n"نعم"\n', annotator="s")
    assert "has no entities beside it" in refusal(lone)


def rebuilt(value):
    """Return the text that ``Doc(words, spaces)`` would have, by spaCy's own rule."""
    return "".join(token["text"] + (" " if token["ws"] else "") for token in value["tokens"])


def check_tokens(value):
    """Every token is where it says, none is empty, and each span begins and ends with one: what `char_span` asks for."""
    assert rebuilt(value) == value["text"]
    for number, token in enumerate(value["tokens"]):
        assert token["id"] == number
        assert token["text"]
        assert value["text"][token["start"] : token["end"]] == token["text"]
    for span in value["spans"]:
        assert value["tokens"][span["token_start"]]["start"] == span["start"]
        assert value["tokens"][span["token_end"]]["end"] == span["end"]


@settings(max_examples=100)
@given(item=exportables().filter(has_no_mark))
def test_tokens_hold_the_text_and_fit_every_span(tmp_path_factory, item):
    written, report = export("spacy", item)
    value = json.loads(written)
    layer = item.layers[0]
    check_tokens(value)
    assert sorted((s["start"], s["end"], s["label"]) for s in value["spans"]) == triples(layer)
    assert report.written == report.annotations == len(layer)
    assert report.count(Reason.SPLIT) == sum(is_inside(item.article.text, a) for a in layer)
    assert report.count(Reason.NOTES) == sum(1 for a in layer if a.note)
    assert report.count(Reason.RELATIONS) == 0
    back = only(
        [
            o
            for o in import_text(tmp_path_factory.mktemp("in"), "a.jsonl", written)
            if isinstance(o, Imported)
        ]
    )
    assert back.article.id == item.article.id
    if layer.annotations:
        assert (back.layers[0].annotator, triples(back.layers[0])) == ("sara", triples(layer))
        assert links(back.layers[0]) == links(layer)


def is_inside(text, annotation):
    """Tell by hand whether an edge lies inside one of the text's own tokens."""
    edges = {annotation.start, annotation.end}
    found = tokens_of_text.tokenize(text)
    return any(token.start < edge < token.end for token in found for edge in edges)


@pytest.mark.parametrize("item", HOSTILE.values(), ids=HOSTILE)
def test_hostile_articles_are_whole(tmp_path, item):
    written, _ = export("spacy", item)
    check_tokens(json.loads(written))
    back = only([o for o in import_text(tmp_path, "a.jsonl", written) if isinstance(o, Imported)])
    assert back.article.text == item.article.text
    assert triples(back.layers[0] if back.layers else None) == triples(
        item.layers[0] if item.layers else None
    )


SUB_WORD = with_spans("ولأرمينيا نعم", (2, 9, "actor"), (10, 13, "quote"))


@pytest.mark.parametrize(
    ("how", "spans", "reason"),
    [
        ("split", [(2, 9), (10, 13)], Reason.SPLIT),
        ("expand", [(0, 9), (10, 13)], Reason.EXPANDED),
        ("drop", [(10, 13)], Reason.MISALIGNED),
    ],
)
def test_edges_inside_words_are_as_was_chosen(how, spans, reason):
    written, report = export("spacy", SUB_WORD, misaligned=how)
    value = json.loads(written)
    check_tokens(value)
    assert [(s["start"], s["end"]) for s in value["spans"]] == spans
    assert report.count(reason) == 1
    assert (report.written, report.dropped) == (len(spans), 2 - len(spans))
    with pytest.raises(ExportFailure, match="an edge lies inside a token"):
        export("spacy", SUB_WORD, misaligned="error")


def test_a_link_to_what_was_left_out_is_counted():
    item = linked(SUB_WORD, ("speaker", "a1", "a0"))
    _, report = export("spacy", item, misaligned="drop")
    assert report.count(Reason.RELATIONS) == 1


def test_a_line_says_where_its_text_is_from():
    item = exportable("قال [بوتين:actor]", title="خبر", source="وكالة", published="2021-11-09")
    meta = json.loads(export("spacy", item)[0])["meta"]
    assert meta == {
        "id": item.article.id,
        "title": "خبر",
        "published": "2021-11-09",
        "source": "وكالة",
    }
