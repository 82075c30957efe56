"""What annotations carry beside their words: in the tip of a mark, and as the table under an article."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotator.model import Annotation, Article, Layer, Schema
from annotator.pages.markup import attribute, bdi, escape
from annotator.pages.words import Words

LONGEST = 160
"""Characters of an annotation's words that the table shows."""

SHORT = 16
"""Characters of a value that is never broken over lines: a date is not one at its hyphens."""

Numbers = Mapping[str, int]
"""The number of each annotation in its article, from 1 on in reading order, by id."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How one article's annotations are called on a page."""

    article: Article
    layer: Layer
    schema: Schema
    words: Words
    numbers: Numbers

    def title(self, label: str) -> str:
        found = self.schema.label(label)
        return found.title(self.words.language) if found else label

    def name(self, annotation: Annotation) -> str:
        return f"{self.title(annotation.label)} {self.numbers[annotation.id]}"

    def anchor(self, annotation: Annotation) -> str:
        return f"{self.article.id}-{self.numbers[annotation.id]}"

    def values(self, annotation: Annotation) -> list[tuple[str, str]]:
        """Return what attributes are called and hold, those of the schema first and in its order."""
        label = self.schema.label(annotation.label)
        known = label.attributes if label else ()
        titles = {one.name: one.title(self.words.language) for one in known}
        order = [*titles, *(name for name in annotation.attributes if name not in titles)]
        return [
            (titles.get(name, name), annotation.attributes[name])
            for name in order
            if annotation.attributes.get(name)
        ]

    def links(self, annotation: Annotation) -> Iterator[tuple[str, Annotation]]:
        """Yield what the annotation is linked to as a head: what the link is called, and the other end."""
        titles = {one.name: one.title(self.words.language) for one in self.schema.relations}
        for relation in self.layer.relations_of(annotation.id):
            if relation.head == annotation.id and relation.dependent in self.layer:
                yield titles.get(relation.type, relation.type), self.layer[relation.dependent]

    def tip(self, annotation: Annotation) -> str:
        """Return what a mark says to the pointer, a line for each thing."""
        said = [self.name(annotation)]
        said += [f"{title}: {value}" for title, value in self.values(annotation)]
        said += [
            f"{title}: {self.shortened(other)} ({self.name(other)})"
            for title, other in self.links(annotation)
        ]
        if annotation.note:
            said.append(f"{self.words.note}: {annotation.note}")
        return "\n".join(said)

    def shortened(self, annotation: Annotation) -> str:
        found = " ".join(annotation.span.of(self.article.text).split())
        return found if len(found) <= LONGEST else f"{found[: LONGEST - 1]}…"


def table(naming: Naming) -> str:
    """Return the table of an article's annotations; a column that would be empty is left out."""
    words, found = naming.words, naming.layer.in_order
    if not found:
        return f'<p class="meta">{words.nothing}</p>\n'
    rows = [_row(naming, one) for one in found]
    heads = [
        words.number,
        words.label,
        words.text,
        words.values,
        words.links,
        words.note,
        words.place,
    ]
    shown = [n for n in range(len(heads)) if any(row[n] for row in rows)]
    head = "".join(
        f"<th{attribute('title', words.place_note) if heads[n] == words.place else ''}>{heads[n]}</th>"
        for n in shown
    )
    return (
        f"<h2>{words.listed}</h2>\n<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n"
        + "".join(
            f"<tr>{''.join(f'<td{_CLASS.get(n, str())}>{row[n]}</td>' for n in shown)}</tr>\n"
            for row in rows
        )
        + "</tbody>\n</table>\n"
    )


_CLASS = {0: ' class="o"', 1: ' class="o"', 3: ' class="v"', 6: ' class="o"'}
"""The columns that keep on one line, and the one that is wide enough for a value."""


def _row(naming: Naming, annotation: Annotation) -> tuple[str, ...]:
    values = "<br>".join(
        f"{bdi(title)}: {bdi(value, whole=len(value) <= SHORT)}"
        for title, value in naming.values(annotation)
    )
    links = "<br>".join(
        f'{bdi(title)}: <a href="#{naming.anchor(other)}">{bdi(naming.shortened(other))}</a>'
        for title, other in naming.links(annotation)
    )
    number = f'<a href="#{naming.anchor(annotation)}">{naming.numbers[annotation.id]}</a>'
    return (
        number,
        escape(naming.title(annotation.label)),
        bdi(naming.shortened(annotation)),
        values,
        links,
        bdi(annotation.note) if annotation.note else "",
        f'<bdi dir="ltr">{annotation.start}–{annotation.end}</bdi>',
    )
