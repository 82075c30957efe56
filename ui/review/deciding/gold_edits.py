"""Gold as it is edited in the article: each edit becomes a decision, each a step of undo."""

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator import edits
from annotator.edits import Edit, together
from annotator.errors import AnnotatorError
from annotator.model import Annotation, Layer, Origin, Relation, Schema, Span, Zone, new_id
from annotator.proposals import clitic_edges
from annotator.review.rows import Row, RowKind
from annotator.review.steps import now, on_article
from ui.article import selecting
from ui.review.context import ReviewContext
from ui.review.deciding.compare_page import ComparePage
from ui.review.deciding.gold_popover import GoldPopover
from ui.widgets.announcing import announce


class GoldEdits(QObject):
    """Listens to the cluster view: labels, edges, zones, deletions, and the popover at gold's annotations."""

    def __init__(self, context: ReviewContext, page: ComparePage, window: QWidget) -> None:
        super().__init__(context)
        self._context, self._page, self._view = context, page, page.view
        slot = context.slot
        self.popover = GoldPopover(context, page, window)
        self.popover.stored.connect(slot(self._store))
        self.popover.deletion_meant.connect(slot(self._delete))
        page.edit_meant.connect(slot(self._edit))
        page.view.label_pressed.connect(slot(self._tag))
        page.panel.label_meant.connect(slot(lambda label: self._tag(label, False)))
        page.view.edge_moved.connect(slot(self._move))
        page.removal_meant.connect(slot(self._remove_current))
        page.zone_meant.connect(slot(self._toggle_zone))

    # -- what was meant

    def _tag(self, label: str, beside: bool) -> None:
        """Put the selected words into gold; where gold has just them, give them the other label."""
        selection = self._view.selection
        found = selection and selecting.trimmed(self._view.text, selection.start, selection.end)
        if not found:
            return
        gold, span = self._gold(), self._edge(label, found)
        there = next(iter(gold.covering_exactly(span)), None)
        if there is not None and there.label == label:
            self._settle_on(there.span, label)
            return
        if there is not None and not beside:
            values = self._schema().carried(there.attributes, there.label, label)
            edit: Edit = edits.ChangeAnnotation(
                there, replace(there, label=label, attributes=values)
            )
        else:
            made = Annotation(new_id(), span, label, origin=Origin.ADJUDICATED)
            edit = edits.AddAnnotation(made)
        self._carry_out(edit, self.tr("put into gold"))
        self._settle_on(span, label)
        announce(self._view, self.tr("In gold"))

    def _move(self, annotation_id: str, span: Span) -> None:
        edge = self._view.edge
        self._carry_out(
            edits.move(annotation_id, span, self._gold()),
            self.tr("move gold's edge"),
            f"move {annotation_id}",
        )
        if edge is not None and self._view.current is not None:
            self._view.edge = edge
            self._view.viewport().update()

    def _delete(self, annotation_id: str) -> None:
        gold = self._gold()
        if annotation_id in gold:
            self._carry_out(edits.remove(annotation_id, gold), self.tr("take out of gold"))

    def _remove_current(self) -> None:
        current = self._view.current
        if current is not None:
            self._delete(current)
        elif self._page.current is not None:
            raise AnnotatorError(self.tr("There is nothing in gold here to take away."))

    def _toggle_zone(self) -> None:
        """Mark the selection out of scope in gold, or put the region there back in scope."""
        gold, view = self._gold(), self._view
        place = view.selection or Span(view.caret, view.caret + 1)
        here = next((zone for zone in sorted(gold.zones) if zone.span.overlaps(place)), None)
        if here is not None:
            self._carry_out(edits.RemoveZone(here), self.tr("put back in scope in gold"))
        elif view.selection is not None:
            edit = edits.AddZone(Zone(view.selection))
            self._carry_out(edit, self.tr("mark out of scope in gold"))
        else:
            raise AnnotatorError(self.tr("Select the text that is out of scope first."))
        view.place_caret(place.start)

    def _edit(self, row: Row) -> None:
        """Open the popover at a row's gold, or at what most have where gold has nothing yet."""
        shown = self._page.shown
        if shown is None or shown.may_decide:
            return
        if row.kind == RowKind.ZONE:
            raise AnnotatorError(self.tr("A region has no label: 1–8 or 0 decides it."))
        gold = shown.gold
        if row.kind == RowKind.LINK and row.link is not None:
            self.popover.edit(gold[row.link.relation.head], None)
        elif row.gold:
            current = self._view.current
            one = gold[current] if current in {g.id for g in row.gold} and current else row.gold[0]
            self.popover.edit(one, None)
        else:
            self.popover.edit(_first_draft(row), row)

    def _store(self, before: Annotation, after: Annotation, edit: "Edit | None") -> None:
        """Carry out what was made in the popover as one step."""
        gold = self._gold()
        if before.id in gold:
            if edit is not None:
                self._carry_out(edit, self.tr("edit gold"))
            return
        row = self.popover.row
        if row is not None:
            self._take_edited(row, after, edit)

    # -- inside

    def _take_edited(self, row: Row, after: Annotation, edit: "Edit | None") -> None:
        """Decide an open row with what the popover has, its links and note included."""
        from annotator.review.case import combined

        article_id = self._article_id()
        case = self._context.case(article_id)
        by = self._by()
        step = case.take_edit(row, after.span, after.label, dict(after.attributes), **by)
        steps, later = [step], case.after(step)
        made = next(a for a in later.gold.covering_exactly(after.span) if a.label == after.label)
        rest = _rest(edit, after, made)
        if rest is not None:
            more = later.edit_gold(rest, **by)
            steps.append(more)
        self._context.gold.take(
            [on_article(article_id, case, combined(steps))], self.tr("decide with an edit")
        )

    def _carry_out(self, edit: Edit, title: str, merges_with: str = "") -> None:
        article_id = self._article_id()
        case = self._context.case(article_id)
        step = case.edit_gold(edit, **self._by())
        self._context.gold.take(
            [on_article(article_id, case, step)], title, merges_with=merges_with
        )

    def _by(self) -> dict[str, str]:
        why = self._page.panel.take_reason()
        return {"who": self._context.session.annotator, "when": now(), "why": why}

    def _settle_on(self, span: Span, label: str) -> None:
        """Go to the row of what was just put into gold."""
        shown = self._page.shown
        if shown is None:
            return
        row = next(
            (
                row
                for row in shown.rows
                if any((one.span, one.label) == (span, label) for one in row.gold)
            ),
            None,
        )
        self._view.place_caret(span.end)
        if row is not None:
            self._page.go_to(row)

    def _edge(self, label: str, span: Span) -> Span:
        """Return the span without the clitics that the label leaves outside, as the annotator's own keys do.

        What an annotator has just so is taken as it is.
        """
        shown, known = self._page.shown, self._schema().label(label)
        layers = shown.layers.values() if shown is not None else ()
        if known is None or any(layer.covering_exactly(span) for layer in layers):
            return span
        return clitic_edges.proposed(self._view.text, span, known.clitics, lambda _word: 0)

    def _schema(self) -> Schema:
        assert self._page.shown is not None
        return self._page.shown.schema

    def _article_id(self) -> str:
        assert self._page.shown is not None
        return self._page.shown.article.id

    def _gold(self) -> Layer:
        return self._context.gold.layer(self._article_id())


