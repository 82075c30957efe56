"""The layers an annotator has in memory, and the files that follow them."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from annotator.errors import ProjectError
from annotator.model import Layer
from annotator.store.files.database import Database
from annotator.store.files.evidence import DAMAGED, OTHER, keep_beside
from annotator.store.files.filesystem import FileSystem, write_atomically
from annotator.store.files.layout import Layout, folder_name
from annotator.store.files.records import Rows, Tables, dump
from annotator.store.journal.journals import Histories
from annotator.store.journal.lines import Mark, Operation
from annotator.store.layers import migrations, rows
from annotator.store.layers.found import Document, State, read_document
from annotator.store.layers.journaled_storage import JournaledStorage

KEPT_OPEN = 64
"""Layers kept in memory; the least recently used goes first, once its file is up to date."""


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
    evidence: bytes | None = None
    """What was in the damaged file; it is put aside before the file is replaced."""
    journals: bytes | None = None
    """The journals' version, where another program left less of it; put aside likewise."""
    link: str = ""
    """The link of the journal entry that ``seq`` is."""
    stamp: tuple[int, int] | None = None
    """The file's date and size as we last read or wrote it: another one means that somebody else did."""
    base: Tables = field(default_factory=dict[str, Rows])
    """What the file held then, to tell what somebody else changed."""
    length: int | None = None
    """The text's length, once it is known that nothing runs past it."""
    database: Database = field(init=False)

    def __post_init__(self) -> None:
        self.database = Database(self.storage)


def shared_copy(tables: Tables) -> Tables:
    """Return tables that keep their records when those of ``tables`` are replaced; the records are the same ones."""
    return {
        name: {key: dict(row) if name == rows.META else row for key, row in records.items()}
        for name, records in tables.items()
    }


Record = Callable[[str, OpenLayer, tuple[Operation, ...]], None]
"""Makes operations on a layer durable, or raises `NotSavedError`."""


