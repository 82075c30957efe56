"""`hashiya import`: take articles and annotations into a project."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from annotator.cli import arguments, format_options, terminal
from annotator.errors import OptionError
from annotator.project import Project, formats

_LISTED = 4
"""Formats that a sentence names; `--help` names all."""


def register(app: typer.Typer) -> None:
    examples = arguments.examples(
        "hashiya import karabakh articles/*.txt",
        "hashiya import karabakh sara.jsonl --annotator sara",
        "hashiya export old --format jsonl --out - | hashiya import new -",
    )
    known = formats.imports()
    app.command(
        name="import",
        cls=format_options.FormatsCommand,
        epilog=f"{format_options.describe(known)}\n\n{examples}",
    )(format_options.with_options(import_files, formats.import_options(), len(known)))


def _check_format(value: str) -> str | None:
    known = (importer.name for importer in formats.imports())
    return arguments.one_of((formats.AUTO, *known))(value)


def import_files(
    project: arguments.ExistingProject,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Files, or folders to take every readable file from; - is standard input (a file called so is ./-).",
        ),
    ],
    format: Annotated[  # noqa: A002 - the option's name on the command line
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            callback=_check_format,
            help="One of the formats below; auto goes by what is in a file, and by its name where that does not say.",
        ),
    ] = formats.AUTO,
    *,
    day_first: Annotated[
        bool | None,
        typer.Option(
            "--day-first/--month-first",
            help="How to read a day of publication such as 05/11/2015, where no other day of the files tells it. "
            "Without it such days are left out, and said.",
            show_default=False,
        ),
    ] = None,
    options: Mapping[str, object],
) -> None:
    """Take articles into a project; the same text twice is the same article.

    Says for every file what was taken, skipped, repaired or refused, and why. Exits with 1 when anything was refused.
    """
    for complaint in formats.complaints():
        terminal.complain(complaint)
    try:
        formats.check_import(format, options)
    except OptionError as error:
        raise format_options.refuse(error) from None
    with Project.open(project) as opened, terminal.progress("importing") as progress:
        report = opened.import_files(
            [sys.stdin.buffer if path == arguments.STREAM else Path(path) for path in paths],
            format=format,
            options=options,
            day_first=day_first,
            progress=progress,
        )
    terminal.say(*report.lines(), *_unused(options, {file.format for file in report.files}))
    if report.refused:
        raise typer.Exit(1)


def _unused(given: Mapping[str, object], read_in: set[str]) -> list[str]:
    """Return a note for each option given that no file was of a format to have."""
    having: dict[str, list[str]] = {}
    for option, names in formats.import_options().items():
        if option.name in given:  # formats that say other things of one option share its switch
            having.setdefault(format_options.switch_of(option), []).extend(names)
    return [
        f"note: --{switch} changed nothing: no file was read {_in_one_of(names)}"
        for switch, names in having.items()
        if read_in.isdisjoint(names)
    ]


def _in_one_of(names: list[str]) -> str:
    return f"as {' or '.join(names)}" if len(names) <= _LISTED else "in a format that has it"
