"""Zip files that say when they are damaged, whatever part of them is.

The last 64 bytes are the SHA-256 of all bytes before them, in the zip's comment, where every zip program leaves them be.
Zip's own checksums cover the contents only: a flipped byte in a name, a length or a method is found by none of them.
"""

import hashlib
import lzma
import struct
import zipfile
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from annotator.errors import DamagedFileError

MARK = b"hashiya-sha256:"
DIGITS = 64
_CHUNK = 1 << 20

DAMAGE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    msgspec.MsgspecError,
    OSError,
    EOFError,
    KeyError,
    ValueError,
    RuntimeError,
    OverflowError,
    MemoryError,
)
"""What `zipfile` and decoding were seen to raise on damaged bytes, not only `BadZipFile`."""


@contextmanager
def opened(path: Path) -> Generator[zipfile.ZipFile, None, None]:
    """Open a backup for reading. Whatever its bytes make go wrong inside the block is a `DamagedFileError`."""
    try:
        if not path.is_file():
            raise OSError("it is no file" if path.exists() else "there is no such file")
        with zipfile.ZipFile(path) as archive:
            yield archive
    except DAMAGE as error:
        what = str(error) or type(error).__name__
        raise DamagedFileError(
            f"the backup {path} cannot be read: it is damaged ({what}). Use another one"
        ) from error


def comment() -> bytes:
    """Return what a zip's comment is before it is sealed."""
    return MARK + b"0" * DIGITS


def seal(path: Path) -> None:
    """Write the checksum into a zip that was closed with `comment`. Raises `OSError`."""
    digest = _digest(path)
    with path.open("rb+") as file:
        file.seek(-DIGITS, 2)
        file.write(digest)


def check_seal(path: Path) -> None:
    """Raise `DamagedFileError` where the bytes are not those that were sealed, or no seal is there."""
    try:
        with path.open("rb") as file:
            file.seek(-DIGITS - len(MARK), 2)
            end = file.read()
        is_right = end.startswith(MARK) and end.endswith(_digest(path))
    except OSError as error:
        raise DamagedFileError(
            f"the backup {path} cannot be read: {error.strerror or error}. Use another one"
        ) from error
    if not is_right:
        raise DamagedFileError(
            f"the backup {path} is damaged: its checksum does not fit. Use another one"
        )


def _digest(path: Path) -> bytes:
    found = hashlib.sha256()
    left = path.stat().st_size - DIGITS
    with path.open("rb") as file:
        while left > 0 and (data := file.read(min(_CHUNK, left))):
            found.update(data)
            left -= len(data)
    return found.hexdigest().encode()
