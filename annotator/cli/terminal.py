"""What the commands say: results on standard output, progress and complaints on standard error."""

import json
import os
import re
import signal
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from io import TextIOWrapper
from types import FrameType
from typing import BinaryIO

from annotator.errors import AnnotatorError, CancelledError
from annotator.progress import Progress
from annotator.text import visual

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""What could drive a terminal. A title or a text never may."""

_NO_TEXT = re.compile("[\udc80-\udcff]")
"""Bytes of a file's name that are no UTF-8, as Python keeps them."""

_in_visual_order = False


def use_utf8() -> None:
    """Write UTF-8 whatever the system's code page is: Arabic prints, and a redirected result can be read."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def set_ordering(in_visual_order: bool | None) -> None:
    """Choose how Arabic is printed; None decides by where standard output goes."""
    global _in_visual_order
    if in_visual_order is None:
        in_visual_order = sys.stdout.isatty() and not visual.terminal_reorders(os.environ)
    _in_visual_order = in_visual_order


def say(*lines: str) -> None:
    """Print result lines."""
    for line in lines:
        sys.stdout.write(f"{as_shown(line)}\n")


def say_row(*fields: str | int) -> None:
    """Print one result line of fields parted by tabs, which ``cut`` and spreadsheets take apart."""
    sys.stdout.write("\t".join(as_shown(str(field)) for field in fields) + "\n")


def say_json(value: object) -> None:
    """Print a result for programs: as it is stored, whatever the terminal shows."""
    with output() as stream:
        stream.write(f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode())


def tell(*lines: str) -> None:
    """Print what is no result where standard output is one."""
    for line in lines:
        sys.stderr.write(f"{as_shown(line)}\n")


@contextmanager
def output() -> Generator[BinaryIO, None, None]:
    """Give standard output for bytes. Where its reader went away, Python is kept from complaining of it once more at exit."""
    try:
        yield sys.stdout.buffer
    except AnnotatorError as error:
        if isinstance(error.__cause__, BrokenPipeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise


def complain(message: str) -> None:
    sys.stderr.write(f"hashiya: {as_shown(message)}\n")


def as_shown(line: str) -> str:
    """Return ``line`` with no control characters, in the order the terminal needs; bytes that are no text are hex digits."""
    line = _NO_TEXT.sub(lambda match: f"\\x{ord(match[0]) - 0xDC00:02x}", line)
    if _in_visual_order:
        return visual.for_terminal(line)
    return _CONTROLS.sub("\ufffd", line)


@contextmanager
def progress(title: str) -> Generator[Progress, None, None]:
    """Give a function that draws a bar on standard error where a person watches it.

    Ctrl+C makes that function raise `CancelledError`, so that an operation ends where nothing of it is kept; a second
    Ctrl+C ends the program wherever it is.
    """
    with _interruptible() as raise_if_stopped:
        if not sys.stderr.isatty():
            yield lambda _done, _total: raise_if_stopped()
            return
        from rich.console import Console
        from rich.progress import Progress as Bars

        with Bars(console=Console(stderr=True), transient=True) as bars:
            task = bars.add_task(title, total=None)

            def show(done: int, total: int) -> None:
                raise_if_stopped()
                bars.update(task, completed=done, total=total or None)

            yield show


@contextmanager
def _interruptible() -> Generator[Callable[[], None], None, None]:
    stopped = False

    def stop(_number: int, _frame: FrameType | None) -> None:
        nonlocal stopped
        stopped = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    def raise_if_stopped() -> None:
        if stopped:
            raise CancelledError("stopped at your request; nothing of it was kept")

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield raise_if_stopped
    finally:
        signal.signal(signal.SIGINT, before)
