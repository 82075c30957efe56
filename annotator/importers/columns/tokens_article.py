"""An article out of tokens and what is tagged among them."""

from collections.abc import Iterable
from pathlib import Path

from annotator.errors import ImportFailure
from annotator.importers.base import Imported, ImportOptions
from annotator.importers.columns.tags import Tagged
from annotator.importers.columns.token_text import TokenText
from annotator.importers.common_options import ANNOTATOR, FIRST_LINE_IS_TITLE
from annotator.importers.drafting import ArticleDraft
from annotator.importers.texts.plain import first_line
from annotator.importers.texts.published import propose
from annotator.model import Article


def article_of(
    tokens: TokenText, found: Iterable[Tagged], path: Path, options: ImportOptions
) -> Imported:
    """Return the article with a layer of what was tagged, or without one where nothing was.

    Raise `TextError` for what is no text, and `ImportFailure` where nobody is named whose annotations they are.
    """
    draft = ArticleDraft(tokens.text, "")
    pieces = sorted(found, key=lambda piece: (piece.first, -piece.last))
    annotator = options.own.optional_text(ANNOTATOR.name)
    if pieces and annotator is None:
        raise ImportFailure(
            "the file does not say who annotated it: name the annotator (--annotator on the command line)"
        )
    for piece in pieces:
        start, end = tokens.spans[piece.first][0], tokens.spans[piece.last][1]
        draft.layer(annotator or "").add(start, end, piece.label)
    by_line = options.own.flag(FIRST_LINE_IS_TITLE.name)
    title = first_line(draft.text) if by_line else path.stem
    article = Article.from_text(
        draft.text,
        title=title if options.title is None else options.title,
        published=options.published or propose(draft.text),
        source=options.source or path.name,
        url=options.url,
    )
    return draft.finish(article)
