"""What a key means in the article, and which key it was by its place on the keyboard.

With an Arabic layout alone the letter keys give Arabic letters and the digit row may give ٠-٩ or symbols, so labelling
keys are known by position: evdev codes under X11 and Wayland, set 1 scan codes on Windows, virtual keys on macOS.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from annotator.model import Schema

_ROWS = ((2, "1234567890"), (16, "QWERTYUIOP[]"), (30, "ASDFGHJKL;'"), (44, "ZXCVBNM,./"))
_BY_SCAN_CODE = {first + place: key for first, row in _ROWS for place, key in enumerate(row)} | {
    57: " "
}
_BY_MAC_KEY = dict(
    zip(
        (
            *(18, 19, 20, 21, 23, 22, 26, 28, 25, 29),
            *(12, 13, 14, 15, 17, 16, 32, 34, 31, 35, 33, 30),
            *(0, 1, 2, 3, 5, 4, 38, 40, 37, 41, 39),
            *(6, 7, 8, 9, 11, 45, 46, 43, 47, 44, 49),
        ),
        "1234567890QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,./ ",
        strict=True,
    )
)
X11_OFFSET = 8
"""An X11 key code is the kernel's evdev code plus eight."""


_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_NAMED: dict[int | str, str] = {
    Qt.Key.Key_Delete: "Del",
    Qt.Key.Key_Backspace: "Del",
    Qt.Key.Key_Escape: "Esc",
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    " ": "Space",
}
"""Keys as the table of commands writes them."""


@dataclass(frozen=True, slots=True)
class LabelKey:
    """The key of a label; ``beside`` asks for a second annotation over the same words."""

    label: str
    beside: bool


@dataclass(frozen=True, slots=True)
class CommandKey:
    """The key of a command, by its id."""

    command: str


def meaning(
    event: QKeyEvent, schema: Schema | None, commands: Mapping[str, str]
) -> LabelKey | CommandKey | None:
    """Return what a key stands for, or None for keys that are the text widget's own.

    ``commands`` are ids by key: ``J``, ``Shift+S``, ``Space``, ``Del``. Labels come first; all other keys than the named ones
    are known by their place on the keyboard.
    """
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers & _CONTROL:
        return None
    place = physical_key(event)
    label = schema.label_for_key(place.lower()) if schema and place else None
    if label is not None and modifiers in (_PLAIN, _ALT):
        return LabelKey(label.name, modifiers == _ALT)
    name = _NAMED.get(event.key()) or _NAMED.get(place) or place
    if not name or modifiers not in (_PLAIN, _SHIFT):
        return None
    if name == "Enter" and event.isAutoRepeat():
        return None  # still held from the field that it closed
    command = commands.get(f"Shift+{name}" if modifiers == _SHIFT else name)
    return CommandKey(command) if command is not None else None


def physical_key(event: QKeyEvent) -> str:
    """Return the key by its place on a US keyboard: a digit, a capital letter, a bracket, comma, full stop or space; else empty.

    Keys outside the main block (the number pad) and events without a scan code (from input methods) are taken by
    their meaning.
    """
    if sys.platform == "darwin":
        return _BY_MAC_KEY.get(event.nativeVirtualKey(), "") or _logical(event)
    code = event.nativeScanCode()
    if QGuiApplication.platformName() in ("xcb", "wayland"):
        code -= X11_OFFSET
    return _BY_SCAN_CODE.get(code, "") or _logical(event)


def _logical(event: QKeyEvent) -> str:
    key = event.key()
    return chr(key).upper() if ord(" ") <= key <= ord("Z") or key in (ord("["), ord("]")) else ""
