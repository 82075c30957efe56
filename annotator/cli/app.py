"""The commands, gathered; what they share is here: version, Arabic for terminals, errors and exit codes."""

import sys
import traceback
from types import TracebackType
from typing import Annotated

import typer
from typer.main import get_command

from annotator import __version__
from annotator.cli import (
    agreement,
    backups,
    checking,
    exporting,
    importing,
    linting,
    pictures,
    projects,
    searching,
    terminal,
)
from annotator.cli.reviewing import datasheet, feedback, merging, standing
from annotator.cli.suggesting import suggesting
from annotator.errors import AnnotatorError

POINTER = """
This is a fault in Hashiya, not something you did wrong, and what is already saved is safe.
Please report it with the lines above and what you were doing; CONTRIBUTING.md says where.
"""


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"hashiya {__version__}")
        raise typer.Exit


def start(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Print the version and exit."
        ),
    ] = False,
    visual: Annotated[
        bool | None,
        typer.Option(
            "--visual/--logical",
            help="Print Arabic joined and reordered for terminals that do neither (--visual), or as it is "
            "stored (--logical). Without either: visual on such a terminal, logical into a file or a pipe.",
        ),
    ] = None,
) -> None:
    """Set up what every command shares."""
    terminal.set_ordering(visual)


def make_app() -> typer.Typer:
    """Return the program as it is now: formats that were registered meanwhile are among its options."""
    app = typer.Typer(
        name="hashiya",
        help="Annotate Arabic political news: import articles, check, search and draw projects, export training data.",
        epilog="`hashiya` alone opens the window; `hashiya PROJECT` opens it on a project folder. "
        "Results go to standard output, progress and complaints to standard error. "
        "Exit codes: 0 done, 1 something is wrong with what was given, 2 the command line itself is wrong.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(start)
    for module in _MODULES:
        module.register(app)
    return app


_MODULES = (
    projects,
    importing,
    exporting,
    agreement,
    feedback,
    datasheet,
    merging,
    standing,
    checking,
    backups,
    linting,
    searching,
    suggesting,
    pictures,
)


def run() -> None:
    """Run the command that `sys.argv` asks for and exit with its code."""
    terminal.use_utf8()
    sys.excepthook = _report_fault
    try:
        get_command(make_app())(prog_name="hashiya")
    except AnnotatorError as error:
        terminal.complain(str(error))
        sys.exit(1)


def _report_fault(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    traceback.print_exception(kind, error, trace)
    sys.stderr.write(POINTER)
