"""What holds whatever annotators do."""

import random
from dataclasses import replace

import pytest

from annotator.errors import AnnotatorError
from annotator.iaa.alignment.columns import MOST_ANNOTATORS
from annotator.iaa.alignment.kinds import Kind
from annotator.iaa.alignment.options import Options
from annotator.iaa.scores.results import Measure
from annotator.iaa.scores.summary import summarise
from annotator.model import Status
from tests.unit.iaa.build import LABELS, agreement, articles, compared, layer, statistics
from tests.unit.iaa.random_projects import random_project

SEEDS = range(1000, 1040)
MIRROR = {Kind.ONLY_A: Kind.ONLY_B, Kind.ONLY_B: Kind.ONLY_A}


@pytest.mark.parametrize("seed", SEEDS)
def test_it_does_not_matter_who_comes_first(seed: int):
    items, annotators = random_project(seed)
    there = {(p.a, p.b): p for p in agreement(items, annotators).pairs}
    back = {(p.b, p.a): p for p in agreement(items, annotators[::-1]).pairs}
    assert there.keys() == back.keys()
    for names, pair in there.items():
        for (_, one), (_, other) in zip(
            pair.scores.items(""), back[names].scores.items(""), strict=True
        ):
            assert {m: f.value for m, f in one.f1.items()} == pytest.approx(
                {m: f.value for m, f in other.f1.items()}
            )
            assert (one.alpha, one.kappa) == pytest.approx((other.alpha, other.kappa))
            assert {MIRROR.get(kind, kind): n for kind, n in one.kinds.items()} == other.kinds
        assert pair.confusion == tuple(zip(*back[names].confusion, strict=True))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_articles_and_rows_does_not_matter(seed: int):
    items, annotators = random_project(seed)
    rng = random.Random(seed)
    mixed = []
    for item in items:
        layers = {}
        for name, one in item.layers.items():
            made = list(one.annotations.items())
            rng.shuffle(made)
            layers[name] = replace(one, annotations=dict(made))
        mixed.append(replace(item, layers=layers))
    rng.shuffle(mixed)
    one, other = agreement(items, annotators), agreement(mixed, annotators)
    assert one.votes == other.votes
    for pair, again in zip(one.pairs, other.pairs, strict=True):
        assert pair.confusion == again.confusion
        assert pair.scores.total.kinds == again.scores.total.kinds
        assert pair.scores.total.f1[Measure.SOFT].value == pytest.approx(
            again.scores.total.f1[Measure.SOFT].value
        )
        assert pair.scores.total.alpha == again.scores.total.alpha


@pytest.mark.parametrize("seed", SEEDS)
def test_an_article_without_spans_leaves_every_f1_as_it_was(seed: int):
    items, annotators = random_project(seed)
    empty = compared(*(layer(name, [], article="f" * 12) for name in annotators))
    for pair, after in zip(
        agreement(items, annotators).pairs,
        agreement([*items, empty], annotators).pairs,
        strict=True,
    ):
        assert after.joint_articles == pair.joint_articles + 1
        assert after.scores.total.f1 == pair.scores.total.f1


@pytest.mark.parametrize("seed", SEEDS)
def test_unfinished_work_changes_nothing(seed: int):
    items, annotators = random_project(seed)
    late = [
        replace(
            item,
            layers={
                **item.layers,
                "late": layer(
                    "late",
                    [(0, 5, "actor")],
                    article=item.article_id,
                    status=Status.IN_PROGRESS,
                    zones=[(0, 10)],
                ),
            },
        )
        for item in items
    ]
    before = agreement(items, annotators).pairs
    after = agreement(late, [*annotators, "late"]).pairs
    assert [pair for pair in after if "late" not in (pair.a, pair.b)] == list(before)
    assert {pair.joint_articles for pair in after if "late" in (pair.a, pair.b)} == {0}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_span_is_of_exactly_one_kind(seed: int):
    items, annotators = random_project(seed)
    for pair in agreement(items, annotators).pairs:
        kinds, f1 = pair.scores.total.kinds, pair.scores.total.f1[Measure.EXACT]
        paired = [Kind.EXACT, Kind.LABEL, Kind.BOUNDARY, Kind.LABEL_BOUNDARY]
        alone = [Kind.SPLIT, Kind.ONLY_A, Kind.ONLY_B]
        assert 2 * sum(kinds[k] for k in paired) + sum(kinds[k] for k in alone) == f1.n_a + f1.n_b


