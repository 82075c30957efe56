"""What the annotator's keys and clicks on the article mean, in terms of the session."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from annotator.errors import AnnotatorError
from annotator.model import Annotation, Span, Status
from annotator.model.zone import is_covered, merged
from ui import i18n
from ui.article import selecting
from ui.article.view import ArticleView
from ui.panels.annotations.annotations_panel import AnnotationsPanel
from ui.panels.labels.labels_panel import LabelsPanel
from ui.session import LayerChange, Session

OUT_OF_SCOPE = "boilerplate"
"""The kind given to a zone that is marked without saying what it is."""


class Proposer(Protocol):
    """What is known of a span before it is tagged."""

    def edge(self, label: str, span: Span) -> Span:
        """Return the span without the letters that the label leaves outside."""
        ...

    def attributes(self, label: str, span: Span) -> dict[str, str]:
        """Return the values that an annotation of the span would begin with."""
        ...


class Annotating(QObject):
    """Ties the article view and the two panels beside it to the session."""

    said = Signal(str)  # a short message for the status bar
    article_finished = Signal()

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        labels: LabelsPanel,
        annotations: AnnotationsPanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._labels = labels
        self._annotations = annotations
        self.proposer: Proposer | None = None
        self.names_of: Callable[[], Mapping[str, Sequence[str]]] = session.names
        self.last_label: str | None = None
        self.sticky: str | None = None
        self._counts: Counter[str] = Counter()
        self._connect()

    # -- commands

    def press_label(self, label: str, beside: bool = False) -> None:
        """Tag the selection, else relabel the current annotation, else tag the word at the caret.

        ``beside`` adds a second annotation over the current one's span instead of relabelling it.
        """
        current = self._current()
        span = self._view.selection
        if current is not None and span in (None, current.span) and not beside:
            self._session.relabel(current.id, label, self._values(label, current.span))
            self._tagged(current.id, label)
            return
        if span is None and current is not None:
            self._put(label, current.span)
            return
        if span is not None:
            span = selecting.trimmed(self._view.text, span.start, span.end)
        else:
            span = selecting.word_at(self._view.text, self._view.caret)
        if span is None:
            self.said.emit(self.tr("There is no word here to tag: select some text first."))
            return
        self._tag_or_relabel(label, span, self._edge(label, span), beside=beside)

    def repeat_label(self) -> None:
        if self.last_label is None:
            self.said.emit(self.tr("No label to repeat yet: tag something first."))
        else:
            self.press_label(self.last_label)

    def toggle_sticky(self, label: str | None = None) -> None:
        """Start tagging every mouse selection with a label, by default the last one used; again: stop."""
        label = label or self.sticky or self.last_label
        if label is None:
            self.said.emit(self.tr("No label to keep yet: tag something first."))
        self.sticky = None if label == self.sticky else label
        self._labels.set_sticky(self.sticky)

    def delete(self) -> None:
        current = self._current()
        if current is None:
            self.said.emit(self.tr("No annotation is current: put the caret into one."))
            return
        self._session.delete((current.id,))
        self._announce(self.tr("Deleted"))

    def edit_note(self) -> None:
        if self._current() is None:
            self.said.emit(self.tr("No annotation is current: put the caret into one."))
        else:
            self._annotations.edit_note()

    def edit_attributes(self) -> None:
        if self._current() is None:
            self.said.emit(self.tr("No annotation is current: put the caret into one."))
        else:
            self._annotations.edit_current()

    def toggle_zone(self) -> None:
        """Mark the selection out of scope, or put the region at the caret back in scope."""
        layer = self._session.layer
        if layer is None:
            return
        span = self._view.selection
        place = span or Span(self._view.caret, self._view.caret + 1)
        here = [zone for zone in sorted(layer.zones) if zone.span.overlaps(place)]
        if here:
            self._session.remove_zone(here[0])
        elif span is not None:
            self._session.add_zone(span, OUT_OF_SCOPE)
            self._view.place_caret(span.end)
        else:
            self.said.emit(self.tr("Select the text that is out of scope first."))

    def finish_article(self) -> None:
        """Mark the article done; the window then opens the next unfinished one."""
        self._annotations.commit()
        self._session.set_status(Status.DONE)
        self._announce(self.tr("Article done"))
        self.article_finished.emit()

    def reopen_article(self) -> None:
        self._session.set_status(Status.IN_PROGRESS)

    # -- inside

    def _connect(self) -> None:
        view, session, annotations = self._view, self._session, self._annotations
        view.label_pressed.connect(self._guarded(self.press_label))
        view.edge_moved.connect(self._guarded(session.move))
        view.selection_made.connect(self._guarded(self._tag_sticky))
        view.current_changed.connect(self._follow_current)
        self._labels.label_chosen.connect(self._guarded(self.press_label))
        self._labels.sticky_toggled.connect(self.toggle_sticky)
        annotations.annotation_chosen.connect(self._go_to)
        annotations.attribute_edited.connect(self._guarded(session.set_attribute))
        annotations.note_edited.connect(self._guarded(session.set_note))
        annotations.relabel_requested.connect(self._guarded(session.relabel))
        annotations.delete_requested.connect(self._guarded(session.delete))
        annotations.link_requested.connect(self._guarded(session.link))
        annotations.unlink_requested.connect(self._guarded(session.unlink))
        session.article_leaving.connect(annotations.commit)
        session.article_changed.connect(self._show_article)
        session.layer_changed.connect(self._show_change)
        session.schema_changed.connect(self.show_schema)

    def _guarded(self, slot):  # noqa: ANN001, ANN202 - any slot in, one of the same shape out
        """Let an error the user can act on reach the status bar instead of the crash dialog."""

        def run(*arguments: object) -> None:
            try:
                slot(*arguments)
            except AnnotatorError as error:
                self.said.emit(str(error))

        return run

    def _current(self) -> Annotation | None:
        layer, current = self._session.layer, self._view.current
        return (
            layer[current]
            if layer is not None and current is not None and current in layer
            else None
        )

    def _tag_sticky(self, span: Span) -> None:
        if self.sticky is not None and self._session.layer is not None:
            self._put(self.sticky, self._edge(self.sticky, span))

    def _tag_or_relabel(self, label: str, chosen: Span, span: Span, *, beside: bool) -> None:
        """Tag a span; a whole word chosen whose clitics stay outside means the annotation that is there already."""
        layer = self._session.layer
        there = layer.covering_exactly(span) if layer is not None and span != chosen else ()
        if there and not beside:
            self._session.relabel(there[0].id, label, self._values(label, span))
            self._view.settle_on(there[0].id)
            self._tagged(there[0].id, label)
        else:
            self._put(label, span)

    def _edge(self, label: str, span: Span) -> Span:
        return self.proposer.edge(label, span) if self.proposer else span

    def _values(self, label: str, span: Span) -> dict[str, str]:
        return self.proposer.attributes(label, span) if self.proposer else {}

    def _put(self, label: str, span: Span) -> None:
        annotation_id = self._session.tag(label, span, self._values(label, span))
        self._view.settle_on(annotation_id)
        self._tagged(annotation_id, label)

    def _tagged(self, annotation_id: str, label: str) -> None:
        self.last_label = label
        layer = self._session.layer
        if layer is not None and annotation_id in layer:
            text = layer[annotation_id].span.of(self._view.text)
            message = (
                self.tr("%1 tagged %2")
                .replace("%2", self._title(label))
                .replace("%1", i18n.isolate(text))
            )
            self._announce(message)

    def _announce(self, message: str) -> None:
        """Tell screen readers what happened; sighted users see it in the text."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, message))

    def _title(self, label: str) -> str:
        project = self._session.project
        known = project.schema.label(label) if project else None
        return known.title(i18n.current()) if known else label

    def _go_to(self, annotation_id: str) -> None:
        layer = self._session.layer
        if layer is not None and annotation_id in layer:
            self._view.go_to(layer[annotation_id])

    def _follow_current(self, annotation_id: str | None) -> None:
        self._annotations.set_current(annotation_id)
        current = self._current()
        self._labels.set_current(current.label if current else None)

    def _show_article(self) -> None:
        session = self._session
        if session.project is None or session.article is None or session.layer is None:
            return
        self._view.show_article(session.article, session.layer, session.project.schema)
        self._annotations.show_layer(session.layer, session.article.text, session.project.schema)
        self.show_names()
        self._count()

    def show_schema(self) -> None:
        """Show the project's labels, in the language of the window."""
        project = self._session.project
        if project is None:
            return
        self._labels.show_schema(project.schema, i18n.current())
        self._view.set_schema(project.schema)
        if self._session.article is not None and self._session.layer is not None:
            self._annotations.show_layer(
                self._session.layer, self._session.article.text, project.schema
            )

    def _show_change(self, change: LayerChange) -> None:
        self._view.update_layer(change.before, change.after, change.changed)
        self._annotations.update_layer(change.after, change.changed)
        current = self._current()
        self._labels.set_current(current.label if current else None)
        old, new = change.before.annotations, change.after.annotations
        for key in change.changed:
            before, after = old.get(key), new.get(key)
            if _name(before) != _name(after):
                self.show_names()
        if change.before.zones != change.after.zones:
            self._count()
            return
        regions = merged(change.after.zones)
        for annotations, step in ((old, -1), (new, 1)):
            for annotation in filter(None, map(annotations.get, change.changed)):
                if not is_covered(annotation.start, annotation.end, regions):
                    self._counts[annotation.label] += step
        self._labels.show_counts(self._counts)

    def show_names(self) -> None:
        """Complete what is typed from the names known now."""
        self._annotations.set_names(self.names_of())

    def _count(self) -> None:
        layer = self._session.layer
        if layer is not None:
            regions = merged(layer.zones)  # what is out of scope does not count
            self._counts = Counter(
                a.label
                for a in layer.annotations.values()
                if not is_covered(a.start, a.end, regions)
            )
            self._labels.show_counts(self._counts)


def _name(annotation: Annotation | None) -> str:
    return annotation.attribute("canonical") if annotation else ""
