"""The TinyDB storage of a layer: saving is one line in the journal, the file follows later."""

from collections.abc import Callable

from annotator.store.journal_lines import Operation
from annotator.store.records import Tables
from annotator.store.replay import operations
from annotator.store.storage import TransactionalStorage


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
