"""Text as HTML, so that a reader of it gets back exactly the characters that went in."""

import re
from html import escape as _escape

from annotator.text.direction import base_direction

_DATE = re.compile(
    r"(?<![0-9])[0-9]{4}-[0-9X]{2}(?:-[0-9X]{2})?(?:/[0-9]{4}-[0-9X]{2}(?:-[0-9X]{2})?)?"
)


def escape(text: str) -> str:
    """Return text for the inside of an element or a quoted attribute.

    A carriage return is written by its number: a parser takes a bare one for a line end (HTML, "Preprocessing the input
    stream"). Other control characters stand as they are, because their numbers mean other characters there.
    """
    return _escape(text).replace("\r", "&#13;")


def bdi(text: str, *, whole: bool = False) -> str:
    """Return a text that keeps its own direction whatever stands around it, and with ``whole`` on one line.

    A date after Arabic letters is kept upright: 2020-11-09 would be shown as 09-11-2020.
    """
    words = escape(text)
    if base_direction(text, "ltr") == "rtl":
        words = _DATE.sub(r"<bdi dir=ltr>\g<0></bdi>", words)
    return f"<bdi{' class=whole' if whole else ''}>{words}</bdi>"


def attribute(name: str, value: str) -> str:
    return f' {name}="{escape(value)}"'
