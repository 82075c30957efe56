"""One annotator against gold, beside a slow count from the definitions alone."""

from collections import Counter
from dataclasses import replace

import pytest

from annotator.iaa.alignment.causes import boundary_cause
from annotator.iaa.alignment.disagreements import disagreements
from annotator.iaa.alignment.options import Options
from annotator.iaa.scores.accuracy import Accuracy, Deviation, Score, accuracy_of
from annotator.iaa.scores.summary import summarise
from annotator.model import GOLD, Span, Status
from tests.unit.iaa import reference
from tests.unit.iaa.build import LABELS, compared, drawn_pair, layer, statistics
from tests.unit.iaa.random_projects import random_project

TEXT = "".join("وقال الرئيس الروسي بوتين، في موسكو "[n % 35] for n in range(80))


def measured(items, annotators, annotator, options=Options()) -> Accuracy | None:  # noqa: B008
    pair = [name for name in annotators if name in (GOLD, annotator)]
    found = summarise(statistics(items, annotators, options=options).among(pair), draws=0)
    return accuracy_of(found, disagreements(items, *pair, LABELS, options))


def with_gold(seed: int):
    """Return a random project one of whose annotators is gold, which sorts first, last or between."""
    items, annotators = random_project(seed)
    new = {annotators[0]: GOLD}
    items = [
        replace(
            item,
            text=TEXT[: item.characters],
            layers={
                new.get(name, name): replace(one, annotator=new.get(name, name))
                for name, one in item.layers.items()
            },
        )
        for item in items
    ]
    names = [new.get(name, name) for name in annotators]
    return items, sorted(names) if seed % 2 else names


@pytest.mark.parametrize("seed", range(120))
@pytest.mark.parametrize("zones", [False, True])
def test_it_equals_a_slow_count(seed, zones):
    items, annotators = with_gold(seed)
    annotator = next(name for name in annotators if name != GOLD)
    articles = [
        reference.prepare(item, annotators, zones=zones, in_progress=False) for item in items
    ]
    joint = [
        (article, item)
        for article, item in zip(articles, items, strict=True)
        if {GOLD, annotator} <= set(article.finished)
    ]
    found = measured(items, annotators, annotator, Options(zones=zones))
    if not joint:
        assert found is None
        return
    assert found is not None
    assert found.articles == len(joint)
    counts: Counter[Deviation] = Counter()
    exact: dict[str, list[int]] = {name: [0, 0, 0, 0] for name in ("", *LABELS)}
    mended: dict[Deviation, list[tuple[set, set]]] = {}
    for article, item in joint:
        gold, made = article.spans[GOLD], article.spans[annotator]
        pairs = reference.align(gold, made, LABELS)
        for name in ("", *LABELS):
            of = [one for one in gold if name in ("", one[2])]
            by = [one for one in made if name in ("", one[2])]
            edges = [one for one, _ in pairs.boundary if name in ("", one[2])]
            right = len(set(of) & set(by))
            for place, number in enumerate((right, right + len(edges), len(by), len(of))):
                exact[name][place] += number
        ways = by_deviation(pairs, item.text)
        for what, (drop, add) in ways.items():
            counts[what] += max(len(drop), len(add))
        for what in Deviation:
            drop, add = ways.get(what, (set(), set()))
            mended.setdefault(what, []).append((gold, (made - drop) | add))
    for name, scored in found.scores.items(""):
        right, overlapping, by, of = exact[name]
        assert scored.exact == Score(right, by, of)
        assert scored.relaxed == Score(overlapping, by, of)
    assert {one.deviation: one.count for one in found.costs} == +counts
    for one in found.costs:
        assert sum(one.labels.values()) == one.count
        right = sum(len(gold & made) for gold, made in mended[one.deviation])
        made = sum(len(made) for _, made in mended[one.deviation])
        assert one.without.exact == Score(right, made, found.exact.gold)
    dear = [one.without.exact.f1 or 0.0 for one in found.costs]
    assert dear == sorted(dear, reverse=True)


