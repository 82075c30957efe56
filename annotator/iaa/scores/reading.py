"""What a number means, as far as there is an accepted answer. F1 has no scale: compare it with the task and with earlier rounds."""

from enum import StrEnum

from annotator.iaa.scores.results import Reliability

RELIABLE_FROM = 0.8
TENTATIVE_FROM = 2 / 3
"""Krippendorff, "Content Analysis: An Introduction to Its Methodology", 2nd edition, Sage, 2004, p. 241: rely on alpha of
.800 and more; between .667 and .800 draw tentative conclusions only."""


class Reading(StrEnum):
    RELIABLE = "reliable"
    TENTATIVE = "tentative"
    UNRELIABLE = "unreliable"
    UNKNOWN = "unknown"
    """Not enough data for an interval."""


def read_alpha(reliability: Reliability) -> Reading:
    """Judge the lower end of the interval, not the point: a sample may be lucky."""
    if reliability.interval is None:
        return Reading.UNKNOWN
    low = reliability.interval.low
    if low >= RELIABLE_FROM:
        return Reading.RELIABLE
    return Reading.TENTATIVE if low >= TENTATIVE_FROM else Reading.UNRELIABLE


SOURCES = (
    "F1: Hripcsak & Rothschild, Agreement, the F-measure, and reliability in information retrieval, JAMIA 12(3), 2005.",
    "α: Krippendorff, Computing Krippendorff's alpha-reliability, 2011; Content Analysis, 2nd edition, 2004, p. 241.",
    "|u-α: Krippendorff, Mathet, Bouvry & Widlöcher, On the reliability of unitizing textual continua: further developments, Quality & Quantity 50(6), 2016.",
    "κ: Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20(1), 1960.",
    "Intervals: Efron & Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.",
)
