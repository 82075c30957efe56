"""Keep a review in the gold layer it belongs to, so that a decision and what it did are saved and undone as one."""

from typing import Any

import msgspec

from annotator.adjudication.decisions import Decision, Review, from_record, to_record
from annotator.edits import Decide, Edit
from annotator.model import Layer, Relation, Span, Zone


class _Placed(msgspec.Struct):
    relations: list[tuple[str, str, str]]
    zones: list[tuple[int, int, str]]


def review_of(gold: Layer) -> Review:
    """Return what was decided about an article. Raises `msgspec.ValidationError` where a record makes no sense."""
    decisions: list[Decision] = []
    relations: frozenset[Relation] = frozenset()
    zones: frozenset[Zone] = frozenset()
    for text in sorted(gold.decisions):
        record = msgspec.json.decode(text)
        if "placed" in record:
            placed = msgspec.convert(record["placed"], _Placed)
            relations |= {Relation(*one) for one in placed.relations}
            zones |= {Zone(Span(start, end), kind) for start, end, kind in placed.zones}
        else:
            decisions.append(from_record(record))
    decisions.sort(key=lambda one: (one.when, sorted(one.seen)))
    return Review(tuple(decisions), relations, zones)


def keeping(gold: Layer, review: Review) -> Edit | None:
    """Return the edit after which ``gold`` holds ``review``; None where it does already."""
    wanted = frozenset(_records(review))
    if wanted == gold.decisions:
        return None
    return Decide(wanted - gold.decisions, gold.decisions - wanted)


def _records(review: Review) -> list[str]:
    found = [_text(to_record(decision)) for decision in review.decisions]
    if review.relations or review.zones:
        placed = {
            "relations": [[r.type, r.head, r.dependent] for r in sorted(review.relations)],
            "zones": [[z.span.start, z.span.end, z.kind] for z in sorted(review.zones)],
        }
        found.append(_text({"placed": placed}))
    return found


def _text(record: dict[str, Any]) -> str:
    return msgspec.json.encode(record, order="sorted").decode()
