"""PubAnnotation's documents: denotations, relations between them and attributes of them."""

import json

import pytest

from annotator.importers import Imported
from tests.unit.formats.build import import_text, line, only, refusal, spans_of
from tests.unit.formats.hostile import links

DOCUMENT = {
    "target": "https://example.org/1",
    "sourcedb": "news",
    "text": "قال بوتين",
    "project": "sara",
    "denotations": [
        {"id": "T1", "span": {"begin": 4, "end": 9}, "obj": "actor"},
        {"id": "T2", "span": {"begin": 0, "end": 9}, "obj": "quote"},
    ],
    "relations": [{"id": "R1", "pred": "speaker", "subj": "T2", "obj": "T1"}],
    "attributes": [{"id": "A1", "pred": "canonical", "subj": "T1", "obj": "ف. بوتين"}],
}


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.txt"])
def test_a_document_is_read_with_its_links_and_values(tmp_path, name):
    content = json.dumps(DOCUMENT, indent=2) if name == "a.json" else line(**DOCUMENT)
    found = only(import_text(tmp_path, name, content))
    [layer] = found.layers
    assert (layer.annotator, spans_of(layer)) == ("sara", [(0, 9, "quote"), (4, 9, "actor")])
    assert links(layer) == [("speaker", (0, 9, "quote"), (4, 9, "actor"))]
    assert layer.in_order[1].attributes == {"canonical": "ف. بوتين"}
    assert found.article.url == "https://example.org/1"
    assert found.article.extra == {"sourcedb": "news"}


def test_a_denotation_that_is_none_costs_itself(tmp_path):
    bad = [
        *DOCUMENT["denotations"],
        {"id": "T3", "obj": "actor"},
        {"id": "T4", "span": {"begin": 5, "end": 99}, "obj": "actor"},
        5,
    ]
    outcomes = import_text(tmp_path, "a.json", json.dumps({**DOCUMENT, "denotations": bad}))
    [one] = [o for o in outcomes if isinstance(o, Imported)]
    assert len(one.layers[0]) == 2
    assert len(outcomes) == 3


def test_pieces_of_one_denotation_are_one_from_the_first_to_the_last(tmp_path):
    pieces = [
        {"id": "T1", "span": [{"begin": 0, "end": 3}, {"begin": 4, "end": 9}], "obj": "actor"}
    ]
    found = only(
        import_text(
            tmp_path,
            "a.json",
            json.dumps({"text": "قال بوتين", "denotations": pieces}),
            annotator="s",
        )
    )
    assert spans_of(found.layers[0]) == [(0, 9, "actor")]
    assert "name the annotator" in refusal(
        import_text(tmp_path, "b.json", json.dumps({"text": "قال بوتين", "denotations": pieces}))
    )
