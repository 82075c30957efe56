"""What lies where a file of the project belongs and is none: a folder, a pipe, a device, a link that leads out.

The other way round too: a file where a folder belongs. Neither can be read, and no file can be written in its place before
it is set aside.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from annotator.errors import ProjectError
from annotator.store.files.confined import leads_out
from annotator.store.files.evidence import without_evidence
from annotator.store.files.filesystem import FileSystem, kind_of
from annotator.store.files.layout import ARTICLE_FILE, RESERVE, SHARD, Layout
from annotator.store.journal.journals import KNOWN
from annotator.store.journal.segments import is_segment
from annotator.store.shared.names_file import names_path
from annotator.store.shared.rulings_file import rulings_path


def misplaced(layout: Layout, filesystem: FileSystem) -> dict[Path, str]:
    """Return what is in the wrong place, and in words what it is; folders before what would be in them."""
    real_root = os.path.realpath(layout.root)
    found: dict[Path, str] = {}
    for path in _folders(layout, filesystem):
        what = _kind(path, layout.root, real_root)
        if what is not None and what != _FOLDER:
            found[path] = what or "it is a file, not a folder"
    for path in _files(layout, filesystem):
        if what := _kind(path, layout.root, real_root):
            found[path] = what
    return found


def is_folder_place(path: Path, layout: Layout) -> bool:
    """Tell whether a folder belongs there, and not a file."""
    return path.suffix not in (".json", ".jsonl", ".md") and path.name != RESERVE


_FOLDER = kind_of(stat.S_IFDIR)


def _folders(layout: Layout, filesystem: FileSystem) -> Iterator[Path]:
    yield from (layout.articles, layout.annotations, layout.journals, layout.cache, layout.locks)
    journals = [name for name in _names(layout.journals, filesystem) if "@" in name]
    yield from (layout.journals / name for name in journals)
    people = {name.partition("@")[0] for name in journals}
    yield from (layout.annotator(name) for name in sorted(people))
    for base in (layout.articles, *_people(layout, filesystem)):
        yield from (base / name for name in _names(base, filesystem) if SHARD.fullmatch(name))


def _files(layout: Layout, filesystem: FileSystem) -> Iterator[Path]:
    yield from (layout.project, layout.catalog, names_path(layout), rulings_path(layout))
    for name in _names(layout.root, filesystem):
        if name.startswith("guidelines.") and name.endswith(".md"):
            yield layout.root / name
    for person in _people(layout, filesystem):
        yield layout.annotator_record(person.name)
    for base in (layout.articles, *_people(layout, filesystem)):
        for shard in filter(SHARD.fullmatch, _names(base, filesystem)):
            for name in filter(ARTICLE_FILE.fullmatch, _names(base / shard, filesystem)):
                yield base / shard / name
    for journal in _names(layout.journals, filesystem):
        for name in _names(layout.journals / journal, filesystem):
            if is_segment(name) or name in (KNOWN, RESERVE):
                yield layout.journals / journal / name


def _people(layout: Layout, filesystem: FileSystem) -> list[Path]:
    names = _names(layout.annotations, filesystem)
    return [path for name in names if (path := layout.annotator(name)).is_dir()]


def _names(folder: Path, filesystem: FileSystem) -> list[str]:
    """Return the names in a folder, none for one that may not be read, which is said elsewhere."""
    try:
        return without_evidence(filesystem.names(folder))
    except ProjectError:
        return []


def _kind(path: Path, root: Path, real_root: str) -> str | None:
    """Say what lies at a path: nothing for an ordinary file, None where there is nothing."""
    try:
        is_link = stat.S_ISLNK(path.lstat().st_mode)
    except OSError:
        return None
    if is_link and leads_out(path, root, real_root):
        return "it is a link that leads out of the project, and is not followed"
    try:
        mode = path.stat().st_mode
    except OSError:  # a link to a name that is gone, or links in a ring; or the file has gone since
        return "it is a link that leads nowhere" if is_link else None
    if is_link and Path(os.path.realpath(path.parent)).is_relative_to(os.path.realpath(path)):
        return "it is a link to a folder that it lies in"
    return "" if stat.S_ISREG(mode) else kind_of(mode)
