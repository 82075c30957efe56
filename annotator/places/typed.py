"""Words found by their first letters, as one types them to get there."""

from annotator.model import Span
from annotator.text import clitics, graphemes
from annotator.text.folding import fold_key
from annotator.text.tokens import tokenize

_ARTICLE = ("ال", "لل")


def starting_with(text: str, region: Span, letters: str) -> tuple[Span, ...]:
    """Return the words of a region that begin with some letters, however they are spelt, in text order.

    Letters of other words in front do not count (و ف ب ل ك س), nor does the article: ``ارم`` and ``رئيس`` find
    و[أرمينيا] and [الرئيس]. What stands in front is left out of the span, the article is not.
    """
    wanted = fold_key(letters)
    if not wanted:
        return ()
    piece = text[region.start : region.end]
    found = (
        _found(text, Span(region.start + start, region.start + end), wanted)
        for start, end in tokenize(piece)
    )
    return tuple(span for span in found if span is not None)


def _found(text: str, word: Span, wanted: str) -> Span | None:
    starts = clitics.candidate_starts(text, word.start, word.end, article=True)
    kept = word.start
    for start in dict.fromkeys((word.start, *(s for s in starts if s >= word.start))):
        is_article = fold_key(text[kept:start]) in _ARTICLE
        if fold_key(text[start : word.end]).startswith(wanted):
            first, end = graphemes.snap(text, kept if is_article else start, word.end)
            return Span(first, end)
        if not is_article:
            kept = start
    return None
