"""The TinyDB storage of a layer: saving is one line in the journal, the file follows later."""

from collections.abc import Callable

from annotator.store.files.records import Tables
from annotator.store.files.storage import TransactionalStorage
from annotator.store.journal.lines import Operation
from annotator.store.layers.replay import operations


class JournaledStorage(TransactionalStorage):
    """Hands what changed to ``record``, which returns when it is durable or raises."""

    def __init__(self, tables: Tables, record: Callable[[tuple[Operation, ...]], None]) -> None:
        super().__init__(tables)
        self._record = record

    def save(self, tables: Tables, first: Callable[[], None] | None) -> None:
        if first is not None:
            first()
        found = operations(self.tables, tables)
        if found:
            self._record(found)
