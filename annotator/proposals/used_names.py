"""How a project's annotations are written and what names they were given: counted, so that either can be proposed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from annotator.model import Annotation
from annotator.model.names import Registry
from annotator.text.folding import fold_key
from annotator.text.spelling.forms import name_keys

CANONICAL = "canonical"
"""The attribute that holds a canonical name."""

LONGEST = 120
"""Characters: a longer annotation is a quotation or a mistake and no name."""


class NameReason(StrEnum):
    REGISTERED = "registered"  # the registry knows it by this or another way to write it
    USED = "used"  # the same words were given this name before
    RELATED = "related"  # a name in use that shares a word
    SOUND = "sound"  # a name in the letters of another script that sounds alike
    WRITTEN = "written"  # the words themselves


@dataclass(frozen=True, slots=True)
class NameProposal:
    canonical: str
    reason: NameReason
    times: int = 0


class UsedNames:
    """Counts over annotations that come and go.

    ``attributes`` says by label which attribute holds the canonical name, where it is not `CANONICAL`.
    """

    def __init__(self, attributes: Mapping[str, str] | None = None) -> None:
        self._attributes = dict(attributes or {})
        self._first_words: dict[str, Counter[str]] = {}
        self._names: Counter[tuple[str, str]] = Counter()
        self._given: dict[tuple[str, str], Counter[str]] = {}

    def add(self, annotation: Annotation, text: str) -> None:
        self._count(annotation, text, 1)

    def remove(self, annotation: Annotation, text: str) -> None:
        self._count(annotation, text, -1)

    def names_with(self, key: str) -> int:
        """Count the different annotations that begin, themselves or with their canonical name, with a folded word.

        The same words marked again and again count once: an article that is full of one name says no more of it.
        """
        return sum(times > 0 for times in self._first_words.get(key, Counter[str]()).values())

    def names(self, label: str) -> list[str]:
        """Return the canonical names in use for a label, the most frequent first."""
        counted = [(name, n) for (of, name), n in self._names.items() if of == label and n > 0]
        return [name for name, _ in sorted(counted, key=lambda pair: -pair[1])]

    def times(self, label: str, canonical: str) -> int:
        return max(self._names[label, canonical], 0)

    def written(self) -> list[tuple[str, str]]:
        """Return the words that were given a name, in one spelling, each with its label."""
        return [
            (words, label)
            for (label, words), given in self._given.items()
            if any(times > 0 for times in given.values())
        ]

    def uses(self) -> Iterable[tuple[str, str]]:
        """Return every label with a canonical name in use for it, the most frequent first."""
        return [use for use, n in self._names.most_common() if n > 0]

    def propose(self, label: str, written: str, registry: Registry) -> NameProposal | None:
        """Return the canonical name of what is written, or None where nothing is known of it."""
        known = registry.find(label, written)
        if known is not None:
            return NameProposal(known.canonical, NameReason.REGISTERED)
        given = self._given_to(label, written)
        name, times = max(given.items(), key=lambda pair: pair[1], default=("", 0))
        if times <= 0:
            return None
        registered = registry.find(label, name)
        canonical = registered.canonical if registered else name
        return NameProposal(canonical, NameReason.USED, times)

    def given_to(self, label: str, written: str) -> list[NameProposal]:
        """Return every name that the same words were given, the most frequent first."""
        given = self._given_to(label, written)
        return [NameProposal(name, NameReason.USED, n) for name, n in given.most_common() if n > 0]

    def _count(self, annotation: Annotation, text: str, by: int) -> None:
        if len(annotation.span) > LONGEST:
            return
        key = fold_key(annotation.span.of(text))
        name = annotation.attribute(self._attributes.get(annotation.label, CANONICAL))
        words = {key.partition(" ")[0], fold_key(name).partition(" ")[0]} - {""}
        for word in words:
            self._first_words.setdefault(word, Counter())[key] += by
        if name:
            self._names[annotation.label, name] += by
            for spelt in name_keys(annotation.span.of(text)):
                self._given.setdefault((annotation.label, spelt), Counter())[name] += by

    def _given_to(self, label: str, written: str) -> Counter[str]:
        for key in name_keys(written):
            if (label, key) in self._given:
                return self._given[label, key]
        return Counter()
