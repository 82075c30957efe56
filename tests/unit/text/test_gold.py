"""How well the rules do on the five hand-labelled articles: the figures the project holds itself to."""

import regex

from annotator.text import clitics
from annotator.text.dates import reader as dates
from annotator.text.quotes import reader as quotes
from tests.unit.text.spec import gold_articles, in_scope

WORD = regex.compile(r"[\p{L}\p{M}\u0640]+")


def found_and_labelled(label, find):
    """Return true positives, false positives and misses of exact spans, over all articles."""
    counts = [0, 0, 0]
    for article in gold_articles():
        labelled = {(s["start"], s["end"]) for s in article["spans"] if s["label"] == label}
        found = {(m.start, m.end) for m in find(article) if in_scope(article, m.start)}
        counts = [
            n + m
            for n, m in zip(
                counts,
                (len(found & labelled), len(found - labelled), len(labelled - found)),
                strict=True,
            )
        ]
    return counts


def f1(counts):
    hits, extra, missed = counts
    return 2 * hits / (2 * hits + extra + missed)


def test_dates_are_found_exactly():
    counts = found_and_labelled(
        "date", lambda article: dates.find(article["text"], article["published"])
    )
    assert sum(counts) >= 44
    assert f1(counts) >= 0.97


def test_quotations_are_found_exactly():
    counts = found_and_labelled("quote", lambda article: quotes.find(article["text"]))
    assert sum(counts) >= 36
    assert f1(counts) >= 0.97


def test_values_of_dates_are_right():
    right = total = 0
    for article in gold_articles():
        values = {
            (m.start, m.end): (m.value, m.mod)
            for m in dates.find(article["text"], article["published"])
        }
        for span in article["spans"]:
            if span["label"] == "date":
                total += 1
                right += values.get((span["start"], span["end"])) == (span["norm"], span.get("mod"))
    assert total == 44
    assert right >= 43  # "today" inside a quotation of the day before


def clitic_starts_right(lexicon_of):
    """Count the labels whose start the default trim proposes, learning names from the other articles only."""
    articles = gold_articles()
    right = total = 0
    for article in articles:
        lexicon = frozenset(lexicon_of([other for other in articles if other is not article]))
        text = article["text"]
        for span in article["spans"]:
            word = WORD.match(text, span["start"])
            if span["label"] == "quote" or word is None:
                continue
            begin = span["start"]
            while begin and WORD.fullmatch(text[begin - 1]):
                begin -= 1
            total += 1
            found = clitics.trim(text[begin : word.end()], lexicon)
            right += begin + found.best_start == span["start"]
            assert span["start"] in clitics.candidate_starts(text, span["start"], span["end"])
    assert total == 271
    return right


def names(articles):
    for article in articles:
        for span in article["spans"]:
            if span["label"] != "quote":
                yield span["text"]


def words_of_names(articles):
    for name in names(articles):
        yield from WORD.findall(name)


def test_the_default_trim_is_right_with_the_names_of_other_articles():
    assert clitic_starts_right(names) >= 269


def test_the_default_trim_is_right_with_all_words_of_those_names():
    assert clitic_starts_right(words_of_names) >= 269


def test_the_default_trim_is_nearly_as_good_before_any_name_is_known():
    assert clitic_starts_right(lambda articles: ()) >= 265
