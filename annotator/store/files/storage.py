"""TinyDB's extension point: storages that never leave a half-written file and never forget silently."""

from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from pathlib import Path

from tinydb.storages import Storage

from annotator.errors import NotSavedError
from annotator.store.files.filesystem import REAL, FileSystem, write_atomically
from annotator.store.files.records import Rows, Tables, dump, load


class TransactionalStorage(Storage):
    """A TinyDB storage whose changes reach the disk whole or not at all.

    TinyDB mutates what `read` returns, so it is always given copies; ``tables`` is replaced only after `save` returned.
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._working: Tables | None = None

    def read(self) -> Tables:
        return _copied(self.tables) if self._working is None else self._working

    def write(self, data: Tables) -> None:
        if self._working is not None:
            self._working = data
            return
        self._save(data, None)

    @contextmanager
    def transaction(self, first: Callable[[], None] | None = None) -> Generator[None, None, None]:
        """Make all operations inside one durable step; after an error none of them has happened.

        ``first`` is called as the last thing before the step; if it raises, the step is not taken.
        """
        working = self._working = {name: dict(rows) for name, rows in self.tables.items()}
        try:
            yield
            working = self._working
        finally:
            self._working = None
        self._save(working, first)

    def rows(self, name: str) -> Rows:
        """Return a table's records as they are now, to look at only."""
        tables = self.tables if self._working is None else self._working
        return tables.get(name, {})

    def make_own(self, name: str, numbers: Iterable[int]) -> None:
        """Copy records that TinyDB is about to change in place: a transaction begins with the stored ones themselves."""
        if self._working is not None:
            rows = self._working.get(name, {})
            rows.update({key: dict(rows[key]) for key in map(str, numbers) if key in rows})

    def save(self, tables: Tables, first: Callable[[], None] | None) -> None:
        """Make ``tables`` durable, having called ``first``, or raise `NotSavedError`."""
        raise NotImplementedError

    def _save(self, tables: Tables, first: Callable[[], None] | None) -> None:
        self.save(tables, first)
        self.tables = tables


class ChangedMeanwhileError(NotSavedError):
    """Another program wrote the file between our reading and our writing: nothing was written."""


class AtomicStorage(TransactionalStorage):
    """One TinyDB file, replaced as a whole at every change.

    Raises `DamagedFileError` when the file is there but unreadable: it is never taken for an empty one.
    """

    def __init__(self, path: Path, filesystem: FileSystem = REAL) -> None:
        self._path = path
        self._filesystem = filesystem
        self.intact = True
        """False when another program wrote or changed the file."""
        tables: Tables = {}
        self._stamp = filesystem.stamp(path)  # taken first: what changes later is seen
        if filesystem.exists(path):
            loaded = load(filesystem.read(path), path)
            tables, self.intact = loaded.tables, loaded.intact
        super().__init__(tables)

    def save(self, tables: Tables, first: Callable[[], None] | None) -> None:
        def last_look() -> None:
            if self._filesystem.stamp(self._path) != self._stamp:
                raise ChangedMeanwhileError(
                    f"{self._path} was changed by another program at the same moment. Nothing was written: try again"
                )
            if first is not None:
                first()

        try:
            self._filesystem.make_directory(self._path.parent)
            write_atomically(self._filesystem, self._path, dump(tables), last_look)
            self._stamp = self._filesystem.stamp(self._path)
        except OSError as error:
            raise NotSavedError(
                f"{self._path} could not be written: {error.strerror or error}"
            ) from error


def _copied(tables: Tables) -> Tables:
    return {name: {key: dict(row) for key, row in rows.items()} for name, rows in tables.items()}
