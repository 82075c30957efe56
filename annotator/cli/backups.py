"""`hashiya backup`: list, make, verify and bring back copies of a project that are kept outside it."""

from typing import Annotated

import typer

from annotator.cli import arguments, terminal
from annotator.errors import ProjectError
from annotator.project import Backup, Project

group = typer.Typer(
    help="List, make, verify or bring back the backups of a project, which are kept outside it on this computer.",
    epilog=arguments.examples("hashiya backup list karabakh", "hashiya backup restore karabakh 1"),
    no_args_is_help=True,
)


def register(app: typer.Typer) -> None:
    app.add_typer(group, name="backup")


@group.command(name="list", epilog=arguments.examples("hashiya backup list karabakh"))
def list_(project: arguments.ExistingProject) -> None:
    """List the backups, the newest first: number, local time, why it was made, size, file, and folder where it is another.

    Copies of a project have one list.
    """
    with Project.open(project, read_only=True) as opened:
        found = opened.backups()
        origins = [opened.backup_origin(backup) for backup in found]
    for number, (backup, origin) in enumerate(zip(found, origins, strict=True), start=1):
        fields = (backup.local_time, backup.reason, f"{backup.size:,} bytes", str(backup.path))
        terminal.say_row(number, *fields, *([f"made of {origin}"] if origin else []))
    if not found:
        terminal.complain("there is no backup of this project on this computer yet")


@group.command(epilog=arguments.examples("hashiya backup make karabakh"))
def make(project: arguments.ExistingProject) -> None:
    """Make a backup now; nothing is written where nothing changed since the last one."""
    with Project.open(project, read_only=True) as opened:
        made = opened.back_up("manual")
    terminal.say("nothing changed since the last backup" if made is None else f"made {made.path}")


@group.command(epilog=arguments.examples("hashiya backup verify karabakh"))
def verify(project: arguments.ExistingProject) -> None:
    """Read every backup from its first byte to its last, and say which can be brought back.

    Exits with 1 when one is damaged.
    """
    with (
        Project.open(project, read_only=True) as opened,
        terminal.progress("verifying") as progress,
    ):
        found = opened.backups()
        wrong: list[str] = []
        for number, backup in enumerate(found):
            progress(number, len(found))
            wrong.append(opened.verify_backup(backup))
    for number, (backup, why) in enumerate(zip(found, wrong, strict=True), start=1):
        terminal.say_row(number, backup.local_time, backup.reason, why or "sound")
    if not found:
        terminal.complain("there is no backup of this project on this computer yet")
    if any(wrong):
        raise typer.Exit(1)


@group.command(epilog=arguments.examples("hashiya backup restore karabakh 1"))
def restore(
    project: arguments.ExistingProject,
    number: Annotated[
        int, typer.Argument(min=1, help="Which one, as `hashiya backup list` counts them.")
    ],
) -> None:
    """Bring a backup back as new edits: they can be undone, and work done since stays.

    Of a damaged backup nothing is used: the next older one is taken, and that is said.

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
