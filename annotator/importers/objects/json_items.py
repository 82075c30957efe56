"""JSON values out of a file in pieces: the items of an array, or values that follow one another, with one in memory."""

import codecs
import json
import re
from collections.abc import Callable
from typing import BinaryIO

from annotator.importers.files import BLOCK, INVISIBLE, LARGEST, TOO_LARGE, too_much

_BETWEEN = re.compile(rf"[\s{INVISIBLE}]*")

_NEAR = 16
"""Characters from the end of what was read within which an error may come of the rest not being read yet."""


class UnreadableError(Exception):
    """From here on nothing can be read; the message says why and where."""


class Items:
    """Stands before one value after the other. Arrays that were put together are read as one."""

    def __init__(self, file: BinaryIO, decode: Callable[[str, int], tuple[object, int]]) -> None:
        """Read from ``file``; ``decode`` gives the value at a place of a string and where it ends."""
        self.is_open = False
        """True inside an array."""
        self._file = file
        self._decode = decode
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._text = ""
        self._position = 0
        self._is_whole = False
        """True when everything that can be read is in the text."""
        self._bytes = 0
        """Bytes that were read as letters."""
        self._line, self._counted = 1, 0
        """The line of the place in the text up to which line ends were counted."""
        self._column = 0
        """Characters of the first line of the text that are no longer in it."""
        self._bad_byte: int | None = None

    @property
    def line(self) -> int:
        """The line, from 1, on which the next value begins."""
        self._line += self._text.count("\n", self._counted, self._position)
        self._counted = self._position
        return self._line

    def go_to_next(self) -> bool:
        """Pass what stands between values, and tell whether one follows. Raise `UnreadableError` at bytes that are no text."""
        may_part = True
        while (mark := self._next_character()) is not None:
            if mark == "[" and not self.is_open:
                self.is_open, may_part = True, False
            elif mark == "]" and self.is_open:
                self.is_open = False
            elif mark == "," and may_part:
                may_part = False
            else:
                return True
            self._position += 1
        if self._bad_byte is not None:
            raise UnreadableError(
                f"byte {self._bad_byte} of the file is not UTF-8; save the file as UTF-8"
            )
        return False

    def take(self) -> tuple[object, str]:
        """Return the value and its text. Raise `UnreadableError` where it is none, or longer than `LARGEST`."""
        while True:
            try:
                value, end = self._decode(self._text, self._position)
            except json.JSONDecodeError as error:
                if self._is_whole or not self._may_be_cut(error):
                    raise UnreadableError(self._explain(error)) from None
            except (ValueError, RecursionError) as error:
                raise UnreadableError(
                    f"the item is not JSON that can be read: {too_much(error)}"
                ) from None
            else:
                if end < len(self._text) or self._is_whole:
                    text = self._text[self._position : end]
                    self._position = end
                    return value, text
            if len(self._text) - self._position > LARGEST:
                raise UnreadableError(f"the item is {TOO_LARGE}")
            self._read_on()

    def _next_character(self) -> str | None:
        while True:
            found = _BETWEEN.match(self._text, self._position)
            self._position = found.end() if found else self._position
            if self._position < len(self._text):
                return self._text[self._position]
            if self._is_whole:
                return None
            self._read_on()

    def _read_on(self) -> None:
        """Let go of what was passed, and read as much again as waits, so that a long value is looked at a few times only."""
        self._forget()
        raw = self._file.read(max(BLOCK, len(self._text) - self._position))
        try:
            self._text += self._decoder.decode(raw, final=not raw)
        except UnicodeDecodeError as error:
            self._text += bytes(error.object[: error.start]).decode("utf-8")
            self._bad_byte = self._bytes + error.start
            self._is_whole = True
            return
        waiting, _ = self._decoder.getstate()
        self._bytes = self._file.tell() - len(waiting)
        self._is_whole = not raw

    def _forget(self) -> None:
        start = self._text.rfind("\n", 0, self._position) + 1
        self._column = self._position - start + (0 if start else self._column)
        _ = self.line  # counts the line ends that go
        self._text, self._position, self._counted = self._text[self._position :], 0, 0

    def _may_be_cut(self, error: json.JSONDecodeError) -> bool:
        return error.pos > len(self._text) - _NEAR or error.msg.startswith("Unterminated string")

    def _explain(self, error: json.JSONDecodeError) -> str:
        line = self.line + self._text.count("\n", self._position, error.pos)
        column = error.colno + (self._column if error.lineno == 1 else 0)
        return f"the item is not JSON: {error.msg} at line {line}, column {column}"
