"""400 random projects, every number beside that of the slow reference."""

from itertools import combinations

import pytest

from annotator.iaa.alignment.columns import Compared, collect
from annotator.iaa.alignment.options import Options
from annotator.iaa.counts.counting import count
from annotator.iaa.scores.results import Measure
from annotator.iaa.scores.summary import summarise
from tests.unit.iaa import reference
from tests.unit.iaa.build import LABELS
from tests.unit.iaa.random_projects import random_project

PROJECTS = 400
AT_ONCE = 50


def near(value):
    return None if value is None else pytest.approx(value, abs=1e-9)


@pytest.mark.parametrize("first", range(0, PROJECTS, AT_ONCE))
def test_every_number_is_that_of_the_slow_reference(first: int):
    for seed in range(first, first + AT_ONCE):
        items, annotators = random_project(seed)
        options = Options(in_progress=seed % 5 == 0, zones=seed % 7 == 0)
        check(items, annotators, options)


def check(items: list[Compared], annotators: list[str], options: Options) -> None:
    columns = collect(items, annotators, LABELS, options)
    found = summarise(count(columns), draws=0)
    articles = [
        reference.prepare(one, annotators, zones=options.zones, in_progress=options.in_progress)
        for one in items
    ]
    counted = [one for one in articles if len(one.finished) > 1]
    assert found.articles == len(counted)
    assert found.duplicates == sum(one.repeated for one in counted)
    scopes = {"": LABELS, **{label: (label,) for label in LABELS}}
    numbers = {
        (pair, scope): reference.pair_numbers(articles, *pair, LABELS, labels)
        for pair in combinations(annotators, 2)
        for scope, labels in scopes.items()
    }
    for pair in found.pairs:
        for scope, scores in pair.scores.items(""):
            wanted = numbers[(pair.a, pair.b), scope]
            assert pair.joint_articles == wanted["joint_articles"]
            assert {str(kind): n for kind, n in scores.kinds.items()} == wanted["kinds"]
            for measure, f1 in scores.f1.items():
                assert f1.value == near(wanted[str(measure)]), (pair.a, pair.b, scope, measure)
                assert (f1.n_a, f1.n_b) == wanted["n"]
            assert scores.alpha == near(wanted["alpha"])
            assert scores.unitized_alpha == near(wanted["unitized"])
            assert scores.kappa == near(wanted["kappa"])
        met = reference.confusion(articles, pair.a, pair.b, LABELS)
        axis = [*LABELS, None]
        assert pair.confusion == tuple(tuple(met[x, y] for y in axis) for x in axis)
    for scope, labels in scopes.items():
        for measure in Measure:
            mean = dict(found.mean[measure].items(""))[scope]
            values = [numbers[pair, scope][str(measure)] for pair in combinations(annotators, 2)]
            assert mean.value == near(reference.mean(values))
        reliability = dict(found.reliability.items(""))[scope]
        assert reliability.alpha == near(reference.alpha(articles, annotators, labels))
        assert reliability.unitized == near(reference.unitized_alpha(articles, annotators, labels))
        assert list(dict(found.votes.items(""))[scope]) == reference.votes(
            articles, annotators, labels
        )
