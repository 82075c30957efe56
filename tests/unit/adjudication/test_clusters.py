"""What is adjudicated: annotations of all annotators that mean the same thing, together."""

import pytest

from annotator.adjudication.clusters import cluster, suggest
from annotator.iaa.alignment.disagreements import disagreements
from annotator.iaa.alignment.kinds import Kind
from annotator.iaa.scores.results import Measure
from annotator.model import Span
from tests.unit.iaa.build import LABELS, agreement, compared, layer
from tests.unit.iaa.random_projects import random_project


def of(*made, zones=()):
    """Return the clusters of what annotators a, b, c made."""
    layers = [
        layer(name, spans, zones=zones if name == "a" else ())
        for name, spans in zip("abcde", made, strict=False)
    ]
    return cluster(layers, LABELS)


def marks(found):
    return [sorted(one.marks) for one in found]


@pytest.mark.parametrize("seed", range(5000, 5060))
def test_of_two_annotators_they_are_the_aligned_pairs(seed: int):
    items, (a, b, *_) = random_project(seed)
    for item in items:
        both = [item.layers[name] for name in (a, b) if name in item.layers]
        if len(both) < 2 or {one.status for one in both} != {"done"}:
            continue
        alone = compared(*both, characters=item.characters)
        pairs = {
            frozenset(
                (
                    (one.first.start, one.first.end, one.first.label),
                    (one.second.start, one.second.end, one.second.label),
                )
            )
            for one in disagreements([alone], a, b, LABELS)
            if one.first and one.second
        }
        clusters = cluster(both, LABELS)
        assert {one.marks for one in clusters if len(one.variants) > 1} == pairs
        [pair] = agreement([alone], (a, b)).pairs
        assert sum(one.is_unanimous for one in clusters) == pair.scores.total.kinds[Kind.EXACT]


@pytest.mark.parametrize("seed", range(5000, 5030))
def test_nobody_is_in_a_cluster_twice_and_nobody_s_span_is_lost(seed: int):
    items, _ = random_project(seed)
    for item in items:
        layers = list(item.layers.values())
        found = cluster(layers, LABELS, zones=True)
        for one in found:
            assert len(set(one.voters)) == len(one.voters)
            assert sorted([*one.voters, *one.missing]) == sorted(item.layers)
            spans = [variant.span for variant in one.variants]
            assert all(x.overlaps(y) for x in spans for y in spans)
        made = {(a.start, a.end, a.label, one.annotator) for one in layers for a in one}
        in_clusters = [
            (*variant.mark, name)
            for one in found
            for variant in one.variants
            for name in variant.votes
        ]
        assert len(in_clusters) == len(set(in_clusters))
        assert set(in_clusters) == made


def test_votes_for_the_same_span_and_label_are_one_variant():
    [one] = of([(0, 5, "actor")], [(0, 5, "actor")], [])
    assert one.is_exact
    assert not one.is_unanimous
    assert (one.voters, one.missing) == (("a", "b"), ("c",))


def test_near_misses_are_variants_of_one_thing_the_most_votes_first():
    [one] = of([(0, 5, "actor")], [(1, 5, "actor")], [(1, 5, "actor")])
    assert [(v.mark, len(v.votes)) for v in one.variants] == [
        ((1, 5, "actor"), 2),
        ((0, 5, "actor"), 1),
    ]


def test_nested_annotations_are_clusters_of_their_own():
    outer, inner = (0, 30, "quote"), (5, 10, "actor")
    assert marks(of([outer, inner], [outer], [inner])) == [[outer], [inner]]
    same = (5, 10, "quote")
    assert marks(of([outer, same], [outer, same])) == [[outer], [same]]


def test_what_does_not_overlap_is_never_one_thing():
    found = of([(0, 10, "quote")], [(8, 20, "quote")], [(18, 30, "quote")])
    assert marks(found) == [[(0, 10, "quote"), (8, 20, "quote")], [(18, 30, "quote")]]


def test_other_labels_join_only_on_half_of_what_they_share():
    assert len(of([(0, 10, "actor")], [(5, 10, "date")])) == 1
    assert len(of([(0, 10, "actor")], [(6, 10, "date")])) == 2


def test_what_lies_in_a_zone_of_anybody_is_left_out():
    assert of([(0, 5, "actor")], [(1, 5, "actor")], zones=[(0, 6)]) == ()


def test_a_repeated_annotation_votes_once():
    [one] = of([(0, 5, "actor"), (0, 5, "actor")], [])
    assert one.voters == ("a",)


def test_the_suggestion_takes_start_end_and_label_by_majority():
    [one] = of([(0, 5, "actor")], [(0, 6, "actor")], [(1, 6, "date")])
    assert suggest(one) == (Span(0, 6), "actor")


def test_the_suggestion_is_a_variant_where_majorities_cross():
    [one] = of(
        [(4, 6, "quote")],
        [(4, 9, "quote")],
        [(0, 5, "quote")],
        [(1, 5, "quote")],
        [(2, 5, "quote")],
    )
    span, label = suggest(one)
    assert label == "quote"
    assert span == Span(4, 5)


def test_exact_f1_counts_the_unanimous_clusters_of_a_pair():
    a, b = [(0, 5, "actor"), (6, 9, "date")], [(0, 5, "actor"), (7, 9, "date")]
    [pair] = agreement([compared(layer("a", a), layer("b", b))]).pairs
    unanimous = sum(one.is_unanimous for one in of(a, b))
    assert pair.scores.total.f1[Measure.EXACT].agreed == unanimous
