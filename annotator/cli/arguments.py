"""Arguments and options that several commands share, and how they are checked."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

import typer

STREAM = "-"
"""What stands for standard input or output where a file is named. A file called so is ``./-``."""

ExistingProject = Annotated[Path, typer.Argument(metavar="PROJECT", help="The project's folder.")]

Annotator = Annotated[
    str | None, typer.Option("--annotator", metavar="NAME", help="Whose annotations.")
]


def examples(*lines: str) -> str:
    """Return what a command's help ends with; the first character keeps the lines as they are."""
    title = "Examples:" if len(lines) > 1 else "Example:"
    return "\n".join(("\b", title, *(f"  {line}" for line in lines)))


def one_of(choices: Iterable[str]) -> Callable[[str | None], str | None]:
    """Return a check that makes any other value a usage error (exit code 2) which names the choices."""
    known = tuple(choices)

    def check(value: str | None) -> str | None:
        if value is not None and value not in known:
            raise typer.BadParameter(f"'{value}' is not one of {', '.join(known)}")
        return value

    return check
