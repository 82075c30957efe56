"""Words of the article selected by key, to be put into gold."""

from annotator.places import units
from ui.article.text import LINES_AROUND
from ui.article.view import ArticleView


def grow(view: ArticleView) -> None:
    """Select the word at the caret; again: the next as well."""
    found = units.grown(view.text, units.Unit.WORD, view.selection, view.caret)
    if found is not None:
        view.select(found)
        view.show_caret(LINES_AROUND)


def shrink(view: ArticleView) -> None:
    """Take the last word off the selection."""
    selection = view.selection
    if selection is None:
        return
    kept = units.shrunk(view.text, units.Unit.WORD, selection)
    if kept is not None:
        view.select(kept)
    else:
        view.place_caret(selection.start)
