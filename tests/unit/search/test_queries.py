"""What a query finds in one text, held against slow and plain ways to find it."""

import re
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.errors import SearchError
from annotator.search.folded_text import SearchText
from annotator.search.pattern import TimedPattern
from annotator.search.query import Query, prepare
from annotator.search.words import Words
from annotator.text import graphemes
from annotator.text.folding import fold, fold_key

LETTERS = 'اأإآةهىيیكوؤئءرمنبلفسـَُّْٓٔ \u00a0\n١1aAé\u0301ﷲﻻ\u200f\u200c،,«"🇪🇬لا'
TEXTS = st.text(st.sampled_from(LETTERS), max_size=60)
QUERIES = st.text(st.sampled_from(LETTERS), min_size=1, max_size=4)


def found(text: str, query: str, **options) -> list[str]:
    """Return what is hit, in brackets: ``و[أرمينيا]``."""
    shown = []
    for start, end in prepare(Query(query, **options)).spans(SearchText(text)):
        before = re.search(r"\S*$", text[:start]).group()
        after = re.match(r"\S*", text[end:]).group()
        shown.append(f"{before}[{text[start:end]}]{after}")
    return shown


@given(TEXTS, QUERIES)
def test_a_folded_search_finds_what_the_folded_text_holds(text, query):
    key = fold_key(query)
    prepared = SearchText(text)
    spans = prepare(Query(query)).spans(prepared)
    assert all(key in fold(text[start:end]).text for start, end in spans)
    expected = fold(text).text.count(key) if key else 0
    if prepared.even:
        assert len(spans) == expected
    else:
        assert len(spans) <= expected
        assert bool(spans) == bool(expected)


@given(TEXTS, QUERIES, st.booleans())
@example("a\u0301\u0301", "\u0301", False)  # two letters of the key in one grapheme
@example("ﷲ", "ل", False)  # and in one ligature
def test_counting_and_finding_give_the_same_number(text, query, exact):
    matcher, prepared = prepare(Query(query, exact=exact)), SearchText(text)
    count = matcher.count(prepared)
    assert count is None or count == len(matcher.spans(prepared))


@given(TEXTS, QUERIES, st.booleans(), st.sampled_from(Words))
@example("ﷲ", "ل", False, Words.ANYWHERE)
def test_hits_are_whole_graphemes_in_order_and_apart(text, query, exact, words):
    spans = prepare(Query(query, exact=exact, words=words)).spans(SearchText(text))
    edges = set(graphemes.boundaries(text))
    assert all(start < end and {start, end} <= edges for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(TEXTS, QUERIES)
def test_an_exact_search_finds_the_code_points_as_typed(text, query):
    spans = prepare(Query(query, exact=True)).spans(SearchText(text))
    starts = [i for i in range(len(text)) if text.startswith(query, i)]
    assert all(query in text[start:end] for start, end in spans)
    assert all(any(s <= start < e for s, e in spans) for start in starts)


@given(TEXTS, QUERIES, st.booleans(), st.sampled_from([Words.WHOLE, Words.CLITICS]))
def test_words_are_among_what_is_found_anywhere_and_begin_and_end_words(text, query, exact, words):
    prepared = SearchText(text)
    for start, end in prepare(Query(query, exact=exact, words=words)).spans(prepared):
        last = text[start:end].rstrip("ـ")[
            -1
        ]  # a tatweel belongs to what it stretches, a digit too
        assert not (end < len(text) and last.isalpha() and text[end].isalpha())
        if words == Words.WHOLE and start:
            assert not (text[start - 1].isalpha() and text[start].isalpha())


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        (Words.ANYWHERE, ["[ارمينيا]", "و[أرمينيا]", "[أرمينيا]ها"]),
        (Words.WHOLE, ["[ارمينيا]"]),
        (Words.CLITICS, ["[ارمينيا]", "و[أرمينيا]"]),
    ],
)
def test_whole_words_may_stand_behind_a_clitic_when_asked(words, hits):
    assert found("ارمينيا ثم وأرمينيا ثم أرمينياها", "أرمينيا", words=words) == hits


def test_the_article_fused_with_a_preposition_is_found_whole():
    text = "للأمم المتحدة والأمم المتحدة وللغة"
    expected = ["[للأمم المتحدة]", "و[الأمم المتحدة]"]
    assert found(text, "الأمم المتحدة", words=Words.CLITICS) == expected
    assert found(text, "اللغة", words=Words.CLITICS) == ["و[للغة]"]


def test_an_exact_search_tells_hamza_marks_and_case_apart():
    assert found("أنا انا Ana", "أنا", exact=True) == ["[أنا]"]
    assert found("ana Ana", "Ana", exact=True) == ["[Ana]"]
    assert found("كُتب كتب", "كتب", exact=True) == ["[كتب]"]


def test_an_exact_search_for_a_mark_shows_the_letters_that_carry_it():
    assert found("مدّ وشدّ", "ّ", exact=True) == ["م[دّ]", "وش[دّ]"]


def test_an_expression_is_folded_like_the_text_unless_exact():
    text = "في 1994 وقّعت أرمينيا، وفي ٢٠٢٠ ارمينية"
    assert found(text, r"\d{4}", regex=True) == ["[1994]", "[٢٠٢٠]"]
    assert found(text, r"أرميني(ا|ة)", regex=True) == ["[أرمينيا]،", "[ارمينية]"]
    assert found(text, r"أرميني(ا|ة)", regex=True, exact=True) == ["[أرمينيا]،"]
    assert found("ABC abc", "B", regex=True) == ["A[B]C", "a[b]c"]


def test_a_question_mark_of_arabic_is_no_sign_of_an_expression():
    assert found("لماذا؟ نعم", "لماذا؟", regex=True) == ["[لماذا؟]"]


def test_an_expression_that_matches_nothing_long_finds_nothing():
    assert found("abc", "x*", regex=True) == []


@pytest.mark.parametrize("pattern", ["(", "*a", r"\p{Foo}", "[", "a{99999999}", "((a{99}){99}){99}", "a" * 2_000])  # fmt: skip
def test_an_expression_that_is_none_is_refused_in_words(pattern):
    with pytest.raises(SearchError, match="regular expression"):
        prepare(Query(pattern, regex=True))


def test_an_expression_that_never_ends_is_stopped_and_explained():
    pattern = TimedPattern("(?:a|aa)+$", exact=True, seconds=0.1)
    with pytest.raises(SearchError, match="took too long"):
        pattern.find("a" * 60 + "b")


@given(st.text(max_size=12))
def test_any_typed_expression_is_searched_or_refused(pattern):
    text = SearchText("قال بوتين: a+b (١٢)")
    with suppress(SearchError):
        assert all(start < end for start, end in prepare(Query(pattern, regex=True)).spans(text))


def test_marks_alone_are_blank_unless_exact():
    assert Query("َ").is_blank
    assert not Query("َ", exact=True).is_blank
    assert found("كَتب", "َ") == []
