"""Who said a quotation, among the actors that are marked already.

First whom the words around it name, then the actors before it from near to far, a verb of saying beside them counting
for more than nearness, at last those after it in its paragraph.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import regex

from annotator.model import Annotation, Span
from annotator.text.folding import fold_key
from annotator.text.quotes import reader as quotes
from annotator.text.quotes.context import Passage
from annotator.text.quotes.speakers import cue_at

BEFORE, AFTER = 6_000, 700
"""Characters around the quotation that are read; who is quoted may have been named paragraphs before."""

FAR = 3_000
"""Characters: actors before a quotation that are farther off are no proposal."""

MOST = 8
"""Proposals; nobody goes through more by key."""

BESIDE = 3
"""Words between a verb of saying and the name of who says it."""

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}\u0640]+")


class Reason(StrEnum):
    NAMED = "named"  # the text names them as the speaker
    SAME_NAME = "same-name"  # the text names somebody whose other mention is marked
    CUE = "cue"  # a verb of saying stands beside them
    NEAREST = "nearest"  # the nearest before
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class SpeakerProposal:
    """Actors (annotation ids) who together are proposed as the speakers, and why."""

    actors: tuple[str, ...]
    reason: Reason


def propose(
    text: str,
    quote: Span,
    actors: Iterable[Annotation],
    name_of: Callable[[Annotation], str] | None = None,
) -> tuple[SpeakerProposal, ...]:
    """Return the possible speakers of the quotation at ``quote``, the likeliest first, nobody twice.

    ``name_of`` gives an actor's canonical name, so that one person is proposed once; by default the attribute
    ``canonical`` or else the folded words.
    """
    known = sorted((a for a in actors if not quote.overlaps(a.span)), key=lambda a: a.span)
    ranked = [
        *_named(text, quote, known),
        *(SpeakerProposal((actor.id,), reason) for actor, reason in _near(text, quote, known)),
    ]
    names = {actor.id: name_of(actor) if name_of else _name(text, actor) for actor in known}
    return _without_repeats(ranked, names)


def _name(text: str, actor: Annotation) -> str:
    return fold_key(actor.attribute("canonical") or actor.span.of(text))


def _without_repeats(
    ranked: Sequence[SpeakerProposal], names: dict[str, str]
) -> tuple[SpeakerProposal, ...]:
    seen: set[frozenset[str]] = set()
    kept: list[SpeakerProposal] = []
    for proposal in ranked:
        who = frozenset(names[actor] for actor in proposal.actors)
        if who not in seen:
            seen.add(who)
            kept.append(proposal)
    return tuple(kept[:MOST])


def _named(text: str, quote: Span, actors: Sequence[Annotation]) -> list[SpeakerProposal]:
    speaker = _speaker_in_text(text, quote)
    if speaker is None:
        return []
    there = [actor for actor in actors if actor.span.overlaps(speaker)]
    outer = [a for a in there if not any(_holds(other, a) for other in there)]
    if outer:
        return [SpeakerProposal(tuple(actor.id for actor in outer), Reason.NAMED)]
    wanted = fold_key(speaker.of(text))
    same = [actor for actor in actors if fold_key(actor.span.of(text)) == wanted]
    nearest = min(same, key=lambda actor: abs(actor.start - quote.start), default=None)
    return [SpeakerProposal((nearest.id,), Reason.SAME_NAME)] if nearest else []


def _holds(outer: Annotation, inner: Annotation) -> bool:
    return outer.span != inner.span and outer.span.contains(inner.span)


def _speaker_in_text(text: str, quote: Span) -> Span | None:
    first = max(quote.start - BEFORE, 0)
    first = text.rfind("\n", 0, first) + 1 if first else 0
    last = min(quote.end + AFTER, len(text))
    for mention in quotes.find(text[first:last]):
        span = Span(mention.start + first, mention.end + first)
        if mention.speaker is not None and _is_same(span, quote):
            return Span(mention.speaker[0] + first, mention.speaker[1] + first)
    return None


def _is_same(mention: Span, quote: Span) -> bool:
    """Tell whether the two are one quotation: somebody may have marked a part of it, or the marks as well."""
    both = min(mention.end, quote.end) - max(mention.start, quote.start)
    return both > 0.5 * max(len(mention), len(quote))


def _near(text: str, quote: Span, actors: Sequence[Annotation]) -> list[tuple[Annotation, Reason]]:
    before = [a for a in actors if a.end <= quote.start and quote.start - a.end <= FAR]
    before.reverse()
    line_end = text.find("\n", quote.end)
    after = [
        actor
        for actor in actors
        if quote.end <= actor.start < (line_end if line_end >= 0 else len(text))
    ]
    line_start = text.rfind("\n", 0, quote.start) + 1
    cued = [
        actor
        for actor in (*before, *after)
        if actor.start >= line_start and _has_cue_beside(text, actor)
    ]
    ranked = [(actor, Reason.CUE) for actor in cued]
    ranked += [
        (actor, Reason.BEFORE if place else Reason.NEAREST) for place, actor in enumerate(before)
    ]
    return ranked + [(actor, Reason.AFTER) for actor in after]


def _has_cue_beside(text: str, actor: Annotation) -> bool:
    """Tell whether a verb of saying is one of the last words before the actor, or the word after it."""
    start = max(actor.start - 40, text.rfind("\n", 0, actor.start) + 1)
    words = Passage(text[start : actor.start], start).words
    close = range(max(len(words) - BESIDE, 0), len(words))
    if any(cue_at(words, at) for at in close):
        return True
    following = _WORD.search(text, actor.end, actor.end + 20)
    words = Passage(following.group(), 0).words if following else []
    return bool(words) and cue_at(words, 0) is not None
