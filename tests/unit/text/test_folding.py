import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text import folding, graphemes
from annotator.text.folding_table import RESIZED, fold_character
from tests.unit.text.spec import HARD, row_id, rows, texts


@pytest.mark.parametrize("row", rows("1_normalise"), ids=row_id)
def test_keys_and_hits_are_those_of_the_table(row):
    assert folding.fold(row["input"]).text == row["folded"]
    assert [list(hit) for hit in folding.find(row["input"], row["query"])] == row["matches"]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("إسرائيل", "اسرائيل"),
        ("ٱلله", "الله"),
        ("مسؤول", "مسئول"),
        ("ؤ", "و\u0654"),
        ("ؤ", "و\u064e\u0654"),
        ("شيء", "شىء"),
        ("دولة", "دوله"),
        ("على", "علي"),
        ("ايران", "ایران"),
        ("كركوك", "کرکوک"),
        ("بوتين", "بـــوتين"),
        ("مُحَمَّد", "محمد"),
        ("٢٠٢٣", "2023"),
        ("۲۰۲۳", "٢٠٢٣"),
        ("ﻻ", "لا"),
        ("ﷺ", "صلى الله عليه وسلم"),
        ("می\u200cرود", "ميرود"),
        ("بو\u061cتين", "بوتين"),
        ("قره\u00a0باغ", "قره  باغ"),
        ("«نعم»", "“نعم”"),
        ("١٬٠٠٠", "1,000"),
        ("لا؟", "لا?"),
        ("NATO", "nato"),
        ("Straße", "STRASSE"),
        ("Élysée", "E\u0301lyse\u0301e"),
        ("Élysée", "elysee"),
        ("E\u0301lyse\u0301e", "Elysee"),
        ("Erdoğan", "ERDOG\u0306AN"),
        ("Erdoğan", "Erdogan"),
        ("Việt", "Vie\u0323\u0302t"),
        ("Việt", "Vie\u0302\u0323t"),
        ("Алиёй", "АЛИЕ\u0308И\u0306"),
        ("Ἀθῆναι", "αθηναι"),
        ("İstanbul", "istanbul"),
        ("\u212bngström", "angstrom"),
        ("ۓ", "ے\u0654"),
        ("ۂ", "ہ\u0654"),
        ("باريس", "پاريس"),
        ("ﺑﺎﻛﻮ", "باكو"),
    ],
)
def test_spellings_that_people_type_for_one_another_meet(written, asked):
    assert folding.find(written, asked) == [(0, len(written))]
    assert folding.find(asked, written) == [(0, len(asked))]


def test_different_letters_stay_apart():
    assert folding.find("سلام", "صلام") == []
    assert folding.find("حرب", "خرب") == []


def test_a_hit_takes_in_the_marks_of_its_last_letter_but_no_direction_control():
    assert folding.find("كلُّ\u200f شيء", "كل") == [(0, 4)]


def test_half_a_ligature_is_found_as_the_whole():
    assert folding.find("سﻻم", "سل") == [(0, 2)]


def test_hits_do_not_overlap():
    assert folding.find("ااااا", "اا") == [(0, 2), (2, 4)]


def test_an_empty_query_finds_nothing():
    assert folding.find("بوتين", "") == []
    assert folding.find("بوتين", " \u064b") == []


def test_a_query_does_not_reach_over_a_line_end():
    assert folding.find("قره\nباغ", "قره باغ") == []


def naive_units(text: str) -> list[tuple[str, int, int]]:
    """Fold one character at a time: the folded character, and the original range it stands for without marks."""
    units: list[tuple[str, int, int]] = []
    for position, character in enumerate(text):
        for folded in fold_character(character):
            if folded == " " == (units[-1][0] if units else ""):
                units[-1] = (" ", units[-1][1], position + 1)
            else:
                units.append((folded, position, position + 1))
    return units


without_hamza_marks = texts().map(lambda text: text.replace("\u0654", ""))


@given(without_hamza_marks)
def test_the_key_is_the_folded_characters_in_a_row(text):
    assert folding.fold(text).text == "".join(folded for folded, _, _ in naive_units(text))


