"""Why edges differ, on Arabic as it is written."""

import pytest

from annotator.iaa.alignment.causes import boundary_cause
from annotator.iaa.alignment.kinds import Cause
from annotator.iaa.alignment.titles import begins_with_title
from annotator.model import Span
from tests.unit.iaa.build import drawn

CASES = [
    ("بين روسيا [وأرمينيا:x].", "بين روسيا و[أرمينيا:x].", Cause.CLITIC),
    ("قال [لبوتين:x] إن", "قال ل[بوتين:x] إن", Cause.CLITIC),
    ("قال [وبالكرملين:x] إن", "قال وب[الكرملين:x] إن", Cause.CLITIC),
    ("قال [وَأرمينيا:x]", "قال وَ[أرمينيا:x]", Cause.CLITIC),
    ("قال [الرئيس:x] إن", "قال ال[رئيس:x] إن", Cause.ARTICLE),
    ("وفق [للاتفاق:x] المبرم", "وفق لل[اتفاق:x] المبرم", Cause.ARTICLE),
    ("قال [والرئيس:x] إن", "قال وال[رئيس:x] إن", None),
    ('قال ["كامل وغير مشروط":x].', 'قال "[كامل وغير مشروط:x]".', Cause.PUNCTUATION),
    ("قال [«نعم»:x].", "قال «[نعم:x]».", Cause.PUNCTUATION),
    ("في [باكو :x]أمس", "في [باكو:x] أمس", Cause.PUNCTUATION),
    ("في [باكوـَ:x] أمس", "في [باكو:x]ـَ أمس", Cause.PUNCTUATION),
    ("[الرئيس الروسي، فلاديمير بوتين:x] قال", "الرئيس الروسي، [فلاديمير بوتين:x] قال", Cause.TITLE),
    ("قال [وزير الخارجية لافروف:x]", "قال وزير الخارجية [لافروف:x]", Cause.TITLE),
    ("قال [المتحدث باسم الكرملين (بيسكوف) دميتري:x]", "قال المتحدث باسم الكرملين (بيسكوف) [دميتري:x]", Cause.TITLE),
    ("وأكد و[رئيس الوزراء باشينيان:x]", "وأكد ورئيس الوزراء [باشينيان:x]", Cause.TITLE),
    ("وأكد [ورئيس الوزراء باشينيان:x]", "وأكد ورئيس الوزراء [باشينيان:x]", None),
    ("[في نهاية سبتمبر 2020:x]", "في [نهاية سبتمبر 2020:x]", Cause.OUTER_WORD),
    ("[أمس الإثنين:x] قال", "[أمس:x] الإثنين قال", Cause.OUTER_WORD),
    ("[في أمس الإثنين:x] قال", "في [أمس:x] الإثنين قال", Cause.OUTER_WORD),
    ("يوم [17 مايو 2023:x]", "يوم [17 مايو:x] 2023", Cause.OUTER_WORD),
    ("[معاهدة سلام بين باكو ويريفان:x]", "[معاهدة سلام:x] بين باكو ويريفان", None),
    ('[وأرمينيا":x]', 'و[أرمينيا:x]"', None),
    ("[أرمينيا:x]", "أرمي[نيا:x]", None),
    ("[أرمينيا:x]", "[أرمي:x]نيا", None),
    ("[أرمينيا:x] قال", "[أرمينيا:x] قال", None),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "cause"), CASES)
def test_the_cause_is_found_whoever_comes_first(one: str, other: str, cause: Cause | None):
    text, [(start, end, _)] = drawn(one)
    again, [(first, after, _)] = drawn(other)
    assert text == again
    assert boundary_cause(text, Span(start, end), Span(first, after)) == cause
    assert boundary_cause(text, Span(first, after), Span(start, end)) == cause


@pytest.mark.parametrize("words", ["الرئيس", "وزير الخارجية", " السيد،", "د. سمير", "الرّئيس"])
def test_titles_are_known_with_article_marks_and_signs(words: str):
    assert begins_with_title(words)


@pytest.mark.parametrize("words", ["", "فلاديمير", "في", "2020", "«»"])
def test_other_words_are_no_titles(words: str):
    assert not begins_with_title(words)
