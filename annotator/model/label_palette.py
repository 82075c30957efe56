"""Colours and keys a label can have, the colours chosen so that twelve can stand side by side."""

from annotator.model.default_schema import DEFAULT_SCHEMA
from annotator.model.schema import PATTERNS, Colours, Label, Schema

TWELVE = (
    Colours("#EFFD8B", "#428101", "#475046", "#98B305"),
    Colours("#B1B7FD", "#240086", "#4A486D", "#A6BBFC"),
    Colours("#FDC8CB", "#560F14", "#792804", "#C98566"),
    Colours("#D6D2FD", "#4D68F6", "#092171", "#AFB0BE"),
    Colours("#C8B9C1", "#654F68", "#26063E", "#9F8FBE"),
    Colours("#A9FCBA", "#52786C", "#195C2E", "#CDEED9"),
    Colours("#EEAE7B", "#852A0B", "#3E0C02", "#F9BC8B"),
    Colours("#FEEDF1", "#451D3B", "#3E2948", "#FC4A93"),
    Colours("#DCABD6", "#70389A", "#4F3A92", "#F0DCFA"),
    Colours("#E7CEE4", "#9C6397", "#453C46", "#BD68FF"),
    Colours("#99CDA3", "#284A3C", "#101E1C", "#6D9591"),
    Colours("#F4C352", "#716144", "#363327", "#F9EA02"),
)
"""Found by a max-min search of the colour difference (CIEDE2000) for normal, protan and deutan sight, so that the
better of tint and line differs by 10 or more between any two. Ink on tint has a contrast of 9:1 or more (7:1 on
dark), a line on the page 4.5:1 or more (5:1), each next one is as far as possible from those before."""

KEYS = tuple("1234567890BDEGHIMQTWYZ")
"""Keys a label can have: the digits, and the letters that no command of the article view uses."""


def offered(schema: Schema) -> tuple[Colours, ...]:
    """Return the colours to choose from: those in use, the four built-in ones, then the twelve."""
    own = [label.colours for label in (*schema.labels, *DEFAULT_SCHEMA.labels)]
    return tuple(dict.fromkeys((*own, *TWELVE)))


def new_label(schema: Schema, name: str, title: str) -> Label:
    """Return a label that the schema does not have, with the first free key and colour and the rarest pattern."""
    taken = {label.key for label in schema.labels}
    used = {label.colours for label in schema.labels}
    patterns = [label.pattern for label in schema.labels]
    colours = offered(schema)
    return Label(
        name,
        title,
        title,
        next((key for key in KEYS if key not in taken), ""),
        next((one for one in colours if one not in used), colours[0]),
        min(PATTERNS, key=patterns.count),
    )
