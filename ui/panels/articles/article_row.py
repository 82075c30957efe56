from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.model import Status
from ui.remembered.list_state import ListState, Order
from ui.widgets.matching import holds, words_of

PROGRESS = {status: place for place, status in enumerate(Status)}


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What the list says about one article.

    ``published`` and ``changed`` are ISO 8601; ``annotations`` counts the layer, ``labels`` are those it has, ``notes`` its
    annotations with a note, ``questions`` and ``flags`` those that are open. ``fields`` are the article fields that have a value,
    ``outdated`` tells that it was finished under other guidelines than today's.
    """

    id: str
    number: int
    title: str
    published: str | None
    status: Status
    annotations: int
    source: str = ""
    labels: tuple[str, ...] = ()
    notes: int = 0
    questions: int = 0
    flags: int = 0
    changed: str = ""
    fields: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)
    outdated: bool = False


def acceptance(
    state: ListState, key_of: Callable[[ArticleRow], str]
) -> Callable[[ArticleRow], bool]:
    """Return what tells whether the filter lets a row through; ``key_of`` gives the folded words by which a row is found."""
    words = words_of(state.words)
    statuses, sources = frozenset(state.statuses), frozenset(state.sources)
    labels = frozenset(state.labels)
    fields = _by_field(state.fields)

    def accepts(row: ArticleRow) -> bool:
        return (
            (not statuses or row.status in statuses)
            and (not sources or row.source in sources)
            and (not labels or not labels.isdisjoint(row.labels))
            and (not state.published or (row.published or "").startswith(state.published))
            and (not state.notes or row.notes > 0)
            and (not state.questions or row.questions + row.flags > 0)
            and (not state.outdated or row.outdated)
            and all(row.fields.get(name, "") in values for name, values in fields.items())
            and (not words or holds(key_of(row), words))
        )

    return accepts


def _by_field(chosen: Iterable[str]) -> dict[str, set[str]]:
    """Return the values let through by article field."""
    found: dict[str, set[str]] = {}
    for one in chosen:
        name, _, value = one.partition("=")
        found.setdefault(name, set()).add(value)
    return found


def sort_key(order: Order, key_of: Callable[[ArticleRow], str]) -> Callable[[ArticleRow], Any]:
    """Return what rows are sorted by; within equals it is their number."""
    match order:
        case Order.NUMBER:
            return lambda row: row.number
        case Order.PUBLISHED:
            return lambda row: (row.published or "", row.number)
        case Order.TITLE:
            return lambda row: (key_of(row).partition(" ")[2], row.number)
        case Order.STATUS:
            return lambda row: (PROGRESS[row.status], row.number)
        case Order.ANNOTATIONS:
            return lambda row: (row.annotations, row.number)
        case Order.CHANGED:
            return lambda row: (row.changed, row.number)
