"""Text functions on 300,000 characters of news: fold and tokens within 100 ms each, dates with quotes within 1.5 s."""

import json
from pathlib import Path

import pytest

from annotator.text import clitics, folding, graphemes, sentences, tokens
from annotator.text.dates import reader as dates
from annotator.text.quotes import reader as quotes

LENGTH = 300_000
GOLD = Path(__file__).parents[1] / "data" / "gold"

pytestmark = pytest.mark.benchmark(group="text, 300,000 characters")


@pytest.fixture(scope="module")
def text():
    articles = [json.loads(path.read_text("utf-8"))["text"] for path in sorted(GOLD.glob("*.json"))]
    once = "\n".join(articles) + "\n"
    long = (once * (LENGTH // len(once) + 1))[:LENGTH]
    dates.find(long[:3000], "2023-09-21")  # the grammars compile at first use
    quotes.find(long[:3000])
    return long


def median_ms(benchmark) -> float:
    return 1_000 * benchmark.stats.stats.median


def test_fold(benchmark, text, hold):
    assert len(benchmark(lambda: folding.fold(text).text)) > LENGTH // 2
    hold("fold 300,000 characters", median_ms(benchmark), "ms", 100)


def test_find_folded(benchmark, text, hold):
    assert len(benchmark(folding.find, text, "قره باغ")) > 100
    hold("find folded in 300,000 characters", median_ms(benchmark), "ms")


def test_tokens(benchmark, text, hold):
    assert len(benchmark(tokens.tokenize, text)) > 50_000
    hold("tokens of 300,000 characters", median_ms(benchmark), "ms", 100)


def test_sentences(benchmark, text, hold):
    assert len(benchmark(sentences.split, text)) > 1_000
    hold("sentences of 300,000 characters", median_ms(benchmark), "ms")


def test_grapheme_index(benchmark, text):
    assert benchmark(graphemes.GraphemeIndex, text).length == LENGTH


def test_grapheme_boundaries(benchmark, text):
    assert benchmark(graphemes.boundaries, text)[-1] == LENGTH


def test_dates_and_quotes(benchmark, text, hold):
    found = benchmark(lambda: (dates.find(text, "2023-09-21"), quotes.find(text)))
    assert all(len(mentions) > 500 for mentions in found)
    hold("dates and quotes in 300,000 characters", median_ms(benchmark), "ms", 1500)


def test_clitics(benchmark, text):
    words = [text[token.start : token.end] for token in tokens.tokenize(text)[:5_000]]
    lexicon = frozenset(words[::7])
    assert len(benchmark(lambda: [clitics.trim(word, lexicon) for word in words])) == len(words)
