"""Names that were tagged before, and where they stand in a text: each with how often it was tagged and how often left.

Counts are kept by article, so that what an annotator changes is counted anew at once, and so that one article can be looked
at with what the others know.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from annotator.model import Span
from annotator.model.zone import is_covered
from annotator.suggest.shelves import Shelves
from annotator.suggest.token_text import TokenText, Words, forms_of
from annotator.suggest.values import Engine
from annotator.text.spelling.forms import name_key

TAGGED_BEFORE, LEFT_BEFORE = 1.0, 0.5
"""What is added to the counts: a name of which nothing else is known is right two times out of three."""

LONGEST = 120
"""Characters: a longer annotation is a quotation or a mistake and no name."""

Entry = tuple[str, str]
"""A label, and the key that all spellings of a name have in common."""


class Match(NamedTuple):
    """A known name at tokens ``[first, after)``, ``offset`` letters of the first left outside."""

    first: int
    offset: int
    after: int
    label: str
    key: str
    score: float

    @property
    def size(self) -> int:
        return self.after - self.first


@dataclass(frozen=True)
class Learnt:
    """What one article teaches. ``left`` counts only where it ``is_finished``: what is not tagged yet says nothing."""

    text: TokenText
    tagged: tuple[tuple[Span, str], ...]
    """Spans with their labels."""
    regions: tuple[Span, ...] = ()
    """What is out of scope, merged."""
    is_finished: bool = False

    @cached_property
    def shelves(self) -> Shelves[str]:
        return Shelves(self.tagged)


class Gazetteer:
    """Names by label. ``add_known`` puts names in that nobody has to have tagged, ``learn`` what was tagged."""

    def __init__(self) -> None:
        self._forms: dict[str, dict[Words, dict[str, str]]] = {}
        self._ways: dict[Entry, tuple[Words, ...]] = {}
        self._known: dict[Entry, str] = {}
        self._counts: dict[Entry, dict[str, tuple[int, int]]] = {}
        self._totals: dict[Entry, tuple[int, int]] = {}
        self._articles: dict[str, Learnt] = {}
        self._keys: dict[str, dict[Entry, int]] = {}

    def add_known(self, label: str, written: str, engine: str) -> None:
        """Put a name in that somebody wrote down; of two engines that know it the first stays."""
        entry = (label, name_key(written))
        if entry not in self._known and self._register(entry, written):
            self._known[entry] = engine

    def learn(self, article_id: str, learnt: Learnt) -> None:
        """Take in what is tagged in an article, in the place of what was known of it."""
        before = self._articles.get(article_id)
        self._articles[article_id] = learnt
        tagged = self._tagged(learnt)
        written = {entry: words for entry, (words, _) in tagged.items()}
        for entry, words in written.items():
            self._register(entry, words)
        was = self._keys.get(article_id, {})
        self._keys[article_id] = {entry: n for entry, (_, n) in tagged.items()}
        counts_left = learnt.is_finished or (before is not None and before.is_finished)
        stale = list(self._ways) if counts_left else [*was.keys() | tagged.keys()]
        for entry in stale:
            self._recount(entry, article_id)
        for entry in was.keys() - tagged.keys():
            self._forget_if_unknown(entry)

    def forget(self, article_id: str) -> None:
        """Forget an article."""
        if self._articles.pop(article_id, None) is None:
            return
        was = self._keys.pop(article_id, {})
        for entry in list(self._counts):
            self._recount(entry, article_id)
        for entry in was:
            self._forget_if_unknown(entry)

    def counts(self, label: str, key: str, without: str = "") -> tuple[int, int]:
        """Return how often a name was tagged and how often left, ``without`` one article."""
        tagged, left = self._totals.get((label, key), (0, 0))
        if without:
            tagged_here, left_here = self._counts.get((label, key), {}).get(without, (0, 0))
            tagged, left = tagged - tagged_here, left - left_here
        return tagged, left

    def engine_of(self, label: str, key: str, without: str = "") -> str:
        """Return what knows a name: names, where it was tagged or written down here, or seed; empty where nothing does."""
        if self.counts(label, key, without)[0]:
            return Engine.NAMES
        return self._known.get((label, key), "")

    def seeded(self, matches: Iterable[Match], without: str = "") -> frozenset[Match]:
        """Return those of the matches that nothing but the seed knows."""
        return frozenset(
            one for one in matches if self.engine_of(one.label, one.key, without) == Engine.SEED
        )

    def matches(self, text: TokenText, least: float, without: str = "") -> Iterator[Match]:
        """Yield the known names of a score from ``least`` on, of each label none overlapping, the longest first."""
        found: list[Match] = []
        for first, forms in self._forms.items():
            if not text.has(first):
                continue
            for form, labels in forms.items():
                places = list(text.occurrences(form))
                if not places:
                    continue
                for label, key in labels.items():
                    if not self.engine_of(label, key, without):
                        continue
                    score = self._score(label, key, without)
                    if score >= least:
                        found += (Match(*place, label, key, score) for place in places)
        found.sort(key=lambda one: (-one.size, one.first, one.offset, one.label, one.key))
        taken: set[tuple[str, int]] = set()
        for match in found:
            tokens = [(match.label, at) for at in range(match.first, match.after)]
            if taken.isdisjoint(tokens):
                taken.update(tokens)
                yield match

    def _score(self, label: str, key: str, without: str) -> float:
        tagged, left = self.counts(label, key, without)
        sure = tagged + TAGGED_BEFORE
        return sure / (sure + left + LEFT_BEFORE)

    def _register(self, entry: Entry, written: str) -> bool:
        """Begin to look for a name, and count where it was left; False where it cannot be looked for."""
        if entry in self._ways:
            return True
        ways = forms_of(written)
        if not ways:
            return False
        self._ways[entry] = ways
        label, key = entry
        for form in ways:
            self._forms.setdefault(form[0], {}).setdefault(form, {}).setdefault(label, key)
        for article_id, learnt in self._articles.items():
            if learnt.is_finished:
                self._recount(entry, article_id)
        return True

    def _forget_if_unknown(self, entry: Entry) -> None:
        """Stop looking for a name that nobody tagged or wrote down any more."""
        if entry in self._known or self._totals.get(entry, (0, 0))[0]:
            return
        for form in self._ways.pop(entry, ()):
            forms = self._forms[form[0]]
            if forms.get(form, {}).get(entry[0]) == entry[1]:
                del forms[form][entry[0]]
                if not forms[form]:
                    del forms[form]
        self._counts.pop(entry, None)
        self._totals.pop(entry, None)

    def _recount(self, entry: Entry, article_id: str) -> None:
        counts = self._counts.setdefault(entry, {})
        old = counts.pop(article_id, (0, 0))
        new = self._count(entry, article_id)
        if any(new):
            counts[article_id] = new
        if new != old:
            tagged, left = self._totals.get(entry, (0, 0))
            self._totals[entry] = (tagged - old[0] + new[0], left - old[1] + new[1])
        if not counts:
            del self._counts[entry]

    def _count(self, entry: Entry, article_id: str) -> tuple[int, int]:
        learnt = self._articles.get(article_id)
        if learnt is None:
            return 0, 0
        tagged = self._keys.get(article_id, {}).get(entry, 0)
        return tagged, self._left(entry, learnt) if learnt.is_finished else 0

    def _left(self, entry: Entry, learnt: Learnt) -> int:
        """Count where a name stands in scope and its label was not given, but for what is part of a longer name."""
        text, left = learnt.text, 0
        seen: set[tuple[int, int]] = set()
        for form in self._ways.get(entry, ()):
            for first, offset, after in text.occurrences(form):
                if (first, after) in seen:
                    continue
                seen.add((first, after))
                start, end = text.starts[first] + offset, text.ends[after - 1]
                if is_covered(start, end, learnt.regions):
                    continue
                here = Span(start, end)
                if not any(
                    label == entry[0] and span.contains(here)
                    for span, label in learnt.shelves.over(here)
                ):
                    left += 1
        return left

    @staticmethod
    def _tagged(learnt: Learnt) -> dict[Entry, tuple[str, int]]:
        """Return the names that are tagged, each with one way it is written and how often."""
        written: dict[Entry, str] = {}
        times: Counter[Entry] = Counter()
        for span, label in learnt.tagged:
            if len(span) > LONGEST:
                continue
            words = span.of(learnt.text.text)
            entry = (label, name_key(words))
            if not forms_of(words):
                continue
            written.setdefault(entry, words)
            times[entry] += 1
        return {entry: (words, times[entry]) for entry, words in written.items()}
