"""Article files: a text is stored once, in JSON so that no program shifts its offsets by changing line ends."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

import msgspec

from annotator.errors import AnnotatorError, DamagedFileError, ProjectError
from annotator.model import Article, article_id, text_sha256
from annotator.store.files.database import open_database
from annotator.store.files.evidence import set_aside
from annotator.store.files.filesystem import FileSystem, clear_temporary
from annotator.store.files.layout import ARTICLE_FILE, Layout
from annotator.store.files.records import whole_records
from annotator.store.shared.catalog import Catalog

FORMAT = 1
_TABLE = "article"


class _ArticleRow(msgspec.Struct):
    id: str
    sha256: str
    text: str
    title: str = ""
    published: str | None = None
    source: str | None = None
    url: str | None = None
    extra: Mapping[str, Any] = {}
    fields: Mapping[str, str] = {}


def write_article(layout: Layout, article: Article, filesystem: FileSystem) -> bool:
    """Store an article and return True, or False where its text is there already; a damaged file is set aside."""
    path = layout.article(article.id)
    if filesystem.exists(path):
        with suppress(DamagedFileError):
            read_article(layout, article.id, filesystem)
            return False
        set_aside(path, filesystem)
    row: dict[str, Any] = {
        "format": FORMAT,
        "id": article.id,
        "title": article.title,
        "published": article.published,
        "source": article.source,
        "url": article.url,
        "extra": dict(article.extra),
        "sha256": text_sha256(article.text),
        "text": article.text,
    }
    if article.fields:
        row["fields"] = dict(article.fields)
    open_database(path, filesystem).table(_TABLE).insert([row])
    return True


@contextmanager
def adding(
    layout: Layout,
    articles: Iterable[Article],
    catalog: Catalog,
    filesystem: FileSystem,
    tell: Callable[[], None],
) -> Generator[None, None, None]:
    """Write article files that the block inside lists in the catalog; after an error, those it did not list are gone.

    ``tell`` is called before each and may raise.
    """
    for shard in filesystem.names(layout.articles):
        clear_temporary(filesystem, layout.articles / shard)
    written: list[str] = []
    try:
        for article in articles:
            tell()
            if write_article(layout, article, filesystem):
                written.append(article.id)
        yield
    except BaseException:
        with suppress(AnnotatorError, OSError):
            catalog.reload()
        for unwanted in written:
            if unwanted not in catalog:
                with suppress(OSError):
                    filesystem.remove(layout.article(unwanted))
        raise


def read_article(layout: Layout, wanted: str, filesystem: FileSystem) -> Article:
    """Read an article as it was imported, its text verified.

    Raises `DamagedFileError` when the text is not the one that was imported: every offset would point elsewhere.
    """
    path = layout.article(wanted)
    if not filesystem.exists(path):
        raise DamagedFileError(
            f"{path} is missing: the text of article {wanted} is gone. Import the same text again or put the file back"
        )
    try:
        found = open_database(path, filesystem).table(_TABLE).all()
        row = msgspec.convert(found, list[_ArticleRow])[0]
    except (msgspec.ValidationError, IndexError) as error:
        raise DamagedFileError(
            f"{path} is damaged: {error}. Import the same text again or put the file back"
        ) from None
    if text_sha256(row.text) != row.sha256 or article_id(row.text) != wanted:
        raise DamagedFileError(
            f"{path}: the text was changed after it was imported, so no annotation fits it any more. "
            "Import the original text again or put the file back"
        )
    # the id is made of the text, which is sound: what the file says of it decides nothing
    return Article(
        wanted,
        row.text,
        row.title,
        row.published,
        row.source,
        row.url,
        dict(row.extra),
        dict(row.fields),
    )


def salvage_text(layout: Layout, wanted: str, filesystem: FileSystem) -> str | None:
    """Return the text in a damaged article file where it is the one that was imported, which its id proves, else None."""
    path = layout.article(wanted)
    with suppress(ProjectError):
        if filesystem.exists(path):
            data = filesystem.read(path)
            found = [*whole_records(data).get(_TABLE, {}).values()]
            texts = [row["text"] for row in found if isinstance(row.get("text"), str)]
            return next((text for text in texts if article_id(text) == wanted), None)
    return None


def article_ids(layout: Layout, filesystem: FileSystem) -> Iterator[str]:
    """Yield the ids of the article files that are there, in order."""
    for shard in filesystem.names(layout.articles):
        for name in filesystem.names(layout.articles / shard):
            match = ARTICLE_FILE.fullmatch(name)
            if match and name.startswith(shard):
                yield match[1]
