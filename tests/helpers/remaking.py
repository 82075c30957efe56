"""Makes an annotator's layer again in the real window, by real keys or the real mouse, and counts what it took.

Who does it knows the guidelines and the text, so which spans to make; of the program only what is on the screen: what a
key selected is looked at after the key, and what could not be foreseen is counted. What the program knows of the layer
to be made is nothing.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model import Annotation, Layer, Span
from annotator.places import typed, units
from annotator.text.folding import fold_key
from ui.article import selecting
from ui.popover.choice_row import ChoiceRow
from ui.popover.name_field import NameField
from ui.popover.span_popover import SpanPopover
from ui.widgets.quiet_combo import QuietCombo
from ui.workspace import Workspace

Key, Held = Qt.Key, Qt.KeyboardModifier
MOST_STEPS = 4
"""Presses with which somebody still adjusts a selection; then typing the word's letters is quicker."""

ADJUSTING = {
    "space": (Key.Key_Space, Held.NoModifier),
    "space off": (Key.Key_Space, Held.ShiftModifier),
    "before": (Key.Key_B, Held.NoModifier),
    "before off": (Key.Key_B, Held.ShiftModifier),
    "phrase": (Key.Key_P, Held.NoModifier),
    "quotation": (Key.Key_Apostrophe, Held.NoModifier),
    "sentence": (Key.Key_E, Held.NoModifier),
}


def _keyboard() -> QWidget:
    """Return what a key goes to: an open list, or else the widget with the focus."""
    popup = QApplication.activePopupWidget()
    return popup or QApplication.focusWidget()


