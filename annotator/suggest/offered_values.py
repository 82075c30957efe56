"""Values for the attributes of what is suggested: a canonical name, a date's value."""

from annotator.model import AttributeKind, Schema
from annotator.model.names import Registry
from annotator.proposals.used_names import UsedNames
from annotator.suggest.grammars.rules import FoundDate
from annotator.suggest.roles import date_attribute

PART_OF_PERIOD = "mod"
"""The attribute, where a label of dates has it as a choice, that says which part of a period is meant."""


def of_date(schema: Schema, label: str, date: FoundDate) -> dict[str, str]:
    """Return what a date is worth, in the attributes that its label has; nothing where its value is not known."""
    attribute = date_attribute(schema, label)
    if attribute is None or not date.value:
        return {}
    values = {attribute: date.value}
    known = schema.label(label)
    part = known.attribute(PART_OF_PERIOD) if known else None
    if part is not None and part.kind == AttributeKind.CHOICE and date.mod in part.choices:
        values[part.name] = date.mod
    return values


def of_name(
    schema: Schema, label: str, written: str, used: UsedNames, registry: Registry
) -> dict[str, str]:
    """Return the canonical name that these words were given or are registered under; nothing where none is known."""
    attribute = schema.name_attributes.get(label)
    proposal = used.propose(label, written, registry) if attribute else None
    return {attribute: proposal.canonical} if attribute and proposal else {}
