"""What there is to read: files named, files in folders, and folders that one format takes as a whole."""

import os
import stat
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import ImportFailure
from annotator.importers import REGISTRY
from annotator.importers.base import Importer
from annotator.importers.head import Confidence, Head
from annotator.store.files.filesystem import kind_of

ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or with ``claimed`` by a format a folder; ``is_named`` where it must be taken, or be refused with a reason."""

    path: Path
    is_named: bool = False
    why_not: str = ""
    """Why it cannot be read."""
    importer: Importer | None = None
    """The format that takes the folder as a whole."""


class Walk:
    """Goes through paths. ``format_name`` is the one format wanted or ``auto``; ``unpack`` gives the folder of a zip."""

    def __init__(self, format_name: str, unpack: Callable[[Path], Path]) -> None:
        known = REGISTRY.values()
        self._folders = [i for i in known if i.claims and format_name in ("auto", i.name)]
        self._is_auto = format_name == "auto"
        self._unpack = unpack

    def files(self, paths: Iterable[Path]) -> Iterator[Found]:
        """Yield what is to be read, a folder's files in order of name; what is left out is named too."""
        for path in paths:
            if path.is_dir():
                yield from self._in_folder(path)
            elif self._is_bundle(path):
                yield from self._in_zip(path)
            else:
                yield Found(path, is_named=True, why_not=_why_no_file(path))

    def _in_zip(self, path: Path) -> Iterator[Found]:
        try:
            folder = self._unpack(path)
        except ImportFailure as error:
            yield Found(path, is_named=True, why_not=str(error))
            return
        yield from self._in_folder(folder)

    def _is_bundle(self, path: Path) -> bool:
        """Tell whether a file is a zip of files, and not a document that happens to be one."""
        if _why_no_file(path):
            return False
        try:
            head = Head.of(path)
        except OSError:
            return False
        if not head.raw.startswith(ZIP) or not head.members:
            return False
        from annotator.importers import foreign

        is_one_file = any(
            i.sniff(head).confidence >= Confidence.SURE for i in REGISTRY.values()
        ) or foreign.best(head)
        return not is_one_file

    def _in_folder(self, folder: Path) -> Iterator[Found]:
        found = _files_in(folder)
        names = [one.path.relative_to(folder).as_posix() for one in found if not one.why_not]
        taken: set[str] = set()
        for importer in self._folders:
            claims = importer.claims
            claimed: Collection[str] = claims(folder, names) if claims else ()
            if claimed and not taken & set(claimed):
                taken |= set(claimed)
                yield Found(folder, is_named=True, importer=importer)
        rest = [
            one
            for one in found
            if one.why_not or one.path.relative_to(folder).as_posix() not in taken
        ]
        if not taken and not any(not one.why_not or one.is_named for one in found):
            rest.append(Found(folder, True, "there is no file to import in this folder"))
        yield from sorted(rest, key=lambda one: one.path)


def _files_in(folder: Path) -> list[Found]:
    """Return a folder's files in order of name; what is left out is named."""
    shut: list[OSError] = []
    found: list[Found] = []
    for here, folders, names in os.walk(folder, onerror=shut.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in folders:
            path = Path(here, name)
            if path.is_symlink():
                why = "a link to a folder is not followed: name that folder"
                found.append(Found(path, why_not=why))
        for name in names:
            if not name.startswith("."):
                path = Path(here, name)
                found.append(Found(path, why_not=_why_no_file(path)))
    for error in shut:
        what = f"this folder may not be read ({error.strerror}): check its permissions"
        found.append(Found(Path(error.filename), True, what))
    return sorted(found, key=lambda one: one.path)


def _why_no_file(path: Path) -> str:
    """Return why a path must not even be opened: reading a pipe or a device may never end."""
    try:
        mode = path.stat().st_mode
    except OSError:  # said by whoever reads it
        return ""
    return "" if stat.S_ISREG(mode) else kind_of(mode)