@pytest.mark.parametrize("seed", SEEDS)
def test_the_readings_of_f1_never_fall_from_strict_to_lenient(seed: int):
    items, annotators = random_project(seed)
    for pair in agreement(items, annotators).pairs:
        values = {measure: one.value for measure, one in pair.scores.total.f1.items()}
        if values[Measure.EXACT] is not None:
            assert values[Measure.EXACT] <= values[Measure.SOFT] <= values[Measure.RELAXED] <= 1
            assert values[Measure.EXACT] <= values[Measure.BOUNDARY_ONLY] <= 1


def test_annotators_who_do_the_same_agree_fully():
    made = [(0, 30, "quote"), (5, 12, "actor"), (5, 12, "agreement"), (28, 40, "date")]
    [pair] = agreement(articles({"1": {"a": made, "b": made}})).pairs
    total = pair.scores.total
    assert {one.value for one in total.f1.values()} == {1.0}
    assert (total.alpha, total.unitized_alpha, total.kappa) == (1, 1, 1)


def test_nothing_to_compare_is_undefined_everywhere():
    found = agreement(articles({"1": {"a": [], "b": []}}))
    scores = found.pairs[0].scores
    for _, one in scores.items(""):
        assert {f1.value for f1 in one.f1.values()} == {None}
        assert (one.alpha, one.unitized_alpha, one.kappa) == (None, None, None)
    assert found.mean[Measure.EXACT].total.value is None
    assert found.mean[Measure.EXACT].total.pairs == 0
    assert found.reliability.total.alpha is None
    assert found.articles == 1


def test_no_articles_at_all_are_nothing_to_compare():
    found = agreement([])
    assert found.articles == 0
    assert found.pairs[0].scores.total.f1[Measure.EXACT].value is None


def test_a_label_that_covers_every_character_for_everybody_cannot_be_measured_by_chance():
    [pair] = agreement(articles({"1": {"a": [(0, 100, "quote")], "b": [(0, 100, "quote")]}})).pairs
    quote = pair.scores.labels["quote"]
    assert quote.f1[Measure.EXACT].value == 1
    assert (quote.alpha, quote.kappa) == (None, None)


def test_kappa_of_characters_nears_f1_as_the_unmarked_rest_grows():
    """Hripcsak & Rothschild 2005: F1 is what kappa tends to when nobody can say how many negatives there are."""
    made = {"a": [(0, 10, "actor"), (20, 30, "actor")], "b": [(0, 10, "actor"), (40, 50, "actor")]}
    far = [
        agreement(articles({"1": made}, characters=size)).pairs[0].scores.labels["actor"].kappa
        for size in (60, 1_000, 1_000_000)
    ]
    assert far == sorted(far)
    assert far[-1] == pytest.approx(0.5, abs=1e-4)


def test_a_split_is_invisible_to_alpha_and_seen_by_f1():
    """The reason for counting spans: measures on characters are blind to where one unit ends and the next begins."""
    made = {"a": [(0, 5, "date"), (5, 9, "date")], "b": [(0, 9, "date")]}
    found = agreement(articles({"1": made}))
    assert found.reliability.labels["date"].alpha == 1
    assert found.mean[Measure.EXACT].labels["date"].value == 0


def test_the_mean_is_over_pairs_and_says_how_they_spread():
    same, other = [(0, 5, "actor"), (10, 15, "actor")], [(0, 5, "actor"), (20, 25, "actor")]
    found = agreement(articles({"1": {"a": same, "b": same, "c": other}}), ("a", "b", "c"))
    mean = found.mean[Measure.EXACT].total
    assert [pair.scores.total.f1[Measure.EXACT].value for pair in found.pairs] == [1, 0.5, 0.5]
    assert mean.value == pytest.approx(2 / 3)
    assert (mean.lowest, mean.highest, mean.pairs) == (0.5, 1.0, 3)
    assert mean.deviation == pytest.approx(0.288675, abs=1e-6)


