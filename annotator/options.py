"""Options that describe themselves in two languages: the window, the command line and checks are built from them.

Formats use them; neither the window nor the command line knows an option by itself.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from annotator.errors import OptionError

Value = str | int | bool | None

MOST = 2**31 - 1
"""The largest NUMBER of an option that says nothing else."""

_NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Words:
    """What people read, in English and in Arabic."""

    en: str
    ar: str

    def to(self, language: str) -> str:
        return self.ar if language.startswith("ar") else self.en


class Kind(StrEnum):
    """What an option takes, and so which control stands for it."""

    CHOICE = "choice"
    FLAG = "flag"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of an option of kind CHOICE; ``help`` is one sentence on what it does."""

    value: str | int
    title: Words
    help: Words


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to decide. ``name`` is the key in Python; the command line writes ``switch`` or the name with dashes.

    ``default`` None, for TEXT only, is nothing given. ``least`` and ``most`` bound a NUMBER, both included. Of an export, what is
    left out or changed depends on an option that ``loses``: then its choices are counted before anything is written.
    """

    name: str
    title: Words
    help: Words
    kind: Kind
    default: Value
    choices: tuple[Choice, ...] = ()
    least: int = 0
    most: int = MOST
    switch: str = ""
    loses: bool = False

    def __post_init__(self) -> None:
        if self.kind is Kind.CHOICE and not self.choices:
            raise ValueError(f"option {self.name!r} is a choice among nothing")
        self.check(self.default)

    @property
    def values(self) -> tuple[str | int, ...]:
        return tuple(choice.value for choice in self.choices)

    @property
    def alternatives(self) -> tuple[str | int | bool, ...]:
        """Every value of a CHOICE or a FLAG, nothing of others."""
        return (False, True) if self.kind is Kind.FLAG else self.values

    def check(self, value: object) -> Value:
        """Return ``value`` if the option takes it; raise `OptionError` naming what it takes."""
        match self.kind:
            case Kind.CHOICE if not isinstance(value, bool) and value in self.values:
                return next(known for known in self.values if known == value)
            case Kind.FLAG if isinstance(value, bool):
                return value
            case Kind.NUMBER if isinstance(value, int) and not isinstance(value, bool):
                if self.least <= value <= self.most:
                    return value
            case Kind.TEXT if value is None or isinstance(value, str):
                return value
            case _:
                pass
        raise OptionError(f"{self.name} {value!r} is not {self._takes()}")

    def _takes(self) -> str:
        match self.kind:
            case Kind.CHOICE:
                return f"one of {', '.join(map(str, self.values))}"
            case Kind.FLAG:
                return "one of True, False"
            case Kind.NUMBER:
                return f"a whole number from {self.least} to {self.most}"
            case Kind.TEXT:
                return "text"


class Chosen(Mapping[str, Value]):
    """The value of every option of one format, given or by default."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = dict(values)

    def __getitem__(self, name: str) -> Value:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def text(self, name: str) -> str:
        """Return the value of a TEXT that has a default, or of a CHOICE between texts."""
        return str(self._values[name])

    def optional_text(self, name: str) -> str | None:
        value = self._values[name]
        return None if value is None else str(value)

    def number(self, name: str) -> int:
        return int(self._values[name] or 0)

    def flag(self, name: str) -> bool:
        return bool(self._values[name])


def choose(
    owner: str,
    options: Iterable[Option],
    given: Mapping[str, object],
    known_to: Mapping[str, tuple[str, ...]],
) -> Chosen:
    """Return the value of each of ``options``; raise `OptionError` for one that is unknown or takes no such value.

    ``owner`` is the format, and ``known_to`` says which formats know an option, for the message.
    """
    by_name = {option.name: option for option in options}
    for name in given:
        if name not in by_name:
            raise OptionError(_unknown(owner, name, tuple(by_name), known_to.get(name, ())))
    return Chosen(
        {
            name: option.check(given[name]) if name in given else option.default
            for name, option in by_name.items()
        }
    )


def _unknown(owner: str, name: str, own: tuple[str, ...], others: tuple[str, ...]) -> str:
    if others:
        listed = " and ".join(filter(None, (", ".join(others[:-1]), others[-1])))
        known = f"only {listed} {'has' if len(others) == 1 else 'have'} it"
    else:
        known = f"it has {', '.join(own)}" if own else "it has none"
    return f"{owner} has no option {name.replace('_', '-')}: {known}"


class _Format(Protocol):
    @property
    def all_options(self) -> tuple[Option, ...]: ...


def known_to(formats: Mapping[str, _Format]) -> dict[str, tuple[str, ...]]:
    """Return the names of the formats that have each option, by the option's name."""
    found: dict[str, tuple[str, ...]] = {}
    for name, entry in formats.items():
        for option in entry.all_options:
            found[option.name] = (*found.get(option.name, ()), name)
    return found


def check_registered(
    name: str, options: Iterable[Option], registered: Mapping[str, _Format]
) -> None:
    """Raise `ValueError` where a format cannot stand beside those ``registered``.

    One switch of the command line is one kind of value, whichever format it is for.
    """
    if not _NAME.fullmatch(name) or name in registered:
        raise ValueError(f"format name {name!r} is taken, or not of the form {_NAME.pattern}")
    kinds = {o.name: (o.kind, o.switch) for f in registered.values() for o in f.all_options}
    for option in options:
        if kinds.setdefault(option.name, (option.kind, option.switch)) != (
            option.kind,
            option.switch,
        ):
            raise ValueError(f"{name}: option {option.name!r} is of another kind in other formats")
