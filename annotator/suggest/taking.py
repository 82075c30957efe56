"""Edits that make annotations of suggestions, as they are or changed first; what was offered is kept with them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotator.edits import AddAnnotation, AddRelation, Edit, starting, together
from annotator.model import Annotation, Layer, Offer, Origin, Relation, Schema, Span, new_id
from annotator.proposals import speakers
from annotator.suggest.merging import Taken
from annotator.suggest.values import CERTAIN_FROM, Suggestion

NAMED = (speakers.Reason.NAMED, speakers.Reason.SAME_NAME)
"""Why an actor is linked to a quotation without being asked: the text names them, not only stands near."""


def taking(
    suggestion: Suggestion,
    text: str,
    layer: Layer,
    schema: Schema,
    *,
    span: Span | None = None,
    label: str | None = None,
) -> Edit | None:
    """Return the edit that takes a suggestion, with other edges or another label where these are given.

    Its values come along, as far as the label has them, and a quotation is linked to the actors whom the text names as its
    speakers where they are annotated. None where the layer has something there by now that it does not go with.
    """
    annotation = annotation_of(suggestion, schema, span=span, label=label)
    if not Taken(layer).leaves(annotation.label, annotation.span):
        return None
    links = _links(annotation, text, layer, schema)
    edit = together([AddAnnotation(annotation), *map(AddRelation, links)])
    return None if edit is None else starting(edit, layer)


def taking_all(
    suggestions: Iterable[Suggestion],
    text: str,
    layer: Layer,
    schema: Schema,
    least: float = CERTAIN_FROM,
) -> Edit | None:
    """Return one edit that takes all suggestions of a score from ``least`` on; None where there are none.

    What speaks is taken before what is said, so that quotations find their speakers.
    """
    heads = {relation.head for relation in schema.relations}
    certain = [one for one in suggestions if one.score >= least]
    parts: list[Edit] = []
    for one in sorted(certain, key=lambda s: (s.label in heads, s.key)):
        edit = taking(one, text, layer, schema)
        if edit is not None:
            parts.append(edit)
            layer = edit.apply(layer)
    return together(parts)


def annotation_of(
    suggestion: Suggestion, schema: Schema, *, span: Span | None = None, label: str | None = None
) -> Annotation:
    """Return the annotation that a suggestion becomes, with an id of its own and no links."""
    attributes = dict(suggestion.attributes)
    if label is not None and label != suggestion.label:
        attributes = schema.carried(attributes, suggestion.label, label)
    offer = Offer(
        suggestion.engine,
        suggestion.score,
        suggestion.span,
        suggestion.label,
        suggestion.attributes,
    )
    made = Annotation(
        new_id(), suggestion.span, suggestion.label, attributes, "", Origin.SUGGESTED, offer
    )
    return replace(made, span=span or made.span, label=label or made.label)


def _links(annotation: Annotation, text: str, layer: Layer, schema: Schema) -> Sequence[Relation]:
    """Return links from a quotation to whom the text names as its speakers."""
    types = schema.relations_from(annotation.label)
    if not types:
        return ()
    actors = [one for one in layer.in_order if one.label == types[0].dependent]
    proposed = speakers.propose(text, annotation.span, actors)
    if not proposed or proposed[0].reason not in NAMED:
        return ()
    return [Relation(types[0].name, annotation.id, actor) for actor in proposed[0].actors]
