"""project.json: what a project is, its labels and its relation types."""

import secrets
from dataclasses import dataclass
from pathlib import Path

import msgspec

from annotator.errors import DamagedFileError, SchemaError
from annotator.model import DEFAULT_SCHEMA, CliticPolicy, Colours, Label, RelationType, Schema
from annotator.store.files.clock import now
from annotator.store.files.database import Database, Table, open_database
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout
from annotator.store.files.records import Row

FORMAT = 2
"""The format of project folders this program writes; a higher one opens read-only."""

_PROJECT, _LABELS, _RELATIONS = "project", "labels", "relations"


@dataclass(frozen=True, slots=True)
class ProjectRecord:
    id: str
    title: str
    format: int
    schema: Schema


def create_project_file(layout: Layout, title: str, schema: Schema, filesystem: FileSystem) -> None:
    database = open_database(layout.project, filesystem)
    with database.transaction():
        database.table(_PROJECT).insert(
            [
                {
                    "format": FORMAT,
                    "id": secrets.token_hex(6),
                    "title": title,
                    "created": now(),
                    "allow_crossing": schema.allow_crossing,
                }
            ]
        )
        _write_schema(database, schema)


def read_project_file(layout: Layout, filesystem: FileSystem) -> ProjectRecord:
    """Read what a project is. Raises `DamagedFileError` for a file that does not say it."""
    database = open_database(layout.project, filesystem)
    row = database.table(_PROJECT).row(1) or {}
    try:
        return ProjectRecord(
            msgspec.convert(row.get("id"), str),
            msgspec.convert(row.get("title", ""), str),
            msgspec.convert(row.get("format"), int),
            _read_schema(database, allow_crossing=bool(row.get("allow_crossing", True))),
        )
    except (msgspec.ValidationError, SchemaError) as error:
        raise DamagedFileError(
            f"{layout.project} does not describe a project: {error}. Nothing was changed; put back a copy of the file"
        ) from None


def read_schema_file(path: Path, filesystem: FileSystem) -> Schema:
    """Read the labels of another project's project.json, or of a file in the same shape."""
    database = open_database(path, filesystem)
    row = database.table(_PROJECT).row(1) or {}
    try:
        return _read_schema(database, allow_crossing=bool(row.get("allow_crossing", True)))
    except (msgspec.ValidationError, SchemaError) as error:
        raise SchemaError(f"{path} holds no usable labels: {error}") from None


def set_format(layout: Layout, filesystem: FileSystem) -> None:
    """Say in project.json that the folder is in today's format. Format 1 had layer files without a journal."""
    table = open_database(layout.project, filesystem).table(_PROJECT)
    table.update([1], lambda row: row.update(format=FORMAT))


def write_schema(layout: Layout, schema: Schema, filesystem: FileSystem) -> None:
    database = open_database(layout.project, filesystem)
    with database.transaction():
        _write_schema(database, schema)
        database.table(_PROJECT).update(
            [1], lambda row: row.update(allow_crossing=schema.allow_crossing)
        )


def _write_schema(database: Database, schema: Schema) -> None:
    labels = [
        {**msgspec.to_builtins(label), **msgspec.to_builtins(label.colours)}
        for label in schema.labels
    ]
    for row in labels:
        del row["colours"]
    _rewrite(database.table(_LABELS), labels)
    _rewrite(
        database.table(_RELATIONS), [msgspec.to_builtins(relation) for relation in schema.relations]
    )


def _rewrite(table: Table, records: list[Row]) -> None:
    """Replace a table's records, keeping keys that this program does not know by the record's name."""
    old = {row.get("name"): row for row in table.all()}
    merged = [{**old.get(record["name"], {}), **record} for record in records]
    table.clear()
    if merged:
        table.insert(merged)


def _read_schema(database: Database, *, allow_crossing: bool) -> Schema:
    labels = [
        msgspec.convert(
            {"clitics": _usual_policy(row), **row, "colours": msgspec.convert(row, Colours)}, Label
        )
        for row in database.table(_LABELS).all()
    ]
    relations = [
        msgspec.convert(dict(row), RelationType) for row in database.table(_RELATIONS).all()
    ]
    return Schema(tuple(labels), tuple(relations), allow_crossing)


def _usual_policy(row: Row) -> CliticPolicy:
    """Return what a label does with clitics in a file from before labels said it."""
    known = DEFAULT_SCHEMA.label(str(row.get("name")))
    return known.clitics if known else CliticPolicy.STRIP