class OpenLayers:
    """Reads layers, keeps the last ones used, and writes their files."""

    def __init__(
        self,
        layout: Layout,
        annotator: str,
        device: str,
        histories: Histories,
        filesystem: FileSystem,
        record: Record,
        may_write: Callable[[], None] = lambda: None,
    ) -> None:
        """``may_write`` raises where the right to write was lost."""
        self.notices: list[str] = []
        """What was found wrong and healed, for people."""
        self._layout = layout
        self._annotator = annotator
        self._folder = folder_name(annotator)
        self._device = device
        self._histories = histories
        self._known = histories.own(device).known
        self._filesystem = filesystem
        self._record = record
        self._may_write = may_write
        self._open: OrderedDict[str, OpenLayer] = OrderedDict()

    def get(self, article_id: str) -> OpenLayer | None:
        """Return a layer that is in memory. Safe to call from any thread."""
        return self._open.get(article_id)

    def items(self) -> Iterator[tuple[str, OpenLayer]]:
        return iter(self._open.items())

    def read(self, article_id: str) -> OpenLayer:
        """Read a layer into memory. Raises `DamagedFileError` where nothing can be made of it."""
        path = self._layout.layer(self._folder, article_id)
        stamp = self._filesystem.stamp(path)  # taken first: what changes later is seen
        document = read_document(
            path, article_id, self._annotator, self._histories, self._filesystem
        )
        self.notices.extend(document.notes)
        opened = self._open[article_id] = self._opened(document, article_id)
        opened.stamp, opened.base = stamp, shared_copy(document.tables)
        return opened

    def path_of(self, article_id: str) -> Path:
        return self._layout.layer(self._folder, article_id)

    def is_changed_outside(self, article_id: str, opened: OpenLayer) -> bool:
        """Tell whether another program wrote the file since we read or wrote it."""
        return self._filesystem.stamp(self.path_of(article_id)) != opened.stamp

    def changed_outside(self) -> list[str]:
        """Return the layers that are about to be written though another program wrote their files."""
        return [
            i for i, one in self._open.items() if one.is_dirty and self.is_changed_outside(i, one)
        ]

    def adopt(self, article_id: str, opened: OpenLayer, tables: Tables) -> None:
        """Make tables that were put together elsewhere the layer's, durably."""
        opened.storage.write(tables)
        opened.layer = rows.to_layer(tables, article_id, self._annotator, article_id)
        opened.is_dirty = True
        opened.length = None  # whether all of it lies in the text is looked at when that is at hand

    def use(self, article_id: str) -> None:
        """Let a layer be the last to leave memory."""
        self._open.move_to_end(article_id)

    def write_dirty(self) -> None:
        """Write the files that are behind. Raises `OSError` at the first that the disk refuses."""
        for article_id, opened in self._open.items():
            if opened.is_dirty:
                self.write(article_id, opened)

    def write(self, article_id: str, opened: OpenLayer) -> None:
        """Write one file; it is durable when this returns. Raises `OSError`.

        What another program put there meanwhile is kept beside it: merging comes before this, where it can be done.
        """
        self._may_write()
        path = self.path_of(article_id)
        meta = rows.meta_of(opened.storage.tables)
        seen, heads = rows.seen_of(opened.storage.tables), dict(meta.get("heads", {}))
        if opened.seq:
            seen[self._device], heads[self._device] = opened.seq, opened.link
        meta["seen"], meta["heads"] = seen, {name: link for name, link in heads.items() if link}
        meta["seq"] = max([meta.get("seq", 0), *seen.values()])
        self._filesystem.make_directory(path.parent)
        if opened.evidence:
            keep_beside(path, DAMAGED, opened.evidence, self._filesystem)
            opened.evidence = None
        if opened.journals:
            keep_beside(path, OTHER, opened.journals, self._filesystem)
            opened.journals = None
        if self.is_changed_outside(article_id, opened):
            self._keep_beside(path)
        write_atomically(self._filesystem, path, dump(opened.storage.tables))
        opened.is_dirty = False
        opened.stamp, opened.base = self._filesystem.stamp(path), shared_copy(opened.storage.tables)

    def evict(self) -> None:
        """Let the layers go that were not used for longest; a disk that refuses their files keeps them here."""
        for article_id in list(self._open)[: max(0, len(self._open) - KEPT_OPEN)]:
            with suppress(OSError, ProjectError):
                if self._open[article_id].is_dirty:
                    self.write(article_id, self._open[article_id])
                del self._open[article_id]

    @property
    def is_overfull(self) -> bool:
        return len(self._open) > KEPT_OPEN

    def _keep_beside(self, path: Path) -> None:
        if not self._filesystem.exists(path):
            self.notices.append(f"{path.name} was deleted by another program and was written again")
            return
        keep_beside(path, OTHER, self._filesystem.read(path), self._filesystem)
        self.notices.append(
            f"{path.name} was changed by another program while it was open here, and could not be merged: what it held is "
            f"kept beside it under {path.name}.other-…"
        )

    def evict_unwritten(self, may_go: Callable[[str], bool]) -> None:
        """Let the layers go that were not used for longest and may leave memory without being written."""
        for article_id in list(self._open)[: max(0, len(self._open) - KEPT_OPEN)]:
            if may_go(article_id):
                del self._open[article_id]

    def forget(self, article_id: str) -> None:
        self._open.pop(article_id, None)

    def clear(self) -> None:
        self._open.clear()

    def _opened(self, document: Document, article_id: str) -> OpenLayer:
        is_newer = (
            migrations.format_of(document.tables) > rows.FORMAT
        )  # never written by this program
        lost = document.state in (State.EDITED, State.SALVAGED) and not is_newer

        def record(found: tuple[Operation, ...]) -> None:
            self._record(article_id, opened, found)

        opened = OpenLayer(
            JournaledStorage(document.tables, record),
            document.layer,
            rows.seen_of(document.tables).get(self._device, 0),
            is_dirty=document.state not in (State.NEW, State.SOUND) and not is_newer,
            needs_snapshot=lost or article_id not in self._known,
            was_edited=lost,
            evidence=document.damaged,
            journals=document.journals,
            link=rows.marks_of(document.tables).get(self._device, Mark(0)).link,
        )
        return opened
