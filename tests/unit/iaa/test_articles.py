"""Where annotators differ: the worst articles, and those behind each number."""

from itertools import combinations

import pytest

from annotator.iaa.alignment.kinds import Kind
from annotator.iaa.scores.articles import articles_confusing, articles_with, score_articles
from annotator.iaa.scores.results import Measure
from annotator.iaa.scores.summary import summarise
from tests.unit.iaa.build import LABELS, articles, statistics
from tests.unit.iaa.random_projects import random_project

WORK = {
    "good": {"a": [(0, 5, "actor"), (6, 9, "date")], "b": [(0, 5, "actor"), (6, 9, "date")]},
    "bad": {"a": [(0, 5, "actor")], "b": [(6, 9, "date")]},
    "empty": {"a": [], "b": []},
    "half": {"a": [(0, 5, "actor"), (6, 9, "actor")], "b": [(0, 5, "actor"), (6, 9, "date")]},
    "alone": {"a": [(0, 5, "actor")]},
}


def test_the_worst_comes_first_and_what_is_undefined_last():
    scores = score_articles(statistics(articles(WORK)))
    assert [one.article_id for one in scores] == ["bad", "half", "good", "empty"]
    assert [one.exact for one in scores] == [0, 0.5, 1, None]
    assert [one.disagreements for one in scores] == [2, 1, 0, 0]
    assert [one.spans for one in scores] == [2, 4, 4, 0]


def test_an_article_with_few_spans_is_noisy():
    made = [(3 * n, 3 * n + 2, "actor") for n in range(10)]
    scores = score_articles(statistics(articles({"1": {"a": made, "b": made}, **WORK})))
    assert [one.article_id for one in scores if not one.is_noisy] == ["1"]


@pytest.mark.parametrize("seed", range(3000, 3020))
def test_articles_behind_a_kind_add_up_to_its_count(seed: int):
    items, annotators = random_project(seed)
    counts = statistics(items, annotators)
    for labels in (None, ["actor"], ["actor", "date"]):
        found = summarise(counts, labels, draws=0)
        for pair in found.pairs:
            for kind, number in pair.scores.total.kinds.items():
                behind = articles_with(counts, kind, pair=(pair.a, pair.b), labels=labels)
                assert sum(times for _, times in behind) == number
                assert all(times > 0 for _, times in behind)
        total = sum(times for _, times in articles_with(counts, Kind.BOUNDARY, labels=labels))
        assert total == sum(pair.scores.total.kinds[Kind.BOUNDARY] for pair in found.pairs)


@pytest.mark.parametrize("seed", range(3000, 3020))
def test_articles_behind_a_cell_of_the_confusion_add_up_to_it(seed: int):
    items, annotators = random_project(seed)
    counts = statistics(items, annotators)
    for pair in summarise(counts, draws=0).pairs:
        for (i, one), (j, other) in combinations(enumerate(LABELS), 2):
            for first, second, cell in ((one, other, (i, j)), (other, one, (j, i))):
                behind = articles_confusing(counts, (pair.a, pair.b), first, second)
                assert sum(times for _, times in behind) == pair.confusion[cell[0]][cell[1]]
                turned = articles_confusing(counts, (pair.b, pair.a), second, first)
                assert turned == behind


@pytest.mark.parametrize("seed", range(3000, 3010))
def test_an_article_scores_as_if_it_were_alone(seed: int):
    items, annotators = random_project(seed)
    by_id = {item.article_id: item for item in items}
    for score in score_articles(statistics(items, annotators[:2])):
        alone = summarise(statistics([by_id[score.article_id]], annotators[:2]), draws=0)
        f1 = alone.pairs[0].scores.total.f1
        assert (score.exact, score.relaxed) == (
            f1[Measure.EXACT].value,
            f1[Measure.RELAXED].value,
        )
