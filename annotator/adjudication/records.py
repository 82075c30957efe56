"""Keep a review in the gold layer it belongs to, so that a decision and what it did are saved and undone as one.

A record is a JSON object: a decision on a cluster has a ``verdict``, one on a link a ``link``, one on a zone a ``zone``;
``placed`` lists the links and zones that merges of old programs put there.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from annotator.adjudication.clusters import Mark
from annotator.adjudication.decisions import (
    Decision,
    LinkDecision,
    Review,
    Verdict,
    ZoneDecision,
    mark_of,
)
from annotator.edits import Decide, Edit
from annotator.model import Annotation, Layer, Relation, Span, Zone

_Vote = tuple[str, int, int, str, dict[str, str]]
"""Id, start, end, label and values."""


class _Placed(msgspec.Struct):
    relations: list[tuple[str, str, str]]
    zones: list[tuple[int, int, str]]


class _Record(msgspec.Struct):
    """Any of the records: what is there tells which."""

    placed: _Placed | None = None
    link: tuple[str, str, str] | None = None
    zone: tuple[int, int, str] | None = None
    taken: bool = True
    verdict: Verdict | None = None
    seen: list[Mark] = []
    outcomes: list[Annotation] = []
    who: str = ""
    when: str = ""
    why: str = ""
    votes: dict[str, _Vote] | list[str] = []
    finished: list[str] = []
    values: dict[str, str] = {}
    by_rule: bool = False
    reopened: bool = False


_DECODER = msgspec.json.Decoder(_Record)


def review_of(gold: Layer) -> Review:
    """Return what was decided about an article. Raises `msgspec.ValidationError` where a record makes no sense."""
    if not gold.decisions:
        return Review()
    decisions: list[Decision] = []
    links: list[LinkDecision] = []
    zoned: list[ZoneDecision] = []
    relations: frozenset[Relation] = frozenset()
    zones: frozenset[Zone] = frozenset()
    for text in gold.decisions:
        record = _DECODER.decode(text)
        if record.placed is not None:
            relations |= {Relation(*one) for one in record.placed.relations}
            zones |= {Zone(Span(start, end), kind) for start, end, kind in record.placed.zones}
        elif record.link is not None:
            links.append(LinkDecision(Relation(*record.link), record.taken, *_shared(record)))
        elif record.zone is not None:
            start, end, kind = record.zone
            zoned.append(ZoneDecision(Zone(Span(start, end), kind), record.taken, *_shared(record)))
        else:
            decisions.append(_decision(record))
    decisions.sort(key=_order)
    links.sort(key=lambda one: (one.when, one.relation))
    zoned.sort(key=lambda one: (one.when, one.zone))
    return Review(tuple(decisions), relations, zones, tuple(links), tuple(zoned))


def keeping(gold: Layer, review: Review) -> Edit | None:
    """Return the edit after which ``gold`` holds ``review``; None where it does already."""
    wanted = frozenset(_records(review))
    if wanted == gold.decisions:
        return None
    return Decide(wanted - gold.decisions, gold.decisions - wanted)


def to_record(decision: Decision) -> dict[str, Any]:
    """Return a decision as plain JSON values, for whoever keeps it."""
    record: dict[str, Any] = {
        "verdict": str(decision.verdict),
        "seen": [list(mark) for mark in sorted(decision.seen)],
        "outcomes": [_outcome(outcome) for outcome in decision.outcomes],
        "who": decision.who,
        "when": decision.when,
        "why": decision.why,
    }
    if decision.votes:
        record["votes"] = {
            name: [made.id, *mark_of(made), dict(made.attributes)]
            for name, made in decision.votes.items()
        }
    if decision.finished:
        record["finished"] = list(decision.finished)
    if decision.values:
        record["values"] = dict(decision.values)
    if decision.reopened:
        record["reopened"] = True
    return record


def _outcome(annotation: Annotation) -> dict[str, Any]:
    """Return an outcome as records have always had it: most were never offered."""
    fields = msgspec.to_builtins(annotation)
    if annotation.offer is None:
        del fields["offer"]
    return fields


def from_record(record: Mapping[str, Any]) -> Decision:
    """Return the decision that `to_record` was given. Raises `msgspec.ValidationError` naming the field that is wrong."""
    return _decision(msgspec.convert(dict(record), _Record))


def _decision(record: _Record) -> Decision:
    if record.verdict is None:
        raise msgspec.ValidationError("Object missing required field `verdict`")
    votes = record.votes if isinstance(record.votes, dict) else dict[str, _Vote]()
    return Decision(
        record.verdict,
        frozenset(record.seen),
        tuple(record.outcomes),
        record.who,
        record.when,
        record.why,
        {
            name: Annotation(key, Span(start, end), label, values)
            for name, (key, start, end, label, values) in votes.items()
        },
        tuple(record.finished),
        record.values,
        record.reopened,
    )


def _order(one: Decision) -> tuple[str, list[Mark], list[Mark]]:
    return one.when, sorted(one.seen), sorted([mark_of(outcome) for outcome in one.outcomes])


def _shared(record: _Record) -> tuple[tuple[str, ...], str, str, str, bool, bool]:
    """Return what decisions on links and on zones have alike."""
    votes = tuple(record.votes)
    return votes, record.who, record.when, record.why, record.by_rule, record.reopened


def _records(review: Review) -> list[str]:
    found = [_text(to_record(decision)) for decision in review.decisions]
    for one in review.links.values():
        link = one.relation
        found.append(_text({"link": [link.type, link.head, link.dependent], **_said(one)}))
    for one in review.zoned.values():
        zone = one.zone
        found.append(_text({"zone": [zone.span.start, zone.span.end, zone.kind], **_said(one)}))
    if review.relations or review.zones:
        placed = {
            "relations": [[r.type, r.head, r.dependent] for r in sorted(review.relations)],
            "zones": [[z.span.start, z.span.end, z.kind] for z in sorted(review.zones)],
        }
        found.append(_text({"placed": placed}))
    return found


def _said(one: LinkDecision | ZoneDecision) -> dict[str, Any]:
    record: dict[str, Any] = {
        "taken": one.is_taken,
        "votes": list(one.votes),
        "who": one.who,
        "when": one.when,
        "why": one.why,
    }
    if one.is_by_rule:
        record["by_rule"] = True
    if one.reopened:
        record["reopened"] = True
    return record


def _text(record: dict[str, Any]) -> str:
    return msgspec.json.encode(record, order="sorted").decode()
