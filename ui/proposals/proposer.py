"""What is proposed for an annotation: where it begins, and the value of its date or name."""

from collections.abc import Callable
from dataclasses import dataclass

from annotator.model import Annotation, AttributeKind, CliticPolicy, Label, Span
from annotator.proposals import clitic_edges, name_choices
from ui.names.known_names import KnownNames
from ui.proposals import reasons
from ui.session import Session

LONGEST_NAME = 60
"""Letters: what is longer is no name to write into a field."""

MOD = "mod"
"""The attribute that says which part of a date's period is meant, where a schema has it."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A value for one attribute, why, and what belongs with it."""

    attribute: str
    value: str
    why: str
    also: tuple[tuple[str, str], ...] = ()
    explains: bool = True
    """Whether the reason still tells something once the value is there: of a date it does, of a name it does not."""

    @property
    def attributes(self) -> dict[str, str]:
        return {self.attribute: self.value, **dict(self.also)}


class ValueProposer:
    """Answers from the open article and what the project knows."""

    def __init__(
        self, session: Session, known: KnownNames, fills_at_once: Callable[[], bool]
    ) -> None:
        self._session = session
        self._known = known
        self._fills_at_once = fills_at_once
        self.kept: Span | None = None
        """A selection that the annotator wants tagged as it is."""

    def edge(self, label: str, span: Span) -> Span:
        """Return the span without the clitics that the label leaves outside."""
        return span if span == self.kept else self.proposed_edge(label, span)

    def proposed_edge(self, label: str | None, span: Span) -> Span:
        """Return the same without regard to what is kept; ``label`` None stands for labels in general."""
        article = self._session.article
        if article is None:
            return span
        known = self._label(label) if label else None
        policy = known.clitics if known else CliticPolicy.STRIP
        return clitic_edges.proposed(article.text, span, policy, self._known.names_with)

    def attributes(self, label: str, span: Span) -> dict[str, str]:
        """Return the values that an annotation begins with: those proposed, where the settings say so."""
        found = self.propose(label, span) if self._fills_at_once() else None
        return found.attributes if found else {}

    def propose(self, label: str, span: Span) -> Proposed | None:
        """Return the value of a date or the canonical name of what is marked, by what the label carries."""
        article, schema_label = self._session.article, self._label(label)
        if article is None or schema_label is None:
            return None
        for attribute in schema_label.attributes:
            if attribute.kind == AttributeKind.DATE:
                from annotator.proposals import date_values

                found = date_values.propose(article.text, span, article.published)
                if found is None:
                    return None
                also = ((MOD, found.mod),) if found.mod and schema_label.attribute(MOD) else ()
                why = reasons.of_date(found.value, found.reason)
                return Proposed(attribute.name, found.value, why, also)
            if attribute.kind == AttributeKind.NAME:
                written = " ".join(span.of(article.text).split())
                name = self._known.used.propose(label, written, self._known.registry)
                if name is None:
                    return None
                return Proposed(
                    attribute.name, name.canonical, reasons.of_name(name), explains=False
                )
        return None

    def choices(self, label: str, span: Span) -> tuple[Proposed, ...]:
        """Return the values to choose from, the likeliest first: of a name up to three, of a date the one it has."""
        article, schema_label = self._session.article, self._label(label)
        names = (
            (a for a in schema_label.attributes if a.kind == AttributeKind.NAME)
            if schema_label
            else ()
        )
        attribute = next(iter(names), None)
        if article is None or attribute is None:
            found = self.propose(label, span)
            return (found,) if found else ()
        written = " ".join(span.of(article.text).split())
        if len(written) > LONGEST_NAME:
            return ()
        return tuple(
            Proposed(attribute.name, name.canonical, reasons.of_name(name), explains=False)
            for name in name_choices.choices(label, written, self._known.used, self._known.registry)
        )

    def wants_published(self, annotation: Annotation) -> bool:
        """Tell whether a date only lacks the article's day of publication."""
        article, label = self._session.article, self._label(annotation.label)
        if article is None or article.published or label is None:
            return False
        if not any(a.kind == AttributeKind.DATE for a in label.attributes):
            return False
        from annotator.proposals import date_values

        return date_values.needs_published(article.text, annotation.span)

    def _label(self, label: str) -> Label | None:
        project = self._session.project
        return project.schema.label(label) if project else None
