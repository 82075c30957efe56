"""What a guideline decision proposes to one annotator, and what becomes of it in their layer."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.adjudication.guideline_decisions import Touch
from annotator.adjudication.ruling_edits import (
    Standing,
    accepting,
    reconsidering,
    refusing,
    standing,
)
from annotator.model import DEFAULT_SCHEMA, Annotation, Article, Layer, Relation, Span, Status
from tests.helpers.pictures import draw, picture
from tests.helpers.strategies import gold_layers

TEXT = "قال الرئيس بوتين أمس"
WIDE, NARROW = (4, 16, "actor"), (11, 16, "actor")
MOVE = Touch("x", "sara", WIDE, NARROW)


def the_layer(drawing: str) -> Layer:
    text, layer = picture(drawing)
    assert text == TEXT
    return replace(layer, status=Status.DONE)


def accepted(touch: Touch, layer: Layer) -> Layer:
    edit = accepting("r", touch, layer, DEFAULT_SCHEMA)
    assert edit is not None
    after = edit.apply(layer)
    assert edit.revert(after) == layer
    return after


def test_an_edge_moves_and_everything_else_of_the_annotation_stays():
    layer = the_layer("قال [الرئيس بوتين:actor] أمس")
    named = replace(layer.annotations["a1"], attributes={"canonical": "فلاديمير بوتين"}, note="؟")
    layer = replace(
        layer,
        annotations={"a1": named, "q": Annotation("q", Span(0, 3), "quote")},
        relations=frozenset([Relation("speaker", "q", "a1")]),
    )
    assert standing("r", MOVE, layer) == Standing.OPEN
    after = accepted(MOVE, layer)
    assert after["a1"] == replace(named, span=Span(11, 16))
    assert after.relations == layer.relations
    assert standing("r", MOVE, after) == Standing.TAKEN
    assert accepting("r", MOVE, after, DEFAULT_SCHEMA) is None


def test_values_that_the_schema_does_not_know_stay_where_the_label_does():
    layer = the_layer("قال [الرئيس بوتين:actor] أمس")
    odd = replace(layer.annotations["a1"], attributes={"x": "y"})
    after = accepted(MOVE, replace(layer, annotations={"a1": odd}))
    assert after["a1"].attributes == {"x": "y"}


def test_an_annotation_is_taken_away_with_its_links_or_made():
    layer = the_layer("قال [الرئيس بوتين:actor] أمس")
    assert draw(TEXT, accepted(Touch("x", "sara", WIDE, None), layer)) == TEXT
    new = Touch("x", "sara", None, (17, 20, "date"))
    after = accepted(new, layer)
    assert draw(TEXT, after) == "قال [الرئيس بوتين:actor] [أمس:date]"
    assert after.status == Status.DONE
    assert standing("r", new, after) == Standing.TAKEN


def test_a_refusal_is_remembered_and_can_be_taken_back_or_overruled_by_its_annotator():
    layer = the_layer("قال [الرئيس بوتين:actor] أمس")
    edit = refusing("r", MOVE, layer)
    assert edit is not None
    refused = edit.apply(layer)
    assert edit.revert(refused) == layer
    assert standing("r", MOVE, refused) == Standing.REFUSED
    assert standing("another", MOVE, refused) == Standing.OPEN
    assert refusing("r", MOVE, refused) is None
    back = reconsidering("r", MOVE, refused)
    assert back is not None
    assert back.apply(refused) == layer
    assert reconsidering("r", MOVE, layer) is None
    after = accepted(MOVE, refused)
    assert draw(TEXT, after) == "قال الرئيس [بوتين:actor] أمس"
    assert not after.decisions


def test_what_was_changed_meanwhile_is_passed():
    layer = the_layer("قال [الرئيس:actor] بوتين أمس")
    assert standing("r", MOVE, layer) == Standing.PASSED
    assert accepting("r", MOVE, layer, DEFAULT_SCHEMA) is None
    assert refusing("r", MOVE, layer) is None


ARTICLE = Article.from_text(TEXT)
MARKS = st.none() | st.builds(
    lambda start, length, label: (start, min(start + length, len(TEXT)), label),
    st.integers(0, len(TEXT) - 1),
    st.integers(1, 9),
    st.sampled_from(["actor", "date"]),
)


@given(gold_layers(ARTICLE), MARKS, MARKS, st.booleans())
def test_whatever_the_layer_accepting_leads_to_what_was_decided_and_back(
    layer, before, after, from_layer
):
    if from_layer and layer.annotations:
        first = next(iter(layer))
        before = (first.start, first.end, first.label)
    touch = Touch("x", "sara", before, after)
    there = standing("r", touch, layer)
    edit = accepting("r", touch, layer, DEFAULT_SCHEMA)
    assert (edit is not None) == (there == Standing.OPEN)
    if edit is not None:
        now = edit.apply(layer)
        assert edit.revert(now) == layer
        if (
            after is not None
            or before is None
            or len(layer.covering_exactly(Span(*before[:2]))) == 1
        ):
            assert standing("r", touch, now) == Standing.TAKEN
        said = refusing("r", touch, layer)
        assert said is not None
        assert standing("r", touch, said.apply(layer)) == Standing.REFUSED


@pytest.mark.parametrize("touch", [MOVE, Touch("x", "sara", None, NARROW)])
def test_a_touch_is_where_its_words_will_be(touch):
    assert touch.start == 11
