"""Agreement on values of attributes: published numbers, definitions, and what must not matter."""

import random
from dataclasses import replace
from itertools import count as counter

import numpy as np
import pytest

from annotator.iaa.alignment.columns import Compared
from annotator.iaa.counts.value_rows import Match, unpack_value
from annotator.iaa.scores import values as scoring
from annotator.iaa.scores.results import Agreement, Same
from annotator.iaa.scores.summary import summarise
from annotator.model import Annotation, Layer, Span, Status
from tests.unit.iaa.build import compared, statistics
from tests.unit.iaa.random_projects import random_project

NAMES = ("a", "b", "c", "d")
_ids = counter(1)


def units(rows: dict[str, str], *, label: str = "actor", attribute: str = "role") -> Compared:
    """Return one article in which unit ``n`` is the span [10n, 10n + 5); ``.`` gives a value to nobody's annotation there."""
    layers = []
    for name, values in rows.items():
        made = {}
        for n, value in enumerate(values.split()):
            key = f"{next(_ids):012x}"
            attributes = {} if value == "." else {attribute: value}
            made[key] = Annotation(key, Span(10 * n, 10 * n + 5), label, attributes)
        layers.append(Layer(name, "000000000001", Status.DONE, made))
    return compared(*layers, characters=1_000)


def measured(*items: Compared, names: tuple[str, ...] = NAMES, draws: int = 0) -> Agreement:
    return summarise(statistics(items, names), draws=draws)


class TestPublished:
    """Krippendorff, "Computing Krippendorff's alpha-reliability", 2011."""

    def test_binary_data_of_two_observers_section_a(self):
        item = units({"a": "0 1 0 0 0 0 0 0 1 0", "b": "1 1 1 0 0 1 0 0 0 0"})
        [found] = measured(item, names=("a", "b")).attributes
        assert found.alpha == pytest.approx(0.095, abs=0.0005)
        assert found.values == 20

    def test_nominal_data_of_two_observers_section_b(self):
        item = units({"a": "a a b b d c c c e d d a", "b": "b a b b b c c c e d d d"})
        [found] = measured(item, names=("a", "b")).attributes
        assert found.alpha == pytest.approx(0.692, abs=0.0005)
        assert found.values == 24

    def test_nominal_data_of_four_observers_with_missing_values_section_c(self):
        item = units(
            {
                "a": "1 2 3 3 2 1 4 1 2 . . .",
                "b": "1 2 3 3 2 2 4 1 2 5 . 3",
                "c": ". 3 3 3 2 3 4 2 2 5 1 .",
                "d": "1 2 3 3 2 4 4 1 2 5 1 .",
            }
        )
        [found] = measured(item).attributes
        assert found.alpha == pytest.approx(0.743, abs=0.0005)
        assert found.values == 40


def test_the_worked_example_of_the_report_is_true():
    item = units({"a": "p p p m p", "b": "p p p m m"})
    [found] = measured(item, names=("a", "b")).attributes
    assert found.alpha == pytest.approx(0.571, abs=0.0005)


def test_a_value_of_one_alone_is_different_and_none_at_all_is_not_counted():
    [found] = measured(units({"a": "p p . x", "b": "p . . y"}), names=("a", "b")).attributes
    [pair] = found.pairs
    assert (pair.both, pair.one, pair.same[Same.EQUAL]) == (2, 1, 1)
    assert found.shares[Same.EQUAL].value == pytest.approx(1 / 3)
    assert found.values == 4


def test_nothing_given_by_anybody_is_no_attribute():
    assert measured(units({"a": ". .", "b": ". ."}), names=("a", "b")).attributes == ()


def test_values_that_are_all_the_same_have_no_alpha():
    [found] = measured(units({"a": "p p", "b": "p p"}), names=("a", "b")).attributes
    assert found.alpha is None
    assert found.shares[Same.EQUAL].value == 1


@pytest.mark.parametrize(
    ("one", "other", "same_days", "overlapping"),
    [
        ("2020", "2020", 1, 1),
        ("2020", "2020-01-01/2020-12-31", 1, 1),
        ("2020", "2020-11", 0, 1),
        ("2020", "2021", 0, 0),
        ("2020/..", "2031", 0, 1),
        ("2020", "about then", 0, 0),
        ("XXXX", "-0500", 0, 0),
    ],
)
def test_dates_compare_as_intervals_too(one, other, same_days, overlapping):
    item = units(
        {
            "a": f"{one} 1990".replace("about then", "then"),
            "b": f"{other} 1990".replace("about then", "then"),
        },
        label="date",
        attribute="value",
    )
    [found] = measured(item, names=("a", "b")).attributes
    assert found.is_dated
    [pair] = found.pairs
    assert pair.same[Same.SAME_DAYS] == 1 + same_days
    assert pair.same[Same.OVERLAPPING] == 1 + overlapping


def test_text_that_looks_like_a_date_is_compared_as_text():
    item = units({"a": "2020", "b": "2020-01-01/2020-12-31"}, label="quote", attribute="value")
    [found] = measured(item, names=("a", "b")).attributes
    assert not found.is_dated
    assert found.pairs[0].same[Same.SAME_DAYS] == 0


