"""Annotations that begin or end at another letter than they should: a clitic or a title inside, a word cut."""

from collections.abc import Iterator

import regex

from annotator.lint.finding import Breach
from annotator.lint.page import Page
from annotator.lint.text_facts import clusters
from annotator.model import Annotation, AttributeKind, CliticPolicy
from annotator.text.clitics import candidate_starts, trim
from annotator.text.folding import fold

SHORTEST_NAME = 2
"""Words of a canonical name that what stands before it can be told from."""

_WORD = regex.compile(r"[\p{L}\p{M}\u0640\u200c\u200d]+")
_IN_WORD = regex.compile(r"[\p{L}\p{M}\u0640\u200c\u200d]")


def clitics(page: Page) -> Iterator[Breach]:
    """Find clitics inside annotations of labels that leave them outside."""
    for annotation in page.annotations:
        if not _strips(page, annotation):
            continue
        start = _proposed_start(page, annotation.start, annotation.end)
        if annotation.start < start < annotation.end:
            clitic = page.text[annotation.start : start]
            fix = page.move(annotation, start, annotation.end)
            yield Breach(annotation.span, annotation.id, values=(clitic,), fix=fix)


def cut_words(page: Page) -> Iterator[Breach]:
    """Find annotations that leave out letters of their first or last word, clitics and the article apart."""
    for annotation in page.annotations:
        start, end = _whole_words(page, annotation, annotation.start, annotation.end)
        if (start, end) == (annotation.start, annotation.end):
            continue
        is_whole = _whole_words(page, annotation, start, end) == (start, end)
        fix = page.move(annotation, start, end) if is_whole else None
        yield Breach(annotation.span, annotation.id, values=(page.text[start:end],), fix=fix)


def titles(page: Page) -> Iterator[Breach]:
    """Find annotations whose last words are their canonical name: a title or a nationality stands before it.

    Names of one word are left alone: جمهورية أذربيجان is as good a name as أذربيجان.
    """
    for annotation in page.annotations:
        label = page.labels.get(annotation.label)
        for attribute in label.attributes if label else ():
            name = annotation.attribute(attribute.name)
            if attribute.kind != AttributeKind.NAME or len(name.split()) < SHORTEST_NAME:
                continue
            words, known = fold(annotation.span.of(page.text)), fold(name).text
            before = words.text.removesuffix(known)
            if before != words.text and before and not before[-1].isalnum():
                first, _ = words.to_source(len(before), len(words.text))
                start = annotation.start + first
                title = page.text[annotation.start : start]
                fix = page.move(annotation, start, annotation.end)
                yield Breach(annotation.span, annotation.id, values=(title,), fix=fix)
                break


def _whole_words(page: Page, annotation: Annotation, start: int, end: int) -> tuple[int, int]:
    """Return a range widened to where its first word may begin and its last one ends, on grapheme edges."""
    before = start, end
    if _is_inside_word(page.text, start):
        allowed = candidate_starts(page.text, start, end, article=True)
        if start not in allowed:
            strips = _strips(page, annotation)
            start = _proposed_start(page, start, end) if strips else allowed[0]
    if _is_inside_word(page.text, end):
        word = _WORD.match(page.text, end)
        end = word.end() if word else end
    return before if (start, end) == before else clusters(page.text).snap(start, end)


def _strips(page: Page, annotation: Annotation) -> bool:
    label = page.labels.get(annotation.label)
    return label is not None and label.clitics == CliticPolicy.STRIP


def _proposed_start(page: Page, start: int, end: int) -> int:
    """Return where a label on the word at ``start`` should begin; just there where that is no word."""
    begin = candidate_starts(page.text, start, end)[:1]
    word = _WORD.match(page.text, begin[0]) if begin else None
    if word is None:
        return start
    return word.start() + trim(word.group(), page.names).best_start


def _is_inside_word(text: str, position: int) -> bool:
    around = text[max(position - 1, 0) : position + 1]
    return len(around) == 2 and position > 0 and all(map(_IN_WORD.match, around))
