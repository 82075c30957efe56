"""Read a layer as it really is: its file, what the journals know beyond it, or the journals alone."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from annotator.errors import DamagedFileError, NewerFormatError
from annotator.model import Layer
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.records import Stray, Tables, load, salvage
from annotator.store.journal.journals import Histories, Step
from annotator.store.journal.lines import Mark
from annotator.store.layers import migrations, rows
from annotator.store.layers.replay import replay
from annotator.store.layers.tidying import Tidier, fit, is_tidy


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
    path: Path,
    article_id: str,
    annotator: str,
    histories: Histories,
    filesystem: FileSystem,
    length: int | None = None,
) -> Document:
    """Read a layer; it is new where neither a file nor a journal knows it.

    What runs past the text's ``length``, in code points, is set aside where that is known. Raises `DamagedFileError` where
    the file makes no sense and no journal reaches back far enough to make it again.
    """
    if not filesystem.exists(path):
        if histories.known(article_id):
            found = _rebuild(b"", path, article_id, annotator, histories, "the file is gone")
            return _fitted(found, path, length)
        return _document(
            rows.new_tables(article_id, annotator), path, article_id, annotator, State.NEW
        )
    data = filesystem.read(path)
    try:
        found = _read(data, path, article_id, annotator, histories)
    except DamagedFileError as error:
        found = _rebuild(data, path, article_id, annotator, histories, str(error))
    return _fitted(found, path, length)


def _read(
    data: bytes, path: Path, article_id: str, annotator: str, histories: Histories
) -> Document:
    stray: list[Stray] = []
    loaded = load(data, path, stray)
    if migrations.format_of(loaded.tables) > rows.FORMAT:
        return _read_newer(loaded.tables, path, article_id, annotator)
    tables = migrations.migrate_layer(loaded.tables)
    _complete(tables, article_id, annotator)

    def from_journal() -> Tables | None:
        return _from_journal(article_id, annotator, histories)

    tidier = Tidier(tables, from_journal, is_intact=loaded.intact)
    if stray or not loaded.intact or not is_tidy(tables):
        tidier.tidy(stray)
    notes = [] if loaded.intact else [f"{path.name} was changed by another program"]
    notes += [f"{path.name}: {note}" for note in tidier.notes]
    forked = histories.forked(article_id, rows.marks_of(tables))
    if forked:
        steps = histories.complete(article_id, twice=True)
        _replay(tables, steps, merging=True)
        notes.append(
            f"{path.name} and the journal of {', '.join(forked)} have other edits under the same numbers, as when a copy "
            "of the project went on elsewhere: both were merged"
        )
    else:
        steps = histories.missing(article_id, rows.seen_of(tables))
        if steps:
            _replay(tables, steps)
            notes.append(f"{path.name} was older than the journal: {len(steps)} edits were added")
    is_changed = not loaded.intact or tidier.notes or forked
    state = State.EDITED if is_changed else State.BEHIND if steps else State.SOUND
    evidence = data if tidier.took_from_journal else b""
    return _document(tables, path, article_id, annotator, state, tuple(notes), evidence)


def _read_newer(tables: Tables, path: Path, article_id: str, annotator: str) -> Document:
    """Read what a newer program wrote as far as it can be read: nothing of it is put in order, or ever written."""
    try:
        return _document(tables, path, article_id, annotator, State.SOUND)
    except DamagedFileError as error:
        raise NewerFormatError(
            f"{path} was written by a newer Hashiya and cannot be read here ({error}). Update the program"
        ) from None


def _fitted(found: Document, path: Path, length: int | None) -> Document:
    if length is None:
        return found
    tables, notes = fit(found.tables, length)
    if not notes:
        return found
    is_newer = migrations.format_of(found.tables) > rows.FORMAT
    layer = rows.to_layer(tables, found.layer.article_id, found.layer.annotator, path)
    return Document(
        found.tables if is_newer else tables,
        layer,
        found.state if is_newer else State.EDITED,
        (*found.notes, *(f"{path.name}: {note}" for note in notes)),
        found.damaged,
    )


def _from_journal(article_id: str, annotator: str, histories: Histories) -> Tables | None:
    """Return a layer's tables as the journals alone have them, None where they do not reach back to its beginning."""
    steps = histories.complete(article_id)
    first = next((index for index, step in enumerate(steps) if step.entry.n), None)
    if first is None:
        return None
    tables = rows.new_tables(article_id, annotator)
    _replay(tables, steps[first:])
    return tables


def _rebuild(
    data: bytes, path: Path, article_id: str, annotator: str, histories: Histories, why: str
) -> Document:
    steps = histories.complete(article_id)
    tables = _from_journal(article_id, annotator, histories)
    if tables is not None:
        note = f"{path.name} was made again from {len(steps)} edits in the journal ({why})"
        return _document(tables, path, article_id, annotator, State.REBUILT, (note,), data)
    salvaged = salvage(data)
    if not steps and not any(salvaged.tables.values()):
        raise DamagedFileError(
            f"{path} cannot be read, and no journal knows what was in it ({why}). "
            "Nothing was changed: put back a copy of the file, or restore a backup"
        )
    tables = salvaged.tables
    _complete(tables, article_id, annotator)
    Tidier(tables, lambda: None, is_intact=False).tidy([])
    seen = rows.seen_of(tables)
    _replay(tables, [step for step in steps if step.entry.q > seen.get(step.device, 0)])
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


def _replay(tables: Tables, steps: list[Step], *, merging: bool = False) -> None:
    devices = {step.device for step in steps} | rows.seen_of(tables).keys()
    replay(tables, [step.entry for step in steps], merging=merging or len(devices) > 1)
    meta = tables.setdefault(rows.META, {}).setdefault("1", {})
    marks = rows.marks_of(tables)
    for device, entry, link in steps:
        if device not in marks or entry.q >= marks[device].q:
            marks[device] = Mark(entry.q, link)
    meta["seen"] = {device: mark.q for device, mark in marks.items()}
    meta["heads"] = {device: mark.link for device, mark in marks.items() if mark.link}
    meta["seq"] = max([meta.get("seq", 0), *meta["seen"].values()])
