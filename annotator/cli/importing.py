"""`hashiya import`: take articles and annotations into a project."""

from pathlib import Path
from typing import Annotated

import typer

from annotator.cli import arguments, terminal
from annotator.importers import REGISTRY
from annotator.project import Project

FORMATS = ("auto", *REGISTRY)


def register(app: typer.Typer) -> None:
    app.command(
        name="import",
        epilog=arguments.examples(
            "hashiya import karabakh articles/*.txt",
            "hashiya import karabakh sara.jsonl --annotator sara",
        ),
    )(import_files)


def import_files(
    project: arguments.ExistingProject,
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH", help="Files, or folders to take every readable file from."),
    ],
    format: Annotated[  # noqa: A002 - the option's name on the command line
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            callback=arguments.one_of(FORMATS),
            help=f"{', '.join(FORMATS)}; auto goes by the file's name.",
        ),
    ] = "auto",
    annotator: Annotated[
        str | None,
        typer.Option(
            "--annotator",
            metavar="NAME",
            help="Who made the annotations of a file that does not say so.",
        ),
    ] = None,
    first_line_is_title: Annotated[
        bool,
        typer.Option(
            "--title-line/--no-title-line",
            help="The first line of a txt file, web navigation apart, is or is not the article's title.",
        ),
    ] = True,
    repair_visual: Annotated[
        bool,
        typer.Option(
            "--repair-visual",
            help="Put text that was pasted out of a PDF in visual order back into reading order.",
        ),
    ] = False,
) -> None:
    """Take articles into a project; the same text twice is the same article.

    Says for every file what was taken, skipped, repaired or refused, and why. Exits with 1 when anything was refused.
    """
    with Project.open(project) as opened, terminal.progress("importing") as progress:
        report = opened.import_files(
            paths,
            format=format,
            annotator=annotator,
            first_line_is_title=first_line_is_title,
            repair_visual=repair_visual,
            progress=progress,
        )
    terminal.say(*report.lines())
    if report.refused:
        raise typer.Exit(1)
