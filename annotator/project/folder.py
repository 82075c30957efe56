from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from threading import RLock
from types import MappingProxyType
from typing import Any, Self

from annotator.errors import DamagedFileError, NotSavedError, ProjectError, ReadOnlyError
from annotator.model import DEFAULT_SCHEMA, GOLD, Article, Layer, Schema
from annotator.model.article_fields import wrong_values
from annotator.model.remark import replies_in
from annotator.progress import Counter, Progress
from annotator.project.beginning import begin_notices, why_not_writable
from annotator.project.desk import Desk
from annotator.project.entry_lookup import find_entry
from annotator.project.paths import AnyPath
from annotator.project.schema_merge import merge_schemas
from annotator.project.summaries import LayerSummary
from annotator.store.backups import backups
from annotator.store.files.annotator_names import look_alikes, refuse_invisible
from annotator.store.files.confined import Confined
from annotator.store.files.device import backup_folder, device_name
from annotator.store.files.filesystem import REAL, FileSystem
from annotator.store.files.layout import RESERVE, Layout, annotator_name, folder_name
from annotator.store.files.leftovers import clear_leftovers
from annotator.store.files.lock import PROJECT, Lock, annotator_lock, shared_lock
from annotator.store.files.reserve import Reserve
from annotator.store.journal import witness
from annotator.store.layers import folders
from annotator.store.layers.history import PastEdit, undoable
from annotator.store.layers.reader import LayerReader
from annotator.store.layers.store import LayerStore
from annotator.store.layers.summary_index import summarize
from annotator.store.shared import project_file
from annotator.store.shared.article_files import adding, read_article
from annotator.store.shared.catalog import (
    METADATA,
    ArticleEntry,
    Catalog,
    Metadata,
    create_catalog,
)
from annotator.text.storable import storable

UNCHANGED = "\0unchanged"
"""The default of `Project.set_metadata`: leave a field as it is."""

NO_FIELDS: Mapping[str, str] = MappingProxyType({})


