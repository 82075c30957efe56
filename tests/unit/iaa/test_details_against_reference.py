"""Agreement on values and links in 200 random projects, beside the slow reference."""

import pytest

from annotator.iaa.alignment.options import Options
from annotator.iaa.scores.results import LinkMeasure
from annotator.iaa.scores.summary import summarise
from tests.unit.iaa import detail_reference as slow
from tests.unit.iaa import reference
from tests.unit.iaa.build import DATES, LABELS, statistics
from tests.unit.iaa.random_projects import random_project

PROJECTS = 200
AT_ONCE = 50
KINDS = {LinkMeasure.STRICT: ("exact",), LinkMeasure.OVERLAPPING: ("exact", "boundary")}


def near(value):
    return None if value is None else pytest.approx(float(value), abs=1e-9)


@pytest.mark.parametrize("first", range(8000, 8000 + PROJECTS, AT_ONCE))
def test_every_number_is_that_of_the_slow_reference(first: int):
    dated, linked = 0, 0
    for seed in range(first, first + AT_ONCE):
        items, annotators = random_project(seed)
        options = Options(in_progress=seed % 5 == 0, zones=seed % 7 == 0)
        found = summarise(statistics(items, annotators, options=options), draws=0)
        articles = [
            slow.Detailed(
                one,
                reference.prepare(
                    one, annotators, zones=options.zones, in_progress=options.in_progress
                ),
            )
            for one in items
        ]
        order = {name: n for n, name in enumerate(LABELS)}
        wanted = sorted(slow.features(articles), key=lambda one: (order[one[0]], one[1]))
        assert [(one.label, one.attribute) for one in found.attributes] == wanted
        for one in found.attributes:
            check_values(one, articles)
            dated += one.is_dated
        for kind, of_type in found.links.items(""):
            for pair in of_type.pairs:
                for measure, f1 in pair.f1.items():
                    both, of_a, of_b = slow.links(
                        articles, pair.a, pair.b, kind or None, *KINDS[measure]
                    )
                    assert (f1.agreed, f1.n_a, f1.n_b) == (both, of_a, of_b)
                    assert f1.value == near(2 * both / (of_a + of_b) if of_a + of_b else None)
                    linked += both
            for measure, mean in of_type.mean.items():
                assert mean.value == near(
                    reference.mean(pair.f1[measure].value for pair in of_type.pairs)
                )
    assert dated
    assert linked


def check_values(one, articles) -> None:
    named = one.label, one.attribute
    assert one.alpha == near(slow.alpha(articles, named))
    for pair in one.pairs:
        wanted = slow.shares(articles, pair.a, pair.b, named, DATES)
        assert {str(same): count for same, count in pair.same.items()} == {
            name: wanted[name] for name in ("equal", "same_days", "overlapping")
        }
        assert (pair.both, pair.one) == (wanted["both"], wanted["one"])
    for same, mean in one.shares.items():
        assert mean.value == near(reference.mean(pair.share(same) for pair in one.pairs))
