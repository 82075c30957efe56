"""What one edit does to a layer's records."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from annotator.edits import changed_ids
from annotator.model import Layer, Status
from annotator.store.files.database import Database
from annotator.store.files.records import Row
from annotator.store.layers import rows


@dataclass(frozen=True, slots=True)
class TableChange:
    """Records by uid as they are to read from now on, and the uids that are gone."""

    put: Mapping[str, Row]
    gone: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.put or self.gone)


@dataclass(frozen=True, slots=True)
class Difference:
    """All changes from one layer to another: by table, and the new status where it or its ``guidelines`` are others."""

    tables: Mapping[str, TableChange]
    status: Status | None
    guidelines: str = ""

    def __bool__(self) -> bool:
        return self.status is not None or any(self.tables.values())


def difference(before: Layer, after: Layer, text: str) -> Difference:
    """Compare two layers. Raises `SpanError` when something new runs past ``text``."""
    changed = changed_ids(before, after)
    put = [
        rows.annotation_fields(after.annotations[i], text)
        for i in after.annotations
        if i in changed
    ]
    spans = TableChange(_by_uid(put), frozenset(i for i in changed if i not in after.annotations))
    relations = TableChange(
        _by_uid([rows.relation_fields(r) for r in sorted(after.relations - before.relations)]),
        frozenset(rows.relation_fields(r)["uid"] for r in before.relations - after.relations),
    )
    added_zones = sorted(after.zones - before.zones)
    for zone in added_zones:
        zone.span.of(text)
    zones = TableChange(
        _by_uid([rows.zone_fields(z) for z in added_zones]),
        frozenset(rows.zone_fields(z)["uid"] for z in before.zones - after.zones),
    )
    decisions = TableChange(
        _by_uid([rows.decision_fields(d) for d in sorted(after.decisions - before.decisions)]),
        frozenset(rows.decision_fields(d)["uid"] for d in before.decisions - after.decisions),
    )
    remarks = _remark_changes(before, after, text)
    is_same = (before.status, before.guidelines) == (after.status, after.guidelines)
    status = None if is_same else after.status
    tables = {
        rows.SPANS: spans,
        rows.RELATIONS: relations,
        rows.ZONES: zones,
        rows.DECISIONS: decisions,
        rows.REMARKS: remarks,
    }
    return Difference(tables, status, after.guidelines)


def _remark_changes(before: Layer, after: Layer, text: str) -> TableChange:
    if after.remarks is before.remarks:
        return TableChange({}, frozenset())
    put = [new for key, new in after.remarks.items() if before.remarks.get(key) != new]
    for remark in put:
        if remark.span is not None:
            remark.span.of(text)
    gone = frozenset(before.remarks.keys() - after.remarks.keys())
    return TableChange(_by_uid([rows.remark_fields(remark) for remark in put]), gone)


def write(database: Database, changes: Difference, by: str, at: str) -> None:
    """Carry out changes on a layer file. Call it inside a transaction: it is several TinyDB operations."""
    for name, change in changes.tables.items():
        if change:
            _write_table(database, name, change, by, at)
    status = changes.status
    if status is not None:

        def set_status(meta: Row) -> None:
            meta.update(status=str(status), rev=meta.get("rev", 0) + 1, by=by, at=at)
            meta.pop(rows.GUIDELINES, None)
            if changes.guidelines:
                meta[rows.GUIDELINES] = changes.guidelines

        database.table(rows.META).update([1], set_status)


def _write_table(database: Database, name: str, change: TableChange, by: str, at: str) -> None:
    table, removed = database.table(name), database.table(rows.REMOVED)
    there = table.with_uids(change.put.keys() | change.gone)
    known = {row["uid"] for row in there.values()}
    tombstones = {
        n: row for n, row in removed.with_uids(change.put).items() if row.get("of") == name
    }
    revisions = {row["uid"]: row.get("rev", 0) for row in tombstones.values()}
    added = [
        {**fields, "by": by, "at": at, "rev": revisions.get(uid, 0) + 1}
        for uid, fields in change.put.items()
        if uid not in known
    ]
    replaced = [number for number, row in there.items() if row["uid"] in change.put]
    gone = [number for number, row in there.items() if row["uid"] in change.gone]
    if tombstones:
        removed.remove(tombstones)
    if added:
        table.insert(added)
    if replaced:
        table.update(replaced, _replacing(change.put, rows.FIELDS[name], by, at))
    if gone:
        table.remove(gone)
        removed.insert([_tombstone(there[number], name, by, at) for number in gone])


def _replacing(
    put: Mapping[str, Row], known: frozenset[str], by: str, at: str
) -> Callable[[Row], None]:
    def replace(row: Row) -> None:
        unknown = {key: value for key, value in row.items() if key not in known}
        rev = row.get("rev", 0) + 1
        fields = put[row["uid"]]
        row.clear()
        row.update({**fields, "by": by, "at": at, "rev": rev, **unknown})

    return replace


def _tombstone(row: Row, table: str, by: str, at: str) -> Row:
    """Return the record of a removal, without which a merge of two copies would bring the record back."""
    return {"uid": row["uid"], "of": table, "by": by, "at": at, "rev": row.get("rev", 0) + 1}


def _by_uid(records: list[Row]) -> dict[str, Row]:
    return {record["uid"]: record for record in records}
