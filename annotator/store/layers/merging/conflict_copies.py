"""What sync programs leave beside a layer file when two computers changed it: found, merged record by record, and kept.

Known names: Syncthing ``ID.sync-conflict-20261121-120000-ABCDEFG.json``, Dropbox ``ID (Sara's conflicted copy
2026-11-21).json``, OneDrive ``ID-LAPTOP.json``; any other name that begins with the id is taken for one too.
"""

import re
from pathlib import Path

from annotator.errors import DamagedFileError
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.records import Row, Rows, Stray, Tables, load
from annotator.store.layers import migrations, rows
from annotator.store.layers.merging.merge import merge
from annotator.store.layers.tidying import Tidier

_COPY = re.compile(r"([0-9a-f]{12})[^0-9a-z].*\.json", re.IGNORECASE)


def find_copies(base: Path, filesystem: FileSystem) -> list[tuple[str, Path]]:
    """Return the conflict copies of one annotator's layers, with the article they are about."""
    return [
        (match[1], base / shard / name)
        for shard in filesystem.names(base)
        if len(shard) == 2
        for name in filesystem.names(base / shard)
        if (match := _COPY.fullmatch(name)) and name.startswith(shard)
    ]


def read_copy(path: Path, article_id: str, annotator: str, filesystem: FileSystem) -> Tables:
    """Read a copy, or raise `DamagedFileError` where it is not one of this layer's."""
    stray: list[Stray] = []
    loaded = load(filesystem.read(path), path, stray)
    tables = migrations.migrate_layer(loaded.tables)
    meta = rows.meta_of(tables)
    if (meta.get("article"), meta.get("annotator")) != (article_id, annotator):
        raise DamagedFileError(
            f"{path} is not a copy of {annotator}'s layer on {article_id}; look at it yourself"
        )
    if migrations.format_of(tables) > rows.FORMAT:
        raise DamagedFileError(
            f"{path} was written by a newer Hashiya; update the program to merge it"
        )
    Tidier(tables, lambda: None, is_intact=loaded.intact).tidy(stray)
    return tables


def merged_into(mine: Tables, theirs: Tables) -> Tables:
    """Return ``mine`` with what precedence takes from ``theirs``, every record that stays in its own row.

    A link that one side made to an annotation the other side removed is left out.
    """
    merged = merge(mine, theirs)
    result: Tables = {}
    for name, records in merged.items():
        if name == rows.META:
            kept = {
                key: value for key, value in rows.meta_of(mine).items() if key in rows.BOOKKEEPING
            }
            result[name] = {"1": {**rows.meta_of(merged), **kept}}
        elif name in (*rows.CONTENT, rows.REMOVED):
            result[name] = _in_own_rows(mine.get(name, {}), records)
        else:
            result[name] = records
    there = {record["uid"] for record in result[rows.SPANS].values()}
    result[rows.RELATIONS] = {
        number: record
        for number, record in result[rows.RELATIONS].items()
        if record["head"] in there and record["dependent"] in there
    }
    return result


def _in_own_rows(mine: Rows, merged: Rows) -> Rows:
    wanted: dict[object, Row] = {_identity(record): record for record in merged.values()}
    result: Rows = {}
    for number, record in mine.items():
        if (found := wanted.pop(_identity(record), None)) is not None:
            result[number] = found
    free = max(map(int, mine), default=0) + 1
    return result | {str(number): record for number, record in enumerate(wanted.values(), free)}


def _identity(record: Row) -> tuple[object, object]:
    return record.get("of"), record.get("uid")
