"""Other readings of edges, and what they do to exact F1."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.iaa.alignment.edges import edge_reader, strip_clitics, trim
from annotator.iaa.alignment.options import Edges, Options
from annotator.iaa.scores.results import Measure
from tests.helpers.strategies import TEXTS, spans
from tests.unit.iaa.build import agreement, drawn, drawn_pair

ARABIC = st.text('وفبلكسالمرجنيةَّ «»"،. \u00a0ـ2020', min_size=1, max_size=25)


@pytest.mark.parametrize(
    ("drawing", "trimmed"),
    [
        ('قال [ "نعم"، :x]ثم', 'قال  "[نعم:x]"، ثم'),
        ("[نعم:x]", "[نعم:x]"),
        ("قال [«...»:x] ثم", "قال [«...»:x] ثم"),
        ("[ـَأمس:x]", "ـَ[أمس:x]"),
        ("[أمسِ:x]", "[أمسِ:x]"),
        ("[(17 مايو):x]", "([17 مايو:x])"),
    ],
)
def test_trimming_takes_off_what_is_no_word(drawing: str, trimmed: str):
    text, [(start, end, _)] = drawn(drawing)
    assert [(*trim(text, start, end), "x")] == drawn(trimmed)[1]


@pytest.mark.parametrize(
    ("drawing", "stripped"),
    [
        ("بين [وأرمينيا:x]", "بين و[أرمينيا:x]"),
        ("بين و[أرمينيا:x]", "بين و[أرمينيا:x]"),
        ("[«وبالكرملين»:x]", "«وب[الكرملين:x]»"),
        ("قال وال[رئيس:x]", "قال وال[رئيس:x]"),
        ("[2020:x]", "[2020:x]"),
    ],
)
def test_stripping_starts_after_every_clitic(drawing: str, stripped: str):
    text, [(start, end, _)] = drawn(drawing)
    assert [(*strip_clitics(text, start, end), "x")] == drawn(stripped)[1]


@given(st.data(), st.sampled_from(list(Edges)))
def test_a_reading_lies_inside_the_span_is_never_empty_and_reads_itself_the_same(data, edges):
    text = data.draw(st.one_of(TEXTS, ARABIC))
    span = data.draw(spans(text))
    read = edge_reader(edges, text)
    start, end = read(span.start, span.end)
    assert span.start <= start < end <= span.end
    assert read(start, end) == (start, end)


def exact(edges: Edges, a: str, b: str) -> float | None:
    found = agreement([drawn_pair(a, b)], options=Options(edges=edges))
    return found.mean[Measure.EXACT].total.value


def test_what_only_differs_in_signs_agrees_once_trimmed():
    a, b = 'قال ["نعم":quote] [وأرمينيا:actor]', 'قال "[نعم:quote]" و[أرمينيا:actor]'
    assert exact(Edges.AS_IS, a, b) == 0
    assert exact(Edges.TRIMMED, a, b) == 0.5
    assert exact(Edges.STRIPPED, a, b) == 1


def test_two_spans_of_one_annotator_that_come_to_the_same_count_once():
    a, b = "[و[أرمينيا:actor]:actor]", "و[أرمينيا:actor]"
    assert exact(Edges.AS_IS, a, b) == pytest.approx(2 / 3)
    assert exact(Edges.STRIPPED, a, b) == 1
