"""A date is whole or it is none: in a text, as a proposal, and in what the linter mends."""

from datetime import date

import pytest
from hijridate import Hijri
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.lint import fix_all, lint
from annotator.model import DEFAULT_SCHEMA, Annotation, Article, Layer, Span
from annotator.proposals import date_values
from annotator.text.dates import edtf
from annotator.text.dates import reader as dates

MARKS = st.sampled_from(["", "", "", "\u200f", "\u200e", "\u061c", "\u2067", "\u202b"])


@st.composite
def numeric(draw: st.DrawFn) -> tuple[str, str]:
    """Return a date in digits, possible or not, and its value, empty for one that no calendar has."""
    is_hijri = draw(st.booleans())
    is_valid = draw(st.booleans())
    year = draw(st.integers(1400, 1499) if is_hijri else st.integers(1900, 2039))
    month = draw(st.integers(1, 12) if is_valid else st.integers(0, 45))
    day = draw(st.integers(1, 29) if is_valid else st.integers(0, 45))
    try:
        found = Hijri(year, month, day).to_gregorian() if is_hijri else date(year, month, day)
        value = found.isoformat()
    except (ValueError, OverflowError):
        value = ""
    assume(bool(value) == is_valid)
    era = draw(st.sampled_from(["هـ", " هـ", "ه"] if is_hijri else ["م", " م", ""]))
    separator = draw(
        st.sampled_from(["/", "-", "\\", " / ", "/\u00a0"] if is_hijri else ["/", "-", "\\", " / "])
    )
    separator = " / " if separator == "/\u00a0" else separator
    is_padded = draw(st.booleans())
    parts = [
        f"{day:02d}" if is_padded else str(day),
        f"{month:02d}" if is_padded else str(month),
        str(year),
    ]
    if draw(st.booleans()):
        parts.reverse()
    elif not is_hijri and not value and month > 12 and 12 < month <= 31 and 1 <= day <= 12:
        value = _month_first(year, day, month)  # 4/17/1948
    mark = draw(MARKS)
    return f"{mark}{separator}".join(parts) + era, value


def _month_first(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


AROUND = st.sampled_from(
    [
        "صدر بتاريخ # في",
        "وقع في # ثم",
        "يوم #.",
        "#",
        "(#)",
        "منذ #، وهو",
        "عام # انتهى",
        "خلال # و",
        "من # إلى مكة",
    ]
)


@given(numeric(), AROUND)
def test_a_date_in_digits_is_found_whole_or_not_at_all(written, around):
    words, value = written
    text = around.replace("#", words)
    found = dates.find(text, "2020-05-05")
    start = text.index(words)
    for mention in found:
        assert mention.start <= start
        assert start + len(words) <= mention.end
        assert mention.value == value
    if value and not around.startswith(("من", "عام", "يوم")):
        assert [(m.start, m.end) for m in found] == [(start, start + len(words))]
    assert bool(found) == bool(value)


@given(numeric(), AROUND, st.data())
def test_a_value_uses_every_digit_that_is_marked(written, around, data):
    words, value = written
    text = around.replace("#", words)
    first = text.index(words)
    start = data.draw(st.integers(first, first + len(words) - 1))
    end = data.draw(st.integers(start + 1, first + len(words)))
    found = date_values.propose(text, Span(start, end), "2020-05-05")
    if found is not None:
        assert found.value == value
        assert edtf.is_valid(found.value)
    whole = date_values.propose(text, Span(first, first + len(words)), "2020-05-05")
    assert (whole.value if whole else "") == value


@given(numeric(), AROUND, st.data())
def test_the_linter_never_drops_a_digit(written, around, data):
    words, _ = written
    text = around.replace("#", words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    article = Article.from_text(text, published="2020-05-05")
    layer = Layer("sara", article.id).added(Annotation("a1", Span(start, end), "date"))
    if all(finding.rule != "date-edges" for finding in lint(article, layer, DEFAULT_SCHEMA)):
        return
    edit = fix_all("date-edges", article, layer, DEFAULT_SCHEMA)
    for annotation in edit.apply(layer) if edit else ():
        here = range(annotation.start, annotation.end)
        assert all(at in here for at in range(start, end) if text[at].isdigit())


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("صدر القرار بتاريخ 15/3/1442هـ الموافق 1/11/2020م.", "15/3/1442هـ"),
        ("وصل الوفد في 30 ذي الحجة 1433 هـ إلى مكة.", "30 ذي الحجة 1433 هـ"),
    ],
)
def test_a_hijri_day_that_is_marked_keeps_its_edges_and_never_gets_the_value_of_its_year(
    text, marked
):
    article = Article.from_text(text, published="2020-11-05")
    start = text.index(marked)
    span = Span(start, start + len(marked))
    layer = Layer("sara", article.id).added(Annotation("a1", span, "date"))
    assert not [f for f in lint(article, layer, DEFAULT_SCHEMA) if f.rule == "date-edges"]
    found = date_values.propose(text, span, "2020-11-05")
    assert (found.value if found else "") in ("2020-11-01", "")


@pytest.mark.parametrize(
    "text",
    [
        "31/2/2021", "31/2/2021م", "99/99/2021م", "2021/13/45م", "32/1/1442هـ", "30 ذي الحجة 1433 هـ", "31 فبراير عام 2021", "31 من شهر فبراير 2021",
        "الحادي والثلاثين من فبراير 2021", "الثاني والثلاثين من مايو", "من 30 إلى 31 فبراير 2020", "30 و31 فبراير", "15/3/99", "12/3", "2021/2/30",
        "31 ذي القعدة 1440هـ", "15/13/1442 هـ", "1442/13/01هـ", "15\\13\\2020م", "0/1/2020م", "هاتف 2020-2022-33",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["{}", "وقع في {} ثم", "منذ {}.", "({})"])
def test_an_impossible_day_is_nothing(text, around):
    assert dates.find(around.format(text), "2020-05-05") == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("في 1/11/2020م.", "1/11/2020م"),
        ("في 1-11-2020 م.", "1-11-2020 م"),
        ("في 2020/11/1 ميلادي.", "2020/11/1 ميلادي"),
        ("في 2020-11-01م.", "2020-11-01م"),
        ("في 1 نوفمبر 2020م.", "1 نوفمبر 2020م"),
        ("في نوفمبر 2020 م.", "نوفمبر 2020 م"),
        ("في عام 2020م.", "عام 2020م"),
        ("في 2020م.", "2020م"),
        ("في 15/3/1442 هجرية.", "15/3/1442 هجرية"),
        ("في 15 ربيع الأول 1442 هـ.", "15 ربيع الأول 1442 هـ"),
        ("في ربيع الأول 1442هـ.", "ربيع الأول 1442هـ"),
        ("في عام 1442هـ.", "عام 1442هـ"),
        ("في 1442هـ.", "1442هـ"),
    ],
)
def test_the_era_belongs_to_every_date(text, whole):
    assert [text[m.start : m.end] for m in dates.find(text)] == [whole]
