"""The columns of a table of annotations, which an export writes and an import knows again.

Such a table has a row an annotation. The articles, with their texts, regions out of scope and the status of each annotator, are a
table of their own: a second sheet, or a second file beside the first.
"""

from collections.abc import Collection, Iterable

ANNOTATIONS, ARTICLES = "annotations", "articles"
"""The names of the sheets; the second is also the word in the name of the second file."""

ARTICLE = ("article_id", "title", "published", "source", "url")
BEFORE, AFTER = "before", "after"
"""What stands around the words, where that is asked for."""

_PLACE = ("annotator", "status", "annotation_id", "label", "start", "end")
_LAST = ("sentence", "zone", "note")
FIXED = (*ARTICLE, *_PLACE, "text", *_LAST)

MORE_ATTRIBUTES, MORE_LINKS = "other_attributes", "other_relations"
"""What the schema has no name for, as JSON: a value by each name, and pairs of a type and an id."""

OF_ARTICLES = (*ARTICLE, "annotator", "status", "zones", "text")
"""A row a layer. The text stands in the first of an article's rows, and goes on in the others where a cell cannot hold it."""

SIGNS = frozenset({"article_id", "annotation_id", "annotator", "label", "start", "end", "text"})
"""By which a table of annotations is known."""

SIGNS_OF_ARTICLES = frozenset({"article_id", "annotator", "status", "zones", "text"})

CELL = 32_767
"""Characters that a cell of a spreadsheet holds, in UTF-16 units. Source: Excel specifications and limits, Microsoft."""

PIECE = 16_000
"""Code points of a text in one cell: however many of them are emoji, a spreadsheet's cell holds them."""


def columns(
    attributes: Iterable[str], links: Iterable[str], *, with_context: bool
) -> tuple[str, ...]:
    """Return the header of a table of annotations."""
    words = (BEFORE, "text", AFTER) if with_context else ("text",)
    pairs = [name for link in links for name in link_columns(link)]
    return (*ARTICLE, *_PLACE, *words, *_LAST, *attributes, *pairs, MORE_ATTRIBUTES, MORE_LINKS)


def link_columns(link: str) -> tuple[str, str]:
    """Return the columns of a type of link: the ids of where it leads, and the words there."""
    return f"{link}_id", f"{link}_text"


def with_column(names: Iterable[str], links: Collection[str]) -> list[str]:
    """Return the attributes that have a column: those whose names no other column has, nor two of them a link's."""
    every = list(dict.fromkeys(names))
    taken = {*FIXED, BEFORE, AFTER, MORE_ATTRIBUTES, MORE_LINKS}
    taken |= {name for link in links for name in link_columns(link)}
    free = [name for name in every if name not in taken]
    known = {*free, *taken}
    return [name for name in free if not _is_half_of_pair(name, known)]


def _is_half_of_pair(name: str, known: Collection[str]) -> bool:
    stem, _, ending = name.rpartition("_")
    other = {"id": "text", "text": "id"}.get(ending)
    return bool(stem and other) and f"{stem}_{other}" in known
