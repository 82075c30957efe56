"""How fast 10,000 articles, 6.7 million characters, answer a query, and how long they take to be indexed first."""

import random
import time
import tracemalloc

import pytest

from annotator.model import Article
from annotator.project import Project
from annotator.search.index import SearchIndex
from annotator.search.query import Query
from annotator.search.words import Words
from tests.benchmarks.corpus import words

ARTICLES = 10_000
CHARACTERS = 6_700_000
WORDS_EACH = 97
"""Words of the generator that make 670 characters."""


@pytest.fixture(scope="module")
def indexed(tmp_path_factory):
    """Return an index over the articles of a project on disk, with seconds and bytes it took."""
    rng = random.Random(7)
    texts = [f"{number} {words(rng, WORDS_EACH)}" for number in range(ARTICLES)]
    with Project.create(tmp_path_factory.mktemp("search") / "project") as project:
        project.add_articles(map(Article.from_text, texts))
        index = SearchIndex()
        began = time.perf_counter()
        index.update(project)
        took = time.perf_counter() - began
        tracemalloc.start()
        SearchIndex().update(project)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        began = time.perf_counter()
        index.update(project)
        again = time.perf_counter() - began
    return index, took, again, peak, sum(map(len, texts))


def seconds(index: SearchIndex, query: Query) -> tuple[float, int]:
    """Return the median time to a first page of hits, and the number of hits."""
    times = []
    for _ in range(5):
        began = time.perf_counter()
        found = index.search(query)
        found.more()
        times.append(time.perf_counter() - began)
    return sorted(times)[2], found.total


def test_the_first_index(indexed, hold):
    index, took, again, peak, characters = indexed
    assert len(index) == ARTICLES
    assert abs(characters - CHARACTERS) < CHARACTERS * 0.05
    hold("first index of 10,000 articles, from disk", took, "s", None, "in the background")
    hold("index again, nothing new", again * 1e3, "ms")
    hold("memory of the index at its peak", peak / 1e6, "MB")


@pytest.mark.parametrize(
    ("what", "query", "bar"),
    [
        ("folded, an ordinary word", Query("أرمينيا"), 100),
        ("folded, two words", Query("قره باغ"), 100),
        ("folded, one letter, a million hits", Query("ا"), 100),
        ("folded, nowhere", Query("زرافة"), 100),
        ("exact, an ordinary word", Query("أرمينيا", exact=True), 100),
        ("whole words behind clitics", Query("أرمينيا", words=Words.CLITICS), None),
        ("expression", Query(r"\d{4}", regex=True), None),
    ],
)
def test_a_query(indexed, hold, what, query, bar):
    took, hits = seconds(indexed[0], query)
    hold(f"search 10,000 articles: {what}", took * 1e3, "ms", bar, f"{hits:,} hits")
