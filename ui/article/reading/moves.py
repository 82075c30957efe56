"""Where keys take the caret: past blank lines, and from word to word without stopping at signs."""

from enum import Enum, auto

from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from ui.article import selecting

_VERTICAL = {
    QTextCursor.MoveOperation.Down: (
        QKeySequence.StandardKey.MoveToNextLine,
        QKeySequence.StandardKey.SelectNextLine,
        QKeySequence.StandardKey.MoveToNextPage,
        QKeySequence.StandardKey.SelectNextPage,
    ),
    QTextCursor.MoveOperation.Up: (
        QKeySequence.StandardKey.MoveToPreviousLine,
        QKeySequence.StandardKey.SelectPreviousLine,
        QKeySequence.StandardKey.MoveToPreviousPage,
        QKeySequence.StandardKey.SelectPreviousPage,
    ),
}


class WordMove(Enum):
    """A key that goes from word to word, to the right or left as the page shows it."""

    RIGHT = auto()
    LEFT = auto()


def word_move(event: QKeyEvent) -> tuple[WordMove, bool] | None:
    """Return where a key goes by a word, and whether it selects on the way; None for other keys."""
    keys = QKeySequence.StandardKey
    for key, move, selects in (
        (keys.MoveToNextWord, WordMove.RIGHT, False),
        (keys.SelectNextWord, WordMove.RIGHT, True),
        (keys.MoveToPreviousWord, WordMove.LEFT, False),
        (keys.SelectPreviousWord, WordMove.LEFT, True),
    ):
        if event.matches(key):
            return move, selects
    return None


def vertical_move(event: QKeyEvent) -> QTextCursor.MoveOperation | None:
    """Return whether a key goes up or down the lines."""
    for operation, keys in _VERTICAL.items():
        if any(event.matches(key) for key in keys):
            return operation
    return None


def next_word(text: str, position: int, *, to_end: bool) -> int:
    """Return where the next word starts, or where this or the next one ends; the position itself after the last word."""
    if to_end:
        here = selecting.token_at(text, position)
        if here is not None and selecting.is_word(text, here):
            return here.end
    word = selecting.next_word(text, position + (0 if to_end else 1))
    while word is not None and not selecting.is_word(text, word):
        word = selecting.next_word(text, word.end)
    if word is None:
        return position
    return word.end if to_end else word.start


def previous_word(text: str, position: int) -> int:
    """Return where the word before a position starts, or this one where the position is inside; 0 before the first."""
    here = selecting.token_at(text, position - 1) if position else None
    word = here or selecting.previous_word(text, position)
    while word is not None and not selecting.is_word(text, word):
        word = selecting.previous_word(text, word.start)
    return word.start if word is not None else position
