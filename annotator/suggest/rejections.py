"""What an annotator waved off, remembered in their own layers: once hides it in that article, three times everywhere.

A rejection is a decision of the layer, so it is saved, undone and copied like any edit, and every article says what was waved off in it.
"""

from collections import Counter
from dataclasses import dataclass

import msgspec

from annotator.edits import Decide, Edit
from annotator.frozen import frozen
from annotator.model import Layer, Span
from annotator.text.folding import fold_key
from annotator.text.tokens import words

EVERYWHERE = 3
"""Articles in which something is waved off before it is offered in none."""

AROUND = 60
"""Characters before a span in which the word before it is looked for."""


@frozen(order=True)
class Rejection:
    """What is not to be offered again: a label, folded words, and the folded word before them (empty at a line's start)."""

    label: str
    words: str
    before: str = ""


class _Record(msgspec.Struct, frozen=True):
    label: str
    words: str
    before: str = ""


class _Decision(msgspec.Struct, frozen=True):
    waved_off: _Record


def rejection_of(text: str, span: Span, label: str) -> Rejection:
    """Return what waving off a suggestion means."""
    first = max(text.rfind("\n", 0, span.start) + 1, span.start - AROUND, 0)
    before = words(text[first : span.start])[2]
    return Rejection(label, fold_key(span.of(text)), fold_key(before[-1]) if before else "")


def waving_off(rejection: Rejection, layer: Layer) -> Edit | None:
    """Return the edit that remembers a rejection; None where the layer has it."""
    record = _encoded(rejection)
    return None if record in layer.decisions else Decide(frozenset([record]))


def offering_again(rejection: Rejection, layer: Layer) -> Edit | None:
    """Return the edit that forgets a rejection; None where the layer has none."""
    record = _encoded(rejection)
    return Decide(frozenset(), frozenset([record])) if record in layer.decisions else None


def rejections_in(layer: Layer) -> tuple[Rejection, ...]:
    """Return what was waved off in an article, in alphabetical order."""
    found = (_decoded(record) for record in layer.decisions)
    return tuple(sorted(one for one in found if one is not None))


@dataclass(frozen=True, slots=True)
class Hidden:
    """A rejection, and the articles in which it was said."""

    rejection: Rejection
    articles: frozenset[str]

    @property
    def is_everywhere(self) -> bool:
        return len(self.articles) >= EVERYWHERE


class Rejections:
    """What one annotator waved off, by article, and took nevertheless."""

    def __init__(self) -> None:
        self._articles: dict[str, frozenset[Rejection]] = {}
        self._taken: dict[str, frozenset[Rejection]] = {}
        self._times: Counter[Rejection] = Counter()

    def learn(self, layer: Layer, text: str) -> None:
        """Take in an article, in the place of what was known of it."""
        self._times.subtract(self._articles.get(layer.article_id, ()))
        self._articles[layer.article_id] = found = frozenset(rejections_in(layer))
        self._times.update(found)
        self._taken[layer.article_id] = frozenset(
            rejection_of(text, one.span, one.label) for one in layer.annotations.values()
        )

    def forget(self, article_id: str) -> None:
        self._times.subtract(self._articles.pop(article_id, ()))
        self._taken.pop(article_id, None)

    def all(self) -> tuple[Hidden, ...]:
        """Return everything that was waved off, in alphabetical order."""
        found: dict[Rejection, set[str]] = {}
        for article_id, some in self._articles.items():
            for one in some:
                found.setdefault(one, set()).add(article_id)
        return tuple(Hidden(one, frozenset(found[one])) for one in sorted(found))

    def hides(self, article_id: str, rejection: Rejection) -> bool:
        """Tell whether something is not to be offered in an article.

        Waved off there, or in `EVERYWHERE` articles unless the annotator has tagged the same words after the same word somewhere.
        """
        if rejection in self._articles.get(article_id, ()):
            return True
        if self._times[rejection] < EVERYWHERE:
            return False
        return not any(rejection in some for some in self._taken.values())


def _encoded(rejection: Rejection) -> str:
    record: dict[str, str] = {"label": rejection.label, "words": rejection.words}
    if rejection.before:
        record["before"] = rejection.before
    return msgspec.json.encode({"waved_off": record}, order="sorted").decode()


def _decoded(record: str) -> Rejection | None:
    """Return the rejection that a decision is; None of decisions of another kind."""
    try:
        found = msgspec.json.decode(record, type=_Decision).waved_off
    except msgspec.DecodeError:
        return None
    return Rejection(found.label, found.words, found.before)
