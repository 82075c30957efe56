"""What several engines found for an article, put together to one list that fits itself and what is annotated already."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.model import Annotation, Span
from annotator.suggest.shelves import Shelves
from annotator.suggest.values import SHOWN_FROM, Engine, Found

DOUBTED: Mapping[str, float] = {Engine.NAMES: 0.75, Engine.SEED: 0.5}
"""What is left of the score of a name that a trained model does not see where it stands.

Chosen on the sample, leaving one article out: about half of such names were right where somebody had tagged them, fewer
where nobody had.
"""

Labelled = tuple[str, Found]
"""A label and what was found for it."""


def with_model(names: Sequence[Found], model: Sequence[Found]) -> list[Found]:
    """Put the names of a label together with what its model found in the same text.

    Where both have the same span, the more certain one counts, with the reason of the name, which says more; a name that only
    overlaps gives way, and one that the model passed over is doubted.
    """
    shown = [one for one in model if one.score >= SHOWN_FROM]
    seen = Shelves((one.span, one) for one in shown)
    known = {one.span: one for one in names}
    found = [
        replace(known[one.span], score=max(one.score, known[one.span].score))
        if one.span in known
        else one
        for one in shown
    ]
    passed_over = (name for name in names if not any(seen.over(name.span)))
    found += (
        replace(name, score=name.score * DOUBTED.get(name.engine, 1.0)) for name in passed_over
    )
    return found


def without_overlaps(found: Iterable[Found]) -> list[Found]:
    """Keep of what one label has the more certain, then the longer, where two overlap."""
    kept: Shelves[Found] = Shelves()
    found_apart: list[Found] = []
    for one in sorted(found, key=lambda f: (-f.score, -len(f.span), f.span.start)):
        if not any(kept.over(one.span)):
            kept.put(one.span, one)
            found_apart.append(one)
    return found_apart


def fitting(found: Iterable[Labelled], date: str | None) -> list[Labelled]:
    """Keep of what several labels have what may stand together, the more certain first.

    No two cross, no two have the same span, and nothing is part of a date.
    """
    kept: Shelves[str] = Shelves()
    together: list[Labelled] = []
    for label, one in sorted(found, key=_certainty):
        span = one.span
        if all(_goes_with(label, span, there, other, date) for there, other in kept.over(span)):
            kept.put(span, label)
            together.append((label, one))
    return sorted(together, key=lambda pair: (pair[1].span.start, -pair[1].span.end, pair[0]))


def _certainty(pair: Labelled) -> tuple[float, int, int, str]:
    label, one = pair
    return -one.score, -len(one.span), one.span.start, label


def _goes_with(label: str, span: Span, there: Span, other: str, date: str | None) -> bool:
    if span == there or span.crosses(there):
        return False
    if label != date and other == date and there.contains(span):
        return False
    return not (label == date and other != date and span.contains(there))


class Taken:
    """What an article has already, and what could still be made there."""

    def __init__(self, annotations: Iterable[Annotation]) -> None:
        self._there = Shelves((one.span, one.label) for one in annotations)

    def leaves(self, label: str, span: Span) -> bool:
        """Tell whether nothing with the label overlaps a span, and nothing stands just there or crosses it."""
        return not any(
            other == label or there == span or there.crosses(span)
            for there, other in self._there.over(span)
        )
