"""Look at every file of a project and say what is wrong. Reads only and stops at nothing."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotator.errors import DamagedFileError
from annotator.model import Article, Schema
from annotator.store import article_files, layers
from annotator.store.catalog import Catalog
from annotator.store.filesystem import FileSystem
from annotator.store.layer_checks import check_layer
from annotator.store.layout import ARTICLE_FILE, Layout
from annotator.store.problems import Problem, Severity
from annotator.store.records import load

REIMPORT = "Import the original text again, or put back a copy of the file"
_SHARD = re.compile(r"[0-9a-f]{2}")


@dataclass(slots=True)
class Checker:
    """One walk through a project. ``files`` counts what was read."""

    layout: Layout
    filesystem: FileSystem
    files: int = 0
    _articles: dict[str, Article] = field(default_factory=dict[str, Article])

    def check(self, catalog: Catalog, schema: Schema) -> Iterator[Problem]:
        yield from self._check_file(self.layout.project)
        yield from self._check_file(self.layout.catalog)
        yield from self._check_articles(catalog)
        for annotator in layers.folders(self.layout, self.filesystem):
            yield from self._check_annotator(annotator, catalog, schema)

    def _check_articles(self, catalog: Catalog) -> Iterator[Problem]:
        yield from self._check_names(self.layout.articles)
        there = set(article_files.article_ids(self.layout, self.filesystem))
        for entry in catalog.entries:
            if entry.id not in there:
                yield self._error(
                    self.layout.article(entry.id),
                    f"the text of {entry.title!r} is missing",
                    REIMPORT,
                )
        for article_id in sorted(there):
            path = self.layout.article(article_id)
            yield from self._check_file(path)
            try:
                self._articles[article_id] = article_files.read_article(
                    self.layout, article_id, self.filesystem
                )
            except DamagedFileError as error:
                yield self._error(path, str(error), REIMPORT)
            if article_id not in catalog:
                yield Problem(
                    Severity.WARNING,
                    self._named(path),
                    "the catalog does not list this article, as after an interrupted import",
                    "Run the import again",
                )

    def _check_annotator(self, folder: str, catalog: Catalog, schema: Schema) -> Iterator[Problem]:
        base = self.layout.annotator(folder)
        yield from self._check_names(base, also=(self.layout.annotator_record(folder).name,))
        for article_id in layers.layer_ids_in(base, self.filesystem):
            path = self.layout.layer(folder, article_id)
            yield from self._check_file(path)
            if article_id not in catalog:
                yield Problem(
                    Severity.WARNING,
                    self._named(path),
                    "annotations on an article that the project does not have",
                    "Import that article",
                )
            article = self._articles.get(article_id)
            if article is not None:
                yield from check_layer(
                    self.filesystem.read(path), article, schema, self._named(path)
                )

    def _check_file(self, path: Path) -> Iterator[Problem]:
        self.files += 1
        try:
            loaded = load(self.filesystem.read(path), self._named(path))
        except (DamagedFileError, OSError) as error:
            yield self._error(path, str(error), "Put back a copy of the file")
            return
        if not loaded.intact:
            yield Problem(
                Severity.WARNING,
                self._named(path),
                "the checksum does not fit: another program changed the file, or it is damaged",
                "Look at it; the next change made in Hashiya writes a new checksum",
            )

    def _check_names(self, base: Path, also: Iterable[str] = ()) -> Iterator[Problem]:
        for name in self.filesystem.names(base):
            if _SHARD.fullmatch(name):
                for inner in self.filesystem.names(base / name):
                    if not ARTICLE_FILE.fullmatch(inner):
                        yield self._stray(base / name / inner)
            elif name not in also:
                yield self._stray(base / name)

    def _stray(self, path: Path) -> Problem:
        if path.suffix == ".tmp":
            what = "a temporary file of an interrupted save"
            return Problem(Severity.NOTE, self._named(path), what, "It can be deleted")
        return Problem(
            Severity.WARNING,
            self._named(path),
            "not a file of Hashiya, perhaps a sync program's conflict copy; it is ignored",
            "Look at it and move it out of the project",
        )

    def _error(self, path: Path, what: str, remedy: str) -> Problem:
        return Problem(Severity.ERROR, self._named(path), what, remedy)

    def _named(self, path: Path) -> str:
        return path.relative_to(self.layout.root).as_posix()
