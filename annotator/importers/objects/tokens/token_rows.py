"""Tokens of JSON files: a text made again from them, as near as it can be had, and where each of them is in it."""

from collections.abc import Sequence
from typing import NamedTuple

from annotator.importers.columns.token_text import SPACES, TokenText
from annotator.importers.objects.fields import as_list, as_number, as_object

Range = tuple[int, int]


class TokenRow(NamedTuple):
    """A text and the place of each token in it, as ranges of code points, an empty one where a token is empty."""

    text: str
    spans: list[Range]


def token_row(tokens: Sequence[object]) -> TokenRow | None:
    """Return the text of tokens that are objects of ``text``, with ``start`` or ``ws``; None where they are none."""
    objects = [as_object(token) or {} for token in tokens]
    forms = [token.get("text") for token in objects]
    words = [form for form in forms if isinstance(form, str)]
    if not words or len(words) != len(objects):
        return None
    starts = [as_number(token.get("start")) for token in objects]
    spans = [(s, s + len(w)) for s, w in zip(starts, words, strict=True) if s is not None]
    if len(spans) == len(words) and (placed := placed_row(words, spans)) is not None:
        return placed
    text, found = "", list[Range]()
    for word, token in zip(words, objects, strict=True):
        found.append((len(text), len(text) + len(word)))
        text += word + (" " if token.get("ws", True) is not False else "")
    return TokenRow(text.rstrip(" ") if words[-1].strip(" ") else text, found)


def placed_row(words: Sequence[str], spans: Sequence[Range], base: int = 0) -> TokenRow | None:
    """Return the text of words that stand where ``spans`` say, with spaces between; None where they cannot stand so."""
    text = ""
    for word, (start, end) in zip(words, spans, strict=True):
        if start - base < len(text) or end - start != len(word):
            return None
        text += " " * (start - base - len(text)) + word
    return TokenRow(text, [(start - base, end - base) for start, end in spans])


def joined_row(words: Sequence[str], join: str = SPACES) -> TokenRow:
    """Return the text of words that nobody says the places of, joined as CoNLL's are; an empty word takes no place."""
    made, found = TokenText(join), list[Range]()
    for word in words:
        if word:
            found.append(made.spans[made.add(word)])
        else:
            here = made.spans[-1][1] if made.spans else 0
            found.append((here, here))
    return TokenRow(made.text, found)


def aligned_row(text: str, words: Sequence[str]) -> TokenRow | None:
    """Return where words follow each other in a text that is there; None where they do not."""
    found: list[Range] = []
    place = 0
    for word in words:
        start = text.find(word, place)
        if start < 0 or text[place:start].strip():
            return None
        place = start + len(word)
        found.append((start, place))
    return TokenRow(text, found)


def ranges_in(value: object) -> list[Range]:
    """Return pairs of numbers, or an object of two lists of them, as ranges; nothing where one of them is none."""
    keys = as_object(value)
    if keys is not None:
        starts, ends = as_list(keys.get("start")) or [], as_list(keys.get("end")) or []
        pairs = [[s, e] for s, e in zip(starts, ends, strict=False)]
    else:
        pairs = [as_list(pair) or [] for pair in as_list(value) or ()]
    numbers = [[as_number(part) for part in pair] for pair in pairs]
    found = [(p[0], p[1]) for p in numbers if len(p) == 2 and p[0] is not None and p[1] is not None]
    return found if len(found) == len(numbers) else []
