"""Getting to what is to be tagged by few keys: units selected and grown, places not labelled yet, words by their letters."""

from functools import cached_property
from typing import TYPE_CHECKING

from annotator.model import Span
from ui.article.text import LINES_AROUND
from ui.commands.base import Commands
from ui.layer_display import LayerDisplay
from ui.main_window import MainWindow
from ui.session import Session

if TYPE_CHECKING:
    from annotator.places.name_forms import NameForms
    from annotator.places.unlabelled import Key
    from ui.find.jump_line import JumpLine
    from ui.names.known_names import KnownNames


class ReachCommands(Commands):
    """Selects and moves; what is selected is the annotator's to tag."""

    def __init__(self, window: MainWindow, session: Session, display: LayerDisplay) -> None:
        super().__init__(window, session)
        self._display = display
        self._view = window.view
        self._grown: list[tuple[Span | None, int, Span]] = []
        """What was selected, where the caret was, and what a key made of it: the last one is taken back exactly."""
        self.known: KnownNames | None = None

    # -- units

    def grow(self, name: str) -> None:
        """Select the word, phrase, quotation or sentence at the caret; again: what is around it or comes after it."""
        from annotator.places import units

        unit = units.Unit(name)
        selection, caret = self._view.selection, self._view.caret
        span = units.grown(self._view.text, unit, selection, caret)
        if span is None:
            self.say(self._nothing_more(name))
            return
        self._grown.append((selection, caret, span))
        self._view.select(span)
        self._view.show_caret(LINES_AROUND)

    def shrink(self, name: str) -> None:
        """Take back what the last such key added or, of another selection, its last unit."""
        from annotator.places import units

        selection = self._view.selection
        if selection is None:
            self._say_nothing_selected()
            return
        if self._grown and self._grown[-1][2] == selection:
            before, caret, _ = self._grown.pop()
            self._select_or_place(before, caret)
            return
        self._grown.clear()
        kept = units.shrunk(self._view.text, units.Unit(name), selection)
        self._select_or_place(kept, selection.start)

    def add_word_before(self) -> None:
        """Add the word before the selection, or before the word at the caret."""
        from ui.article import selecting

        text, selection = self._view.text, self._view.selection
        held = selection or selecting.word_at(text, self._view.caret)
        word = selecting.previous_word(text, held.start if held else self._view.caret)
        if word is None:
            self.say(self._nothing_more("word"))
            return
        span = Span(word.start, held.end if held else word.end)
        self._grown.append((selection, self._view.caret, span))
        self._view.select(span, backwards=True)

    def drop_first_word(self) -> None:
        """Take the first word off the selection."""
        from ui.article import selecting

        text, selection = self._view.text, self._view.selection
        if selection is None:
            self._say_nothing_selected()
            return
        word = selecting.next_word(text, selection.start + 1)
        kept = (
            selecting.trimmed(text, word.start, selection.end)
            if word and word.start < selection.end
            else None
        )
        self._select_or_place(kept, selection.start)

    # -- places

    def step(self, direction: int) -> None:
        """Select the next (1) or previous (-1) place that looks like a name, a date or a quotation and has no label."""
        from annotator.places import unlabelled

        article, layer, project = self._session.article, self._session.layer, self._session.project
        if article is None or layer is None or project is None:
            return
        reading = unlabelled.Reading(
            article.text, layer, project.schema, article.published, self._names()
        )
        place = unlabelled.step(reading, self._here(), direction)
        if place is None:
            self.say(
                self.tr("Nothing more looks like a name, a date or a quotation without a label.")
                if direction > 0
                else self.tr(
                    "Nothing before this looks like a name, a date or a quotation without a label."
                )
            )
            return
        self._view.select(place.span)
        self._view.reveal(place.span)

    # -- words by their letters

    @cached_property
    def _line(self) -> "JumpLine":
        from ui.find.jump_line import JumpLine

        return JumpLine(self._view)

    def jump(self) -> None:
        """Open the line in which the first letters of a word on the screen are typed."""
        self._line.open()

    # -- inside

    def _select_or_place(self, span: Span | None, caret: int) -> None:
        if span is not None:
            self._view.select(span)
        else:
            self._view.place_caret(caret)

    def _here(self) -> "Key":
        """Return what a step begins from: the selection, the annotation that was just made or gone to, or the caret."""
        from annotator.places.unlabelled import key_of

        current, selection = self._display.current(), self._view.selection
        if selection is not None:
            return key_of(selection)
        if current is not None and self._view.is_chosen:
            return key_of(current.span)
        return self._view.caret, -len(self._view.text) - 1

    def _names(self) -> "NameForms":
        """Return the names to look for: everybody's, the registry's, those in use, and what is tagged here."""
        from annotator.places import name_forms

        layer, article, project = self._session.layer, self._session.article, self._session.project
        if layer is None or article is None or project is None:
            return name_forms.NameForms()
        relation = next(iter(project.schema.relations), None)
        forms = name_forms.everybody_knows(relation.dependent if relation else None)
        if self.known is not None:
            forms += self.known.written()
        labels = self.known.labels() if self.known is not None else ()
        return name_forms.NameForms(
            [*forms, *name_forms.used_in(layer.in_order, article.text, labels)]
        )

    def _say_nothing_selected(self) -> None:
        self.say(self.tr("Nothing is selected."))

    def _nothing_more(self, name: str) -> str:
        words = {
            "word": self.tr("There is no further word."),
            "phrase": self.tr("There is no further phrase."),
            "quotation": self.tr("There is no quotation here or further on."),
            "sentence": self.tr("There is no further sentence."),
        }
        return words[name]
