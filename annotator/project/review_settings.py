from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Literal, cast

import msgspec

from annotator.errors import DamagedFileError

ROLES = ("", "trainee", "left", "machine")
"""What an annotator may be: nothing special, in training, gone, a program."""


@dataclass(frozen=True, slots=True)
class Person:
    """What a lead says of one annotator: a role, and whether their work counts for gold and for agreement."""

    role: Literal["", "trainee", "left", "machine"] = ""
    for_gold: bool = True
    for_iaa: bool = True

    @classmethod
    def in_role(cls, role: Literal["", "trainee", "left", "machine"]) -> "Person":
        """Return a person as the role has it: trainees and machines count for neither, who left counts for both."""
        counts = role not in ("trainee", "machine")
        return cls(role, counts, counts)


EVERYBODY = Person()


@dataclass(frozen=True, slots=True)
class ReviewSettings:
    """What a project's lead wants of reviews.

    ``rule`` is a value of `annotator.adjudication.rules.Rule`, ``over`` one of its `Over`, with ``votes`` for the threshold
    and ``trusted`` for the annotator of that rule. ``targets`` hold exact and relaxed F1 by label, each in (0, 1]. In a
    ``blind`` project annotators see nobody else's work on an article before their own is finished. ``people`` says of
    annotators what is not as usual. Suggestions on articles that several annotate pull all of them the same way, so there are
    none unless ``suggest_on_shared``.
    """

    rule: str = "unanimous"
    votes: int = 2
    blind: bool = False
    targets: Mapping[str, tuple[float, float]] = field(
        default_factory=dict[str, tuple[float, float]]
    )
    over: str = "variant"
    trusted: str = ""
    people: Mapping[str, Person] = field(default_factory=dict[str, Person])
    suggest_on_shared: bool = False

    __hash__ = None  # type: ignore[assignment] # holds a dict

    def person(self, name: str) -> Person:
        return self.people.get(name, EVERYBODY)

    @property
    def left_out_of_gold(self) -> frozenset[str]:
        """Whose work does not count for gold."""
        return frozenset(name for name, one in self.people.items() if not one.for_gold)

    @property
    def left_out_of_iaa(self) -> frozenset[str]:
        """Whose work does not count for inter-annotator agreement."""
        return frozenset(name for name, one in self.people.items() if not one.for_iaa)


def to_record(settings: ReviewSettings) -> dict[str, Any]:
    return {
        "rule": settings.rule,
        "votes": settings.votes,
        "blind": settings.blind,
        "targets": {name: list(pair) for name, pair in settings.targets.items()},
        "over": settings.over,
        "trusted": settings.trusted,
        "people": {
            name: {"role": one.role, "for_gold": one.for_gold, "for_iaa": one.for_iaa}
            for name, one in settings.people.items()
        },
        "suggest_on_shared": settings.suggest_on_shared,
    }


def merged(
    base: ReviewSettings | None, mine: ReviewSettings, theirs: ReviewSettings
) -> ReviewSettings:
    """Return ``theirs`` with what ``mine`` changed of ``base``, all of ``mine`` where no base was read."""
    if base is None:
        return mine
    changed = {
        field.name: _changed(*(getattr(one, field.name) for one in (base, mine, theirs)))
        for field in fields(mine)
        if getattr(mine, field.name) != getattr(base, field.name)
    }
    return replace(theirs, **changed)


def _changed(base: object, mine: object, theirs: object) -> object:
    """Return what ``mine`` is, name by name with ``theirs`` where each name has its own setting."""
    if not all(isinstance(one, dict) for one in (base, mine, theirs)):
        return mine
    old, new, there = (cast("dict[str, object]", one) for one in (base, mine, theirs))
    found = {key: value for key, value in there.items() if key in new or key not in old}
    return {**found, **{key: value for key, value in new.items() if old.get(key) != value}}


def from_record(record: Mapping[str, Any], where: object) -> ReviewSettings:
    """Return the settings in a record, the usual ones where it is silent, or raise `DamagedFileError`."""
    try:
        return msgspec.convert(dict(record), ReviewSettings)
    except msgspec.ValidationError as error:
        raise DamagedFileError(
            f"{where} holds settings for reviews that make no sense: {error}. Put back a copy of the file"
        ) from None
