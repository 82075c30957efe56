from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import CliticPolicy, Span
from annotator.proposals import clitic_edges as edges
from annotator.text import graphemes
from annotator.text.folding import fold_key

ARABIC = st.text(alphabet="وفبلكسالمأرينت ـَّ.،", min_size=1, max_size=30)


def proposed(text, *known, policy=CliticPolicy.STRIP, start=0):
    times = Counter(fold_key(word) for word in known)
    return edges.proposed(text, Span(start, len(text)), policy, times.__getitem__).of(text)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("وأرمينيا", "أرمينيا"),
        ("بالكرملين", "الكرملين"),
        ("للاتفاقات", "للاتفاقات"),
        ("ولأذربيجان", "أذربيجان"),
        ("وزارة الدفاع", "وزارة الدفاع"),
        ("وَأرمينيا", "أرمينيا"),
        ("وقوات حفظ السلام", "قوات حفظ السلام"),
    ],
)
def test_clitics_stay_outside_and_letters_of_the_name_inside(words, label):
    assert proposed(words, "قوات") == label


def test_a_word_the_project_knows_decides():
    assert proposed("وردات", "ردات") == "ردات"
    assert proposed("ولاية", "لاية") == "ولاية"
    assert proposed("ولاية", "لاية", "لاية", "لاية") == "لاية"
    assert proposed("وباكو", "باكو") == "باكو"


def test_one_name_does_not_spoil_a_word_that_is_known_whole():
    """Marking كين ليفينغستون once made بكين, marked three times, lose its first letter."""
    assert proposed("بكين", "بكين", "بكين", "بكين", "كين") == "بكين"
    assert proposed("بكين", "كين") == "بكين"
    assert proposed("فريد", "فريد", "ريد") == "فريد"
    assert proposed("ومكاتب", "ومكاتب", "مكاتب", "مكاتب") == "مكاتب"


def test_the_words_of_the_article_are_evidence_where_nothing_else_is():
    text = "واتفاقات أخرى. الاتفاقات اتفاقات سلام، واتفاقات هدنة، اتفاقات، اتفاقات"
    span = Span(0, len("واتفاقات أخرى"))
    assert edges.proposed(text, span, CliticPolicy.STRIP, lambda _: 0).start == 1


def test_a_label_that_keeps_clitics_gets_what_is_selected():
    assert proposed("وأرمينيا", policy=CliticPolicy.KEEP) == "وأرمينيا"


def test_a_span_begun_inside_a_word_by_hand_stays():
    assert proposed("قولأرمينيا", start=2) == "لأرمينيا"


def test_the_clitic_alone_can_be_marked():
    assert edges.proposed("وأرمينيا", Span(0, 1), CliticPolicy.STRIP, lambda _: 1) == Span(0, 1)


def test_one_clitic_after_another_comes_off_and_goes_back():
    text = "قال وبالكرملين نعم"
    span = Span(4, 14)
    seen = [span.of(text)]
    while (shorter := edges.stripped(text, span)) is not None:
        span = shorter
        seen.append(span.of(text))
    assert seen == ["وبالكرملين", "بالكرملين", "الكرملين", "كرملين"]
    assert edges.outside(text, span) == Span(4, 8)
    while (longer := edges.given_back(text, span)) is not None:
        span = longer
        seen.append(span.of(text))
    assert seen[4:] == ["الكرملين", "بالكرملين", "وبالكرملين"]
    assert edges.outside(text, span) is None


@given(ARABIC, st.data())
def test_edges_stay_in_the_span_and_on_graphemes(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    start, end = graphemes.snap(text, start, data.draw(st.integers(start + 1, len(text))))
    span = Span(start, end)
    found = edges.proposed(text, span, CliticPolicy.STRIP, lambda _: 0)
    assert span.contains(found)
    assert found.end == span.end
    assert graphemes.snap(text, found.start, found.end) == (found.start, found.end)
    shorter = edges.stripped(text, span)
    if shorter is not None:
        assert shorter.start > span.start
        assert edges.given_back(text, shorter) is not None
