"""The editor of one annotation, beside its words: everything typed is stored as one step, or nothing is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model import Relation
from ui import i18n
from ui.i18n import isolate_ltr
from ui.popover.attribute_form import GAP, AttributeForm
from ui.popover.choice_row import Choice, ChoiceRow
from ui.popover.draft import Draft, Subject
from ui.popover.label_row import LabelRow
from ui.popover.link_field import LinkField
from ui.popover.links_box import LinksBox
from ui.popover.popover_keys import Meaning, PopoverKey, key_of
from ui.style import assets
from ui.style.wrapping import wrap
from ui.widgets.fields import NoteField


class SpanPopover(QFrame):
    """Shows a `Draft` and changes nothing but it."""

    drafted = Signal()
    """The draft changed: what is proposed for it may be something else now."""
    stored = Signal()
    left = Signal()
    step_meant = Signal(int)
    deletion_meant = Signal()
    annotation_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("span-popover")
        # what the popover does not want is not for the article below it
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._draft: Draft | None = None
        self._subject: Subject | None = None
        self._build()
        self._connect()
        self._retranslate()
        self.hide()

    @property
    def draft(self) -> Draft | None:
        """What is being made; what is still being typed is taken in by `take_typed`."""
        return self._draft

    def show_draft(self, draft: Draft, subject: Subject) -> None:
        """Show a draft from its beginning, or the same one when the layer around it changed."""
        is_another = self._draft is None or self._draft.before.id != draft.before.id
        if is_another:
            self._form.restore()
            self._note.restore()
        self._draft, self._subject = draft, subject
        self._show(draft, subject)

    def show_choices(self, choices: Sequence[Choice], why: str = "") -> None:
        """Offer values under the value, or links under the links; ``why`` stands there in place of a reason."""
        are_links = any(choice.links for choice in choices)
        self._speakers.show_choices(choices if are_links else ())
        self._choices.show_choices(() if are_links else choices, "" if are_links else why)
        self._fit_body()

    def take_typed(self) -> Draft | None:
        """Take what is still being typed into the draft, and return it."""
        self._form.commit()
        self._note.commit()
        return self._draft

    def close_to(self, keeper: QWidget | None) -> None:
        """Close; what was typed is dropped. The keyboard goes to ``keeper`` before Qt gives it to anybody."""
        self._draft = None
        self._form.restore()
        self._note.restore()
        if keeper is not None:
            keeper.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def take_keyboard(self, *, note: bool = False) -> None:
        """Put the keyboard into the value, all of it selected, or into the note."""
        usable = (stop for stop in self._stops() if stop.isEnabled())
        target = self._note if note else next(usable, self._note)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        select_all = getattr(target, "selectAll", None)
        if callable(select_all):
            select_all()

    def height_at(self, width: int) -> int:
        """Return how high the whole content is at a width."""
        frame = 2 * self.frameWidth()
        self._column.activate()
        return self._column.totalHeightForWidth(width - frame) + frame

    # -- Qt

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802 - Qt's names
        """Let Tab go round inside."""
        if self._draft is None:  # being hidden, Qt looks for who has the keyboard next
            return super().focusNextPrevChild(next)
        stops = [stop for stop in self._stops() if stop.isVisible() and stop.isEnabled()]
        focused = self.window().focusWidget()
        index = stops.index(focused) if focused in stops else (-1 if next else 0)
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[(index + (1 if next else -1)) % len(stops)].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._show_focused()
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and key_of(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._press(watched, event):
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what no field wanted: nothing typed in here is for the article."""
        self._press(self, event)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_body()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_note"):
            self._retranslate()
        super().changeEvent(event)

    # -- inside

    def _build(self) -> None:
        self._labels = LabelRow()
        self._delete = QToolButton()
        self._delete.setIcon(assets.icon("delete"))
        self._delete.setIconSize(QSize(16, 16))
        self._delete.setAutoRaise(True)
        self._choices, self._speakers = ChoiceRow(), ChoiceRow()
        self._form = AttributeForm(self._choices)
        self._links, self._links_to_here = LinksBox(incoming=False), LinksBox(incoming=True)
        self._note_title = QLabel()
        self._note = NoteField(lines=1)
        self._note_title.setBuddy(self._note)
        self._keys = QLabel()
        wrap(self._keys)
        self._keys.setProperty("role", "hint")
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._labels, 1)
        head.addWidget(self._delete, 0, Qt.AlignmentFlag.AlignTop)
        note = QHBoxLayout()
        note.setSpacing(GAP)
        note.addWidget(self._note_title)
        note.addWidget(self._note, 1)
        self._body = QWidget()
        self._column = column = QVBoxLayout(self._body)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._links)
        column.addWidget(self._speakers)
        column.addWidget(self._form)
        column.addLayout(note)
        column.addWidget(self._links_to_here)
        column.addWidget(self._keys)
        column.addStretch(1)
        self._scroller = scroller = QScrollArea()
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(self._body)
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroller)
        self.setFrameShape(QFrame.Shape.StyledPanel)

    def _connect(self) -> None:
        self._labels.chosen.connect(self._relabel)
        self._delete.clicked.connect(self.deletion_meant)
        self._form.edited.connect(lambda name, value: self._change_values({name: value}))
        self._form.rebuilt.connect(self._watch)
        self._choices.chosen.connect(self._take)
        self._speakers.chosen.connect(self._take)
        self._note.edited.connect(self._change_note)
        for box in (self._links, self._links_to_here):
            box.rebuilt.connect(self._watch)
            box.annotation_chosen.connect(self.annotation_chosen)
            box.unlink_requested.connect(self._unlink)
        self._links.link_requested.connect(
            lambda kind, head, dependent: self._link(Relation(kind, head, dependent))
        )
        self._watch()

    def _watch(self) -> None:
        """Hear every key before the fields do."""
        for stop in self._stops():
            stop.removeEventFilter(self)
            stop.installEventFilter(self)

    def _fit_body(self) -> None:
        """Give the content its width and the height that goes with it: Qt's scroll area knows only one of the two."""
        self._whole.activate()
        content, bar = self._column, Qt.ScrollBarPolicy
        content.activate()
        fits = content.totalHeightForWidth(self._scroller.width()) <= self._scroller.height()
        self._scroller.setVerticalScrollBarPolicy(
            bar.ScrollBarAlwaysOff if fits else bar.ScrollBarAlwaysOn
        )
        self._whole.activate()
        room = self._scroller.viewport().size()
        self._body.resize(
            room.width(), max(content.totalHeightForWidth(room.width()), room.height())
        )
        content.activate()
        self._show_focused()

    def _show_focused(self) -> None:
        """Scroll to what has the keyboard: with many labels not everything is in view."""
        focused = self.window().focusWidget()
        if focused is not None and self._body.isAncestorOf(focused):
            # all of the field: Qt's ensureWidgetVisible is content with its caret
            area = QRect(focused.mapTo(self._body, QPoint(0, 0)), focused.size())
            for edge in (area.bottom(), area.top()):
                self._scroller.ensureVisible(0, edge, 0, GAP)

    def _stops(self) -> list[QWidget]:
        """Return the widgets that Tab visits: what is typed into first, a quotation's speaker before all."""
        links = self._links.stops
        fields = [stop for stop in links if isinstance(stop, LinkField)]
        buttons = [stop for stop in links if stop not in fields]
        return [
            *fields,
            *self._form.stops,
            self._note,
            *buttons,
            *self._links_to_here.stops,
            self._delete,
        ]

    def _show(self, draft: Draft, subject: Subject) -> None:
        now, schema = draft.now, subject.schema
        self._labels.show_labels(schema, subject.language, now.label)
        self._form.show_annotation(
            now, schema.label(now.label), subject.names.get(now.label, ()), subject.language
        )
        self._note.show_value(now.note)
        layer = draft.layer_as_drafted(subject.layer)
        for box in (self._links, self._links_to_here):
            box.show_links(now, layer, subject.text, schema, subject.language)
        links = (self._links, self._links_to_here)
        for part in (self._labels, self._form, self._speakers, self._delete, *links):
            part.setEnabled(subject.is_editable)
        self._note.setReadOnly(not subject.is_editable)
        self._say_what_a_note_is(subject.is_editable)
        titles = max(self._form.title_width, self._note_title.sizeHint().width())
        self._note_title.setFixedWidth(titles)
        self._say_keys()

    def _redraw(self, draft: Draft) -> None:
        self._draft = draft
        if self._subject is not None:
            self._show(draft, self._subject)
        self.drafted.emit()

    def _change_values(self, values: Mapping[str, str]) -> None:
        if self._draft is not None:
            self._redraw(self._draft.with_values(values))

    def _change_note(self, note: str) -> None:
        if self._draft is not None:
            self._redraw(self._draft.with_note(note))

    def _relabel(self, label: str) -> None:
        draft = self.take_typed()
        if draft is not None and self._subject is not None and label != draft.now.label:
            had_keyboard = self.isAncestorOf(self.window().focusWidget() or self.window())
            self._redraw(draft.relabelled(label, self._subject.schema))
            if had_keyboard:
                self.take_keyboard()

    def _link(self, relation: Relation) -> None:
        if self._draft is not None:
            self._redraw(self._draft.with_link(relation))
            self.take_keyboard()

    def _unlink(self, relation: Relation) -> None:
        if self._draft is not None:
            self._redraw(self._draft.without_link(relation))
            self.take_keyboard()

    def _take(self, choice: Choice) -> None:
        """Write a chosen value into its field, or link a chosen speaker; chosen again, unlink."""
        draft = self.take_typed()
        if draft is None:
            return
        if choice.values:
            draft = draft.with_values(dict(choice.values))
        for relation in choice.links:
            draft = draft.without_link(relation) if choice.is_taken else draft.with_link(relation)
        self._redraw(draft)

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        """Do what one of the popover's own keys means; tell whether it was one."""
        match key_of(event):
            case PopoverKey(Meaning.STORE) if isinstance(watched, QAbstractButton):
                watched.click()
            case PopoverKey(Meaning.STORE):
                if not event.isAutoRepeat():
                    self.stored.emit()
            case PopoverKey(Meaning.LEAVE):
                self.left.emit()
            case PopoverKey(Meaning.STEP, direction):
                self.step_meant.emit(direction)
            case PopoverKey(Meaning.CHOOSE, number):
                row = self._speakers if self._speakers.choices else self._choices
                row.choose(number)
            case PopoverKey(Meaning.RELABEL, number):
                self._labels.choose(number)
            case _:
                return False
        return True

    def _say_keys(self) -> None:
        editable = self._subject is None or self._subject.is_editable
        if not editable:
            self._keys.setText(self.tr("Open for reading only · Esc return"))
            return
        words = self.tr(
            "%1 store · %2 return · %3 next field · %4 label · %5 next", "keys of the popover"
        )
        last = f"Ctrl+1…{self._labels.keys}" if self._labels.keys > 1 else "Ctrl+1"
        for mark, key in (
            ("%1", "Enter"),
            ("%2", "Esc"),
            ("%3", "Tab"),
            ("%4", last),
            ("%5", "Alt+↓"),
        ):
            words = words.replace(mark, isolate_ltr(key))
        self._keys.setText(words)

    def _say_what_a_note_is(self, is_editable: bool) -> None:
        words = self.tr("Add a note; Shift+Enter starts a line")
        self._note.setPlaceholderText(words if is_editable else "")

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Annotation"))
        self._delete.setAccessibleName(self.tr("Delete the annotation"))
        self._delete.setToolTip(self.tr("Delete the annotation (in the text: Del)"))
        self._note_title.setText(self.tr("Note"))
        self._note.setAccessibleName(self.tr("Note"))
        self._say_what_a_note_is(self._subject is None or self._subject.is_editable)
        self._form.retranslate()
        self._links.retranslate()
        self._links_to_here.retranslate()
        self._say_keys()
        if self._draft is not None and self._subject is not None:
            self._form.commit()  # what is typed outlives its field
            self._subject = replace(self._subject, language=i18n.current())
            self._show(self._draft, self._subject)
