"""Title, day, source and address of an article out of its JSON; what has no meaning here stays in ``extra``."""

from annotator.errors import ImportFailure
from annotator.importers.base import FIRST_LINE_IS_TITLE, ImportOptions
from annotator.importers.fields import Fields, as_text, shown
from annotator.importers.plain import first_line
from annotator.importers.published import propose, to_iso
from annotator.model import Article


def own_article(fields: Fields, text: str, options: ImportOptions) -> Article:
    """Return the article that Hashiya wrote: its title may be empty, its day is an ISO 8601 date or absent."""
    given = fields.optional_text("published")
    published = None if given is None else to_iso(given)
    if given is not None and published is None:
        raise ImportFailure(
            f"published {given!r} is no date: write it as 2021-11-09 or leave it out"
        )
    title = fields.text("title", default="")
    source, url = fields.optional_text("source"), fields.optional_text("url")
    return Article.from_text(
        text,
        title=title if options.title is None else options.title,
        published=options.published or published,
        source=options.source or source,
        url=options.url or url,
        extra=fields.rest,
    )


def foreign_article(
    fields: Fields, text: str, options: ImportOptions
) -> tuple[Article, tuple[str, ...]]:
    """Return another program's article, with notes: what it does not say is read off the text, as for plain text.

    Metadata never costs the article. A number is taken as text; what is no text, or no day, is kept as ``original_…``.
    """
    notes = [
        f"{key} is {shown(value)}, not text: kept as original_{key}"
        for key in ("title", "published", "source", "url")
        if (value := fields.peek(key)) is not None and as_text(value) is None
    ]
    said = {key: fields.loose_text(key) for key in ("title", "published", "source", "url")}
    title, given = said["title"], said["published"]
    if title is None:
        title = first_line(text) if options.own.flag(FIRST_LINE_IS_TITLE.name) else ""
    published = to_iso(given) if given is not None else None
    if given and published is None:
        notes.append(f"published {given!r} is no day that can be read: kept as original_published")
    if given and given != published:  # a time of day as well
        fields.put_aside("published", given)
    article = Article.from_text(
        text,
        title=title if options.title is None else options.title,
        published=options.published or published or propose(text),
        source=options.source or said["source"],
        url=options.url or said["url"],
        extra=fields.rest,
    )
    return article, tuple(notes)
