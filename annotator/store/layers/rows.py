"""A layer as flat records and back.

Every record has a ``uid`` that is its identity for ever (row numbers are reused by TinyDB), the ``rev`` of its last
change, who made it (``by``) and when (``at``): enough to merge two copies of a file record by record.
"""

import hashlib
from typing import Any, TypeVar

import msgspec

from annotator.errors import DamagedFileError, SpanError
from annotator.model import Annotation, Layer, Offer, Relation, Remark, Span, Status, Zone
from annotator.store.files.records import Row, Tables
from annotator.store.journal.lines import Mark

FORMAT = 4
"""The format of layer files this program writes."""

META, SPANS, RELATIONS, ZONES, REMOVED = "meta", "spans", "relations", "zones", "removed"
DECISIONS = "decisions"
"""The table of a gold layer that says what review decided; other layers do without it."""

REMARKS = "remarks"
"""The table of flags and questions; layers without any do without it."""

GUIDELINES = "guidelines_sha256"
"""The key of the meta record that says by which guidelines the article was finished."""

BOOKKEEPING = ("seq", "seen", "heads")
"""Keys of the meta record that say which journal entries a file has; no journal entry carries them."""

CONTENT = (SPANS, RELATIONS, ZONES, DECISIONS, REMARKS)
"""The tables whose records are merged one by one."""

OPTIONAL = (DECISIONS, REMARKS)
"""Those of them that a file does without where there is nothing in them."""

WITH_IDS = (SPANS, REMARKS)
"""Those whose records change and keep their uid; the others are what they say, and their uid is made of it."""

FIELDS = {
    SPANS: frozenset(
        (
            *("uid", "start", "end", "label", "text", "origin", "attributes", "note", "offer"),
            *("by", "at", "rev"),
        )
    ),
    REMARKS: frozenset(
        (
            *("uid", "kind", "text", "start", "end", "annotation", "made", "settled", "answer"),
            *("by", "at", "rev"),
        )
    ),
}
"""The keys that we know of records that change; others are kept as they are."""


class _OfferRow(msgspec.Struct):
    engine: str
    score: float
    start: int
    end: int
    label: str
    attributes: dict[str, str] = {}

    def value(self) -> Offer:
        span = Span(self.start, self.end)
        return Offer(self.engine, self.score, span, self.label, self.attributes)


class _SpanRow(msgspec.Struct):
    uid: str
    start: int
    end: int
    label: str
    attributes: dict[str, str] = {}
    note: str = ""
    origin: str = "manual"
    offer: _OfferRow | None = None

    def value(self) -> Annotation:
        span = Span(self.start, self.end)
        offer = None if self.offer is None else self.offer.value()
        return Annotation(
            self.uid, span, self.label, self.attributes, self.note, self.origin, offer
        )


class _RelationRow(msgspec.Struct):
    type: str
    head: str
    dependent: str

    def value(self) -> Relation:
        return Relation(self.type, self.head, self.dependent)


class _ZoneRow(msgspec.Struct):
    start: int
    end: int
    kind: str

    def value(self) -> Zone:
        return Zone(Span(self.start, self.end), self.kind)


class _RemarkRow(msgspec.Struct):
    uid: str
    kind: str
    text: str = ""
    start: int | None = None
    end: int | None = None
    annotation: str = ""
    made: str = ""
    settled: bool = False
    answer: str = ""

    def value(self) -> Remark:
        if (self.start is None) != (self.end is None):
            raise ValueError("a place needs a start and an end")
        span = None if self.start is None or self.end is None else Span(self.start, self.end)
        return Remark(
            self.uid,
            self.kind,
            self.text,
            span,
            self.annotation,
            self.made,
            self.settled,
            self.answer,
        )


class _DecisionRow(msgspec.Struct):
    decision: dict[str, Any]

    def value(self) -> str:
        return msgspec.json.encode(self.decision, order="sorted").decode()


_R = TypeVar("_R", bound=msgspec.Struct)


