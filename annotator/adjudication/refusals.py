"""Why a question cannot be decided as it was asked for, in a form that a window can say in its own language."""

from enum import StrEnum

from annotator.errors import EditError


class Reason(StrEnum):
    """Why a decision was refused."""

    GONE = "gone"
    """The question is none any more: a layer or gold has changed."""
    NO_VOTE = "no_vote"
    """The annotator has not finished, is left out, or has not made both ends of the link."""
    NO_MAJORITY = "no_majority"
    """Nothing was made by more than half."""
    NO_MAJORITY_OF_VALUES = "no_majority_of_values"
    NOT_SETTLED = "not_settled"
    """There is no decision to keep."""
    NOTHING_IN_GOLD = "nothing_in_gold"
    """A value needs an annotation in gold to belong to."""
    WRONG_KIND = "wrong_kind"
    """A question about a span is not answered by yes or no, nor one about a link by a span."""


class RefusedError(EditError):
    """A decision does not fit its question. Nothing was changed."""

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason = reason
