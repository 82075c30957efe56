from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from annotator.model import Layer
from annotator.store.files.records import Tables
from annotator.store.files.spool import Spool
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


@dataclass(slots=True)
class Batch:
    """Commits that become durable together. Made by `LayerStore.batch`.

    They wait on the disk, so that memory stays the same however many there are. ``already_open`` are the articles whose
    layers were in memory before; others may leave it again, and `of` gives what they have become.
    """

    append: Callable[[Iterable[Entry]], list[str]]
    journal: Journal
    known: dict[str, Mark]
    """The last entry of every article, as the journal's writer keeps it."""
    entries: Spool[Entry]
    already_open: frozenset[str] = frozenset()
    last: int = 0
    """The number of the last entry, 0 while there is none."""
    places: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    """Where the entries of each article are."""
    is_kept: bool = False
    """Set it when what the batch belongs to has happened; else the batch is taken back."""
    _known: dict[str, Mark | None] = field(default_factory=dict[str, Mark | None])
    _order: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])
    """Article and number of each entry, in the order of their lines."""
    _before: dict[str, _Before] = field(default_factory=dict[str, _Before])
    _saved_at: tuple[int, int, str] | None = None

    def add(self, entry: Entry, opened: OpenLayer, known: Mark | None) -> None:
        """Note an edit that is about to change ``opened``, whose article the journal knew up to ``known``."""
        self.places.setdefault(entry.d, []).append(self.entries.append(entry))
        self._order.append((entry.d, entry.q))
        self.last = entry.q
        self._known.setdefault(entry.d, known)
        if entry.d in self.already_open and entry.d not in self._before:
            self._before[entry.d] = _Before(
                opened,
                opened.storage.tables,
                opened.layer,
                opened.seq,
                opened.link,
                opened.is_dirty,
                opened.needs_snapshot,
            )

    def known_before(self, article_id: str) -> Mark | None:
        """Return the entry up to which the journal knew an article before the batch, None where it did not."""
        return self._known[article_id]

    def of(self, article_id: str) -> Iterator[Entry]:
        """Yield what was committed to an article's layer, in order."""
        return self.entries.read_all(self.places.get(article_id, []))

    def can_do_without(self, article_id: str) -> bool:
        """Tell whether a layer may leave memory: it can be made again from the disk and from what waits here."""
        return article_id in self.places and article_id not in self.already_open

    def save(self) -> None:
        """Make all of it durable or raise `NotSavedError`."""
        if self._order:
            places = sorted(place for of_one in self.places.values() for place in of_one)
            links = self.append(self.entries.read_all(places))
            for (article_id, number), link in zip(self._order, links, strict=True):
                self.known[article_id] = Mark(number, link)
            for article_id, before in self._before.items():
                before.opened.link = self.known[article_id].link
            self._saved_at = self.journal.before_last_append

    def take_back(self) -> None:
        """Undo everything, on the disk too. Layers that were not open before are to be read from the disk again."""
        for article_id, known in self._known.items():
            if known is not None:
                self.known[article_id] = known
            else:
                self.known.pop(article_id, None)
        for before in self._before.values():
            before.opened.storage.tables = before.tables
            before.opened.layer = before.layer
            before.opened.seq, before.opened.link = before.seq, before.link
            before.opened.is_dirty = before.is_dirty
            before.opened.needs_snapshot = before.needs_snapshot
        if self._saved_at is not None:
            self.journal.retract(*self._saved_at)
