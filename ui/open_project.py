"""What is open now: the project, the article, the annotator's layer, and whether all of it is on disk."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from annotator.errors import NotSavedError, ProjectError
from annotator.model import Article, Layer, Schema, Status
from ui.saver import Saver, SaveState

if TYPE_CHECKING:  # the store costs 40 ms that the first window need not wait for
    from annotator.project import AnnotationChange, ArticleEntry, LayerSummary, Project

CLOSING_PATIENCE = 10.0
"""Seconds that closing waits for the disk before it says what is not saved."""


@dataclass(frozen=True, slots=True)
class ArticleDetails:
    """What is known about an article. ``published`` is an ISO 8601 date; what is not known is None, but for the title."""

    title: str
    published: str | None = None
    source: str | None = None
    url: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict[str, str])
    """What the schema asks of articles, by name; empty ones are not among them."""


class OpenProject(QObject):
    """The project, article and layer that are open, as one annotator has them; `ui.session` changes them."""

    project_closing = Signal()  # last call for desks taken beside the annotator's own
    project_changed = Signal()
    articles_changed = Signal()  # the list of articles is another one
    schema_changed = Signal()
    article_leaving = Signal()  # last call for what is typed but not yet said
    typing_ends = Signal()  # last call for what is typed but not yet said; the article stays open
    article_changed = Signal()
    layer_changed = Signal(object)  # LayerChange
    entry_changed = Signal(str)  # article id whose row looks different now
    replied = Signal(object)  # gold's Layer of an article, as the lead has just changed it
    rulings_changed = Signal()  # guideline decisions, here
    guidelines_changed = Signal()  # here, or seen to be others on the disk
    layer_replaced = Signal(object)  # LayerChange of an article that is not open
    published_changed = Signal(object, object)  # of the open article: the date before and after
    published_corrected = Signal(
        object, object
    )  # the same, by hand and not by undo, once undo knows it
    save_state_changed = Signal(object)  # SaveState
    task_done = Signal(object)  # what a task on the desk brought back
    task_failed = Signal(str)  # a backup or a look into the history did not work, and why
    healed = Signal(tuple)  # what was found damaged on opening, and mended from the journal
    noticed = Signal(
        tuple
    )  # what was changed from outside while the project was open, and what came of it
    noticed_at_end = Signal(tuple)  # the same, found while closing
    broke = Signal(object)  # an exception in the saving thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.annotator = ""
        self.article: Article | None = None
        self.layer: Layer | None = None
        self.layer_read_only = ""
        """Why the open layer cannot be changed though the project can: a newer Hashiya wrote it."""
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
            self._saver.task_done.connect(self.task_done)
            self._saver.task_failed.connect(self.task_failed)
            self._saver.noticed.connect(self.noticed)
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
        unsaved, notices = 0, ()
        if self._saver is not None:
            self._saver.drain(CLOSING_PATIENCE)
            unsaved, notices = self._saver.stop(), self._saver.last_notices
            self._saver.deleteLater()
            self._saver = None
        if self.project is not None:
            self.project.close()
        had_project = self.project is not None
        self.project = self.article = self.layer = None
        self.layer_read_only = ""
        self._layers.clear()
        self._summaries.clear()
        self.undo_stack.clear()
        if had_project:
            self.project_changed.emit()
        if notices:
            self.noticed_at_end.emit(notices)
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
        if self._saver is None:
            return SaveState(read_only=self.read_only_reason)
        state = self._saver.state
        return replace(state, read_only=self.layer_read_only) if state.is_saved else state

    @property
    def why_unsaved(self) -> str:
        """What the disk said to the edit that waits; empty when none was refused."""
        return self._saver.reason if self._saver else ""

    def retry_saving(self) -> None:
        if self._saver is not None:
            self._saver.retry()

    @property
    def project_is_writable(self) -> bool:
        return self._saver is not None

    @property
    def is_writable(self) -> bool:
        """Whether the open article can be edited, or could be if one were open."""
        return self._saver is not None and not self.layer_read_only

    @property
    def read_only_reason(self) -> str:
        """Why nothing can be edited now, in words; empty where it can."""
        return (self.project.read_only_reason if self.project else "") or self.layer_read_only

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

    def set_schema(self, schema: Schema) -> None:
        if self.project is not None and schema != self.project.schema:
            self.project.set_schema(schema)
            self.schema_changed.emit()

    # -- the article

    def entries(self) -> "tuple[ArticleEntry, ...]":
        return self.project.entries() if self.project else ()

    def entry(self, article_id: str) -> "ArticleEntry | None":
        """Return an article of the list; None where it has none of this id."""
        try:
            return self.project.entry(article_id) if self.project else None
        except ProjectError:
            return None

    def summary(self, article_id: str) -> "LayerSummary":
        from annotator.project import LayerSummary

        return self._summaries.get(article_id, LayerSummary(Status.NEW, 0))

    def open_article(self, article_id: str) -> None:
        if self.project is None or (self.article is not None and self.article.id == article_id):
            return
        self.article_leaving.emit()
        article = self.project.article(article_id)
        layer = self._layers.get(article_id)
        if (
            layer is None
        ):  # one without annotations counts as false, and may hold what is not on disk yet
            layer = self.project.layer(article_id, self.annotator)
        self.article, self.layer = article, layer
        self.layer_read_only = self.project.why_layer_read_only(article_id, self.annotator)
        self.article_changed.emit()
        self._show_state()

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

    def details(self) -> "ArticleDetails":
        """Return what is known about the open article."""
        article = self.article
        if article is None:
            return ArticleDetails("")
        return ArticleDetails(
            article.title, article.published, article.source, article.url, article.fields
        )

    def write_metadata(self, article_id: str, old: "ArticleDetails", new: "ArticleDetails") -> None:
        """Write what of an article's details is another than before; the rest stays as somebody else may have it now."""
        if self.project is None:
            return
        names = old.fields.keys() | new.fields.keys()
        fields = {
            name: new.fields.get(name, "")
            for name in names
            if new.fields.get(name, "") != old.fields.get(name, "")
        }
        same = self.project.UNCHANGED
        self.project.set_metadata(
            article_id,
            title=same if new.title == old.title else new.title,
            published=same if new.published == old.published else new.published,
            source=same if new.source == old.source else new.source,
            url=same if new.url == old.url else new.url,
            fields=fields,
        )
        if self.article is not None and self.article.id == article_id:
            entry = self.project.find_entry(article_id)
            self.article = replace(
                self.article,
                title=entry.title,
                published=entry.published,
                source=entry.source,
                url=entry.url,
                fields=entry.fields,
            )
            if new.published != old.published:
                self.published_changed.emit(old.published, new.published)
        self.entry_changed.emit(article_id)

    def _summarize(self, layer: Layer) -> None:
        from annotator.project import LayerSummary

        self._summaries[layer.article_id] = LayerSummary.of(layer)

    def layer_of(self, article_id: str) -> Layer:
        """Return the annotator's layer of any article, with what is not on disk yet."""
        if self.layer is not None and self.layer.article_id == article_id:
            return self.layer
        known = self._layers.get(article_id)
        if known is not None or self.project is None:
            return known if known is not None else Layer(self.annotator, article_id)
        return self.project.layer(article_id, self.annotator)

    def history(self, annotation_id: str) -> "tuple[AnnotationChange, ...]":
        """Return what happened to an annotation of the open article, the oldest change first; waits for the disk."""
        if self.project is None or self.article is None:
            return ()
        self.settle()
        return self.project.history(self.article.id, self.annotator, annotation_id)

    # -- inside

    def _show_state(self) -> None:
        self.save_state_changed.emit(self.save_state)
