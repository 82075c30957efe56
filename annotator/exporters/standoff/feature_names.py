"""Values as features of WebAnno and UIMA: what each is called there."""

import re

RESERVED = frozenset(
    {
        "begin",
        "end",
        "sofa",
        "value",
        "label",
        "identifier",
        "note",
        "comment",
        "self",
        "type",
        "id",
    }
)
"""Names that mean something else in features; a value called so gets a line under it, which an import takes off."""

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def feature_name(attribute: str) -> str | None:
    """Return what a value is called as a feature, None where it can have no such name."""
    if not _NAME.fullmatch(attribute):
        return None
    return f"{attribute}_" if attribute.rstrip("_") in RESERVED else attribute
