"""Units grown and shrunk: on any text, whole graphemes, more each time, and back again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import Span
from annotator.places import units
from annotator.places.units import Unit
from annotator.text import graphemes
from tests.helpers.pictures import picture

NEWS = (
    'وأضاف بيسكوف: "إن قوات حفظ السلام الروسية، والوحدة الروسية تؤدي مهامها (في تلك المنطقة)، '
    'وتضمن الأمن في 9 نوفمبر/تشرين الثاني 2020. وهذا مُهم للغاية".\n\nثم قال: «نعم، للسلام». عاد بوتين.'
)
PIECES = st.sampled_from(
    [
        "قال",
        "بوتين",
        "مُحَمَّد",
        "👨‍👩‍👧",
        "🇪🇬",
        " ",
        " ",
        "\n",
        "\u00a0",
        "،",
        ".",
        "؟",
        '"',
        "«",
        "»",
        "(",
        "لأ",
        "3.5",
        "e\u0301",
        ":",
        "\u200f",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=40).map("".join)


def at(words: str) -> Span:
    start = NEWS.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("unit", "place", "found"),
    [
        (Unit.WORD, "السلام", "السلام"),
        (Unit.PHRASE, "السلام", "إن قوات حفظ السلام الروسية"),
        (Unit.PHRASE, "نوفمبر", "وتضمن الأمن في 9 نوفمبر/تشرين الثاني 2020"),
        (Unit.PHRASE, "تلك", "في تلك المنطقة"),
        (Unit.QUOTATION, "للسلام", "نعم، للسلام"),
        (Unit.SENTENCE, "عاد", "عاد بوتين."),
    ],
)
def test_a_key_selects_the_unit_at_the_caret(unit, place, found):
    assert units.grown(NEWS, unit, None, at(place).start + 1) == at(found)


def test_a_phrase_grows_by_the_next_one_and_a_word_in_it_by_what_holds_it():
    phrase = units.grown(NEWS, Unit.PHRASE, at("قوات حفظ"), 0)
    assert phrase == at("إن قوات حفظ السلام الروسية")
    more = units.grown(NEWS, Unit.PHRASE, phrase, 0)
    assert more == at("إن قوات حفظ السلام الروسية، والوحدة الروسية تؤدي مهامها")
    assert units.shrunk(NEWS, Unit.PHRASE, more) == phrase


def test_a_quotation_is_selected_from_anywhere_in_it_and_from_before_it():
    quote = at(NEWS[NEWS.index("إن قوات") : NEWS.index('".\n')])
    assert units.grown(NEWS, Unit.QUOTATION, None, 0) == quote
    assert units.grown(NEWS, Unit.QUOTATION, at("تلك"), 0) == quote
    assert units.grown(NEWS, Unit.QUOTATION, quote, 0) is None, "the next one is paragraphs away"


def test_a_word_is_added_and_the_start_inside_a_word_stays():
    text, layer = picture("قال و[أرمينيا:actor] نعم")
    span = next(iter(layer)).span
    grown = units.grown(text, Unit.WORD, span, span.end)
    assert grown == Span(span.start, len(text))


def test_a_paragraph_longer_than_any_is_read_in_parts():
    text = "قال بوتين نعم، " * 10_000
    for place in (0, 19_999, 20_000, 20_001, 75_000, len(text) - 3):
        word = units.at(text, Unit.WORD, place)
        assert word is not None
        assert word.of(text) in ("قال", "بوتين", "نعم", "،")
        assert units.grown(text, Unit.PHRASE, word, place).of(text).startswith("قال")


@given(TEXTS, st.sampled_from(Unit), st.integers(0, 120), st.data())
def test_growing_holds_what_was_selected_and_is_more_on_grapheme_edges(text, unit, place, data):
    caret = min(place, len(text))
    selection = None
    for _ in range(data.draw(st.integers(1, 4))):
        grown = units.grown(text, unit, selection, caret)
        if grown is None:
            return
        assert 0 <= grown.start < grown.end <= len(text)
        assert graphemes.is_edge(text, grown.start)
        assert graphemes.is_edge(text, grown.end)
        if selection is not None:
            assert grown.contains(selection)
            assert len(grown) > len(selection)
        selection = grown


@given(TEXTS, st.sampled_from(Unit), st.integers(0, 120))
def test_a_unit_added_is_taken_off_again(text, unit, place):
    first = units.grown(text, unit, None, min(place, len(text)))
    second = units.grown(text, unit, first, first.end) if first is not None else None
    if second is None or second.start != first.start:
        return
    back = units.shrunk(text, unit, second)
    # nested quotations end inside others; all else comes back as it was
    assert back == first or (unit == Unit.QUOTATION and back is not None)


@given(TEXTS, st.sampled_from(Unit), st.integers(0, 120), st.integers(1, 60))
def test_shrinking_keeps_the_start_and_is_less(text, unit, start, length):
    start, end = graphemes.snap(text, min(start, len(text) - 1), min(start + length, len(text)))
    if start >= end:
        return
    kept = units.shrunk(text, unit, Span(start, end))
    if kept is not None:
        assert kept.start == start
        assert kept.end < end
        assert graphemes.is_edge(text, kept.end)
