"""Whether quotation marks hold what somebody said, or stand around a name or a term."""

from collections.abc import Sequence

from annotator.text.quotes.context import Word, known, without_clitics, without_conjunction
from annotator.text.quotes.cues import Cue, cue_at
from annotator.text.quotes.phrases import noun_phrase
from annotator.text.quotes.speakers import attribution_after

SHORT = 3
"""Words. A quotation of no more needs a cue close by; most such marks stand around names and terms."""

NAME_LENGTH = 6
"""Words. After the noun it names («عملية», «قناة»), a name is no longer than this."""

CLOSE = 3
"""Words between a cue and a short quotation, the cue included; one more where it is attached: اتهم فلان فلانا بـ."""

_ATTACHED = ("ل", "ب", "و", "ك")


def is_introduced(words: Sequence[Word], cue: Cue | None) -> bool:
    """Tell whether a colon, أن or the cue itself stands right before the marks."""
    if not words:
        return False
    last = words[-1].text
    if last == ":" or without_conjunction(last, known().that):
        return True
    if cue is None or cue.kind == "source":
        return False
    if last == "ب" and _is_described(words, cue):
        return True
    return cue.at >= len(words) - (CLOSE + 1 if last in _ATTACHED else 2)


def _is_described(words: Sequence[Word], cue: Cue) -> bool:
    """Tell whether the cue describes something in the same sentence: «واصفا التعاون التونسي الجزائري بـ»."""
    between = words[cue.at + 1 :]
    return without_conjunction(words[cue.at].text, known().describing) and all(
        word.is_word for word in between
    )


def is_name(
    words: Sequence[Word], cue: Cue | None, after: Sequence[Word], length: int, *, introduced: bool
) -> bool:
    """Tell whether a pair of marks that holds ``length`` words stands around a name or a term."""
    if length <= NAME_LENGTH and _follows_head(words, introduced=introduced):
        return True
    attributed, _ = attribution_after(after)
    if length <= SHORT + 1 and not attributed and _is_who_told(words, cue):
        return True
    begins_sentence = not words or words[-1].text == "."
    if attributed and (length > SHORT - 1 or begins_sentence):
        return False
    if length <= SHORT + 1 and _names_the_subject(words, cue, after):
        return True
    if length > SHORT:
        return False
    if introduced:
        return length == 1 and _is_subject_of_clause(words[-1].text, after)
    followed_by_colon = bool(after) and after[0].text == ":"
    return followed_by_colon or cue is None or cue.kind == "source" or len(words) - cue.at > CLOSE


def _follows_head(words: Sequence[Word], *, introduced: bool) -> bool:
    """Tell whether the noun that the marks' content names stands before them."""
    vocabulary = known()
    if words and words[-1].text == ":":
        before = words[-2].text if len(words) > 1 else ""
        return _is_among(before, vocabulary.titled) or before in vocabulary.credits
    near = [word.text for word in words[-2:] if word.is_word]
    if near and _is_among(near[-1], vocabulary.name_heads):
        return True
    return not introduced and len(near) > 1 and _is_among(near[0], vocabulary.name_heads)


def _is_among(text: str, heads: frozenset[str]) -> bool:
    return text in heads or without_clitics(text) in heads if text else False


def _is_subject_of_clause(last: str, after: Sequence[Word]) -> bool:
    """Tell whether one word after أن goes on as a sentence: «قال إن "داعش" انتهى»."""
    vocabulary = known()
    return (
        bool(after)
        and after[0].is_word
        and without_conjunction(last, vocabulary.that)
        and not without_conjunction(last, vocabulary.about_it)
    )


def _names_the_subject(words: Sequence[Word], cue: Cue | None, after: Sequence[Word]) -> bool:
    """Tell whether a verb, or its title, is followed by its subject in marks: أكد الوزير "لعمامرة" أن."""
    if cue is None or cue.kind not in ("said", "reported") or not after:
        return False
    if _goes_on_after_subject(words, cue, after):
        return True
    following = after[1] if not after[0].is_word and len(after) > 1 else after[0]
    if not (following.text in known().that or after[0].text == ":"):
        return False
    if cue.at == len(words) - 1 or words[-1].text == "ل":  # قال لـ"رويترز" إن
        return True
    title = noun_phrase(words, cue.at + 1)
    return title is not None and title[1] == len(words)


def _is_who_told(words: Sequence[Word], cue: Cue | None) -> bool:
    """Tell whether marks hold who told it: «أفاد به "وات"», «بحسب ما ذكرت "أ ف ب"»."""
    if cue is None or cue.kind not in ("said", "reported") or not words:
        return False
    between = [word.text for word in words[cue.at + 1 :]]
    if between and set(between) <= known().turning_back:
        return True
    before = [word.text for word in words[max(cue.at - 2, 0) : cue.at]]
    return (
        not between
        and len(before) > 1
        and before[1] == "ما"
        and without_conjunction(before[0], known().sources | {"علي"})
    )


def _goes_on_after_subject(words: Sequence[Word], cue: Cue, after: Sequence[Word]) -> bool:
    """Tell whether the subject in marks, or the noun it names, goes on to أن: «قال ضيف "بوليتيكا" في "…"، إن»."""
    last = words[-1].text
    if last == ":" or without_conjunction(last, known().that) or last in _ATTACHED:
        return False
    between = words[cue.at + 1 :]
    if not between or not all(word.is_word for word in between):
        return False
    for at, word in enumerate(after):
        if word.text in known().that:
            return True
        if word.text in (".", ":", ";") or (at and cue_at(after, at) is not None):
            return False
    return False
