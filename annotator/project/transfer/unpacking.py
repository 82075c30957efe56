"""A zip of files, unpacked for as long as it is read: nothing leaves its folder, and nothing is larger than it may be."""

import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from annotator.errors import ImportFailure
from annotator.progress import Counter, Progress

MOST_BYTES = 4 << 30
"""Bytes that a zip may unpack to: ten thousand articles with all their annotations are a tenth of it."""

MOST_FILES = 200_000

_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError)


def unpack(path: Path, folder: Path, progress: Progress | None = None) -> Path:
    """Unpack the files of a zip into ``folder``, which is made, and return it; ``progress`` is told of files.

    Raise `ImportFailure` for a zip that is damaged, encrypted or too large, or whose names lead out of the folder.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > MOST_FILES or sum(e.file_size for e in entries) > MOST_BYTES:
                raise ImportFailure(
                    f"the zip holds more than {MOST_FILES} files or {MOST_BYTES >> 30} GiB: unpack it, and import parts"
                )
            folder.mkdir(parents=True)
            left = MOST_BYTES
            counter = Counter(progress, len(entries))
            for entry in entries:
                counter.step()
                left -= _unpack_one(archive, entry, folder, left)
    except _DAMAGED as error:
        raise ImportFailure(f"the zip is damaged: {error}") from error
    except RuntimeError as error:  # what zipfile raises for a password
        raise ImportFailure(f"the zip cannot be opened ({error}): unpack it first") from error
    except OSError as error:
        raise ImportFailure(f"the zip could not be unpacked: {error.strerror or error}") from error
    return folder


def _unpack_one(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, folder: Path, most: int) -> int:
    """Write one file and return its size: what a zip says of sizes need not be true."""
    name = PurePosixPath(entry.filename.replace("\\", "/"))
    if name.is_absolute() or ".." in name.parts or ":" in entry.filename or not name.parts:
        raise ImportFailure(
            f"the zip holds {entry.filename!r}, a name that leads out of its folder"
        )
    if stat.S_ISLNK(entry.external_attr >> 16):
        return 0
    target = folder.joinpath(*name.parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(entry) as source, target.open("wb") as written:
        while block := source.read(1 << 20):
            written.write(block)
            if written.tell() > most:
                raise ImportFailure(
                    f"the zip unpacks to more than {MOST_BYTES >> 30} GiB: it is damaged"
                )
        return written.tell()
