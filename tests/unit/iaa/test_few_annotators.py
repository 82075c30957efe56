"""Numbers of fewer than two annotators are undefined, never an error."""

from itertools import combinations

import pytest

from annotator.iaa.scores.articles import score_articles
from annotator.iaa.scores.results import Measure
from annotator.iaa.scores.summary import summarise
from tests.unit.iaa.build import LABELS, statistics
from tests.unit.iaa.random_projects import random_project


@pytest.mark.parametrize("seed", range(7000, 7040))
def test_any_of_the_annotators_can_be_asked_for(seed: int):
    items, annotators = random_project(seed)
    counted = statistics(items, annotators)
    for size in range(len(annotators) + 1):
        for chosen in combinations(annotators, size):
            found = counted.among(chosen)
            for labels in (None, LABELS[:1]):
                measured = summarise(found, labels, draws=20)
                assert measured.annotators == chosen
                assert len(measured.pairs) == size * (size - 1) // 2
                if size < 2:
                    assert measured.articles == 0
                    assert measured.mean[Measure.EXACT].total.value is None
                    assert measured.reliability.total.alpha is None
                    assert score_articles(found, labels) == ()
