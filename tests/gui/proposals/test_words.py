"""Every reason has words, in both languages."""

import pytest

from annotator.proposals.speakers import Reason
from annotator.text.dates.reader import REASONS
from ui import i18n
from ui.proposals import reasons

ARGUMENTS = {
    "days": "-3",
    "count": "+2",
    "unit": "month",
    "published": "2021-02-18",
    "Hijri date": "1442-07-06",
    "year": "2020",
    "month": "2020-11",
    "day": "2020-11-09",
}
NO_VALUE = "needs-published"


@pytest.fixture(params=["en", "ar"])
def language(request, qapp):
    i18n.install(qapp, request.param)
    yield request.param
    i18n.install(qapp, "en")


def test_every_way_to_a_value_is_said(language):
    for code in REASONS.keys() - {NO_VALUE}:
        arguments = [ARGUMENTS[name] for name in REASONS[code]]
        words = reasons.of_date("2021-02-17", (code, *arguments))
        assert words, code
        assert "%" not in words, words
        for number, argument in zip(REASONS[code], arguments, strict=True):
            if number not in ("days", "count", "unit"):
                assert argument in words


@pytest.mark.parametrize("days", ["-2", "-1", "0", "1", "5"])
def test_days_away_are_counted(language, days):
    words = reasons.of_date("2021-02-17", ("days-from", days, "2021-02-18"))
    assert "2021-02-18" in words
    assert "%" not in words


def test_units_away_are_counted():
    assert "3 months before" in reasons.of_date(
        "2020-11", ("units-from", "-3", "month", "2021-02-18")
    )


def test_every_reason_for_a_speaker_is_said(language):
    words = [reasons.of_speaker(reason) for reason in Reason]
    assert len(set(words)) == len(Reason)
