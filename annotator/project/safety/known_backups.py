"""The backups that a repair may take from, and the last of them, unpacked."""

import re
from contextlib import ExitStack, suppress
from functools import cached_property
from pathlib import Path

from annotator.errors import DamagedFileError, ProjectError
from annotator.store.backups import backups
from annotator.store.backups.backups import Backup
from annotator.store.backups.finding import Found, find_backups
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout
from annotator.store.files.leftovers import temporary_folder

_ID = re.compile(rb'"id":\s*"([0-9a-f]{12})"')


def backups_of_folder(layout: Layout, filesystem: FileSystem) -> Found:
    """Find the backups of a project, whatever is left of its project.json."""
    return find_backups(layout, filesystem, _written_id(layout, filesystem))


def _written_id(layout: Layout, filesystem: FileSystem) -> str:
    """Return the id that stands in a project.json, however damaged the rest of it is."""
    with suppress(ProjectError):
        if filesystem.exists(layout.project):
            match = _ID.search(filesystem.read(layout.project))
            return match[1].decode() if match else ""
    return ""


class KnownBackups:
    """Found when they are first needed; ``told`` gets what is worth knowing of them, such as that one is damaged."""

    def __init__(
        self,
        layout: Layout,
        filesystem: FileSystem,
        stack: ExitStack,
        told: list[str],
        chosen: Backup | None,
    ) -> None:
        """Those from ``chosen`` on are taken where somebody has chosen one."""
        self._layout = layout
        self._filesystem = filesystem
        self._stack = stack
        self._told = told
        self._chosen = chosen

    @cached_property
    def found(self) -> Found:
        if self._chosen is None:
            return backups_of_folder(self._layout, self._filesystem)
        there = backups.list_backups(self._chosen.path.parent)
        older = tuple(one for one in reversed(there) if one <= self._chosen)
        return Found(self._chosen.path.parent.name, older)

    @cached_property
    def all(self) -> list[Backup]:
        """The newest first."""
        return list(self.found.backups)

    @cached_property
    def last(self) -> Layout | None:
        """The last backup that can be read, unpacked into a folder that is gone after the repair."""
        for made in self.all:
            folder = self._stack.enter_context(temporary_folder())
            try:
                backups.unpack(made, folder)
            except DamagedFileError as error:
                self._told.append(str(error))
            else:
                return Layout(folder)
        return None

    def read(self, path: Path) -> tuple[bytes, str] | None:
        """Return a file of the project as the newest backup that has it has it, with that backup's time."""
        name = path.relative_to(self._layout.root).as_posix()
        for made in self.all:
            if (data := backups.read_file(made, name)) is not None:
                return data, made.local_time
        return None

    def which(self) -> str:
        """Say what a backup was known by where that was not the project's id, to be put behind its name."""
        return f", known by {self.found.by}" if self.found.by else ""
