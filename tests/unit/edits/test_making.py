"""The functions that make edits read the layer for what an undo needs."""

from dataclasses import replace
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import edits
from annotator.edits import AddAnnotation, AddZone, Bulk, SetStatus, starting, together
from annotator.model import Annotation, Article, Layer, Relation, Span, Status, Zone
from tests.helpers.strategies import edit_sequences, gold_layers

ARTICLE = Article.from_text("قال بوتين أمس في موسكو إن الاتفاق نافذ")
ONE = Annotation("one", Span(0, 3), "actor", {"canonical": "x"}, "a note", "imported")
TWO = Annotation("two", Span(1, 2), "date")
LAYER = Layer("sara", ARTICLE.id, Status.DONE, {"one": ONE})


def test_together_nothing_is_nothing():
    assert together([]) is None
    assert together([None, None]) is None


def test_together_one_edit_is_that_edit():
    edit = AddAnnotation(TWO)
    assert together([None, edit, None]) is edit


@given(st.data(), gold_layers(ARTICLE))
def test_together_keeps_the_order_and_leaves_out_what_is_none(data, layer):
    sequence = data.draw(edit_sequences(ARTICLE, layer, at_least=2))
    gaps = iter([part for edit in sequence for part in (None, edit)])
    whole = together(gaps)
    assert whole == Bulk(tuple(sequence))
    assert whole.apply(layer) == reduce(lambda now, edit: edit.apply(now), sequence, layer)


def test_the_first_edit_of_a_new_article_starts_it():
    layer = replace(LAYER, status=Status.NEW)
    edit = AddZone(Zone(Span(0, 1)))
    step = SetStatus(Status.NEW, Status.IN_PROGRESS)
    assert starting(edit, layer) == Bulk((step, edit))
    assert edits.add(TWO, layer) == Bulk((step, AddAnnotation(TWO)))
    after = edits.add(TWO, layer).apply(layer)
    assert (after.status, "two" in after) == (Status.IN_PROGRESS, True)


@pytest.mark.parametrize("status", [Status.IN_PROGRESS, Status.DONE])
def test_an_article_that_was_started_keeps_its_status(status):
    layer = replace(LAYER, status=status)
    edit = AddZone(Zone(Span(0, 1)))
    assert starting(edit, layer) is edit
    assert edits.add(TWO, layer) == AddAnnotation(TWO)


@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        (edits.relabel("one", "date", LAYER), replace(ONE, label="date")),
        (edits.move("one", Span(4, 9), LAYER), replace(ONE, span=Span(4, 9))),
        (edits.set_note("one", "another", LAYER), replace(ONE, note="another")),
        (
            edits.set_attribute("one", "value", "y", LAYER),
            replace(ONE, attributes={"canonical": "x", "value": "y"}),
        ),
        (edits.set_attribute("one", "canonical", "", LAYER), replace(ONE, attributes={})),
    ],
    ids=["label", "span", "note", "attribute", "no attribute"],
)
def test_one_thing_is_changed_and_all_else_kept(edit, changed):
    assert edit.apply(LAYER) == replace(LAYER, annotations={"one": changed})


def test_a_link_goes_where_it_was_said_to():
    layer = AddAnnotation(TWO).apply(LAYER)
    relation = Relation("speaker", "one", "two")
    linked = edits.link(relation).apply(layer)
    assert linked == replace(layer, relations=frozenset([relation]))
    assert edits.unlink(relation).apply(linked) == layer


def test_a_status_is_set_from_the_one_there_is():
    assert edits.set_status(Status.NEW, LAYER) == SetStatus(Status.DONE, Status.NEW)
    assert edits.set_status(Status.NEW, LAYER).apply(LAYER).status == Status.NEW


def test_removing_none_of_many_changes_nothing():
    assert edits.remove_all([], LAYER).apply(LAYER) == LAYER
