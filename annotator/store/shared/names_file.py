"""names.json: the canonical names of a project with their aliases, one record a name.

It is shared like the labels: the project's lock must be held while it is written. A project without the file has no
registered names yet.
"""

from collections.abc import Callable
from pathlib import Path

import msgspec

from annotator.errors import AnnotatorError, DamagedFileError
from annotator.model.names import Name, Registry
from annotator.store.files.database import Database, open_database
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout
from annotator.store.files.lock import Lock
from annotator.store.files.records import Row, Tables
from annotator.store.shared.changing import change_file

_TABLE = "names"


def names_path(layout: Layout) -> Path:
    return layout.root / "names.json"


def read_names(layout: Layout, filesystem: FileSystem) -> Registry:
    """Read the registry. Raises `DamagedFileError` for a file that holds no names."""
    path = names_path(layout)
    if not filesystem.exists(path):
        return Registry()
    return _registry(open_database(path, filesystem).table(_TABLE).all(), path)


def change_names(
    layout: Layout, change: Callable[[Registry], Registry], filesystem: FileSystem, lock: Lock
) -> Registry:
    """Change the registry as it is on disk now and return it; keys of a record that we do not know are kept."""
    path = names_path(layout)

    def carry_out(database: Database) -> Registry:
        table = database.table(_TABLE)
        registry = change(_registry(table.all(), path))
        old = {(row.get("label"), row.get("canonical")): row for row in table.all()}
        records = [msgspec.to_builtins(name) for name in registry.names]
        table.clear()
        if records:
            table.insert([{**old.get((r["label"], r["canonical"]), {}), **r} for r in records])
        return registry

    return change_file(path, carry_out, filesystem, lock)


def mend_names(layout: Layout, salvaged: Tables, filesystem: FileSystem) -> int:
    """Write the records of a damaged file that make sense, where none is any more, and return how many they are."""
    found = [row for row in salvaged.get(_TABLE, {}).values() if _is_whole(row)]
    table = open_database(names_path(layout), filesystem).table(_TABLE)
    table.insert(found)
    return len(found)


def add_names(layout: Layout, more: Registry, filesystem: FileSystem) -> int:
    """Add the names that the list lacks, where they go together with it, and return how many they are."""
    table = open_database(names_path(layout), filesystem).table(_TABLE)
    added = 0
    for name in more.names:
        now = _registry(table.all(), names_path(layout))
        if any((one.label, one.canonical) == (name.label, name.canonical) for one in now.names):
            continue
        try:
            Registry((*now.names, name))
        except AnnotatorError:
            continue
        table.insert([msgspec.to_builtins(name)])
        added += 1
    return added


def _is_whole(row: Row) -> bool:
    try:
        Registry((msgspec.convert(row, Name),))
    except (msgspec.ValidationError, AnnotatorError):
        return False
    return True


def _registry(rows: list[Row], path: Path) -> Registry:
    try:
        return Registry(tuple(msgspec.convert(rows, list[Name])))
    except (msgspec.ValidationError, AnnotatorError) as error:
        raise DamagedFileError(
            f"{path} holds a name that makes no sense: {error}. Nothing was changed: `hashiya check --repair` keeps the "
            "others, or put back a copy of the file"
        ) from None
