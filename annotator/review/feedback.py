"""What was decided otherwise than one annotator had it."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.adjudication.decisions import Decision, mark_of
from annotator.model import Annotation
from annotator.review.case import Case


@dataclass(frozen=True, slots=True)
class Correction:
    """One settled cluster: what the annotator made, None where nothing, and what gold has, empty where nothing."""

    made: Annotation | None
    decision: Decision


def corrections(case: Case, annotator: str) -> Iterator[Correction]:
    """Yield the settled clusters of an article whose outcome is not what ``annotator`` made, in text order."""
    for cluster in case.clusters:
        decision = case.review.settled(cluster)
        if decision is None or annotator not in cluster.finished:
            continue
        made = cluster.annotations.get(annotator)
        outcome = {mark_of(one) for one in decision.outcomes}
        if decision.is_by_rule and not outcome:
            continue
        if outcome != ({mark_of(made)} if made else set()):
            yield Correction(made, decision)
