"""`hashiya backup`: list, make, verify and bring back copies of a project that are kept outside it."""

from pathlib import Path
from typing import Annotated

import typer

from annotator.cli import arguments, terminal
from annotator.errors import DamagedFileError, ProjectError
from annotator.project import Backup, Project, gist

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

    Copies of a project have one list. A project that does not open, or is gone, has its backups still: they are found by
    the folder they were made of, or by what is in them.
    """
    found = _backups_of(project)
    for number, (backup, remark) in enumerate(found, start=1):
        fields = (backup.local_time, backup.reason, f"{backup.size:,} bytes", str(backup.path))
        terminal.say_row(number, *fields, *([remark] if remark else []))
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
    found = [backup for backup, _ in _backups_of(project)]
    wrong: list[str] = []
    with terminal.progress("verifying") as progress:
        for number, backup in enumerate(found):
            progress(number, len(found))
            wrong.append(Project.verify_backup(backup))
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

    Layers of annotators who are at work in a window are left alone and named. A project that does not open is mended with
    the backup first; one whose folder is gone or empty is put back whole.
    """
    backup = _numbered(project, number)
    if not project.exists() or (project.is_dir() and not any(project.iterdir())):
        report = Project.restore_whole(project, backup)
    else:
        _make_it_open(project, backup)
        with Project.open(project) as opened, terminal.progress("restoring") as progress:
            report = opened.restore(backup, progress=progress)
    terminal.say(*report.lines())
    if report.refused:
        raise typer.Exit(1)


def _make_it_open(project: Path, backup: Backup) -> None:
    """Mend a project that does not open, taking from the backup that was chosen what has to come from one."""
    try:
        Project.open(project, read_only=True).close()
    except DamagedFileError:
        mended = Project.repair(project, backup=backup)
        terminal.say(*(f"mended: {what}" for what in mended.mended))
        terminal.say(*(f"not mended: {what}" for what in mended.failed))


def _backups_of(project: Path) -> list[tuple[Backup, str]]:
    """Return the backups, the newest first, and of each what has to be said: where it was made, or of which project."""
    try:
        with Project.open(project, read_only=True) as opened:
            origins = {backup: opened.backup_origin(backup) for backup in opened.backups()}
            return [(one, origin and f"made of {origin}") for one, origin in origins.items()]
    except ProjectError as error:
        found = Project.find_backups(project)
        if not found.backups and not found.candidates:
            obstacle = Project.obstacle_to_repair(project)
            raise ProjectError(f"{gist(error)}. {obstacle}" if obstacle else str(error)) from None
        by = found.by or "its id"
        terminal.complain(
            f"{gist(error)}. These are its backups, each known by {by}"
            if found.backups
            else gist(error)
        )
    if found.backups:
        return [(backup, "") for backup in found.backups]
    terminal.complain("the backups of several projects may be its; each line ends with whose it is")
    several = [(backup, one) for one in found.candidates for backup in one.backups]
    several.sort(key=lambda pair: pair[0], reverse=True)
    return [(backup, f"of the project {one.title!r} ({one.project})") for backup, one in several]


def _numbered(project: Path, number: int) -> Backup:
    found = _backups_of(project)
    if number > len(found):
        raise ProjectError(
            f"there are {len(found)} backups of {project}, none numbered {number}: see `hashiya backup list`"
        )
    return found[number - 1][0]
