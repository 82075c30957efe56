"""CSV for people: read back word for word, read as Arabic by Excel, and never run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.spreadsheet import ENCODING, harmless, original, write_rows

FIRST = "=+-@\t\r\n'"
TEXTS = st.text(st.sampled_from(FIRST + 'ب1a, "')) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
)


@given(TEXTS)
def test_a_cell_never_begins_like_a_formula_and_leads_back_to_its_words(text):
    cell = harmless(text)
    assert not str(cell).startswith(tuple("=+-@\t\r\n"))
    assert original(cell) == text


@pytest.mark.parametrize("number", [-0.5, 3, None, 0.0])
def test_a_number_stays_a_number(number):
    assert harmless(number) is number


@pytest.mark.parametrize("text", ["بوتين", "a=b", "'نعم'", "", " =1", "1-2"])
def test_other_words_stay_as_they_are(text):
    assert harmless(text) == original(text) == text


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), max_size=4))
def test_a_file_gives_its_words_back(rows):
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=ENCODING, newline="\n")
    write_rows(stream, ("-a", "ب"), rows)
    stream.flush()
    assert raw.getvalue().startswith(b"\xef\xbb\xbf")
    text = raw.getvalue().decode("utf-8-sig")
    back = list(csv.reader(io.StringIO(text, newline="")))
    assert [[original(cell) for cell in row] for row in back] == [["-a", "ب"], *rows]
