"""The letters of a page: which encoding its bytes are in, and which part of a saved page is the page."""

import re
from email import message_from_bytes
from email.message import Message

from annotator.errors import ImportFailure, TextError
from annotator.text import decoding, detect

_META = re.compile(rb"""<meta\b[^<>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_DECLARATION = re.compile(rb"""<\?xml\b[^<>]*?\bencoding\s*=\s*["']([\w.:-]+)""", re.I)
_SCANNED = 8192
"""Bytes in which a page says what it is in; the standard asks for 1,024, old pages take longer."""

_KNOWN = re.compile(
    r"utf-?8|(?:windows|cp|x-cp)-?(?:125\d|720|864|874|866)|iso-?8859-?\d{1,2}|latin-?1|(?:us-)?ascii|koi8-[ru]|gbk|gb2312|gb18030"
    r"|big5|shift_jis|euc-(?:jp|kr)|(?:x-)?mac-?arabic"
)
_SAME = {
    **dict.fromkeys(
        ("latin1", "latin-1", "us-ascii", "ascii", "iso-8859-1", "iso8859-1"), "cp1252"
    ),
    "x-mac-arabic": "mac-arabic",
}
"""What browsers take some names for."""

_MHTML = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*(?:multipart/related|text/html)", re.I
)


def is_mhtml(raw: bytes) -> bool:
    """Tell whether bytes begin with the headers of a page saved with all its parts."""
    return _MHTML.match(raw[:_SCANNED].lstrip()) is not None


def page_of_mhtml(raw: bytes) -> tuple[bytes, str, str]:
    """Return the page of a file saved with all its parts, the charset its header names, and its address.

    Raise `ImportFailure` where it holds none.
    """
    whole = message_from_bytes(raw.lstrip())
    pages = [part for part in whole.walk() if part.get_content_type() in _PAGES]
    if not pages:
        raise ImportFailure("the file holds no page: save the page anew as HTML")
    root = _unquoted(whole.get_param("start"))
    page = next((p for p in pages if root and _unquoted(p.get("Content-ID")) == root), pages[0])
    payload = page.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    where = page.get("Content-Location") or whole.get("Snapshot-Content-Location") or ""
    where = str(where).strip()
    return content, _charset(page), where if where.startswith(("http:", "https:")) else ""


_PAGES = ("text/html", "application/xhtml+xml")


def _charset(page: Message) -> str:
    try:
        return page.get_content_charset() or ""
    except (LookupError, ValueError):
        return ""


def _unquoted(value: object) -> str:
    return str(value or "").strip().strip("<>")


def decode(raw: bytes, header: str = "") -> tuple[str, tuple[str, ...]]:
    """Return the page as text, with a note where it is not UTF-8.

    Its byte order mark tells, then ``header``, the charset that came with it, then what it says itself, else its letters. A page that says it is of Western Europe and is Arabic, or UTF-8, is taken for what it is. Raise `TextError`.
    """
    if not raw:
        raise TextError("the page is empty: there is nothing to annotate")
    for start, name in decoding.NOT_TEXT:
        if raw.startswith(start):
            raise TextError(f"the file is {name}, not a web page")
    declared = "" if _has_mark(raw) else _declared(raw, header)
    if declared and declared != "utf-8" and _is_utf8(raw):
        declared = "utf-8"
    elif declared == "cp1252" and detect.looks_like_cp1256(raw):
        declared = "cp1256"
    if declared:
        try:
            text = raw.decode(declared)
        except (UnicodeDecodeError, LookupError):
            pass
        else:
            return text, () if declared == "utf-8" else (f"read as {declared.upper()}",)
    decoded = decoding.decode(raw)
    is_plain = decoded.encoding == "utf-8"
    return decoded.text, () if is_plain else (f"read as {decoded.encoding.upper()}",)


def _has_mark(raw: bytes) -> bool:
    return any(raw.startswith(mark) for mark, _ in decoding.MARKS)


def _declared(raw: bytes, header: str) -> str:
    """Return the encoding that is named, ``""`` where none is that anybody writes pages in."""
    scanned = raw[:_SCANNED]
    said = [header]
    said += [
        m[1].decode("ascii", "replace")
        for m in (_DECLARATION.match(scanned.lstrip()), _META.search(scanned))
        if m
    ]
    for name in said:
        known = name.strip().strip("\"'").lower()
        if known in ("utf8", "utf-8") or known.startswith(
            "utf-16"
        ):  # who can read the name here is not in UTF-16
            return "utf-8" if _is_utf8(raw) or not known.startswith("utf-16") else ""
        if _KNOWN.fullmatch(known):
            return _SAME.get(known, known.removeprefix("x-") if known.startswith("x-cp") else known)
    return ""


def _is_utf8(raw: bytes) -> bool:
    """Tell whether there are letters beyond ASCII, all of them in UTF-8: no other encoding is so by accident."""
    if raw.isascii():
        return False
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
