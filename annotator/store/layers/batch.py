from collections.abc import Callable
from dataclasses import dataclass, field

from annotator.model import Layer
from annotator.store.files.records import Tables
from annotator.store.journal.journal import Journal
from annotator.store.journal.lines import Entry, Mark
from annotator.store.layers.open_layers import OpenLayer


@dataclass(frozen=True, slots=True)
class _Before:
    opened: OpenLayer
    tables: Tables
    layer: Layer
    seq: int
    link: str
    is_dirty: bool
    needs_snapshot: bool
    known: Mark | None


@dataclass(slots=True)
class Batch:
    """Commits that become durable together. Made by `LayerStore.batch`."""

    append: Callable[[list[Entry]], list[str]]
    journal: Journal
    known: dict[str, Mark]
    """The last entry of every article, as the journal's writer keeps it."""
    entries: list[Entry] = field(default_factory=list[Entry])
    is_kept: bool = False
    """Set it when what the batch belongs to has happened; else the batch is taken back."""
    _before: dict[str, _Before] = field(default_factory=dict[str, _Before])
    _saved_at: tuple[int, int, str] | None = None

    def add(self, entry: Entry, opened: OpenLayer, known: Mark | None) -> None:
        """Note an edit that is about to change ``opened``, whose article the journal knew up to ``known``."""
        self.entries.append(entry)
        if entry.d not in self._before:
            self._before[entry.d] = _Before(
                opened,
                opened.storage.tables,
                opened.layer,
                opened.seq,
                opened.link,
                opened.is_dirty,
                opened.needs_snapshot,
                known,
            )

    def save(self) -> None:
        """Make all of it durable or raise `NotSavedError`."""
        if self.entries:
            links = self.append(self.entries)
            for entry, link in zip(self.entries, links, strict=True):
                self.known[entry.d] = Mark(entry.q, link)
                self._before[entry.d].opened.link = link
            self._saved_at = self.journal.before_last_append

    def take_back(self) -> None:
        """Undo everything, on the disk too."""
        for article_id, before in self._before.items():
            if before.known is not None:
                self.known[article_id] = before.known
            else:
                self.known.pop(article_id, None)
            before.opened.storage.tables = before.tables
            before.opened.layer = before.layer
            before.opened.seq, before.opened.link = before.seq, before.link
            before.opened.is_dirty = before.is_dirty
            before.opened.needs_snapshot = before.needs_snapshot
        if self._saved_at is not None:
            self.journal.retract(*self._saved_at)
