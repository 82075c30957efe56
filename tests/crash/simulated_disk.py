"""A disk in memory that can lose power: what was synced stays, of everything else any part may be there afterwards.

Modelled after what file systems promise, not after what they usually do:

- bytes written and not synced: any prefix, the old content, zeros or garbage behind a prefix;
- names created, replaced or deleted in a folder that was not synced since: any subset of these operations (``subset``),
  any first part of them (``prefix``), or, where folders cannot be synced at all, any first part since the last file was
  flushed (``ntfs``).

Source of the method: Pillai et al., "All File Systems Are Not Created Equal", OSDI 2014; SQLite's crash tests.
"""

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from random import Random
from typing import Literal

from annotator.store.files.filesystem import AppendHandle, FileSystem

Mode = Literal["subset", "prefix", "ntfs"]


class PowerCut(BaseException):
    """The machine is off. Nothing may catch it."""


@dataclass(eq=False, slots=True)
class Inode:
    """A file's bytes as programs see them, and as they are on the drive."""

    seen: bytearray = field(default_factory=bytearray)
    durable: bytes = b""
    is_directory: bool = False


@dataclass(frozen=True, slots=True)
class Naming:
    """A change of names in a folder that may not be durable yet."""

    folder: str
    target: str
    inode: Inode | None
    source: str | None = None

    def carry_out(self, names: dict[str, Inode]) -> None:
        if self.source is not None:
            names.pop(self.source, None)
        if self.inode is None:
            names.pop(self.target, None)
        else:
            names[self.target] = self.inode


class SimulatedDisk(FileSystem):
    """See the module. ``steps`` counts the operations that change something; at step ``dies_at`` the power is cut."""

    def __init__(self, mode: Mode = "subset") -> None:
        self.mode = mode
        self.steps = 0
        self.dies_at: int | None = None
        self._is_dead = False
        self._seen: dict[str, Inode] = {"/": Inode(is_directory=True)}
        self._durable = dict(self._seen)
        self._pending: list[Naming] = []

    def step(self) -> None:
        if self._is_dead:
            raise PowerCut
        self.steps += 1
        if self.steps == self.dies_at:
            self._is_dead = True
            raise PowerCut

    def read(self, path: Path) -> bytes:
        inode = self._seen.get(str(path))
        if inode is None:
            raise FileNotFoundError(2, "No such file", str(path))
        return bytes(inode.seen)

    def exists(self, path: Path) -> bool:
        return str(path) in self._seen

    def is_directory(self, path: Path) -> bool:
        inode = self._seen.get(str(path))
        return inode is not None and inode.is_directory

    def names(self, directory: Path) -> list[str]:
        prefix = "/" if str(directory) == "/" else f"{directory}/"
        return sorted(
            name[len(prefix) :]
            for name in self._seen
            if name.startswith(prefix) and name != "/" and "/" not in name[len(prefix) :]
        )

    def stamp(self, path: Path) -> tuple[int, int] | None:
        inode = self._seen.get(str(path))
        return None if inode is None else (hash(bytes(inode.seen)), len(inode.seen))

    def make_directory(self, path: Path) -> None:
        if str(path) in self._seen:
            return
        self.make_directory(path.parent)
        self.step()
        self._name(str(path), Inode(is_directory=True))
        self.sync_directory(path.parent)

    def write_file(self, path: Path, data: bytes) -> None:
        self.step()
        inode = Inode(bytearray(data))
        self._name(str(path), inode)
        self.sync_inode(inode)

    def sync_inode(self, inode: Inode) -> None:
        self.step()
        inode.durable = bytes(inode.seen)
        if self.mode == "ntfs":
            self._make_durable(self._pending)

    def replace_once(self, source: Path, target: Path) -> None:
        self.step()
        inode = self._seen.pop(str(source))
        self._name(str(target), inode, str(source))

    def remove(self, path: Path) -> None:
        self.step()
        if self._seen.pop(str(path), None) is not None:
            self._pending.append(Naming(_parent(str(path)), str(path), None))

    def open_append(self, path: Path) -> AppendHandle:
        self.step()
        if str(path) not in self._seen:
            self._name(str(path), Inode())
        return SimulatedHandle(self, self._seen[str(path)])

    def sync_directory(self, path: Path) -> None:
        if self.mode == "ntfs":
            return
        self.step()
        self._make_durable([naming for naming in self._pending if naming.folder == str(path)])

    def after_power_cut(self, random: Random) -> "SimulatedDisk":
        """Return one disk that the machine may find when it starts again."""
        names = dict(self._durable)
        for naming in self._surviving(random):
            naming.carry_out(names)
        found = SimulatedDisk(self.mode)
        found._seen = {
            name: _after_power_cut(inode, random)
            for name, inode in names.items()
            if all(str(parent) in names for parent in PurePosixPath(name).parents)
        }
        found._durable = dict(found._seen)
        return found

    def _surviving(self, random: Random) -> list[Naming]:
        if self.mode == "subset":
            chance = random.choice((0.1, 0.5, 0.9))
            return [naming for naming in self._pending if random.random() < chance]
        return self._pending[: random.randrange(len(self._pending) + 1)]

    def _name(self, name: str, inode: Inode, source: str | None = None) -> None:
        self._seen[name] = inode
        self._pending.append(Naming(_parent(name), name, inode, source))

    def _make_durable(self, namings: list[Naming]) -> None:
        for naming in namings:
            naming.carry_out(self._durable)
        self._pending = [naming for naming in self._pending if naming not in namings]


class SimulatedHandle(AppendHandle):
    def __init__(self, disk: SimulatedDisk, inode: Inode) -> None:
        self._disk = disk
        self._inode = inode
        self.size = len(inode.seen)

    def write(self, data: bytes) -> None:
        self._disk.step()
        self._inode.seen += data

    def sync(self) -> None:
        self._disk.sync_inode(self._inode)

    def truncate(self, size: int) -> None:
        self._disk.step()
        del self._inode.seen[size:]

    def close(self) -> None:
        """Closing syncs nothing."""


def _parent(name: str) -> str:
    return str(PurePosixPath(name).parent)


def _after_power_cut(inode: Inode, random: Random) -> Inode:
    if inode.is_directory:
        return Inode(is_directory=True)
    data = _surviving_bytes(bytes(inode.seen), inode.durable, random)
    return Inode(bytearray(data), data)


def _surviving_bytes(seen: bytes, durable: bytes, random: Random) -> bytes:
    chance = random.random()
    if seen == durable or chance >= 0.85:
        return seen
    if chance >= 0.75 or not seen.startswith(durable):
        return durable
    cut = random.randrange(len(durable), len(seen) + 1)
    lost = random.randrange(len(seen) - cut + 1)
    kind = random.random()
    if kind < 0.3:  # the length reached the drive, the bytes did not
        return seen[:cut] + bytes(lost)
    return seen[:cut] + (random.randbytes(lost) if kind < 0.44 else b"")
