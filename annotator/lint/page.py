"""One layer on its article, as the rules look at it."""

from collections.abc import Mapping
from functools import cached_property

from annotator import edits
from annotator.edits import Edit
from annotator.lint.text_facts import clusters
from annotator.lint.trimming import is_clean
from annotator.model import SPEAKER, Annotation, Article, Label, Layer, Schema, Span
from annotator.model.zone import is_covered, merged


class Page:
    """An article, a layer on it and the schema; ``names`` are words known to begin where they begin (no clitic)."""

    def __init__(
        self, article: Article, layer: Layer, schema: Schema, names: frozenset[str] = frozenset()
    ) -> None:
        """Take the values as they are: nothing is checked, a layer may be of another text or schema."""
        self.article = article
        self.text = article.text
        self.layer = layer
        self.schema = schema
        self._names = names

    @cached_property
    def annotations(self) -> tuple[Annotation, ...]:
        """The annotations that rules judge: those in the text and in scope, in reading order."""
        return tuple(
            a
            for a in self.layer.in_order
            if a.end <= len(self.text) and not is_covered(a.start, a.end, self.zones)
        )

    @cached_property
    def zones(self) -> list[Span]:
        return merged(self.layer.zones)

    @cached_property
    def labels(self) -> Mapping[str, Label]:
        return {label.name: label for label in self.schema.labels}

    @cached_property
    def quote_labels(self) -> frozenset[str]:
        """The labels of what somebody says: those that the schema links to a speaker."""
        return frozenset(r.head for r in self.schema.relations if r.name == SPEAKER)

    @cached_property
    def names(self) -> frozenset[str]:
        """Names that the caller knows and canonical names given in this layer."""
        given = (a.attribute("canonical") for a in self.layer.annotations.values())
        return self._names | frozenset(name for name in given if name)

    def is_edge(self, position: int) -> bool:
        return clusters(self.text).is_edge(position)

    def move(
        self, annotation: Annotation, start: int, end: int, *, clean: bool = True
    ) -> Edit | None:
        """Return the edit that gives an annotation another span, or None where that would make something worse.

        Worse is an edge that does not belong there (only asked with ``clean``) and, where the schema forbids crossing,
        a new crossing.
        """
        start, end = clusters(self.text).snap(start, end)
        if start >= end or (start, end) == (annotation.start, annotation.end):
            return None
        span = Span(start, end)
        if clean and not is_clean(self.text, start, end):
            return None
        if not self.schema.allow_crossing and self._crosses_more(annotation, span):
            return None
        return edits.move(annotation.id, span, self.layer)

    def remove(self, annotation: Annotation) -> Edit | None:
        """Return the edit that removes an annotation, or None where it could not be undone: a link leads nowhere."""
        ends = {
            end
            for relation in self.layer.relations_of(annotation.id)
            for end in (relation.head, relation.dependent)
        }
        if not ends <= self.layer.annotations.keys():
            return None
        return edits.remove(annotation.id, self.layer)

    def _crosses_more(self, annotation: Annotation, span: Span) -> bool:
        return any(
            span.crosses(other.span) and not annotation.span.crosses(other.span)
            for other in self.layer.annotations.values()
        )
