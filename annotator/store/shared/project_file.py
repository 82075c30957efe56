"""project.json: what a project is, its labels and its relation types."""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from annotator.errors import DamagedFileError, SchemaError
from annotator.model import (
    DEFAULT_SCHEMA,
    Attribute,
    CliticPolicy,
    Colours,
    Label,
    RelationType,
    Schema,
)
from annotator.store.files.clock import now
from annotator.store.files.database import Database, Table, open_database
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout
from annotator.store.files.lock import Lock
from annotator.store.files.records import Row
from annotator.store.shared.changing import change_file

FORMAT = 4
"""The format of project folders this program writes; a higher one opens read-only."""

PROJECT_ID = re.compile(r"[0-9a-f]{12}")

_PROJECT, _LABELS, _RELATIONS = "project", "labels", "relations"
_ARTICLE_FIELDS = "article_fields"


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
            _checked_id(row.get("id")),
            msgspec.convert(row.get("title", ""), str),
            msgspec.convert(row.get("format"), int),
            _schema_in(database),
        )
    except (msgspec.ValidationError, SchemaError) as error:
        raise DamagedFileError(
            f"{layout.project} does not describe a project: {error}. Nothing was changed; put back a copy of the file"
        ) from None


def read_schema_file(path: Path, filesystem: FileSystem) -> Schema:
    """Read the labels of another project's project.json, or of a file in the same shape."""
    try:
        return _schema_in(open_database(path, filesystem))
    except DamagedFileError:
        raise SchemaError(
            f"{path} is no schema file: it is not JSON of the shape of a project.json, or nested too deeply"
        ) from None
    except (msgspec.ValidationError, SchemaError) as error:
        raise SchemaError(f"{path} holds no usable labels: {error}") from None


def set_format(layout: Layout, filesystem: FileSystem, lock: Lock) -> None:
    """Say in project.json that the folder is in today's format.

    Format 1 had layer files without a journal, format 2 journals whose lines were not chained, format 3 neither fields of
    articles nor flags and questions.
    """

    def carry_out(database: Database) -> None:
        database.table(_PROJECT).update([1], lambda row: row.update(format=FORMAT))

    change_file(layout.project, carry_out, filesystem, lock)


def has_wrong_id(layout: Layout, filesystem: FileSystem) -> bool:
    """Tell whether a project.json says what a project is and only its id is none. Raises `DamagedFileError`."""
    row = open_database(layout.project, filesystem).table(_PROJECT).row(1)
    if row is None:
        return False
    found = row.get("id")
    return not (isinstance(found, str) and PROJECT_ID.fullmatch(found))


def set_id(layout: Layout, filesystem: FileSystem, lock: Lock, known: str = "") -> str:
    """Give a project whose id is none the one that is known to be its own, else a new one, and return it."""
    new = known or secrets.token_hex(6)

    def carry_out(database: Database) -> None:
        database.table(_PROJECT).update([1], lambda row: row.update(id=new))

    change_file(layout.project, carry_out, filesystem, lock)
    return new


def change_schema(
    layout: Layout,
    change: Callable[[Schema], Schema],
    filesystem: FileSystem,
    lock: Lock,
    otherwise: Schema | None = None,
) -> None:
    """Change the labels and relation types as they are on disk now; those that make no sense count as ``otherwise``."""

    def carry_out(database: Database) -> None:
        try:
            now = _schema_in(database)
        except (msgspec.ValidationError, SchemaError) as error:
            if otherwise is None:
                raise SchemaError(
                    f"{layout.project} holds labels that make no sense: {error}"
                ) from None
            now = otherwise
        schema = change(now)
        _write_schema(database, schema)
        database.table(_PROJECT).update(
            [1], lambda row: row.update(allow_crossing=schema.allow_crossing)
        )

    change_file(layout.project, carry_out, filesystem, lock)


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
    _rewrite(
        database.table(_ARTICLE_FIELDS),
        [msgspec.to_builtins(field) for field in schema.article_fields],
    )


def _rewrite(table: Table, records: list[Row]) -> None:
    """Replace a table's records, keeping keys that this program does not know by the record's name."""
    old = {row.get("name"): row for row in table.all()}
    merged = [{**old.get(record["name"], {}), **record} for record in records]
    table.clear()
    if merged:
        table.insert(merged)


def _checked_id(found: object) -> str:
    """Return a project's id, or refuse it: it becomes the name of a folder, which must not lead anywhere else."""
    if isinstance(found, str) and PROJECT_ID.fullmatch(found):
        return found
    raise msgspec.ValidationError(
        f"its id is {found!r}, and an id is twelve of the characters 0-9 and a-f. "
        "`hashiya check --repair` gives it one"
    )


def _schema_in(database: Database) -> Schema:
    row = database.table(_PROJECT).row(1) or {}
    return _read_schema(database, allow_crossing=bool(row.get("allow_crossing", True)))


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
    return Schema(tuple(labels), tuple(relations), allow_crossing, _read_fields(database))


def _read_fields(database: Database) -> tuple[Attribute, ...]:
    """Read what is asked of articles; a file from before there were such fields asks for the usual ones."""
    if _ARTICLE_FIELDS not in database.tables:
        return DEFAULT_SCHEMA.article_fields
    rows = database.table(_ARTICLE_FIELDS).all()
    return tuple(msgspec.convert(dict(row), Attribute) for row in rows)


def _usual_policy(row: Row) -> CliticPolicy:
    """Return what a label does with clitics in a file from before labels said it."""
    known = DEFAULT_SCHEMA.label(str(row.get("name")))
    return known.clitics if known else CliticPolicy.STRIP
