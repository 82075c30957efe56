"""Merge two copies of one layer file: an older copy come back, a sync program's conflict copy, work of two laptops.

Record by record the one with precedence counts, removals included, so the result is the same whichever copy is whose:
merging is commutative, associative and idempotent.
"""

from typing import Any

from annotator.store.files.records import Row, Tables
from annotator.store.layers import rows
from annotator.store.layers.merging.precedence import precedence


def merge(mine: Tables, theirs: Tables) -> Tables:
    """Return the merged copy. Tables that Hashiya does not know are joined record by record in the same way."""
    best: dict[tuple[str, str], tuple[tuple[Any, ...], str, Row]] = {}
    for tables in (mine, theirs):
        for name in (*rows.CONTENT, rows.REMOVED):
            for record in tables.get(name, {}).values():
                removed = name == rows.REMOVED
                key = (
                    str(record.get("of", rows.SPANS)) if removed else name,
                    str(record.get("uid")),
                )
                candidate = (precedence(record, removed=removed), name, record)
                if key not in best or candidate[0] > best[key][0]:
                    best[key] = candidate
    merged: Tables = {rows.META: {"1": _merged_meta(mine, theirs)}}
    for name in (*rows.CONTENT, rows.REMOVED):
        chosen = sorted((r for _, n, r in best.values() if n == name), key=_order)
        if chosen or name not in rows.OPTIONAL:
            merged[name] = {str(number): dict(record) for number, record in enumerate(chosen, 1)}
    for name in sorted((mine.keys() | theirs.keys()) - merged.keys()):
        merged[name] = _merged_unknown(mine.get(name, {}), theirs.get(name, {}))
    return merged


def _merged_meta(mine: Tables, theirs: Tables) -> Row:
    metas = (rows.meta_of(mine), rows.meta_of(theirs))
    meta = dict(max(map(rows.bare, metas), key=lambda one: precedence(one, removed=False)))
    newest = rows.marks_by_both(mine, theirs)
    meta["seq"] = max(_number(one.get("seq")) for one in metas)
    meta["seen"] = {device: mark.q for device, mark in newest.items()}
    meta["heads"] = {device: mark.link for device, mark in newest.items() if mark.link}
    return meta


def _merged_unknown(mine: dict[str, Row], theirs: dict[str, Row]) -> dict[str, Row]:
    numbers = sorted(mine.keys() | theirs.keys(), key=int)
    found = {
        number: [table[number] for table in (mine, theirs) if number in table] for number in numbers
    }
    return {
        number: dict(max(records, key=lambda one: precedence(one, removed=False)))
        for number, records in found.items()
    }


def _number(value: object) -> int:
    return value if type(value) is int else 0


def _order(record: Row) -> tuple[int, int, str]:
    return record.get("start", 0), record.get("end", 0), str(record.get("uid"))
