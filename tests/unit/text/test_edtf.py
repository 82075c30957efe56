from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.dates import edtf


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2021-11-09", "2021-11-09", "2021-11-09"),
        ("2023-09-20T13:00", "2023-09-20", "2023-09-20"),
        ("2023-09-20T13:00:05+03:00", "2023-09-20", "2023-09-20"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("1988", "1988-01-01", "1988-12-31"),
        ("1988~", "1988-01-01", "1988-12-31"),
        ("2022-10?", "2022-10-01", "2022-10-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("2020-23", "2020-09-01", "2020-11-30"),
        ("2020-24", "2019-12-01", "2021-02-28"),
        ("2024-33", "2024-01-01", "2024-03-31"),
        ("2024-36", "2024-10-01", "2024-12-31"),
        ("2024-40", "2024-01-01", "2024-06-30"),
        ("2024-41", "2024-07-01", "2024-12-31"),
        ("2020-11-XX", "2020-11-01", "2020-11-30"),
        ("2020/2022", "2020-01-01", "2022-12-31"),
        ("2023-12-28/2024-01-03", "2023-12-28", "2024-01-03"),
        ("{2014,2020}", "2014-01-01", "2020-12-31"),
        ("{2014..2020}", "2014-01-01", "2020-12-31"),
        ("[2014,2016..2018]", "2014-01-01", "2018-12-31"),
        ("2021-11-09T14:30+04", "2021-11-09", "2021-11-09"),
        ("[2020-10-09,2020-11-09]", "2020-10-09", "2020-11-09"),
    ],
)
def test_values_say_which_days_they_may_mean(value, earliest, latest):
    assert edtf.bounds(value) == (date.fromisoformat(earliest), date.fromisoformat(latest))
    assert edtf.normalise(value) == value


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        ("2020/..", (date(2020, 1, 1), None)),
        ("../2020-05", (None, date(2020, 5, 31))),
        ("-0331", (None, None)),
        ("-02XX", (None, None)),
        ("XXXX-11-09", (None, None)),
        ("{..2014}", (None, date(2014, 12, 31))),
        ("[2014..]", (date(2014, 1, 1), None)),
    ],
)
def test_open_and_ancient_values_have_no_bound(value, bounds):
    assert edtf.bounds(value) == bounds


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("٢٠٢١-١١-٠٩", "2021-11-09"),
        ("٢٠٢١-۱۱-09", "2021-11-09"),
        ("2021-11-09/", "2021-11-09/.."),
        ("{2014 .. 2020}", "{2014..2020}"),
        ("2021-11-9", "2021-11-09"),
        ("2021-1-9", "2021-01-09"),
        (" 2020 / 2022 ", "2020/2022"),
        ("2020–11", "2020-11"),
        ("199x", "199X"),
        ("2020/", "2020/.."),
        ("{2014، 2020}", "{2014,2020}"),
        ("2023-09-20t13:00z", "2023-09-20T13:00Z"),
    ],
)
def test_what_people_type_becomes_canonical(typed, meant):
    assert edtf.normalise(typed) == meant


@pytest.mark.parametrize(
    "value",
    ["", "أمس", "20", "20-11-2020", "2020-13", "2020-00", "2021-02-29", "XXXX-02-30", "2020-21-01", "2022/2020", "/",
     "../..", "{}", "{2020", "2020}", "{2020,x}", "2020-11-09T25:00", "2020-42", "1X9X", "-0000", "2020//2021",
     "2021-11T14:30", "2021-11-XXT14:30", "202X-11-09T14:30", "2021-11-09T14:30+15:00", "21-11-09", "9/11/2021",
     "2021-X1", "{2014,}", "[..]", "{2020..2014}", "{2014..2016..2018}", "2021-11-09/2021-11-10/2021-11-11", "غدا"],
)  # fmt: skip
def test_what_is_no_date_is_refused(value):
    assert edtf.normalise(value) is None
    assert edtf.bounds(value) is None
    assert not edtf.is_valid(value)


def test_overlap_tells_values_out_of_range():
    assert edtf.overlaps("2020-23", date(2020, 11, 1), date(2020, 12, 31))
    assert not edtf.overlaps("1988", date(2000, 1, 1), date(2030, 1, 1))
    assert edtf.overlaps("2020/..", date(2029, 1, 1), date(2030, 1, 1))
    assert not edtf.overlaps("no date", date(2029, 1, 1), date(2030, 1, 1))


@given(st.text() | st.text("0123456789X٣-/~?.,{}[]T: x", max_size=24))
def test_normalising_twice_changes_nothing(value):
    canonical = edtf.normalise(value)
    if canonical is not None:
        assert edtf.normalise(canonical) == canonical


@given(st.dates(date(2, 1, 1)))
def test_every_calendar_day_is_its_own_bound(day):
    assert edtf.bounds(day.isoformat()) == (day, day)


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.dates(date(2, 1, 1), date(9998, 1, 1)))
def test_an_interval_holds_from_its_first_to_its_last_day(first, last):
    expected = (first, last) if first <= last else None
    assert edtf.bounds(f"{first}/{last}") == expected
