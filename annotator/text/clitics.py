"""Clitics in front of a word: which letters a label leaves outside.

The grammar is (و or ف), then (ب, ل, ك, or the future س before a verb). The article ال is never taken off; a fused لل
stays whole, since cutting it would leave half an article. Marks and tatweel travel with their letter.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import regex

from annotator.text.clitic_words import POINTING
from annotator.text.folding import fold_key
from annotator.text.lexicon.evidence import known_words, shows_a_beginning, stems

SHORTEST_REST = 2
"""Letters that must remain where a label may begin: nothing is cut from بك or له."""

SHORTEST_PROPOSED = 3
"""Letters that must remain where one is proposed to begin: لود, ان and اس are in كلود, فان and فاس by chance."""

MANY = 3
"""Different names that begin with a remainder before it counts for more than a word everybody knows."""

_LETTER = regex.compile(r"(?=\p{L})\X[\p{M}\u0640\u200c\u200d]*")
_WORD = regex.compile(r"[\p{L}\p{M}\u0640\u200c\u200d]+")
_WORD_BACK = regex.compile(r"(?r)[\p{L}\p{M}\u0640\u200c\u200d]*")

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_PERSON_PREFIXES = "أينت"  # what a verb in the future begins with after س


@dataclass(frozen=True, slots=True)
class Trim:
    """A word, the offsets in it where a label may start, ascending from 0, and the one proposed."""

    word: str
    starts: tuple[int, ...]
    best_start: int

    @property
    def candidates(self) -> tuple[str, ...]:
        """What may be labelled, the word itself first and the shortest remainder last."""
        return tuple(self.word[start:] for start in self.starts)

    @property
    def best(self) -> str:
        return self.word[self.best_start :]


def trim(
    word: str,
    lexicon: Collection[str] = frozenset(),
    frequencies: Mapping[str, int] | None = None,
    *,
    names: Mapping[str, int] | None = None,
) -> Trim:
    """Propose where a label on ``word`` should start.

    ``lexicon`` holds names and words the project knows (of a name in several words, the first counts); ``names`` says
    instead how many different names begin with a folded word; ``frequencies`` maps folded words to how often the
    corpus has them. Strongest evidence first: what the project knows, the word or a remainder, whichever more names
    begin with; demonstratives; words everybody knows; a remainder more frequent than the word; and at last the shape,
    see `shows_a_beginning`.
    """
    starts = tuple(_starts(word))
    if len(starts) == 1:
        return Trim(word, starts, 0)
    keys = {start: fold_key(word[start:]) for start in starts}
    known = names if names is not None else _counted(lexicon, keys)
    return Trim(word, starts, _best(word, keys, known, frequencies or {}))


def candidate_starts(text: str, start: int, end: int, *, article: bool = False) -> list[int]:
    """Return where a label that begins in the word at ``start`` may begin, ascending and before ``end``.

    With ``article`` the place after ال or لل is offered too: taking it off is a choice of the annotator, never ours.
    """
    start = max(0, min(start, len(text)))
    before = _WORD_BACK.search(text, 0, start)
    begin = before.start() if before else start
    word = _WORD.match(text, begin)
    if word is None or word.end() <= start:
        return [start] if start < end else []
    offsets = list(_starts(word.group()))
    if article:
        offsets = sorted({*offsets, *_after_articles(word.group(), offsets)})
    return [begin + offset for offset in offsets if begin + offset < end]


def _starts(word: str) -> Iterable[int]:
    """Return the offsets at which the grammar lets a remainder begin, ascending from 0."""
    letters = [(match.group()[0], match.end()) for match in _LETTER.finditer(word)]
    starts = [0]
    position = 0
    if letters and letters[0][0] in _CONJUNCTIONS and len(letters) - 1 >= SHORTEST_REST:
        starts.append(letters[0][1])
        position = 1
    for index in {0, position}:
        rest = "".join(letter for letter, _ in letters[index : index + 2])
        if len(letters) - index - 1 >= SHORTEST_REST and _is_proclitic(rest):
            starts.append(letters[index][1])
    return sorted(set(starts))


def _is_proclitic(two_letters: str) -> bool:
    first, second = two_letters[:1], two_letters[1:]
    if first in _PREPOSITIONS:
        return two_letters != "لل"
    return first == "س" and second in _PERSON_PREFIXES


def _after_articles(word: str, offsets: Iterable[int]) -> Iterable[int]:
    for offset in offsets:
        letters = list(_LETTER.finditer(word, offset))
        if len(letters) - 2 >= SHORTEST_REST and letters[0].group()[0] + letters[1].group()[0] in (
            "ال",
            "لل",
        ):
            yield letters[1].end()


def _best(
    word: str, keys: Mapping[int, str], known: Mapping[str, int], frequencies: Mapping[str, int]
) -> int:
    remainders = [
        start for start in keys if start and len(_bare(word[start:])) >= SHORTEST_PROPOSED
    ]
    decided = _most_names(keys, remainders, known)
    if decided is not None:
        return decided
    for start in remainders:
        if keys[start] in _keys(POINTING):
            return start
    common = known_words()
    if keys[0] in common or keys[0] in stems():
        return 0
    times = max(frequencies.get(keys[0], 0), 1)
    for start in remainders:
        if frequencies.get(keys[start], 0) > times:
            return start
    for start in remainders:
        if keys[start] in common:
            return start
    for start in reversed(remainders):
        if shows_a_beginning(_bare(word[:start]), _bare(word[start:])):
            return start
    return 0


def _most_names(
    keys: Mapping[int, str], remainders: Iterable[int], known: Mapping[str, int]
) -> int | None:
    """Return the start that the project knows most names for, or None where it knows none.

    A known whole word gives way to a remainder of more names. One that everybody knows, too, gives way only where the
    project has never marked it whole and knows `MANY` names that begin with the remainder: one كين is no evidence
    against بكين. Where both are known equally, a remainder that everybody knows is: أرمينيا against وأرمينيا.
    """
    whole = known.get(keys[0], 0)
    best = max(remainders, key=lambda start: known.get(keys[start], 0), default=0)
    times = known.get(keys[best], 0) if best else 0
    if not whole and not times:
        return None
    if keys[0] in known_words() or keys[0] in stems():
        return best if not whole and times >= MANY else 0
    if times > whole or (times == whole and keys[best] in known_words()):
        return best
    return 0


def _counted(lexicon: Collection[str], keys: Mapping[int, str]) -> Mapping[str, int]:
    """Return for each of the keys whether a name of the lexicon begins with it, as a count."""
    known = _keys(frozenset(lexicon))
    return {key: int(key in known) for key in keys.values()}


def _bare(word: str) -> str:
    """Return the letters of a word without marks and tatweel."""
    return "".join(match.group()[0] for match in _LETTER.finditer(word))


@lru_cache(maxsize=16)
def _keys(words: frozenset[str]) -> frozenset[str]:
    """Fold a vocabulary once; of a name in several words the first word counts, as that is where clitics stand."""
    return frozenset(key.split(" ")[0] for key in map(fold_key, words) if key)
