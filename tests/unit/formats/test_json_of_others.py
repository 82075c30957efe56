"""JSON that is nearly of a known kind: what it holds is read, or said; it is never kept aside in silence."""

import json

import pytest

from annotator.importers import Imported, Refused
from annotator.importers.recognising import recognise
from tests.unit.formats.build import import_text, line, only, refusal, spans_of

TEXT = "🙂 قال محمود عباس"


@pytest.mark.parametrize("name", ["a.jsonl", "a.txt"])
@pytest.mark.parametrize(
    "row",
    [
        {"sentence": TEXT, "tags": "O O B-actor I-actor"},
        {"text": TEXT, "labels": "O O B-actor I-actor"},
        {"text": TEXT, "labels": ["O", "O", "B-actor", "I-actor"]},
        {"tokens": TEXT, "ner_tags": ["O", "O", "B-actor", "I-actor"]},
    ],
)
def test_a_text_with_as_many_tags_as_words_is_tagged(tmp_path, row, name):
    found = only(import_text(tmp_path, name, line(**row), annotator="sara"))
    assert found.article.text == TEXT
    assert spans_of(found.layers[0]) == [(6, 16, "actor")]


def test_words_that_are_no_tags_are_no_annotations(tmp_path):
    row = line(text="قال محمود", labels=["سياسة", "اقتصاد"])
    found = only(import_text(tmp_path, "a.jsonl", row))
    assert found.article.extra == {"labels": ["سياسة", "اقتصاد"]}
    assert "labels holds no annotation of the text: kept with the article" in found.notes


def test_an_object_where_annotations_belong_is_said(tmp_path):
    row = line(text=TEXT, label={"actor": {"محمود": [[6, 10]]}})
    found = only(import_text(tmp_path, "a.jsonl", row))
    assert "label holds no annotation of the text: kept with the article" in found.notes


def test_json_of_another_kind_is_refused_with_its_keys(tmp_path):
    said = refusal(import_text(tmp_path, "a.json", json.dumps({"articles": [], "version": 1})))
    assert "no 'text', but articles, version: this is JSON of another kind" in said


def test_tokens_of_a_text_under_another_name_are_no_answer(tmp_path):
    tokens = [{"text": "قال", "start": 2, "end": 5}]
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"document": TEXT, "tokens": tokens}]), encoding="utf-8")
    assert recognise(path)[0].name == "json"


def test_a_span_that_is_no_range_costs_itself_and_not_the_unit(tmp_path):
    row = line(text=TEXT, label=[[0, 1, "date"], [6, 5000, "actor"], [7, 99, "actor"]])
    outcomes = import_text(tmp_path, "a.jsonl", row, annotator="sara")
    [imported] = [one for one in outcomes if isinstance(one, Imported)]
    assert spans_of(imported.layers[0]) == [(0, 1, "date")]
    assert "left out 2 annotation(s)" in str([o for o in outcomes if isinstance(o, Refused)])


def test_web_annotations_are_not_the_text_they_are_about(tmp_path):
    value = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "body": {"value": "actor", "purpose": "tagging"},
        "target": {
            "source": "a",
            "selector": {"type": "TextPositionSelector", "start": 0, "end": 9},
        },
    }
    said = refusal(import_text(tmp_path, "a.txt", json.dumps(value), annotator="sara"))
    assert "the text these annotations are on is in another file" in said