def test_a_pair_without_joint_articles_is_not_in_the_mean():
    work = {"1": {"a": [(0, 5, "actor")], "b": [(0, 5, "actor")]}, "2": {"c": [(0, 5, "actor")]}}
    mean = agreement(articles(work), ("a", "b", "c")).mean[Measure.EXACT].total
    assert (mean.value, mean.pairs, mean.deviation) == (1, 1, None)


def test_work_in_progress_counts_on_request():
    item = compared(
        layer("a", [(0, 5, "actor")]),
        layer("b", [(0, 5, "actor")], status=Status.IN_PROGRESS),
    )
    assert agreement([item]).pairs[0].joint_articles == 0
    [pair] = agreement([item], options=Options(in_progress=True)).pairs
    assert (pair.joint_articles, pair.scores.total.f1[Measure.EXACT].value) == (1, 1)


def test_what_lies_in_anybody_s_zone_counts_only_on_request():
    """An annotator who finds nothing but marks a zone has said something about everybody's spans there."""
    item = compared(
        layer("a", [], zones=[(0, 20)]), layer("b", [(5, 10, "actor"), (15, 25, "actor")])
    )
    inside = agreement([item]).pairs[0].scores.total
    assert inside.f1[Measure.EXACT].n_b == 1
    assert (
        agreement([item], options=Options(zones=True)).pairs[0].scores.total.f1[Measure.EXACT].n_b
        == 2
    )
    assert statistics([item]).covered[0, 1].sum() == 5
    assert statistics([item]).lengths.tolist() == [80]


def test_a_choice_of_labels_keeps_how_spans_are_aligned():
    made = {"a": [(0, 10, "actor"), (20, 30, "date")], "b": [(0, 10, "date"), (20, 30, "date")]}
    counts = statistics(articles({"1": made}))
    found = summarise(counts, ["actor"], draws=0).pairs[0]
    assert list(found.scores.labels) == ["actor"]
    assert found.scores.total.kinds[Kind.LABEL] == 1
    assert found.scores.total.f1[Measure.EXACT].n_b == 0
    both = summarise(counts, ["actor", "date"], draws=0).pairs[0]
    assert both.scores.total.kinds[Kind.LABEL] == 1
    assert both.scores.labels["date"].kinds[Kind.LABEL] == 1
    assert found.confusion[0][1] == 1
    assert found.confusion[1][1] == 0


def test_a_label_nobody_has_is_refused_by_name():
    with pytest.raises(AnnotatorError, match="no label colour: choose among actor, date"):
        summarise(statistics([]), ["colour"])


def test_labels_that_the_schema_lacks_are_counted_after_its_own_by_name():
    made = {"a": [(0, 5, "zeta"), (6, 9, "beta")], "b": [(0, 5, "zeta"), (6, 9, "beta")]}
    found = agreement(articles({"1": made}))
    assert found.all_labels == (*LABELS, "beta", "zeta")
    assert found.mean[Measure.EXACT].labels["zeta"].value == 1


def test_more_annotators_than_fit_are_refused_with_what_to_do():
    names = [f"n{n}" for n in range(MOST_ANNOTATORS + 1)]
    with pytest.raises(AnnotatorError, match="choose some of them"):
        statistics([], names)


def test_articles_of_millions_of_characters_are_counted_beside_each_other():
    far = 5_000_000
    made = {"a": [(far - 5, far, "actor")], "b": [(far - 4, far, "actor"), (0, far, "quote")]}
    names = [str(n) for n in range(4)]
    found = agreement(articles(dict.fromkeys(names, made), characters=far))
    assert found.pairs[0].scores.total.kinds[Kind.BOUNDARY] == 4
    assert found.pairs[0].scores.labels["actor"].f1[Measure.SOFT].value == pytest.approx(0.8)


def test_many_labels_on_one_span_are_paired_in_the_order_of_labels():
    """More than a handful of annotations with one extent, which a packed rank of few bits would confuse."""
    labels = [f"l{n:02d}" for n in range(24)]
    a = [(3, 9, label) for label in labels[:12]]
    b = [(3, 9, label) for label in labels[12:]]
    [pair] = agreement(articles({"1": {"a": a, "b": b}}), labels=labels).pairs
    assert pair.scores.total.kinds[Kind.LABEL] == 12
    assert all(pair.confusion[n][n + 12] == 1 for n in range(12))
