"""The TinyDB storage of a layer: saving is one line in the journal, the file follows later."""

from collections.abc import Callable
from dataclasses import dataclass, field

from annotator.model import Layer
from annotator.store.database import Database
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


@dataclass(slots=True)
class OpenLayer:
    """A layer in memory: its TinyDB, its value, and how far the file is behind."""

    storage: JournaledStorage
    layer: Layer
    seq: int
    """The last journal entry of this device that the tables have."""
    is_dirty: bool
    """True while the file lacks something."""
    needs_snapshot: bool
    """True until the journal holds all that is needed to rebuild the layer."""
    was_edited: bool = False
    """True while the journal does not know of what another program wrote."""
    database: Database = field(init=False)

    def __post_init__(self) -> None:
        self.database = Database(self.storage)
