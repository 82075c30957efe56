"""An annotation in words: its label's title in the language of the window, and what it covers."""

from annotator.model import Annotation, Schema
from ui import i18n
from ui.widgets.lines import one_line

LONGEST = 40
"""Letters of what is covered that one message repeats."""


def title_of(label: str, schema: Schema | None) -> str:
    """Return a label's title in the language of the window; the name itself where the schema does not know it."""
    known = schema.label(label) if schema else None
    return known.title(i18n.current()) if known else label


def label_and_words(annotation: Annotation, text: str, schema: Schema | None) -> str:
    """Return ``Actor الرئيس``, with the words kept from reordering what they stand in."""
    words = i18n.isolate(one_line(text[annotation.start : annotation.end], LONGEST))
    return f"{title_of(annotation.label, schema)} {words}"
