"""Words of a text as they are looked up: in any spelling, behind the letters of other words."""

import pytest

from annotator.suggest.token_text import TokenText, forms_of


def found(text: str, name: str) -> list[str]:
    words = TokenText(text)
    return [
        words.span(*place).of(text) for form in forms_of(name) for place in words.occurrences(form)
    ]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("زار وفد أرمينيا", "أرمينيا", ["أرمينيا"]),
        ("بين باكو وأرمينيا", "أرمينيا", ["أرمينيا"]),
        ("بأرمينيا ولأرمينيا فأرمينيا", "أرمينيا", ["أرمينيا", "أرمينيا", "أرمينيا"]),
        ("ممثل للأمم المتحدة", "الأمم المتحدة", ["للأمم المتحدة"]),
        ("وللأمم المتحدة رأي", "الأمم المتحدة", ["للأمم المتحدة"]),
        ("حزب اللّٰه", "حزب الله", ["حزب اللّٰه"]),
        ("قال عبدالله", "عبد الله", ["عبدالله"]),
        ("قال عبد الله", "عبدالله", ["عبد الله"]),
        ("وصل إلى سورية", "سوريا", ["سورية"]),
        ("بكين وكين", "كين", ["كين"]),  # بكين is known whole
        ("والد الطفل", "الد", []),
        ("الأرمينيات", "أرمينيا", []),
        ("من أرمينيا.", "أرمينيا", ["أرمينيا"]),
    ],
)
def test_a_name_is_found_in_any_spelling_and_never_inside_another_word(text, name, expected):
    assert found(text, name) == expected


@pytest.mark.parametrize("written", ["", " ", "،", "12", "لا", "و" * 3 + " " + "كلمة " * 9])
def test_what_is_no_name_is_not_looked_for(written):
    assert forms_of(written) == ()


def test_lines_hold_every_token_once():
    words = TokenText("العنوان\n\nقال بوتين\nإن السلام\n")
    assert [at for first, after in words.lines for at in range(first, after)] == list(range(5))
    assert len(words.lines) == 3


def test_a_position_belongs_to_the_token_that_covers_it():
    words = TokenText("قال بوتين")
    assert [words.token_at(at) for at in (0, 2, 3, 4, 8, 9)] == [0, 0, None, 1, 1, None]
