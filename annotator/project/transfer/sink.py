"""The files of one export: written out of sight beside their places, and moved there when every one is whole."""

import io
import os
import re
import shutil
import unicodedata
from contextlib import ExitStack, suppress
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from annotator.errors import ExportFailure
from annotator.store.files.leftovers import noted

LIST = ".hashiya-export"
"""In a folder that an export made: the names of its files, so that the next export knows what it may replace."""

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_WINDOWS_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def with_words(out: Path, *words: str, suffix: str | None = None) -> Path:
    """Put words between a file's name and its suffix: ``name.train.actor.conll``."""
    inserted = "".join(f".{word}" for word in words if word)
    return out.with_name(f"{out.stem}{inserted}{out.suffix if suffix is None else suffix}")


class Output:
    """Everything that one export writes to ``out``, a file with others beside it or a folder.

    Use it as a context manager: without `keep` nothing of it stays. Raises `ExportFailure` where ``out`` is of the other
    kind, or a folder that holds anything no export has put there.
    """

    def __init__(self, out: Path, *, is_folder: bool, is_one: bool = False) -> None:
        self.out = out
        self.is_folder = is_folder
        self.is_one = is_one
        """Whether parts of a split have no folders of their own."""
        self._streams: list[BinaryIO] = []
        self._moves: dict[Path, Path] = {}
        self._names: dict[str, str] = {}
        self._hidden = _beside(out, "tmp")
        self._notes = ExitStack()  # by which the next start finds what a killed export leaves
        if is_folder:
            _refuse_foreign(out)

    @property
    def paths(self) -> tuple[Path, ...]:
        return (self.out,) if self.is_folder else tuple(self._moves.values())

    def part(self, word: str = "") -> "PartSink":
        return PartSink(self, word)

    def open_file(self, path: Path) -> BinaryIO:
        """Open what becomes the file at ``path``."""
        if self.is_folder:
            raise ValueError("this format is a folder: it opens files in it by name")
        self._refuse_second(path.name)
        if path.is_dir():
            raise ExportFailure(f"{path} is a folder: give the name of a file to write")
        if path.exists() and not path.is_file():
            raise ExportFailure(f"{path} is a device or a pipe: give the name of a file to write")
        hidden = _beside(path, "tmp")
        self._notes.enter_context(noted([hidden]))
        self._moves[hidden] = path
        return self._open(hidden)

    def open_inside(self, name: str) -> BinaryIO:
        """Open what becomes the file ``name`` in the folder."""
        if not self.is_folder:
            raise ValueError("this format is a file: it opens main, or files beside it")
        relative = _inside(name)
        self._refuse_second(str(relative))
        return self._open(self._hidden / relative)

    def keep(self) -> None:
        """Move everything into its place, or nothing: what was there comes back where one of them cannot be moved."""
        for stream in self._streams:
            stream.close()
        moves = dict(self._moves)
        if self.is_folder:
            self._hidden.mkdir(parents=True, exist_ok=True)
            names = "".join(f"{name}\n" for name in sorted(self._names.values()))
            with self._open(self._hidden / LIST) as listed:
                listed.write(names.encode("utf-8"))
            moves = {self._hidden: self.out}
            _refuse_foreign(self.out)
        _move(moves)

    def __enter__(self) -> "Output":
        if self.is_folder:
            self._notes.enter_context(noted([self._hidden]))
        return self

    def __exit__(self, *_: object) -> None:
        for stream in self._streams:
            with suppress(OSError):
                stream.close()
        for hidden in self._moves:
            hidden.unlink(missing_ok=True)
        if self.is_folder:
            shutil.rmtree(self._hidden, ignore_errors=True)
        self._notes.close()

    def _open(self, path: Path) -> BinaryIO:
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = _Synced(path.open("wb", buffering=0))
        self._streams.append(stream)
        return stream

    def _refuse_second(self, name: str) -> None:
        """Refuse a name that some system takes for one already there: ``A`` and ``a``, or one spelled in other code points."""
        key = unicodedata.normalize("NFC", name).casefold()
        if key in self._names:
            raise ExportFailure(
                f"two files of this export would be called {name!r}, and one would replace the other"
            )
        self._names[key] = name


