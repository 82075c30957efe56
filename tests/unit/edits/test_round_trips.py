"""What is undone is as if it had never been done, whatever was done to whatever layer."""

from copy import deepcopy
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from annotator import edits
from annotator.edits import Bulk, Inverse
from annotator.errors import EditError
from annotator.model import Article, Layer
from tests.helpers.strategies import (
    any_edits,
    edit_sequences,
    gold_layers,
    opposite,
    plain_edits,
    some_ids,
)

ARTICLE = Article.from_text("قال بوتين أمس في موسكو إن الاتفاق نافذ")
LAYERS = gold_layers(ARTICLE)


def check_whole(layer: Layer) -> None:
    """Assert what holds of every layer: nothing points at what is not there, and the order handed on is the order."""
    assert all(end in layer for r in layer.relations for end in (r.head, r.dependent))
    assert layer.in_order == Layer("", "", annotations=layer.annotations).in_order


@given(st.data(), LAYERS)
def test_reverting_an_edit_brings_the_layer_back_as_it_was(data, layer):
    edit = data.draw(any_edits(ARTICLE, layer))
    before = deepcopy(layer)
    after = edit.apply(layer)
    check_whole(after)
    back = edit.revert(after)
    check_whole(back)
    assert back == layer == before, "a layer is a value: an edit makes another one"


@given(st.data(), LAYERS)
def test_edits_are_undone_one_by_one_through_every_state_there_was(data, layer):
    sequence = data.draw(edit_sequences(ARTICLE, layer))
    states = [layer]
    for edit in sequence:
        states.append(edit.apply(states[-1]))
    now = states.pop()
    for edit, state in zip(reversed(sequence), reversed(states), strict=True):
        now = edit.revert(now)
        assert now == state


@given(st.data(), LAYERS)
def test_an_inverse_is_the_edit_backwards_and_the_inverse_of_that_the_edit_itself(data, layer):
    edit = data.draw(any_edits(ARTICLE, layer))
    after = edit.apply(layer)
    assert Inverse(edit).apply(after) == layer
    assert Inverse(edit).revert(layer) == after
    assert Inverse(Inverse(edit)).apply(layer) == after
    assert Inverse(Inverse(edit)).revert(after) == layer


@given(st.data(), LAYERS)
def test_taking_back_is_doing_the_opposite(data, layer):
    edit = data.draw(plain_edits(ARTICLE, layer))
    after = edit.apply(layer)
    assert opposite(edit).apply(after) == edit.revert(after) == layer
    assert opposite(edit).revert(layer) == after


@given(st.data(), LAYERS)
def test_several_edits_as_one_do_what_they_do_one_after_the_other(data, layer):
    sequence = data.draw(edit_sequences(ARTICLE, layer))
    after = reduce(lambda now, edit: edit.apply(now), sequence, layer)
    bulk = Bulk(tuple(sequence))
    assert bulk.apply(layer) == after
    assert bulk.revert(after) == layer


@given(st.data(), LAYERS)
def test_removed_annotations_take_their_links_along_and_undo_brings_back_just_those(data, layer):
    ids = data.draw(some_ids(layer))
    edit = edits.remove_all(ids, layer)
    after = edit.apply(layer)
    gone = set(ids)
    assert after.annotations.keys() == layer.annotations.keys() - gone
    assert after.relations == {r for r in layer.relations if not {r.head, r.dependent} & gone}
    assert (after.zones, after.status, after.decisions) == (
        layer.zones,
        layer.status,
        layer.decisions,
    )
    assert edit.revert(after) == layer


@given(st.data(), LAYERS, LAYERS)
def test_an_edit_made_for_another_layer_is_refused_or_can_be_taken_back(data, layer, other):
    edit = data.draw(any_edits(ARTICLE, layer))
    for there, back in ((edit, Inverse(edit)), (Inverse(edit), edit)):
        before = deepcopy(other)
        try:
            after = there.apply(other)
        except EditError:
            assert other == before
        else:
            check_whole(after)
            assert back.apply(after) == other
