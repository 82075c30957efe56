"""Text as HTML, so that a reader of it gets back exactly the characters that went in."""

from html import escape as _escape


def escape(text: str) -> str:
    """Return text for the inside of an element or a quoted attribute.

    A carriage return is written by its number: a parser takes a bare one for a line end (HTML, "Preprocessing the input
    stream"). Other control characters stand as they are, because their numbers mean other characters there.
    """
    return _escape(text).replace("\r", "&#13;")


def bdi(text: str, *, whole: bool = False) -> str:
    """Return a text that keeps its own direction whatever stands around it, and with ``whole`` on one line."""
    return f"<bdi{' class=whole' if whole else ''}>{escape(text)}</bdi>"


def attribute(name: str, value: str) -> str:
    return f' {name}="{escape(value)}"'
