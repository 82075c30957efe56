"""The words for how two annotators' spans compare, and for why their edges differ."""

from enum import StrEnum


class Kind(StrEnum):
    """What one aligned pair of annotations, or one without a partner, is.

    The values are the keys of the JSON report. Alignment tries them in this order; see `matching`.
    """

    EXACT = "exact"
    LABEL = "label"
    """The same span under two labels."""
    BOUNDARY = "boundary"
    """The same label on overlapping spans."""
    LABEL_BOUNDARY = "label_boundary"
    """Two labels on spans that share at least half of what they cover together."""
    SPLIT = "split"
    """A further piece of what the other annotator made in one."""
    ONLY_A = "only_a"
    ONLY_B = "only_b"


class Cause(StrEnum):
    """Why the edges of an aligned pair differ, where one guideline line would settle it."""

    CLITIC = "clitic"
    """Only و ف ب ل ك س before the word."""
    ARTICLE = "article"
    """Only ال."""
    PUNCTUATION = "punctuation"
    """Only punctuation, white space or marks."""
    TITLE = "title"
    """Only a title in front of a name, such as الرئيس الروسي."""
    OUTER_WORD = "outer_word"
    """Only one word, at one edge or at each."""
