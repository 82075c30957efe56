"""The measures once more, slowly and character by character, from their definitions alone.

Shares nothing with the engine but the words of the model: lists, dictionaries and Fractions instead of arrays.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations

from annotator.iaa.alignment.columns import Compared
from annotator.model import Status

Made = tuple[int, int, str]


@dataclass
class Article:
    """One article as it counts: who finished it, their distinct spans, and which characters are in scope."""

    finished: list[str]
    spans: dict[str, set[Made]]
    repeated: int
    in_scope: list[bool]


def prepare(
    item: Compared, annotators: Sequence[str], *, zones: bool, in_progress: bool
) -> Article:
    allowed = {Status.DONE, Status.IN_PROGRESS} if in_progress else {Status.DONE}
    layers = {
        n: item.layers[n]
        for n in annotators
        if n in item.layers and item.layers[n].status in allowed
    }
    scope = [True] * item.characters
    if not zones:
        for one in layers.values():
            for zone in one.zones:
                for place in range(zone.span.start, min(zone.span.end, item.characters)):
                    scope[place] = False
    spans: dict[str, set[Made]] = {}
    repeated = 0
    for name, one in layers.items():
        marks = [
            (made.start, made.end, made.label)
            for made in one.annotations.values()
            if any(scope[made.start : made.end])
        ]
        spans[name] = set(marks)
        repeated += len(marks) - len(spans[name])
    return Article(list(layers), spans, repeated, scope)


def shared_part(one: Made, other: Made) -> Fraction:
    """Intersection over union."""
    overlap = min(one[1], other[1]) - max(one[0], other[0])
    if overlap <= 0:
        return Fraction(0)
    return Fraction(overlap, max(one[1], other[1]) - min(one[0], other[0]))


@dataclass
class Aligned:
    """Pairs by kind, and what is left on either side."""

    exact: list[tuple[Made, Made]] = field(default_factory=list)
    label: list[tuple[Made, Made]] = field(default_factory=list)
    boundary: list[tuple[Made, Made]] = field(default_factory=list)
    label_boundary: list[tuple[Made, Made]] = field(default_factory=list)
    split: list[Made] = field(default_factory=list)
    split_a: list[Made] = field(default_factory=list)
    split_b: list[Made] = field(default_factory=list)
    only_a: list[Made] = field(default_factory=list)
    only_b: list[Made] = field(default_factory=list)


def align(a: Iterable[Made], b: Iterable[Made], labels: Sequence[str]) -> Aligned:
    order = {name: n for n, name in enumerate(labels)}

    def place(made: Made) -> tuple[int, int, int]:
        return made[0], made[1], order[made[2]]

    left, right = sorted(a, key=place), sorted(b, key=place)
    found = Aligned()
    for made in [m for m in left if m in right]:
        found.exact.append((made, made))
        left.remove(made)
        right.remove(made)
    for extent in sorted({m[:2] for m in left}):
        ours = [m for m in left if m[:2] == extent]
        theirs = [m for m in right if m[:2] == extent]
        for one, other in zip(ours, theirs, strict=False):
            found.label.append((one, other))
            left.remove(one)
            right.remove(other)
    taken_a: set[Made] = set()
    taken_b: set[Made] = set()

    def greedily(pairs: list[tuple[Made, Made]], into: list[tuple[Made, Made]]) -> None:
        # Shares are compared with twenty binary digits, as the definition says.
        ranked = sorted(
            pairs,
            key=lambda p: (-int(shared_part(*p) * 2**20), left.index(p[0]), right.index(p[1])),
        )
        for one, other in ranked:
            if one not in taken_a and other not in taken_b:
                into.append((one, other))
                taken_a.add(one)
                taken_b.add(other)

    overlapping = [(x, y) for x in left for y in right if shared_part(x, y) > 0]
    greedily([p for p in overlapping if p[0][2] == p[1][2]], found.boundary)
    greedily(
        [
            p
            for p in overlapping
            if p[0][2] != p[1][2] and 2 * int(shared_part(*p) * 2**20) >= 2**20
        ],
        found.label_boundary,
    )
    cut_a = {one for one, _ in found.boundary}
    cut_b = {other for _, other in found.boundary}
    for one in left:
        if one not in taken_a:
            piece = any(y in cut_b and y[2] == one[2] and shared_part(one, y) > 0 for y in right)
            (found.split_a if piece else found.only_a).append(one)
    for other in right:
        if other not in taken_b:
            piece = any(x in cut_a and x[2] == other[2] and shared_part(x, other) > 0 for x in left)
            (found.split_b if piece else found.only_b).append(other)
    return found


def ratio(above: float, below: float) -> float | None:
    return None if below == 0 else above / below


def mean(values: Iterable[float | None]) -> float | None:
    defined = [value for value in values if value is not None]
    return ratio(sum(defined), len(defined))


def concerns(pair: tuple[Made, Made], labels: Sequence[str]) -> bool:
    return pair[0][2] in labels or pair[1][2] in labels


def pair_numbers(
    articles: Sequence[Article], a: str, b: str, all_labels: Sequence[str], labels: Sequence[str]
) -> dict[str, object]:
    """Everything about two annotators and some labels, those of one label or of all together."""
    joint = [one for one in articles if a in one.finished and b in one.finished]
    aligned = [align(one.spans[a], one.spans[b], all_labels) for one in joint]
    n_a = sum(made[2] in labels for one in joint for made in one.spans[a])
    n_b = sum(made[2] in labels for one in joint for made in one.spans[b])
    exact = sum(p[0][2] in labels for one in aligned for p in one.exact)
    boundary = [p for one in aligned for p in one.boundary if p[0][2] in labels]
    same_place = sum(m[2] in labels for one in aligned for p in one.label for m in p)
    soft = exact + sum(shared_part(*p) for p in boundary)
    made = n_a + n_b
    return {
        "joint_articles": len(joint),
        "n": (n_a, n_b),
        "exact": ratio(2 * exact, made),
        "relaxed": ratio(2 * (exact + len(boundary)), made),
        "soft": ratio(2 * float(soft), made),
        "boundary_only": ratio(2 * exact + same_place, made),
        "kinds": {
            "exact": exact,
            "label": sum(concerns(p, labels) for one in aligned for p in one.label),
            "boundary": len(boundary),
            "label_boundary": sum(
                concerns(p, labels) for one in aligned for p in one.label_boundary
            ),
            "split": sum(m[2] in labels for one in aligned for m in one.split_a + one.split_b),
            "only_a": sum(m[2] in labels for one in aligned for m in one.only_a),
            "only_b": sum(m[2] in labels for one in aligned for m in one.only_b),
        },
        "alpha": alpha(joint, [a, b], labels),
        "unitized": unitized_alpha(joint, [a, b], labels),
        "kappa": kappa(joint, a, b, labels),
    }


def confusion(articles: Sequence[Article], a: str, b: str, labels: Sequence[str]) -> Counter:
    """How often a's label met b's, None for no partner."""
    found: Counter = Counter()
    for one in articles:
        if a in one.finished and b in one.finished:
            aligned = align(one.spans[a], one.spans[b], labels)
            for pair in aligned.exact + aligned.label + aligned.boundary + aligned.label_boundary:
                found[pair[0][2], pair[1][2]] += 1
            for made in aligned.only_a + aligned.split_a:
                found[made[2], None] += 1
            for made in aligned.only_b + aligned.split_b:
                found[None, made[2]] += 1
    return found


def answers(article: Article, annotator: str, label: str) -> list[bool]:
    """Of every character in scope: does the label cover it?"""
    covered = [False] * len(article.in_scope)
    for start, end, name in article.spans[annotator]:
        if name == label:
            for place in range(start, end):
                covered[place] = True
    return [yes for yes, counts in zip(covered, article.in_scope, strict=True) if counts]


def alpha(
    articles: Sequence[Article], annotators: Sequence[str], labels: Sequence[str]
) -> float | None:
    """Krippendorff's coincidence matrix of yes and no, filled pair of values by pair of values."""
    coincidences: dict[tuple[bool, bool], Fraction] = {}
    for one in articles:
        who = [name for name in annotators if name in one.finished]
        for label in labels:
            for values in zip(*(answers(one, name, label) for name in who), strict=True):
                if len(values) > 1:
                    for i, first in enumerate(values):
                        for j, second in enumerate(values):
                            if i != j:
                                key = first, second
                                step = Fraction(1, len(values) - 1)
                                coincidences[key] = coincidences.get(key, Fraction(0)) + step
    total = sum(coincidences.values())
    sums = {v: sum(n for key, n in coincidences.items() if key[0] == v) for v in (False, True)}
    expected = 2 * sums[False] * sums[True]
    if not total or not expected:
        return None
    observed = coincidences.get((False, True), 0) + coincidences.get((True, False), 0)
    return float(1 - observed * (total - 1) / expected)


