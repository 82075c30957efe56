"""The popover at an annotation of gold: the annotator's own, filled from gold, with the annotators' values to choose from."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model import Annotation
from annotator.review.rows import Row
from ui import i18n
from ui.popover import beside
from ui.popover.draft import Draft, Subject
from ui.popover.span_popover import SpanPopover
from ui.review.context import ReviewContext
from ui.review.deciding.compare_page import ComparePage
from ui.review.deciding.given import links_given, values_given


class GoldPopover(QObject):
    """Opens, fills, places and closes the popover; what was made in it is told with `stored`."""

    stored = Signal(object, object, object)  # the annotation before, after, and the edit or None
    deletion_meant = Signal(str)

    def __init__(self, context: ReviewContext, page: ComparePage, window: QWidget) -> None:
        super().__init__(page)
        self._context, self._page, self._view = context, page, page.view
        self.row: Row | None = None
        """The open row of which gold has nothing yet; None where an annotation of gold is edited."""
        self.popover = made = SpanPopover(window)
        made.stored.connect(self._store_and_return)
        made.left.connect(self._leave)
        made.drafted.connect(self._propose)
        made.step_meant.connect(self._step)
        made.deletion_meant.connect(self._delete)
        made.annotation_chosen.connect(self._jump)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    @property
    def is_open(self) -> bool:
        return self.popover.draft is not None

    def edit(self, annotation: Annotation, row: Row | None) -> None:
        """Edit an annotation of gold, or the draft of one for a row."""
        self.row = row
        self._view.reveal(annotation.span)
        draft = Draft.of(annotation)
        subject = self._subject(draft)
        if subject is None:
            return
        self.popover.show_draft(draft, subject)
        self._propose()
        self.popover.show()  # before it is measured: what was never shown has no style yet
        beside.put(self.popover, self._view, annotation.span, may_scroll=True)
        self.popover.raise_()
        self.popover.take_keyboard()

    def close(self) -> None:
        """Drop what is being typed: another article is shown."""
        if self.is_open:
            self.popover.close_to(None)

    # -- inside

    def _subject(self, draft: Draft) -> Subject | None:
        shown = self._page.shown
        if shown is None:
            return None
        gold = shown.gold
        layer = gold if draft.before.id in gold else gold.added(draft.before)
        return Subject(
            layer,
            shown.article.text,
            shown.schema,
            self._context.session.names(),
            i18n.current(),
            not shown.may_decide,
        )

    def _propose(self) -> None:
        """Offer what annotators gave: values, or whom they linked; of a quotation nobody linked, the likeliest speakers."""
        draft = self.popover.draft
        subject = self._subject(draft) if draft is not None else None
        if draft is None or subject is None:
            return
        given = links_given(draft, subject, self._page.shown, self._page.current)
        self.popover.show_choices(given or values_given(draft, self._page.current))
        if self.popover.isVisible():
            beside.put(self.popover, self._view, draft.now.span, may_scroll=False)

    def _store_and_return(self) -> None:
        self._store()
        self._leave()

    def _store(self) -> None:
        draft = self.popover.take_typed()
        shown = self._page.shown
        if draft is None or shown is None:
            return
        layer = shown.gold
        if self.row is not None:
            edit = draft.edit(layer.added(draft.before))
        elif draft.before.id in layer:
            edit = draft.edit(layer)
        else:
            return
        self.stored.emit(draft.before, draft.now, edit)

    def _leave(self) -> None:
        self.popover.close_to(self._page.list)

    def _step(self, direction: int) -> None:
        """Store, and edit the next or previous row's gold."""
        self._store_and_return()
        self._page.step(direction)
        if self._page.current is not None:
            self._page.edit_meant.emit(self._page.current)

    def _jump(self, annotation_id: str) -> None:
        self._store()
        shown = self._page.shown
        if shown is not None and annotation_id in shown.gold:
            row = next((r for r in shown.rows if any(g.id == annotation_id for g in r.gold)), None)
            self._page.go_to(row)
            self.edit(shown.gold[annotation_id], None)

    def _delete(self) -> None:
        draft = self.popover.draft
        self._leave()
        if draft is not None and self.row is None:
            self.deletion_meant.emit(draft.before.id)

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Store when the keyboard goes elsewhere in the window; of an open row nothing is decided by that."""
        if (
            not self.is_open
            or new is None
            or self._has_keyboard(new)
            or not self._has_keyboard(old)
        ):
            return
        if self.row is None:
            self._store()
        self.popover.close_to(None)

    def _has_keyboard(self, widget: QWidget | None) -> bool:
        while widget is not None and widget is not self.popover:
            widget = widget.parentWidget()
        return widget is not None
