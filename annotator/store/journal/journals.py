"""All journals of one annotator, whatever device wrote them, for reading."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, NamedTuple

import msgspec

from annotator.errors import DamagedFileError
from annotator.store.files.evidence import set_aside, without_evidence
from annotator.store.files.filesystem import FileSystem, write_atomically
from annotator.store.files.problems import gist
from annotator.store.files.records import Rows, dump, load
from annotator.store.journal.lines import Entry, Mark
from annotator.store.journal.segments import Tail, last_marks, read_history, read_tail

KNOWN = "docs.json"
"""In each journal's folder: the articles it knows and the last entry of each, which tells a deleted file from none."""


class Step(NamedTuple):
    """An entry, the device that wrote it, and its link."""

    device: str
    entry: Entry
    link: str


@dataclass(slots=True)
class DeviceHistory:
    """One device's journal: what its layer files may lack, and the last entry of every article it knows."""

    device: str
    folder: Path
    tail: Tail
    known: dict[str, Mark]
    known_is_sound: bool = False
    """Tells whether ``known`` was read from its file rather than put together from the journal."""
    pending: dict[str, list[Entry]] = field(default_factory=dict[str, list[Entry]])
    filed: dict[str, Mark] = field(default_factory=dict[str, Mark])
    """``known`` as it was when the newest segment began."""

    def last_of(self, article_id: str) -> int:
        """Return the number of the last entry about an article, 0 where there is none."""
        return self.known[article_id].q if article_id in self.known else 0


class Histories:
    """What the journals of one annotator say. A snapshot: it does not see what is appended later."""

    def __init__(
        self, journals: Path, annotator: str, filesystem: FileSystem, own_device: str = ""
    ) -> None:
        """``own_device`` is the one that this program writes as, where it writes."""
        self._own_device = own_device
        self._journals = journals
        self._annotator = annotator
        self._filesystem = filesystem
        self.notes: list[str] = []
        self.strangers: list[str] = []
        """Journals whose list of articles belongs to another copy of them."""
        prefix = f"{annotator}@"
        self.devices = {
            name.removeprefix(prefix): self._read_device(journals / name, name.removeprefix(prefix))
            for name in without_evidence(filesystem.names(journals))
            if name.startswith(prefix)
        }

    def own(self, device: str) -> DeviceHistory:
        """Return one device's history, an empty one where it has written nothing yet.

        Its ``known`` may be kept up to date by the journal's writer; the rest is as it was found.
        """
        if device not in self.devices:
            folder = self._journals / f"{self._annotator}@{device}"
            tail = Tail((), 0, 0, (), 0, None, 0)
            self.devices[device] = DeviceHistory(device, folder, tail, {})
        return self.devices[device]

    def known(self, article_id: str) -> dict[str, int]:
        """Return the number of the last entry of an article by device, for the devices that have any."""
        return {
            name: one.known[article_id].q
            for name, one in self.devices.items()
            if article_id in one.known
        }

    def missing(self, article_id: str, seen: dict[str, int]) -> list[Step]:
        """Return the entries that a layer file has not got, in order; ``seen`` is the last one it has by device."""
        steps: list[Step] = []
        for name, one in self.devices.items():
            have = seen.get(name, 0)
            if article_id not in one.known or one.known[article_id].q <= have:
                continue
            entries = [
                (entry, one.tail.marks.get(entry.q, ""))
                for entry in one.pending.get(article_id, [])
            ]
            # An old copy of the file came back, or the file was lost while the journal went on.
            if have < one.tail.base or not entries or entries[-1][0].q < one.known[article_id].q:
                entries = read_history(one.folder, article_id, self._filesystem)
            steps.extend(Step(name, entry, link) for entry, link in entries if entry.q > have)
        return sorted(steps, key=_order)

    def complete(self, article_id: str, *, twice: bool = False) -> list[Step]:
        """Return everything the journals say about an article, in order, for history and for rebuilding.

        ``twice`` keeps both of two entries with one number and other content.
        """
        steps = [
            Step(name, entry, link)
            for name, one in self.devices.items()
            for entry, link in read_history(one.folder, article_id, self._filesystem, twice=twice)
        ]
        return sorted(steps, key=_order)

    def forked(self, article_id: str, marks: dict[str, Mark]) -> list[str]:
        """Return the devices whose journal has another entry under the number that a layer file remembers.

        ``marks`` is what the file says it has, by device. So it is where a copy of the project went on elsewhere under
        the same device name, and files of both copies lie in one folder now.
        """
        return [name for name, mark in marks.items() if self._is_forked(article_id, name, mark)]

    def _is_forked(self, article_id: str, device: str, mark: Mark) -> bool:
        one = self.devices.get(device)
        if one is None or not mark.link or article_id not in one.known:
            return False
        if mark in (one.known[article_id], one.filed.get(article_id)):
            return False
        if mark.q > one.known[article_id].q:
            # The file is ahead of what there is of that journal: it may still arrive, but for what we write ourselves.
            return device == self._own_device
        if mark.q in one.tail.marks:
            return one.tail.marks[mark.q] not in (mark.link, "")
        links = {
            entry.q: link for entry, link in read_history(one.folder, article_id, self._filesystem)
        }
        return links.get(mark.q, "?") not in (mark.link, "")

    def _read_device(self, folder: Path, device: str) -> DeviceHistory:
        tail = read_tail(folder, self._filesystem)
        self.notes.extend(tail.notes)
        read = None if tail.is_torn_off else self._read_known(folder, tail)
        known = last_marks(folder, self._filesystem) if read is None else read
        found = DeviceHistory(device, folder, tail, known, read is not None, filed=dict(known))
        for entry in tail.entries:
            found.pending.setdefault(entry.d, []).append(entry)
            if entry.d not in found.known or entry.q >= found.known[entry.d].q:
                found.known[entry.d] = Mark(entry.q, tail.marks.get(entry.q, ""))
        return found

    def _read_known(self, folder: Path, tail: Tail) -> dict[str, Mark] | None:
        try:
            return read_known(folder, tail, self._filesystem)
        except _StrangerError:
            self.strangers.append(folder.name)
            self.notes.append(
                f"{folder.name}/{KNOWN} belongs to another copy of the journal and is made again"
            )
        except DamagedFileError:
            self.notes.append(
                f"{folder.name}/{KNOWN} was damaged and is made again from the journal"
            )
        return None


