"""Take one JSON object apart key by key, with errors that say which key of which thing is wrong."""

import json
from collections.abc import Iterable, Mapping
from typing import cast

from annotator.errors import ImportFailure

_NAMES = {str: "text", int: "a whole number", list: "a list", dict: "an object"}
_MISSING = object()


class Fields:
    """The keys of one JSON object; what nobody asked for is left in `rest`.

    ``what`` names the object in errors, as in ``layer of a, annotation 3``.
    """

    __slots__ = ("_values", "what")

    def __init__(self, value: object, what: str) -> None:
        if not isinstance(value, dict):
            raise ImportFailure(f"{what} is {shown(value)}, not an object in braces")
        self._values = dict(cast("dict[str, object]", value))
        self.what = what

    def has(self, key: str) -> bool:
        return key in self._values

    def text(self, *keys: str, default: str | None = None) -> str:
        """Return the text under the first of ``keys`` that is there; null counts as not there."""
        key, value = self._take(keys)
        if value is None:
            if default is None:
                raise ImportFailure(f"{self.what} has no {keys[0]!r}")
            return default
        if not isinstance(value, str):
            raise self._wrong(key, value, str)
        return value

    def optional_text(self, *keys: str) -> str | None:
        """Return the text under the first of ``keys``, None where it is null or absent."""
        _, value = self._take(keys)
        if value is not None and not isinstance(value, str):
            raise self._wrong(keys[0], value, str)
        return value

    def loose_text(self, key: str) -> str | None:
        """Return what is under ``key`` as text, a number as it is written; None where it is null, absent or no text.

        What is no text is put aside as ``original_…``: nothing of ours is called so.
        """
        value = self._values.pop(key, None)
        found = as_text(value)
        if value is not None and found is None:
            self.put_aside(key, value)
        return found

    def put_aside(self, key: str, value: object) -> None:
        """Keep another program's ``value`` under a name that hides nothing of ours."""
        self._values.pop(key, None)
        self._values.setdefault(f"original_{key}", value)

    def identifier(self, *keys: str) -> str | None:
        """Return an id as text; other programs number theirs."""
        key, value = self._take(keys)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if value is not None and (not isinstance(value, str) or not value):
            raise self._wrong(key, value, str)
        return value

    def number(self, *keys: str) -> int:
        key, value = self._take(keys)
        if value is None:
            raise ImportFailure(f"{self.what} has no {keys[0]!r}")
        if not isinstance(value, int) or isinstance(value, bool):
            raise self._wrong(key, value, int)
        return value

    def items(self, *keys: str) -> list[object]:
        """Return the list under the first of ``keys``, an empty one where none of them is there."""
        key, value = self._take(keys)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self._wrong(key, value, list)
        return cast("list[object]", value)

    def texts(self, key: str) -> dict[str, str]:
        """Return an object whose values are all text, without the empty ones."""
        _, value = self._take((key,))
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise self._wrong(key, value, dict)
        entries = cast("dict[str, object]", value)
        for name, entry in entries.items():
            if not isinstance(entry, str):
                raise ImportFailure(f"{self.what}: {key}.{name} is {shown(entry)}, not text")
        return {name: entry for name, entry in cast("dict[str, str]", entries).items() if entry}

    def peek(self, key: str) -> object:
        return self._values.get(key)

    def drop(self, *keys: str) -> None:
        for key in keys:
            self._values.pop(key, None)

    @property
    def rest(self) -> dict[str, object]:
        return self._values

    def _take(self, keys: Iterable[str]) -> tuple[str, object]:
        first = ""
        for key in keys:
            first = first or key
            value = self._values.pop(key, _MISSING)
            if value is not _MISSING:
                return key, value
        return first, None

    def _wrong(self, key: str, value: object, wanted: type) -> ImportFailure:
        return ImportFailure(f"{self.what}: {key!r} is {shown(value)}, not {_NAMES[wanted]}")


def as_text(value: object) -> str | None:
    """Return text as it is and a number as it is written, None for anything else."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def as_object(value: object) -> Mapping[str, object] | None:
    """Return ``value`` if it is a JSON object, else None."""
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else None


def as_number(value: object) -> int | None:
    """Return a whole number, None for anything else; true and false are none."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def as_list(value: object) -> list[object] | None:
    """Return ``value`` if it is a JSON array, else None."""
    return cast("list[object]", value) if isinstance(value, list) else None


def shown(value: object) -> str:
    """Return a value as an error shows it: short, and in JSON's own words."""
    if isinstance(value, bool):
        return str(value).lower()
    if value is None:
        return "null"
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    text = repr(value)
    return text if len(text) <= 60 else text[:60] + "…"


def refuse_surrogates(value: object) -> None:
    """Raise `ImportFailure` where a string of ``value`` holds half a character, which no UTF-8 file can."""
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        code = f"U+{ord(error.object[error.start]):04X}"
        raise ImportFailure(
            f"a value beside the text holds a lone surrogate, {code}: remove it; {shown(error.object)}"
        ) from None
