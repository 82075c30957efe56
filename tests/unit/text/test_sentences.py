import pytest
import regex
from hypothesis import given

from annotator.text import graphemes, sentences
from tests.unit.text.spec import gold_articles, row_id, rows, texts, texts_of


@pytest.mark.parametrize("row", rows("3_sentences"), ids=row_id)
def test_sentences_are_those_of_the_table(row):
    found = sentences.split(row["input"])
    assert [row["input"][start:end] for start, end in found] == row["sentences"]
    assert [list(span) for span in found] == row["spans"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هل وافق؟ نعم.", ["هل وافق؟", "نعم."]),
        ('"هل ننتظر؟" ، قال الوزير. ثم غادر.', ['"هل ننتظر؟" ، قال الوزير.', "ثم غادر."]),
        ("متى؟! لا أحد يعرف.", ["متى؟!", "لا أحد يعرف."]),
        ("قال أ.د. محمود ذلك. ثم غادر.", ["قال أ.د. محمود ذلك.", "ثم غادر."]),
        ("زار م. أحمد الموقع. انتهى.", ["زار م. أحمد الموقع.", "انتهى."]),
        ("قال: «لن نوقع.». وغادر.", ["قال: «لن نوقع.».", "وغادر."]),
        ("قال: “لن نوقع!” وغادر.", ["قال: “لن نوقع!”", "وغادر."]),
        ("السعر 3.5 دولار؛ ثم ارتفع. انتهى.", ["السعر 3.5 دولار؛ ثم ارتفع.", "انتهى."]),
        ("في 3.2.2021 وقع. انتهى.", ["في 3.2.2021 وقع.", "انتهى."]),
        ("لكنه... لم يوقع. انتهى.", ["لكنه... لم يوقع.", "انتهى."]),
        ("انتهى...\nبدأ", ["انتهى...", "بدأ"]),
        ("قال Mr. Smith ذلك. انتهى.", ["قال Mr. Smith ذلك.", "انتهى."]),
        ("وصفها بأنها (؟) غامضة. انتهى.", ["وصفها بأنها (؟) غامضة.", "انتهى."]),
        ("سطر أول\u2028سطر ثان", ["سطر أول", "سطر ثان"]),
        ("\u200f\u00a0 \n", []),
    ],
)
def test_siblings_of_the_rows_are_cut_alike(text, expected):
    assert [text[start:end] for start, end in sentences.split(text)] == expected


def test_the_sample_articles_have_the_sentences_a_reader_counts():
    assert [len(sentences.split(article["text"])) for article in gold_articles()] == [
        18,
        18,
        14,
        33,
        27,
    ]


PIECES = ["قال", "د.", "3.5", ".", "؟", "!", "...", '"', "»", "(", "1.", "bbc.com", "،"]


@given(texts() | texts_of(PIECES))
def test_every_visible_character_is_in_one_sentence_on_grapheme_edges(text):
    last = 0
    for start, end in sentences.split(text):
        assert last <= start < end <= len(text)
        assert regex.fullmatch(r"[\s\u200e\u200f\u061c\u200b\ufeff]*", text[last:start])
        assert graphemes.is_edge(text, start)
        assert graphemes.is_edge(text, end)
        last = end


@given(texts() | texts_of(PIECES))
def test_no_sentence_goes_over_a_line_end(text):
    for start, end in sentences.split(text):
        assert not regex.search(r"[\n\u2028\u2029]", text[start:end])
