"""What the offsets of a file count: code points as here, or UTF-16 units as JavaScript and Java count. They differ behind an emoji."""

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from annotator.errors import ImportFailure
from annotator.importers.common_options import AUTO, CODEPOINT, UTF16

NOTE = "offsets read as UTF-16 units"
_SHOWN = 60


class Claim(NamedTuple):
    """A span as the file has it, and the words it says it holds, where it says any."""

    start: int
    end: int
    text: str | None = None


Move = Callable[[int], int]
"""Takes an offset of the file to code points of the file's text."""

Evidence = Iterable[tuple[str, Sequence[Claim]]]


class Offsets:
    """Tells what one file counts, article by article; the articles before stand for those that do not tell by themselves.

    ``asked`` is the value of `common_options.OFFSET_UNIT`. ``others`` gives the articles of the whole file again: it is asked
    once, and only where an article does not tell and none before it did.
    """

    def __init__(self, asked: str = AUTO, others: Callable[[], Evidence] | None = None) -> None:
        self._asked = asked
        self._others = others
        self._known = ""

    def move(self, text: str, claims: Sequence[Claim], declared: str = "") -> Move:
        """Return what takes this article's offsets to code points.

        ``declared`` is what the article says itself. Raise `ImportFailure` where nothing tells, saying what to do.
        """
        return mover(text) if self.unit(text, claims, declared) == UTF16 else int

    def unit(self, text: str, claims: Sequence[Claim], declared: str = "") -> str:
        """Return `CODEPOINT` or `UTF16`, the first where it makes no difference. Raises as `move` does."""
        if not claims or text.isascii() or max(text, default="") <= "\uffff":
            return CODEPOINT
        if self._asked != AUTO:
            return self._asked
        if declared:
            return declared
        differing = [c for c in claims if _differs(text, c) and _may_fit(text, c)]
        if not differing:
            return CODEPOINT
        found = told_by(text, differing)
        if found:
            self._known = self._known or found
            return found
        return self._known or self._look_around() or _refuse(text, differing[0])

    def _look_around(self) -> str:
        others, self._others = self._others, None
        for text, claims in others() if others else ():
            found = told_by(text, [claim for claim in claims if _differs(text, claim)])
            if found:
                self._known = found
                break
        return self._known


def mover(text: str) -> Move:
    """Return what takes UTF-16 units of ``text`` to code points; the middle of a character is its beginning."""
    wide = [place for place, character in enumerate(text) if character > "\uffff"]
    starts = [place + number for number, place in enumerate(wide)]

    def move(offset: int) -> int:
        return offset - bisect_right(starts, offset - 1) if offset > 0 else offset

    return move


def told_by(text: str, claims: Sequence[Claim]) -> str:
    """Return which way of counting the claims fit, nothing where that is unclear.

    Their own words tell first; without any, how many of their edges lie inside a word, or outside the text.
    """
    move = mover(text)
    moved = [Claim(move(c.start), move(c.end), c.text) for c in claims]
    said = [(c, m) for c, m in zip(claims, moved, strict=True) if c.text is not None]
    fits = sum(_holds(text, c) for c, _ in said), sum(_holds(text, m) for _, m in said)
    if fits[0] != fits[1]:
        return CODEPOINT if fits[0] > fits[1] else UTF16
    bad = sum(_inside(text, c) for c in claims), sum(_inside(text, m) for m in moved)
    if min(bad) * 2 < max(bad):
        return CODEPOINT if bad[0] < bad[1] else UTF16
    return ""


def _differs(text: str, claim: Claim) -> bool:
    """Tell whether an astral character stands before the end of the claim, so that the two ways of counting differ."""
    return max(text[: max(claim.end, 0)], default="") > "\uffff"


def _may_fit(text: str, claim: Claim) -> bool:
    """Tell whether the claim is a range of the text in either unit: one that is none tells nothing, and is left out later."""
    return 0 <= claim.start < claim.end <= len(text) + sum(c > "\uffff" for c in text)


def _holds(text: str, claim: Claim) -> bool:
    return 0 <= claim.start < claim.end and text[claim.start : claim.end] == claim.text


def _inside(text: str, claim: Claim) -> int:
    """Count the edges of a span that lie inside a word, on the wrong side of white space or outside the text."""
    if not 0 <= claim.start < claim.end <= len(text):
        return 2
    start, end = claim.start, claim.end
    cut = sum(
        0 < edge < len(text) and _is_of_word(text[edge - 1]) and _is_of_word(text[edge])
        for edge in (start, end)
    )
    return cut + text[start].isspace() + text[end - 1].isspace()


def _is_of_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"


def _refuse(text: str, claim: Claim) -> str:
    move = mover(text)
    ways = [text[claim.start : claim.end], text[move(claim.start) : move(claim.end)]]
    first, second = (f"«{way[:_SHOWN]}»" for way in ways)
    raise ImportFailure(
        f"nothing tells whether the offsets count code points or UTF-16 units: [{claim.start}, {claim.end}) is {first} or "
        f"{second}; say which (--offset-unit codepoint or --offset-unit utf16)"
    )
