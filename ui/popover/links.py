"""What the links box shows: the relations of one annotation, grouped by what they mean to it."""

from dataclasses import dataclass

from annotator.model import Annotation, Label, Layer, Relation, RelationType, Schema
from ui.widgets.lines import one_line


@dataclass(frozen=True, slots=True)
class Link:
    """One relation and the annotation at its other end."""

    relation: Relation
    other: str
    words: str
    label: Label | None


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """The links of one type in one direction. ``wanted`` is the label that may be linked here, None where none may."""

    type: str
    title: str
    links: tuple[Link, ...]
    is_incoming: bool = False
    wanted: str | None = None


def groups_of(
    annotation: Annotation, layer: Layer, text: str, schema: Schema, language: str
) -> tuple[LinkGroup, ...]:
    """Return the outgoing groups the schema offers, then what is there besides, then the incoming ones."""
    relations = layer.relations_of(annotation.id)
    outgoing = [r for r in relations if r.head == annotation.id]
    incoming = [r for r in relations if r.head != annotation.id]
    offered = {kind.name: kind for kind in schema.relations_from(annotation.label)}
    types = {kind.name: kind for kind in schema.relations}

    def group(name: str, found: list[Relation], *, is_incoming: bool) -> LinkGroup:
        links = [
            _link(r, r.head if is_incoming else r.dependent, layer, text, schema)
            for r in found
            if r.type == name
        ]
        links.sort(key=lambda link: layer[link.other].span)
        wanted = offered[name].dependent if name in offered and not is_incoming else None
        return LinkGroup(
            name, _title(types.get(name), name, language), tuple(links), is_incoming, wanted
        )

    names = dict.fromkeys([*offered, *(r.type for r in outgoing)])
    return tuple(group(name, outgoing, is_incoming=False) for name in names) + tuple(
        group(name, incoming, is_incoming=True) for name in dict.fromkeys(r.type for r in incoming)
    )


def _link(relation: Relation, other: str, layer: Layer, text: str, schema: Schema) -> Link:
    annotation = layer[other]
    words = one_line(text[annotation.start : annotation.end])
    return Link(relation, other, words, schema.label(annotation.label))


def _title(kind: RelationType | None, name: str, language: str) -> str:
    return kind.title(language) if kind else name
