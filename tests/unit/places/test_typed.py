"""Words found by their first letters, however they are spelt and whatever letters stand in front."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import Span
from annotator.places.typed import starting_with
from annotator.text import graphemes
from annotator.text.folding import fold_key

TEXT = "قال الرئيسُ وأذربيجان إن أرمينيا وبالرئيس بوتين 2020 رَئيس"


@pytest.mark.parametrize(
    ("letters", "found"),
    [
        ("رئي", ["الرئيسُ", "الرئيس", "رَئيس"]),
        ("الر", ["الرئيسُ", "الرئيس"]),
        ("اذر", ["أذربيجان"]),
        ("ارم", ["أرمينيا"]),
        ("وأذ", ["وأذربيجان"]),
        ("بو", ["بوتين"]),
        ("20", ["2020"]),
        ("زز", []),
        ("", []),
        ("\u064e", []),
    ],
)
def test_first_letters_find_words(letters, found):
    assert [span.of(TEXT) for span in starting_with(TEXT, Span(0, len(TEXT)), letters)] == found


def test_only_what_is_on_the_screen_is_found():
    at = TEXT.index("وبالرئيس")
    assert [s.of(TEXT) for s in starting_with(TEXT, Span(at, len(TEXT)), "رئي")] == [
        "الرئيس",
        "رَئيس",
    ]


@given(
    st.text("قالبوتينرئيسأإآوكلسة \u064e\u0651ـ🇪🇬", max_size=40),
    st.text("قالبوتيو", min_size=1, max_size=3),
)
def test_what_is_found_begins_with_the_letters_on_grapheme_edges(text, letters):
    if not text:
        return
    last = -1
    for span in starting_with(text, Span(0, len(text)), letters):
        assert span.start > last
        last = span.start
        assert graphemes.snap(text, span.start, span.end) == (span.start, span.end)
        key = fold_key(span.of(text))
        assert key.startswith(fold_key(letters)) or key.removeprefix("ال").removeprefix(
            "لل"
        ).startswith(fold_key(letters))
