"""What the annotator does to the open project: each edit one step of undo, on screen at once and on its way to the disk.

Panels and dialogs never talk to each other or to the project: they tell the session what the user meant, and draw what
its signals bring.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt

from annotator import edits
from annotator.edits import Edit
from annotator.errors import AnnotatorError, ReadOnlyError
from annotator.model import (
    Annotation,
    Layer,
    Relation,
    Remark,
    RemarkKind,
    Span,
    Status,
    Zone,
    new_id,
)
from ui import i18n
from ui.open_project import ArticleDetails, OpenProject
from ui.undo import DetailsCommand, EditCommand, EditsCommand, by_article

if TYPE_CHECKING:
    from annotator.project import PastEdit

MANY = 10
"""Annotations deleted at once before which a backup is made."""


@dataclass(frozen=True, slots=True)
class PastEdits:
    """Edits of earlier sessions on an article that can still be undone, the newest last."""

    article_id: str
    edits: "tuple[PastEdit, ...]"


@dataclass(frozen=True, slots=True)
class LayerChange:
    """One edit as the views need it: the layer before and after, and the annotations that differ."""

    before: Layer
    after: Layer
    changed: frozenset[str]


@dataclass(frozen=True, slots=True)
class LayerNow:
    """A layer of the annotator's as the store has it."""

    layer: Layer