class ProjectFolder:
    """What a project folder holds, and the right to change it. `Project` is what to use."""

    UNCHANGED = UNCHANGED
    """Given to `set_metadata` for what is to stay as it is."""

    def __init__(self, layout: Layout, filesystem: FileSystem, read_only_reason: str) -> None:
        """Use `create` or `open` instead."""
        self._layout = layout
        self._filesystem = filesystem = Confined(filesystem, layout.root)
        self.read_only_reason = read_only_reason
        """Why nothing can be changed, in words; empty when everything can."""
        self._record = project_file.read_project_file(layout, filesystem)
        if self._record.format > project_file.FORMAT and not read_only_reason:
            self.read_only_reason = (
                f"it was made by a newer Hashiya (format {self._record.format}, this one knows {project_file.FORMAT}); "
                "update the program to change it"
            )
        self._catalog = Catalog(layout, filesystem)
        self._reader = LayerReader(layout, filesystem, self._length_of)
        self._desks: dict[str, Desk] = {}
        self._stores: dict[str, LayerStore] = {}
        self._mutex = RLock()

    @classmethod
    def create(
        cls,
        path: AnyPath,
        *,
        title: str = "",
        schema: Schema = DEFAULT_SCHEMA,
        filesystem: FileSystem = REAL,
    ) -> Self:
        """Make a project folder, named like the folder where no title is given. It must not hold a project yet."""
        path = Path(path)
        layout = Layout(path.absolute())
        if filesystem.exists(layout.project):
            raise ProjectError(f"{path} already holds a project: open it, or choose another folder")
        if filesystem.exists(path) and filesystem.names(path):
            raise ProjectError(
                f"{path} is not an empty folder: choose a new one, so that nothing of yours is mixed in"
            )
        try:
            filesystem.make_directory(layout.root)
            create_catalog(layout, filesystem)
            name = storable(title or layout.root.name)
            project_file.create_project_file(layout, name, schema, filesystem)
        except (OSError, NotSavedError) as error:
            raise ProjectError(f"no project can be made in {path}: {error}") from error
        return cls(layout, filesystem, "")

    @classmethod
    def open(cls, path: AnyPath, *, read_only: bool = False, filesystem: FileSystem = REAL) -> Self:
        """Open a project folder, or the folder of a given project.json.

        Opens read-only, with `read_only_reason`, when asked to, when the folder cannot be written, or when a newer
        program made it. Raises `ProjectError` or `DamagedFileError`; nothing is ever repaired or emptied by opening.
        """
        path = Path(path)
        clear_leftovers()
        root = path.parent if path.name == "project.json" else path
        layout = Layout(root.absolute())
        if not filesystem.exists(layout.project):
            if filesystem.exists(layout.catalog) or filesystem.is_directory(layout.articles):
                raise DamagedFileError(
                    f"{layout.project} is missing, though the folder holds a project's articles. `hashiya check --repair` "
                    "takes it from a backup; or put back a copy of that file"
                )
            raise ProjectError(
                f"{path} is not a project: there is no project.json in it. `hashiya new` makes one"
            )
        reason = (
            "it was opened for reading only" if read_only else why_not_writable(layout, filesystem)
        )
        return cls(layout, filesystem, reason)

    @property
    def path(self) -> Path:
        return self._layout.root

    @property
    def layout(self) -> Layout:
        """Where the files are, for services that stand on the project."""
        return self._layout

    @property
    def filesystem(self) -> FileSystem:
        return self._filesystem

    @property
    def reader(self) -> LayerReader:
        """What reads anybody's layers without locking them and without their articles' texts."""
        return self._reader

    @property
    def id(self) -> str:
        return self._record.id

    @property
    def title(self) -> str:
        return self._record.title

    @property
    def schema(self) -> Schema:
        return self._record.schema

    @property
    def read_only(self) -> bool:
        return bool(self.read_only_reason)

    def entries(self) -> tuple[ArticleEntry, ...]:
        """Return the list of articles in the order of import."""
        return self._catalog.entries

    def entry(self, article_id: str) -> ArticleEntry:
        """Return an article of the list by its id, whatever their number, or raise `ProjectError`."""
        return self._catalog[article_id]

    def find_entry(self, what: str) -> ArticleEntry:
        """Find an article by its id, the start of its id, its number or its exact title, or raise `ProjectError`."""
        return find_entry(self.entries(), what)

    def article(self, article_id: str) -> Article:
        """Read an article with the metadata as corrected. Raises `DamagedFileError` when its text was changed."""
        entry = self._catalog[article_id]
        stored = read_article(self._layout, article_id, self._filesystem)
        return Article(
            stored.id,
            stored.text,
            entry.title,
            entry.published,
            entry.source,
            entry.url,
            stored.extra,
            entry.fields,
        )

    def annotators(self) -> tuple[str, ...]:
        """Return the names of all who have saved anything, sorted."""
        return tuple(folders.annotators(self._layout, self._filesystem))

    def layer(self, article_id: str, annotator: str) -> Layer:
        """Read a layer; an empty new one where nothing was saved."""
        return self._stored_layer(self.article(article_id), self._known_name(annotator))

    def replies(self, article_id: str) -> dict[str, str]:
        """Return what the lead replied to flags and questions on an article, by their ids, out of the gold layer."""
        if not folders.has_folder(self._layout, folder_name(GOLD), self._filesystem):
            return {}
        return replies_in(self.layer(article_id, GOLD).remarks)

    def summaries(self, annotator: str) -> dict[str, LayerSummary]:
        """Return status, numbers and what waits by article id, for the articles the annotator has begun."""
        glances = summarize(
            self._layout,
            annotator_name(annotator),
            self._reader,
            self._filesystem,
            remember=not self.read_only,
        )
        return {
            key: LayerSummary(*glance) for key, glance in glances.items() if key in self._catalog
        }

    def desk(self, annotator: str) -> Desk:
        """Take an annotator's place, or raise `LockedError` saying who has it, or `ReadOnlyError` saying why not."""
        self._refuse_read_only()
        name = self._known_name(annotator)
        self._migrate()
        store, lock = self._take(name)
        journal = self._layout.journal(folder_name(name), device_name())
        reserve = Reserve(journal / RESERVE, self._filesystem)
        desk = Desk(
            store,
            lock,
            reserve,
            self.article,
            self._past_edits,
            self._forget_desk,
            lambda: self._take(name),
        )
        self._desks[name] = desk
        return desk

    def _take(self, name: str) -> tuple[LayerStore, Lock]:
        """Lock an annotator's place and read everything there as it is on disk now."""
        is_new = not folders.has_folder(self._layout, folder_name(name), self._filesystem)
        twins = look_alikes(name, self.annotators()) if is_new else []
        lock = annotator_lock(self._layout.locks, folder_name(name), self._filesystem, title=name)
        try:
            device = device_name()
            journal = self._layout.journal(folder_name(name), device)
            torn = witness.missing_mark(journal, self._filesystem)
            store = LayerStore(
                self._layout,
                name,
                device,
                self._filesystem,
                may_write=lock.verify,
                remember=partial(witness.remember, journal),
            )
            store.take_in_copies()
            if torn is not None:
                store.notices.append(f"journal/{journal.name}: {witness.WORDS.format(torn.q)}")
            store.notices.extend(begin_notices(name, twins, lock))
        except BaseException:
            lock.release()
            raise
        self._stores[name] = store
        return store, lock

    def change_schema(self, change: Callable[[Schema], Schema]) -> None:
        """Change the labels as they are on disk now; annotations with a label that is gone stay, and `check` names them."""
        self._change_schema(change, None)

    def _change_schema(self, change: Callable[[Schema], Schema], otherwise: Schema | None) -> None:
        with self._changing() as lock:
            self._write_schema(change, otherwise, lock)

    def _write_schema(
        self, change: Callable[[Schema], Schema], otherwise: Schema | None, lock: Lock
    ) -> None:
        project_file.change_schema(self._layout, change, self._filesystem, lock, otherwise)
        self._record = project_file.read_project_file(self._layout, self._filesystem)

    def set_schema(self, schema: Schema) -> None:
        """Give the project these labels; what a colleague changed since they were read here stays changed."""
        read_here = self.schema
        self._change_schema(lambda now: merge_schemas(read_here, schema, now), read_here)

    def set_metadata(
        self,
        article_id: str,
        *,
        title: str = UNCHANGED,
        published: str | None = UNCHANGED,
        source: str | None = UNCHANGED,
        url: str | None = UNCHANGED,
        fields: Mapping[str, str] = NO_FIELDS,
    ) -> None:
        """Correct what is known about an article; its text never changes.

        ``fields`` are those of the schema that are to be others, an empty one to take it away. Raises `ProjectError` for a
        value that the schema does not allow.
        """
        given: Mapping[str, str | None] = dict(
            zip(METADATA, (title, published, source, url), strict=True)
        )
        metadata: dict[str, Any] = {n: value for n, value in given.items() if value != UNCHANGED}
        _ = self._catalog[article_id]
        if wrong := wrong_values(self.schema, fields):
            raise ProjectError("; ".join(wrong.values()))
        self._correct({article_id: {**metadata, "fields": fields} if fields else metadata})

    def add_articles(self, articles: Iterable[Article], progress: Progress | None = None) -> int:
        """Take articles in that a program made, and return how many were new. All of them or, after an error, none."""
        with self._changing():
            new = {article.id: article for article in articles if article.id not in self._catalog}
            counter = Counter(progress, len(new))
            with adding(self._layout, new.values(), self._catalog, self._filesystem, counter.step):
                self._catalog.update(new.values(), {})
        return len(new)

    def close(self) -> None:
        """Close every desk. Closing twice is fine."""
        with ExitStack() as stack:
            for desk in list(self._desks.values()):
                stack.callback(desk.close)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _correct(self, metadata: Mapping[str, Metadata]) -> None:
        if metadata:
            with self._changing():
                self._catalog.update([], metadata)

    @property
    def _backup_folder(self) -> Path:
        return backup_folder(self.id)

    def _migrate(self) -> None:
        """Make an older project today's before the first change: back it up, then say so in its project.json."""
        if self._record.format < project_file.FORMAT:
            with self._changing() as lock:
                backups.back_up(self._layout, self._backup_folder, self.id, self.title, "migration")
                project_file.set_format(self._layout, self._filesystem, lock)
                self._record = project_file.read_project_file(self._layout, self._filesystem)

    def _refuse_read_only(self) -> None:
        if self.read_only:
            raise ReadOnlyError(
                f"the project in {self.path} can only be read: {self.read_only_reason}"
            )

    @contextmanager
    def _changing(self) -> Generator[Lock, None, None]:
        """Hold the right to change what all annotators share, with the catalog as it is on disk now."""
        self._refuse_read_only()
        with self._mutex:
            lock = shared_lock(self._layout.locks, PROJECT, self._filesystem)
            try:
                self._catalog = Catalog(self._layout, self._filesystem, lock)
                yield lock
            finally:
                lock.release()

    def _length_of(self, article_id: str) -> int | None:
        """Return the length of a text as the catalog knows it, in code points."""
        return self._catalog[article_id].characters if article_id in self._catalog else None

    def _is_readable(self, article_id: str) -> bool:
        try:
            self.article(article_id)
        except ProjectError:
            return False
        return True

    def _known_name(self, annotator: str) -> str:
        """Return a name as it is kept. Raises `ProjectError` for one that nobody has yet and nobody can see."""
        name = annotator_name(annotator)
        if not folders.has_folder(self._layout, folder_name(name), self._filesystem):
            refuse_invisible(name)
        return name

    def _past_edits(self, layer: Layer, limit: int) -> tuple[PastEdit, ...]:
        steps = self._reader.histories(layer.annotator).complete(layer.article_id)
        return undoable(steps, layer, limit)

    def _stored_layer(self, article: Article, annotator: str) -> Layer:
        store = self._stores.get(annotator)
        return self._reader.layer(article.id, annotator) if store is None else store.layer(article)

    def _borrow(self, annotator: str, stack: ExitStack) -> LayerStore:
        """Return the store of an annotator: this project's own desk's, or one locked until ``stack`` is closed."""
        store = self._stores.get(annotator)
        if store is None:
            desk = stack.enter_context(self.desk(annotator))
            store = self._stores[desk.annotator]
        return store

    def _forget_desk(self, desk: Desk) -> None:
        if self._desks.get(desk.annotator) is desk:
            del self._desks[desk.annotator], self._stores[desk.annotator]
