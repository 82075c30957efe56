"""Title, day, source and address of an article out of its JSON; what has no meaning here stays in ``extra``."""

from annotator.errors import ImportFailure
from annotator.importers.base import FIRST_LINE_IS_TITLE, ImportOptions
from annotator.importers.fields import Fields
from annotator.importers.plain import first_line
from annotator.importers.published import propose, to_iso
from annotator.model import Article

ORIGINAL_DAY = "original_published"


def own_article(fields: Fields, text: str, options: ImportOptions) -> Article:
    """Return the article that Hashiya wrote: its title may be empty, its day is an ISO 8601 date or absent."""
    given = fields.optional_text("published")
    published = None if given is None else to_iso(given)
    if given is not None and published is None:
        raise ImportFailure(
            f"published {given!r} is no date: write it as 2021-11-09 or leave it out"
        )
    return _article(fields, text, options, fields.text("title", default=""), published)


def foreign_article(fields: Fields, text: str, options: ImportOptions) -> Article:
    """Return another program's article: what it does not say is read off the text, as for plain text."""
    title = fields.optional_text("title")
    if title is None:
        title = first_line(text) if options.own.flag(FIRST_LINE_IS_TITLE.name) else ""
    given = fields.peek("published")
    published = to_iso(given) if isinstance(given, str) else None
    fields.drop("published")
    if given is not None and published is None:
        fields.rest[ORIGINAL_DAY] = given
    return _article(fields, text, options, title, published or propose(text))


def _article(
    fields: Fields, text: str, options: ImportOptions, title: str, published: str | None
) -> Article:
    source, url = fields.optional_text("source"), fields.optional_text("url")
    return Article.from_text(
        text,
        title=title if options.title is None else options.title,
        published=options.published or published,
        source=options.source or source,
        url=options.url or url,
        extra=fields.rest,
    )
