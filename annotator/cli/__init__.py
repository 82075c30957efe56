"""The command line: `hashiya`.

This module is all that opening the window costs: Typer, rich and the commands load when a command is asked for.
"""

import os
import sys
from pathlib import Path

COMMANDS = frozenset(
    {
        "agreement",
        "backup",
        "check",
        "datasheet",
        "demo",
        "export",
        "feedback",
        "import",
        "lint",
        "merge",
        "new",
        "render",
        "search",
        "status",
        "suggest",
    }
)
"""The words that are commands; any other single word names a project folder to open."""

COMPLETION = "_HASHIYA_COMPLETE"
"""Set by a shell that asks, without arguments, what could come next."""


def main() -> None:
    """Run `hashiya`: open the window for no argument or a project folder, else run the command."""
    arguments = sys.argv[1:]
    if _asks_for_the_window(arguments):
        sys.exit(_open_window(Path(arguments[0]) if arguments else None))

    from annotator.cli.app import run

    run()


def _asks_for_the_window(arguments: list[str]) -> bool:
    if COMPLETION in os.environ or len(arguments) > 1:
        return False
    return not arguments or not (arguments[0] in COMMANDS or arguments[0].startswith("-"))


def _open_window(project: Path | None) -> int:
    from annotator.cli.window import NO_DISPLAY, has_display, open_window
    from annotator.errors import AnnotatorError

    if project is not None and not project.exists():
        return _complain(
            f"'{project}' is neither a project folder nor a command; see hashiya --help", 2
        )
    if not has_display():
        return _complain(NO_DISPLAY, 1)
    try:
        return open_window(project)
    except AnnotatorError as error:
        return _complain(str(error), 1)


def _complain(message: str, code: int) -> int:
    sys.stderr.write(f"hashiya: {message}\n")
    return code
