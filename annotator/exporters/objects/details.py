"""What is known of an article beside its text, under the keys that importers read it from."""

from collections.abc import Collection

from annotator.model import Article


def details(article: Article, taken: Collection[str] = ()) -> dict[str, object]:
    """Return id, title, day, source, address and the schema's fields, without those that are not known.

    The title is always there: an empty one is no title, and nobody has to guess one. ``taken`` are keys that a format needs.
    """
    fields = {name: value for name, value in article.fields.items() if name not in taken}
    known = {
        "published": article.published,
        "source": article.source,
        "url": article.url,
    }
    found = {name: value for name, value in known.items() if value}
    return {**fields, "id": article.id, "title": article.title, **found}
