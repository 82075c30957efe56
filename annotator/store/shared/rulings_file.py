"""rulings.json: the guideline decisions of a project, one record each, the oldest first.

A file of its own, since what a ruling touches may be thousands of spans, and project.json is read whenever a project opens. The
project's lock must be held while it is written. A project without the file has none yet.
"""

from collections.abc import Callable
from pathlib import Path

import msgspec

from annotator.adjudication.guideline_decisions import GuidelineDecision, from_record, to_record
from annotator.errors import DamagedFileError
from annotator.store.files.database import Database, open_database
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout
from annotator.store.files.lock import Lock
from annotator.store.files.records import Row, Tables
from annotator.store.shared.changing import change_file

_TABLE = "rulings"

Rulings = tuple[GuidelineDecision, ...]


def rulings_path(layout: Layout) -> Path:
    return layout.root / "rulings.json"


def read_rulings(layout: Layout, filesystem: FileSystem) -> Rulings:
    """Read the rulings. Raises `DamagedFileError` for a file that holds something else."""
    path = rulings_path(layout)
    if not filesystem.exists(path):
        return ()
    return _rulings(open_database(path, filesystem).table(_TABLE).all(), path)


def change_rulings(
    layout: Layout, change: Callable[[Rulings], Rulings], filesystem: FileSystem, lock: Lock
) -> Rulings:
    """Change the rulings as they are on disk now and return them; keys of a record that we do not know are kept."""
    path = rulings_path(layout)

    def carry_out(database: Database) -> Rulings:
        table = database.table(_TABLE)
        rows = table.all()
        rulings = change(_rulings(rows, path))
        old = {row.get("id"): row for row in rows}
        table.clear()
        if rulings:
            table.insert([{**old.get(one.id, {}), **to_record(one)} for one in rulings])
        return rulings

    return change_file(path, carry_out, filesystem, lock)


def mend_rulings(layout: Layout, salvaged: Tables, filesystem: FileSystem) -> int:
    """Write the records of a damaged file that make sense, where none is any more, and return how many they are."""
    found = [row for row in salvaged.get(_TABLE, {}).values() if _is_whole(row)]
    open_database(rulings_path(layout), filesystem).table(_TABLE).insert(found)
    return len(found)


def add_rulings(layout: Layout, more: Rulings, filesystem: FileSystem) -> int:
    """Add the rulings that the file lacks and return how many they are."""
    table = open_database(rulings_path(layout), filesystem).table(_TABLE)
    there = {row.get("id") for row in table.all()}
    new = [to_record(one) for one in more if one.id not in there]
    if new:
        table.insert(new)
    return len(new)


def _is_whole(row: Row) -> bool:
    try:
        from_record(row)
    except msgspec.ValidationError:
        return False
    return True


def _rulings(rows: list[Row], path: Path) -> Rulings:
    try:
        found = tuple(map(from_record, rows))
    except msgspec.ValidationError as error:
        raise DamagedFileError(
            f"{path} holds a guideline decision that makes no sense: {error}. Nothing was changed: "
            "`hashiya check --repair` keeps the others, or put back a copy of the file"
        ) from None
    return tuple(sorted(found, key=lambda one: (one.when, one.id)))
