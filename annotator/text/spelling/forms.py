"""Every way to spell what somebody looks for, and one key for all of them by which names are compared.

Two texts that one search finds for each other have a name key in common, and the other way round: both come from
`rules`. A zero-width non-joiner is no letter and no space: قره‌باغ is found by قره باغ and by what is left without it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

import regex

from annotator.text.folding import fold_key
from annotator.text.spelling.rules import RULES, Rule

JOINER = "\u200c"
"""Zero-width non-joiner: it ends a letter's joining inside a word, and Persian writes it where others write a space."""

MOST_SPELLINGS = 24
"""Of one query; a sentence with many such names is looked for in its own spelling and these."""

MOST_GAPS = 3
"""Spaces of a query that may be a non-joiner in the text."""

_PART_OF_WORDS = regex.compile(r"(?<=\p{L}) (?=\p{L})")


@dataclass(frozen=True)
class Spelling:
    """A folded key to look for.

    ``pattern`` finds it where its neighbours allow it, None where it may stand anywhere; ``gaps`` counts the
    non-joiners that the original must have in it. ``stands_alone`` says that spaces around it are such neighbours.
    """

    key: str
    pattern: "regex.Pattern[str] | None" = None
    gaps: int = 0

    @cached_property
    def stands_alone(self) -> bool:
        return self.pattern is None or self.pattern.match(f" {self.key} ", 1) is not None


@lru_cache(maxsize=256)
def spellings(text: str) -> tuple[Spelling, ...]:
    """Return what to look for to find a text however it is spelt; its own folded key first, nothing twice."""
    own = fold_key(text)
    found = {own: Spelling(own)} if own else {}
    for key in _spaced(text, own):
        for other, guarded in _variants(key):
            if other not in found and len(found) < MOST_SPELLINGS:
                found[other] = Spelling(other, regex.compile(guarded) if guarded else None)
    gaps = [match.start() for match in _PART_OF_WORDS.finditer(own)][:MOST_GAPS]
    for joined in (gaps, *([gap] for gap in gaps if len(gaps) > 1)):
        key = "".join(char for at, char in enumerate(own) if at not in joined)
        if joined and key not in found:
            found[key] = Spelling(key, gaps=len(joined))
    return tuple(found.values())


@lru_cache(maxsize=20_000)
def name_key(text: str) -> str:
    """Return the key by which names are compared: the same for every way to spell one."""
    return _normal(fold_key(text.replace(JOINER, " ")))


@lru_cache(maxsize=20_000)
def name_keys(text: str) -> tuple[str, ...]:
    """Return `name_key`, and where the text has a non-joiner the key of what is left without it."""
    return tuple(dict.fromkeys((name_key(text), _normal(fold_key(text)))))


def _spaced(text: str, own: str) -> tuple[str, ...]:
    return (own, fold_key(text.replace(JOINER, " "))) if JOINER in text else (own,)


def _variants(key: str) -> Iterator[tuple[str, str]]:
    """Yield each spelling of a folded key with the expression that finds it; none for the key itself."""
    ways: list[tuple[str, str]] = [("", "")]
    last = 0
    for start, end, rule in _sites(key):
        between = key[last:start]
        ways = [
            (way + between + form, expression + regex.escape(between) + _guarded(rule, form))
            for way, expression in ways
            for form in (key[start:end], *(f for f in rule.forms if f != key[start:end]))
        ][:MOST_SPELLINGS]
        last = end
    for way, expression in ways:
        yield way + key[last:], expression + regex.escape(key[last:]) if last else ""


def _guarded(rule: Rule, form: str) -> str:
    return f"{rule.before}{regex.escape(form)}{rule.after}"


def _sites(key: str) -> Iterator[tuple[int, int, Rule]]:
    """Yield where a rule fits a key, in order, none overlapping."""
    if _any_form().search(key) is None:
        return
    last = 0
    for start, end, rule in sorted(
        ((*match.span(), rule) for rule, pattern in _patterns() for match in pattern.finditer(key)),
        key=lambda site: (site[0], -site[1]),
    ):
        if start >= last:
            yield start, end, rule
            last = end


def _normal(key: str) -> str:
    pieces: list[str] = []
    last = 0
    for start, end, rule in _sites(key):
        pieces += (key[last:start], rule.forms[0])
        last = end
    return "".join((*pieces, key[last:]))


@cache
def _any_form() -> "regex.Pattern[str]":
    """Return what tells in one pass that no rule fits, as with most words."""
    forms = sorted({form for rule in RULES for form in rule.forms}, key=len, reverse=True)
    return regex.compile("|".join(map(regex.escape, forms)))


@cache
def _patterns() -> tuple[tuple[Rule, "regex.Pattern[str]"], ...]:
    return tuple(
        (
            rule,
            regex.compile(
                rule.before
                + "(?:"
                + "|".join(map(regex.escape, sorted(rule.forms, key=len, reverse=True)))
                + ")"
                + rule.after,
                regex.V1,
            ),
        )
        for rule in RULES
    )
