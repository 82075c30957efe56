"""What a reviewer meant, as a step on the article's gold. Free of Qt but for words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.adjudication.refusals import Reason, RefusedError
from annotator.errors import AnnotatorError
from annotator.review.rows import Row
from ui import i18n
from ui.review.deciding.meant import Meant
from ui.review.rows import row_words
from ui.review.rows.points import Answer, Asks, Point, most_frequent

if TYPE_CHECKING:
    from annotator.adjudication.drafts import Step
    from annotator.review.case import Case


@dataclass(frozen=True, slots=True)
class By:
    """Who decides, when (ISO 8601, UTC) and why."""

    who: str
    when: str
    why: str = ""


class StepsMeant(QObject):
    """Makes steps, and says what undo calls them."""

    def step(self, case: "Case", row: Row, meant: Meant, by: By) -> "Step":
        """Return the step. Raises `AnnotatorError` where what was meant cannot be done, in words to show."""
        try:
            return self._step(case, row, meant, by)
        except RefusedError as error:
            raise AnnotatorError(self._refused(error.reason)) from error

    def title(self, meant: Meant) -> str:
        """Return what undo calls the step."""
        names = {
            "keep": self.tr("keep a decision"),
            "reopen": self.tr("take a decision back"),
            "majority": self.tr("decide: what most have"),
            "none": self.tr("decide: nothing"),
            "all": self.tr("decide: all"),
        }
        if meant.how in names:
            return names[meant.how]
        names = meant.answer.names if meant.answer is not None else ()
        who = row_words.names([meant.annotator] if meant.annotator else names)
        return self.tr("decide: as %1").replace("%1", who)

    # -- inside

    def _step(self, case: "Case", row: Row, meant: Meant, by: By) -> "Step":
        if meant.how == "keep":
            return case.keep(row, **_as(by))
        if meant.how == "reopen":
            return case.reopen(row, **_as(by))
        match meant.point.asks:
            case Asks.SPAN:
                return self._span(case, row, meant, by)
            case Asks.VALUE:
                value = self._answer(meant).words
                return case.choose_value(row, meant.point.name, value, **_as(by))
            case Asks.LINK:
                return case.settle_link(row, self._is_yes(meant), **_as(by))
            case _:
                return case.settle_zone(row, self._is_yes(meant), **_as(by))

    def _refused(self, reason: Reason) -> str:
        return {
            Reason.GONE: self.tr("Somebody's work or gold has changed here: look again."),
            Reason.NO_VOTE: self.tr("This annotator has no vote here."),
            Reason.NO_MAJORITY: self.tr(
                "No more than half have the same here: choose by the key of an annotator."
            ),
            Reason.NO_MAJORITY_OF_VALUES: self.tr(
                "No more than half gave the same value: choose by the key of an annotator."
            ),
            Reason.NOT_SETTLED: self.tr("There is no decision here yet to be kept."),
            Reason.NOTHING_IN_GOLD: self.tr(
                "Gold has nothing here yet that could have a value: decide the span first."
            ),
            Reason.WRONG_KIND: self.tr("This row cannot be decided so."),
        }[reason]

    def _span(self, case: "Case", row: Row, meant: Meant, by: By) -> "Step":
        if row.cluster is None and meant.how in ("as", "majority", "all"):
            raise AnnotatorError(
                self.tr(
                    "No annotator has anything here any more: keep it, take it away, or edit it."
                )
            )
        match meant.how:
            case "as":
                return case.take_as(row, meant.annotator, **_as(by))
            case "majority":
                return case.take_majority(row, **_as(by))
            case "all":
                return case.take_all(row, **_as(by))
            case "answer" if meant.answer is not None and meant.answer.span is not None:
                return self._variant(case, row, meant.answer, by)
            case _:
                return case.take_none(row, **_as(by))

    def _variant(self, case: "Case", row: Row, answer: Answer, by: By) -> "Step":
        variants = row.cluster.variants if row.cluster is not None else ()
        wanted = [one for one in variants if (one.span, one.label) == (answer.span, answer.label)]
        if not wanted:
            return case.keep(row, **_as(by))
        return case.take_variants(row, wanted, **_as(by))

    def _answer(self, meant: Meant) -> Answer:
        """Return the answer to a point about a value, a link or a zone."""
        point = meant.point
        if meant.how == "answer" and meant.answer is not None:
            return meant.answer
        if meant.how == "none":
            return Answer(())
        if meant.how == "majority":
            found = most_frequent(point)
            if found is None:
                raise AnnotatorError(
                    self.tr("As many say one as the other: choose one by its key.")
                )
            return found
        found = point.answer_of(meant.annotator)
        if found is None:
            raise AnnotatorError(self._abstained(point, meant.annotator))
        return found

    def _is_yes(self, meant: Meant) -> bool:
        return meant.how != "none" and self._answer(meant) is meant.point.answers[0]

    def _abstained(self, point: Point, annotator: str) -> str:
        name = i18n.isolate(annotator)
        if point.asks == Asks.VALUE:
            return self.tr("%1 gave no value here.").replace("%1", name)
        return self.tr("%1 has no say here: they made not both of what is linked.").replace(
            "%1", name
        )


def _as(by: By) -> dict[str, str]:
    return {"who": by.who, "when": by.when, "why": by.why}
