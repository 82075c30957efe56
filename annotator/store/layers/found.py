"""Read a layer as it really is: its file, what the journals know beyond it, or the journals alone."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from annotator.errors import DamagedFileError
from annotator.model import Layer
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.records import Tables, load, salvage
from annotator.store.journal.journals import Histories, Step
from annotator.store.layers import migrations, rows
from annotator.store.layers.replay import replay


class State(StrEnum):
    """How a layer was found."""

    NEW = "new"
    SOUND = "sound"
    BEHIND = "behind"  # the journal had edits that the file had not
    EDITED = "edited"  # another program wrote the file
    REBUILT = "rebuilt"  # damaged or gone, and made again from the journal
    SALVAGED = "salvaged"  # damaged, and the journal does not reach back: whole records only


@dataclass(frozen=True, slots=True)
class Document:
    """A layer and how it was found. ``damaged`` holds the bytes that made no sense, to be kept as evidence."""

    tables: Tables
    layer: Layer
    state: State
    notes: tuple[str, ...] = ()
    damaged: bytes | None = None


def read_document(
    path: Path, article_id: str, annotator: str, histories: Histories, filesystem: FileSystem
) -> Document:
    """Read a layer; it is new where neither a file nor a journal knows it.

    Raises `DamagedFileError` where the file makes no sense and no journal reaches back far enough to make it again.
    """
    if not filesystem.exists(path):
        if histories.known(article_id):
            return _rebuild(b"", path, article_id, annotator, histories, "the file is gone")
        return _document(
            rows.new_tables(article_id, annotator), path, article_id, annotator, State.NEW
        )
    data = filesystem.read(path)
    try:
        return _read(data, path, article_id, annotator, histories)
    except DamagedFileError as error:
        return _rebuild(data, path, article_id, annotator, histories, str(error))


def _read(
    data: bytes, path: Path, article_id: str, annotator: str, histories: Histories
) -> Document:
    loaded = load(data, path)
    tables = migrations.migrate_layer(loaded.tables)
    _complete(tables, article_id, annotator)
    if not loaded.intact and (wrong := rows.contradiction(tables)):
        raise DamagedFileError(f"{path} is damaged: {wrong}")
    notes: tuple[str, ...] = (
        () if loaded.intact else (f"{path.name} was changed by another program",)
    )
    steps = histories.missing(article_id, rows.seen_of(tables))
    if steps:
        _replay(tables, steps)
        notes = (*notes, f"{path.name} was older than the journal: {len(steps)} edits were added")
    state = State.EDITED if not loaded.intact else State.BEHIND if steps else State.SOUND
    return _document(tables, path, article_id, annotator, state, notes)


def _rebuild(
    data: bytes, path: Path, article_id: str, annotator: str, histories: Histories, why: str
) -> Document:
    steps = histories.complete(article_id)
    first = next((index for index, (_, entry) in enumerate(steps) if entry.n), None)
    if first is not None:
        tables = rows.new_tables(article_id, annotator)
        _replay(tables, steps[first:])
        note = f"{path.name} was made again from {len(steps) - first} edits in the journal ({why})"
        return _document(tables, path, article_id, annotator, State.REBUILT, (note,), data)
    salvaged = salvage(data)
    if not steps and not any(salvaged.tables.values()):
        raise DamagedFileError(
            f"{path} cannot be read, and no journal knows what was in it ({why}). "
            "Nothing was changed: put back a copy of the file, or restore a backup"
        )
    tables = salvaged.tables
    _complete(tables, article_id, annotator)
    seen = rows.seen_of(tables)
    _replay(tables, [(device, entry) for device, entry in steps if entry.q > seen.get(device, 0)])
    count = sum(len(tables.get(name, ())) for name in rows.CONTENT)
    note = (
        f"{path.name} could be saved in part only: {count} records from the file and {len(steps)} edits from the "
        f"journal, which does not reach back to the beginning; {salvaged.bad_lines} lines were lost ({why})"
    )
    return _document(tables, path, article_id, annotator, State.SALVAGED, (note,), data)


def _document(
    tables: Tables,
    path: Path,
    article_id: str,
    annotator: str,
    state: State,
    notes: tuple[str, ...] = (),
    damaged: bytes = b"",
) -> Document:
    _complete(tables, article_id, annotator)
    layer = rows.to_layer(tables, article_id, annotator, path)
    return Document(tables, layer, state, notes, damaged or None)


def _complete(tables: Tables, article_id: str, annotator: str) -> None:
    """Add the tables and the meta keys that a layer file lacks, in the order they are written."""
    fresh = rows.new_tables(article_id, annotator)
    found = dict(tables)
    tables.clear()
    for name, records in fresh.items():
        tables[name] = found.pop(name, records)
    tables[rows.META]["1"] = {**fresh[rows.META]["1"], **tables[rows.META].get("1", {})}
    tables.update(found)


def _replay(tables: Tables, steps: list[Step]) -> None:
    devices = {device for device, _ in steps} | rows.seen_of(tables).keys()
    replay(tables, [entry for _, entry in steps], merging=len(devices) > 1)
    meta = tables.setdefault(rows.META, {}).setdefault("1", {})
    seen = rows.seen_of(tables)
    for device, entry in steps:
        seen[device] = max(entry.q, seen.get(device, 0))
    meta["seen"] = seen
    meta["seq"] = max([meta.get("seq", 0), *seen.values()])
