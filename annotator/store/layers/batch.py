from collections.abc import Callable
from dataclasses import dataclass, field

from annotator.model import Layer
from annotator.store.files.records import Tables
from annotator.store.journal.journal import Journal
from annotator.store.journal.lines import Entry
from annotator.store.layers.open_layers import OpenLayer


@dataclass(frozen=True, slots=True)
class _Before:
    opened: OpenLayer
    tables: Tables
    layer: Layer
    seq: int
    is_dirty: bool
    needs_snapshot: bool
    known: int


@dataclass(slots=True)
class Batch:
    """Commits that become durable together. Made by `LayerStore.batch`."""

    append: Callable[[list[Entry]], None]
    journal: Journal
    entries: list[Entry] = field(default_factory=list[Entry])
    is_kept: bool = False
    """Set it when what the batch belongs to has happened; else the batch is taken back."""
    _before: dict[str, _Before] = field(default_factory=dict[str, _Before])
    _saved_at: tuple[int, int] | None = None

    def add(self, entry: Entry, opened: OpenLayer, known: int) -> None:
        """Note an edit that is about to change ``opened``, whose article the journal knew up to ``known``."""
        self.entries.append(entry)
        if entry.d not in self._before:
            self._before[entry.d] = _Before(
                opened,
                opened.storage.tables,
                opened.layer,
                opened.seq,
                opened.is_dirty,
                opened.needs_snapshot,
                known,
            )

    def save(self) -> None:
        """Make all of it durable or raise `NotSavedError`."""
        if self.entries:
            self.append(self.entries)
            self._saved_at = self.journal.before_last_append

    def take_back(self, known: dict[str, int]) -> None:
        """Undo everything, on the disk too; ``known`` gets the numbers back that the journal knew the articles by."""
        for article_id, before in self._before.items():
            if before.known:
                known[article_id] = before.known
            else:
                known.pop(article_id, None)
            before.opened.storage.tables = before.tables
            before.opened.layer = before.layer
            before.opened.seq = before.seq
            before.opened.is_dirty = before.is_dirty
            before.opened.needs_snapshot = before.needs_snapshot
        if self._saved_at is not None:
            self.journal.retract(*self._saved_at)
