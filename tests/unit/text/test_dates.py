from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text import graphemes
from annotator.text.dates import calendar_words as words
from annotator.text.dates import edtf
from annotator.text.dates import reader as dates
from annotator.text.dates.patterns import patterns, places
from annotator.text.folding import fold
from tests.unit.text.spec import row_id, rows, texts, texts_of


@pytest.mark.parametrize("row", [*rows("5_dates"), *rows("dates_missed")], ids=row_id)
def test_dates_are_those_of_the_table(row):
    found = [
        {"start": m.start, "end": m.end, "text": row["input"][m.start : m.end], "value": m.value}
        | ({"mod": m.mod} if m.mod else {})
        for m in dates.find(row["input"], row["dct"])
    ]
    assert found == row["dates"]


@pytest.mark.parametrize("row", rows("dates_more"), ids=lambda row: row["text"])
def test_siblings_of_the_rows_are_found_alike(row):
    text = row["text"]
    found = [
        [text[m.start : m.end], m.value, *([m.mod] if m.mod else [])]
        for m in dates.find(text, "2023-09-21")
    ]
    assert found == row["dates"]


@pytest.mark.parametrize(
    "row", rows("dates_by_kind"), ids=lambda row: f"{row['kind']}: {row['text']}"
)
def test_a_kind_of_date_is_found_whole_and_what_looks_like_it_is_not(row):
    text = row["text"]
    found = [
        [text[m.start : m.end], m.value, *([m.mod] if m.mod else [])]
        for m in dates.find(text, row["dct"])
    ]
    assert found == row["dates"]


@pytest.mark.parametrize(
    ("number", "name"), [(n, name) for n, names in words.MONTHS.items() for name in names]
)
def test_every_name_of_a_month_makes_a_date(number, name):
    (found,) = dates.find(f"وقع في 9 {name} 2020 في موسكو")
    assert (found.start, found.value) == (7, f"2020-{number:02d}-09")


@pytest.mark.parametrize("number", range(1, 13))
def test_two_names_of_a_month_make_one_date_in_any_order(number):
    for first in words.MONTHS[number]:
        for second in words.MONTHS[number]:
            for text in (
                f"9 {first}/{second} 2020",
                f"9 {first} / {second} 2020",
                f"9 {first} ({second}) 2020",
            ):
                (found,) = dates.find(text)
                assert (found.start, found.end, found.value) == (
                    0,
                    len(text),
                    f"2020-{number:02d}-09",
                )


@pytest.mark.parametrize(
    ("number", "name"), [(n, name) for n, names in words.HIJRI_MONTHS.items() for name in names]
)
def test_every_hijri_month_is_converted(number, name):
    (found,) = dates.find(f"في 10 {name} 1444هـ")
    assert found.reason == ("hijri", f"1444-{number:02d}-10")
    assert edtf.bounds(found.value)


@pytest.mark.parametrize(
    ("number", "name"), [(n, name) for n, names in words.WEEKDAYS.items() for name in names]
)
def test_a_weekday_is_the_last_one_and_with_the_day_of_publication_named_that_day(number, name):
    (found,) = dates.find(f"وصل {name} إلى باكو", "2023-09-21")
    day = date.fromisoformat(found.value)
    assert day.weekday() == number
    assert 0 <= (date(2023, 9, 21) - day).days < 7


@pytest.mark.parametrize(
    ("text", "published", "reason"),
    [
        ("9 نوفمبر 2020", None, ("written",)),
        ("الأربعاء", "2021-02-18", ("weekday-before", "2021-02-18")),
        ("الخميس", "2021-02-18", ("weekday-same", "2021-02-18")),
        ("الأحد المقبل", "2021-02-18", ("weekday-after", "2021-02-18")),
        ("أمس", "2021-02-18", ("days-from", "-1", "2021-02-18")),
        ("غدا", "2021-02-18", ("days-from", "+1", "2021-02-18")),
        ("قبل شهرين", "2021-02-18", ("units-from", "-2", "month", "2021-02-18")),
        ("العام الماضي", "2021-02-18", ("year-past", "2021-02-18")),
        ("هذا الأسبوع", "2021-02-18", ("week-this", "2021-02-18")),
        ("مارس الماضي", "2021-02-18", ("month-past", "2021-02-18")),
        ("9 نوفمبر", "2021-02-18", ("year-nearest", "2021-02-18")),
        ("9 نوفمبر", None, ("needs-published",)),
        ("أمس", None, ("needs-published",)),
        ("15 رمضان 1444هـ", None, ("hijri", "1444-09-15")),
        ("الأسابيع الماضية", "2021-02-18", ("past-units", "week", "2021-02-18")),
    ],
)
def test_the_reason_says_how_the_value_was_reached(text, published, reason):
    (found,) = dates.find(text, published)
    assert found.reason == reason


