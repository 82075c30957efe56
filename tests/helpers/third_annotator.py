"""A third annotator of the sample, made by a script: some edges moved, some annotations missed, values and links changed."""

from dataclasses import replace
from random import Random

from annotator.model import Annotation, Layer, Relation, Span, Status
from annotator.project import Project
from annotator.text.graphemes import snap
from tests.helpers.projects import put_layer

NAME = "c"


def third_annotator(project: Project, name: str = NAME, seed: int = 11) -> str:
    """Add an annotator who worked from the first one's layers, on every article, and finished; return the name."""
    first = project.annotators()[0]
    for entry in project.entries():
        layer = project.layer(entry.id, first)
        if layer.status == Status.DONE:
            text = project.article(entry.id).text
            put_layer(project, apart(layer, text, name, Random(f"{seed} {entry.id}")))
    return name


def apart(layer: Layer, text: str, name: str, rng: Random) -> Layer:
    """Return a layer with one annotation in ten missed, one in eight with other edges, values and links changed."""
    made: dict[str, Annotation] = {}
    for number, one in enumerate(layer.in_order):
        if rng.random() < 0.1:
            continue
        new = replace(one, id=f"{name}{number:011x}"[:12])
        if rng.random() < 0.12:
            new = replace(new, span=moved(text, one, rng))
        if new.attributes and rng.random() < 0.3:
            key = sorted(new.attributes)[0]
            new = new.with_attribute(key, rng.choice([f"{new.attribute(key)} 2", ""]))
        made[one.id] = new
    links = frozenset(
        Relation(link.type, made[link.head].id, made[link.dependent].id)
        for link in sorted(layer.relations)
        if link.head in made and link.dependent in made and rng.random() < 0.8
    )
    return Layer(
        name,
        layer.article_id,
        Status.DONE,
        {one.id: one for one in made.values()},
        links,
        layer.zones,
    )


def moved(text: str, one: Annotation, rng: Random) -> Span:
    """Return the span a word shorter or longer at its end, or without its first letter, on the edges of letters."""
    start, end = one.start, one.end
    way = rng.randrange(3)
    space = text.rfind(" ", start + 1, end)
    if way == 0 and space > 0:
        end = space
    elif way == 1 and (nxt := text.find(" ", min(end + 1, len(text) - 1))) > 0:
        end = nxt
    elif end - start > 2:
        start += 1
    return Span(*snap(text, start, end))
