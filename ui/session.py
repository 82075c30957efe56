"""What is open now: the project, the article, the annotator's layer, and what can be undone.

Panels and dialogs never talk to each other or to the project: they tell the session what the user meant, and draw what
its signals bring.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QUndoStack

from annotator import edits
from annotator.edits import Edit
from annotator.errors import AnnotatorError, NotSavedError, ReadOnlyError
from annotator.model import Annotation, Article, Layer, Relation, Schema, Span, Status, Zone, new_id
from ui import i18n
from ui.undo import EditCommand, EditsCommand, by_article
from ui.workers import Saver, SaveState

if TYPE_CHECKING:  # the store costs 40 ms that the first window need not wait for
    from annotator.project import (
        AnnotationChange,
        ArticleEntry,
        LayerSummary,
        PastEdit,
        Project,
    )

CLOSING_PATIENCE = 10.0
"""Seconds that closing waits for the disk before it says what is not saved."""


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


class Session(QObject):
    """The open project as one annotator works in it."""

    project_closing = Signal()  # last call for desks taken beside the annotator's own
    project_changed = Signal()
    articles_changed = Signal()  # the list of articles is another one
    schema_changed = Signal()
    article_leaving = Signal()  # last call for what is typed but not yet said
    article_changed = Signal()
    layer_changed = Signal(object)  # LayerChange
    entry_changed = Signal(str)  # article id whose row looks different now
    layer_replaced = Signal(object)  # LayerChange of an article that is not open
    published_changed = Signal(object, object)  # of the open article: the date before and after
    save_state_changed = Signal(object)  # SaveState
    task_failed = Signal(str)  # a backup or a look into the history did not work, and why
    healed = Signal(tuple)  # what was found damaged on opening, and mended from the journal
    broke = Signal(object)  # an exception in the saving thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.annotator = ""
        self.article: Article | None = None
        self.layer: Layer | None = None
        self.undo_stack = QUndoStack(self)
        self.other_savers: list[Saver] = []
        """Those of desks taken beside the annotator's own, such as gold's: nothing is closed before they are done."""
        self._saver: Saver | None = None
        self._layers: dict[str, Layer] = {}
        self._summaries: dict[str, LayerSummary] = {}

    # -- the project

    def open_project(self, path: Path, annotator: str, *, read_only: bool = False) -> None:
        """Open a project folder for an annotator, closing the one before.

        Raises `LockedError` when the annotator works on it elsewhere; ask, and open it read-only.
        """
        from annotator.project import Project

        project = Project.open(path, read_only=read_only)
        desk = None
        try:
            if not project.read_only:
                desk = project.desk(annotator)
            summaries = project.summaries(annotator)
        except BaseException:
            project.close()
            raise
        self.close_project()
        self.project, self.annotator, self._summaries = project, annotator, summaries
        if desk is not None:
            self._saver = Saver(desk, project.back_up, self)
            self._saver.state_changed.connect(self._show_state)
            self._saver.task_done.connect(self._take_result)
            self._saver.task_failed.connect(self.task_failed)
            self._saver.broke.connect(self.broke)
            self._saver.start()
        self._show_state()
        self.project_changed.emit()
        if desk is not None and desk.notices:
            self.healed.emit(desk.notices)

    def close_project(self) -> int:
        """Close what is open, waiting a little for the disk; return how many edits could not be saved."""
        self.article_leaving.emit()
        self.project_closing.emit()
        unsaved = 0
        if self._saver is not None:
            self._saver.drain(CLOSING_PATIENCE)
            unsaved = self._saver.stop()
            self._saver.deleteLater()
            self._saver = None
        if self.project is not None:
            self.project.close()
        had_project = self.project is not None
        self.project = self.article = self.layer = None
        self._layers.clear()
        self._summaries.clear()
        self.undo_stack.clear()
        if had_project:
            self.project_changed.emit()
        return unsaved

    def wait_until_saved(self, seconds: float) -> bool:
        drained = [saver.drain(seconds) for saver in self._savers()]  # each gets its chance
        return all(drained)

    @property
    def pending(self) -> int:
        return sum(saver.pending for saver in self._savers())

    def _savers(self) -> list[Saver]:
        return [*([self._saver] if self._saver else []), *self.other_savers]

    @property
    def save_state(self) -> SaveState:
        """What is on disk of the annotator's edits, at this moment."""
        if self._saver is not None:
            return self._saver.state
        return SaveState(read_only=self.project.read_only_reason if self.project else "")

    @property
    def why_unsaved(self) -> str:
        """What the disk said to the edit that waits; empty when none was refused."""
        return self._saver.reason if self._saver else ""

    def retry_saving(self) -> None:
        if self._saver is not None:
            self._saver.retry()

    @property
    def is_writable(self) -> bool:
        return self._saver is not None

    def settle(self) -> None:
        """Wait until every edit is on disk, so that the project can be read or imported into as it stands."""
        if not self.wait_until_saved(CLOSING_PATIENCE):
            raise NotSavedError(
                self.tr("Some edits are not on disk yet: %1").replace("%1", self.why_unsaved)
            )

    def reload_articles(self) -> None:
        """Show what an import brought; the open article stays open. Call `settle` before the import."""
        if self.project is None:
            return
        self._layers.clear()
        self._summaries = self.project.summaries(self.annotator)
        self.articles_changed.emit()
        if self.article is not None:
            layer = self.project.layer(self.article.id, self.annotator)
            if layer != self.layer:
                self.layer = layer
                self.undo_stack.clear()  # its edits were made for a layer that is another one now
                self.article_changed.emit()
                self._ask_for_past_edits()

    def set_schema(self, schema: Schema) -> None:
        if self.project is not None and schema != self.project.schema:
            self.project.set_schema(schema)
            self.schema_changed.emit()

    # -- the article

    def entries(self) -> "tuple[ArticleEntry, ...]":
        return self.project.entries() if self.project else ()

    def summary(self, article_id: str) -> "LayerSummary":
        from annotator.project import LayerSummary

        return self._summaries.get(article_id, LayerSummary(Status.NEW, 0))

    def open_article(self, article_id: str) -> None:
        if self.project is None or (self.article is not None and self.article.id == article_id):
            return
        self.article_leaving.emit()
        article = self.project.article(article_id)
        layer = self._layers.get(article_id) or self.project.layer(article_id, self.annotator)
        self.article, self.layer = article, layer
        self.article_changed.emit()
        self._ask_for_past_edits()

    def names(self) -> dict[str, list[str]]:
        """Return the canonical names used so far, by label, the most frequent first."""
        counts: dict[str, Counter[str]] = {}
        layers = {**self._layers, **({self.layer.article_id: self.layer} if self.layer else {})}
        for layer in layers.values():
            for annotation in layer.annotations.values():
                name = annotation.attribute("canonical")
                if name:
                    counts.setdefault(annotation.label, Counter())[name] += 1
        return {label: [name for name, _ in names.most_common()] for label, names in counts.items()}

    def neighbour(self, step: int, *, unfinished: bool = False) -> str | None:
        """Return the article ``step`` places on in the list; with ``unfinished``, the next one that is not done."""
        ids = [entry.id for entry in self.entries()]
        if not ids:
            return None
        here = (
            ids.index(self.article.id)
            if self.article is not None and self.article.id in ids
            else -1
        )
        if not unfinished:
            there = here + step
            return ids[there] if 0 <= there < len(ids) else None
        order = ids[here + 1 :] + ids[: max(here, 0)]
        return next((i for i in order if self.summary(i).status != Status.DONE), None)

    def set_metadata(
        self, title: str, published: str | None, source: str | None, url: str | None
    ) -> None:
        if self.project is None or self.article is None:
            return
        before = self.article.published
        self.project.set_metadata(
            self.article.id, title=title, published=published, source=source, url=url
        )
        self.article = replace(
            self.article, title=title, published=published, source=source, url=url
        )
        self.entry_changed.emit(self.article.id)
        if published != before:
            self.published_changed.emit(before, published)

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
        """Give an annotation another label; of ``attributes`` it takes those it has no value for."""
        layer = self._writable_layer()
        old = layer[annotation_id]
        if old.label != label:
            text = self.tr("relabel as %1").replace("%1", self._title(label))
            values = {**(attributes or {}), **old.attributes}
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
            self._do(edits.set_status(status, layer), self.tr("change status"))

    def perform_all(self, items: Sequence[tuple[str, Edit]], text: str) -> None:
        """Carry out edits on several articles (by id) as one step of undo; none of them where one does not fit."""
        self._writable_layer()
        grouped = by_article(items)
        for article_id, edit in grouped:
            edit.apply(self.layer_of(article_id))
        if grouped:
            self.undo_stack.push(EditsCommand(self, grouped, text))

    def history(self, annotation_id: str) -> "tuple[AnnotationChange, ...]":
        """Return what happened to an annotation of the open article, the oldest change first; waits for the disk."""
        if self.project is None or self.article is None:
            return ()
        self.settle()
        return self.project.history(self.article.id, self.annotator, annotation_id)

    # -- inside

    def _ask_for_past_edits(self) -> None:
        """Where there is nothing to undo yet, look into the journal for what earlier sessions did to the article."""
        if self._saver is None or self.article is None or self.undo_stack.count():
            return
        article_id = self.article.id
        self._saver.run_task(lambda desk: PastEdits(article_id, desk.past_edits(article_id)))

    def _take_result(self, result: object) -> None:
        """Bring back what can be undone of earlier sessions, unless something newer is there to undo by now."""
        if not isinstance(result, PastEdits) or self.undo_stack.count():
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
        self._summaries[article_id] = replace(
            self.summary(article_id), status=after.status, annotations=len(after)
        )
        self._saver.submit(article_id, edit)
        self.layer_replaced.emit(LayerChange(before, after, edits.touched(edit)))
        self.entry_changed.emit(article_id)

    def layer_of(self, article_id: str) -> Layer:
        """Return the annotator's layer of any article, with what is not on disk yet."""
        if self.layer is not None and self.layer.article_id == article_id:
            return self.layer
        known = self._layers.get(article_id)
        if known is not None or self.project is None:
            return known if known is not None else Layer(self.annotator, article_id)
        return self.project.layer(article_id, self.annotator)

    def perform(self, article_id: str, edit: Edit) -> None:
        """Carry out one edit, on screen and towards the disk. Only the undo stack calls this."""
        self.open_article(article_id)
        if self.layer is None or self._saver is None:
            return
        before = self.layer
        after = edit.apply(before)
        self.layer = self._layers[article_id] = after
        self._summaries[article_id] = replace(
            self.summary(article_id), status=after.status, annotations=len(after)
        )
        self._saver.submit(article_id, edit)
        self.layer_changed.emit(LayerChange(before, after, edits.touched(edit)))
        if before.status != after.status or len(before) != len(after):
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
        if self._saver is None:
            reason = self.project.read_only_reason if self.project else ""
            raise ReadOnlyError(
                self.tr("This project is open for reading only: %1").replace("%1", reason)
            )
        return self.layer

    def _title(self, label: str) -> str:
        known = self.project.schema.label(label) if self.project else None
        return known.title(i18n.current()) if known else label

    def _show_state(self) -> None:
        self.save_state_changed.emit(self.save_state)


def _is_hex(text: str) -> bool:
    return bool(text) and all(char in "0123456789abcdef" for char in text)


def _when(at: str) -> str:
    """Return a journal's time (UTC, ISO 8601) as the annotator's clock shows it."""
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
