"""Which key was pressed, by its place on the keyboard.

With an Arabic layout alone the letter keys give Arabic letters and the digit row may give ٠-٩ or symbols, so labelling
keys are known by position: evdev codes under X11 and Wayland, set 1 scan codes on Windows, virtual keys on macOS.
"""

import sys

from PySide6.QtGui import QGuiApplication, QKeyEvent

_ROWS = ((2, "1234567890"), (16, "QWERTYUIOP[]"), (30, "ASDFGHJKL"), (44, "ZXCVBNM,."))
_BY_SCAN_CODE = {first + place: key for first, row in _ROWS for place, key in enumerate(row)} | {
    57: " "
}
_BY_MAC_KEY = dict(
    zip(
        (
            *(18, 19, 20, 21, 23, 22, 26, 28, 25, 29),
            *(12, 13, 14, 15, 17, 16, 32, 34, 31, 35, 33, 30),
            *(0, 1, 2, 3, 5, 4, 38, 40, 37),
            *(6, 7, 8, 9, 11, 45, 46, 43, 47, 49),
        ),
        "1234567890QWERTYUIOP[]ASDFGHJKLZXCVBNM,. ",
        strict=True,
    )
)
X11_OFFSET = 8
"""An X11 key code is the kernel's evdev code plus eight."""


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
