"""One annotator's layers: read, changed and made durable.

An edit is acknowledged when its journal line is on the drive; layer files are checkpoints that follow. Order is all:
line and sync, later the file (temporary name, sync, replace, sync of the folder), then `KNOWN`, then a new segment whose
header promises that everything before it is in the files.
"""

from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock

from annotator.edits import Edit
from annotator.errors import (
    DamagedFileError,
    EditError,
    NewerFormatError,
    NotSavedError,
    ProjectError,
    SpanError,
)
from annotator.model import Article, Layer, text_sha256
from annotator.store.files.clock import now
from annotator.store.files.filesystem import FileSystem, write_atomically
from annotator.store.files.layout import Layout, folder_name
from annotator.store.files.records import Tables
from annotator.store.files.spool import Spool
from annotator.store.journal.journal import LIMIT, Journal
from annotator.store.journal.journals import KNOWN, Histories, dump_known
from annotator.store.journal.lines import FORMAT, Entry, Operation
from annotator.store.layers import changes, migrations, rows
from annotator.store.layers.batch import Batch
from annotator.store.layers.conflict_copies import find_copies, merged_into, read_copy, seen_by_both
from annotator.store.layers.folders import remember_name
from annotator.store.layers.open_layers import OpenLayer, OpenLayers
from annotator.store.layers.replay import replay, snapshot


