"""Who said it: the name next to the word that introduces a quotation.

The shortest naming expression is wanted, as the guidelines label actors: a person's name without the title, the title
where it stands alone, an institution whole.
"""

from collections.abc import Sequence
from functools import cache

from annotator.text.clitic_words import NAMES
from annotator.text.folding import fold_key
from annotator.text.quotes.context import Word, known, without_conjunction
from annotator.text.quotes.cues import Cue, cue_at
from annotator.text.quotes.phrases import LONGEST, Range, noun_phrase, shortest_name

_AUXILIARIES = frozenset({"قد", "وقد", "لقد", "ولقد", "و", "كان", "كانت", "وكان", "وكانت"})
_ISSUING = frozenset(
    {"صحفي", "مشترك", "رسمي", "صادر", "صدر", "اصدره", "اصدرته", "نشرته", "نشره", "عن", "ل"}
)


def speaker_of(words: Sequence[Word], cue: Cue) -> Range | None:
    """Return the folded range of the speaker a cue names, or None where it names nobody or only points back."""
    found = _named_by(words, cue)
    if found is not None and _points_back(words, found):
        found = _of_earlier_verb(words, cue.at)
    return _range(words, shortest_name(words, *found)) if found else None


def _points_back(words: Sequence[Word], found: Range) -> bool:
    return words[found[0]].text in known().papers or _text(words, found) in known().generic


def _named_by(words: Sequence[Word], cue: Cue) -> Range | None:
    """Return the words, as indexes, of the noun phrase that a cue makes the speaker."""
    if cue.kind == "said":
        return subject(words, cue.at) or _of_earlier_verb(words, cue.at)
    if cue.kind == "source":
        return _source(words, cue.at)
    if cue.kind == "came in":
        return _issuer(words, cue.at + 2) or _of_earlier_verb(words, cue.at)
    if cue.kind == "reported":
        return _reported(words, cue.at, len(words)) or noun_phrase(words, cue.at + 1)
    if cue.kind == "his saying":
        return _reported(words, 0, cue.at) or _of_earlier_verb(words, cue.at)
    return _of_earlier_verb(words, cue.at) or _subject_of_past(words, cue.at)


def _of_earlier_verb(words: Sequence[Word], before: int) -> Range | None:
    """Return the subject of the nearest verb of saying before that has one."""
    for at in range(before - 1, -1, -1):
        cue = cue_at(words, at)
        if cue and cue.kind == "said":
            found = subject(words, at)
            if found and not _points_back(words, found):
                return found
    return None


def _subject_of_past(words: Sequence[Word], before: int) -> Range | None:
    """Return the subject of «وكانت … قد» in the same sentence, whatever it did."""
    for at in range(before - 1, -1, -1):
        if words[at].text == ".":
            return None
        if words[at].text in ("كان", "كانت", "وكان", "وكانت"):
            return noun_phrase(words, at + 1)
    return None


def _issued(words: Sequence[Word], found: Range | None) -> Range | None:
    """Return who speaks through «بيان الكرملين», where that is the subject."""
    if found and found[1] - found[0] > 1 and words[found[0]].text in known().statements:
        return _issuer(words, found[0]) or found
    return found


def _source(words: Sequence[Word], at: int) -> Range | None:
    """Return who stands after بحسب, وفقا ل or نقلا عن."""
    at += 1
    if at < len(words) and words[at].text in ("ل", "عن"):
        at += 1
    elif at + 1 < len(words) and words[at].text == "ما":  # بحسب ما قال
        at += 2
    if at < len(words) and words[at].text in known().in_his_words:
        return None
    return _issuer(words, at) or noun_phrase(words, at)


def _issuer(words: Sequence[Word], at: int) -> Range | None:
    """Return who issued the statement at ``at``: «بيان الكرملين», «بيان صادر عن وزارة الدفاع»."""
    if at >= len(words) or words[at].text.removeprefix("ل") not in known().statements:
        return None
    at += 1
    while at < len(words) and words[at].text in _ISSUING:
        at += 1
    return noun_phrase(words, at)


def _reported(words: Sequence[Word], start: int, end: int) -> Range | None:
    """Return whom «نقلت … عن» and «نسبت … إلى» quote: the noun phrase after the last عن or إلى."""
    for at in range(end - 1, start - 1, -1):
        if words[at].text in ("عن", "الي"):
            found = noun_phrase(words[:end], at + 1)
            if found:
                return found
    return None


def subject(words: Sequence[Word], verb: int) -> Range | None:
    """Return the subject of a verb of saying: behind it, as usual, or before it."""
    found = _issued(words, noun_phrase(words, verb + 1))
    if found and without_conjunction(words[verb].text, known().acted_on):
        found = _without_object(words, *found)
    return found or subject_before(words, verb)