class Session(OpenProject):
    """The open project as one annotator works in it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.article_changed.connect(self._ask_for_past_edits)
        self.noticed.connect(self._ask_for_the_layer)
        self.task_done.connect(self._take_result)

    # -- edits: what the annotator did, each one step of undo

    def tag(self, label: str, span: Span, attributes: Mapping[str, str] | None = None) -> str:
        """Put a label on a span, with what is known of it; return the annotation's id.

        A span that already has the label keeps its annotation as it is.
        """
        layer = self._writable_layer()
        same = next((a for a in layer.covering_exactly(span) if a.label == label), None)
        if same is not None:
            return same.id
        annotation = Annotation(new_id(), span, label, dict(attributes or {}))
        self._do(edits.add(annotation, layer), self.tr("tag %1").replace("%1", self._title(label)))
        return annotation.id

    def relabel(
        self, annotation_id: str, label: str, attributes: Mapping[str, str] | None = None
    ) -> None:
        """Give an annotation another label, and the values that the label has; missing ones come from ``attributes``."""
        layer = self._writable_layer()
        old = layer[annotation_id]
        if old.label != label:
            text = self.tr("relabel as %1").replace("%1", self._title(label))
            values = {**(attributes or {}), **self._carried(old, label)}
            new = replace(old, label=label, attributes=values)
            self._do(edits.ChangeAnnotation(old, new), text)

    def move(self, annotation_id: str, span: Span) -> None:
        layer = self._writable_layer()
        if layer[annotation_id].span != span:
            merge_id = int(annotation_id, 16) % 2**30 if _is_hex(annotation_id) else -1
            self._do(edits.move(annotation_id, span, layer), self.tr("move edge"), merge_id)

    def set_attribute(self, annotation_id: str, name: str, value: str) -> None:
        layer = self._writable_layer()
        if layer[annotation_id].attribute(name) != value:
            self._do(
                edits.set_attribute(annotation_id, name, value, layer), self.tr("change attribute")
            )

    def set_note(self, annotation_id: str, note: str) -> None:
        layer = self._writable_layer()
        if layer[annotation_id].note != note:
            self._do(edits.set_note(annotation_id, note, layer), self.tr("change note"))

    def delete(self, annotation_ids: tuple[str, ...]) -> None:
        layer = self._writable_layer()
        if len(annotation_ids) >= MANY and self._saver is not None:
            self._saver.back_up("bulk-delete")
        if len(annotation_ids) == 1:
            self._do(edits.remove(annotation_ids[0], layer), self.tr("delete annotation"))
        elif annotation_ids:
            self._do(edits.remove_all(annotation_ids, layer), self.tr("delete annotations"))

    def link(self, relation_type: str, head: str, dependent: str) -> None:
        layer = self._writable_layer()
        relation = Relation(relation_type, head, dependent)
        if relation not in layer.relations:
            self._do(edits.link(relation), self.tr("link"))

    def unlink(self, relation: Relation) -> None:
        self._writable_layer()
        self._do(edits.unlink(relation), self.tr("unlink"))

    def add_zone(self, span: Span, kind: str) -> None:
        layer = self._writable_layer()
        self._do(
            edits.starting(edits.AddZone(Zone(span, kind)), layer), self.tr("mark out of scope")
        )

    def remove_zone(self, zone: Zone) -> None:
        self._writable_layer()
        self._do(edits.RemoveZone(zone), self.tr("put back in scope"))

    def change_zone(self, old: Zone, new: Zone) -> None:
        self._writable_layer()
        edit = edits.Bulk((edits.RemoveZone(old), edits.AddZone(new)))
        self._do(edit, self.tr("mark out of scope"))

    def set_status(self, status: Status) -> None:
        layer = self._writable_layer()
        if layer.status != status:
            by = self.project.guidelines_hash() if self.project else ""
            self._do(edits.set_status(status, layer, by), self.tr("change status"))

    def add_remark(self, kind: str, text: str, span: Span | None, annotation_id: str = "") -> str:
        """Flag or ask something about an annotation, a place or, without either, the article; return its id."""
        self._writable_layer()
        made = QDateTime.currentDateTimeUtc().toString(Qt.DateFormat.ISODate)
        remark = Remark(new_id(), kind, text, span, annotation_id, made)
        words = self.tr("ask") if kind == RemarkKind.QUESTION else self.tr("flag")
        self._do(edits.add_remark(remark), words)
        return remark.id

    def change_remark(self, article_id: str, old: Remark, new: Remark) -> None:
        """Change, answer or settle a flag or question of any article."""
        if old != new:
            words = self.tr("settle") if new.is_settled and not old.is_settled else ""
            words = words or (self.tr("reopen") if old.is_settled and not new.is_settled else "")
            edit = edits.SetRemark(old, new)
            self.perform_all([(article_id, edit)], words or self.tr("change what was asked"))

    def remove_remark(self, article_id: str, remark: Remark) -> None:
        words = self.tr("remove question")
        if remark.kind == RemarkKind.FLAG:
            words = self.tr("remove flag")
        self.perform_all([(article_id, edits.SetRemark(remark, None))], words)

    def set_metadata(self, new: ArticleDetails) -> None:
        """Correct what is known about the open article, as a step of undo."""
        if self.project is None or self.article is None:
            return
        old = self.details()
        if old != new:
            self.write_metadata(self.article.id, old, new)  # refused before the undo stack knows it
            words = self.tr("change article details")
            self.undo_stack.push(DetailsCommand(self, self.article.id, old, new, words))
            if new.published != old.published:
                self.published_corrected.emit(old.published, new.published)

    def carry_out(self, edit: Edit, text: str) -> None:
        """Carry out an edit of the open article as one step of undo, which ``text`` names."""
        self._do(edit, text)

    def perform_all(self, items: Sequence[tuple[str, Edit]], text: str) -> None:
        """Carry out edits on several articles (by id) as one step of undo; none of them where one does not fit."""
        self._writable_layer()
        grouped = by_article(items)
        for article_id, edit in grouped:
            edit.apply(self.layer_of(article_id))
            if self.project and (
                why := self.project.why_layer_read_only(article_id, self.annotator)
            ):
                raise ReadOnlyError(
                    self.tr("This article is open for reading only: %1").replace("%1", why)
                )
        if grouped:
            self.undo_stack.push(EditsCommand(self, grouped, text))

    # -- inside

    def _ask_for_past_edits(self) -> None:
        """Where there is nothing to undo yet, look into the journal for what earlier sessions did to the article."""
        if self._saver is None or self.article is None or self.undo_stack.count():
            return
        article_id = self.article.id
        self._saver.run_task(lambda desk: PastEdits(article_id, desk.past_edits(article_id)))

    def _ask_for_the_layer(self, *_: object) -> None:
        """Something was changed from outside: ask what the open layer is now, after the edits that wait."""
        if self._saver is not None and self.article is not None:
            article_id = self.article.id
            self._saver.run_task(lambda desk: LayerNow(desk.layer(article_id)))

    def _take_result(self, result: object) -> None:
        if isinstance(result, LayerNow):
            self._take_layer(result.layer)
        elif isinstance(result, PastEdits):
            self._take_past_edits(result)

    def _take_layer(self, layer: Layer) -> None:
        """Show the layer as it was merged; what was to be undone was made for the one before."""
        if self.layer is None or layer.article_id != self.layer.article_id or layer == self.layer:
            return
        if self.pending:
            self._ask_for_the_layer()
            return
        self.layer = self._layers[layer.article_id] = layer
        self.undo_stack.clear()
        self.article_changed.emit()
        self.entry_changed.emit(layer.article_id)

    def _take_past_edits(self, result: PastEdits) -> None:
        """Bring back what can be undone of earlier sessions, unless something newer is there to undo by now."""
        if self.undo_stack.count():
            return
        if self.article is None or self.article.id != result.article_id:
            return
        for past in result.edits:
            text = self.tr("edit of %1").replace("%1", _when(past.at))
            self.undo_stack.push(EditCommand(self, result.article_id, past.edit, text, done=True))

    def perform_quietly(self, article_id: str, edit: Edit) -> None:
        """Carry out one edit without leaving the open article. Only the undo stack calls this."""
        if self._saver is None or (self.layer is not None and self.layer.article_id == article_id):
            self.perform(article_id, edit)
            return
        before = self.layer_of(article_id)
        after = self._layers[article_id] = edit.apply(before)
        self._summarize(after)
        self._saver.submit(article_id, edit)
        self.layer_replaced.emit(LayerChange(before, after, edits.touched(edit)))
        self.entry_changed.emit(article_id)

    def perform(self, article_id: str, edit: Edit) -> None:
        """Carry out one edit, on screen and towards the disk. Only the undo stack calls this."""
        self.open_article(article_id)
        if self.layer is None or self._saver is None:
            return
        before = self.layer
        after = edit.apply(before)
        self.layer = self._layers[article_id] = after
        looked = self.summary(article_id)
        self._summarize(after)
        self._saver.submit(article_id, edit)
        self.layer_changed.emit(LayerChange(before, after, edits.touched(edit)))
        if looked != self.summary(article_id):
            self.entry_changed.emit(article_id)

    def _do(self, edit: Edit, text: str, merge_id: int = -1) -> None:
        layer = self._writable_layer()
        edit.apply(
            layer
        )  # an edit that does not fit is refused here, before the undo stack knows it
        self.undo_stack.push(EditCommand(self, layer.article_id, edit, text, merge_id))

    def _writable_layer(self) -> Layer:
        if self.layer is None:
            raise AnnotatorError(self.tr("Open an article first."))
        if self.layer_read_only:
            raise ReadOnlyError(
                self.tr("This article is open for reading only: %1").replace(
                    "%1", self.layer_read_only
                )
            )
        if self._saver is None:
            raise ReadOnlyError(
                self.tr("This project is open for reading only: %1").replace(
                    "%1", self.read_only_reason
                )
            )
        return self.layer

    def _carried(self, old: Annotation, label: str) -> dict[str, str]:
        if self.project is None:
            return dict(old.attributes)
        return self.project.schema.carried(old.attributes, old.label, label)

    def _title(self, label: str) -> str:
        known = self.project.schema.label(label) if self.project else None
        return known.title(i18n.current()) if known else label


def _is_hex(text: str) -> bool:
    return bool(text) and all(char in "0123456789abcdef" for char in text)


def _when(at: str) -> str:
    """Return a journal's time (UTC, ISO 8601) as the annotator's clock shows it."""
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
