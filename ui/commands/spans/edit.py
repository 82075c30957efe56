"""Editing at the span: the popover beside an annotation's words, by key and under the pointer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from annotator.errors import AnnotatorError
from annotator.model import Annotation, Span
from ui import i18n
from ui.commands.base import Commands
from ui.layer_display import LayerDisplay
from ui.main_window import MainWindow
from ui.session import LayerChange, Session

if TYPE_CHECKING:
    from ui.popover.draft import Draft, Subject
    from ui.popover.place import Surroundings
    from ui.popover.span_popover import SpanPopover
    from ui.proposals.choosing import Chooser


REACH = 300
"""Milliseconds in which the pointer gets from the words into the popover."""


class EditCommands(Commands):
    """Opens, fills, places and closes the popover, and stores what was made in it."""

    def __init__(self, window: MainWindow, session: Session, display: LayerDisplay) -> None:
        super().__init__(window, session)
        self._display = display
        self._view = window.view
        self._made: SpanPopover | None = None
        self._opening = False
        self._around: Surroundings | None = None
        """What the popover was placed by."""
        self.chooser: Chooser | None = None
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(REACH)
        self._leaving.timeout.connect(self._stop_hovering)
        self._connect()

    # -- commands

    def open(self) -> None:
        """Edit the current annotation: its first value has the keyboard."""
        self._open(note=False)

    def open_note(self) -> None:
        self._open(note=True)

    def open_for(self, annotation_id: str) -> None:
        """Go to an annotation and edit it."""
        layer = self._session.layer
        if layer is not None and annotation_id in layer:
            self._view.go_to(layer[annotation_id])
            self._open(note=False)

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) annotation, or say that there is none."""
        before = self._view.current
        self._view.step(direction)
        if self._view.current != before:
            return
        if not self._view.layer.annotations:
            self.say(self._nothing_here())
        elif direction > 0:
            self.say(self.tr("There is no annotation after this place."))
        else:
            self.say(self.tr("There is no annotation before this place."))

    def cycle_overlapping(self) -> None:
        """Make the next annotation around the caret current, or say that there is no other."""
        before = self._view.current
        self._view.cycle_overlapping()
        if self._view.current is None:
            self.say(self._nothing_here())
        elif self._view.current == before:
            self.say(self.tr("No other annotation is around the caret."))

    @property
    def is_open(self) -> bool:
        return self._made is not None and self._made.draft is not None

    # -- opening

    @property
    def _popover(self) -> "SpanPopover":
        if self._made is None:
            from ui.article.reading.following import TextFollower
            from ui.popover.span_popover import SpanPopover

            self._made = made = SpanPopover(self._window)
            made.stored.connect(self.guarded(self._store_and_return))
            made.left.connect(self._leave)
            made.drafted.connect(self._propose)
            made.step_meant.connect(self.guarded(self._step))
            made.deletion_meant.connect(self.guarded(self._delete))
            made.annotation_chosen.connect(self.guarded(self._jump))
            self._view.viewport().installEventFilter(self)
            TextFollower(self._view.viewport(), made, self._stand_beside)
            app = QApplication.instance()
            if isinstance(app, QApplication):
                app.focusChanged.connect(self._follow_focus)
        return self._made

    def _open(self, *, note: bool) -> None:
        current = self._display.current()
        if current is None:
            self.say(self._nothing_here())
            return
        self._edit(current, note=note)

    def _edit(self, annotation: Annotation, *, note: bool = False) -> None:
        self._opening = True  # what scrolling for it would close
        try:
            self._show(annotation)
        finally:
            self._opening = False
        self._popover.take_keyboard(note=note)

    def _hover(self, annotation_id: str | None) -> None:
        """Show what the pointer rests on, without the keyboard; a click into the popover begins to edit it."""
        if self.is_open and self._has_keyboard(QApplication.focusWidget()):
            return
        layer = self._session.layer
        if annotation_id is None or layer is None or annotation_id not in layer:
            self._leaving.start()
            return
        self._leaving.stop()
        if self._view.hasFocus() and QApplication.activePopupWidget() is None:
            self._show(layer[annotation_id], may_scroll=False)

    def _stop_hovering(self) -> None:
        """Close what was only looked at, unless the pointer or the keyboard went into it."""
        if self.is_open and not self._has_keyboard(QApplication.focusWidget()):
            if self._popover.underMouse():
                self._leaving.start()
            else:
                self._popover.close_to(None)

    def _nothing_here(self) -> str:
        layer = self._session.layer
        if layer is None or not layer.annotations:
            return self.tr(
                "Nothing is annotated here yet: a label's key tags the word at the caret."
            )
        return self.tr("No annotation is current: put the caret into one, or press %1.").replace(
            "%1", i18n.isolate_ltr("J")
        )

    def _show(self, annotation: Annotation, *, may_scroll: bool = True) -> None:
        from ui.popover.draft import Draft

        QToolTip.hideText()  # one that came up first would lie over the popover and say the same
        if may_scroll:
            self._view.reveal(annotation.span)
        self._show_draft(Draft.of(annotation))
        self._popover.show()  # before it is measured: what was never shown has no style yet
        self._place(annotation.span, may_scroll=may_scroll)
        self._popover.raise_()

    def _show_draft(self, draft: "Draft") -> None:
        subject = self._subject()
        if subject is not None:
            self._popover.show_draft(draft, subject)
            self._propose()

    def _subject(self) -> "Subject | None":
        from ui.popover.draft import Subject

        project, article, layer = self._session.project, self._session.article, self._session.layer
        if project is None or article is None or layer is None:
            return None
        return Subject(
            layer,
            article.text,
            project.schema,
            self._display.names_of(),
            i18n.current(),
            self._session.is_writable,
        )

    def _place(self, span: Span, *, may_scroll: bool = False) -> None:
        from ui.popover import beside

        self._around = beside.put(self._popover, self._view, span, may_scroll=may_scroll)

    def _propose(self) -> None:
        draft = self._popover.draft
        subject = self._subject()
        if draft is None or subject is None:
            return
        from ui.proposals import choosing

        self._popover.show_choices(*choosing.offered(draft, subject, self.chooser))
        if self._popover.isVisible():
            self._place(draft.now.span)

    # -- storing and leaving

    def _store_and_return(self) -> None:
        self._store()
        self._leave()

    def _store(self) -> None:
        """Store the draft as one step of undo; a refusal leaves it open, so that nothing typed is lost."""
        layer = self._session.layer
        draft = self._made.take_typed() if self._made is not None else None
        if draft is None or layer is None or draft.before.id not in layer:
            return
        edit = draft.edit(layer)
        if edit is not None:
            from ui.popover.words import StepWords

            self._session.carry_out(edit, StepWords().of(draft))

    def _leave(self) -> None:
        """Close, whatever was typed, and give the keyboard back to the article."""
        if self._made is not None:
            self._made.close_to(self._view)

    def _end_typing(self) -> None:
        """Store before something else is done. What cannot be stored is said where it is tried: here it would stop that."""
        if self.is_open:
            has_keyboard = self._has_keyboard(QApplication.focusWidget())
            self._store_and_close(self._view if has_keyboard else None)

    def _step(self, direction: int) -> None:
        """Store, and edit the next or previous annotation; at either end, stay with this one."""
        draft = self._popover.draft
        if draft is None:
            return
        self._store()
        layer = self._session.layer
        if layer is None or draft.before.id not in layer:
            return
        ordered = layer.in_order
        index = ordered.index(layer[draft.before.id]) + direction
        self._edit_there(ordered[max(0, min(index, len(ordered) - 1))])

    def _jump(self, annotation_id: str) -> None:
        """Store, and edit the other end of a link."""
        self._store()
        layer = self._session.layer
        if layer is not None and annotation_id in layer:
            self._edit_there(layer[annotation_id])

    def _edit_there(self, annotation: Annotation) -> None:
        self._opening = True
        self._view.go_to(annotation)
        self._edit(annotation)

    def _delete(self) -> None:
        draft = self._popover.draft
        self._leave()
        if draft is not None:
            self._session.delete((draft.before.id,))

    # -- following what happens around

    def _connect(self) -> None:
        session, window = self._session, self._window
        session.typing_ends.connect(self._end_typing)
        session.article_leaving.connect(self._end_typing)
        session.layer_changed.connect(self._follow_layer)
        session.published_changed.connect(lambda *_: self._propose() if self.is_open else None)
        for told in (session.layer_changed, session.article_changed, session.schema_changed):
            told.connect(self._say_meaning)
        session.project_changed.connect(self._say_meaning)
        self._view.current_changed.connect(self._say_meaning)
        window.annotations.edit_meant.connect(self.open_for)
        self._view.annotation_hovered.connect(self._hover)
        for elsewhere in (
            self._view.label_pressed,
            self._view.command_pressed,
            self._view.caret_moved,
        ):
            elsewhere.connect(self._close_glance)
        self._view.verticalScrollBar().valueChanged.connect(self._close_glance)

    def _say_meaning(self, *_: object) -> None:
        """Say in the status line what the current annotation is and how to edit it."""
        current = self._display.current()
        project, layer = self._session.project, self._session.layer
        words = ""
        if current is not None and project is not None and layer is not None:
            from ui.popover.words import MeaningWords

            words = MeaningWords().of(
                current,
                layer,
                self._view.text,
                project.schema,
                is_editable=self._session.is_writable,
            )
        self._window.status.show_meaning(words)

    def _follow_layer(self, change: LayerChange) -> None:
        draft = self._made.draft if self._made is not None else None
        if draft is None or draft.before.id not in change.changed:
            return
        now = change.after.annotations.get(draft.before.id)
        if now is None:
            self._leave()
        else:
            self._show_draft(draft.on(now))

    def _close_glance(self, *_: object) -> None:
        """Close what the pointer opened as soon as something is done in the text."""
        if (
            self.is_open
            and not self._has_keyboard(QApplication.focusWidget())
            and not self._opening
        ):
            self._popover.close_to(None)

    def _stand_beside(self) -> None:
        """Stay beside the words when they went elsewhere: larger text, other panes, another size of the window."""
        draft = self._made.draft if self._made is not None else None
        if draft is None or not self._view.sees(draft.now.span):
            return
        from ui.popover import beside

        if beside.surroundings(self._view, draft.now.span) != self._around:
            self._place(draft.now.span)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the tool tip away while the popover says the same."""
        if event.type() == QEvent.Type.ToolTip and self.is_open:
            return True
        return super().eventFilter(watched, event)

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Store when the keyboard goes elsewhere in the window: by a click, by F6."""
        if (
            self.is_open
            and new is not None
            and self._has_keyboard(old)
            and not self._has_keyboard(new)
        ):
            self._store_and_close(None)

    def _store_and_close(self, keeper: QWidget | None) -> None:
        try:
            self._store()
        except AnnotatorError as error:
            from ui.wording.error_words import short

            self.say(short(error))
        if self._made is not None:
            self._made.close_to(keeper)

    def _has_keyboard(self, widget: QWidget | None) -> bool:
        """Tell whether a widget is in the popover or in a list that it opened."""
        while widget is not None and widget is not self._made:
            widget = widget.parentWidget()
        return widget is not None
