"""Title, day, source, address and the schema's fields of an article out of its JSON; what has no meaning here stays in ``extra``."""

from annotator.errors import ImportFailure
from annotator.importers.base import ImportOptions
from annotator.importers.common_options import FIRST_LINE_IS_TITLE
from annotator.importers.objects.fields import Fields, as_text, shown
from annotator.importers.texts import day_order
from annotator.importers.texts.plain import first_line
from annotator.importers.texts.published import propose, to_iso
from annotator.model import Article, Schema
from annotator.model.article_fields import fits


def own_article(
    fields: Fields, text: str, options: ImportOptions
) -> tuple[Article, tuple[str, ...]]:
    """Return the article that Hashiya wrote, with notes: its title may be empty, its day is an ISO 8601 date or absent."""
    given = fields.optional_text("published")
    published = None if given is None else to_iso(given)
    if given is not None and published is None:
        raise ImportFailure(
            f"published {given!r} is no date: write it as 2021-11-09 or leave it out"
        )
    title = fields.text("title", default="")
    source, url = fields.optional_text("source"), fields.optional_text("url")
    given_fields, notes = _own_fields(fields)
    article = Article.from_text(
        text,
        title=title if options.title is None else options.title,
        published=options.published or published,
        source=options.source or source,
        url=options.url or url,
        extra=fields.rest,
        fields=given_fields,
    )
    return article, notes


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
    if given and (given != published or day_order.waits(published)):  # a time of day as well
        fields.put_aside("published", given)
    given_fields = _foreign_fields(fields, options.schema, notes)
    article = Article.from_text(
        text,
        title=title if options.title is None else options.title,
        published=options.published or published or propose(text),
        source=options.source or said["source"],
        url=options.url or said["url"],
        extra=fields.rest,
        fields=given_fields,
    )
    return article, tuple(notes)


def _own_fields(fields: Fields) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the fields as they were exported, those that this project's schema does not know among them."""
    given = fields.peek("fields")
    if given is None:
        return {}, ()
    try:
        return fields.texts("fields"), ()
    except ImportFailure as error:
        fields.put_aside("fields", given)
        return {}, (f"{error}: kept as original_fields",)


def _foreign_fields(fields: Fields, schema: Schema, notes: list[str]) -> dict[str, str]:
    """Take what another program says under the names of the schema's fields; what does not fit stays where it is."""
    found: dict[str, str] = {}
    for field in schema.article_fields:
        value = as_text(fields.peek(field.name))
        if not value:
            continue
        if fits(field, value):
            found[field.name] = value
            fields.drop(field.name)
        else:
            notes.append(
                f"{field.name} {value!r} is no value that the schema allows: kept as it is"
            )
    return found
