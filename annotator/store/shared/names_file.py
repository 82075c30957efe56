"""names.json: the canonical names of a project with their aliases, one record a name.

It is shared like the labels: the project's lock must be held while it is written. A project without the file has no
registered names yet.
"""

from pathlib import Path

import msgspec

from annotator.errors import DamagedFileError
from annotator.model.names import Name, Registry
from annotator.store.files.database import open_database
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout

_TABLE = "names"


def names_path(layout: Layout) -> Path:
    return layout.root / "names.json"


def read_names(layout: Layout, filesystem: FileSystem) -> Registry:
    """Read the registry. Raises `DamagedFileError` for a file that holds no names."""
    path = names_path(layout)
    if not filesystem.exists(path):
        return Registry()
    rows = open_database(path, filesystem).table(_TABLE).all()
    try:
        return Registry(tuple(msgspec.convert(rows, list[Name])))
    except msgspec.ValidationError as error:
        raise DamagedFileError(
            f"{path} holds a name that makes no sense: {error}. Nothing was changed; put back a copy of the file"
        ) from None


def write_names(layout: Layout, registry: Registry, filesystem: FileSystem) -> None:
    """Write the registry in one durable step; keys of a record that this program does not know are kept."""
    database = open_database(names_path(layout), filesystem)
    with database.transaction():
        table = database.table(_TABLE)
        old = {(row.get("label"), row.get("canonical")): row for row in table.all()}
        records = [msgspec.to_builtins(name) for name in registry.names]
        table.clear()
        if records:
            table.insert([{**old.get((r["label"], r["canonical"]), {}), **r} for r in records])