class LayerStore:
    """The layers of one annotator on this device. Hold the annotator's lock. Safe to call from several threads."""

    def __init__(
        self,
        layout: Layout,
        annotator: str,
        device: str,
        filesystem: FileSystem,
        *,
        journal_limit: int = LIMIT,
    ) -> None:
        """Read the journals and bring every layer file that is behind up to date."""
        self.annotator = annotator
        self._layout = layout
        self._folder = folder_name(annotator)
        self._device = device
        self._filesystem = filesystem
        self._journal_limit = journal_limit
        self._batch: Batch | None = None
        self._is_recovering = False
        self._mutex = RLock()
        self._journals = layout.journal(self._folder, device)
        self._histories = Histories(layout.journals, self._folder, filesystem)
        self._layers = OpenLayers(
            layout, annotator, device, self._histories, filesystem, self._record
        )
        self._layers.notices.extend(self._histories.notes)
        own = self._histories.own(device)
        self._journal = Journal(self._journals, self._folder, device, own.tail, filesystem)
        self._is_newer = own.tail.format > FORMAT
        self._known = own.known
        self._known_is_dirty = bool(own.tail.entries) or not own.known_is_sound
        self._recover()

    @property
    def notices(self) -> list[str]:
        """What was found wrong and healed, for people."""
        return self._layers.notices

    def layer(self, article: Article) -> Layer:
        """Return a layer as it is acknowledged. Waits for nothing where the layer is open already."""
        opened = self._layers.get(article.id)
        if opened is not None:
            return opened.layer
        with self._mutex:
            return self._opened(article.id, article).layer

    def commit(self, article: Article, edit: Edit) -> Layer:
        """Apply ``edit`` and return the new layer once it is durable.

        Raises `EditError` when the edit does not fit and `NotSavedError` when the disk refuses; then nothing happened.
        """
        with self._mutex:
            opened = self._opened(article.id, article)
            self._refuse_newer(opened)
            after = edit.apply(opened.layer)
            try:
                difference = changes.difference(opened.layer, after, article.text)
                if difference:
                    with opened.database.transaction():
                        changes.write(opened.database, difference, self.annotator, now())
            except (SpanError, UnicodeEncodeError) as error:
                raise EditError(f"the edit cannot be kept: {error}") from error
            opened.layer = after
            self._roll_over_if_long()
            return after

    @contextmanager
    def batch(self) -> Generator["Batch", None, None]:
        """Make the commits inside one step: durable together by `Batch.save`, taken back unless `Batch.is_kept`."""
        with self._mutex:
            self._reopen_if_broken()
            with Spool[Entry](self._spool_folder()) as waiting:
                already_open = frozenset(article_id for article_id, _ in self._layers.items())
                batch = self._batch = Batch(self._append, self._journal, waiting, already_open)
                try:
                    yield batch
                finally:
                    self._batch = None
                    self._settle(batch)
                    self._layers.evict()
                    self._roll_over_if_long()

    def _spool_folder(self) -> Path | None:
        cache = self._layout.cache
        return cache if cache.is_dir() else None

    def _settle(self, batch: Batch) -> None:
        """Write the files of what a batch has changed, or forget it."""
        if not batch.is_kept:
            for article_id in batch.places.keys() - batch.already_open:
                self._layers.forget(article_id)
            batch.take_back(self._known)
            return
        for article_id in batch.places:
            if self._layers.get(article_id) is None:
                with suppress(ProjectError):  # its lines are in the journal
                    self._catch_up(article_id, batch)
                    self._layers.evict()

    def _catch_up(self, article_id: str, batch: Batch) -> OpenLayer:
        """Read a layer that has left memory since it was changed in a batch, and change it again."""
        entries = list(batch.of(article_id))
        number = self._known.pop(article_id)
        try:
            if before := batch.known_before(article_id):
                self._known[article_id] = before
            opened = self._layers.read(article_id)
        finally:
            self._known[article_id] = number
        tables = opened.storage.tables
        replay(tables, entries, merging=False)
        opened.layer = rows.to_layer(tables, article_id, self.annotator, article_id)
        opened.seq, opened.is_dirty = entries[-1].q, True
        opened.needs_snapshot = opened.was_edited = False
        return opened

    def take_in_copies(self) -> None:
        """Merge the conflict copies that a sync program left, and put them aside under another name."""
        with self._mutex:
            base = self._layout.annotator(self._folder)
            for article_id, path in find_copies(base, self._filesystem):
                try:
                    with _said():
                        theirs = read_copy(path, article_id, self.annotator, self._filesystem)
                        self._merge(article_id, theirs)
                        self._filesystem.replace(path, path.with_name(f"{path.name}.merged"))
                except (DamagedFileError, NotSavedError) as error:
                    self.notices.append(f"{path.name} could not be merged: {error}")
                else:
                    self.notices.append(
                        f"{path.name} was merged into {article_id}.json and kept as {path.name}.merged"
                    )

    def _merge(self, article_id: str, theirs: Tables) -> None:
        opened = self._opened(article_id)
        mine = opened.storage.tables
        opened.storage.write(merged_into(mine, theirs))
        tables = opened.storage.tables
        rows.meta_of(tables)["seen"] = seen_by_both(mine, theirs)
        self._journal.last = max(self._journal.last, *rows.seen_of(tables).values(), 0)
        opened.layer = rows.to_layer(tables, article_id, self.annotator, article_id)
        opened.is_dirty = True
        self._layers.write(article_id, opened)

    def checkpoint(self) -> None:
        """Bring the layer files up to date. Raises `NotSavedError` when the disk refuses; no edit is lost by that."""
        with self._mutex, _said():
            self._layers.write_dirty()

    def close(self) -> None:
        """Bring everything up to date and let go of the journal. Raises `NotSavedError` as `checkpoint` does."""
        with self._mutex:
            try:
                with _said():
                    if self._journal.is_broken:
                        self._layers.write_dirty()
                    else:
                        self._start_over()
            finally:
                self._journal.close()
                self._layers.clear()

    def _recover(self) -> None:
        """Write the files that the journals are ahead of. A disk that refuses is met again at the first edit."""
        behind = {entry.d for one in self._histories.devices.values() for entry in one.tail.entries}
        own = self._histories.own(self._device)
        if self._is_newer or (not behind and (own.known_is_sound or not own.tail.newest)):
            return
        with suppress(OSError, NotSavedError), self._recovering():
            self._filesystem.make_directory(self._journals)
            for article_id in sorted(behind):
                # Whoever opens it is told; `KNOWN` keeps it in mind.
                with suppress(ProjectError):
                    self._opened(article_id)
            self._start_over()
        with suppress(NotSavedError):
            for article_id, opened in self._layers.items():
                if opened.was_edited:
                    self._record(article_id, opened, ())

    @contextmanager
    def _recovering(self) -> Generator[None, None, None]:
        """Record nothing inside: a segment must not begin before the files have what the last ones hold."""
        self._is_recovering = True
        try:
            yield
        finally:
            self._is_recovering = False

    def _opened(self, article_id: str, article: Article | None = None) -> OpenLayer:
        opened = self._layers.get(article_id)
        batch = self._batch
        if opened is None and batch is not None and article_id in batch.places:
            opened = self._catch_up(article_id, batch)
        elif opened is None:
            opened = self._layers.read(article_id)
            seen = rows.seen_of(opened.storage.tables)
            self._journal.last = max(self._journal.last, *seen.values(), 0)
            if opened.was_edited and not self._is_recovering:
                with suppress(NotSavedError):  # it is recorded with the next edit then
                    self._record(article_id, opened, ())
        meta = rows.meta_of(opened.storage.tables)
        if article is not None and not meta.get("text_sha256"):
            meta["text_sha256"] = text_sha256(article.text)
        self._layers.use(article_id)
        if batch is None:
            self._layers.evict()
        else:  # what is not saved yet must not reach a file
            self._layers.evict_unwritten(batch.can_do_without)
        return opened

    def _record(self, article_id: str, opened: OpenLayer, found: tuple[Operation, ...]) -> None:
        """Put one edit into the journal; it is durable when this returns. Raises `NotSavedError`."""
        remember_name(self._layout, self._folder, self.annotator, self._filesystem)
        if opened.needs_snapshot:
            found = (snapshot(opened.storage.tables), *found)
        batch = self._batch
        last = batch.last if batch and batch.last else self._journal.last
        entry = Entry(last + 1, now(), article_id, int(opened.needs_snapshot), found)
        if batch is None:
            self._append([entry])
        else:
            batch.add(entry, opened, self._known.get(article_id, 0))
        opened.seq, opened.is_dirty = entry.q, True
        opened.needs_snapshot = opened.was_edited = False
        self._known[article_id] = entry.q
        self._known_is_dirty = True

    def _append(self, entries: Iterable[Entry]) -> None:
        if self._batch is None:
            self._reopen_if_broken()
        self._journal.append(entries)

    def _reopen_if_broken(self) -> None:
        """Begin a segment where none is open, once the files have everything that the journals hold."""
        if self._journal.is_broken:
            with _said():
                self._filesystem.make_directory(self._journals)
                self._start_over()

    def _roll_over_if_long(self) -> None:
        """Begin a new segment. The edit that made the old one long is durable: a full disk only postpones this."""
        if self._batch is None and self._journal.size > self._journal_limit:
            with suppress(OSError):
                self._start_over()

    def _start_over(self) -> None:
        """Bring the files up to date, then begin a segment, whose header promises that they are. Raises `OSError`."""
        self._layers.write_dirty()
        self._write_known()
        self._journal.start_segment()

    def _write_known(self) -> None:
        if self._known_is_dirty:
            write_atomically(self._filesystem, self._journals / KNOWN, dump_known(self._known))
            self._known_is_dirty = False

    def _refuse_newer(self, opened: OpenLayer) -> None:
        if self._is_newer or migrations.format_of(opened.storage.tables) > rows.FORMAT:
            raise NewerFormatError(
                f"{self.annotator}'s layer was written by a newer Hashiya: it can be read but not changed here. "
                "Update the program"
            )


@contextmanager
def _said() -> Generator[None, None, None]:
    """Turn the disk's refusals into words."""
    try:
        yield
    except OSError as error:
        raise NotSavedError(
            f"the disk refused: {error.strerror or error} ({error.filename or 'journal'})"
        ) from error
