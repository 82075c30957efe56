"""What a ruling proposes to an annotator, as edits of their own layer: taken, refused, or no longer to the point.

Nothing of it happens without them. A refusal is kept in their layer, where it is saved, undone and copied with their work.
"""

from dataclasses import replace
from enum import StrEnum
from typing import Any

import msgspec

from annotator import edits
from annotator.adjudication.clusters import Mark
from annotator.adjudication.guideline_decisions import Touch
from annotator.edits import Decide, Edit
from annotator.model import Annotation, Layer, Origin, Schema, Span, new_id


class Standing(StrEnum):
    """What became of a proposal in its annotator's layer."""

    OPEN = "open"
    TAKEN = "taken"
    """The layer is as was decided, by accepting it or by hand."""
    REFUSED = "refused"
    PASSED = "passed"
    """Neither what was proposed for nor what was proposed is there any more."""


def standing(ruling_id: str, touch: Touch, layer: Layer) -> Standing:
    before, after = _found(touch.before, layer), _found(touch.after, layer)
    is_as_before = before is not None if touch.before else after is None
    is_as_after = after is not None if touch.after else before is None
    if is_as_after:
        return Standing.TAKEN
    if _refusal(ruling_id, touch) in layer.decisions:
        return Standing.REFUSED
    return Standing.OPEN if is_as_before else Standing.PASSED


def accepting(ruling_id: str, touch: Touch, layer: Layer, schema: Schema) -> Edit | None:
    """Return the edit that follows a proposal; None where there is nothing to do any more.

    An annotation that moves or gets another label keeps its id, its links and those values that the label has.
    """
    if standing(ruling_id, touch, layer) not in (Standing.OPEN, Standing.REFUSED):
        return None
    refused = _refusal(ruling_id, touch)
    regret = Decide(frozenset(), frozenset([refused])) if refused in layer.decisions else None
    made = _edit(touch, layer, schema)
    return None if made is None else edits.together([regret, edits.starting(made, layer)])


def refusing(ruling_id: str, touch: Touch, layer: Layer) -> Edit | None:
    """Return the edit that keeps a refusal; None where there is nothing to refuse."""
    if standing(ruling_id, touch, layer) != Standing.OPEN:
        return None
    return Decide(frozenset([_refusal(ruling_id, touch)]))


def reconsidering(ruling_id: str, touch: Touch, layer: Layer) -> Edit | None:
    """Return the edit that takes a refusal back; None where nothing was refused."""
    refused = _refusal(ruling_id, touch)
    return Decide(frozenset(), frozenset([refused])) if refused in layer.decisions else None


def _edit(touch: Touch, layer: Layer, schema: Schema) -> Edit | None:
    old = _found(touch.before, layer)
    if touch.after is None:
        return edits.remove(old.id, layer) if old is not None else None
    span, label = Span(touch.after[0], touch.after[1]), touch.after[2]
    if touch.before is None:
        return edits.AddAnnotation(Annotation(new_id(), span, label, origin=Origin.ADJUDICATED))
    if old is None:
        return None
    same = old.label == label
    values = old.attributes if same else schema.carried(old.attributes, old.label, label)
    return edits.ChangeAnnotation(old, replace(old, span=span, label=label, attributes=values))


def _found(mark: Mark | None, layer: Layer) -> Annotation | None:
    if mark is None:
        return None
    there = layer.covering_exactly(Span(mark[0], mark[1]))
    return next((one for one in there if one.label == mark[2]), None)


def _refusal(ruling_id: str, touch: Touch) -> str:
    record: dict[str, Any] = {
        "refused": {"ruling": ruling_id, "before": touch.before, "after": touch.after}
    }
    return msgspec.json.encode(record, order="sorted").decode()
