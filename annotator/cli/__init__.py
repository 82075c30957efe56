"""The command line: `hashiya`.

This module is all that opening the window costs: Typer, rich and the commands load when a command is asked for.
"""

import sys
from pathlib import Path

COMMANDS = frozenset({"check", "demo", "export", "import", "new", "render", "search"})
"""The words that are commands; any other single word names a project folder to open."""


def main() -> None:
    """Run `hashiya`: open the window for no argument or a project folder, else run the command."""
    arguments = sys.argv[1:]
    if not arguments:
        sys.exit(_open_window(None))
    if len(arguments) == 1 and arguments[0] not in COMMANDS and not arguments[0].startswith("-"):
        sys.exit(_open_window(Path(arguments[0])))

    from annotator.cli.app import run

    run()


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
