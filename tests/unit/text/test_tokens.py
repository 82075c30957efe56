import pytest
import regex
from hypothesis import given

from annotator.text import graphemes
from annotator.text.tokens import tokenize
from tests.unit.text.spec import row_id, rows, texts

HIDDEN = regex.compile(r"[\s\p{Cc}\p{Cf}--[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2]]", regex.V1)


@pytest.mark.parametrize("row", rows("4_tokens"), ids=row_id)
def test_tokens_are_those_of_the_table(row):
    found = tokenize(row["input"])
    assert [row["input"][token.start : token.end] for token in found] == row["tokens"]
    assert [list(token) for token in found] == row["spans"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ستُعقَد القمة", ["ستُعقَد", "القمة"]),
        ("13:00-15:30", ["13:00", "-", "15:30"]),
        ("1,000.5 و٣٫٥٪", ["1,000.5", "و", "٣٫٥", "٪"]),
        ("۲۰۲۳م", ["۲۰۲۳", "م"]),
        ("بـ«غير مبرر»", ["بـ", "«", "غير", "مبرر", "»"]),
        ("a.b@example.org،", ["a.b@example.org", "،"]),
        ("www.tass.ru.", ["www.tass.ru", "."]),
        ("don’t", ["don’t"]),
        ("👨‍👩‍👧 و❤️", ["👨‍👩‍👧", "و", "❤️"]),
        ("قال؟!", ["قال", "؟", "!"]),
        ("\u202aGMT\u202c+3", ["GMT", "+", "3"]),
    ],
)
def test_siblings_of_the_rows_are_cut_alike(text, expected):
    assert [text[token.start : token.end] for token in tokenize(text)] == expected


@given(texts())
def test_tokens_are_in_order_visible_and_without_white_space(text):
    last = 0
    for token in tokenize(text):
        piece = text[token.start : token.end]
        assert last <= token.start < token.end <= len(text)
        assert not regex.search(r"\s", piece)
        assert not HIDDEN.fullmatch(piece)
        last = token.end


@given(texts())
def test_every_visible_character_is_in_a_token(text):
    covered = {position for token in tokenize(text) for position in range(*token)}
    bare = {
        position
        for position, character in enumerate(text)
        if not HIDDEN.match(character) and not regex.match(r"\p{M}", character)
    }
    assert bare <= covered


@given(
    texts().map(lambda text: regex.sub(r"[^\p{Arabic}\p{Nd}\s.,:!\u064b-\u0670]|\u0600", "", text))
)
def test_in_arabic_no_token_edge_falls_between_a_letter_and_its_marks(text):
    for token in tokenize(text):
        assert graphemes.is_edge(text, token.end)
