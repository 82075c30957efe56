"""Why a filter leaves no number to show."""

from enum import StrEnum

from annotator.iaa.scores.results import Agreement, Measure


class Missing(StrEnum):
    """What a number would need and is not there."""

    ANNOTATORS = "annotators"
    """Fewer than two are asked for."""
    ARTICLES = "articles"
    """None that is asked for has been finished by two of those."""
    ANNOTATIONS = "annotations"
    """Nobody marked anything that is asked for in those articles."""


def what_is_missing(found: Agreement) -> Missing | None:
    """Return the first thing that is missing for a number, None where there are numbers."""
    if len(found.annotators) < 2:
        return Missing.ANNOTATORS
    if not found.articles:
        return Missing.ARTICLES
    if found.mean[Measure.EXACT].total.value is None:
        return Missing.ANNOTATIONS
    return None
