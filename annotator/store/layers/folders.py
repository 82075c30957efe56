"""Who has layers in a project, and on which articles."""

from collections.abc import Iterator
from pathlib import Path

from annotator.errors import DamagedFileError, ProjectError
from annotator.store.files.database import open_database
from annotator.store.files.evidence import without_evidence
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import ARTICLE_FILE, Layout, folder_name


def folders(layout: Layout, filesystem: FileSystem) -> list[str]:
    """Return the folder names of all who have saved anything, in a layer file or a journal, sorted."""
    names = without_evidence(filesystem.names(layout.annotations))
    journals = without_evidence(filesystem.names(layout.journals))
    found = {name for name in names if filesystem.is_directory(layout.annotator(name))}
    return sorted(found | {name.partition("@")[0] for name in journals if "@" in name})


def has_folder(layout: Layout, folder: str, filesystem: FileSystem) -> bool:
    """Tell whether somebody with this folder has saved anything."""
    return filesystem.is_directory(layout.annotator(folder)) or any(
        name.startswith(f"{folder}@")
        for name in without_evidence(filesystem.names(layout.journals))
    )


def annotators(layout: Layout, filesystem: FileSystem) -> list[str]:
    """Return the names of all who have saved anything, sorted."""
    return sorted(name_of(layout, folder, filesystem) for folder in folders(layout, filesystem))


def layer_ids(layout: Layout, annotator: str, filesystem: FileSystem) -> list[str]:
    """Return the ids of the articles on which an annotator has a layer file, sorted."""
    return layer_ids_in(layout.annotator(folder_name(annotator)), filesystem)


def layer_ids_in(base: Path, filesystem: FileSystem) -> list[str]:
    return list(_find_layers(base, filesystem))


def _find_layers(base: Path, filesystem: FileSystem) -> Iterator[str]:
    for shard in filesystem.names(base):
        for name in filesystem.names(base / shard):
            if (match := ARTICLE_FILE.fullmatch(name)) and name.startswith(shard):
                yield match[1]


def remember_name(layout: Layout, folder: str, annotator: str, filesystem: FileSystem) -> None:
    """Keep the name people read beside the layers: the folder's own is reduced to plain letters."""
    path = layout.annotator_record(folder)
    if not filesystem.exists(path):
        table = open_database(path, filesystem).table("annotator")
        table.insert([{"format": 1, "name": annotator}])


def temporary_files(base: Path, filesystem: FileSystem) -> list[Path]:
    """Return what interrupted saves left among somebody's layers. Hold the lock before deleting any."""
    return [
        base / shard / name
        for shard in filesystem.names(base)
        for name in filesystem.names(base / shard)
        if name.endswith(".tmp")
    ]


def name_of(layout: Layout, folder: str, filesystem: FileSystem) -> str:
    """Return the name people read of the annotator with this folder.

    Every layer file says it too, so a damaged or missing record of the name hides nobody's work.
    """
    try:
        return recorded_name(layout, folder, filesystem) or _name_in_layers(
            layout, folder, filesystem
        )
    except DamagedFileError:
        return _name_in_layers(layout, folder, filesystem)


def recorded_name(layout: Layout, folder: str, filesystem: FileSystem) -> str:
    """Read the record of the name; empty where there is none. Raises `DamagedFileError`, also for a name of another folder."""
    path = layout.annotator_record(folder)
    if not filesystem.exists(path):
        return ""
    row = open_database(path, filesystem).table("annotator").row(1) or {}
    name = row.get("name")
    if not isinstance(name, str) or not _is_name_of(folder, name):
        raise DamagedFileError(f"{path} names {name!r}, whose folder is another one")
    return name


def _is_name_of(folder: str, name: str) -> bool:
    try:
        return folder_name(name) == folder
    except ProjectError:  # nobody can be called so
        return False


def _name_in_layers(layout: Layout, folder: str, filesystem: FileSystem) -> str:
    for article_id in _find_layers(layout.annotator(folder), filesystem):
        path = layout.layer(folder, article_id)
        try:
            row = open_database(path, filesystem).table("meta").row(1) or {}
        except DamagedFileError:
            continue
        name = row.get("annotator")
        if isinstance(name, str) and _is_name_of(folder, name):
            return name
    return folder
