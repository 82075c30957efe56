"""What of a project's articles is listed, and in which order: remembered for each project."""

import json
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any


class Order(StrEnum):
    """By what articles are sorted."""

    NUMBER = "number"
    PUBLISHED = "published"
    TITLE = "title"
    STATUS = "status"
    ANNOTATIONS = "annotations"
    CHANGED = "changed"


def field_key(name: str, value: str) -> str:
    """Return one value of an article field as one word of a filter; names of fields hold no ``=``."""
    return f"{name}={value}"


@dataclass(frozen=True, slots=True)
class ListState:
    """A filter and an order. Each filter lets through what fits one of its values; an empty one lets everything through.

    ``published`` is the beginning of an ISO 8601 date: a year, a month or a day. ``statuses`` and ``labels`` hold names as
    the files have them. ``fields`` holds each article field and value as `field_key` joins them; values of one field are
    alternatives, several fields must all fit. ``outdated`` is what was finished under older guidelines.
    """

    words: str = ""
    statuses: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    published: str = ""
    notes: bool = False
    questions: bool = False
    fields: tuple[str, ...] = ()
    outdated: bool = False
    order: Order = Order.NUMBER
    descending: bool = False
    grouped: bool = False

    @property
    def is_filtered(self) -> bool:
        return bool(
            self.words.strip()
            or self.statuses
            or self.labels
            or self.sources
            or self.published
            or self.notes
            or self.questions
            or self.fields
            or self.outdated
        )

    @property
    def is_in_the_usual_order(self) -> bool:
        return self.order == Order.NUMBER and not self.descending and not self.grouped

    def unfiltered(self) -> "ListState":
        """Return the same order without a filter."""
        return ListState(order=self.order, descending=self.descending, grouped=self.grouped)

    def toggled(self, name: str, value: str) -> "ListState":
        """Return a copy whose filter ``name`` has a value more, or no longer."""
        values: tuple[str, ...] = getattr(self, name)
        others = tuple(other for other in values if other != value)
        changed = others if value in values else (*values, value)
        return replace(self, **{name: changed})

    def to_text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> "ListState":
        """Read a state; what is absent or of another type lets everything through."""
        try:
            stored = json.loads(text)
        except ValueError:
            return cls()
        if not isinstance(stored, dict):
            return cls()
        usual = cls()
        return cls(
            **{
                field.name: _read(stored.get(field.name), getattr(usual, field.name))
                for field in fields(cls)
            }
        )


def _read(value: Any, usual: Any) -> Any:
    if isinstance(usual, Order):
        return Order(value) if value in list(Order) else usual
    if isinstance(usual, tuple):
        texts = isinstance(value, list) and all(isinstance(one, str) for one in value)
        return tuple(value) if texts else usual
    return value if type(value) is type(usual) else usual