def test_without_a_publication_date_what_leans_on_it_has_no_value():
    assert [m.value for m in dates.find("أمس، والأربعاء، وفي 9 نوفمبر، ثم في عام 2020")] == [
        "",
        "",
        "XXXX-11-09",
        "2020",
    ]


def test_a_year_left_out_is_that_of_the_paragraph_and_no_further():
    text = "في سبتمبر 2020 بدأ. في 9 نوفمبر انتهى.\nوفي 9 نوفمبر عاد."
    assert [m.value for m in dates.find(text, "2023-09-21")] == [
        "2020-09",
        "2020-11-09",
        "2023-11-09",
    ]


def test_a_weekday_beside_the_day_chooses_the_year_it_fits():
    (found,) = dates.find("الثلاثاء 9 نوفمبر", "2022-03-01")
    assert found.value == "2021-11-09"


def test_values_follow_the_publication_date():
    text = "أعلن أمس ذلك"
    assert dates.find(text, "2023-09-21")[0].value == "2023-09-20"
    assert dates.find(text, date(2022, 1, 1))[0].value == "2021-12-31"


@pytest.mark.parametrize("published", ["", "أمس", "2023", "2023-13-45", "0001-01-01", "9999-12-31"])
def test_a_strange_publication_date_never_stops_the_search(published):
    text = "أمس وغدا والأسبوع المقبل وقبل 30 عقود وفي 3 رمضان وفي نهاية الشهر وفي 9 نوفمبر 2020"
    assert dates.find(text, published)[-1].value == "2020-11-09"


VOCABULARY = [
    *(name for table in (words.MONTHS, words.HIJRI_MONTHS, words.WEEKDAYS, words.RELATIVE_DAYS) for names in table.values() for name in names),
    *(name for table in (words.UNITS, words.TWO_UNITS, words.THE_UNIT, words.THE_UNITS, words.PARTS) for names in table.values() for name in names),
    *words.PAST, *words.NEXT, *words.SAME, *words.DAY_PARTS, "السابع والعشرين", "عشرين", "خريف", "الصيف", "تسعينيات", "القرن", "الربع", "الأول",
    "من", "إلى", "بين", "في", "عام", "سنة", "منذ", "قبل", "نحو", "هذا", "الساعة", "13:00", "مساء", "هـ", "م", "/", "-", "(", ")", "5", "9", "31", "35",
    "2020", "2023", "1445", "1988", "99", "الثلاثي", "العقد", "الثاني", "كل", "اثنين", "ألفين", "ألف", "تسعمائة", "وأربعين", "إلى غاية", "خلال", "حتى", "يومي",
    "15/3/1442", "\\", "09/11/2020", "2020-11-09", "20th", "September", "من الآن", '"', "روسيا اليوم",
]  # fmt: skip
published_dates = st.none() | st.dates().map(date.isoformat) | st.just("2023-09-21")


@given(texts_of(VOCABULARY) | texts(), published_dates)
def test_mentions_are_in_order_on_edges_valid_and_explained(text, published):
    last = 0
    for found in dates.find(text, published):
        assert last <= found.start < found.end <= len(text)
        assert graphemes.is_edge(text, found.start)
        assert graphemes.is_edge(text, found.end)
        assert text[found.start : found.end] == text[found.start : found.end].strip()
        assert found.value == "" or edtf.normalise(found.value) == found.value
        assert found.mod in (None, "START", "MID", "END")
        code, *arguments = found.reason
        assert len(arguments) == len(dates.REASONS[code])
        last = found.end


@given(texts_of(VOCABULARY, 14))
def test_looking_only_near_date_words_misses_nothing(text):
    key = fold(text).text
    starts = places(key)
    for _, cue, rule in patterns():
        for match in rule.finditer(key):
            # A match begins at a word, its clitics included: one of the places must lead to the same or a longer span.
            assert any(
                (near := rule.match(key, start)) and near.end() >= match.end()
                for start in starts.get(cue, ())
                if start <= match.start("span")
            ), (cue, match["span"])


def offset(minutes: int) -> str:
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


@given(
    day=st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    time=st.times(),
    zone=st.one_of(st.just(""), st.just("Z"), st.integers(-14 * 60, 14 * 60).map(offset)),
    timespec=st.sampled_from(["minutes", "seconds"]),
)
def test_a_time_keeps_its_seconds_and_its_zone(day, time, zone, timespec):
    written = f"{day}T{time.isoformat(timespec=timespec)}{zone}"
    text = f"نشر {written} في"
    [found] = dates.find(text)
    assert (text[found.start : found.end], found.value) == (written, written)
    assert edtf.normalise(written) == written
