"""What a label key means, and what else is done to the current annotation: relabel, delete, note, attributes."""

from typing import Protocol

from annotator.model import Annotation, Schema, Span
from ui import i18n
from ui.article import selecting
from ui.commands.base import Commands
from ui.layer_display import LayerDisplay
from ui.main_window import MainWindow
from ui.session import Session
from ui.widgets.announcing import announce
from ui.wording.annotation_words import label_and_words, title_of


class Proposer(Protocol):
    """What is known of a span before it is tagged."""

    def edge(self, label: str, span: Span) -> Span:
        """Return the span without the letters that the label leaves outside."""
        ...

    def attributes(self, label: str, span: Span) -> dict[str, str]:
        """Return the values that an annotation of the span would begin with."""
        ...


class TagCommands(Commands):
    """What the annotator's keys and clicks on the article and on the labels mean."""

    def __init__(self, window: MainWindow, session: Session, display: LayerDisplay) -> None:
        super().__init__(window, session)
        self._display = display
        self._view, self._annotations = window.view, window.annotations
        self.proposer: Proposer | None = None
        self.last_label: str | None = None
        self.sticky: str | None = None
        self._connect()

    def press_label(self, label: str, beside: bool = False) -> None:
        """Tag the selection, else the word at the caret; relabel where either is exactly the current annotation.

        An annotation that was gone to or just made is meant as it is. ``beside`` adds a second annotation over the
        current one's span instead.
        """
        if self._session.article is None:
            self.say(self.tr("Open an article first."))
            return
        current = self._display.current()
        selection = self._view.selection
        if current is not None and self._is_meant(current, selection, beside=beside):
            if beside:
                self._put(label, current.span)
            else:
                self._relabel(current.id, label)
            return
        if selection is not None:
            span = selecting.trimmed(self._view.text, selection.start, selection.end)
        else:
            span = selecting.word_at(self._view.text, self._view.caret)
        if span is None:
            self.say(self.tr("There is no word here to tag: select some text first."))
            return
        self._tag_or_relabel(label, span, self._edge(label, span), beside=beside)

    def repeat_label(self) -> None:
        if self.last_label is None:
            self.say(self.tr("No label to repeat yet: tag something first."))
        else:
            self.press_label(self.last_label)

    def toggle_sticky(self, label: str | None = None) -> None:
        """Start tagging every mouse selection with a label, by default the last one used; again: stop."""
        label = label or self.sticky or self.last_label
        if label is None:
            self.say(self.tr("No label to keep yet: tag something first."))
        self.sticky = None if label == self.sticky else label
        self._window.labels.set_sticky(self.sticky)
        self._window.actions_table["sticky-label"].setChecked(self.sticky is not None)

    def delete(self) -> None:
        current = self._display.current()
        if current is None:
            self._say_none_is_current()
            return
        self._session.delete((current.id,))
        announce(self._view, self.tr("Deleted"))
        if not self._view.viewport().rect().contains(self._view.line_rect(current.span)):
            self._view.place_caret(current.end)
            self._view.reveal(current.span)
            what = label_and_words(current, self._view.text, self._schema())
            self.say(self.tr("Deleted: %1").replace("%1", what))

    # -- inside

    def _is_meant(self, current: Annotation, selection: Span | None, *, beside: bool) -> bool:
        """Tell whether a label key means the current annotation as a whole, and not a word in it."""
        if selection is not None:
            return selection == current.span
        if beside or self._view.is_chosen:
            return True
        word = selecting.word_at(self._view.text, self._view.caret)
        return word is not None and word.contains(current.span)

    def _relabel(self, annotation_id: str, label: str) -> None:
        layer = self._session.layer
        if layer is not None and annotation_id in layer:
            values = self._values(label, layer[annotation_id].span)
            self._session.relabel(annotation_id, label, values)
            self._tagged(annotation_id, label)

    def _connect(self) -> None:
        view, session, annotations = self._view, self._session, self._annotations
        labels = self._window.labels
        view.label_pressed.connect(self.guarded(self.press_label))
        view.edge_moved.connect(self.guarded(session.move))
        view.selection_made.connect(self.guarded(self._tag_sticky))
        labels.label_chosen.connect(self.guarded(self.press_label))
        labels.sticky_toggled.connect(self.toggle_sticky)
        annotations.annotation_chosen.connect(self._go_to)
        annotations.deletion_meant.connect(self.guarded(session.delete))
        annotations.left.connect(view.setFocus)

    def _say_none_is_current(self) -> None:
        self.say(self.tr("No annotation is current: put the caret into one."))

    def _tag_sticky(self, span: Span) -> None:
        if self.sticky is not None and self._session.layer is not None:
            self._put(self.sticky, self._edge(self.sticky, span))

    def _tag_or_relabel(self, label: str, chosen: Span, span: Span, *, beside: bool) -> None:
        """Tag a span; a whole word chosen whose clitics stay outside means the annotation that is there already."""
        layer = self._session.layer
        there = layer.covering_exactly(span) if layer is not None and span != chosen else ()
        if there and not beside:
            self._relabel(there[0].id, label)
            self._view.settle_on(there[0].id)
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
                .replace("%2", title_of(label, self._schema()))
                .replace("%1", i18n.isolate(text))
            )
            announce(self._view, message)

    def _schema(self) -> Schema | None:
        return self._session.project.schema if self._session.project else None

    def _go_to(self, annotation_id: str) -> None:
        layer = self._session.layer
        if layer is not None and annotation_id in layer:
            self._view.go_to(layer[annotation_id])
