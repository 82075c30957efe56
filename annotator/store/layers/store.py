"""One annotator's layers: read, changed and made durable.

An edit is acknowledged when its journal line is on the drive; layer files are checkpoints that follow. Order is all:
line and sync, later the file (temporary name, sync, replace, sync of the folder), then `KNOWN`, then a new segment whose
header promises that everything before it is in the files.
"""

from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock

from annotator.edits import Edit
from annotator.errors import (
    EditError,
    NewerFormatError,
    NotSavedError,
    ProjectError,
    SpanError,
)
from annotator.model import Article, Layer, text_sha256
from annotator.store.files.clock import now
from annotator.store.files.filesystem import FileSystem, clear_temporary, write_atomically
from annotator.store.files.layout import Layout, folder_name
from annotator.store.files.refusals import in_words
from annotator.store.files.spool import Spool
from annotator.store.journal.journal import LIMIT, Journal
from annotator.store.journal.journals import KNOWN, Histories, dump_known
from annotator.store.journal.lines import FORMAT, Entry, Mark, Operation
from annotator.store.layers import changes, migrations, rows
from annotator.store.layers.batch import Batch
from annotator.store.layers.folders import remember_name
from annotator.store.layers.merging.merger import Merger
from annotator.store.layers.open_layers import OpenLayer, OpenLayers
from annotator.store.layers.replay import replay, snapshot
from annotator.store.layers.tidying import fit


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
        may_write: Callable[[], None] = lambda: None,
        remember: Callable[[Mark], None] = lambda _: None,
    ) -> None:
        """Read the journals and bring every layer file that is behind up to date.

        ``may_write`` is asked before everything that is written, and raises `LockLostError` where the lock was lost.
        ``remember`` is told how far the journal goes whenever a segment begins.
        """
        self.annotator = annotator
        self._layout = layout
        self._folder = folder_name(annotator)
        self._device = device
        self._filesystem = filesystem
        self._journal_limit = journal_limit
        self._may_write = may_write
        self._remember = remember
        self._batch: Batch | None = None
        self._is_recovering = False
        self._mutex = RLock()
        self._journals = layout.journal(self._folder, device)
        self._histories = Histories(layout.journals, self._folder, filesystem, device)
        self._layers = OpenLayers(
            layout, annotator, device, self._histories, filesystem, self._record, may_write
        )
        self._layers.notices.extend(self._histories.notes)
        own = self._histories.own(device)
        self._journal = Journal(self._journals, self._folder, device, own.tail, filesystem)
        self._is_newer = own.tail.format > FORMAT
        self._known = own.known
        self._known_is_dirty = bool(own.tail.entries) or not own.known_is_sound
        self._merger = Merger(
            layout,
            annotator,
            filesystem,
            self._histories,
            self._layers,
            self._journal,
            self._to_merge_into,
        )
        self._recover()

    @property
    def notices(self) -> list[str]:
        """What was found wrong and healed, for people."""
        return self._layers.notices

    def why_read_only(self, article: Article) -> str:
        """Return why a layer cannot be changed here, in words; empty where it can."""
        with self._mutex:
            return self._newer(self._opened(article.id, article))

    def layer(self, article: Article) -> Layer:
        """Return a layer as it is acknowledged. Waits for nothing where the layer is open already."""
        opened = self._layers.get(article.id)
        if opened is not None and opened.length is not None:
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
                batch = self._batch = Batch(
                    self._append, self._journal, self._known, waiting, already_open
                )
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
            batch.take_back()
            return
        for article_id in batch.places:
            if (opened := self._layers.get(article_id)) is not None:
                opened.link = self._known[article_id].link
            else:
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
        opened.seq, opened.link, opened.is_dirty = entries[-1].q, number.link, True
        opened.needs_snapshot = opened.was_edited = False
        return opened

    def take_in_copies(self) -> None:
        """Merge the conflict copies that a sync program left, and put them aside under another name."""
        with self._mutex:
            self._merger.take_in_copies()

    def merge_journals(self) -> None:
        """Merge everything that the journals say into the layers: segments of two copies may lie in one folder."""
        with self._mutex, in_words():
            self._merger.merge_journals()

    def checkpoint(self) -> None:
        """Bring the layer files up to date. Raises `NotSavedError` when the disk refuses; no edit is lost by that."""
        with self._mutex, in_words():
            self._may_write()
            self._merger.merge_outside()
            self._layers.write_dirty()

    def let_go(self) -> None:
        """Close the journal and write nothing more: another store reads on from what is on disk."""
        with self._mutex:
            self._journal.close()

    def close(self) -> None:
        """Bring everything up to date and let go of the journal. Raises `NotSavedError` as `checkpoint` does."""
        with self._mutex:
            try:
                with in_words():
                    self._may_write()
                    if self._journal.is_broken:
                        self._layers.write_dirty()
                    else:
                        self._merger.merge_outside()
                        self._start_over()
            finally:
                self._journal.close()
                self._layers.clear()

    def _recover(self) -> None:
        """Write the files that the journals are ahead of. A disk that refuses is met again at the first edit."""
        behind = {entry.d for one in self._histories.devices.values() for entry in one.tail.entries}
        own = self._histories.own(self._device)
        for folder in (self._journals, self._layout.annotator(self._folder)):
            clear_temporary(self._filesystem, folder)
        for shard in {article_id[:2] for article_id in behind}:
            clear_temporary(self._filesystem, self._layout.annotator(self._folder) / shard)
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
        if article is not None and opened.length is None:
            self._fit(article_id, opened, article.text)
        self._layers.use(article_id)
        if batch is None:
            if self._layers.is_overfull:
                with suppress(OSError, ProjectError):  # then it is kept beside
                    self._merger.merge_outside()
            self._layers.evict()
        else:  # what is not saved yet must not reach a file
            self._layers.evict_unwritten(batch.can_do_without)
        return opened

    def _to_merge_into(self, article_id: str) -> OpenLayer:
        """Open a layer that something is about to be merged into. Raises `NewerFormatError` where that must not be."""
        opened = self._opened(article_id)
        self._refuse_newer(opened)
        return opened

    def _fit(self, article_id: str, opened: OpenLayer, text: str) -> None:
        """Set aside what runs past the text, now that it is known, and write words that are none again from it."""
        length = len(text)
        tables, notes = fit(opened.storage.tables, length, text)
        opened.length = length
        if not notes:
            return
        self.notices.extend(f"{article_id}.json: {note}" for note in notes)
        opened.layer = rows.to_layer(tables, article_id, self.annotator, article_id)
        if not self._newer(opened) and not self._is_recovering:
            with suppress(NotSavedError):  # it is set aside again when the file is read next
                self._layers.adopt(article_id, opened, tables)
                opened.length = length

    def _record(self, article_id: str, opened: OpenLayer, found: tuple[Operation, ...]) -> None:
        """Put one edit into the journal; it is durable when this returns. Raises `NotSavedError`."""
        self._may_write()
        remember_name(self._layout, self._folder, self.annotator, self._filesystem)
        if opened.needs_snapshot:
            found = (snapshot(opened.storage.tables), *found)
        batch = self._batch
        last = batch.last if batch and batch.last else self._journal.last
        entry = Entry(last + 1, now(), article_id, int(opened.needs_snapshot), found)
        link = ""  # a batch has its links when it is saved
        if batch is None:
            (link,) = self._append([entry])
        else:
            batch.add(entry, opened, self._known.get(article_id))
        opened.seq, opened.link, opened.is_dirty = entry.q, link, True
        opened.needs_snapshot = opened.was_edited = False
        self._known[article_id] = Mark(entry.q, link)
        self._known_is_dirty = True

    def _append(self, entries: Iterable[Entry]) -> list[str]:
        if self._batch is None:
            self._reopen_if_broken()
        else:
            self._may_write()
        return self._journal.append(entries)

    def _reopen_if_broken(self) -> None:
        """Begin a segment where none is open, once the files have everything that the journals hold."""
        if self._journal.is_broken:
            with in_words():
                self._filesystem.make_directory(self._journals)
                self._start_over()

    def _roll_over_if_long(self) -> None:
        """Begin a new segment. The edit that made the old one long is durable: a full disk only postpones this."""
        if self._batch is None and self._journal.size > self._journal_limit:
            with suppress(OSError, ProjectError):
                self._merger.merge_outside()
                self._start_over()

    def _start_over(self) -> None:
        """Bring the files up to date, then begin a segment, whose header promises that they are. Raises `OSError`."""
        self._layers.write_dirty()
        self._write_known()
        self._journal.start_segment()
        self._remember(Mark(self._journal.last, self._journal.head))

    def _write_known(self) -> None:
        self._may_write()
        if self._known_is_dirty:
            data = dump_known(self._known, self._journal.head)
            write_atomically(self._filesystem, self._journals / KNOWN, data)
            self._known_is_dirty = False

    def _refuse_newer(self, opened: OpenLayer) -> None:
        if why := self._newer(opened):
            raise NewerFormatError(why)

    def _newer(self, opened: OpenLayer) -> str:
        if self._is_newer or migrations.format_of(opened.storage.tables) > rows.FORMAT:
            return (
                f"{self.annotator}'s layer was written by a newer Hashiya: it can be read but not changed here. "
                "Update the program"
            )
        return ""