def _first_draft(row: Row) -> Annotation:
    """Return what most have, as the beginning of an edit; of the values those that most gave."""
    from annotator.adjudication.ballots import vote_attributes

    cluster = row.cluster
    if cluster is None:
        label = next(iter(row.labels), "")
        return Annotation(new_id(), row.span, label, origin=Origin.ADJUDICATED)
    first = cluster.variants[0]
    votes = vote_attributes(cluster, first.label)
    values = {vote.name: vote.chosen for vote in votes if vote.chosen}
    return Annotation(new_id(), first.span, first.label, values, origin=Origin.ADJUDICATED)


def _rest(edit: "Edit | None", drafted: Annotation, made: Annotation) -> "Edit | None":
    """Return the links and the note of a draft as edits of what was made of it."""
    parts: list[Edit] = []
    if drafted.note:
        parts.append(edits.ChangeAnnotation(made, replace(made, note=drafted.note)))
    for relation in _links(edit):
        head = made.id if relation.head == drafted.id else relation.head
        dependent = made.id if relation.dependent == drafted.id else relation.dependent
        parts.append(edits.AddRelation(Relation(relation.type, head, dependent)))
    return together(parts)


def _links(edit: "Edit | None") -> list[Relation]:
    match edit:
        case edits.AddRelation(relation):
            return [relation]
        case edits.Bulk(parts):
            return [relation for part in parts for relation in _links(part)]
        case _:
            return []