def swapped(items: list[Compared], names: dict[str, str]) -> list[Compared]:
    return [
        replace(
            item,
            layers={
                names[name]: replace(layer, annotator=names[name])
                for name, layer in item.layers.items()
            },
        )
        for item in items
    ]


@pytest.mark.parametrize("seed", range(8500, 8540))
def test_it_does_not_matter_who_is_called_what_or_what_comes_first(seed: int):
    items, annotators = random_project(seed)
    rng = random.Random(seed)
    others = rng.sample(annotators, len(annotators))
    mixed = swapped(items, dict(zip(annotators, others, strict=True)))
    rng.shuffle(mixed)
    one, other = (summarise(statistics(work, annotators), draws=0) for work in (items, mixed))
    assert numbers(one) == pytest.approx(numbers(other), nan_ok=True)


@pytest.mark.parametrize("seed", range(8600, 8620))
def test_articles_without_annotations_change_nothing(seed: int):
    items, annotators = random_project(seed)
    empty = [
        Compared(f"e{n}", 50, {name: Layer(name, f"e{n}", Status.DONE) for name in annotators})
        for n in range(3)
    ]
    one, other = (
        summarise(statistics(work, annotators), draws=0) for work in (items, [*empty, *items])
    )
    assert numbers(one) == pytest.approx(numbers(other), nan_ok=True)


def numbers(found: Agreement) -> list[float]:
    values: list[float | None] = []
    for one in found.attributes:
        values += [one.alpha, one.values, one.counted]
        values += [mean.value for mean in one.shares.values()]
    for _, of_type in found.links.items(""):
        values += [mean.value for mean in of_type.mean.values()]
    return [float("nan") if value is None else value for value in values]


@pytest.mark.parametrize("seed", range(8700, 8710))
def test_squares_of_rare_values_come_to_the_same_alpha(seed, monkeypatch):
    items, annotators = random_project(seed)
    counts = statistics(items, annotators)
    wanted = numbers(summarise(counts, draws=0))
    for cells in (0, len(items)):
        monkeypatch.setattr(scoring, "CELLS", cells)
        assert numbers(summarise(counts, draws=0)) == pytest.approx(wanted, nan_ok=True)


def test_intervals_with_squares_of_rare_values_are_nearly_the_exact_ones(monkeypatch):
    rng = random.Random(5)
    items = []
    for n in range(120):
        made = [f"v{rng.randrange(40)}" for _ in range(8)]
        other = [one if rng.random() < 0.7 else f"v{rng.randrange(40)}" for one in made]
        item = units({"a": " ".join(made), "b": " ".join(other)})
        items.append(replace(item, article_id=f"{n:012x}"))
    counts = statistics(items, ("a", "b"))
    [exact] = summarise(counts, draws=500).attributes
    monkeypatch.setattr(scoring, "CELLS", 0)
    [near] = summarise(counts, draws=500).attributes
    assert exact.interval is not None
    assert near.interval is not None
    assert near.interval.low == pytest.approx(exact.interval.low, abs=0.001)
    assert near.interval.high == pytest.approx(exact.interval.high, abs=0.001)


def many(number: int = 40) -> list[Compared]:
    items = []
    for n in range(number):
        item = units({"a": "p p m", "b": "p m m" if n % 3 else "p p m"})
        items.append(replace(item, article_id=f"{n:012x}"))
    return items


def test_intervals_are_those_of_resampled_articles():
    items = many()
    [found] = summarise(statistics(items, ("a", "b")), draws=400, seed=3).attributes
    rng = np.random.default_rng(3)
    chosen = rng.integers(0, len(items), (250, len(items)), dtype=np.int32)
    chosen = [*chosen, *rng.integers(0, len(items), (150, len(items)), dtype=np.int32)]
    # Of three pairs in every article, one differs unless its number is divisible by three.
    shares = [np.mean([1 if n % 3 == 0 else 2 / 3 for n in draw]) for draw in chosen]
    low, high = np.percentile(shares, [2.5, 97.5])
    mean = found.shares[Same.EQUAL]
    assert mean.interval is not None
    assert (mean.interval.low, mean.interval.high) == (pytest.approx(low), pytest.approx(high))
    assert found.interval is not None
    assert found.interval.low < found.alpha < found.interval.high


def test_too_few_articles_have_no_interval():
    [found] = summarise(statistics(many(9), ("a", "b")), draws=50).attributes
    assert found.interval is None
    assert found.shares[Same.EQUAL].interval is None


def test_more_than_eight_annotators_are_told_apart():
    names = tuple(f"annotator {n}" for n in range(11))
    item = units(dict.fromkeys(names, "p p m") | {names[10]: "p m m"})
    counts = statistics([item], names)
    [found] = summarise(counts, draws=0).attributes
    assert sum(pair.same[Same.EQUAL] for pair in found.pairs) == 3 * 55 - 10
    *_, annotator = unpack_value(counts.given.codes)
    of_last = counts.given.matches[annotator == 10]
    assert (of_last == Match.DIFFERENT).sum() == 10
