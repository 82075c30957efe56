"""What a killed program leaves outside the project, and how the next start finds it: half an export, an unpacked backup.

Everything under way has a note in the data folder, locked by the operating system while its program lives. A note that
nobody holds is of a program that was killed: what it names is deleted.
"""

import os
import secrets
import shutil
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from filelock import FileLock, Timeout

from annotator.store.files.device import data_folder

SUFFIX = ".tmp"
"""Only files that end so are ever deleted by a note: nothing that anybody calls a result."""

_LOCK, _NOTE = ".lock", ".json"


@contextmanager
def noted(paths: Iterable[Path]) -> Generator[None, None, None]:
    """Have temporary files deleted at the next start where this program is killed inside the block."""
    with _held() as base:
        if base is not None:
            # Names on disk need not be text: they are kept as their bytes in hexadecimal digits.
            note = msgspec.json.encode([os.fsencode(path.absolute()).hex() for path in paths])
            with suppress(OSError):
                base.with_suffix(_NOTE).write_bytes(note)
        yield


@contextmanager
def temporary_folder() -> Generator[Path, None, None]:
    """Give an empty folder that is gone after the block, at the latest at the next start."""
    with _held() as base:
        if base is None:
            with TemporaryDirectory(prefix="hashiya-") as folder:
                yield Path(folder)
        else:
            base.mkdir()
            yield base


def clear_leftovers() -> None:
    """Delete what killed programs left. Never raises: it is tried again at the next start."""
    with suppress(OSError):
        for lock in _folder().glob(f"*{_LOCK}"):
            with suppress(OSError, Timeout), FileLock(lock, timeout=0):
                _clear(lock.with_suffix(""))
            with suppress(OSError):
                if not lock.with_suffix("").exists() and not lock.with_suffix(_NOTE).exists():
                    lock.unlink()


@contextmanager
def _held() -> Generator[Path | None, None, None]:
    """Hold a note's lock, and clear what belongs to it afterwards; None where nothing can be kept on this computer."""
    base = _folder() / secrets.token_hex(8)
    lock = FileLock(base.with_suffix(_LOCK), timeout=0, thread_local=False)
    try:
        base.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except (OSError, Timeout):
        yield None
        return
    try:
        yield base
    finally:
        with suppress(OSError):
            _clear(base)
        lock.release()
        with suppress(OSError):
            base.with_suffix(_LOCK).unlink()


def _clear(base: Path) -> None:
    note = base.with_suffix(_NOTE)
    if note.exists():
        with suppress(msgspec.DecodeError, ValueError):
            for digits in msgspec.json.decode(note.read_bytes(), type=list[str]):
                path = Path(os.fsdecode(bytes.fromhex(digits)))
                if path.name.endswith(SUFFIX) and path.is_absolute():
                    _remove(path)
        note.unlink()
    shutil.rmtree(base, ignore_errors=True)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():  # an export that is a folder
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _folder() -> Path:
    return data_folder() / "temporary"
