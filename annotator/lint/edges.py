"""Annotations whose first or last character is not part of the expression."""

from collections.abc import Iterator
from functools import partial

from annotator import edits
from annotator.lint.finding import Breach
from annotator.lint.page import Page
from annotator.lint.text_facts import clusters
from annotator.lint.trimming import Unwanted, trim
from annotator.model import Span


def _on(unwanted: Unwanted, page: Page) -> Iterator[Breach]:
    for annotation in page.annotations:
        start, end, found = trim(page.text, annotation.start, annotation.end)
        if found != unwanted:
            continue
        fix = page.remove(annotation) if start >= end else page.move(annotation, start, end)
        before = page.text[annotation.start : start]
        after = page.text[max(end, start) : annotation.end]
        yield Breach(annotation.span, annotation.id, values=(before, after), fix=fix)


on_spaces = partial(_on, Unwanted.SPACE)
on_punctuation = partial(_on, Unwanted.PUNCTUATION)
on_marks = partial(_on, Unwanted.MARK)


def inside_characters(page: Page) -> Iterator[Breach]:
    """Find edges between a letter and its marks, or inside an emoji."""
    for annotation in page.annotations:
        if page.is_edge(annotation.start) and page.is_edge(annotation.end):
            continue
        whole = clusters(page.text).snap(annotation.start, annotation.end)
        fix = page.move(annotation, *whole, clean=False)
        yield Breach(annotation.span, annotation.id, fix=fix)


def outside_text(page: Page) -> Iterator[Breach]:
    """Find annotations that run past the end of the text: made for another text than this one."""
    length = len(page.text)
    for annotation in page.layer.in_order:
        if annotation.end <= length:
            continue
        fix = page.remove(annotation)
        if annotation.start < length:
            fix = edits.move(annotation.id, Span(annotation.start, length), page.layer)
        yield Breach(annotation.span, annotation.id, fix=fix)
