"""What is offered in the popover: values of an annotation, speakers of a quotation."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from annotator.model import Annotation, Relation, RelationType, Span
from ui.popover.choice_row import Choice
from ui.popover.draft import Draft, Subject

if TYPE_CHECKING:
    from ui.proposals.proposer import Proposed


class Chooser(Protocol):
    """What values an annotation could have."""

    def choices(self, label: str, span: Span) -> "tuple[Proposed, ...]": ...
    def wants_published(self, annotation: Annotation) -> bool: ...


def offered(draft: Draft, subject: Subject, chooser: Chooser | None) -> tuple[list[Choice], str]:
    """Return the choices for a draft, and what stands below them in place of the first one's reason, if anything."""
    kind = next(iter(subject.schema.relations_from(draft.now.label)), None)
    if kind is not None:
        return _speakers(draft, subject, kind), ""
    values = _values(draft, chooser)
    if values or chooser is None or not chooser.wants_published(draft.now):
        return values, ""
    return values, QCoreApplication.translate(
        "Choosing", "The value needs the article's day of publication: press Ctrl+D."
    )


def _values(draft: Draft, chooser: Chooser | None) -> list[Choice]:
    found = chooser.choices(draft.now.label, draft.now.span) if chooser else ()
    return [
        Choice(
            one.value,
            one.why,
            tuple(one.attributes.items()),
            is_taken=draft.now.attribute(one.attribute) == one.value,
        )
        for one in found
    ]


def _speakers(draft: Draft, subject: Subject, kind: RelationType) -> list[Choice]:
    from annotator.proposals import speakers
    from ui.proposals import reasons

    layer = draft.layer_as_drafted(subject.layer)
    linked = frozenset(layer.dependents(draft.now.id, kind.name))
    actors = [annotation for annotation in layer if annotation.label == kind.dependent]
    between = QCoreApplication.translate("Choosing", ", ", "between names")
    return [
        Choice(
            between.join(layer[actor].span.of(subject.text) for actor in proposal.actors),
            reasons.of_speaker(proposal.reason),
            links=frozenset(Relation(kind.name, draft.now.id, a) for a in proposal.actors),
            is_taken=linked >= frozenset(proposal.actors),
        )
        for proposal in speakers.propose(subject.text, draft.now.span, actors)
    ]
