"""Other histories of an annotator's layers are merged into them: conflict copies, other copies' journals, other programs' files."""

from collections.abc import Callable
from pathlib import Path

from annotator.errors import DamagedFileError, ProjectError
from annotator.store.files.evidence import OTHER, keep_beside
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout, folder_name
from annotator.store.files.records import Tables
from annotator.store.files.refusals import in_words
from annotator.store.journal.copies import entries_of_copy, entries_of_journal, find_journal_copies
from annotator.store.journal.journal import Journal
from annotator.store.journal.journals import Histories
from annotator.store.journal.lines import Entry
from annotator.store.layers import rows
from annotator.store.layers.merging.conflict_copies import find_copies, merged_into, read_copy
from annotator.store.layers.merging.outside import merge_changed, read_changed
from annotator.store.layers.open_layers import OpenLayer, OpenLayers
from annotator.store.layers.replay import replay
from annotator.store.layers.tidying import Tidier


class Merger:
    """Merges into the layers of one store, which calls it from one thread at a time."""

    def __init__(
        self,
        layout: Layout,
        annotator: str,
        filesystem: FileSystem,
        histories: Histories,
        layers: OpenLayers,
        journal: Journal,
        open_layer: Callable[[str], OpenLayer],
    ) -> None:
        """``open_layer`` gives the layer on an article, in memory, or raises where it must not be changed."""
        self._layout = layout
        self._annotator = annotator
        self._folder = folder_name(annotator)
        self._filesystem = filesystem
        self._histories = histories
        self._layers = layers
        self._journal = journal
        self._open = open_layer

    def take_in_copies(self) -> None:
        """Merge the conflict copies that a sync program left, and put them aside under another name."""
        for path in find_journal_copies(self._layout, self._folder, self._filesystem):
            self._take_in(path, "the layers", self._merge_journal_copy)
        base = self._layout.annotator(self._folder)
        for article_id, path in find_copies(base, self._filesystem):
            self._take_in(
                path,
                f"{article_id}.json",
                lambda path, article_id=article_id: self._merge(
                    article_id,
                    read_copy(path, article_id, self._annotator, self._filesystem),
                ),
            )

    def _take_in(self, path: Path, into: str, merge: Callable[[Path], object]) -> None:
        try:
            with in_words():
                merge(path)
                self._filesystem.replace(path, path.with_name(f"{path.name}.merged"))
        except ProjectError as error:
            self._layers.notices.append(f"{path.name} could not be merged: {error}")
        else:
            self._layers.notices.append(
                f"{path.name} was merged into {into} and kept as {path.name}.merged"
            )

    def _merge_journal_copy(self, path: Path) -> None:
        self._merge_entries(entries_of_copy(path, self._filesystem))

    def merge_journals(self) -> None:
        """Merge everything that the journals say into the layers: segments of two copies may lie in one folder."""
        for one in self._histories.devices.values():
            self._merge_entries(entries_of_journal(one.folder, self._filesystem))

    def _merge_entries(self, found: dict[str, list[Entry]]) -> None:
        """Carry out what may be missing in the layers; what they have stays as it is."""
        for article_id, entries in found.items():
            opened = self._open(article_id)
            before = opened.storage.tables
            tables = {
                name: {key: dict(row) for key, row in records.items()}
                for name, records in before.items()
            }
            replay(tables, entries, merging=True)
            Tidier(tables, lambda: None).tidy([])
            self._journal.last = max(self._journal.last, *(entry.q for entry in entries))
            if tables != before:
                self._layers.adopt(article_id, opened, tables)
                self._layers.write(article_id, opened)

    def merge_outside(self) -> None:
        """Merge what other programs wrote into files that are about to be replaced, where that can be done."""
        for article_id in self._layers.changed_outside():
            opened, path = self._layers.get(article_id), self._layers.path_of(article_id)
            if opened is None or not self._filesystem.exists(path):
                continue
            stamp = self._filesystem.stamp(path)
            data = self._filesystem.read(path)
            try:
                theirs, by_hashiya = read_changed(
                    data, path, opened.base, article_id, self._annotator
                )
            except DamagedFileError:
                continue  # kept beside when the file is written
            mine = opened.storage.tables
            merged, both = merge_changed(opened.base, mine, theirs, by_hashiya=by_hashiya)
            last = max(self._journal.last, *rows.seen_of(theirs).values(), 0)
            if merged != mine:
                self._layers.adopt(article_id, opened, merged)
                self._journal.last = max(self._journal.last, last)
            if both:
                keep_beside(path, OTHER, data, self._filesystem)
                self._layers.notices.append(
                    f"{path.name} was changed by another program while it was open here: what only it changed was merged; "
                    f"{len(both)} records were changed on both sides and are kept as they are here, and the other file is "
                    f"kept beside it under {path.name}.other-…"
                )
            elif merged != mine:
                self._layers.notices.append(
                    f"{path.name} was changed by another program while it was open here, and both were merged"
                )
            opened.stamp = stamp

    def _merge(self, article_id: str, theirs: Tables) -> None:
        opened = self._open(article_id)
        mine = opened.storage.tables
        opened.storage.write(merged_into(mine, theirs))
        tables = opened.storage.tables
        meta = rows.meta_of(tables)
        both = rows.marks_by_both(mine, theirs)
        meta["seen"] = {device: mark.q for device, mark in both.items()}
        meta["heads"] = {device: mark.link for device, mark in both.items() if mark.link}
        self._journal.last = max(self._journal.last, *rows.seen_of(tables).values(), 0)
        opened.layer = rows.to_layer(tables, article_id, self._annotator, article_id)
        opened.is_dirty, opened.length = True, None
        self._layers.write(article_id, opened)
