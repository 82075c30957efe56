"""Edits of the gold layer, made as any annotator makes them, as decisions of the person who made them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator import edits
from annotator.adjudication import deciding
from annotator.adjudication.deciding import Said
from annotator.adjudication.decisions import (
    Decision,
    LinkDecision,
    Verdict,
    ZoneDecision,
    mark_of,
)
from annotator.adjudication.drafts import Draft
from annotator.adjudication.questions import Question
from annotator.edits import Edit
from annotator.model import Annotation, Layer

if TYPE_CHECKING:
    from annotator.review.case import Case


def drafted(case: "Case", edit: Edit, said: Said) -> tuple[Draft, tuple[str, ...]]:
    """Return a draft with the edit and what it decides, and the ids of annotations that are there and were touched.

    What an edit changes or takes away decides the question it stood for; what it adds takes a variant of the same span
    and label, else it is what nobody marked. Raises `EditError` where the edit does not fit gold as it is.
    """
    before, after = case.gold, edit.apply(case.gold)
    draft = Draft(before, case.review, edit)
    changed = edits.changed_ids(before, after)
    _decide_spans(draft, case, before, after, changed, said)
    _decide_links(draft, case, before, after, said)
    _decide_zones(draft, case, before, after, said)
    return draft, tuple(sorted(changed.intersection(after.annotations)))


def _decide_spans(
    draft: Draft, case: "Case", before: Layer, after: Layer, changed: frozenset[str], said: Said
) -> None:
    owners = {one.id: number for number, q in enumerate(case.questions) for one in q.gold}
    places = {mark: number for number, q in enumerate(case.questions) for mark in q.marks}
    touched: dict[int, list[Annotation]] = {}
    for key in sorted(changed):
        number = owners.get(key)
        if number is None:
            number = places.get(mark_of(after[key]))
        if number is None:
            made = after[key]
            values = dict(made.attributes)
            draft.keep(
                Decision(
                    Verdict.ADDED,
                    frozenset(),
                    (made,),
                    said.who,
                    said.when,
                    said.why,
                    finished=said.finished,
                    values=values,
                )
            )
            continue
        added = touched.setdefault(number, [])
        if key not in before:
            added.append(after[key])
    for number, added in touched.items():
        question = case.questions[number]
        kept = [after[one.id] for one in question.gold if one.id in after]
        values = _values(question, kept, added)
        why = said.why or _reason(question)
        deciding.record(draft, question, [*kept, *added], replace(said, why=why), values)


def _decide_links(draft: Draft, case: "Case", before: Layer, after: Layer, said: Said) -> None:
    votes = {vote.relation: vote.votes for vote in case.link_votes}
    for link in sorted(before.relations ^ after.relations):
        if link.head in after and link.dependent in after:
            taken = link in after.relations
            by = (votes.get(link, ()), said.who, said.when, said.why)
            draft.keep_link(LinkDecision(link, taken, *by))


def _decide_zones(draft: Draft, case: "Case", before: Layer, after: Layer, said: Said) -> None:
    votes = {vote.zone: vote.votes for vote in case.zone_votes}
    for zone in sorted(before.zones ^ after.zones):
        by = (votes.get(zone, ()), said.who, said.when, said.why)
        draft.keep_zone(ZoneDecision(zone, zone in after.zones, *by))


def _values(
    question: Question, kept: list[Annotation], added: list[Annotation]
) -> Mapping[str, str]:
    """Return the values settled before, with those that the edit gave or took away."""
    old = {one.id: one for one in question.gold}
    settled = question.settled
    values = dict(settled.values) if settled is not None else {}
    for one in kept:
        was = old[one.id]
        for name in was.attributes.keys() | one.attributes.keys():
            if was.attribute(name) != one.attribute(name):
                values[name] = one.attribute(name)
    for one in added:
        values |= one.attributes
    return values


def _reason(question: Question) -> str:
    before = question.settled
    return before.why if before is not None and not before.is_by_rule else ""
