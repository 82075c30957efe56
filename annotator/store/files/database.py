"""TinyDB behind a few typed operations; the one module that touches its API."""

from collections.abc import Callable, Container, Generator, Iterable, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from annotator.store.files.filesystem import REAL, FileSystem
from annotator.store.files.records import Row, Tables
from annotator.store.files.storage import AtomicStorage, TransactionalStorage


class Table:
    """One table of a `Database`: records by row number. Row numbers are reused by TinyDB and identify nothing."""

    def __init__(self, table: Any, storage: TransactionalStorage) -> None:
        self._table = table
        self._storage = storage

    def all(self) -> list[Row]:
        return list(self._table)

    def numbered(self) -> dict[int, Row]:
        return {row.doc_id: row for row in self._table}

    def with_uids(self, wanted: Container[object]) -> dict[int, Row]:
        """Return the records with these uids by row number, to look at only: they are the stored ones themselves."""
        rows = self._storage.rows(self._table.name)
        return {int(key): row for key, row in rows.items() if row.get("uid") in wanted}

    def row(self, number: int) -> Row | None:
        return self._table.get(doc_id=number)

    def insert(self, rows: Iterable[Mapping[str, Any]]) -> None:
        self._table.insert_multiple(rows)

    def update(self, numbers: Iterable[int], change: Callable[[Row], None]) -> None:
        """Let ``change`` alter the records with these numbers in place; numbers that are gone are passed over."""
        numbers = list(numbers)
        self._storage.make_own(self._table.name, numbers)
        self._table.update(change, doc_ids=numbers)

    def remove(self, numbers: Iterable[int]) -> None:
        self._table.remove(doc_ids=list(numbers))

    def clear(self) -> None:
        self._table.truncate()


class Database:
    """A TinyDB on one of our storages."""

    def __init__(self, storage: TransactionalStorage) -> None:
        self._storage = storage
        self._database: Any = TinyDB(storage=lambda: storage)

    @property
    def tables(self) -> Tables:
        """The tables as they are stored. Read them only: they are not copies."""
        return self._storage.tables

    def table(self, name: str) -> Table:
        return Table(self._database.table(name), self._storage)

    @contextmanager
    def transaction(self, first: Callable[[], None] | None = None) -> Generator[None, None, None]:
        """Make the operations inside one durable step; see `TransactionalStorage.transaction`."""
        with self._storage.transaction(first):
            yield


def open_database(path: Path, filesystem: FileSystem = REAL) -> Database:
    """Open a TinyDB file that is replaced as a whole at every change. Raises `DamagedFileError`."""
    return Database(AtomicStorage(path, filesystem))
