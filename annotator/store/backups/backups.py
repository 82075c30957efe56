"""Copies of a whole project outside its folder: one full, then only what changed since.

A backup is a zip with a manifest. A partial one names the full one it builds on; neither is ever changed afterwards.
Each is read back when it is made. Copies of one project have one id and one list: the manifest says which folder it was.
"""

import errno
import os
import re
import stat
import zipfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from annotator.errors import DamagedFileError, NotSavedError
from annotator.store.backups.zips import check_seal, comment, opened, seal
from annotator.store.files.confined import leads_out
from annotator.store.files.filesystem import REAL, FileSystem, read_plain
from annotator.store.files.layout import RESERVE, Layout
from annotator.text.storable import storable

FORMAT = 2
"""The format of backups this program writes; the first one had no seal and did not say where it came from."""

PATIENCE = 60
"""Seconds to wait for another window that is making a backup of the same project."""

FULL_AFTER = timedelta(days=7)
"""A new full backup is made when the last one is older."""

SEALED = 2
"""Backups from this format on are sealed."""

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
    root: str = ""
    """The folder it was made of, absolute; empty in backups of format 1."""


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """One backup file. ``at`` is UTC; ``reason`` says what it was made before or at: close, timer, import ..."""

    at: datetime
    serial: int
    reason: str
    is_full: bool
    path: Path

    @property
    def local_time(self) -> str:
        """When it was made, as clocks here show it."""
        return f"{self.at.astimezone():%Y-%m-%d %H:%M:%S}"

    @property
    def size(self) -> int:
        """The length of the file in bytes; a partial backup needs its full one besides. 0 where it cannot be read."""
        with suppress(OSError):
            return self.path.stat().st_size
        return 0


def encode_manifest(manifest: Manifest, files: dict[str, Stamp]) -> bytes:
    return msgspec.json.encode(msgspec.structs.replace(manifest, files=files))


def list_backups(folder: Path) -> list[Backup]:
    """Return the backups in a folder, the oldest first."""
    found = [_parse(path) for path in folder.glob("*.zip")] if folder.is_dir() else []
    return sorted(backup for backup in found if backup is not None)


def origin_of(layout: Layout) -> str:
    """Return what backups say of the folder they were made of."""
    return storable(str(layout.root))


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
    """Make a backup if anything changed since the last one of this folder, and read it back.

    Raises `NotSavedError` where it cannot be written, or where something in the project cannot be read.
    """
    now = now or datetime.now(UTC)
    path = folder
    try:
        with _alone(folder):
            files = _stamps(layout.root)
            root = origin_of(layout)
            known = list_backups(folder)
            mine = [(one, found) for one in known if (found := manifest_or_none(one)) is not None]
            mine = [(one, found) for one, found in mine if found.root in ("", root)]
            if mine and mine[-1][1].files == files and mine[-1][0] == known[-1]:
                return None
            base = _usable_base(mine, now, files)
            included = sorted(
                path
                for path, stamp in files.items()
                if base is None or base[1].files.get(path) != stamp
            )
            at = now.strftime("%Y%m%dT%H%M%SZ")
            serial = sum(backup.path.name.startswith(at) for backup in known)
            path = folder / f"{at}-{serial:02d}-{'part' if base else 'full'}-{reason}.zip"
            base_name = base[0].path.name if base else None
            manifest = Manifest(FORMAT, project, title, at, reason, base_name, files, root)
            _write(layout.root, path, manifest, included, filesystem)
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise NotSavedError(
            f"the backup {path} could not be written: {error.strerror or error}{where}"
        ) from error
    return _parse(path)


def unpack(backup: Backup, target: Path) -> Manifest:
    """Put a backed-up project into an empty folder. Raises `DamagedFileError` where it or its base cannot be read.

    Raises `OSError` where the folder cannot be written: that says nothing about the backup.
    """
    manifest = read_manifest(backup)
    target.mkdir(parents=True, exist_ok=True)
    for path, name, data in _contents(backup, manifest):
        _unpack_one(path, name, data, target)
    return manifest


def read_file(backup: Backup, name: str) -> bytes | None:
    """Return one file of a backed-up project, None where it was not there or the backup is damaged."""
    try:
        manifest = read_manifest(backup)
        if name not in manifest.files:
            return None
        return next(
            (data for _, found, data in _contents(backup, manifest, {name}) if found == name), None
        )
    except DamagedFileError:
        return None


def verify(backup: Backup) -> None:
    """Read all of a backup, and of the one it builds on. Raises `DamagedFileError` saying what is wrong."""
    for _ in _contents(backup, read_manifest(backup)):
        pass