@dataclass
class Remaking:
    """Counts by annotation: keys, or clicks and keys, to make it, and those to give it its values and links."""

    workspace: Workspace
    wanted: Layer
    to_make: list[int] = field(default_factory=list)
    to_fill: list[int] = field(default_factory=list)

    def by_keys(self) -> None:
        for annotation in self.wanted:
            self._count = 0
            self._reach(annotation)
            self._press_label(annotation.label)
            self._expect(annotation)
            self.to_make.append(self._count)
            self._fill(annotation)
            self.to_fill.append(self._count - self.to_make[-1])

    def by_mouse(self) -> None:
        for annotation in self.wanted:
            self._count = 0
            self._point(annotation)
            self._press_label(annotation.label)
            self._expect(annotation)
            self.to_make.append(self._count)

    def links(self) -> None:
        """Link who speaks: once everybody is tagged."""
        made = {(a.span, a.label): a for a in self.layer}
        for relation in sorted(self.wanted.relations):
            head, other = self.wanted[relation.head], self.wanted[relation.dependent]
            here = made[head.span, head.label]
            self._count = 0
            self.view.go_to(here)  # counted as two: the number of J presses depends on where one is
            self._count += 2
            for _ in range(8):
                self._key(self.view, Key.Key_S)
                linked = self.layer.dependents(here.id, relation.type)
                if made[other.span, other.label].id in linked:
                    break
            self.to_fill.append(self._count)

    # -- what is on the screen

    @property
    def view(self):
        return self.workspace.window.view

    @property
    def layer(self) -> Layer:
        assert self.workspace.session.layer is not None
        return self.workspace.session.layer

    def _on_screen(self) -> Span:
        top = float(self.view.verticalScrollBar().value())
        shown = list(self.view.visible_spans(top, top + self.view.viewport().height()))
        return Span(shown[0].start, shown[-1].end)

    # -- keys

    def _key(
        self, widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier
    ) -> None:
        QTest.keyClick(widget, key, held)
        self._count += 1

    def _type(self, letters: str) -> None:
        for letter in letters:
            target = QApplication.focusWidget()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Key.Key_unknown, Held.NoModifier, letter)
                QApplication.sendEvent(target, event)
            self._count += 1

    def _press_label(self, label: str) -> None:
        schema = self.workspace.session.project.schema
        self._key(self.view, getattr(Key, f"Key_{schema.label(label).key}"))

    def _reach(self, wanted: Annotation) -> None:
        """Get to a span: by the key for places, where the label is one it finds or the words were tagged before; else by letters."""
        if self._is_findable(wanted):
            for _ in range(3):
                self._key(self.view, Key.Key_N)
                selection = self.view.selection
                if selection is None or selection.start >= wanted.end:
                    break  # past it
                steps = self._adjusting(selection, wanted)
                if steps is not None:
                    self._adjust(steps)
                    return
                if selection.start > wanted.start:
                    break
        self._reach_by_letters(wanted)

    def _is_findable(self, wanted: Annotation) -> bool:
        schema = self.workspace.session.project.schema
        kind = schema.relations[0]
        dated = [
            label.name for label in schema.labels if any(a.kind == "date" for a in label.attributes)
        ]
        if wanted.label in (kind.head, kind.dependent, *dated):
            return True
        words = fold_key(wanted.span.of(self.view.text))
        return any(fold_key(a.span.of(self.view.text)) == words for a in self.layer)

    def _reach_by_letters(self, wanted: Annotation) -> None:
        text = self.view.text
        region = self._on_screen()
        while not (region.start <= wanted.start and wanted.end <= region.end):
            self._key(
                self.view, Key.Key_PageDown if wanted.start >= region.end - 1 else Key.Key_PageUp
            )
            region = self._on_screen()
        letters, word, downs, steps = min(
            self._ways(wanted, region), key=lambda way: len(way[0]) + way[2] + len(way[3])
        )
        self._key(self.view, Key.Key_Slash)
        self._type(letters)
        for _ in range(downs):
            self._key(_keyboard(), Key.Key_Down)
        assert self.view.selection == word, (word.of(text), self.view.selection)
        if steps:
            key, held = ADJUSTING[steps[0]]
            # the first key closes the line: that it does so is part of what is tried here
            line = _keyboard()
            if key == Key.Key_Space and held == Held.NoModifier:
                self._key(line, key)
                steps = steps[1:]
            else:
                self._key(line, Key.Key_Return)
            self._adjust(steps)
        self._open_line = not steps

    def _ways(
        self, wanted: Annotation, region: Span
    ) -> Iterator[tuple[str, Span, int, tuple[str, ...]]]:
        """Yield letters to type, the word they select, how often Down, and the keys after that."""
        text = self.view.text
        selection, caret = self.view.selection, self.view.caret
        origin = selection.start if selection else caret
        for start, end in (
            (t.start, t.end) for t in units._near(text, units.Unit.WORD, wanted.start)
        ):
            if end <= wanted.start or start >= wanted.end:
                continue
            for first in range(start, min(start + 2, end)):
                for length in range(1, min(5, end - first + 1)):
                    letters = text[first : first + length]
                    if not letters.isalpha():
                        continue
                    found = typed.starting_with(text, region, letters)
                    at = next((i for i, span in enumerate(found) if span.start >= origin), 0)
                    for downs in range(min(4, len(found))):
                        span = found[(at + downs) % len(found)]
                        if not (span.start < end and start < span.end):
                            continue
                        steps = self._adjusting(span, wanted)
                        if steps is not None:
                            yield letters, span, downs, steps
        if wanted.span.of(text)[0].isdigit():
            letters = wanted.span.of(text)[0]
            found = typed.starting_with(text, region, letters)
            for downs, span in enumerate(found):
                steps = self._adjusting(span, wanted)
                if steps is not None and span.start == wanted.start:
                    yield letters, span, downs, steps

    def _adjust(self, steps: tuple[str, ...]) -> None:
        for step in steps:
            self._key(self.view, *ADJUSTING[step])

    def _adjusting(self, selection: Span, wanted: Annotation) -> tuple[str, ...] | None:
        """Return the fewest keys that make the selection what the label's key turns into the span, or None."""
        waiting: deque[tuple[Span, tuple[str, ...]]] = deque([(selection, ())])
        known = {selection}
        while waiting:
            span, steps = waiting.popleft()
            if self._becomes(span, wanted.label) == wanted.span:
                return steps
            if len(steps) == MOST_STEPS:
                continue
            for name in ADJUSTING:
                after = self._after(name, span)
                if (
                    after is not None
                    and after not in known
                    and len(after) <= 3 * len(wanted.span) + 40
                ):
                    known.add(after)
                    waiting.append((after, (*steps, name)))
        return None

    def _becomes(self, span: Span, label: str) -> Span:
        """Return what the label's key would tag; the window shows by a dotted line which letters stay outside."""
        trimmed = selecting.trimmed(self.view.text, span.start, span.end)
        return self.workspace.commands.propose.proposer.edge(label, trimmed) if trimmed else span

    def _after(self, name: str, span: Span) -> Span | None:
        text = self.view.text
        match name:
            case "space":
                return units.grown(text, units.Unit.WORD, span, span.end)
            case "space off":
                return units.shrunk(text, units.Unit.WORD, span)
            case "before":
                word = selecting.previous_word(text, span.start)
                return Span(word.start, span.end) if word else None
            case "before off":
                word = selecting.next_word(text, span.start + 1)
                inside = word is not None and word.start < span.end
                return selecting.trimmed(text, word.start, span.end) if inside else None
            case _:
                return units.grown(text, units.Unit(name), span, span.end)

    def _expect(self, wanted: Annotation) -> None:
        made = {(a.span, a.label) for a in self.layer}
        text = self.view.text
        assert (wanted.span, wanted.label) in made, (
            f"{wanted.span.of(text)!r} was not made as {wanted.label}; last: "
            f"{[(a.span.of(text), a.label) for a in self.layer][-3:]}"
        )

    # -- values

    def _fill(self, wanted: Annotation) -> None:
        """Give the annotation the values it is to have, where those it began with are others."""
        made = next(a for a in self.layer if (a.span, a.label) == (wanted.span, wanted.label))
        if dict(made.attributes) == dict(wanted.attributes) and made.note == wanted.note:
            return
        if self._take_proposed(made, wanted):
            return
        self._key(self.view, Key.Key_Return)
        label = self.workspace.session.project.schema.label(wanted.label)
        popover = self.workspace.window.findChild(SpanPopover)
        for attribute in label.attributes:
            value = wanted.attribute(attribute.name)
            if popover.draft.now.attribute(attribute.name) == value:
                continue
            if not self._choose(popover, attribute.name, value):
                self._write(popover, attribute.title("en"), value)
        self._key(_keyboard(), Key.Key_Return)
        now = next(a for a in self.layer if a.id == made.id)
        assert dict(now.attributes) == dict(wanted.attributes), (now, wanted)

    def _take_proposed(self, made: Annotation, wanted: Annotation) -> bool:
        """Press V as long as the status line shows another value, where only a value is missing."""
        proposer = self.workspace.commands.propose.proposer
        offered = [one.value for one in proposer.choices(made.label, made.span)]
        value = next(iter(wanted.attributes.values()), "")
        if len(wanted.attributes) != 1 or value not in offered[:2]:
            return False
        for _ in offered:
            self._key(self.view, Key.Key_V)
            if dict(self.layer[made.id].attributes) == dict(wanted.attributes):
                return True
        return False

    def _choose(self, popover: SpanPopover, name: str, value: str) -> bool:
        for row in popover.findChildren(ChoiceRow):
            for number, choice in enumerate(row.choices, 1):
                if dict(choice.values).get(name) == value:
                    digit = getattr(Key, f"Key_{number}")
                    self._key(_keyboard(), digit, Held.AltModifier)
                    return True
        return False

    def _write(self, popover: SpanPopover, title: str, value: str) -> None:
        """Go to the field with Tab, and type or choose."""
        for _ in range(12):
            field = QApplication.focusWidget()
            if field.accessibleName() == title:
                break
            self._key(_keyboard(), Key.Key_Tab)
        assert field.accessibleName() == title, title
        if isinstance(field, QuietCombo):
            self._key(field, Key.Key_Down)
            for _ in range(abs(field.findData(value) - field.currentIndex())):
                self._key(
                    field.view(),
                    Key.Key_Down if field.findData(value) > field.currentIndex() else Key.Key_Up,
                )
            self._key(field.view(), Key.Key_Return)
            return
        field.selectAll()
        for letter in value:
            self._type(letter)
            if self._complete(field, value):
                return

    def _complete(self, field: QWidget, value: str) -> bool:
        """Choose the value in the list under the field, where it is one of the first."""
        completer = field.completer() if isinstance(field, NameField) else None
        popup = completer.popup() if completer else None
        if popup is None or not popup.isVisible():
            return False
        offered = [
            popup.model().index(row, 0).data() for row in range(min(3, popup.model().rowCount()))
        ]
        if value not in offered:
            return False
        for _ in range(offered.index(value) + 1):
            self._key(popup, Key.Key_Down)
        self._key(popup, Key.Key_Return)
        return True

    # -- the mouse

    def _point(self, wanted: Annotation) -> None:
        """Click a word, drag over several, or click into a quotation and press its key."""
        span, text = wanted.span, self.view.text
        last = span.end - 1
        word = selecting.word_at(text, span.start)
        if word is not None and word.end >= span.end and self._becomes(word, wanted.label) == span:
            self._click(span.start)
            return
        if units.at(text, units.Unit.QUOTATION, span.start) == span:
            self._click(span.start)
            self._key(self.view, Key.Key_Apostrophe)
            return
        self._drag(span.start, last)
        if self._becomes(self.view.selection, wanted.label) != span:
            self._drag(span.start, last, exactly=True)

    def _click(self, position: int) -> None:
        where = self._place(position)
        self._mouse(QEvent.Type.MouseButtonPress, where)
        self._mouse(QEvent.Type.MouseButtonRelease, where)
        self._count += 1

    def _drag(self, first: int, last: int, *, exactly: bool = False) -> None:
        held = Held.AltModifier if exactly else Held.NoModifier
        self.view.reveal(Span(first, last + 1))
        start, end = self._place(first), self._place(last)
        self._mouse(QEvent.Type.MouseButtonPress, start, held)
        self._mouse(QEvent.Type.MouseMove, (start + end) / 2, held)
        self._mouse(QEvent.Type.MouseMove, end, held)
        self._mouse(QEvent.Type.MouseButtonRelease, end, held)
        self._count += 1

    def _place(self, position: int) -> QPointF:
        self.view.reveal(Span(position, position + 1))
        return self.view.cell(position).center() - QPointF(0, self.view.verticalScrollBar().value())

    def _mouse(
        self, kind: QEvent.Type, where: QPointF, held: Qt.KeyboardModifier = Held.NoModifier
    ) -> None:
        viewport = self.view.viewport()
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        buttons = none if kind == QEvent.Type.MouseButtonRelease else left
        cause = none if kind == QEvent.Type.MouseMove else left
        place = QPointF(viewport.mapToGlobal(where.toPoint()))
        QApplication.sendEvent(viewport, QMouseEvent(kind, where, place, cause, buttons, held))
