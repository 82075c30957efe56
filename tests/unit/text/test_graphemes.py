from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from annotator.text import graphemes
from tests.unit.text.spec import row_id, rows, texts


@pytest.mark.parametrize("row", rows("7_graphemes"), ids=row_id)
def test_clusters_are_those_of_the_table(row):
    edges = graphemes.boundaries(row["input"])
    assert edges == row["boundaries"]
    assert [row["input"][a:b] for a, b in pairwise(edges)] == row["clusters"]


@given(texts())
def test_boundaries_are_where_unicode_puts_them(text):
    assert graphemes.boundaries(text) == [
        0,
        *(match.end() for match in regex.finditer(r"\X", text)),
    ]


@given(texts(), st.integers(-2, 45), st.integers(-2, 45))
def test_asking_for_one_place_agrees_with_cutting_the_whole_text(text, first, second):
    edges = graphemes.boundaries(text)
    first, second = sorted((first, second))
    start, end = (max(0, min(position, len(text))) for position in (first, second))
    assert graphemes.is_edge(text, start) == (start in edges)
    assert graphemes.previous(text, start) == max(
        [edge for edge in edges if edge < start], default=0
    )
    assert graphemes.next(text, start) == min(
        [edge for edge in edges if edge > start], default=len(text)
    )
    assert graphemes.snap(text, first, second) == (
        max(edge for edge in edges if edge <= start),
        min(edge for edge in edges if edge >= end),
    )


@given(texts(), st.integers(-2, 45), st.integers(-2, 45))
def test_the_index_answers_as_the_functions_do(text, first, second):
    index = graphemes.GraphemeIndex(text)
    assert index.snap(first, second) == graphemes.snap(text, first, second)
    assert index.previous(first) == graphemes.previous(text, first)
    assert index.next(first) == graphemes.next(text, first)
    assert index.is_edge(first) == graphemes.is_edge(text, first)


def test_a_range_between_letter_and_marks_grows_to_the_whole_letter():
    assert graphemes.snap("محَمَّد", 5, 6) == (3, 6)


def test_a_reversed_range_is_taken_as_it_was_meant():
    assert graphemes.snap("بوتين", 4, 1) == (1, 4)