class PartSink:
    """An `exporters.Sink` for the whole of an export, or for one part of a split."""

    def __init__(self, output: Output, word: str) -> None:
        self._output = output
        self._word = word
        self.part = word
        self._main: BinaryIO | None = None

    @property
    def main(self) -> BinaryIO:
        if self._main is None:
            self._main = self._output.open_file(with_words(self._output.out, self._word))
        return self._main

    def beside(self, word: str, suffix: str | None = None) -> BinaryIO:
        _inside(word)
        return self._output.open_file(with_words(self._output.out, self._word, word, suffix=suffix))

    def open(self, name: str) -> BinaryIO:
        _inside(name)
        is_inside = self._word and not self._output.is_one
        return self._output.open_inside(f"{self._word}/{name}" if is_inside else name)


class _Synced(io.BufferedWriter):
    """A file whose bytes are on the drive when it is closed."""

    def close(self) -> None:
        if self.closed:
            return
        try:
            self.flush()
            os.fsync(self.fileno())
        finally:
            super().close()


def _inside(name: str) -> PurePosixPath:
    """Return ``name`` as a path that stays in its folder on every system; raise `ExportFailure` where it would not."""
    parts = name.split("/")
    for part in parts:
        if (
            part in ("", LIST)
            or _UNSAFE.search(part)
            or part != part.strip(" ").rstrip(".")  # among them . and ..
            or _WINDOWS_DEVICES.fullmatch(part)
        ):
            raise ExportFailure(
                f"{name!r} cannot be the name of a file of this export: names stay in its folder and hold nothing "
                "that a system forbids"
            )
    return PurePosixPath(*parts)


def _refuse_foreign(out: Path) -> None:
    """Refuse to replace a file, or a folder in which anything is not from an export that was written there before."""
    if not out.name or (out.exists() and not out.is_dir()):
        raise ExportFailure(f"{out} is not a folder: name a new or an empty folder for this format")
    if not out.is_dir():
        return
    try:
        ours = {LIST, *(out / LIST).read_text(encoding="utf-8").splitlines()}
    except (OSError, UnicodeDecodeError):
        ours = set[str]()
    found = (path for path in out.rglob("*") if path.is_symlink() or not path.is_dir())
    names = (path.relative_to(out).as_posix() for path in found)
    foreign = next((name for name in names if name not in ours), None)
    if foreign is not None:
        raise ExportFailure(
            f"{out} holds what no export has put there, such as {foreign}, and would be replaced whole: name a new "
            "or an empty folder"
        )


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.{ending}")


def _move(moves: dict[Path, Path]) -> None:
    """Put each key into the place of its value. A single file is replaced in one step, so that it is never missing."""
    done: list[tuple[Path, Path | None]] = []
    path = Path()
    try:
        for hidden, path in moves.items():
            old = _set_aside(path) if path.exists() and (len(moves) > 1 or path.is_dir()) else None
            if old is not None:
                done.append((path, old))
            hidden.replace(path)
            if old is None:
                done.append((path, None))
    except OSError as error:
        for moved, old in reversed(done):
            if old is None or old.is_dir():
                _remove(moved)
            if old is not None:
                old.replace(moved)
                _remove(old)  # where both are links to one file, replacing does nothing
        raise ExportFailure(f"{path} could not be replaced: {error.strerror}") from error
    for _, old in done:
        if old is not None:
            _remove(old)


def _set_aside(path: Path) -> Path:
    """Keep what is at ``path`` under another name; a file stays in its place too where the drive has hard links."""
    old = _beside(path, "old")
    _remove(old)
    if not path.is_dir():
        with suppress(OSError):
            old.hardlink_to(path)
            return old
    return path.replace(old)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
