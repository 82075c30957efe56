"""05/11/2015 is a day of November or of May: the days of an import tell together, or a person does, or nobody."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.importers.texts.day_order import DayOrder, readings, waits, written

DAYS = st.dates(date(1950, 1, 1), date(2050, 12, 31))


def order_of(*days: str, asked: bool | None = None) -> DayOrder:
    order = DayOrder(asked)
    for day in days:
        order.see(day)
    return order


@pytest.mark.parametrize(
    ("days", "is_day_first", "settled"),
    [
        (["05/11/2015", "25/11/2015"], True, "2015-11-05"),
        (["25/11/2015", "05/11/2015"], True, "2015-11-05"),
        (["05/11/2015", "11/25/2015"], False, "2015-05-11"),
        (["05/11/2015"], None, None),
        (["05/11/2015", "25/11/2015", "11/25/2015"], None, None),
        (["05/11/2015", "2015-11-25"], None, None),
    ],
)
def test_one_field_over_twelve_decides_for_all(days, is_day_first, settled):
    order = order_of(*days)
    assert order.is_day_first is is_day_first
    assert order.is_open == (is_day_first is None)
    assert order.settle("05/11/2015") == settled


def test_days_that_can_be_read_one_way_only_are_read_so_whatever_the_others_say():
    order = order_of("25/11/2015", "11/25/2015", asked=True)
    assert order.settle("25/11/2015") == order.settle("11/25/2015") == "2015-11-25"
    assert order.settle("05/11/2015") == "2015-11-05"


def test_what_the_days_tell_beats_what_was_asked():
    assert order_of("05/11/2015", "11/25/2015", asked=True).settle("05/11/2015") == "2015-05-11"
    assert order_of("05/11/2015", asked=False).settle("05/11/2015") == "2015-05-11"


@given(st.lists(DAYS, min_size=1, max_size=6), st.booleans())
def test_a_whole_import_in_one_order_is_read_in_it_or_not_at_all(days, day_first):
    said = [
        written(*((d.day, d.month) if day_first else (d.month, d.day)), d.year) or "" for d in days
    ]
    order = order_of(*said)
    for day, text in zip(days, said, strict=True):
        settled = order.settle(text) if waits(text) else text
        assert settled in (day.isoformat(), None)
        assert day.isoformat() in readings(text)
    if any(d.day > 12 for d in days):
        assert order.is_day_first is day_first
