"""Clitics in front of a word: which letters a label leaves outside.

The grammar is (و or ف), then (ب, ل, ك, or the future س before a verb). The article ال is never taken off; a fused لل
stays whole, since cutting it would leave half an article. Marks and tatweel travel with their letter.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import regex

from annotator.text.clitic_words import NAMES, POINTING, STEMS
from annotator.text.folding import fold_key

SHORTEST_REST = 2
"""Letters that must remain: nothing is cut from بك or له."""

_LETTER = regex.compile(r"(?=\p{L})\X[\p{M}\u0640\u200c\u200d]*")
_WORD = regex.compile(r"[\p{L}\p{M}\u0640\u200c\u200d]+")
_WORD_BACK = regex.compile(r"(?r)[\p{L}\p{M}\u0640\u200c\u200d]*")

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_PERSON_PREFIXES = "أينت"  # what a verb in the future begins with after س

# Remainders whose first letters show that a word begins there, by the letters cut off.
_ARTICLE = regex.compile(r"(?:ال|لل)\p{L}{3,}")
_SEATED_HAMZA = regex.compile(r"[أإ]\p{L}{2,}")
_MIM_NOUN = regex.compile(r"م\p{L}{3,}")


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
    word: str, lexicon: Collection[str] = frozenset(), frequencies: Mapping[str, int] | None = None
) -> Trim:
    """Propose where a label on ``word`` should start.

    ``lexicon`` holds names and words the project knows (of a name in several words, the first counts);
    ``frequencies`` maps folded words to how often the corpus has them. Strongest evidence first: a remainder the
    project knows, the word itself known, a remainder more frequent than the word, names everybody knows, and at last
    the shape: the article, a hamza that only begins words.
    """
    starts = tuple(_starts(word))
    if len(starts) == 1:
        return Trim(word, starts, 0)
    keys = {start: fold_key(word[start:]) for start in starts}
    return Trim(word, starts, _best(word, keys, _keys(frozenset(lexicon)), frequencies or {}))


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
    word: str, keys: Mapping[int, str], known: frozenset[str], frequencies: Mapping[str, int]
) -> int:
    remainders = [start for start in keys if start]
    for names in (known, _keys(POINTING)):
        for start in remainders:
            if keys[start] in names:
                return start
        if keys[0] in names:
            return 0
    times = max(frequencies.get(keys[0], 0), 1)
    for start in remainders:
        if frequencies.get(keys[start], 0) > times:
            return start
    if keys[0] in _keys(STEMS) or keys[0] in _keys(NAMES):
        return 0
    for start in remainders:
        if keys[start] in _keys(NAMES) or _shows_a_beginning(word[:start], word[start:]):
            return start
    return 0


def _shows_a_beginning(clitics: str, rest: str) -> bool:
    rest = "".join(match.group()[0] for match in _LETTER.finditer(rest))
    if _ARTICLE.fullmatch(rest) or _SEATED_HAMZA.fullmatch(rest):
        return True
    return (
        clitics[0] == "و"
        and len(list(_LETTER.finditer(clitics))) == 1
        and bool(_MIM_NOUN.fullmatch(rest))
    )


@lru_cache(maxsize=16)
def _keys(words: frozenset[str]) -> frozenset[str]:
    """Fold a vocabulary once; of a name in several words the first word counts, as that is where clitics stand."""
    return frozenset(key.split(" ")[0] for key in map(fold_key, words) if key)
