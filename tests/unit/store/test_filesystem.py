import errno
from pathlib import Path

import pytest

from annotator.store.files import filesystem
from annotator.store.files.filesystem import (
    REAL,
    REPLACE_ATTEMPTS,
    FileSystem,
    is_full,
    write_atomically,
)
from tests.helpers.disks import FailingDisk


class SharingViolations(FileSystem):
    """Windows while a virus scanner holds the file: so many replaces are refused."""

    retries_replace = True

    def __init__(self, refusals: int) -> None:
        self.refusals = refusals

    def replace_once(self, source: Path, target: Path) -> None:
        if self.refusals:
            self.refusals -= 1
            raise PermissionError(errno.EACCES, "Access is denied")
        super().replace_once(source, target)


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    slept: list[float] = []
    monkeypatch.setattr(filesystem.time, "sleep", slept.append)
    return slept


@pytest.mark.parametrize("refusals", [0, 1, REPLACE_ATTEMPTS - 1])
def test_a_sharing_violation_is_waited_out(
    tmp_path: Path, refusals: int, waits: list[float]
) -> None:
    target = tmp_path / "a.json"
    write_atomically(SharingViolations(refusals), target, b"new")
    assert target.read_bytes() == b"new"
    assert len(waits) == refusals
    assert sum(waits) < 3


def test_a_lasting_sharing_violation_is_reported_and_leaves_the_old_file(
    tmp_path: Path, waits: list[float]
) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"old")
    with pytest.raises(PermissionError):
        write_atomically(SharingViolations(REPLACE_ATTEMPTS), target, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("step", ["write_file", "replace"])
def test_a_refused_write_leaves_the_old_file_and_no_other(tmp_path: Path, step: str) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"old")
    with pytest.raises(OSError, match="No space left") as caught:
        write_atomically(FailingDisk(step), target, b"new")
    assert is_full(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert target.read_bytes() == b"old"


def test_an_atomic_write_syncs_the_file_before_the_name_and_the_folder_after(
    tmp_path: Path,
) -> None:
    disk = FailingDisk()
    write_atomically(disk, tmp_path / "a.json", b"new")
    assert disk.calls == ["write_file", "replace", "sync_directory"]


def test_every_new_folder_is_made_durable_in_its_parent(tmp_path: Path) -> None:
    disk = FailingDisk()
    disk.make_directory(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    assert disk.calls.count("sync_directory") == 2


def test_appending_goes_on_where_the_file_ends_and_can_be_cut_back(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    path.write_bytes(b"one\n")
    handle = REAL.open_append(path)
    assert handle.size == 4
    handle.write(b"two\nthr")
    handle.sync()
    handle.truncate(8)
    handle.write(b"three\n")
    handle.close()
    assert path.read_bytes() == b"one\ntwo\nthree\n"


@pytest.mark.parametrize("is_network_disk", [False, True])
def test_macos_flushes_the_drive_itself_and_network_disks_as_far_as_they_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_network_disk: bool
) -> None:
    fcntl = pytest.importorskip("fcntl", reason="Windows has neither fcntl nor F_FULLFSYNC")
    asked: list[object] = []

    def full_sync(_descriptor: int, command: int) -> None:
        asked.append(command)
        if is_network_disk:
            raise OSError(errno.ENOTSUP, "not supported")

    monkeypatch.setattr(filesystem.sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "fcntl", full_sync)
    monkeypatch.setattr(filesystem.os, "fsync", lambda _descriptor: asked.append("fsync"))
    REAL.write_file(tmp_path / "a", b"x")
    assert asked == ([51, "fsync"] if is_network_disk else [51])
