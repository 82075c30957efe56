"""Turn the bytes of a file into the one text that every offset will count on.

Line ends become LF and a byte order mark goes away; nothing else ever changes: no normal form, no folded spaces. What
cannot be a text is refused with its place, before any offset exists.
"""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from annotator.errors import TextError
from annotator.text import detect

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

BOM = "\ufeff"
"""The byte order mark as a character. Only in front of a text it says nothing about the text."""

NOT_TEXT = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word document or another zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"SQLite format 3", "a database"),
)
"""How files that people drop by mistake begin, and what to call them."""

CONTROL_SHARE = 0.05
"""More control characters than this are no text: writing has next to none, compiled or packed files about a tenth."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_FORBIDDEN = re.compile("[\x00\ud800-\udfff]")
_LINE_END = re.compile("\r\n?")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text fit to be annotated, the encoding it was read as, and what the person should know about the reading."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(raw: bytes) -> Decoded:
    """Read ``raw`` as UTF-8, UTF-16 or Windows-1256, whichever it is.

    Raise `TextError` for a file that is empty, binary or in no such encoding, and for a NUL or a lone surrogate, with
    line and column (from 1) and the offset (code points from 0, line ends counted as one).
    """
    if not raw:
        raise TextError("the file is empty (0 bytes): there is nothing to annotate")
    for start, name in NOT_TEXT:
        if raw.startswith(start):
            raise TextError(
                f"the file is {name}, not plain text: save it as plain text (UTF-8) and import that"
            )
    decoded, encoding, notes = _read(raw)
    text, line_ends = _LINE_END.subn("\n", decoded.lstrip(BOM))
    if line_ends:
        notes.append(f"{line_ends} line ends became LF")
    if marks := text.count(BOM):
        notes.append(
            f"{marks} byte order mark(s) (U+FEFF) inside the text were kept, as files that were put together leave them; "
            "nobody sees them"
        )
    refuse_controls(text)
    check(text)
    return Decoded(text, encoding, tuple(notes))


def check(text: str) -> None:
    """Raise `TextError` where ``text`` is blank or holds a NUL or a lone surrogate, with the place of the first."""
    if found := _FORBIDDEN.search(text):
        what = "a NUL character (U+0000)" if found.group() == "\0" else "a lone surrogate"
        code = f"U+{ord(found.group()):04X}"
        raise TextError(
            f"the text holds {what}, {code}, at {place(text, found.start())}: "
            "the file is damaged or not text; remove the character and import again"
        )
    if is_blank(text):
        raise TextError("the text holds only white space: there is nothing to annotate")


def is_blank(text: str) -> bool:
    """Tell whether nothing in ``text`` can be seen: white space and format controls only."""
    return not text.strip() or all(c.isspace() or unicodedata.category(c) == "Cf" for c in text)


def place(text: str, offset: int) -> str:
    """Return ``offset`` as people look for it: line and column from 1, then the offset itself."""
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return f"line {line}, column {column} (offset {offset})"


def refuse_controls(text: str) -> None:
    """Raise `TextError` where so much of ``text`` is control characters that it is no writing at all."""
    controls = len(_CONTROL.findall(text))
    if controls > 1 and controls > CONTROL_SHARE * len(text):
        raise TextError(
            f"the file is binary, not text: {controls} of its {len(text)} characters are control characters; "
            "save the document as plain text (UTF-8) and import that"
        )


def _read(raw: bytes) -> tuple[str, str, list[str]]:
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            notes = ["dropped the byte order mark"]
            if encoding != "utf-8":
                notes.insert(0, f"read as {encoding.upper()}")
            return _decode_as(raw[len(mark) :], encoding), encoding, notes
    wide = detect.detect_utf16(raw) if _may_be_wide(raw) else None
    if wide:
        return (
            _decode_as(raw, wide),
            wide,
            [f"read as {wide.upper()}, which has no byte order mark"],
        )
    refuse_controls(raw.decode("latin-1"))
    if not _is_utf8(raw) and detect.looks_like_cp1256(raw):
        return (
            raw.decode("cp1256"),
            "cp1256",
            ["read as Windows-1256 (Arabic), as the file is not UTF-8"],
        )
    return _decode_as(raw, "utf-8"), "utf-8", []


def _may_be_wide(raw: bytes) -> bool:
    """Tell whether the bytes hold what UTF-8 writing never does and UTF-16 does: a NUL, or the 06 of U+06xx."""
    return len(raw) % 2 == 0 and (b"\0" in raw or b"\x06" in raw)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _decode_as(raw: bytes, encoding: str) -> str:
    """Decode, leaving lone surrogates for `check`, which can name their place."""
    try:
        return raw.decode(encoding, "surrogatepass")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode(encoding, "surrogatepass")
        wrong = raw[error.start : error.start + 1].hex().upper()
        raise TextError(
            f"the file is not {encoding.upper()} text: byte {wrong} (hexadecimal) at {place(before, len(before))}, "
            f"byte {error.start} of the file, belongs to no character; nor does it read as Arabic in UTF-16 or "
            "Windows-1256: open it in the program that made it and save it as UTF-8"
        ) from None