def _contents(
    backup: Backup, manifest: Manifest, wanted: set[str] | None = None
) -> Generator[tuple[Path, str, bytes], None, None]:
    """Yield every file of a backup, or those that are wanted, with the zip it is in, or raise `DamagedFileError`."""
    base = None if manifest.base is None else backup.path.with_name(Path(manifest.base).name)
    missing = set(manifest.files) if wanted is None else wanted
    for path in (backup.path, base):
        if path is None:
            continue
        if _format_of(path) >= SEALED:
            check_seal(path)
        with opened(path) as archive:
            there = missing & set(archive.namelist())
            for name in sorted(there):
                yield path, name, archive.read(name)
        missing -= there
    if missing:
        raise DamagedFileError(
            f"the backup {backup.path} lacks {sorted(missing)[0]}. Use another one"
        )


def read_manifest(backup: Backup) -> Manifest:
    """Read what a backup says about itself, or raise `DamagedFileError`."""
    return _manifest_in(backup.path)


def _manifest_in(path: Path) -> Manifest:
    with opened(path) as archive:
        return msgspec.json.decode(archive.read(_MANIFEST), type=Manifest)


def _format_of(path: Path) -> int:
    return _manifest_in(path).format


@contextmanager
def _alone(folder: Path) -> Generator[None, None, None]:
    """Be the only one who makes backups in a folder, and clear away what a killed program left half made."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / "backups.lock", timeout=PATIENCE):
            for half in folder.glob("*.tmp"):
                half.unlink(missing_ok=True)
            yield
    except Timeout:
        raise NotSavedError(
            f"another window has been making a backup in {folder} for {PATIENCE} seconds: try again later"
        ) from None


def _usable_base(
    known: list[tuple[Backup, Manifest]], now: datetime, files: dict[str, Stamp]
) -> tuple[Backup, Manifest] | None:
    """Return the last full backup where a partial one on it is worth it: young, sound, and most of it unchanged."""
    full = next((one for one in reversed(known) if one[0].is_full), None)
    if full is None or now - full[0].at > FULL_AFTER or full[1].format < SEALED:
        return None
    changed = sum(
        size for path, (mtime, size) in files.items() if full[1].files.get(path) != (mtime, size)
    )
    if 2 * changed >= sum(size for _, size in files.values()):
        return None
    try:
        check_seal(full[0].path)
    except DamagedFileError:
        return None
    return full


def _write(
    root: Path, path: Path, manifest: Manifest, included: list[str], filesystem: FileSystem
) -> None:
    temporary = path.with_name(f"{path.name}.tmp")
    try:
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            archive.comment = comment()
            files = dict(manifest.files)
            for name in included:
                try:
                    data = read_plain(root / name)
                except FileNotFoundError:  # gone since it was listed
                    del files[name]
                else:
                    archive.writestr(zipfile.ZipInfo(name, EPOCH), data, zipfile.ZIP_DEFLATED)
            archive.writestr(_MANIFEST, encode_manifest(manifest, files))
        seal(temporary)
        with temporary.open("rb+") as written:
            filesystem.sync_descriptor(written.fileno())
        _read_back(temporary)
        filesystem.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    filesystem.sync_directory(path.parent)


def _read_back(path: Path) -> None:
    """Read what was just written, all of it. Raises `OSError` where it is not what was meant."""
    try:
        check_seal(path)
        with opened(path) as archive:
            bad = archive.testzip()
    except DamagedFileError as error:
        raise OSError(errno.EIO, "it could not be read back", str(path)) from error
    if bad is not None:
        raise OSError(errno.EIO, f"{bad} in it could not be read back", str(path))


def _stamps(root: Path) -> dict[str, Stamp]:
    """Return all files of a project that are worth keeping: ordinary ones, and no links out of it.

    Raises `OSError` for a folder that may not be read: a backup without it would be taken for a whole one.
    """

    def refuse(error: OSError) -> None:
        raise error

    real_root = os.path.realpath(root)
    stamps: dict[str, Stamp] = {}
    for folder, folders, names in os.walk(root, onerror=refuse):
        if Path(folder) == root:
            folders[:] = [name for name in folders if name not in _LEFT_OUT]
        for name in names:
            path = Path(folder) / name
            if name.endswith(".tmp") or name == RESERVE or not _is_storable(name):
                continue
            with suppress(FileNotFoundError):
                found = path.stat()
                if stat.S_ISREG(found.st_mode) and not leads_out(path, root, real_root):
                    stamps[path.relative_to(root).as_posix()] = (found.st_mtime_ns, found.st_size)
    return stamps


def _is_storable(name: str) -> bool:
    """Tell whether a name is text: none of ours is anything else, and neither zip nor JSON could keep it."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _unpack_one(zip_path: Path, name: str, data: bytes, target: Path) -> None:
    parts = Path(name).parts
    if Path(name).is_absolute() or ".." in parts:
        raise DamagedFileError(
            f"the backup {zip_path} holds the path {name!r}, which leads out of the project. Use another one"
        )
    path = target / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


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
