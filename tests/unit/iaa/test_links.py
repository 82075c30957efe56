"""Agreement on links: both ends exact, or both overlapping."""

from dataclasses import replace

import pytest

from annotator.iaa.scores.results import LinkMeasure
from annotator.iaa.scores.summary import summarise
from annotator.model import Relation
from tests.unit.iaa.build import compared, layer, statistics

SPANS = [
    (0, 10, "quote"),
    (20, 30, "actor"),
    (40, 50, "quote"),
    (60, 70, "actor"),
    (80, 90, "quote"),
]


def linked(name, spans, *links, zones=()):
    made = layer(name, spans, zones=zones)
    ids = list(made.annotations)
    relations = {Relation(kind, ids[head], ids[end]) for kind, head, end in links}
    return replace(made, relations=frozenset(relations))


def scores(*layers, labels=None):
    return summarise(statistics([compared(*layers)]), labels, draws=0).links


def test_the_worked_example_of_the_report_is_true():
    a = linked("a", SPANS, ("speaker", 0, 1), ("speaker", 2, 3), ("speaker", 4, 3))
    other = [*SPANS[:2], (42, 50, "quote"), *SPANS[3:]]
    b = linked("b", other, ("speaker", 0, 1), ("speaker", 2, 3))
    found = scores(a, b).total
    assert found.mean[LinkMeasure.STRICT].value == pytest.approx(0.4)
    assert found.mean[LinkMeasure.OVERLAPPING].value == pytest.approx(0.8)


def test_links_of_other_types_or_turned_round_are_others():
    a = linked("a", SPANS, ("speaker", 0, 1), ("speaker", 2, 3))
    b = linked("b", SPANS, ("answer", 0, 1), ("speaker", 3, 2))
    found = scores(a, b)
    assert found.total.mean[LinkMeasure.OVERLAPPING].value == 0
    assert set(found.labels) == {"speaker", "answer"}


def test_an_end_with_another_label_is_another_end():
    a = linked("a", SPANS, ("speaker", 0, 1))
    b = linked("b", [(0, 10, "quote"), (20, 30, "date")], ("speaker", 0, 1))
    assert scores(a, b).total.mean[LinkMeasure.OVERLAPPING].value == 0


def test_no_links_at_all_are_undefined():
    found = scores(linked("a", SPANS), linked("b", SPANS))
    assert found.total.mean[LinkMeasure.STRICT].value is None
    assert found.labels == {}


def test_links_into_what_is_out_of_scope_are_left_out():
    a = linked("a", SPANS, ("speaker", 0, 1), ("speaker", 2, 3), zones=[(35, 75)])
    b = linked("b", SPANS, ("speaker", 0, 1))
    found = summarise(statistics([compared(a, b)]), draws=0)
    assert found.links.total.mean[LinkMeasure.STRICT].value == 1
    assert found.left_out.characters == 40
    assert found.left_out.annotations == {"a": 2, "b": 2}


def test_only_links_between_chosen_labels_count():
    a = linked("a", SPANS, ("speaker", 0, 1))
    found = scores(a, linked("b", SPANS), labels=["quote"])
    assert found.total.mean[LinkMeasure.STRICT].value is None
    assert (
        scores(a, linked("b", SPANS), labels=["quote", "actor"])
        .total.mean[LinkMeasure.STRICT]
        .value
        == 0
    )


def test_repeated_annotations_make_one_link():
    twice = [*SPANS[:2], SPANS[0]]
    a = linked("a", twice, ("speaker", 0, 1), ("speaker", 2, 1))
    b = linked("b", SPANS, ("speaker", 0, 1))
    [pair] = scores(a, b).total.pairs
    assert (pair.f1[LinkMeasure.STRICT].n_a, pair.f1[LinkMeasure.STRICT].value) == (1, 1)
