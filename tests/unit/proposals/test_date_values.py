import pytest

from annotator.model import Span
from annotator.proposals import date_values
from annotator.proposals.date_values import DateProposal

TEXT = "قال بوتين يوم الأربعاء إن اللقاء غدا.\nوكان عام 2020 حافلا."


def span(text, words):
    return Span(text.index(words), text.index(words) + len(words))


def propose(words, published="2021-02-18", text=TEXT):
    return date_values.propose(text, span(text, words), published)


def test_a_weekday_is_told_from_the_day_of_publication():
    assert propose("يوم الأربعاء") == DateProposal(
        "2021-02-17", "", ("weekday-before", "2021-02-18")
    )


def test_a_written_year_needs_no_day_of_publication():
    assert propose("عام 2020", None).value == "2020"


def test_without_a_day_of_publication_a_weekday_has_no_value():
    assert propose("الأربعاء", None) is None
    assert date_values.needs_published(TEXT, span(TEXT, "يوم الأربعاء"))
    assert not date_values.needs_published(TEXT, span(TEXT, "عام 2020"))


def test_edges_a_word_off_still_get_the_value():
    assert propose("يوم الأربعاء إن").value == "2021-02-17"


def test_words_that_are_no_date_get_none():
    assert propose("اللقاء") is None


def test_a_date_deep_in_a_long_article_gets_its_value():
    text = "كلام كثير جدا هنا. " * 2_000 + "ثم قال يوم الأربعاء ذلك"
    assert propose("يوم الأربعاء", text=text).value == "2021-02-17"


def test_on_the_sample_all_but_the_one_contradiction_are_right(gold):
    """The one left says both «yesterday, Monday» and «today, Monday» in an article without a dateline."""
    wrong = []
    for article, layer in gold:
        for annotation in (a for a in layer if a.label == "date"):
            found = date_values.propose(article.text, annotation.span, article.published)
            value, mod = (found.value, found.mod) if found else ("", "")
            if (value, mod) != (annotation.attribute("value"), annotation.attribute("mod")):
                wrong.append(annotation.span.of(article.text))
    assert wrong == ["اليوم"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("بتاريخ 15/3/1442هـ في", "1442"),
        ("بتاريخ 31/2/1442هـ في", "1442هـ"),
        ("بتاريخ 31/2/1442هـ في", "/1442هـ"),
        ("وصل في 30 ذي الحجة 1433 هـ.", "ذي الحجة 1433 هـ"),
        ("وصل في 30 ذي الحجة 1433 هـ.", "1433 هـ"),
        ("يوم 1 / 1 / 1900 م.", " / 1900 م"),
        ("في 31 فبراير 2021.", "2021"),
        ("في 31 فبراير 2021.", "فبراير 2021"),
        ("في 31/2/2021م.", "2021م"),
        ("في 9 نوفمبر 2020.", "2020"),
    ],
)
def test_a_piece_of_a_date_gets_no_value_of_its_own(text, marked):
    assert propose(marked, text=text) is None


def test_what_is_marked_of_more_than_half_a_date_gets_the_value_of_all_of_it():
    assert propose("1442هـ", text="بتاريخ 15/3/1442هـ في").value == "2020-11-01"


@pytest.mark.parametrize("marked", ["2008", "2008 م"])
def test_four_digits_that_somebody_marked_are_a_year(marked):
    assert propose(marked, text=f"أزمة {marked} المالية").value == "2008"
