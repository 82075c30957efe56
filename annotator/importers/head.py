"""How a file begins: what recognisers look at. Everything is worked out once, however many of them ask."""

import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from enum import IntEnum
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, cast

from annotator.importers.files import first_lines, lines_of
from annotator.text import decoding, detect

HEAD = 1 << 16
"""Bytes at the beginning of a file by which its format is recognised."""

LONGEST = 1 << 22
"""Bytes that are read where the first JSON value is longer: an article with its tokens soon is."""

FEW = 20
"""JSON objects at the beginning of a file that are looked at: the first may be an article without annotations."""

_TO_OBJECT = re.compile(r"[\s,]*(?=\{)")
STREAMS = ("WordDocument", "Workbook", "Book", "PowerPoint Document", "EncryptedPackage")
"""What tells one document of old Office from another, as Microsoft calls it in [MS-CFB] containers."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_OLE = 64 << 20
_NO_ZIP = (
    OSError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    RuntimeError,
    NotImplementedError,
)

_INNER = bytes(range(0x80, 0xC0))
"""The bytes of UTF-8 that no letter begins with."""


class Confidence(IntEnum):
    """How sure a format is of a file by its content.

    MAYBE and NO leave it to the file's name; LIKELY is taken where the name says so too, and otherwise asked about; SURE is
    what no text is by accident, and taken whatever the name says; SIGNED is what one program alone writes, and beats SURE.
    """

    NO = 0
    MAYBE = 1
    LIKELY = 2
    SURE = 3
    SIGNED = 4


class Sniffed(NamedTuple):
    """How sure a format is, and why: what is in the file, in words that follow ``as``."""

    confidence: Confidence
    reason: str = ""


NOT_MINE = Sniffed(Confidence.NO)


class Head:
    """The first `HEAD` bytes of a file, and what they are as text, lines and JSON. ``path`` is where the file is."""

    def __init__(self, raw: bytes, path: Path) -> None:
        self.raw = raw
        self.path = path

    @classmethod
    def of(cls, path: Path) -> "Head":
        """Read the beginning of a file; raise `OSError` where it cannot be opened."""
        with path.open("rb") as file:
            return cls(file.read(HEAD), path)

    @property
    def is_whole(self) -> bool:
        """Tell whether the file ends within the head."""
        return len(self.raw) < HEAD

    @property
    def whole(self) -> bytes:
        """The head without a letter of UTF-8 that it may have cut in two."""
        return self.raw if self.is_whole else self.raw.rstrip(_INNER)[:-1]

    @cached_property
    def text(self) -> str:
        """The head as text, by its byte order mark, as UTF-8 or as Windows-1256; whatever is no letter is U+FFFD."""
        for mark, encoding in decoding.MARKS:
            if self.raw.startswith(mark):
                return self.raw[len(mark) :].decode(encoding, "replace").lstrip(decoding.BOM)
        whole = self.whole
        try:
            return whole.decode("utf-8")
        except UnicodeDecodeError:
            is_arabic = detect.looks_like_cp1256(whole)
            return whole.decode("cp1256" if is_arabic else "utf-8", "replace")

    @cached_property
    def lines(self) -> list[str]:
        """The first lines that hold anything, without the one the head cuts off, unless it is the only one."""
        return first_lines(self.text)

    @cached_property
    def rows(self) -> list[str]:
        """All whole lines of the head, empty ones too, without their ends."""
        return lines_of(self.text)

    @cached_property
    def json(self) -> str:
        """The head as text, or as much of the file as its first JSON value needs where that goes beyond the head."""
        text = self.text.lstrip()
        if self.is_whole or not text.startswith(("{", "[")) or _leading(text) is not None:
            return text
        try:
            with self.path.open("rb") as file:
                raw = file.read(LONGEST)
        except OSError:
            return text
        return raw.decode("utf-8", "replace").lstrip(decoding.BOM).lstrip()

    @cached_property
    def value(self) -> object:
        """The first JSON value: of an array the first item. None where the head does not begin with a whole one."""
        value = _first_value(self.json)
        if isinstance(value, list) and value:
            return cast("list[object]", value)[0]
        return _leading(self.json) if value is None else cast("object", value)

    @property
    def keys(self) -> Mapping[str, object]:
        """The keys of that value, none where it is no object."""
        value = self.value
        return cast("Mapping[str, object]", value) if isinstance(value, dict) else {}

    @property
    def is_ole(self) -> bool:
        """Tell whether the file is a container of old Office documents, or of a document locked by a password."""
        return self.raw.startswith(_OLE)

    @cached_property
    def streams(self) -> frozenset[str]:
        """The names of `STREAMS` that are in such a container; one at the end of a very large one is not looked for."""
        if not self.is_ole:
            return frozenset()
        try:
            with self.path.open("rb") as file:
                whole = file.read(_MOST_OLE)
        except OSError:
            whole = self.raw
        return frozenset(name for name in STREAMS if f"{name}\0".encode("utf-16-le") in whole)

    @cached_property
    def mimetype(self) -> str:
        """What a zip of an OpenDocument says it is, ``""`` where it says nothing."""
        if "mimetype" not in self.members:
            return ""
        try:
            with zipfile.ZipFile(self.path) as archive, archive.open("mimetype") as said:
                return said.read(200).decode("ascii", "replace").strip()
        except _NO_ZIP:
            return ""

    @cached_property
    def objects(self) -> tuple[Mapping[str, object], ...]:
        """The first whole JSON objects: of lines, of an array, or one that is indented; `FEW` at most."""
        text = self.json
        place, found = int(text.startswith("[")), list[Mapping[str, object]]()
        while len(found) < FEW and (begins := _TO_OBJECT.match(text, place)):
            try:
                value, place = json.JSONDecoder().raw_decode(text, begins.end())
            except (ValueError, RecursionError):
                break
            found.append(cast("Mapping[str, object]", value))
        return tuple(found)

    @cached_property
    def members(self) -> tuple[str, ...]:
        """The names of what is in a zip file, none where it is none or is damaged."""
        if not self.raw.startswith(b"PK\x03\x04"):
            return ()
        try:
            with zipfile.ZipFile(self.path) as archive:
                return tuple(archive.namelist())
        except _NO_ZIP:
            return ()


def _leading(text: str) -> object:
    """Return the first JSON value of ``text``, of an array that is not whole its first item; None where there is none."""
    value = _first_value(text)
    return _first_value(text[1:].lstrip()) if value is None and text.startswith("[") else value


def _first_value(text: str) -> object:
    try:
        value, _ = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    return value
