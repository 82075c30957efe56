"""Which label of a schema means what: names, dates, what somebody said, agreements."""

from dataclasses import dataclass

from annotator.model import AttributeKind, Schema

AGREEMENT = "agreement"
"""The label for which the grammar of agreements speaks; a schema without it does without the grammar."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Labels by what they mean, None where a schema has none. ``people`` names those who act and speak."""

    people: str | None
    date: str | None
    quote: str | None
    agreement: str | None
    learnt: tuple[str, ...]
    """Labels whose names and contexts are learnt: all but dates and quotations, which have grammars."""


def roles_of(schema: Schema) -> Roles:
    relation = next(iter(schema.relations), None)
    date = next(
        (
            label.name
            for label in schema.labels
            if any(one.kind == AttributeKind.DATE for one in label.attributes)
        ),
        None,
    )
    quote = relation.head if relation else None
    people = relation.dependent if relation else next(iter(schema.name_attributes), None)
    agreement = AGREEMENT if schema.label(AGREEMENT) else None
    learnt = tuple(name for name in schema.label_names if name not in (date, quote))
    return Roles(people, date, quote, agreement, learnt)


def date_attribute(schema: Schema, label: str) -> str | None:
    """Return the attribute of a label that holds a date's value."""
    known = schema.label(label)
    return next(
        (one.name for one in (known.attributes if known else ()) if one.kind == AttributeKind.DATE),
        None,
    )
