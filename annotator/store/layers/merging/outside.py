"""A layer file that another program changed while its desk was open: merged where that is possible."""

from pathlib import Path

from annotator.errors import DamagedFileError
from annotator.store.files.clock import now
from annotator.store.files.records import Row, Stray, Tables, dump, load
from annotator.store.layers import migrations, rows
from annotator.store.layers.damage.rot import wrong_byte
from annotator.store.layers.merging.conflict_copies import merged_into
from annotator.store.layers.merging.precedence import precedence
from annotator.store.layers.tidying import Tidier

_OURS = (*rows.BOOKKEEPING, "format", "article", "annotator", "text_sha256", "rev", "by", "at")
"""What the record about a file says that no other program has to change: the status is theirs, and keys of their own."""


def read_changed(
    data: bytes, path: Path, base: Tables, article_id: str, annotator: str
) -> tuple[Tables, bool]:
    """Read what another program wrote, and tell whether that was a Hashiya. Raises `DamagedFileError` where it is no copy."""
    stray: list[Stray] = []
    loaded = load(data, path, stray)
    if not loaded.intact and wrong_byte(data, dump(base)) is not None:
        raise DamagedFileError(f"{path.name} is damaged: one byte is not what was saved")
    if migrations.format_of(loaded.tables) > rows.FORMAT:
        raise DamagedFileError(f"{path.name} was written by a newer Hashiya")
    tables = migrations.migrate_layer(loaded.tables)
    meta = tables.setdefault(rows.META, {}).setdefault("1", dict(rows.meta_of(base)))
    if (meta.get("article"), meta.get("annotator")) != (article_id, annotator):
        raise DamagedFileError(f"{path.name} is another layer now")
    Tidier(tables, lambda: base, is_intact=loaded.intact).tidy(stray)
    return tables, loaded.intact


def merge_changed(
    base: Tables, mine: Tables, theirs: Tables, *, by_hashiya: bool
) -> tuple[Tables, list[str]]:
    """Return ``mine`` with what ``theirs`` changed of ``base``, and the uids that both changed, of which mine counts.

    A file that a Hashiya wrote tells by revisions what is newer. Other programs count no revisions: there, whatever
    differs from what we last read or wrote is a change.
    """
    if by_hashiya:
        return merged_into(mine, theirs), []
    merged: Tables = {name: dict(records) for name, records in mine.items()}
    both: list[str] = []
    for name in rows.CONTENT:
        before, here, there = (_by_uid(tables, name) for tables in (base, mine, theirs))
        for uid in dict.fromkeys([*before, *here, *there]):
            old, own, other = before.get(uid), here.get(uid), there.get(uid)
            if other in (old, own):
                continue
            if own != old:
                both.append(uid)
                continue
            _take(merged, name, uid, own, other)
    ours, meta_before = rows.meta_of(mine), rows.meta_of(base)
    changed = {
        key: value
        for key, value in rows.meta_of(theirs).items()
        if key not in _OURS and ours.get(key) == meta_before.get(key) != value
    }
    if changed:
        meta = {**ours, **changed, "rev": ours.get("rev", 0) + 1, "at": now()}
        merged[rows.META] = {"1": meta}
    for name in theirs.keys() - {rows.META, rows.REMOVED, *rows.CONTENT}:
        merged[name] = {**theirs[name], **mine.get(name, {})}
    spans = _by_uid(merged, rows.SPANS)
    merged[rows.RELATIONS] = {
        number: record
        for number, record in merged.get(rows.RELATIONS, {}).items()
        if record["head"] in spans and record["dependent"] in spans
    }
    return merged, both


def _take(merged: Tables, name: str, uid: str, own: Row | None, other: Row | None) -> None:
    """Carry one change of another program out, with the revision that it did not count."""
    table = merged.setdefault(name, {})
    number = next((key for key, record in table.items() if record.get("uid") == uid), None)
    revision = 1 + max(
        [one.get("rev", 0) for one in (own, other) if one is not None]
        + [one.get("rev", 0) for one in _tombstones(merged, name, uid)]
    )
    if other is not None:
        table[number or _free(table)] = {**other, "rev": revision, "at": now()}
        removed = merged.get(rows.REMOVED, {})
        merged[rows.REMOVED] = {
            key: row
            for key, row in removed.items()
            if (row.get("of"), row.get("uid")) != (name, uid)
        }
    elif number is not None:
        del table[number]
        removed = merged.setdefault(rows.REMOVED, {})
        by = str((own or {}).get("by", ""))
        removed[_free(removed)] = {"uid": uid, "of": name, "by": by, "at": now(), "rev": revision}


def _tombstones(tables: Tables, name: str, uid: str) -> list[Row]:
    return [
        row
        for row in tables.get(rows.REMOVED, {}).values()
        if (row.get("of"), row.get("uid")) == (name, uid)
    ]


def _by_uid(tables: Tables, name: str) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for record in tables.get(name, {}).values():
        uid = str(record.get("uid"))
        if uid not in found or precedence(record, removed=False) > precedence(
            found[uid], removed=False
        ):
            found[uid] = record
    return found


def _free(table: dict[str, Row]) -> str:
    return str(max(map(int, table), default=0) + 1)
