import pytest
from hypothesis import given

from annotator.text import graphemes
from annotator.text.quotes import reader as quotes
from annotator.text.quotes import words
from annotator.text.quotes.marks import Pair, pair_up
from tests.unit.text.spec import row_id, rows, texts, texts_of


@pytest.mark.parametrize("row", rows("6_quotes"), ids=row_id)
def test_quotations_and_speakers_are_those_of_the_table(row):
    text = row["input"]
    found = [
        {
            "start": m.start,
            "end": m.end,
            "text": text[m.start : m.end],
            "speaker": m.speaker and text[slice(*m.speaker)],
        }
        for m in quotes.find(text)
    ]
    assert found == row["quotes"]


@pytest.mark.parametrize("row", rows("quotes_more"), ids=lambda row: row["text"])
def test_siblings_of_the_rows_are_found_alike(row):
    text = row["text"]
    found = [
        [text[m.start : m.end], m.speaker and text[slice(*m.speaker)]] for m in quotes.find(text)
    ]
    assert found == row["quotes"]


@pytest.mark.parametrize(
    "marks", ['""', "«»", "“”", "”“", "»«", "„“", "„”", "‟”", "‹›", "‘’", "❝❞", "““", "””", "＂＂"]
)
def test_every_style_of_marks_is_read(marks):
    text = f"وقال بوتين: {marks[0]}لن نقبل ذلك أبدا{marks[1]}."
    (found,) = quotes.find(text)
    assert text[found.start : found.end] == "لن نقبل ذلك أبدا"
    assert quotes.unbalanced(text) == []


@pytest.mark.parametrize(
    ("text", "lone"),
    [
        ('قال: "بلا إغلاق.\nوتابع.', [5]),
        ("أ» ب", [1]),
        ("« أ", [0]),
        ('قال: "أ. ثم قال: "هذا كلام".', [5]),
        ('"أ" ب "ج', [6]),
        ('كلام" بلا فتح', [4]),
        ("«أ» “ب", [4]),
        ("Russia’s و‘نعم’", []),
        ("«فقرة.\n«ثانية».", []),
    ],
)
def test_marks_without_a_partner_are_reported(text, lone):
    assert quotes.unbalanced(text) == lone


def test_a_quotation_goes_on_over_paragraphs_whose_head_repeats_the_mark():
    text = "وقال بوتين: «فقرة أولى.\n«فقرة ثانية»."
    (found,) = quotes.find(text)
    assert text[found.start : found.end] == "فقرة أولى.\n«فقرة ثانية"


def test_straight_marks_nest_where_each_clearly_opens_or_closes():
    assert pair_up('"أ "ب" ج"')[0] == [Pair(0, 8), Pair(3, 5)]


def test_crossing_marks_are_not_paired():
    assert pair_up('«أ "ب» ج"') == ([Pair(0, 5)], [3, 8])


def test_the_speaker_is_kept_until_somebody_else_speaks():
    text = 'قال بيسكوف: "لا جديد اليوم".\nوأضاف: "سنعلن ذلك لاحقا".\nوقال علييف: "ننتظر الرد منكم".\nوتابع: "الأمر مهم".'
    assert [text[slice(*m.speaker)] for m in quotes.find(text)] == [
        "بيسكوف",
        "بيسكوف",
        "علييف",
        "علييف",
    ]


VOCABULARY = [
    *words.SAID[:14], *words.SAYING[:6], *words.THAT, *words.SOURCES, *words.NAME_HEADS[:5], *words.ROLES[:6], *words.OFFICES[:5],
    *words.CAME_IN, *words.STATEMENTS[:3], *words.HIS_SAYING[:2], *words.REPORTED, "قائلا", "بوتين", "إلهام", "الروسي", "في", "عن", "على", "حد",
    "لسان", "ما", "ل", "ب", "و", "بـ", ":", "،", ".", "(", ")", "-", "/", '"', '"', "«", "»", "“", "”", "„", "‘", "’", "\n",
]  # fmt: skip


@given(texts_of(VOCABULARY, 16) | texts())
def test_quotations_are_in_order_nested_or_apart_and_on_edges(text):
    found = quotes.find(text)
    assert found == sorted(found, key=lambda m: (m.start, -m.end))
    for quotation in found:
        assert 0 < quotation.start < quotation.end < len(text)
        assert graphemes.is_edge(text, quotation.start)
        assert graphemes.is_edge(text, quotation.end)
        assert (
            text[quotation.start : quotation.end] == text[quotation.start : quotation.end].strip()
        )
        for other in found:
            assert (
                other.end <= quotation.start
                or quotation.end <= other.start
                or {
                    (other.start >= quotation.start and other.end <= quotation.end),
                    (quotation.start >= other.start and quotation.end <= other.end),
                }
                != {False}
            )
        if quotation.speaker:
            start, end = quotation.speaker
            assert 0 <= start < end <= len(text)
            assert graphemes.is_edge(text, start)
            assert graphemes.is_edge(text, end)
            assert end <= quotation.start or quotation.end <= start or start < quotation.start


@given(texts_of(VOCABULARY, 16) | texts())
def test_every_mark_is_paired_or_alone_and_pairs_do_not_cross(text):
    pairs, lone = pair_up(text)
    positions = [position for pair in pairs for position in pair]
    assert len(set(positions)) == len(positions)
    assert not set(positions) & set(lone)
    assert lone == sorted(set(lone))
    for first in pairs:
        for second in pairs:
            assert not first.opening < second.opening < first.closing < second.closing
    for position, character in enumerate(text):
        if character == '"' and position not in {*positions, *lone}:
            # Only a mark that repeats an open one at the head of a paragraph has no part of its own.
            assert (
                not text[:position].splitlines()[-1].strip(" \u200f-\u00a0\u202f")
                or text[position - 1] in "\n\r"
            )
            assert any(pair.opening < position < pair.closing for pair in pairs)