def units(article: Article, annotator: str, label: str) -> list[int]:
    """Lengths of the spans of a label, those as one that share a character; what is out of scope is no character."""
    merged: list[set[int]] = []
    for start, end in sorted((s, e) for s, e, name in article.spans[annotator] if name == label):
        places = {place for place in range(start, end) if article.in_scope[place]}
        for one in [one for one in merged if one & places]:
            merged.remove(one)
            places |= one
        merged.append(places)
    return [len(one) for one in merged]


def unitized_alpha(
    articles: Sequence[Article], annotators: Sequence[str], labels: Sequence[str]
) -> float | None:
    """|u-alpha: coincidences as for alpha; in what is expected no unit meets itself, and no character of a gap."""
    yes = no = observed = squares = Fraction(0)
    for one in articles:
        who = [name for name in annotators if name in one.finished]
        if len(who) < 2:
            continue
        for label in labels:
            for first, second in combinations([answers(one, name, label) for name in who], 2):
                differing = sum(x != y for x, y in zip(first, second, strict=True))
                observed += Fraction(2 * differing, len(who) - 1)
            for name in who:
                given = answers(one, name, label)
                yes += sum(given)
                no += len(given) - sum(given)
                squares += sum(length * length for length in units(one, name, label))
    total = yes + no
    if not yes or not no:
        return None
    expected = 2 * total * yes * no / (total * total - squares - no)
    return float(1 - observed / expected)


def kappa(articles: Sequence[Article], a: str, b: str, labels: Sequence[str]) -> float | None:
    table: Counter = Counter()
    for one in articles:
        for label in labels:
            table.update(zip(answers(one, a, label), answers(one, b, label), strict=True))
    size = sum(table.values())
    if not size:
        return None
    observed = Fraction(table[True, True] + table[False, False], size)
    first = Fraction(table[True, True] + table[True, False], size)
    second = Fraction(table[True, True] + table[False, True], size)
    expected = first * second + (1 - first) * (1 - second)
    return None if expected == 1 else float((observed - expected) / (1 - expected))


def votes(
    articles: Sequence[Article], annotators: Sequence[str], labels: Sequence[str]
) -> list[int]:
    counts = [0] * len(annotators)
    for one in articles:
        who = [name for name in annotators if name in one.finished]
        if len(who) > 1:
            makers = Counter(made for name in who for made in one.spans[name] if made[2] in labels)
            for times in makers.values():
                counts[times - 1] += 1
    return counts
