"""spaCy makes documents of the lines whose text is the very text and whose every span has whole tokens."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

from annotator.project import Project
from tests.unit.formats.build import export
from tests.unit.formats.hostile import HOSTILE, triples

ROOT = Path(__file__).resolve().parents[2]
NLP = spacy.blank("ar")


def document(value):
    words = [token["text"] for token in value["tokens"]]
    return Doc(NLP.vocab, words=words, spaces=[token["ws"] for token in value["tokens"]])


def spans_of(value):
    """Return the spans as spaCy finds them, each by its own offsets."""
    doc = document(value)
    assert doc.text == value["text"]
    found = [
        doc.char_span(span["start"], span["end"], label=span["label"]) for span in value["spans"]
    ]
    assert None not in found
    doc.spans["sc"] = found
    assert all(
        (one.start, one.end - 1) == (span["token_start"], span["token_end"])
        for one, span in zip(found, value["spans"], strict=True)
    )
    return sorted((one.start_char, one.end_char, one.label_) for one in doc.spans["sc"])


@pytest.mark.parametrize("item", HOSTILE.values(), ids=HOSTILE)
def test_hostile_articles_are_documents(item):
    value = json.loads(export("spacy", item)[0])
    assert spans_of(value) == triples(item.layers[0] if item.layers else None)


def test_every_annotation_of_the_sample_project_is_a_span_to_train_on(tmp_path):
    with Project.open(ROOT / "projects" / "karabakh", read_only=True) as project:
        name = project.annotating()[0]
        report = project.export(tmp_path / "a.jsonl", format="spacy", annotator=name, status="any")
    values = [json.loads(row) for row in (tmp_path / "a.jsonl").read_text("utf-8").split("\n")[:-1]]
    assert (
        sum(len(spans_of(value)) for value in values)
        == report.loss.written
        == report.loss.annotations
        > 0
    )
    for value in values:
        reference = {"spans": {"sc": [(s["start"], s["end"], s["label"]) for s in value["spans"]]}}
        example = Example.from_dict(document(value), reference)
        assert len(example.reference.spans["sc"]) == len(value["spans"])
