"""Tokens, sentences and edges are found by short cuts; they are those that the slow definitions give."""

import sys

import pytest
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.text import graphemes, sentences, tokens
from tests.unit.formats.strategies import WORDS
from tests.unit.text import slow_graphemes, slow_sentences

PARTS = st.one_of(
    WORDS,
    st.sampled_from(
        [
            *(
                "د",
                "أ.د",
                "ص.ب",
                "U.S",
                "Prof",
                "1",
                "12",
                "123",
                "٣",
                "𞓰",
                "(؟)",
                "،",
                ",",
                "؛",
                "’",
                "“",
                "”",
                "'",
            ),
            *(
                "..",
                ".\u064b",
                "؟!",
                "…\u0301",
                "كلمات",
                "كلمة",
                "كلم",
                "ab.com",
                "نعم.ثم",
                ".أ",
                "\r",
                "\r\n",
                "\u2029",
            ),
            *(
                "www.a.org",
                "a@b.org",
                "1,000",
                "13:00",
                "é",
                "e\u0301",
                "’s",
                "\u200d",
                "\u0600",
                "\u0600١",
                "क्",
                "ष",
            ),
        ]
    ),
)
TEXTS = st.one_of(st.lists(PARTS, max_size=30).map("".join), st.text(max_size=40))


def slow_tokens(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in tokens._TOKEN.finditer(text)]


@settings(max_examples=400)
@given(text=TEXTS)
@example(text="  قال \u200f  \n ثم ")
@example(text=" ")
def test_tokens_from_space_to_space_are_those_of_the_whole_text(text: str):
    starts, ends, forms = tokens.words(text)
    assert list(zip(starts, ends, strict=True)) == slow_tokens(text)
    assert forms == [text[start:end] for start, end in slow_tokens(text)]
    assert tokens.tokenize(text) == slow_tokens(text)


def test_what_is_kept_of_words_is_bounded_and_changes_nothing(monkeypatch: pytest.MonkeyPatch):
    kept = tokens._Pieces()
    monkeypatch.setattr(tokens, "_pieces", kept)
    monkeypatch.setattr(tokens, "_MOST", 10)
    monkeypatch.setattr(tokens, "_LONGEST", 20)
    for number in range(50):
        text = f"كلمة {number}. {'طويلة' * number} كلمة"
        starts, ends, _ = tokens.words(text)
        assert list(zip(starts, ends, strict=True)) == slow_tokens(text)
        assert len(kept) <= 10
    assert "كلمة" in kept
    assert max(map(len, kept)) <= 20


@settings(max_examples=400)
@given(text=TEXTS)
@example(text="قال د. بوتين. ثم 3. نعم")
@example(text="3. نعم\n12. لا\n\u200f٣. ثم\n𞓰. كلا\n123. لا")
@example(text='قال: "نعم." ثم. "لا')
def test_sentences_are_those_of_the_slow_definition(text: str):
    assert sentences.split(text) == slow_sentences.split(text)


@given(text=TEXTS.filter(bool), data=st.data())
def test_edges_seen_by_two_neighbours_are_edges(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert graphemes.snap(text, start, end) == slow_graphemes.snap(text, start, end)


def test_blanks_are_what_the_pattern_of_blanks_matches():
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    assert set(regex.findall(sentences._SPACE, everything)) == sentences._BLANKS
