"""The article of a text whose file says nothing about it but its name."""

from annotator.importers.base import ImportOptions
from annotator.importers.common_options import FIRST_LINE_IS_TITLE
from annotator.importers.texts.plain import first_line
from annotator.importers.texts.published import propose
from annotator.model import Article


def article_of(text: str, source: str, options: ImportOptions, title: str = "") -> Article:
    """Return the article; ``source`` is its file, and ``title`` what the file calls it, empty where it does not."""
    by_line = options.own.flag(FIRST_LINE_IS_TITLE.name)
    found = title or (first_line(text) if by_line else source.rpartition("/")[2])
    return Article.from_text(
        text,
        title=found if options.title is None else options.title,
        published=options.published or propose(text),
        source=options.source or source,
        url=options.url,
    )
