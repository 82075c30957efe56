"""Which backups on this computer are those of a project whose project.json cannot say so.

Backups are kept by the project's id. Without it they are known by the folder they were made of, and a project that was moved
by its journals: the first edit in one is no other project's. Articles alone prove little, as two projects may have the same.
Where more than one project fits, none is taken: which it is can only be said by people.
"""

from dataclasses import dataclass, field
from pathlib import Path

from annotator.errors import ProjectError
from annotator.store.backups import backups
from annotator.store.backups.backups import Backup, Manifest
from annotator.store.files.device import backup_folder, backups_root
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import ARTICLE_FILE, SHARD, Layout

_FIRST_SEGMENT = "000001.jsonl"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One project's backups, the newest first, and what speaks for it: the folder, the same edits, the same articles."""

    project: str
    title: str
    backups: tuple[Backup, ...]
    is_of_folder: bool
    edits: int
    articles: int

    @property
    def weight(self) -> tuple[bool, bool]:
        return bool(self.edits), self.is_of_folder


@dataclass(frozen=True, slots=True)
class Found:
    """What was found. ``backups`` are those of the one project that it is, the newest first; empty where that is open."""

    project: str = ""
    backups: tuple[Backup, ...] = ()
    by: str = ""
    """What each was known by, in words; empty where project.json itself said it."""
    candidates: tuple[Candidate, ...] = field(default=())
    """The projects that it may be, where more than one fits."""


def find_backups(layout: Layout, filesystem: FileSystem, project: str = "") -> Found:
    """Return the backups of a project; ``project`` is its id where something is left that says it."""
    if project and (known := _newest_first(project)):
        return Found(project, known)
    here = _Here(layout, filesystem)
    fitting = [one for one in map(here.judge, _projects()) if one is not None]
    if not fitting:
        return Found()
    best = max(one.weight for one in fitting)
    first, *others = sorted(
        (one for one in fitting if one.weight == best), key=lambda one: -one.articles
    )
    if others and (best == (False, False) or first.articles == others[0].articles):
        return Found(candidates=(first, *others))
    by = "the folder it was made of" if first.is_of_folder else "what is in it"
    return Found(first.project, first.backups, by)


class _Here:
    """What there is of the project, to compare backups with."""

    def __init__(self, layout: Layout, filesystem: FileSystem) -> None:
        self._layout = layout
        self._filesystem = filesystem
        self._root = backups.origin_of(layout)
        self._articles = {
            name
            for shard in filesystem.names(layout.articles)
            if SHARD.fullmatch(shard)
            for name in filesystem.names(layout.articles / shard)
            if ARTICLE_FILE.fullmatch(name)
        }
        self._first_edits = {
            f"{layout.journals.name}/{name}/{_FIRST_SEGMENT}": edit
            for name in filesystem.names(layout.journals)
            if (edit := _first_edit(self._read(layout.journals / name / _FIRST_SEGMENT)))
        }

    def judge(self, project: str) -> Candidate | None:
        """Return what speaks for a project, None where too little does or something speaks against it."""
        known = _newest_first(project)
        newest = next(
            ((one, found) for one in known if (found := backups.manifest_or_none(one))), None
        )
        if newest is None:
            return None
        made_here = [
            one
            for one in known
            if (found := backups.manifest_or_none(one)) and found.root == self._root
        ]
        articles = len(self._articles & _articles_in(newest[1]))
        edits, others = self._compare(*newest)
        fits = edits or (not others and (articles or (made_here and not self._articles)))
        if not fits:
            return None
        return Candidate(project, newest[1].title, known, bool(made_here), edits, articles)

    def _compare(self, backup: Backup, manifest: Manifest) -> tuple[int, int]:
        """Return how many journals begin with the same edit in a backup as here, and how many with another."""
        same = other = 0
        for name in self._first_edits.keys() & manifest.files.keys():
            there = _first_edit(backups.read_file(backup, name) or b"")
            same += there == self._first_edits[name]
            other += bool(there) and there != self._first_edits[name]
        return same, other

    def _read(self, path: Path) -> bytes:
        try:
            return self._filesystem.read(path) if self._filesystem.exists(path) else b""
        except ProjectError:
            return b""


def _first_edit(segment: bytes) -> bytes:
    """Return the line of a journal's first edit, behind the header; it has a time, and is nobody else's."""
    lines = segment.split(b"\n", 2)
    return lines[1] if len(lines) == 3 else b""


def _articles_in(manifest: Manifest) -> set[str]:
    return {Path(name).name for name in manifest.files if name.startswith("articles/")}


def _newest_first(project: str) -> tuple[Backup, ...]:
    return tuple(reversed(backups.list_backups(backup_folder(project))))


def _projects() -> list[str]:
    folder = backups_root()
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
