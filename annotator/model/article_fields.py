"""What the schema asks of articles beside title, date, source and address: which values are right."""

from collections.abc import Mapping

from annotator.model.schema import Attribute, AttributeKind, Schema
from annotator.text.dates import edtf


def fits(field: Attribute, value: str) -> bool:
    """Tell whether a field may hold a value; nothing is always right."""
    if not value:
        return True
    if field.kind == AttributeKind.CHOICE:
        return value in field.choices
    return field.kind != AttributeKind.DATE or edtf.is_valid(value)


def wrong_values(schema: Schema, values: Mapping[str, str]) -> dict[str, str]:
    """Return by name why values may not be set, in words; an empty value takes one away and is always right."""
    found: dict[str, str] = {}
    for name, value in values.items():
        field = schema.article_field(name)
        if field is None and value:
            known = ", ".join(one.name for one in schema.article_fields) or "none"
            found[name] = f"the schema has no article field {name!r}: it has {known}"
        elif field is not None and not fits(field, value):
            wanted = (
                f"one of {', '.join(field.choices)}"
                if field.kind == AttributeKind.CHOICE
                else "a date (EDTF), such as 2021-11-09 or 2021-11"
            )
            found[name] = f"{name} is {value!r} and must be {wanted}"
    return found
