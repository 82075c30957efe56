"""Divide articles into train, dev and test: by article, the same for the same seed, near copies on one side."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Literal

from annotator.errors import ExportFailure
from annotator.exporters.near_copies import group

Part = Literal["train", "dev", "test"]

PARTS: tuple[Part, ...] = ("train", "dev", "test")


def assign(
    articles: Iterable[tuple[str, str]], shares: Sequence[float] = (80, 10, 10), seed: int = 13
) -> dict[str, Part]:
    """Return the part of every article, given as ``(id, text)``.

    ``shares`` are for train, dev and test, in any unit; they are met as closely as groups of near copies permit, and a
    part of share 0 stays empty. Neither the order of the articles nor the machine changes the result. Raise
    `ExportFailure` for shares that are no division.
    """
    if len(shares) != len(PARTS) or min(shares) < 0 or not sum(shares):
        raise ExportFailure(
            f"shares {'/'.join(map(str, shares))}: give three, as in 80/10/10, none below 0"
        )
    groups = group(articles)
    groups.sort(key=lambda names: (-len(names), _draw(names[0], seed)))
    total = sum(map(len, groups))
    missing: dict[Part, float] = {
        part: share * total / sum(shares)
        for part, share in zip(PARTS, shares, strict=True)
        if share
    }
    result: dict[str, Part] = {}
    for names in groups:  # the large ones first, as the small ones can still even things out
        part = max(missing, key=missing.__getitem__)
        missing[part] -= len(names)
        for name in names:
            result[name] = part
    return result


def _draw(name: str, seed: int) -> bytes:
    """Return what decides an article's turn: random to look at, the same everywhere."""
    return hashlib.sha256(f"{seed} {name}".encode()).digest()
