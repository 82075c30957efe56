"""What the model sees of each word: its letters, its neighbours, what knows it, and whether a quotation is open.

All features are text, `name=value`. Those of the text alone are worked out once; what the names say of its words is another for
each label, and for an article of the training it is what the other articles say, else it would be right each time.
"""

from collections.abc import Container, Iterable
from functools import cache

from annotator.suggest import seed
from annotator.suggest.gazetteer import Match
from annotator.suggest.grammars import naming
from annotator.suggest.token_text import TokenText, word_forms
from annotator.text.clitic_words import PLACES
from annotator.text.folding import fold_key
from annotator.text.lexicon.geography import GEOGRAPHY
from annotator.text.lexicon.given_names import GIVEN_NAMES
from annotator.text.lexicon.heads import INSTITUTIONS
from annotator.text.quotes.context import known

Features = list[list[str]]

LONGEST_LENGTH = 9
"""Letters beyond which words count as equally long."""

STRONG = 0.7
"""The score from which a known name counts as one that was hardly ever left."""


def of_text(text: TokenText) -> Features:
    """Return the features of each token that need nothing but the text."""
    keys = text.keys
    own = [_of_word(key) for key in keys]
    announced = _announced(text)
    found: Features = []
    inside = False
    for first, after in text.lines:
        for at in range(first, after):
            if text.raw[at] == '"':
                inside = not inside
            features = ["b", *own[at]]
            if inside:
                features.append("inq")
            if announced[at]:
                features.append(f"name={announced[at]}")
            for step in (-2, -1, 1, 2):
                other = at + step
                if first <= other < after:
                    features.append(f"w{step}={keys[other]}")
                    features += (f"{kind}{step}" for kind in _kinds(keys[other]))
                else:
                    features.append(f"edge{step}")
            found.append(features)
    return found


def _announced(text: TokenText) -> list[str]:
    """Say of each token whether it begins or goes on with a name that a title or a verb of saying announces."""
    found = [""] * len(text)
    for span in naming.find(text):
        first = text.token_at(span.start)
        last = text.token_at(span.end - 1)
        if first is None or last is None:
            continue
        for at in range(first, last + 1):
            found[at] = found[at] or ("B" if at == first else "I")
    return found


def with_names(
    base: Features, text: TokenText, matches: Iterable[Match], seeded: Container[Match]
) -> Features:
    """Return the features with what the names of one label say of each word and of those beside it."""
    tags = [""] * len(text)
    for match in matches:
        strength = "s" if match in seeded else "g" if match.score >= STRONG else "w"
        offset = clitic_number(text.raw[match.first], match.offset)
        for at in range(match.first, match.after):
            tags[at] = strength + (f"B{offset}" if at == match.first else "I")
    found: Features = []
    at = 0
    for first, after in text.lines:
        for at in range(first, after):
            more = [f"gz={tags[at]}"] if tags[at] else []
            for step in (-2, -1, 1, 2):
                other = at + step
                if first <= other < after and tags[other]:
                    more.append(f"gz{step}={tags[other]}")
            found.append(base[at] + more if more else base[at])
    return found


def clitic_number(word: str, offset: int) -> int:
    """Return how many clitics are left outside where an annotation begins ``offset`` letters into a word."""
    starts = sorted({start for start, _ in word_forms(word)})
    return starts.index(offset) if offset in starts else 0


def clitic_offset(word: str, number: int) -> int:
    """Return the letters of so many clitics; of as many as the word has."""
    starts = sorted({start for start, _ in word_forms(word)})
    return starts[min(number, len(starts) - 1)]


def _of_word(key: str) -> list[str]:
    found = _WORDS.get(key)
    if found is None:
        if len(_WORDS) >= _MOST:
            _WORDS.clear()
        found = _WORDS[key] = _letters(key)
    return found


_WORDS: dict[str, list[str]] = {}
_MOST = 30_000


def _letters(key: str) -> list[str]:
    if key.isdigit():
        return ["w=" + key, f"digit{len(key)}"]
    if not key[:1].isalnum():
        return ["w=" + key, "punct"]
    features = [
        "w=" + key,
        "p1=" + key[:1],
        "p2=" + key[:2],
        "p3=" + key[:3],
        "s1=" + key[-1:],
        "s2=" + key[-2:],
        "s3=" + key[-3:],
    ]
    features.append(f"len={min(len(key), LONGEST_LENGTH)}")
    if key[0] in "وفبلك" and len(key) > 3:
        features += ("st1=" + key[1:], "st1p2=" + key[1:3])
    if key.startswith(("ال", "لل")):
        features.append("def")
    return features + list(_kinds(key))


def _kinds(key: str) -> tuple[str, ...]:
    found = _KINDS.get(key)
    if found is None:
        if len(_KINDS) >= _MOST:
            _KINDS.clear()
        found = _KINDS[key] = tuple(_kinds_of(key))
    return found


_KINDS: dict[str, tuple[str, ...]] = {}


def _kinds_of(key: str) -> Iterable[str]:
    bare = key[1:] if len(key) > 3 and key[0] in "وفبلك" else key
    bare = bare.removeprefix("ال")
    if bare in known().roles:
        yield "role"
    if bare in _heads():
        yield "head"
    if key in _given() or bare in _given():
        yield "given"
    if key in _places() or bare in _places() or key[1:] in _places():
        yield "place"
    if key in known().said or key[1:] in known().said or key in known().saying:
        yield "says"
    if {bare.removesuffix("ه"), key.removesuffix("ه")} & _nationalities():
        yield "nation"
    if key.startswith("ال") and key.endswith(("ي", "يه")) and len(key) > 5:
        yield "nisba"
    if key in _places_before():
        yield "prep"


@cache
def _heads() -> frozenset[str]:
    return frozenset(map(fold_key, INSTITUTIONS))


@cache
def _nationalities() -> frozenset[str]:
    return frozenset(map(fold_key, seed.nationalities()))


@cache
def _given() -> frozenset[str]:
    return frozenset(map(fold_key, GIVEN_NAMES))


@cache
def _places() -> frozenset[str]:
    return frozenset(fold_key(name) for name in PLACES | GEOGRAPHY)


@cache
def _places_before() -> frozenset[str]:
    """What stands before places rather than before who acts."""
    return frozenset(
        map(
            fold_key,
            (
                "في",
                "إلى",
                "من",
                "داخل",
                "خارج",
                "شمال",
                "جنوب",
                "شرق",
                "غرب",
                "قرب",
                "أراضي",
                "مدينة",
                "إقليم",
                "منطقة",
            ),
        )
    )
