"""One annotator's layers: read, changed and made durable."""

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from annotator.edits import Edit
from annotator.errors import EditError, NewerFormatError, SpanError
from annotator.model import Article, Layer
from annotator.store import changes, rows
from annotator.store.clock import now
from annotator.store.database import Database, open_database
from annotator.store.filesystem import FileSystem
from annotator.store.layout import ARTICLE_FILE, Layout, folder_name
from annotator.store.records import Row, Tables

KEPT_OPEN = 64
"""Layers kept in memory; the least recently used goes first."""


@dataclass(slots=True)
class _Open:
    database: Database
    layer: Layer


class LayerStore:
    """The layers of one annotator, written by nobody else while its lock is held. Safe to call from several threads."""

    def __init__(self, layout: Layout, annotator: str, filesystem: FileSystem) -> None:
        self.annotator = annotator
        self._layout = layout
        self._folder = folder_name(annotator)
        self._filesystem = filesystem
        self._open: OrderedDict[str, _Open] = OrderedDict()
        self._mutex = RLock()

    def layer(self, article: Article) -> Layer:
        with self._mutex:
            return self._opened(article).layer

    def commit(self, article: Article, edit: Edit) -> Layer:
        """Apply ``edit`` and return the new layer once it is durable.

        Raises `EditError` when the edit does not fit and `NotSavedError` when the disk refuses; then nothing happened.
        """
        with self._mutex:
            opened = self._opened(article)
            _refuse_newer(opened.database, self._layout.layer(self._folder, article.id))
            after = edit.apply(opened.layer)
            try:
                difference = changes.difference(opened.layer, after, article.text)
                if difference:
                    self._remember_name()
                    with opened.database.transaction():
                        changes.write(opened.database, difference, self.annotator, now())
                        opened.database.table(rows.META).update([1], _count_up)
            except (SpanError, UnicodeEncodeError) as error:
                raise EditError(f"the edit cannot be kept: {error}") from error
            opened.layer = after
            return after

    def close(self) -> None:
        with self._mutex:
            self._open.clear()

    def _opened(self, article: Article) -> _Open:
        opened = self._open.get(article.id)
        if opened is None:
            path = self._layout.layer(self._folder, article.id)
            database = open_database(path, self._filesystem)
            tables = database.tables
            complete(tables, article, self.annotator)
            opened = _Open(database, rows.to_layer(tables, article.id, self.annotator, path))
            self._open[article.id] = opened
        self._open.move_to_end(article.id)
        while len(self._open) > KEPT_OPEN:
            self._open.popitem(last=False)
        return opened

    def _remember_name(self) -> None:
        """Keep the name people read: the folder's own is reduced to plain letters."""
        path = self._layout.annotator_record(self._folder)
        if not self._filesystem.exists(path):
            record: Row = {"format": 1, "name": self.annotator}
            open_database(path, self._filesystem).table("annotator").insert([record])


def read_layer(layout: Layout, article: Article, annotator: str, filesystem: FileSystem) -> Layer:
    """Read a layer as it is on disk; an empty new one where nothing was saved. Takes no lock and writes nothing."""
    path = layout.layer(folder_name(annotator), article.id)
    if not filesystem.exists(path):
        return Layer(annotator, article.id)
    tables = open_database(path, filesystem).tables
    return rows.to_layer(tables, article.id, annotator, path)


def folders(layout: Layout, filesystem: FileSystem) -> list[str]:
    """Return the folder names of all who have saved anything, sorted."""
    names = filesystem.names(layout.annotations)
    return [name for name in names if filesystem.is_directory(layout.annotator(name))]


def annotators(layout: Layout, filesystem: FileSystem) -> list[str]:
    """Return the names of all who have saved anything, sorted."""
    return sorted(_name_of(layout, folder, filesystem) for folder in folders(layout, filesystem))


def layer_ids(layout: Layout, annotator: str, filesystem: FileSystem) -> list[str]:
    """Return the ids of the articles on which an annotator has a layer file, sorted."""
    return layer_ids_in(layout.annotator(folder_name(annotator)), filesystem)


def layer_ids_in(base: Path, filesystem: FileSystem) -> list[str]:
    return [
        match[1]
        for shard in filesystem.names(base)
        for name in filesystem.names(base / shard)
        if (match := ARTICLE_FILE.fullmatch(name)) and name.startswith(shard)
    ]


def complete(tables: Tables, article: Article, annotator: str) -> None:
    """Add the tables and the meta record that a layer file lacks, in the order they are written."""
    found = dict(tables)
    tables.clear()
    for name, records in rows.new_tables(article, annotator).items():
        tables[name] = found.pop(name, {}) or records
    tables[rows.META].setdefault("1", rows.new_tables(article, annotator)[rows.META]["1"])
    tables.update(found)


def _refuse_newer(database: Database, where: object) -> None:
    newer = rows.meta_of(database.tables).get("format", 0)
    if newer > rows.FORMAT:
        raise NewerFormatError(
            f"{where} was written by a newer Hashiya (format {newer}, this one knows {rows.FORMAT}): "
            "it can be read but not changed here. Update the program"
        )


def _count_up(meta: Row) -> None:
    meta["seq"] = meta.get("seq", 0) + 1


def _name_of(layout: Layout, folder: str, filesystem: FileSystem) -> str:
    path = layout.annotator_record(folder)
    if not filesystem.exists(path):
        return folder
    row = open_database(path, filesystem).table("annotator").row(1) or {}
    name = row.get("name")
    return name if isinstance(name, str) and name else folder
