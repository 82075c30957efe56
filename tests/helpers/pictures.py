"""Layers as text: ``قال [بوتين:actor]`` is an article with one annotation."""

import re

from annotator.model import Annotation, Layer, Span, Status, article_id

_CLOSING = re.compile(r":([a-z][a-z0-9_]*)\]")


def picture(drawing: str, annotator: str = "sara") -> tuple[str, Layer]:
    """Return the text and the layer that a drawing shows. Brackets nest; ids are a1, a2 ... by where they open."""
    text = ""
    opened: list[tuple[str, int]] = []
    annotations: dict[str, Annotation] = {}
    count = 0
    position = 0
    while position < len(drawing):
        closing = _CLOSING.match(drawing, position)
        if drawing[position] == "[":
            count += 1
            opened.append((f"a{count}", len(text)))
        elif closing and opened:
            name, start = opened.pop()
            annotations[name] = Annotation(name, Span(start, len(text)), closing[1])
            position = closing.end()
            continue
        else:
            text += drawing[position]
        position += 1
    if opened:
        raise ValueError(f"{drawing!r} leaves a bracket open")
    status = Status.IN_PROGRESS if annotations else Status.NEW
    return text, Layer(annotator, article_id(text), status, annotations)


def selection(drawing: str) -> tuple[str, Span]:
    """Return the text and the span of a drawing with one pair of plain brackets: ``قال [بوتين]``."""
    start = drawing.index("[")
    end = drawing.index("]", start) - 1
    return drawing.replace("[", "", 1).replace("]", "", 1), Span(start, end)


def draw(text: str, layer: Layer) -> str:
    """Return the drawing of a layer, the inverse of `picture`. Crossing annotations cannot be drawn."""
    annotations = list(layer)
    opening: dict[int, str] = {}
    closing: dict[int, str] = {}
    for annotation in reversed(annotations):  # the inner closes first
        if any(annotation.span.crosses(other.span) for other in annotations):
            raise ValueError(f"annotation {annotation.id} crosses another and cannot be drawn")
        opening[annotation.start] = opening.get(annotation.start, "") + "["
        closing[annotation.end] = closing.get(annotation.end, "") + f":{annotation.label}]"
    return "".join(
        closing.get(i, "") + opening.get(i, "") + text[i : i + 1] for i in range(len(text) + 1)
    )
