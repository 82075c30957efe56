"""A few examples of each label from the project itself: from gold where there is any, else from one annotator's work."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model import GOLD, Annotation
from annotator.progress import Progress
from annotator.project.project import Project

EACH = 3
"""Examples of a label."""

MOST_ARTICLES = 300
"""Articles looked through: a label that is in none of them shows no example."""

AROUND = 30
"""Code points of the text shown on either side."""


@dataclass(frozen=True, slots=True)
class Example:
    """An annotation where it stands, with the words around it on its line."""

    article_id: str
    annotation: Annotation
    before: str
    words: str
    after: str
    is_gold: bool


def label_examples(
    project: Project, labels: Iterable[str], annotator: str, progress: Progress
) -> dict[str, tuple[Example, ...]]:
    """Return examples by label, of different words where there are such; labels without any are left out."""
    owner = GOLD if GOLD in project.annotating() else annotator
    summaries = project.summaries(owner)
    wanted = set(labels)
    found: dict[str, dict[str, Example]] = {}
    begun = [e for e in project.entries() if e.id in summaries and summaries[e.id].annotations]
    for number, entry in enumerate(begun[:MOST_ARTICLES]):
        progress(number, len(begun))
        text = project.article(entry.id).text
        for annotation in project.layer(entry.id, owner):
            known = found.setdefault(annotation.label, {})
            words = " ".join(annotation.span.of(text).split())
            if annotation.label in wanted and len(known) < EACH and words not in known:
                known[words] = _example(entry.id, annotation, text, words, is_gold=owner == GOLD)
        if all(len(found.get(label, ())) >= EACH for label in wanted):
            break
    return {label: tuple(known.values()) for label, known in found.items() if known}


def _example(
    article_id: str, annotation: Annotation, text: str, words: str, *, is_gold: bool
) -> Example:
    before = text[max(0, annotation.start - AROUND) : annotation.start].rpartition("\n")[2]
    after = text[annotation.end : annotation.end + AROUND].partition("\n")[0]
    if annotation.start - len(before) > 0 and len(before) == AROUND:
        before = before.partition(" ")[2]  # no word that is cut
    if annotation.end + len(after) < len(text) and len(after) == AROUND:
        after = after.rpartition(" ")[0]
    return Example(article_id, annotation, before, words, after, is_gold)
