"""Paths as scripts give them: text, or anything that is a path."""

import os
from collections.abc import Iterable
from pathlib import Path

AnyPath = str | os.PathLike[str]


def paths_of(given: AnyPath | Iterable[AnyPath]) -> list[Path]:
    """Return one path, or each of several; raise `TypeError` for what is none, bytes and numbers among it."""
    if isinstance(given, str | bytes | os.PathLike):
        return [Path(given)]  # a text is no list of letters
    return [Path(one) for one in given]