class _StrangerError(DamagedFileError):
    """The list of articles belongs to another copy of the journal."""


def read_known(folder: Path, tail: Tail, filesystem: FileSystem) -> dict[str, Mark] | None:
    """Read the list of articles of a journal; None where there is none. Raises `DamagedFileError` where it is not its own."""
    path = folder / KNOWN
    if not filesystem.exists(path):
        return None
    loaded = load(filesystem.read(path), path)
    try:
        known = msgspec.convert(list(loaded.tables.get("docs", {}).values()), list[_Known])
    except msgspec.ValidationError as error:
        raise DamagedFileError(f"{path} holds a record that makes no sense: {error}") from None
    if not loaded.intact:
        raise DamagedFileError(f"{path}: the checksum does not fit")
    head = loaded.tables.get("chain", {}).get("1", {}).get("head", "")
    if head and head not in (tail.origin, tail.head, *tail.marks.values()):
        raise _StrangerError(f"{path} belongs to another copy of the journal")
    return {row.article: Mark(row.seq, row.link) for row in known}


def mend_known(folder: Path, filesystem: FileSystem) -> str:
    """Make a damaged list of articles again from its journal, whose lock is held; return why, nothing where it is sound."""
    tail = read_tail(folder, filesystem)
    if tail.is_torn_off:
        return ""
    try:
        read_known(folder, tail, filesystem)
    except DamagedFileError as error:
        set_aside(folder / KNOWN, filesystem)
        data = dump_known(last_marks(folder, filesystem), tail.head)
        write_atomically(filesystem, folder / KNOWN, data)
        return gist(error)
    return ""


class _Known(msgspec.Struct):
    article: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{12}$")]
    """It becomes part of a path."""
    seq: int
    link: str = ""


def dump_known(known: dict[str, Mark], head: str) -> bytes:
    """Return the file's bytes; ``head`` is the link of the journal's last line, by which the two are known as a pair."""
    rows: Rows = {
        str(n): {"article": i, "seq": mark.q, "link": mark.link}
        for n, (i, mark) in enumerate(sorted(known.items()), 1)
    }
    return dump({"docs": rows, "chain": {"1": {"head": head}}})


def _order(step: Step) -> tuple[int, str, str]:
    return step.entry.q, step.entry.t, step.device