def _without_object(words: Sequence[Word], start: int, end: int) -> Range:
    """Return the subject of «اتهم علييف أرمينيا» alone."""
    first = shortest_name(words, start, end)[0]
    names = _names()
    verb = words[start - 1].text if start else ""
    if start < first == end - 1 and without_conjunction(verb, known().describing):
        described = words[first].text
        if described.startswith("ال") and not described.endswith(("ي", "يه")):
            return start, first  # وصف الوزير الاتفاق
    for at in range(first + 1, end):
        text = words[at].text
        ended = text.startswith("ال") and not words[first].text.startswith("ال")
        if words[first].text not in known().title_words and (
            ended or (text in names and words[at - 1].text in names)
        ):
            return start, at
    return start, end


@cache
def _names() -> frozenset[str]:
    return frozenset(map(fold_key, NAMES))


def subject_before(words: Sequence[Word], verb: int) -> Range | None:
    """Return the subject of a sentence that begins with it: «بوتين يؤكد»."""
    if words[verb].text[0] in "وف" and words[verb].text[1:] in known().said:
        return None
    start = verb
    while start and words[start - 1].text not in (".", "!", "?", ";", '"', ":", "/"):
        start -= 1
    skipped = _AUXILIARIES | known().that
    while start < verb and (not words[start].is_word or words[start].text in skipped):
        start += 1
    if verb - start > LONGEST:
        return None
    found = noun_phrase(words[:verb], start)
    if found is None or any(word.is_word for word in words[found[1] : verb]):
        return None
    return found


def _text(words: Sequence[Word], found: Range) -> str:
    return " ".join(word.text for word in words[found[0] : found[1]])


def _range(words: Sequence[Word], found: Range) -> Range:
    """Return the folded range of some words, a preposition ل before the first left out."""
    first, last = words[found[0]], words[found[1] - 1]
    return first.start + _preposition(first.text), last.end


def _preposition(text: str) -> int:
    return int(
        len(text) > 3 and text[0] == "ل" and text[1] != "ل" and text[1:] in known().title_words
    )


def headline_speaker(words: Sequence[Word]) -> Range | None:
    """Return who stands before a colon without a verb: «بوتين: "…"», as a folded range."""
    if not words or words[-1].text != ":":
        return None
    start = len(words) - 1
    while start and words[start - 1].text not in (".", "!", "?", ";", ":", '"', "/"):
        start -= 1
    found = noun_phrase(words[:-1], start)
    if found is None or found[1] != len(words) - 1 or _points_back(words, found):
        return None
    return _range(words, shortest_name(words, *found))


def _pointed_at(words: Sequence[Word], at: int) -> int | None:
    """Return where the speaker begins in «"…"، هذا ما قاله فلان» or «هذا ما صرح به فلان», as an index."""
    texts = [word.text for word in words[at : at + 4]]
    if len(texts) < 3 or texts[0] not in ("هذا", "ذلك", "هكذا") or texts[1] != "ما":
        return None
    said = known().said
    if texts[2] in said:
        return at + 3 + (len(texts) > 3 and texts[3] in known().turning_back)
    return at + 3 if texts[2].removesuffix("ه") in said else None


def attribution_after(words: Sequence[Word]) -> tuple[bool, Range | None]:
    """Return whether the words behind a quotation attribute it, and the folded range of the speaker they name.

    «"…"، قال فلان», «"…"، بحسب فلان», «"…"، على حد تعبيره», «"…": فلان».
    """
    at = 1 if words and words[0].text in (",", "-", ":") else 0
    if at and words[0].text == ":":
        found = noun_phrase(words, at)
        return found is not None, _range(words, shortest_name(words, *found)) if found else None
    pointed = _pointed_at(words, at)
    if pointed is not None:
        found = noun_phrase(words, pointed)
        return True, _range(words, shortest_name(words, *found)) if found else None
    at += at < len(words) and words[at].text == "كما"
    if at + 2 < len(words) and words[at].text == "علي" and words[at + 1].text in ("حد", "لسان"):
        at += 1 if words[at + 1].text == "لسان" else 2
        found = None if words[at].text in known().in_his_words else noun_phrase(words, at + 1)
        return True, _range(words, shortest_name(words, *found)) if found else None
    cue = cue_at(words, at) if at < len(words) else None
    if cue is None or cue.kind not in ("said", "source") or words[at].text in known().also_nouns:
        return False, None
    if words[at].text[0] == "و" and words[at].text not in known().sources:
        return False, None  # the next sentence: «"…"، وقال فلان»
    named = (
        _source(words, at) if cue.kind == "source" else _issued(words, noun_phrase(words, at + 1))
    )
    if named is None:
        own = (
            cue.kind == "source"
            and at + 1 < len(words)
            and words[at + 1].text in known().in_his_words
        )
        return own, None
    return True, None if _points_back(words, named) else _range(words, shortest_name(words, *named))