def by_deviation(pairs, text) -> dict[Deviation, tuple[set, set]]:
    """Return what would go from the annotator's work, and what would come, by kind of deviation."""
    ways: dict[Deviation, tuple[set, set]] = {}

    def note(what: Deviation, gone, come) -> None:
        drop, add = ways.setdefault(what, (set(), set()))
        drop.update(gone)
        add.update(come)

    for gold, made in pairs.boundary:
        cause = boundary_cause(text, Span(*gold[:2]), Span(*made[:2]))
        note(Deviation(cause) if cause else Deviation.EDGES, [made], [gold])
    for gold, made in pairs.label:
        note(Deviation.LABEL, [made], [gold])
    for gold, made in pairs.label_boundary:
        note(Deviation.LABEL_EDGES, [made], [gold])
    if pairs.split_a or pairs.split_b:
        note(Deviation.PIECES, pairs.split_b, pairs.split_a)
    if pairs.only_a:
        note(Deviation.MISSED, [], pairs.only_a)
    if pairs.only_b:
        note(Deviation.EXTRA, pairs.only_b, [])
    if Deviation.PIECES in ways:  # both kinds of pieces count, whichever side has them
        drop, add = ways[Deviation.PIECES]
        both = set(range(len(drop) + len(add)))
        ways[Deviation.PIECES] = _Counted(drop, both), _Counted(add, both)
    return ways


class _Counted(set):
    """A set that counts as another."""

    def __init__(self, items, counted) -> None:
        super().__init__(items)
        self._counted = counted

    def __len__(self) -> int:
        return len(self._counted)


def test_a_cause_says_what_settling_it_would_give():
    items = [
        drawn_pair(
            "قال [بوتين:actor] [أمس:date] و[قال:quote]",
            "[قال:actor] [بوتين:actor] أمس [وقال:quote]",
        )
    ]
    items = [
        replace(
            one, layers={GOLD: one.layers["a"], "sara": replace(one.layers["b"], annotator="sara")}
        )
        for one in items
    ]
    found = measured(items, (GOLD, "sara"), "sara")
    assert found is not None
    assert found.exact == Score(1, 3, 3)
    assert found.scores.total.relaxed == Score(2, 3, 3)
    assert found.exact.precision == found.exact.recall == found.exact.f1 == pytest.approx(1 / 3)
    costs = {one.deviation: one for one in found.costs}
    assert set(costs) == {Deviation.CLITIC, Deviation.MISSED, Deviation.EXTRA}
    assert costs[Deviation.CLITIC].without.exact == Score(2, 3, 3)
    assert costs[Deviation.CLITIC].without.relaxed == Score(2, 3, 3)
    assert costs[Deviation.CLITIC].labels == {"quote": 1}
    assert costs[Deviation.MISSED].without.exact == Score(2, 4, 3)
    assert costs[Deviation.EXTRA].without.exact == Score(1, 2, 3)


def test_gold_that_is_not_finished_counts_only_when_it_is_asked_for():
    made = [(0, 3, "actor")]
    begun = compared(layer(GOLD, made, status=Status.IN_PROGRESS), layer("sara", made))
    assert measured([begun], (GOLD, "sara"), "sara") is None
    found = measured([begun], (GOLD, "sara"), "sara", Options(in_progress=True))
    assert found is not None
    assert found.exact == Score(1, 1, 1)


def test_nothing_marked_and_nothing_to_mark_has_no_score():
    found = measured([compared(layer(GOLD, []), layer("sara", []))], (GOLD, "sara"), "sara")
    assert found is not None
    assert (found.articles, found.exact.f1) == (1, None)
    assert (found.exact.precision, found.exact.recall, found.costs) == (None, None, ())


def test_what_anybody_marked_as_out_of_scope_counts_for_nobody():
    item = compared(
        layer(GOLD, [(0, 3, "actor"), (10, 13, "date")]),
        layer("sara", [(0, 3, "actor")]),
        layer("omar", [], zones=[(9, 20)]),
    )
    found = measured([item], (GOLD, "omar", "sara"), "sara")
    assert found is not None
    assert found.exact == Score(1, 1, 1)