def new_tables(article_id: str, annotator: str, text_hash: str = "") -> Tables:
    """Return the tables of a layer nobody has worked on yet; ``text_hash`` is the text's SHA-256 where it is known."""
    meta: Row = {
        "format": FORMAT,
        "article": article_id,
        "annotator": annotator,
        "status": str(Status.NEW),
        "text_sha256": text_hash,
        "seq": 0,
        "seen": {},
        "heads": {},
    }
    return {META: {"1": meta}, SPANS: {}, RELATIONS: {}, ZONES: {}, REMOVED: {}}


def meta_of(tables: Tables) -> Row:
    return tables.get(META, {}).get("1", {})


def bare(meta: Row) -> Row:
    """Return a meta record without its bookkeeping."""
    return {key: value for key, value in meta.items() if key not in BOOKKEEPING}


def seen_of(tables: Tables) -> dict[str, int]:
    """Return the last journal entry that a file has, by device."""
    try:
        return msgspec.convert(meta_of(tables).get("seen", {}), dict[str, int])
    except msgspec.ValidationError:
        return {}


def marks_of(tables: Tables) -> dict[str, Mark]:
    """Return the last journal entry that a file has, by device, with its link where the file remembers one."""
    try:
        heads = msgspec.convert(meta_of(tables).get("heads", {}), dict[str, str])
    except msgspec.ValidationError:
        heads = dict[str, str]()
    return {device: Mark(q, heads.get(device, "")) for device, q in seen_of(tables).items()}


def marks_by_both(mine: Tables, theirs: Tables) -> dict[str, Mark]:
    """Return the last journal entry that two copies of a file have together, by device."""
    marks = [marks_of(tables) for tables in (mine, theirs)]
    return {
        device: max(one[device] for one in marks if device in one)
        for device in sorted(marks[0].keys() | marks[1].keys())
    }


def check_record(table: str, record: Row) -> None:
    """Raise `msgspec.ValidationError`, `SpanError` or `ValueError` for a record that describes nothing."""
    _ = msgspec.convert(record, _ROWS[table]).value()


def to_layer(tables: Tables, article_id: str, annotator: str, where: object) -> Layer:
    """Return the layer that records describe, or raise `DamagedFileError` naming ``where`` and the bad record."""
    try:
        spans = _converted(tables, SPANS, list[_SpanRow])
        relations = _converted(tables, RELATIONS, list[_RelationRow])
        zones = _converted(tables, ZONES, list[_ZoneRow])
        decisions = _converted(tables, DECISIONS, list[_DecisionRow])
        remarks = _converted(tables, REMARKS, list[_RemarkRow])
        return Layer(
            annotator,
            article_id,
            Status(meta_of(tables).get("status", Status.NEW)),
            {
                row.uid: Annotation(
                    row.uid,
                    Span(row.start, row.end),
                    row.label,
                    row.attributes,
                    row.note,
                    row.origin,
                    None if row.offer is None else row.offer.value(),
                )
                for row in spans
            },
            frozenset(row.value() for row in relations),
            frozenset(row.value() for row in zones),
            frozenset(row.value() for row in decisions),
            {row.uid: row.value() for row in remarks},
            guidelines_of(meta_of(tables)),
        )
    except (msgspec.ValidationError, SpanError, ValueError) as error:
        raise DamagedFileError(
            f"{where} holds a record that makes no sense: {error}. Nothing was changed. "
            "Run `hashiya check` on the project, or put back a copy of the file"
        ) from None


def _converted(tables: Tables, name: str, kind: type[list[_R]]) -> list[_R]:
    records = tables.get(name)
    return msgspec.convert(list(records.values()), kind) if records else []


_ROWS = {
    SPANS: _SpanRow,
    RELATIONS: _RelationRow,
    ZONES: _ZoneRow,
    DECISIONS: _DecisionRow,
    REMARKS: _RemarkRow,
}


def guidelines_of(meta: Row) -> str:
    """Return the SHA-256 of the guidelines by which a layer was finished; empty where its record does not say it."""
    found = meta.get(GUIDELINES)
    return found if isinstance(found, str) else ""


def to_annotation(row: Row) -> Annotation:
    return msgspec.convert(row, _SpanRow).value()


