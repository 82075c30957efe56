"""Where else the words of an annotation stand, how sure it is that they mean the same, and what is there already."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import regex

from annotator.edits import AddAnnotation, Edit, starting, together
from annotator.model import Annotation, AttributeKind, Label, Layer, Span, new_id
from annotator.search.folded_text import SearchText
from annotator.search.query import Query, prepare
from annotator.search.words import Words, starts_a_word
from annotator.text.clitics import trim
from annotator.text.folding import fold_key
from annotator.text.lexicon.evidence import known_words, stems
from annotator.text.spelling.forms import name_keys

_WORD = regex.compile(r"[\p{L}\p{M}\u0640\u200c\u200d]+")
_WORD_BACK = regex.compile(r"(?r)[\p{L}\p{M}\u0640\u200c\u200d]*")


class Likeness(StrEnum):
    """How an occurrence resembles the annotation it was found for, the surest first."""

    SAME = "same"
    FOLDED = "folded"
    """Another spelling: hamza, marks, ة and ه, سوريا and سورية, عبد الله in one word."""
    CLITIC = "clitic"
    """Behind a letter of another word: وأرمينيا, or with ل and the article in one: للأمم."""


class Standing(StrEnum):
    """What the layer has where an occurrence is."""

    FREE = "free"
    TAGGED = "tagged"
    """Just this span with just this label."""
    OTHER_LABEL = "other_label"
    """Just this span with another label."""
    INSIDE = "inside"
    """Part of a longer annotation with the same label."""
    CROSSING = "crossing"
    """Some of it in an annotation and some not."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place to tag. ``proposed`` says whether it should be checked before anybody has looked."""

    article_id: str
    span: Span
    likeness: Likeness
    standing: Standing
    proposed: bool

    @property
    def can_be_tagged(self) -> bool:
        return self.standing != Standing.TAGGED


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The places in one article, and how many more lie out of scope."""

    places: tuple[Occurrence, ...]
    out_of_scope: int = 0


class Finder:
    """Finds the occurrences of one form in one text after the other."""

    def __init__(self, form: str, label: str) -> None:
        """``form`` is what the annotation covers; words that only contain it are no occurrences of it."""
        self._form = form
        self._keys = frozenset(name_keys(form))
        self._label = label
        self._matcher = prepare(Query(form, words=Words.CLITICS))

    def could_be_in(self, text: SearchText) -> bool:
        """Tell quickly whether the text holds the form at all, so that its layer need not be read otherwise."""
        return self._matcher.count(text) != 0

    def find(self, text: SearchText, layer: Layer) -> Occurrences:
        places: list[Occurrence] = []
        out_of_scope = 0
        for start, end in self._matcher.spans(text):
            span = Span(start, end)
            if any(zone.span.overlaps(span) for zone in layer.zones):
                out_of_scope += 1
                continue
            likeness = self._likeness(text.source, span)
            standing = _standing(span, self._label, layer)
            sure = likeness != Likeness.CLITIC or self._is_clitic(text.source, span)
            proposed = standing == Standing.FREE and sure
            places.append(Occurrence(layer.article_id, span, likeness, standing, proposed))
        return Occurrences(tuple(places), out_of_scope)

    def _likeness(self, source: str, span: Span) -> Likeness:
        found = span.of(source)
        if not starts_a_word(source, span.start) or self._keys.isdisjoint(name_keys(found)):
            return Likeness.CLITIC
        return Likeness.SAME if found == self._form else Likeness.FOLDED

    def _is_clitic(self, source: str, span: Span) -> bool:
        """Tell whether the letters in front are most likely no part of the word: in وفد and بكين they are."""
        if starts_a_word(source, span.start):  # للأمم: no letter is in front
            return True
        back, on = _WORD_BACK.search(source, 0, span.start), _WORD.match(source, span.start)
        begin = back.start() if back else span.start
        word = source[begin : on.end() if on else span.end]
        if fold_key(word) in stems() or fold_key(word) in known_words():
            return False
        return trim(word, frozenset([self._form])).best_start == span.start - begin


def tagging(
    spans: Sequence[Span], label: str, attributes: Mapping[str, str], layer: Layer
) -> Edit | None:
    """Return the edit that tags these spans of one layer, but for those that have the label; None if none is left."""
    new = [
        AddAnnotation(Annotation(new_id(), span, label, dict(attributes)))
        for span in spans
        if all(known.label != label for known in layer.covering_exactly(span))
    ]
    edit = together(new)
    return starting(edit, layer) if edit else None


def transferable(annotation: Annotation, label: Label | None) -> dict[str, str]:
    """Return the attributes that hold for every occurrence of the same words: names do, dates do not."""
    dates: Iterable[str] = (
        () if label is None else (a.name for a in label.attributes if a.kind == AttributeKind.DATE)
    )
    return {name: text for name, text in annotation.attributes.items() if name not in set(dates)}


def _standing(span: Span, label: str, layer: Layer) -> Standing:
    there = [annotation for annotation in layer.in_order if annotation.span.overlaps(span)]
    exact = [annotation for annotation in there if annotation.span == span]
    if any(annotation.label == label for annotation in exact):
        return Standing.TAGGED
    if exact:
        return Standing.OTHER_LABEL
    if any(annotation.span.crosses(span) for annotation in there):
        return Standing.CROSSING
    if any(a.label == label and a.span.contains(span) for a in there):
        return Standing.INSIDE
    return Standing.FREE
