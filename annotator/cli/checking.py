"""`hashiya check`: is every file of a project whole?"""

from typing import Annotated

import typer

from annotator.cli import arguments, terminal
from annotator.errors import DamagedFileError
from annotator.project import Project, gist


def register(app: typer.Typer) -> None:
    app.command(
        name="check",
        epilog=arguments.examples("hashiya check karabakh", "hashiya check karabakh --repair"),
    )(check)


def check(
    project: arguments.ExistingProject,
    repair: Annotated[
        bool,
        typer.Option(
            "--repair",
            help="Mend what is wrong from the journals and backups; what was damaged is kept beside it.",
        ),
    ] = False,
) -> None:
    """Check every file, offset, text hash and link of a project and say how to mend what is wrong.

    Reads only, unless told to repair. Exits with 1 when something cannot be read or is not true (after a repair: still);
    warnings and notes alone exit with 0.
    """
    if repair:
        mended = Project.repair(project)
        terminal.say(*mended.lines())
        if not mended.is_whole:
            raise typer.Exit(1)
        return
    try:
        with Project.open(project, read_only=True) as opened:
            report = opened.check()
    except DamagedFileError as error:
        terminal.say(f"error: {gist(error)}")
        obstacle = Project.obstacle_to_repair(project)
        mends = f"`hashiya check {project} --repair` mends it"
        terminal.complain(f"the project cannot even be opened. {obstacle or mends}")
        raise typer.Exit(1) from None
    terminal.say(*report.lines())
    if any(problem.severity == "error" for problem in report.problems):
        raise typer.Exit(1)
