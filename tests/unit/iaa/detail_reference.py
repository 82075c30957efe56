"""Agreement on values and links once more, slowly, from the definitions: lists and Fractions instead of arrays.

It takes the alignment of two annotators from `reference`, as the engine takes it from its own.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations

from annotator.iaa.alignment.columns import Compared
from annotator.iaa.alignment.details import Vocabulary
from annotator.text.dates import edtf
from tests.unit.iaa import reference
from tests.unit.iaa.build import LABELS
from tests.unit.iaa.reference import Article, Made

Named = tuple[str, str]
"""A label and an attribute."""


class Detailed:
    """An article with what its spans carry."""

    def __init__(self, item: Compared, article: Article) -> None:
        self.article = article
        self.values: dict[str, dict[tuple[Made, str], str]] = {}
        self.links: dict[str, set[tuple[str, Made, Made]]] = {}
        for name in article.finished:
            layer = item.layers[name]
            spans = {
                one.id: (one.start, one.end, one.label)
                for one in layer.annotations.values()
                if any(article.in_scope[one.start : one.end])
            }
            values: dict[tuple[Made, str], set[str]] = {}
            for key, span in spans.items():
                for attribute, text in layer.annotations[key].attributes.items():
                    values.setdefault((span, attribute), set()).add(text)
            self.values[name] = {key: last(texts) for key, texts in values.items()}
            self.links[name] = {
                (one.type, spans[one.head], spans[one.dependent])
                for one in layer.relations
                if one.head in spans and one.dependent in spans
            }

    def partners(self, a: str, b: str, *kinds: str) -> dict[Made, Made]:
        if a not in self.values or b not in self.values:
            return {}
        spans = self.article.spans
        found = reference.align(spans[a], spans[b], LABELS)
        return dict(pair for kind in kinds for pair in getattr(found, kind))


def last(texts: set[str]) -> str:
    """Return which of the values of a repeated span counts: the one with the last hash."""
    words = Vocabulary((), {}, {})
    for text in sorted(texts):
        words.value(text, "", "")
    _, places = words.table()
    return max(sorted(texts), key=lambda text: places[words.values[text, False]])


def features(articles: Sequence[Detailed]) -> list[Named]:
    """Return what anybody gave a value that an aligned annotation could have had, too."""
    found: set[Named] = set()
    for a, b, first, second, one in pairs_of_values(articles):
        del a, b, first, second
        found.add(one)
    return sorted(found)


def pairs_of_values(
    articles: Sequence[Detailed], annotators: Sequence[str] = ()
) -> Iterator[tuple[str, str, str, str, Named]]:
    """Yield both names, both values (empty where there is none) and what they are values of."""
    for article in articles:
        names = [n for n in (annotators or article.article.finished) if n in article.values]
        for a, b in combinations(names, 2):
            for first, second in article.partners(a, b, "exact", "boundary").items():
                attributes = {
                    name
                    for who, span in ((a, first), (b, second))
                    for (at, name) in article.values[who]
                    if at == span
                }
                for name in attributes:
                    yield (
                        a,
                        b,
                        article.values[a].get((first, name), ""),
                        article.values[b].get((second, name), ""),
                        (first[2], name),
                    )


def shares(
    articles: Sequence[Detailed], a: str, b: str, named: Named, dates: Sequence[Named]
) -> dict[str, int]:
    counts = Counter(dict.fromkeys(("both", "one", "equal", "same_days", "overlapping"), 0))
    for _, _, first, second, one in pairs_of_values(articles, (a, b)):
        if one != named:
            continue
        counts["both" if first and second else "one"] += 1
        if first == second:
            counts.update(("equal", "same_days", "overlapping"))
        elif first and second and named in dates:
            counts.update(dates_alike(first, second))
    return dict(counts)


def dates_alike(first: str, second: str) -> list[str]:
    one, other = edtf.bounds(first), edtf.bounds(second)
    if not one or not other or not any(one) or not any(other):
        return []
    if one == other:
        return ["same_days", "overlapping"]
    days = [
        (low.toordinal() if low else 0, high.toordinal() if high else 10**7)
        for low, high in (one, other)
    ]
    meet = max(low for low, _ in days) <= min(high for _, high in days)
    return ["overlapping"] if meet else []


def alpha(articles: Sequence[Detailed], named: Named) -> Fraction | None:
    """Every value against those aligned with it: the mean over values of the share of others that differ."""
    label, attribute = named
    occurrences: Counter[str] = Counter()
    differing = Fraction(0)
    for article in articles:
        others: dict[tuple[str, Made], list[str]] = {}
        for a, b in permutations(article.article.finished, 2):
            first, second = sorted((a, b), key=article.article.finished.index)
            met = article.partners(first, second, "exact", "boundary")
            if a != first:
                met = {y: x for x, y in met.items()}
            for mine, theirs in met.items():
                value = article.values[b].get((theirs, attribute))
                if mine[2] == label and value and (mine, attribute) in article.values[a]:
                    others.setdefault((a, mine), []).append(value)
        for (name, mine), values in others.items():
            own = article.values[name][mine, attribute]
            occurrences[own] += 1
            differing += Fraction(sum(value != own for value in values), len(values))
    n = sum(occurrences.values())
    expected = n * n - sum(count * count for count in occurrences.values())
    return 1 - (n - 1) * differing / expected if expected else None


def links(
    articles: Sequence[Detailed], a: str, b: str, kind: str | None, *kinds: str
) -> tuple[int, int, int]:
    """Return how many links both have, over ends aligned in these ways, and how many each has."""
    both = of_a = of_b = 0
    for article in articles:
        if a not in article.links or b not in article.links:
            continue
        met = article.partners(a, b, *kinds)
        mine = {one for one in article.links[a] if kind in (None, one[0])}
        theirs = {one for one in article.links[b] if kind in (None, one[0])}
        of_a, of_b = of_a + len(mine), of_b + len(theirs)
        both += sum((t, met.get(head), met.get(end)) in theirs for t, head, end in mine)
    return both, of_a, of_b
