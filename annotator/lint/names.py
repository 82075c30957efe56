"""Labels that the schema does not have, and links between labels that it does not allow."""

from collections.abc import Iterator

from annotator import edits
from annotator.lint.finding import Breach
from annotator.lint.page import Page
from annotator.model import Relation, Span


def unknown_labels(page: Page) -> Iterator[Breach]:
    """Find labels of another schema; the fix takes the one of the same name or title, written in whatever way."""
    meant = {
        word.casefold(): label.name
        for label in page.schema.labels
        for word in (label.title_ar, label.title_en, label.name)
    }
    for annotation in page.annotations:
        if annotation.label not in page.labels:
            label = meant.get(annotation.label.strip().casefold())
            fix = edits.relabel(annotation.id, label, page.layer) if label else None
            yield Breach(annotation.span, annotation.id, values=(annotation.label,), fix=fix)


def wrong_links(page: Page) -> Iterator[Breach]:
    """Find relations of unknown type, with ends of the wrong labels, or with an end that is not there.

    The last cannot be taken away, because it could not be put back.
    """
    types = {relation.name: relation for relation in page.schema.relations}
    for relation in sorted(page.layer.relations):
        known = types.get(relation.type)
        labels = [_label(page, end) for end in (relation.head, relation.dependent)]
        if known is None or labels != [known.head, known.dependent]:
            yield Breach(
                _place(page, relation),
                relation.head if relation.head in page.layer else None,
                relation.dependent if relation.dependent in page.layer else None,
                detail=f"{relation.type} {relation.head} {relation.dependent}",
                values=(relation.type,),
                fix=edits.unlink(relation) if None not in labels else None,
            )


def _label(page: Page, annotation_id: str) -> str | None:
    return page.layer[annotation_id].label if annotation_id in page.layer else None


def _place(page: Page, relation: Relation) -> Span:
    ends = [end for end in (relation.head, relation.dependent) if end in page.layer]
    return page.layer[ends[0]].span if ends else Span(0, 1)