def to_relation(row: Row) -> Relation:
    return msgspec.convert(row, _RelationRow).value()


def to_zone(row: Row) -> Zone:
    return msgspec.convert(row, _ZoneRow).value()


def annotation_fields(annotation: Annotation, text: str) -> Row:
    """Return what an annotation's record says, the bookkeeping apart."""
    fields: Row = {
        "uid": annotation.id,
        "start": annotation.start,
        "end": annotation.end,
        "label": annotation.label,
        "text": annotation.span.of(text),
        "origin": str(annotation.origin),
    }
    if annotation.attributes:
        fields["attributes"] = dict(annotation.attributes)
    if annotation.note:
        fields["note"] = annotation.note
    if annotation.offer is not None:
        fields["offer"] = _offer_fields(annotation.offer, is_edited=annotation.is_edited)
    return fields


def _offer_fields(offer: Offer, *, is_edited: bool) -> Row:
    """Return what a suggestion was; ``edited`` is for those who read the file, as it follows from the rest."""
    fields: Row = {
        "engine": offer.engine,
        "score": offer.score,
        "edited": is_edited,
        "start": offer.span.start,
        "end": offer.span.end,
        "label": offer.label,
    }
    if offer.attributes:
        fields["attributes"] = dict(offer.attributes)
    return fields


def to_remark(row: Row) -> Remark:
    return msgspec.convert(row, _RemarkRow).value()


def remark_fields(remark: Remark) -> Row:
    """Return what a remark's record says, the bookkeeping apart; what is empty is left out."""
    fields: Row = {"uid": remark.id, "kind": str(remark.kind), "text": remark.text}
    if remark.span is not None:
        fields |= {"start": remark.span.start, "end": remark.span.end}
    if remark.annotation:
        fields["annotation"] = remark.annotation
    if remark.made:
        fields["made"] = remark.made
    if remark.is_settled:
        fields["settled"] = True
    if remark.answer:
        fields["answer"] = remark.answer
    return fields


def to_decision(row: Row) -> str:
    return msgspec.convert(row, _DecisionRow).value()


def relation_fields(relation: Relation) -> Row:
    parts = [relation.type, relation.head, relation.dependent]
    return {
        "uid": _uid(parts),
        "type": relation.type,
        "head": relation.head,
        "dependent": relation.dependent,
    }


def zone_fields(zone: Zone) -> Row:
    parts = [zone.span.start, zone.span.end, zone.kind]
    return {"uid": _uid(parts), "start": zone.span.start, "end": zone.span.end, "kind": zone.kind}


def decision_fields(decision: str) -> Row:
    return {"uid": _uid([decision]), "decision": msgspec.json.decode(decision)}


def _uid(parts: list[Any]) -> str:
    """Return an identity made of the content: relations and zones never change, they come and go."""
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:12]


def uid_of(table: str, record: Row) -> str:
    """Return the identity of a sound record that has none, or whose kind is made of what it says: always the same."""
    if table == RELATIONS:
        return relation_fields(to_relation(record))["uid"]
    if table == ZONES:
        return zone_fields(to_zone(record))["uid"]
    if table == DECISIONS:
        return decision_fields(to_decision(record))["uid"]
    known = {key: value for key, value in record.items() if key != "uid"}
    return _uid([table, sorted((key, str(value)) for key, value in known.items())])


def denies_itself(row: Row) -> str:
    """Return how an annotation's record contradicts itself, or nothing."""
    start, end, text = row.get("start"), row.get("end"), row.get("text")
    if not (isinstance(start, int) and isinstance(end, int) and isinstance(text, str)):
        return ""
    if end - start == len(text):
        return ""
    return f"annotation {row.get('uid')} covers [{start}, {end}) and says {text!r}"


def contradiction(tables: Tables) -> str:
    """Return how an annotation's record denies itself, or nothing: a flipped bit in an offset leaves valid JSON behind.

    Worth asking only where the checksum does not fit.
    """
    found = map(denies_itself, tables.get(SPANS, {}).values())
    return next((wrong for wrong in found if wrong), "")
