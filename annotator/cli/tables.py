"""Tables for a terminal."""

import shutil
import sys
from collections.abc import Iterable
from io import StringIO

WIDTH = 300
"""Columns where standard output is no terminal: more than a table needs."""


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """Return the lines of a table; a column that is empty throughout is left out."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    columns = [column for column in zip(head, *rows, strict=True) if any(column)]
    made = Table(box=SIMPLE_HEAD, pad_edge=False)
    for number, (title, *_) in enumerate(columns):
        made.add_column(title, justify="left" if number == 0 else "right", no_wrap=True)
    for cells in zip(*(column[1:] for column in columns), strict=True):
        made.add_row(*map(Text, cells))
    stream = StringIO()
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDTH
    Console(file=stream, width=width, no_color=True, highlight=False).print(made)
    return [line.rstrip() for line in stream.getvalue().splitlines()]
