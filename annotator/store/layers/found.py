"""Read a layer as it really is: its file, what the journals know beyond it, or the journals alone."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from annotator.errors import DamagedFileError, NewerFormatError
from annotator.model import Layer
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.records import Loaded, Stray, Tables, dump, load, salvage
from annotator.store.journal.journals import Histories
from annotator.store.layers import migrations, rows
from annotator.store.layers.damage.differences import ALIKE, Unlike, unlike
from annotator.store.layers.damage.rebuilding import add_steps, complete, from_journals
from annotator.store.layers.damage.rot import as_it_was_written
from annotator.store.layers.tidying import Tidier, fit, tidy_layer


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
    unlike: Unlike = ALIKE
    """How a file that another program changed differs from the journals, where they reach back to its beginning."""
    journals: bytes | None = None
    """The journals' version, where that file has less of it; it is to be kept beside as well."""


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
    if not loaded.intact and (
        healed := _heal(data, loaded, path, article_id, annotator, histories)
    ):
        return healed
    if migrations.format_of(loaded.tables) > rows.FORMAT:
        return _read_newer(loaded.tables, path, article_id, annotator)
    tables = migrations.migrate_layer(loaded.tables)
    complete(tables, article_id, annotator)

    def from_journal() -> Tables | None:
        return from_journals(article_id, annotator, histories)

    known = None if loaded.intact else from_journal()
    tidier = Tidier(tables, from_journal, is_intact=loaded.intact)
    trusted = loaded.intact and not stray
    layer = tidy_layer(tables, article_id, annotator) if trusted else None
    if layer is None:
        tidier.tidy(stray)
    notes = [] if loaded.intact else [f"{path.name} was changed by another program"]
    notes += [f"{path.name}: {note}" for note in tidier.notes]
    forked = histories.forked(article_id, rows.marks_of(tables))
    if forked:
        steps = histories.complete(article_id, twice=True)
        add_steps(tables, steps, merging=True)
        notes.append(
            f"{path.name} and the journal of {', '.join(forked)} have other edits under the same numbers, as when a copy "
            "of the project went on elsewhere: both were merged"
        )
    else:
        steps = histories.missing(article_id, rows.seen_of(tables))
        if steps:
            add_steps(tables, steps)
            notes.append(f"{path.name} was older than the journal: {len(steps)} edits were added")
    if layer is not None and not forked and not steps:
        return Document(tables, layer, State.SOUND)
    is_changed = not loaded.intact or tidier.notes or forked
    state = State.EDITED if is_changed else State.BEHIND if steps else State.SOUND
    evidence = data if tidier.took_from_journal else b""
    found = _document(tables, path, article_id, annotator, state, tuple(notes), evidence)
    return found if known is None else _compared(found, known, path)


def _heal(
    data: bytes, loaded: Loaded, path: Path, article_id: str, annotator: str, histories: Histories
) -> Document | None:
    """Read a file in which one byte went wrong as the journals have it; None where it is another kind of change."""
    held = as_it_was_written(data, article_id, annotator, histories, rows.seen_of(loaded.tables))
    if held is None:
        return None
    written, line = held
    found = _read(written, path, article_id, annotator, histories)
    said = unlike(load(written, path).tables, loaded.tables)
    note = (
        f"{path.name}: one byte in line {line} is not what was saved, as failing disks and memory make them; the layer is "
        "read as the journal has it"
    )
    if said:
        note += f". The file would have had: {said.words}"
    state = State.EDITED if found.state is State.EDITED else State.REBUILT
    return replace(found, state=state, notes=(note, *found.notes), damaged=data)


def _compared(found: Document, known: Tables, path: Path) -> Document:
    """Say how what another program left differs from what the journals know."""
    differs = unlike(known, found.tables)
    first, *rest = found.notes
    first += f"; the journal has it otherwise: {differs.words}" if differs else ""
    first += (
        f". The journal's version is kept beside it under {path.name}.other-…" * differs.is_less
    )
    return replace(
        found,
        notes=(first, *rest),
        unlike=differs,
        journals=dump(known) if differs.is_less else None,
    )


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
    return replace(
        found,
        tables=found.tables if is_newer else tables,
        layer=layer,
        state=found.state if is_newer else State.EDITED,
        notes=(*found.notes, *(f"{path.name}: {note}" for note in notes)),
    )


def _rebuild(
    data: bytes, path: Path, article_id: str, annotator: str, histories: Histories, why: str
) -> Document:
    steps = histories.complete(article_id)
    tables = from_journals(article_id, annotator, histories)
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
    complete(tables, article_id, annotator)
    Tidier(tables, lambda: None, is_intact=False).tidy([])
    seen = rows.seen_of(tables)
    add_steps(tables, [step for step in steps if step.entry.q > seen.get(step.device, 0)])
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
    complete(tables, article_id, annotator)
    layer = rows.to_layer(tables, article_id, annotator, path)
    return Document(tables, layer, state, notes, damaged or None)
