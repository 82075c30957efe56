"""Counts of articles add up, whatever is left out, put together or counted anew."""

import random
from dataclasses import fields, replace

import numpy as np
import pytest

from annotator.errors import CancelledError
from annotator.iaa.alignment import blocks
from annotator.iaa.alignment.columns import Compared, collect
from annotator.iaa.counts import storing
from annotator.iaa.counts.counting import count
from annotator.iaa.counts.sparse import SparseCounts
from annotator.iaa.counts.statistics import Statistics
from annotator.iaa.counts.value_rows import ValueRows
from annotator.iaa.scores.summary import summarise
from tests.unit.iaa.build import LABELS, articles, statistics
from tests.unit.iaa.random_projects import random_project

SEEDS = range(2000, 2030)


def parts(value):
    """Return everything a statistics object holds as plain values."""
    if isinstance(value, SparseCounts | ValueRows | Statistics):
        return {field.name: parts(getattr(value, field.name)) for field in fields(value)}
    return value.tolist() if isinstance(value, np.ndarray) else value


def same(one: Statistics, other: Statistics) -> bool:
    return parts(one) == parts(other)


@pytest.mark.parametrize("seed", SEEDS)
def test_some_articles_are_as_if_there_were_no_others(seed: int):
    items, annotators = random_project(seed)
    chosen = random.Random(seed).sample(range(len(items)), (len(items) + 1) // 2)
    assert same(
        statistics(items, annotators).taken(chosen),
        statistics([items[n] for n in chosen], annotators),
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_some_annotators_are_as_if_there_were_no_others(seed: int):
    items, annotators = random_project(seed)
    some = annotators[:1] + annotators[2:]
    # Everybody's zones count, so that without them nobody's choice changes what is compared.
    items = [
        replace(item, layers={n: replace(one, zones=frozenset()) for n, one in item.layers.items()})
        for item in items
    ]
    assert same(statistics(items, annotators).among(some), statistics(items, some))


@pytest.mark.parametrize("seed", SEEDS)
def test_parts_put_together_are_the_whole(seed: int):
    items, annotators = random_project(seed)
    middle = len(items) // 2
    assert same(
        Statistics.joined(
            [statistics(items[:middle], annotators), statistics(items[middle:], annotators)]
        ),
        statistics(items, annotators),
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_an_article_counted_anew_takes_the_place_of_the_old(seed: int):
    items, annotators = random_project(seed)
    changed = random.Random(seed).randrange(len(items))
    other, _ = random_project(seed + 500)
    newer = Compared(
        items[changed].article_id,
        items[changed].characters + 60,
        dict(zip(annotators, other[0].layers.values(), strict=False)),
    )
    before = statistics(items, annotators)
    again = before.replaced(changed, statistics([newer], annotators))
    assert same(again, statistics([*items[:changed], newer, *items[changed + 1 :]], annotators))


def test_a_label_that_comes_later_is_zero_before():
    first = articles({"1": {"a": [(0, 5, "actor")], "b": [(0, 5, "actor")]}})
    second = articles({"2": {"a": [(0, 5, "new")], "b": [(0, 5, "new")]}})
    before, after = statistics(first), statistics(second)
    assert same(Statistics.joined([before, after]), statistics([*first, *second]))
    assert same(before.replaced(0, after), replace(after, articles=("1",)))


def test_labels_that_nothing_has_any_more_are_named():
    gone = articles({"1": {"a": [(0, 5, "old")], "b": []}, "2": {"a": [], "b": []}})
    counts = statistics(gone)
    assert counts.idle_labels(len(LABELS)) == ()
    assert counts.taken([1]).idle_labels(len(LABELS)) == ("old",)


@pytest.mark.parametrize("seed", SEEDS)
def test_blocks_of_any_size_give_the_same_counts(seed: int, monkeypatch: pytest.MonkeyPatch):
    items, annotators = random_project(seed)
    whole = statistics(items, annotators)
    columns = collect(items, annotators, LABELS)
    monkeypatch.setattr(blocks, "ARTICLES", 2)
    assert same(statistics(items, annotators), whole)
    for limit, value in (("SPANS", 5), ("CHARACTERS", 40)):
        monkeypatch.setattr(blocks, "ARTICLES", 200)
        monkeypatch.setattr(blocks, limit, value)
        assert same(statistics(items, annotators), whole)
        monkeypatch.undo()
    assert len(list(blocks.cut(columns))) == 1


def test_progress_is_told_and_may_stop_the_counting(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(blocks, "ARTICLES", 1)
    work = {str(n): {"a": [(0, 5, "actor")], "b": []} for n in range(3)}
    columns = collect(articles(work), ("a", "b"), LABELS)
    told: list[tuple[int, int]] = []
    count(columns, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        count(columns, stop)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_kept_comes_back_as_it_was(seed: int):
    items, annotators = random_project(seed)
    counts = statistics(items, annotators)
    revisions = [f"revision of {item.article_id}" for item in items]
    found = storing.load(storing.dump(counts, revisions))
    assert found is not None
    back, then = found
    assert same(back, counts)
    assert list(then) == revisions
    assert summarise(back, draws=0) == summarise(counts, draws=0)


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04", b"no zip at all"])
def test_damaged_bytes_are_nothing(damage: bytes):
    assert storing.load(damage) is None


def test_every_torn_copy_is_nothing():
    items, annotators = random_project(2002)
    data = storing.dump(statistics(items, annotators), ["r"] * len(items))
    assert all(storing.load(data[:length]) is None for length in range(0, len(data) - 1, 97))


def test_counts_of_another_version_are_nothing(monkeypatch: pytest.MonkeyPatch):
    items, annotators = random_project(2003)
    data = storing.dump(statistics(items, annotators), ["r"] * len(items))
    monkeypatch.setattr(storing, "VERSION", 99)
    assert storing.load(data) is None
