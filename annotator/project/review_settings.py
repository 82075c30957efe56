from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

import msgspec

from annotator.errors import DamagedFileError


@dataclass(frozen=True, slots=True)
class ReviewSettings:
    """What a project's lead wants of reviews.

    ``rule`` is a value of `annotator.adjudication.rules.Rule`, with ``votes`` for the threshold. ``targets`` hold exact and
    relaxed F1 by label, each in (0, 1]. In a ``blind`` project annotators see nobody else's work on an article before
    their own is finished.
    """

    rule: str = "unanimous"
    votes: int = 2
    blind: bool = False
    targets: Mapping[str, tuple[float, float]] = field(
        default_factory=dict[str, tuple[float, float]]
    )

    __hash__ = None  # type: ignore[assignment] # holds a dict


def to_record(settings: ReviewSettings) -> dict[str, Any]:
    return {
        "rule": settings.rule,
        "votes": settings.votes,
        "blind": settings.blind,
        "targets": {name: list(pair) for name, pair in settings.targets.items()},
    }


def merged(
    base: ReviewSettings | None, mine: ReviewSettings, theirs: ReviewSettings
) -> ReviewSettings:
    """Return ``theirs`` with what ``mine`` changed of ``base``, all of ``mine`` where no base was read."""
    if base is None:
        return mine
    changed = {
        field.name: getattr(mine, field.name)
        for field in fields(mine)
        if getattr(mine, field.name) != getattr(base, field.name)
    }
    return replace(theirs, **changed)


def from_record(record: Mapping[str, Any], where: object) -> ReviewSettings:
    """Return the settings in a record, the usual ones where it is silent, or raise `DamagedFileError`."""
    try:
        return msgspec.convert(dict(record), ReviewSettings)
    except msgspec.ValidationError as error:
        raise DamagedFileError(
            f"{where} holds settings for reviews that make no sense: {error}. Put back a copy of the file"
        ) from None
