"""Who said it: the name next to the word that introduces a quotation.

The shortest naming expression is wanted, as the guidelines label actors: a person's name without the title, the title
where it stands alone, an institution whole.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from annotator.text.clitic_words import NAMES
from annotator.text.folding import fold_key
from annotator.text.quote_context import Word, known, without_conjunction

LONGEST = 12
"""Words. A subject is not looked for further from its verb."""

Range = tuple[int, int]

_AUXILIARIES = frozenset({"قد", "وقد", "لقد", "ولقد", "و", "كان", "كانت", "وكان", "وكانت"})
_ISSUING = frozenset(
    {"صحفي", "مشترك", "رسمي", "صادر", "صدر", "اصدره", "اصدرته", "نشرته", "نشره", "عن", "ل"}
)


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
    if without_conjunction(text, vocabulary.saying):
        return Cue("saying", at)
    if without_conjunction(text, vocabulary.his_saying):
        return Cue("his saying", at)
    if without_conjunction(text, vocabulary.came_in) and following in ("في", "فيه", "فيها"):
        return Cue("came in", at)
    if without_conjunction(text, vocabulary.sources):
        return Cue("source", at)
    return None


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


def noun_phrase(words: Sequence[Word], start: int) -> Range | None:
    """Return the noun phrase that begins at an index, after words like أيضا; None where none begins."""
    vocabulary = known()
    while start < len(words) and (
        words[start].text in vocabulary.leads
        or (words[start].text == "من" and start and words[start - 1].text == "كل")
    ):
        start += 1
    end, depth = start, 0
    while end < len(words) and end - start < LONGEST:
        text = words[end].text
        if text in "()":
            depth += 1 if text == "(" else -1
        elif text == '"' and end > start:
            closing = _name_in_marks(words, end)
            if closing is None:
                break
            end = closing
        elif depth <= 0 and _ends_phrase(words, start, end):
            break
        end += 1
    while end > start and not words[end - 1].is_word and words[end - 1].text not in ')"':
        end -= 1
    return (start, end) if end > start and words[start].is_word else None


def _name_in_marks(words: Sequence[Word], opening: int) -> int | None:
    """Return the closing mark of a name like «حركة "حماس"»; what was taken as a quotation is blank and no name."""
    for at in range(opening + 1, min(opening + 5, len(words))):
        if words[at].text == '"':
            return at if at > opening + 1 else None
    return None


def _ends_phrase(words: Sequence[Word], start: int, end: int) -> bool:
    vocabulary, text = known(), words[end].text
    if words[end].is_word:
        if text.isdigit() or text in vocabulary.listeners or (end > start and _is_object(text)):
            return True
        if without_conjunction(text, vocabulary.stops) and not (
            text[0] == "و" and text in vocabulary.roles
        ):
            return True
        cue = cue_at(words, end)
        return cue is not None and cue.kind != "source"
    if text == "." and end > start and words[end - 1].text in vocabulary.title_signs:
        return False
    # الرئيس الروسي، فلاديمير بوتين، and الرئيس - فلان: between a title and its name
    between = text in ",-" and end > start and end + 1 < len(words) and words[end + 1].is_word
    return not (
        between and not _ends_phrase(words, start, end + 1) and _is_title(words, start, end)
    )


def _is_object(text: str) -> bool:
    """Tell whether a word after a subject is what it said or did: «بيانا», «تأكيدهم»."""
    return text in known().objects or (len(text) > 5 and text.endswith(("هم", "هما")))


def _is_title(words: Sequence[Word], start: int, end: int) -> bool:
    """Tell whether all the words are a title without a name."""
    return _is_role(words[start].text) and shortest_name(words, start, end) == (start, end)


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


def shortest_name(words: Sequence[Word], start: int, end: int) -> Range:
    """Return the name inside a noun phrase: what follows its title, or all of it."""
    vocabulary = known()
    if not _is_role(words[start].text):
        return start + _leading_signs(words, start, end), _end_of_name(words, start, end)
    # After a definite title only adjectives go on with it; in a construct, or after ل and باسم, any definite noun does.
    construct = not words[start].text.startswith("ال")
    at, depth = start + 1, 0
    while at < end:
        text = words[at].text
        if text in "()":
            depth += 1 if text == "(" else -1
        elif depth <= 0 and words[at].is_word:
            if text.startswith(("لل", "باسم")) or (
                text[0] == "ل" and text[1:] in vocabulary.title_words
            ):
                construct = True
            elif not _goes_on(words, at, end, construct=construct):
                return at, _end_of_name(words, at, end)
            elif _is_role(text):
                construct = not text.startswith("ال")
        at += 1
    return start, end


def _goes_on(words: Sequence[Word], at: int, end: int, *, construct: bool) -> bool:
    vocabulary, text = known(), words[at].text
    title = vocabulary.adjectives | vocabulary.title_words
    bare = text[1:] if text[0] == "و" and text not in title and len(text) > 3 else text
    if bare in title or _is_role(bare):
        return True
    if not bare.startswith("ال"):
        return False
    return construct or (at + 1 < end and bare.endswith(("ي", "يه")))


def _is_role(text: str) -> bool:
    vocabulary = known()
    bare = text.removeprefix("ال")
    return bare in vocabulary.roles or text in vocabulary.title_signs


def _leading_signs(words: Sequence[Word], start: int, end: int) -> int:
    return next((index - start for index in range(start, end) if words[index].is_word), 0)


def _end_of_name(words: Sequence[Word], start: int, end: int) -> int:
    return next(
        (index for index in range(start + 1, end) if words[index].text in ("(", ",", "-")), end
    )


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


def attribution_after(words: Sequence[Word]) -> tuple[bool, Range | None]:
    """Return whether the words behind a quotation attribute it, and the folded range of the speaker they name.

    «"…"، قال فلان», «"…"، بحسب فلان», «"…"، على حد تعبيره», «"…": فلان».
    """
    at = 1 if words and words[0].text in (",", "-", ":") else 0
    if at and words[0].text == ":":
        found = noun_phrase(words, at)
        return found is not None, _range(words, shortest_name(words, *found)) if found else None
    at += at < len(words) and words[at].text == "كما"
    if at + 2 < len(words) and words[at].text == "علي" and words[at + 1].text in ("حد", "لسان"):
        at += 1 if words[at + 1].text == "لسان" else 2
        found = None if words[at].text in known().in_his_words else noun_phrase(words, at + 1)
        return True, _range(words, shortest_name(words, *found)) if found else None
    cue = cue_at(words, at) if at < len(words) else None
    if cue is None or cue.kind not in ("said", "source"):
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
