"""Set aside what lies where a file of the project belongs and is none, and bring the files back that a backup has."""

from collections.abc import Callable, Iterable
from pathlib import Path

from annotator.project.safety.known_backups import KnownBackups
from annotator.project.safety.repair_report import RepairReport
from annotator.store.files.evidence import set_aside
from annotator.store.files.filesystem import FileSystem, write_atomically
from annotator.store.files.layout import Layout
from annotator.store.files.problems import shown
from annotator.store.misplaced import misplaced


def set_misplaced_aside(
    layout: Layout, filesystem: FileSystem, is_ours: Callable[[Path], bool], report: RepairReport
) -> list[Path]:
    """Set aside what is in the wrong place where ``is_ours`` is true of the place, whose lock is held; return the places."""
    places: list[Path] = []
    for path, what in misplaced(layout, filesystem).items():
        if not is_ours(path):
            continue
        where = shown(path.relative_to(layout.root))
        try:
            aside = set_aside(path, filesystem)
        except OSError as error:
            report.failed.append(f"{where} could not be set aside: {error.strerror or error}")
        else:
            report.mended.append(f"{where}: {what}; it was set aside as {shown(Path(aside.name))}")
            places.append(path)
    return places


def bring_back(
    places: Iterable[Path],
    layout: Layout,
    filesystem: FileSystem,
    backups: KnownBackups,
    report: RepairReport,
) -> None:
    """Put the files back that are gone, each as the newest backup that has it has it."""
    for path in places:
        if filesystem.exists(path) or (found := backups.read(path)) is None:
            continue
        data, when = found
        write_atomically(filesystem, path, data)
        where = shown(path.relative_to(layout.root))
        report.mended.append(f"{where} was taken from the backup of {when}{backups.which()}")
