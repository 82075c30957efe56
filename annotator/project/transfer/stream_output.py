"""An export to a stream, such as standard output: one file, of which nothing is written before all of it is whole."""

import shutil
import tempfile
from typing import BinaryIO, cast

from annotator.errors import ExportFailure

_IN_MEMORY = 4 << 20
"""Bytes of a small export that need no file of their own while it is written."""

_ONE = (
    "this export writes several files, and a stream takes one: give the name of a file or a folder, or choose options that "
    "write one file"
)


class StreamOutput:
    """Everything that one export writes to ``out``. Use it as `sink.Output` is used; `keep` writes.

    Raises `ExportFailure` for an export of several files.
    """

    paths = ()

    def __init__(self, out: BinaryIO, *, is_folder: bool) -> None:
        if is_folder:
            raise ExportFailure(_ONE)
        self._out = out
        self._waiting = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - `__exit__` closes it

    def part(self, word: str = "") -> "StreamSink":
        if word:
            raise ExportFailure(_ONE)
        return StreamSink(cast("BinaryIO", self._waiting))

    def keep(self) -> None:
        self._waiting.seek(0)
        shutil.copyfileobj(self._waiting, self._out)
        self._out.flush()

    def __enter__(self) -> "StreamOutput":
        return self

    def __exit__(self, *_: object) -> None:
        self._waiting.close()


class StreamSink:
    """An `exporters.Sink` of one file."""

    part = ""

    def __init__(self, main: BinaryIO) -> None:
        self.main = main

    def beside(self, word: str, suffix: str | None = None) -> BinaryIO:
        raise ExportFailure(_ONE)

    def open(self, name: str) -> BinaryIO:
        raise ExportFailure(_ONE)
