import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text import characters
from annotator.text.characters import Kind, describe
from tests.unit.text.spec import texts


@pytest.mark.parametrize(
    ("character", "code_point", "kind", "english", "arabic"),
    [
        ("\u00a0", "U+00A0", Kind.SPACE, "no-break space (NBSP)", "مسافة لا تنكسر (NBSP)"),
        (
            "\u200f",
            "U+200F",
            Kind.DIRECTION,
            "right-to-left mark (RLM)",
            "علامة من اليمين إلى اليسار (RLM)",
        ),
        (
            "\u200e",
            "U+200E",
            Kind.DIRECTION,
            "left-to-right mark (LRM)",
            "علامة من اليسار إلى اليمين (LRM)",
        ),
        ("\u061c", "U+061C", Kind.DIRECTION, "Arabic letter mark (ALM)", "علامة حرف عربي (ALM)"),
        (
            "\u200c",
            "U+200C",
            Kind.JOINING,
            "zero-width non-joiner (ZWNJ)",
            "فاصل صفري العرض (ZWNJ)",
        ),
        ("\u200d", "U+200D", Kind.JOINING, "zero-width joiner (ZWJ)", "واصل صفري العرض (ZWJ)"),
        ("\u0640", "U+0640", Kind.JOINING, "tatweel", "تطويل"),
        ("\u064e", "U+064E", Kind.MARK, "fatha", "فتحة"),
        ("\u0651", "U+0651", Kind.MARK, "shadda", "شدة"),
        ("\u06cc", "U+06CC", Kind.LETTER, "Farsi yeh", "ياء فارسية"),
        ("\n", "U+000A", Kind.LINE_END, "line end", "نهاية سطر"),
    ],
)
def test_characters_have_the_names_people_use(character, code_point, kind, english, arabic):
    found = describe(character)
    assert (found.code_point, found.kind, found.short("en"), found.short("ar")) == (
        code_point,
        kind,
        english,
        arabic,
    )


def test_a_character_without_a_short_name_has_its_unicode_name():
    assert describe("ب").name == unicodedata.name("ب")
    assert describe("ب").short("ar") == "arabic letter beh"
    assert describe("\x01").name == "UNNAMED U+0001"


def test_only_what_cannot_be_seen_has_a_sign():
    assert describe("\u200f").sign == "←"
    assert describe("\u2000").is_invisible
    assert not describe("ب").is_invisible
    assert not describe("\u0640").is_invisible


def test_the_caret_names_a_letter_with_its_marks():
    assert [found.short("en") for found in characters.at("كُلّ شيء", 2)] == [
        "arabic letter lam",
        "shadda",
    ]
    assert [found.short("en") for found in characters.at("كُلّ شيء", 3)] == [
        "arabic letter lam",
        "shadda",
    ]


def test_behind_the_last_letter_is_the_end_of_the_text():
    assert characters.at("ب", 1)[0].short("ar") == "نهاية النص"
    assert characters.at("", 0)[0].name == "END OF TEXT"


def test_the_invisible_are_found_and_plain_spaces_are_not():
    assert characters.invisible("أ\u00a0ب\u200f ج\nد\u200cه\t") == [1, 3, 8, 10]


@given(texts(), st.integers(-2, 45))
def test_any_position_of_any_text_has_a_name(text, position):
    assert all(found.short("en") for found in characters.at(text, position))


@given(texts())
def test_every_invisible_character_can_be_shown(text):
    assert all(describe(text[position]).is_invisible for position in characters.invisible(text))
