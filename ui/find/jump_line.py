"""A small line in which the first letters of a word on the screen are typed, to get there and select it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.model import Span
from annotator.places.typed import starting_with
from ui.article.view import ArticleView
from ui.widgets.announcing import announce

WIDTH, GAP = 200, 8
NEXT = (Qt.Key.Key_Down, Qt.Key.Key_Tab)
PREVIOUS = (Qt.Key.Key_Up, Qt.Key.Key_Backtab)


class JumpLine(QLineEdit):
    """Selects while one types. Every key that is no letter of a word closes it and is the article's again."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._from: tuple[Span | None, int] = (None, 0)
        self._found: tuple[Span, ...] = ()
        self._at = 0
        self.setObjectName("jump-line")
        self.setMaxLength(40)
        self.textEdited.connect(self._look)
        view.viewport().installEventFilter(self)
        self._retranslate()
        self.hide()

    def open(self) -> None:
        self._from = (self._view.selection, self._view.caret)
        self._found = ()
        self.clear()
        self._show_misses(False)
        self._place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- Qt

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and not event.modifiers() & _COMMANDS:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in (*NEXT, *PREVIOUS):
                self._step(1 if event.key() in NEXT else -1)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close()
        elif self._is_for_the_article(event):
            self._close()
            QApplication.sendEvent(self._view, event)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # -- inside

    def _is_for_the_article(self, event: QKeyEvent) -> bool:
        """Tell whether a key is none of a word: a space, a sign, or a digit after letters, which is a label's key."""
        typed = event.text()
        if not typed or not typed.isprintable() or event.modifiers() & _COMMANDS:
            return False
        if typed.isdigit():
            return bool(self._found) and not self.text()[:1].isdigit()
        return not (typed.isalpha() or event.key() == Qt.Key.Key_unknown)

    def _look(self, typed: str) -> None:
        region = self._on_screen()
        self._found = starting_with(self._view.text, region, typed) if region else ()
        self._show_misses(bool(typed) and not self._found)
        if not self._found:
            self._select_or_place(*self._from)
            if typed:
                announce(self._view, self.tr("No word on the screen begins with this"))
            return
        selection, caret = self._from
        origin = selection.start if selection else caret
        self._at = next((i for i, span in enumerate(self._found) if span.start >= origin), 0)
        self._select()

    def _step(self, direction: int) -> None:
        if self._found:
            self._at = (self._at + direction) % len(self._found)
            self._select()

    def _select(self) -> None:
        span = self._found[self._at]
        self._view.select(span)
        announce(self._view, span.of(self._view.text))

    def _go_back(self) -> None:
        self._close()
        self._select_or_place(*self._from)

    def _select_or_place(self, span: Span | None, caret: int) -> None:
        if span is not None:
            self._view.select(span)
        else:
            self._view.place_caret(caret)

    def _close(self) -> None:
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _on_screen(self) -> Span | None:
        """Return the part of the text that is in view."""
        top = float(self._view.verticalScrollBar().value())
        shown = list(self._view.visible_spans(top, top + self._view.viewport().height()))
        return Span(shown[0].start, shown[-1].end) if shown else None

    def _show_misses(self, misses: bool) -> None:
        self.setProperty("state", "bad" if misses else "")
        self.style().polish(self)

    def _place(self) -> None:
        """Stand in the upper corner where lines end: there is the least to read."""
        text = self._view.viewport().geometry()
        width = min(WIDTH, text.width() - 2 * GAP)
        left = text.left() + GAP if self.isRightToLeft() else text.right() + 1 - GAP - width
        self.setGeometry(left, text.top() + GAP, width, self.sizeHint().height())

    def _retranslate(self) -> None:
        self.setPlaceholderText(self.tr("First letters of a word"))
        self.setAccessibleName(self.tr("Go to a word on the screen by its first letters"))


_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
