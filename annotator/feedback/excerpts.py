"""Annotations with the words around them."""

from dataclasses import dataclass

from annotator.model import Annotation

CONTEXT = 48
"""Characters shown before and after an annotation, at most."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An annotation with the words around it, of one line of the text."""

    lead: str
    words: str
    tail: str
    label: str
    start: int


def reading(annotation: Annotation, text: str) -> Reading:
    """Return an annotation in its line, with so many characters around it as a reader needs."""
    start, end = annotation.start, annotation.end
    first = max(start - CONTEXT, text.rfind("\n", 0, start) + 1)
    line_end = text.find("\n", end)
    last = min(end + CONTEXT, line_end if line_end >= 0 else len(text))
    lead, tail = text[first:start], text[end:last]
    if first and text[first - 1] != "\n":
        lead = "…" + lead.partition(" ")[2]
    if last < len(text) and text[last] != "\n":
        tail = tail.rpartition(" ")[0] + "…"
    return Reading(lead, text[start:end], tail, annotation.label, start)
