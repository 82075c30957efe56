"""Noun phrases that name a speaker: where they end, and which part of them is the name."""

from collections.abc import Sequence

from annotator.text.quotes.context import Word, known, without_conjunction
from annotator.text.quotes.cues import cue_at

LONGEST = 12
"""Words. A subject is not looked for further from its verb."""

Range = tuple[int, int]


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


def shortest_name(words: Sequence[Word], start: int, end: int) -> Range:
    """Return the name inside a noun phrase: what follows its title, or all of it."""
    vocabulary = known()
    if words[start].text in vocabulary.anonymous:
        return start, _end_of_name(words, start, end)
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
    if bare in title or _is_role(bare) or f"ال{bare}" in vocabulary.adjectives:
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
