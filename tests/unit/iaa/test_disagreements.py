"""The list behind the numbers."""

from collections import Counter

import pytest

from annotator.iaa.alignment.disagreements import disagreements
from annotator.iaa.alignment.kinds import Cause, Kind
from annotator.iaa.alignment.options import Edges, Options
from annotator.iaa.scores.results import Measure
from annotator.model import Span, Status
from tests.unit.iaa.build import LABELS, agreement, compared, drawn_pair, layer
from tests.unit.iaa.random_projects import random_project


def listed(item, **options):
    return list(disagreements([item], "a", "b", LABELS, Options(**options)))


@pytest.mark.parametrize("seed", range(4000, 4040))
def test_there_are_as_many_of_each_kind_as_are_counted(seed: int):
    items, annotators = random_project(seed)
    options = Options(in_progress=seed % 2 == 0)
    for pair in agreement(items, annotators, options=options).pairs:
        found = list(disagreements(items, pair.a, pair.b, LABELS, options))
        kinds = Counter(one.kind for one in found)
        wanted = {k: n for k, n in pair.scores.total.kinds.items() if n and k != Kind.EXACT}
        assert kinds == wanted
        soft, exact = (pair.scores.total.f1[m].agreed for m in (Measure.SOFT, Measure.EXACT))
        overlap = sum(one.overlap for one in found if one.kind == Kind.BOUNDARY)
        assert overlap == pytest.approx(soft - exact)


@pytest.mark.parametrize("seed", range(4000, 4010))
def test_each_says_who_made_what(seed: int):
    items, annotators = random_project(seed)
    layers = {(item.article_id, name): one for item in items for name, one in item.layers.items()}
    a, b = annotators[:2]
    for one in disagreements(items, a, b, LABELS):
        assert (one.a, one.b) == (a, b)
        for name, made in ((a, one.first), (b, one.second)):
            assert made is None or layers[one.article_id, name][made.id] == made
        if one.kind in (Kind.LABEL, Kind.BOUNDARY, Kind.LABEL_BOUNDARY):
            assert one.first is not None
            assert one.second is not None
        else:
            assert (one.first is None) != (one.second is None)
            assert (one.whole is not None) == (one.kind == Kind.SPLIT)


def test_they_come_in_reading_order_of_each_article():
    items, (a, b, *_) = random_project(4001)
    found = list(disagreements(items, a, b, LABELS))
    order = [item.article_id for item in items]
    places = [(order.index(one.article_id), one.span.start) for one in found]
    assert places == sorted(places)


def test_a_boundary_says_its_cause():
    [one] = listed(drawn_pair("بين [وأرمينيا:actor]", "بين و[أرمينيا:actor]"))
    assert (one.kind, one.cause, one.labels) == (Kind.BOUNDARY, Cause.CLITIC, ("actor",))
    assert one.span == Span(4, 12)
    assert one.overlap == pytest.approx(7 / 8)


def test_a_boundary_with_two_labels_says_both_and_its_cause():
    [one] = listed(drawn_pair("بين [وأرمينيا:actor]", "بين و[أرمينيا:agreement]"))
    assert (one.kind, one.cause) == (Kind.LABEL_BOUNDARY, Cause.CLITIC)
    assert one.labels == ("actor", "agreement")


def test_another_label_on_the_same_span_has_no_cause():
    [one] = listed(drawn_pair("[باكو:actor]", "[باكو:date]"))
    assert (one.kind, one.cause, one.overlap) == (Kind.LABEL, None, 1)


def test_a_further_piece_names_the_whole_it_belongs_to():
    item = drawn_pair("[ألف باء:quote] [جيم:quote]", "[ألف باء جيم:quote]")
    boundary, piece = listed(item)
    assert boundary.kind == Kind.BOUNDARY
    assert (piece.kind, piece.second) == (Kind.SPLIT, None)
    assert piece.whole == boundary.second
    back = list(disagreements([item], "b", "a", LABELS))
    assert [one.kind for one in back] == [Kind.BOUNDARY, Kind.SPLIT]
    assert (back[1].first, back[1].whole) == (None, boundary.second)


def test_what_lies_in_an_aligned_span_is_marked_as_nested():
    outer, inner = "[قال [بوتين:actor] نعم:quote] [باكو:actor]", "[قال بوتين نعم:quote] باكو"
    nested, alone = listed(drawn_pair(outer, inner))
    assert (nested.kind, nested.is_nested) == (Kind.ONLY_A, True)
    assert (alone.kind, alone.is_nested) == (Kind.ONLY_A, False)


def test_with_trimmed_edges_the_annotations_are_still_as_they_were_made():
    item = drawn_pair('["نعم":quote] [باكو :actor]', '"[نعم:quote]" [باكو:date] ')
    [one] = listed(item, edges=Edges.TRIMMED)
    assert one.kind == Kind.LABEL
    assert (one.first.end, one.second.end) == (11, 10)


def test_zones_of_a_third_annotator_count():
    item = compared(layer("a", [(0, 5, "actor")]), layer("b", []), layer("c", [], zones=[(0, 10)]))
    assert listed(item) == []
    assert len(listed(item, zones=True)) == 1


def test_articles_that_one_of_them_has_not_finished_have_none():
    item = compared(layer("a", [(0, 5, "actor")]), layer("b", [], status=Status.IN_PROGRESS))
    assert listed(item) == []
    assert listed(compared(layer("a", [(0, 5, "actor")]))) == []
