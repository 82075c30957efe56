"""Intervals: repeatable, honest about too few articles, and where a slow count of resamples has them."""

import random

import numpy as np
import pytest

from annotator.iaa.scores.bootstrap import Draws, interval, resample
from annotator.iaa.scores.results import Interval, Measure
from annotator.iaa.scores.summary import summarise
from tests.unit.iaa.build import articles, statistics


def corpus(number: int):
    """Return articles of one to nine spans in b, of which a lacks up to three."""
    rng = random.Random(number)
    work = {}
    for n in range(number):
        made = [(10 * k, 10 * k + 5, "actor") for k in range(rng.randint(1, 9))]
        work[f"{n:012d}"] = {"a": made[: max(1, len(made) - rng.randint(0, 3))], "b": made}
    return articles(work)


def exact(number: int, draws: int = 400, seed: int = 1):
    found = summarise(statistics(corpus(number)), draws=draws, seed=seed)
    return found.pairs[0].scores.total.f1[Measure.EXACT]


def test_below_ten_articles_there_is_no_interval():
    assert exact(9).interval is None
    assert exact(10).interval is not None


def test_below_thirty_articles_it_is_rough():
    assert exact(29).interval.rough
    assert not exact(30).interval.rough


def test_without_draws_there_is_none():
    assert exact(40, draws=0).interval is None


def test_it_holds_the_value_and_narrows_with_more_articles():
    few, many = exact(20), exact(200)
    for found in (few, many):
        assert found.interval.low < found.value < found.interval.high
    assert many.interval.high - many.interval.low < (few.interval.high - few.interval.low) / 2


def test_the_same_seed_gives_the_same_interval_and_another_seed_another():
    assert exact(20, seed=5) == exact(20, seed=5)
    assert exact(20, seed=5) != exact(20, seed=6)


def test_the_order_of_articles_does_not_matter():
    counts = statistics(corpus(20))
    back = counts.taken(range(19, -1, -1))
    assert summarise(counts, draws=200).mean == summarise(back, draws=200).mean


def test_articles_that_are_all_alike_leave_nothing_to_doubt():
    made = {"a": [(0, 5, "actor")], "b": [(0, 5, "actor"), (6, 9, "actor")]}
    found = summarise(statistics(articles({f"{n:012d}": made for n in range(15)})), draws=50)
    mean = found.mean[Measure.EXACT].total
    assert mean.interval == Interval(mean.value, mean.value, rough=True)


def test_a_pair_needs_ten_joint_articles_of_its_own():
    work = {f"{n:012d}": {"a": [(0, 5, "actor")], "b": [(0, 5, "actor")]} for n in range(12)}
    for n in range(9):
        work[f"{n:012d}"]["c"] = [(0, 5, "actor")]
    found = summarise(statistics(articles(work), ("a", "b", "c")), draws=50)
    known = [pair.scores.total.f1[Measure.EXACT].interval is not None for pair in found.pairs]
    assert [(pair.a, pair.b) for pair in found.pairs] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert known == [True, False, False]
    assert found.mean[Measure.EXACT].total.interval is not None


def test_what_is_undefined_has_no_interval():
    found = summarise(statistics(corpus(20)), draws=50)
    assert found.mean[Measure.EXACT].labels["quote"].interval is None
    assert interval(float("nan"), float("nan"), 100) is None


def test_the_bounds_are_the_percentiles_of_the_defined_samples():
    rng = np.random.default_rng(3)
    features = rng.random((25, 2))

    def ratio(sums):
        values = sums[:, :1] / sums[:, 1:]
        values[::4] = np.nan
        return values

    seen = []

    def recorded(sums):
        seen.append(ratio(sums))
        return seen[-1]

    low, high = resample(features, recorded, Draws(len(features), 600, 9))
    samples = np.concatenate(seen)
    assert len(samples) == 600
    wanted = np.nanpercentile(samples, [2.5, 97.5], axis=0)
    assert (low[0], high[0]) == pytest.approx((wanted[0, 0], wanted[1, 0]))


def test_every_draw_takes_as_many_articles_as_there_are():
    def total(sums):
        assert sums.tolist() == [[7.0]] * len(sums)
        return sums

    resample(np.ones((7, 1)), total, Draws(7, 300, 1))


def test_all_that_is_measured_shares_one_set_of_draws():
    draws = Draws(7, 300, 1)
    first = [one.tolist() for one in draws.weights()]
    assert [one.tolist() for one in draws.weights()] == first
    assert first == [one.tolist() for one in Draws(7, 300, 1).weights()]
    plain = np.random.default_rng(1).integers(0, 7, (250, 7), dtype=np.int32)
    assert first[0] == [np.bincount(row, minlength=7).tolist() for row in plain]
