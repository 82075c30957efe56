"""`hashiya backup`: list, make and bring back copies of a project that are kept outside it."""

from typing import Annotated

import typer

from annotator.cli import arguments, terminal
from annotator.errors import ProjectError
from annotator.project import Backup, Project

group = typer.Typer(
    help="List, make or bring back the backups of a project, which are kept outside it on this computer.",
    epilog=arguments.examples("hashiya backup list karabakh", "hashiya backup restore karabakh 1"),
    no_args_is_help=True,
)


def register(app: typer.Typer) -> None:
    app.add_typer(group, name="backup")


@group.command(name="list", epilog=arguments.examples("hashiya backup list karabakh"))
def list_(project: arguments.ExistingProject) -> None:
    """List the backups, the newest first: number, time (UTC), why it was made, size and file."""
    with Project.open(project, read_only=True) as opened:
        found = opened.backups()
    for number, backup in enumerate(found, start=1):
        when = f"{backup.at:%Y-%m-%d %H:%M:%S}"
        terminal.say_row(number, when, backup.reason, f"{backup.size:,} bytes", str(backup.path))
    if not found:
        terminal.complain("there is no backup of this project on this computer yet")


@group.command(epilog=arguments.examples("hashiya backup make karabakh"))
def make(project: arguments.ExistingProject) -> None:
    """Make a backup now; nothing is written where nothing changed since the last one."""
    with Project.open(project, read_only=True) as opened:
        made = opened.back_up("manual")
    terminal.say("nothing changed since the last backup" if made is None else f"made {made.path}")


@group.command(epilog=arguments.examples("hashiya backup restore karabakh 1"))
def restore(
    project: arguments.ExistingProject,
    number: Annotated[
        int, typer.Argument(min=1, help="Which one, as `hashiya backup list` counts them.")
    ],
) -> None:
    """Bring a backup back as new edits: they can be undone, and work done since stays.

    Layers of annotators who are at work in a window are left alone and named.
    """
    with Project.open(project) as opened:
        backup = _numbered(opened, number)
        with terminal.progress("restoring") as progress:
            report = opened.restore(backup, progress=progress)
    terminal.say(*report.lines())
    if report.refused:
        raise typer.Exit(1)


def _numbered(project: Project, number: int) -> Backup:
    found = project.backups()
    if number > len(found):
        raise ProjectError(
            f"there are {len(found)} backups of {project.path}, none numbered {number}: see `hashiya backup list`"
        )
    return found[number - 1]
