"""Copies of a whole project outside its folder: one full, then only what changed since.

A backup is a zip with a manifest. A partial one names the full one it builds on; neither is ever changed afterwards.
"""

import os
import re
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from annotator.errors import DamagedFileError, NotSavedError
from annotator.store.files.filesystem import REAL, FileSystem
from annotator.store.files.layout import RESERVE, Layout

FORMAT = 1
FULL_AFTER = timedelta(days=7)
"""A new full backup is made when the last one is older."""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time zip files give to what has none."""

_NAME = re.compile(r"(\d{8}T\d{6}Z)-(\d\d)-(full|part)-([a-z-]+)\.zip")
_MANIFEST = "manifest.json"
_LEFT_OUT = (".locks", ".cache", ".sync")

Stamp = tuple[int, int]


class Manifest(msgspec.Struct, frozen=True):
    """What a backup says about itself; ``files`` are all files of the project then, whether in this zip or its base."""

    format: int
    project: str
    title: str
    at: str
    reason: str
    base: str | None
    files: dict[str, Stamp]
    """By path inside the project: modification time in ns and size in bytes."""


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """One backup file. ``at`` is UTC; ``reason`` says what it was made before or at: close, timer, import ..."""

    at: datetime
    serial: int
    reason: str
    is_full: bool
    path: Path

    @property
    def size(self) -> int:
        """The length of the file in bytes; a partial backup needs its full one besides."""
        return self.path.stat().st_size


def encode_manifest(manifest: Manifest, files: dict[str, Stamp]) -> bytes:
    return msgspec.json.encode(msgspec.structs.replace(manifest, files=files))


def list_backups(folder: Path) -> list[Backup]:
    """Return the backups in a folder, the oldest first."""
    found = [_parse(path) for path in folder.glob("*.zip")] if folder.is_dir() else []
    return sorted(backup for backup in found if backup is not None)


def back_up(
    layout: Layout,
    folder: Path,
    project: str,
    title: str,
    reason: str,
    *,
    now: datetime | None = None,
    filesystem: FileSystem = REAL,
) -> Backup | None:
    """Make a backup if anything changed since the last one. Raises `NotSavedError` where it cannot be written."""
    now = now or datetime.now(UTC)
    files = _stamps(layout.root)
    known = list_backups(folder)
    last = manifest_or_none(known[-1]) if known else None
    if last is not None and last.files == files:
        return None
    base = _usable_base(known, now, files)
    included = sorted(
        path for path, stamp in files.items() if base is None or base[1].files.get(path) != stamp
    )
    at = now.strftime("%Y%m%dT%H%M%SZ")
    serial = sum(backup.path.name.startswith(at) for backup in known)
    path = folder / f"{at}-{serial:02d}-{'part' if base else 'full'}-{reason}.zip"
    base_name = base[0].path.name if base else None
    manifest = Manifest(FORMAT, project, title, at, reason, base_name, files)
    try:
        _write(layout.root, path, manifest, included, filesystem)
    except OSError as error:
        raise NotSavedError(
            f"the backup {path} could not be written: {error.strerror or error}"
        ) from error
    return _parse(path)


def unpack(backup: Backup, target: Path) -> Manifest:
    """Put a backed-up project into an empty folder. Raises `DamagedFileError` where it or its base cannot be read."""
    manifest = read_manifest(backup)
    target.mkdir(parents=True, exist_ok=True)
    zips = (
        [backup.path]
        if manifest.base is None
        else [backup.path, backup.path.with_name(manifest.base)]
    )
    missing = set(manifest.files)
    for path in zips:
        try:
            with zipfile.ZipFile(path) as archive:
                for name in missing & set(archive.namelist()):
                    _unpack_one(archive, name, target)
                missing -= set(archive.namelist())
        except (OSError, zipfile.BadZipFile) as error:
            raise DamagedFileError(
                f"the backup {path} cannot be read: {error}. Use another one"
            ) from error
    if missing:
        raise DamagedFileError(
            f"the backup {backup.path} lacks {sorted(missing)[0]}. Use another one"
        )
    return manifest


def read_manifest(backup: Backup) -> Manifest:
    """Read what a backup says about itself, or raise `DamagedFileError`."""
    try:
        with zipfile.ZipFile(backup.path) as archive:
            return msgspec.json.decode(archive.read(_MANIFEST), type=Manifest)
    except (OSError, KeyError, zipfile.BadZipFile, msgspec.MsgspecError) as error:
        raise DamagedFileError(
            f"the backup {backup.path} cannot be read: {error}. Use another one"
        ) from error


def _usable_base(
    known: list[Backup], now: datetime, files: dict[str, Stamp]
) -> tuple[Backup, Manifest] | None:
    """Return the last full backup where a partial one on it is worth it: young enough, and most of it unchanged."""
    full = next((backup for backup in reversed(known) if backup.is_full), None)
    manifest = manifest_or_none(full) if full else None
    if full is None or manifest is None or now - full.at > FULL_AFTER:
        return None
    changed = sum(
        size for path, (mtime, size) in files.items() if manifest.files.get(path) != (mtime, size)
    )
    return (full, manifest) if 2 * changed < sum(size for _, size in files.values()) else None


def _write(
    root: Path, path: Path, manifest: Manifest, included: list[str], filesystem: FileSystem
) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.tmp")
    try:
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            files = dict(manifest.files)
            for name in included:
                try:
                    data = (root / name).read_bytes()
                except FileNotFoundError:  # gone since it was listed
                    del files[name]
                else:
                    archive.writestr(zipfile.ZipInfo(name, EPOCH), data, zipfile.ZIP_DEFLATED)
            archive.writestr(_MANIFEST, encode_manifest(manifest, files))
        with temporary.open("rb+") as written:
            filesystem.sync_descriptor(written.fileno())
        filesystem.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    filesystem.sync_directory(path.parent)


def _stamps(root: Path) -> dict[str, Stamp]:
    """Return all files of a project that are worth keeping."""
    stamps: dict[str, Stamp] = {}
    for folder, folders, names in os.walk(root):
        if Path(folder) == root:
            folders[:] = [name for name in folders if name not in _LEFT_OUT]
        for name in names:
            if not name.endswith(".tmp") and name != RESERVE:
                path = Path(folder) / name
                with suppress(FileNotFoundError):
                    found = path.stat()
                    stamps[path.relative_to(root).as_posix()] = (found.st_mtime_ns, found.st_size)
    return stamps


def _unpack_one(archive: zipfile.ZipFile, name: str, target: Path) -> None:
    parts = Path(name).parts
    if Path(name).is_absolute() or ".." in parts:
        raise DamagedFileError(
            f"a backup holds the path {name!r}, which leads out of the project. Use another one"
        )
    path = target / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(archive.read(name))


def manifest_or_none(backup: Backup) -> Manifest | None:
    try:
        return read_manifest(backup)
    except DamagedFileError:
        return None


def _parse(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    at = datetime.strptime(match[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return Backup(at, int(match[2]), match[4], match[3] == "full", path)