@given(without_hamza_marks)
def test_every_character_of_the_key_leads_back_to_where_it_came_from(text):
    folded = folding.fold(text)
    for position, (_, start, end) in enumerate(naive_units(text)):
        first, last = folded.to_source(position, position + 1)
        assert first == start
        assert last >= end
        assert all(fold_character(character) == "" for character in text[end:last])


@given(texts(), st.integers(-3, 60), st.integers(-3, 60))
def test_ranges_lead_back_in_range_and_in_order(text, start, end):
    folded = folding.fold(text)
    first, last = folded.to_source(start, end)
    assert 0 <= first <= last <= len(text)
    whole = folded.to_source(0, len(folded.text))
    assert whole[0] <= first or not folded.text
    assert last <= max(whole[1], first)


@given(texts())
def test_folding_twice_changes_nothing(text):
    key = folding.fold(text).text
    assert folding.fold(key).text == key


@given(texts(), st.data())
def test_a_piece_of_a_text_is_found_in_it(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    piece = text[start:end]
    hits = folding.find(text, piece)
    if folding.fold_key(piece) and "\u0654" not in text:
        assert hits
    last = 0
    for first, after in hits:
        assert last <= first < after <= len(text)
        assert graphemes.is_edge(text, first)
        assert graphemes.is_edge(text, after)
        last = after


ALPHABETS = [
    chr(point)
    for first, last in (
        (0x20, 0x250), (0x300, 0x370), (0x386, 0x530), (0x620, 0x700), (0x750, 0x780), (0x1E00, 0x2000), (0x2126, 0x212C)
    )
    for point in range(first, last)
    if unicodedata.category(chr(point))[0] in "LMN"
]  # fmt: skip


@given(st.text(st.sampled_from(ALPHABETS) | st.sampled_from("eE\u0301\u0323وي\u0654\u064e")))
def test_a_text_composed_or_taken_apart_has_one_key(text):
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert folding.fold(composed).text == folding.fold(apart).text
    if "\u0654" not in apart:
        assert folding.fold(text).text == folding.fold(apart).text


@given(st.text(st.sampled_from("aeéÉğİß e\u0301\u0306\u0307\u0323ب"), min_size=1))
def test_a_hit_in_accented_letters_is_whole_letters_with_their_accents(text):
    folded = folding.fold(text)
    for at, letter in enumerate(folded.text):
        start, end = folded.to_source(at, at + 1)
        assert letter in folding.fold(text[start:end]).text
        assert end == len(text) or unicodedata.combining(text[end]) == 0


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("query", ["Erdoğan", "erdogan", "ERDOG\u0306AN"])
def test_a_name_in_latin_letters_is_found_however_its_accents_are_stored(form, query):
    text = unicodedata.normalize(form, "زار إردوغان (Erdoğan) قصر Élysée في باريس.")
    [(start, end)] = folding.find(text, query)
    assert unicodedata.normalize("NFC", text[start:end]) == "Erdoğan"


def test_all_of_unicode_that_changes_length_is_known_to_the_map():
    """A character whose key is not one long, and which the map misses, would shift every later offset."""
    points = [point for point in range(0x20000) if not 0xD800 <= point < 0xE000]
    uneven = [chr(point) for point in points if len(fold_character(chr(point))) != 1]
    assert len(uneven) > 500
    for character in uneven:
        folded = folding.fold(f"ا{character}ب")
        assert folded.to_source(len(folded.text) - 1, len(folded.text)) == (2, 3)


def test_no_character_folds_to_a_mark_that_would_be_deleted_next_time():
    for character in HARD:
        for folded in fold_character(character):
            assert fold_character(folded) == folded


def test_digits_of_every_script_are_one():
    assert folding.fold("٣ ۳ ३ 3").text == "3 3 3 3"
    assert unicodedata.decimal("३") == 3


def test_the_resized_class_is_ascii_so_that_patterns_can_hold_it():
    assert RESIZED.isascii()
