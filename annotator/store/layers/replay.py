"""Carry journal operations out on a layer's tables."""

from collections.abc import Iterable
from typing import Any

from annotator.store.files.records import Row, Rows, Tables
from annotator.store.journal.lines import Entry, Operation
from annotator.store.layers import rows
from annotator.store.layers.merging.merge import merge
from annotator.store.layers.merging.precedence import precedence

PUT, DROP, REPLACE = "+", "-", "="


def operations(before: Tables, after: Tables) -> tuple[Operation, ...]:
    """Return what turns one state into the other, with the old records, so that it can be undone."""
    found: list[Operation] = []
    for name, records in after.items():
        old = before.get(name, {})
        found.extend(
            Operation(PUT, name, number, record, old.get(number))
            for number, record in records.items()
            if record is not (known := old.get(number)) and record != known
        )
        found.extend(
            Operation(DROP, name, n, None, record) for n, record in old.items() if n not in records
        )
    for name, records in before.items():
        if name not in after:
            found.extend(Operation(DROP, name, n, None, record) for n, record in records.items())
    return tuple(found)


def snapshot(tables: Tables) -> Operation:
    """Return the operation that replaces everything by these tables."""
    return Operation(REPLACE, new=tables)


def replay(tables: Tables, entries: Iterable[Entry], *, merging: bool) -> None:
    """Carry out entries in place.

    ``merging`` is for histories of several devices: a record that somebody else changed later stays as it is. Without
    it the entries are one device's own, in order, and count as they stand.
    """
    for entry in entries:
        for operation in entry.o:
            _carry_out(tables, operation, merging=merging)


def _carry_out(tables: Tables, operation: Operation, *, merging: bool) -> None:
    if operation.kind == REPLACE and merging:
        merged = merge(tables, operation.new)
        tables.clear()
        tables.update(merged)
        return
    if operation.kind == REPLACE:
        kept = {
            key: rows.meta_of(tables)[key]
            for key in rows.BOOKKEEPING
            if key in rows.meta_of(tables)
        }
        tables.clear()
        tables.update(_copied(operation.new))
        if kept:
            tables.setdefault(rows.META, {}).setdefault("1", {}).update(kept)
        return
    records = tables.setdefault(operation.table, {})
    given: Row = operation.new or operation.old or {}
    number = _number_of(records, operation.number, given.get("uid"))
    if operation.kind == PUT:
        _put(tables, operation, number, merging=merging)
    elif number in records and not (merging and _is_newer(records[number], given, removed=False)):
        del records[number]


def _put(tables: Tables, operation: Operation, number: str, *, merging: bool) -> None:
    records, given = tables[operation.table], dict(operation.new)
    if operation.table == rows.META:
        if merging and _is_newer(rows.bare(records.get(number, {})), given, removed=False):
            return
        given.update(
            {
                key: records[number][key]
                for key in rows.BOOKKEEPING
                if key in records.get(number, {})
            }
        )
    if merging and "uid" in given:
        removed = operation.table == rows.REMOVED
        table = str(given.get("of")) if removed else operation.table
        for other, is_removal in ((table, False), (rows.REMOVED, True)):
            for key, record in _same(
                tables.get(other, {}), given["uid"], table if is_removal else None
            ):
                if precedence(record, removed=is_removal) > precedence(given, removed=removed):
                    return
                if (other, key) != (operation.table, number):
                    del tables[other][key]
    records[number] = given


def _same(records: Rows, uid: Any, of: str | None) -> list[tuple[str, Row]]:
    return [
        (number, record)
        for number, record in records.items()
        if record.get("uid") == uid and (of is None or record.get("of") == of)
    ]


def _is_newer(record: Row, than: Row, *, removed: bool) -> bool:
    return precedence(record, removed=removed) > precedence(than, removed=removed)


def _number_of(records: Rows, number: str, uid: object) -> str:
    """Return the row of the record with this identity, or a free one: row numbers differ between copies of a file."""
    if uid is None or (number in records and records[number].get("uid", uid) == uid):
        return number
    found = next((key for key, record in records.items() if record.get("uid") == uid), None)
    if found is not None:
        return found
    return number if number not in records else str(max(map(int, records)) + 1)


def _copied(tables: Any) -> Tables:
    return {
        name: {number: dict(record) for number, record in records.items()}
        for name, records in tables.items()
    }
