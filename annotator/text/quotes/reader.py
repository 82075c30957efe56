"""Quotations in Arabic news: the words between marks that somebody is said to have said, and who that is.

Names and terms in quotation marks are not quotations. Whether a pair of marks holds one depends on its length and on
the words around it; the speaker is a proposal, to be weighed against the labelled actors.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from annotator.text import graphemes
from annotator.text.quotes.context import Passage
from annotator.text.quotes.cues import Cue, last_cue
from annotator.text.quotes.marks import Pair, is_lone_opening, pair_up, paragraph_end
from annotator.text.quotes.names import SHORT, is_introduced, is_name
from annotator.text.quotes.speakers import attribution_after, headline_speaker, speaker_of

REACH_BACK, REACH_ON = 600, 160
"""Characters before and after a quotation that are read for its cue and speaker."""

_LINE_END = regex.compile(r"[\n\r\u2028\u2029]")
_BLANKS = regex.compile(r"(?:\s\p{M}*+)*")
_BLANKS_BACK = regex.compile(r"(?r)(?:\s\p{M}*)*")
_WORDS = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}\u0640]*")
_JOINED = regex.compile(r".?\s*[،,]?\s*و\s*(?:(?:ب|إ|أ|ا)[^\s]{1,4}\s*)?", regex.DOTALL)


@dataclass(frozen=True, slots=True)
class QuoteMention:
    """A quotation ``[start, end)``, its marks excluded; ``speaker`` is the range that names who said it, if any does."""

    start: int
    end: int
    speaker: tuple[int, int] | None = None


LEAD = 4 * REACH_BACK
"""Characters before a part of a text whose quotations are read too: whether one is a quotation depends on those before it."""


def find(text: str) -> list[QuoteMention]:
    """Return the quotations in text order, outer before inner, on grapheme edges."""
    return find_from(text, pair_up(text)[0], 0, len(text))


def find_from(text: str, pairs: Sequence[Pair], first: int, after: int) -> list[QuoteMention]:
    """Return those quotations of `find` that begin in ``[first, after)``, in the time that this part takes.

    ``pairs`` are those of the whole text: which straight marks belong together is not known from a part of it.
    """
    reader = _Reader(text)
    for pair in pairs:
        if pair.opening >= after:
            break
        if pair.closing >= first - LEAD:
            reader.read(pair)
    return [quote for quote in reader.found if first <= quote.start < after]


def unclosed(text: str) -> list[QuoteMention]:
    """Return what straight marks without a partner may begin, each to the end of its paragraph: to be offered, never taken.

    Only where a word of saying, a colon or أن stands before the mark and more than a name behind it.
    """
    pairs, lone = pair_up(text)
    openings = [at for at in lone if is_lone_opening(text, at)]
    reader = _Reader(text)
    found: list[QuoteMention] = []
    for pair in sorted([*pairs, *(Pair(at, paragraph_end(text, at)) for at in openings)]):
        if pair.opening in openings:
            found += reader.read_open(pair)
        else:
            reader.read(pair)
    return found


def unbalanced(text: str) -> list[int]:
    """Return the positions of quotation marks that have no partner."""
    return pair_up(text)[1]


class _Reader:
    """Goes through the pairs of a text once, keeping what earlier ones tell about later ones."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[QuoteMention] = []
        self.last_speaker: tuple[int, int] | None = None

    def read(self, pair: Pair) -> None:
        """Take the pair in if it holds a quotation."""
        start, end = graphemes.snap(self.text, *_trim(self.text, pair))
        length = len(_WORDS.findall(self.text, start, end))
        if not length or start <= pair.opening or end > pair.closing:
            return
        before, after = self._before(pair), self._after(pair)
        cue = last_cue(before.words)
        introduced = is_introduced(before.words, cue)
        inside = bool(self.found) and pair.opening < self.found[-1].end
        if inside and not introduced:
            return
        joined = self._is_joined(pair)
        if not joined and is_name(before.words, cue, after.words, length, introduced=introduced):
            return
        speaker = self._speaker(before, after, cue, introduced=introduced)
        self.found.append(QuoteMention(start, end, speaker))
        self.last_speaker = speaker or self.last_speaker

    def read_open(self, pair: Pair) -> list[QuoteMention]:
        """Return what may be said from an opening mark to where the paragraph ends, if anything."""
        start, end = graphemes.snap(self.text, *_trim(self.text, pair))
        before = self._before(pair)
        cue = last_cue(before.words)
        if start <= pair.opening or len(_WORDS.findall(self.text, start, end)) <= SHORT:
            return []
        if not is_introduced(before.words, cue):
            return []
        nothing = Passage("", end)
        return [QuoteMention(start, end, self._speaker(before, nothing, cue, introduced=True))]

    def _speaker(
        self, before: Passage, after: Passage, cue: Cue | None, *, introduced: bool
    ) -> tuple[int, int] | None:
        _, named_after = attribution_after(after.words)
        if named_after and not introduced:
            return after.source_span(*named_after)
        named = speaker_of(before.words, cue) if cue else headline_speaker(before.words)
        if named:
            return before.source_span(*named)
        return after.source_span(*named_after) if named_after else self.last_speaker

    def _is_joined(self, pair: Pair) -> bool:
        """Tell whether only و stands between the last quotation and this one: «الاتفاق نهائي» و«لا رجعة عنه»."""
        if not self.found or self.found[-1].end > pair.opening:
            return False
        return _JOINED.fullmatch(self.text, self.found[-1].end, pair.opening) is not None

    def _before(self, pair: Pair) -> Passage:
        """Return the paragraph up to the opening mark; what it quotes before is blanked out."""
        outer = [
            quote.start for quote in self.found[-1:] if quote.start <= pair.opening < quote.end
        ]
        start = max(pair.opening - REACH_BACK, *outer, 0)
        line_ends = [match.end() for match in _LINE_END.finditer(self.text, start, pair.opening)]
        start = line_ends[-1] if line_ends else start
        passage = list(self.text[start : pair.opening])
        for quote in reversed(self.found):
            if quote.end <= start:
                break
            if quote.end <= pair.opening:
                first = max(quote.start, start)
                passage[first - start : quote.end - start] = " " * (quote.end - first)
        return Passage("".join(passage), start)

    def _after(self, pair: Pair) -> Passage:
        start = pair.closing + 1
        line_end = _LINE_END.search(self.text, start, start + REACH_ON)
        return Passage(self.text[start : line_end.start() if line_end else start + REACH_ON], start)


def _trim(text: str, pair: Pair) -> tuple[int, int]:
    """Return what the marks hold, without white space at its ends."""
    leading = _BLANKS.match(text, pair.opening + 1, pair.closing)
    start = leading.end() if leading else pair.opening + 1
    trailing = _BLANKS_BACK.match(text, start, pair.closing)
    return start, trailing.start() if trailing else pair.closing
