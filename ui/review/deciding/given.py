"""What annotators gave an annotation of gold, as choices for its popover: values, and whom they linked."""

from annotator.model import Annotation, Relation
from annotator.proposals import speakers
from annotator.review.comparison import Comparison
from annotator.review.rows import Row
from ui import i18n
from ui.popover.choice_row import Choice
from ui.popover.draft import Draft, Subject
from ui.review.rows import row_words


def values_given(draft: Draft, row: Row | None) -> list[Choice]:
    """Return the values of the first attribute that anybody gave, those of most first."""
    votes: dict[tuple[str, str], list[str]] = {}
    for name, made in row.made.items() if row is not None else ():
        if isinstance(made, Annotation) and made.label == draft.now.label:
            for attribute, value in made.attributes.items():
                votes.setdefault((attribute, value), []).append(name)
    first = next(iter(votes), ("", ""))[0]
    return [
        Choice(
            value,
            row_words.names(names),
            ((attribute, value),),
            is_taken=draft.now.attribute(attribute) == value,
        )
        for (attribute, value), names in sorted(votes.items(), key=lambda vote: -len(vote[1]))
        if attribute == first and value
    ]


def links_given(
    draft: Draft, subject: Subject, shown: Comparison | None, row: Row | None
) -> list[Choice]:
    """Return what annotators linked, as it stands in gold; where nobody did, the likeliest."""
    kind = next(iter(subject.schema.relations_from(draft.now.label)), None)
    if kind is None or shown is None:
        return []
    votes: dict[str, list[str]] = {}
    for name, layer in shown.layers.items():
        made = row.made.get(name) if row is not None else None
        heads = [made.id] if isinstance(made, Annotation) else []
        for other in [o for head in heads for o in layer.dependents(head, kind.name)]:
            one = layer[other]
            for there in subject.layer:
                if there.label == one.label and there.span.overlaps(one.span):
                    votes.setdefault(there.id, []).append(name)
    layer = draft.layer_as_drafted(subject.layer)
    linked = frozenset(layer.dependents(draft.now.id, kind.name))
    actors = [one for one in layer if one.label == kind.dependent]
    found = [((key,), row_words.names(names)) for key, names in _most(votes)]
    if not found:
        likely = speakers.propose(subject.text, draft.now.span, actors)
        found = [(tuple(one.actors), "") for one in likely]
    return [
        Choice(
            " · ".join(i18n.isolate(layer[key].span.of(subject.text)) for key in keys),
            why,
            links=frozenset(Relation(kind.name, draft.now.id, key) for key in keys),
            is_taken=linked >= frozenset(keys),
        )
        for keys, why in found
    ]


def _most(votes: dict[str, list[str]]) -> list[tuple[str, list[str]]]:
    return sorted(votes.items(), key=lambda vote: -len(vote[1]))
