"""Plain text in which each annotation is written out: ``قال [فاعل: بوتين] إن``.

A tag is ``[label: words]``, in an isolate of its paragraph's direction so that its brackets stand where a reader expects them;
the label is isolated too, as it may be in the other script. Nested annotations are tags inside tags, the outer one outside.
What cannot be written as one pair of brackets is written in parts: a part whose annotation began before it says ``[…label:``,
a part whose annotation goes on says ``…]``. So are annotations that cross (the one that began first is the one that goes on
inside the other), those over several lines (a bidirectional isolate ends with its paragraph) and those that reach out of the
selection. Between the tags are the characters of the text, as they are.
"""

from collections.abc import Callable, Iterator

from annotator.model import Annotation, Layer, Span
from annotator.pages.cuts import Line, Piece, lines
from annotator.text.direction import base_direction

LEFT_TO_RIGHT, RIGHT_TO_LEFT, FIRST_STRONG, POP = "\u2066", "\u2067", "\u2068", "\u2069"
GOES_ON = "…"


def tagged_text(
    text: str, layer: Layer, title_of: Callable[[str], str], within: Span | None = None
) -> str:
    """Return the text, or the part ``within``, with the annotations of ``layer`` as tags.

    ``title_of`` gives what people call a label.
    """
    return "\n".join("".join(_line(text, line, title_of)) for line in lines(text, layer, within))


def _line(text: str, line: Line, title_of: Callable[[str], str]) -> Iterator[str]:
    isolate = (
        RIGHT_TO_LEFT if base_direction(text[line.start : line.end]) == "rtl" else LEFT_TO_RIGHT
    )
    pieces = line.pieces
    open_now: tuple[Annotation, ...] = ()
    for piece in pieces:
        kept = _kept(open_now, piece)
        yield from (_end(one, piece.start) for one in reversed(open_now[kept:]))
        for one in piece.around[kept:]:
            begun = "" if one.start == piece.start else GOES_ON
            yield f"{isolate}[{FIRST_STRONG}{begun}{title_of(one.label)}{POP}: "
        yield text[piece.start : piece.end]
        open_now = piece.around
    yield from (_end(one, line.end) for one in reversed(open_now))


def _kept(open_now: tuple[Annotation, ...], piece: Piece) -> int:
    """Return how many of the open tags, from the outermost, stay open in a piece."""
    kept = 0
    for one, other in zip(open_now, piece.around, strict=False):
        if one is not other:
            break
        kept += 1
    return kept


def _end(annotation: Annotation, position: int) -> str:
    return f"{'' if annotation.end <= position else GOES_ON}]{POP}"
