"""Words that introduce what somebody said."""

from collections.abc import Sequence
from typing import NamedTuple

from annotator.text.quotes.context import Word, known, without_conjunction


class Cue(NamedTuple):
    """A word that introduces what somebody said: its kind, and its index among the words."""

    kind: str
    at: int


def cue_at(words: Sequence[Word], at: int) -> Cue | None:
    """Return the part the word at ``at`` can play."""
    vocabulary, text = known(), words[at].text
    following = words[at + 1].text if at + 1 < len(words) else ""
    if without_conjunction(text, vocabulary.reported):
        return Cue("reported", at)
    if without_conjunction(text, vocabulary.said) or (text[0] in "وف" and text[1:] == "عبر"):
        return Cue("said", at)
    if _is_shown(words, at):
        return Cue("said", at)
    if without_conjunction(text, vocabulary.saying):
        return Cue("saying", at)
    if without_conjunction(text, vocabulary.his_saying):
        return Cue("his saying", at)
    if without_conjunction(text, vocabulary.came_in) and following in ("في", "فيه", "فيها"):
        return Cue("came in", at)
    if without_conjunction(text, vocabulary.sources):
        return Cue("source", at)
    return None


_CLAUSE = 14
"""Words between بيّن and its أن."""


def _is_shown(words: Sequence[Word], at: int) -> bool:
    """Tell whether بين is the verb, «وبيّن الوزير أن», and not between: it begins a clause and أن follows its subject."""
    if words[at].text not in ("بين", "وبين", "فبين"):
        return False
    if at and words[at - 1].text not in (".", ",", ";", "!", "?", ":"):
        return False
    for word in words[at + 1 : at + 1 + _CLAUSE]:
        if word.text in (".", ",", ";"):
            return False
        if word.text in known().that:
            return True
    return False


def last_cue(words: Sequence[Word]) -> Cue | None:
    """Return the cue nearest to the end; a source («بحسب») only where no verb stands in its sentence."""
    source: Cue | None = None
    for at in range(len(words) - 1, -1, -1):
        cue = cue_at(words, at)
        if cue and cue.kind != "source":
            return cue
        if source and words[at].text == ".":
            return source
        source = source or cue
    return source
