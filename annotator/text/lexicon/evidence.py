"""What shows where a word of the news begins, before a project knows any: common names, stems, and the shape."""

from functools import cache

import regex

from annotator.text import clitic_words
from annotator.text.folding import fold_key
from annotator.text.lexicon.geography import GEOGRAPHY
from annotator.text.lexicon.given_names import GIVEN_NAMES
from annotator.text.lexicon.heads import HEADS
from annotator.text.lexicon.stems import STEMS

_ARTICLE = regex.compile(r"ال\p{L}{3,}")
_FUSED_ARTICLE = regex.compile(r"لل\p{L}{3,}")
_SEATED_HAMZA = regex.compile(r"[أإآ]\p{L}{2,}")
_MIM_NOUN = regex.compile(r"م\p{L}{3,}")

# Letters and an ending that words written down from Latin or Cyrillic letters hardly have.
_ARABIC_ONLY = regex.compile(r"[حصضعقءةىأإآئؤذظ]|(?:ون|ين|ية|ات)$")
_FOREIGN_END = regex.compile(r"(?:وس|ينو|يتو|يرو|تسين|يرون|ريني)$")

_FUTURE = regex.compile(r"س(?:[يتن]ت|[يت]ك|[يت]ق)\p{L}+")
_VERBAL_NOUNS = regex.compile(r"ا\p{L}{2,}ات")
# What و is radical in, by the letter after it: Walters, Wilson, Wolf.
_AFTER_WAW = {
    "ا": regex.compile(
        r"ا(?:تح|تف|جت|حت|خت|دع|ست|شت|نت|قت|لت|مت|عت|ئت|كت|بن|بو|سر|ير|مر|ور)\p{L}*"
    ),
    "ي": regex.compile(r"ي[اوحعه]\p{L}+"),
    "و": regex.compile(r"(?!)"),
}


@cache
def known_words() -> frozenset[str]:
    """Return what names begin with, folded, the first word of each: institutions, offices, people, places."""
    names = clitic_words.NAMES | GEOGRAPHY | GIVEN_NAMES | HEADS
    return frozenset(fold_key(name).split(" ")[0] for name in names)


@cache
def stems() -> frozenset[str]:
    """Return the folded words whose first letter is their own."""
    return frozenset(map(fold_key, STEMS | clitic_words.STEMS))


def shows_a_beginning(clitics: str, rest: str) -> bool:
    """Tell whether the shape of a remainder, letters without marks, shows that a word begins after the clitics.

    ال does after و, after ب unless the rest looks foreign (بالاسيوس), after ف and ك only where the rest looks Arabic or
    is known (كالديرون); لل does after a conjunction alone; a hamza on its seat and the م of a noun do. و is a
    conjunction wherever it is no known part of the word, but for verbs and verbal nouns, which begin no name.
    """
    last = clitics[-1]
    if _ARTICLE.fullmatch(rest):
        return _is_article(last, rest)
    if _FUSED_ARTICLE.fullmatch(rest):
        return clitics in ("و", "ف")
    if _SEATED_HAMZA.fullmatch(rest):
        return True
    if clitics == "و":
        return _is_after_conjunction(rest)
    return last in "بل" and bool(_MIM_NOUN.fullmatch(rest))


def _is_article(clitic: str, rest: str) -> bool:
    if clitic == "و":
        return True
    bare = fold_key(rest[2:])
    if fold_key(rest) in known_words() or bare in known_words():
        return True
    if clitic in "كف":
        return bool(_ARABIC_ONLY.search(rest[2:]))
    return not _FOREIGN_END.search(rest)


def _is_after_conjunction(rest: str) -> bool:
    if len(rest) < 3 or _FUTURE.fullmatch(rest) or _VERBAL_NOUNS.fullmatch(rest):
        return False
    fits = _AFTER_WAW.get(rest[0])
    return fits is None or bool(fits.fullmatch(rest)) or fold_key(rest) in stems()
