"""catalog.json: one record an article with what a list needs, so that no text is read to show it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from annotator.errors import DamagedFileError, ProjectError, ReadOnlyError
from annotator.model import Article, text_sha256
from annotator.store.files.database import Database, open_database
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout
from annotator.store.files.lock import Lock
from annotator.store.files.records import Row, Tables
from annotator.store.shared.changing import change_file

_TABLE = "articles"
Metadata = Mapping[str, Any]
"""What is to become of an article's metadata: each of `METADATA` that is another, and in ``fields`` those that are."""

METADATA = ("title", "published", "source", "url")
"""What can be corrected after the import. The catalog's word counts, not the article file's."""


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """One article in the project's list. ``number`` counts from 1 in the order of import; ``characters`` are code points."""

    id: str
    number: int
    title: str
    published: str | None
    characters: int
    source: str | None
    url: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)
    """What the schema asks of articles, by name; empty ones are not among them."""


class _CatalogRow(msgspec.Struct):
    id: str
    n: int
    chars: int
    title: str = ""
    published: str | None = None
    source: str | None = None
    url: str | None = None
    fields: dict[str, str] = {}


class Catalog:
    """The list of articles, in memory; changes are durable when the method returns."""

    def __init__(self, layout: Layout, filesystem: FileSystem, lock: Lock | None = None) -> None:
        """Read the catalog or raise `DamagedFileError`; ``lock`` is the project's, without which nothing is changed."""
        if not filesystem.exists(layout.catalog):
            raise DamagedFileError(
                f"{layout.catalog} is missing, which lists the project's articles. "
                "Run `hashiya check --repair` to rebuild it from the article files, or put the file back"
            )
        self._path = layout.catalog
        self._filesystem = filesystem
        self._lock = lock
        self._entries: dict[str, ArticleEntry] = {}
        self.reload()

    @property
    def entries(self) -> tuple[ArticleEntry, ...]:
        return tuple(self._entries.values())

    def __contains__(self, article_id: str) -> bool:
        return article_id in self._entries

    def __getitem__(self, article_id: str) -> ArticleEntry:
        try:
            return self._entries[article_id]
        except KeyError:
            raise ProjectError(f"there is no article {article_id} in this project") from None

    def update(
        self,
        added: Iterable[Article],
        metadata: Mapping[str, Metadata],
        first: Callable[[], None] | None = None,
    ) -> None:
        """List new articles after the others and correct the metadata of known ones (by id), in one step.

        ``first`` is called as the last thing before that step; if it raises, the catalog stays as it was.
        """
        if self._lock is None:
            raise ReadOnlyError(f"{self._path} was opened for reading only")
        new = {article.id: _row(article) for article in added}  # their texts are too much to keep

        def carry_out(database: Database) -> None:
            table = database.table(_TABLE)
            rows = table.numbered()
            there = {row.get("id") for row in rows.values()}
            last = max(
                (n for row in rows.values() if isinstance(n := row.get("n"), int)), default=0
            )
            unlisted = [row for row in new.values() if row["id"] not in there]
            table.insert([{**row, "n": last + i} for i, row in enumerate(unlisted, 1)])
            known = [number for number, row in rows.items() if row.get("id") in metadata]
            table.update(known, lambda row: _correct(row, metadata[row["id"]]))

        change_file(self._path, carry_out, self._filesystem, self._lock, first)
        self.reload()

    def reload(self) -> None:
        """Read the catalog as it is on disk now."""
        rows = open_database(self._path, self._filesystem).table(_TABLE).all()
        try:
            found = msgspec.convert(rows, list[_CatalogRow])
        except msgspec.ValidationError as error:
            raise DamagedFileError(
                f"{self._path} holds a record that makes no sense: {error}"
            ) from None
        found.sort(key=lambda row: row.n)
        self._entries = {
            row.id: ArticleEntry(
                row.id, row.n, row.title, row.published, row.chars, row.source, row.url, row.fields
            )
            for row in found
        }


def create_catalog(layout: Layout, filesystem: FileSystem, *salvaged: Tables) -> None:
    """Write a new catalog: an empty one, or one with the records that make sense in what is left of older ones.

    Of two about one article the earlier counts.
    """
    table = open_database(layout.catalog, filesystem).table(_TABLE)
    table.clear()
    found = [row for tables in reversed(salvaged) for row in tables.get(_TABLE, {}).values()]
    whole = {row["id"]: row for row in found if _is_whole(row)}
    if whole:
        table.insert(whole.values())


class Facts:
    """What the catalog says of texts and what follows from the texts themselves: their length and checksum."""

    def __init__(self, layout: Layout, filesystem: FileSystem) -> None:
        self._layout = layout
        self._filesystem = filesystem
        rows = open_database(layout.catalog, filesystem).table(_TABLE).all()
        self._said = {str(row.get("id")): row for row in rows}

    def denied_by(self, article: Article) -> Row:
        """Return what the catalog says otherwise, as it is in truth."""
        said = self._said.get(article.id, {})
        truth = _facts(article)
        return {key: fact for key, fact in truth.items() if said.get(key, fact) != fact}

    def correct(self, truths: Mapping[str, Row], lock: Lock) -> None:
        """Write what is so into the catalog, by article id."""

        def carry_out(database: Database) -> None:
            table = database.table(_TABLE)
            wrong = [number for number, row in table.numbered().items() if row.get("id") in truths]
            table.update(wrong, lambda row: row.update(truths[row["id"]]))

        change_file(self._layout.catalog, carry_out, self._filesystem, lock)


def _facts(article: Article) -> Row:
    return {"chars": len(article.text), "sha256": text_sha256(article.text)}


def _is_whole(row: Row) -> bool:
    try:
        msgspec.convert(row, _CatalogRow)
    except msgspec.ValidationError:
        return False
    return True


def _correct(row: Row, metadata: Metadata) -> None:
    """Correct what is given and nothing else: a field that somebody else has filled meanwhile stays filled."""
    fields = {**row.get("fields", {}), **metadata.get("fields", {})}
    row.update(metadata)
    row["fields"] = {name: value for name, value in fields.items() if value}
    if not row["fields"]:
        del row["fields"]


def _row(article: Article) -> Row:
    """Return what the catalog says of an article, as if it were the first."""
    row: Row = {
        "id": article.id,
        "n": 1,
        "title": article.title,
        "published": article.published,
        "source": article.source,
        "url": article.url,
        **_facts(article),
    }
    if article.fields:
        row["fields"] = dict(article.fields)
    return row
