"""Names of agreements by their form: a head such as معاهدة, what it is of, and its adjectives.

Written from the guidelines and from grammar, not from annotated texts: a head with ال takes adjectives, one without takes what it is
of or adjectives without ال. بشأن, بين and حول stay outside, as does everything behind them.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from annotator.model import Span
from annotator.suggest.grammars import agreement_words as vocabulary
from annotator.suggest.token_text import TokenText, word_forms
from annotator.suggest.values import Engine, Found, Reason
from annotator.text.clitic_words import NAMES
from annotator.text.folding import fold_key
from annotator.text.lexicon.geography import GEOGRAPHY

LONGEST = 6
"""Words behind the head that are read; longer names are rare and mostly run on."""

SHORTEST_NISBA = 4
"""Letters of an adjective such as نووي, without ال."""

NAMED, BARE = 0.7, 0.52
"""How sure a name of several words is and a bare head: measured on no text, the first well above, the second just where it is shown."""


class _Known(NamedTuple):
    heads: frozenset[str]
    papers: frozenset[str]
    joint: frozenset[str]
    of_papers: frozenset[str]
    complements: frozenset[str]
    adjectives: frozenset[str]
    pointing: frozenset[str]
    acts: frozenset[str]
    sides: frozenset[str]
    organisations: frozenset[str]
    leaders: frozenset[str]
    places: frozenset[str]


@cache
def _known() -> _Known:
    """Fold the vocabulary, once, when the first article is looked at."""
    return _Known(
        heads=_folded(vocabulary.HEADS),
        papers=_folded(vocabulary.PAPERS),
        joint=_folded(vocabulary.JOINT),
        of_papers=_folded(vocabulary.OF_PAPERS),
        complements=_folded(vocabulary.COMPLEMENTS),
        adjectives=_folded(vocabulary.ADJECTIVES),
        pointing=_folded(vocabulary.POINTING),
        acts=_folded(vocabulary.ACTS),
        sides=_folded(vocabulary.SIDES),
        organisations=_folded(vocabulary.ORGANISATIONS),
        leaders=_folded(vocabulary.LEADERS),
        places=_folded(NAMES | GEOGRAPHY),
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_key, words))


def find(text: TokenText) -> Iterator[Found]:
    """Yield the names of agreements in order, none overlapping."""
    at = 0
    while at < len(text):
        found = _read(text, at)
        if found is None:
            at += 1
            continue
        span, after, score, head = found
        yield Found(span, score, Engine.RULES, Reason("agreement", (head,)))
        at = after


def _read(text: TokenText, at: int) -> tuple[Span, int, float, str] | None:
    for offset, word in word_forms(text.raw[at]):
        points = word in _known().pointing
        head_at = at + 1 if points else at
        if head_at >= len(text) or (points and not _is_next(text, head_at)):
            continue
        head = text.keys[head_at] if points else word
        before = text.keys[at - 1] if at else ""
        end = _end(text, head_at, head, before, points=points)
        if end is not None:
            span = text.span(at, offset, end)
            return span, end, NAMED if end - at > 1 else BARE, text.raw[head_at]
    return None


def _end(text: TokenText, at: int, head: str, before: str, *, points: bool) -> int | None:
    """Return the token behind the name whose head is at ``at``, or None where there is no name."""
    known = _known()
    is_definite = head.startswith("ال")
    bare = _without_case(head.removeprefix("ال"))
    if _without_clitic(before) in known.organisations:
        return None
    if bare in known.heads:
        if is_definite and bare == "اتفاق" and not points and _is_act(text, at, before):
            return None
        end = _adjectives(text, at + 1) if is_definite else _complement(text, at + 1)
        if not is_definite and end == at + 1 and at + 1 < len(text):
            return end if not _is_side(text, at + 1) else None
        return end
    if bare in known.papers:
        return _paper_end(text, at, is_definite=is_definite)
    if bare == "وقف" and not is_definite:
        return _ceasefire_end(text, at, before)
    return None


def _paper_end(text: TokenText, at: int, *, is_definite: bool) -> int | None:
    known = _known()
    if not _is_next(text, at + 1):
        return None
    following = text.keys[at + 1]
    if is_definite:
        end = _adjectives(text, at + 1)
        made_by_several = any(
            text.keys[i].removeprefix("ال") in known.joint for i in range(at + 1, end)
        )
        return end if made_by_several else None
    if _without_case(following) in known.joint:
        return _adjectives(text, at + 1, definite=False)
    if following in known.of_papers or following.removeprefix("ال") in known.of_papers:
        return _complement(text, at + 1)
    if following == "وقف":
        return _ceasefire_end(text, at + 1, "اعلان")
    first = at + 2 if following in known.leaders else at + 1
    end = _states(text, first)
    return end if end > first + 1 or (end > first and first > at + 1) else None


def _ceasefire_end(text: TokenText, at: int, before: str) -> int | None:
    """Return where «وقف إطلاق النار» ends that was declared, or «وقف شامل لإطلاق النار» that was agreed."""
    keys = text.keys
    if keys[at + 1 : at + 3] == ["اطلاق", "النار"]:
        return at + 3 if _without_clitic(before).removeprefix("ال") == "اعلان" else None
    end = _adjectives(text, at + 1, definite=False)
    return end + 2 if keys[end : end + 2] == ["لاطلاق", "النار"] else None


def _is_act(text: TokenText, at: int, before: str) -> bool:
    following = text.keys[at + 1] if _is_next(text, at + 1) else ""
    return following == "علي" or before in _known().acts


def _adjectives(text: TokenText, at: int, *, definite: bool = True) -> int:
    """Return the token behind the adjectives that begin at ``at``, with ال or without."""
    first = at
    while at < first + LONGEST and _is_next(text, at):
        key = text.keys[at]
        if key.startswith("ال") != definite or key in _known().sides:
            break
        if not _is_adjective(_without_case(key.removeprefix("ال")), definite=definite):
            break
        at += 1
    return at


def _complement(text: TokenText, at: int) -> int:
    """Return the token behind what a head without ال is of: اتفاق السلام الشامل, معاهدة لوزان, اتفاق سلام دائم."""
    known, first = _known(), at
    while at < first + LONGEST and _is_next(text, at):
        key = text.keys[at]
        previous = text.keys[at - 1]
        if key in known.sides:
            break
        if key.startswith("ال") and len(key) > 4:
            # behind its adjectives a name is over: اتفاق السلام الشامل | الرئيس
            if at - first > 2 and not _is_adjective(key.removeprefix("ال"), definite=True):
                break
        elif key in known.complements:
            pass
        elif key in known.places:
            return _states(text, at)
        elif not (
            _is_adjective(_without_case(key), definite=False) and not previous.startswith("ال")
        ):
            break
        at += 1
    return at


def _states(text: TokenText, at: int) -> int:
    """Return the token behind states and towns that stand one after the other with و."""
    known, first = _known(), at
    while at < first + LONGEST and _is_next(text, at):
        key = text.keys[at]
        if (key in known.places and at == first) or (
            key.startswith("و") and key[1:] in known.places and at > first
        ):
            at += 1
        else:
            break
    return at


def _is_side(text: TokenText, at: int) -> bool:
    return _is_next(text, at) and text.keys[at] in _known().sides


def _is_next(text: TokenText, at: int) -> bool:
    """Tell whether a word follows with nothing but a space before it."""
    return (
        0 < at < len(text)
        and text.raw[at][0].isalpha()
        and text.text[text.ends[at - 1] : text.starts[at]].strip(" \u00a0") == ""
    )


def _is_adjective(bare: str, *, definite: bool) -> bool:
    """Tell whether a word without ال is an adjective: a known one, or a nisba; without ال one that begins with no clitic."""
    if bare in _known().adjectives:
        return True
    is_nisba = len(bare) >= SHORTEST_NISBA and bare.endswith(("ي", "يه"))
    return is_nisba and (definite or not bare.startswith(("ب", "ل", "و", "ف")))


def _without_case(word: str) -> str:
    """Return a word without the ا of the accusative: اتفاقا مشتركا."""
    return word[:-1] if word.endswith("ا") and len(word) > 4 else word


def _without_clitic(word: str) -> str:
    return word[1:] if word[:1] in ("و", "ف", "ب", "ل", "ك") and len(word) > 4 else word
