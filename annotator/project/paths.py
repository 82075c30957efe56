"""Paths as scripts give them: text, or anything that is a path; and streams beside them."""

import os
from collections.abc import Iterable
from io import IOBase
from pathlib import Path
from typing import BinaryIO, cast

AnyPath = str | os.PathLike[str]


def path_or_stream(given: AnyPath | BinaryIO) -> Path | BinaryIO:
    """Return a path, or the stream that was given; raise `TypeError` for what is neither, bytes and numbers among it."""
    if isinstance(given, IOBase) or hasattr(given, "read") or hasattr(given, "write"):
        return cast("BinaryIO", given)
    return Path(cast("AnyPath", given))


def sources_of(
    given: AnyPath | BinaryIO | Iterable[AnyPath | BinaryIO],
) -> list[Path | BinaryIO]:
    """Return one path or stream, or each of several; raise `TypeError` for what is none."""
    if isinstance(given, str | bytes | os.PathLike | IOBase) or hasattr(given, "read"):
        return [
            path_or_stream(cast("AnyPath", given))
        ]  # a text is no list of letters, a stream none of lines
    return [path_or_stream(one) for one in cast("Iterable[AnyPath | BinaryIO]", given)]
