"""What the keys of the popover mean, wherever in it the keyboard is."""

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.article.keys import physical_key

_ALT, _CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_HELD = _ALT | _CONTROL | Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.MetaModifier


class Meaning(Enum):
    STORE = auto()
    LEAVE = auto()
    STEP = auto()  # store, and go on to the next (1) or previous (-1) annotation
    CHOOSE = auto()  # what is proposed, by its number
    RELABEL = auto()  # a label, by its number


class PopoverKey(NamedTuple):
    meaning: Meaning
    number: int = 0


def key_of(event: QKeyEvent) -> PopoverKey | None:
    """Return what a key means, or None for keys that are a field's own."""
    held, key = event.modifiers() & _HELD, event.key()
    if not held and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return PopoverKey(Meaning.STORE)
    if not held and key == Qt.Key.Key_Escape:
        return PopoverKey(Meaning.LEAVE)
    if held == _ALT and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return PopoverKey(Meaning.STEP, 1 if key == Qt.Key.Key_Down else -1)
    number = _digit(event)
    if number and held == _ALT:
        return PopoverKey(Meaning.CHOOSE, number)
    if number and held == _CONTROL:
        return PopoverKey(Meaning.RELABEL, number)
    return None


def _digit(event: QKeyEvent) -> int:
    """Return the digit on a key, on whatever layout, or 0."""
    key = physical_key(event)
    return int(key) if key.isdecimal() and key.isascii() else 0
