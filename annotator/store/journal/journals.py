"""All journals of one annotator, whatever device wrote them, for reading."""

from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from annotator.errors import DamagedFileError
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.records import Rows, dump, load
from annotator.store.journal.lines import Entry
from annotator.store.journal.segments import Tail, last_numbers, read_history, read_tail

KNOWN = "docs.json"
"""In each journal's folder: the articles it knows and the last entry of each, which tells a deleted file from none."""

Step = tuple[str, Entry]
"""An entry and the device that wrote it."""


@dataclass(slots=True)
class DeviceHistory:
    """One device's journal: what its layer files may lack, and the last entry of every article it knows."""

    device: str
    folder: Path
    tail: Tail
    known: dict[str, int]
    known_is_sound: bool = False
    """Tells whether ``known`` was read from its file rather than put together from the journal."""
    pending: dict[str, list[Entry]] = field(default_factory=dict[str, list[Entry]])


class Histories:
    """What the journals of one annotator say. A snapshot: it does not see what is appended later."""

    def __init__(self, journals: Path, annotator: str, filesystem: FileSystem) -> None:
        self._journals = journals
        self._annotator = annotator
        self._filesystem = filesystem
        self.notes: list[str] = []
        prefix = f"{annotator}@"
        self.devices = {
            name.removeprefix(prefix): self._read_device(journals / name, name.removeprefix(prefix))
            for name in filesystem.names(journals)
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
            name: one.known[article_id]
            for name, one in self.devices.items()
            if article_id in one.known
        }

    def missing(self, article_id: str, seen: dict[str, int]) -> list[Step]:
        """Return the entries that a layer file has not got, in order; ``seen`` is the last one it has by device."""
        steps: list[Step] = []
        for name, one in self.devices.items():
            have = seen.get(name, 0)
            if one.known.get(article_id, 0) <= have:
                continue
            entries = one.pending.get(article_id, [])
            # An old copy of the file came back, or the file was lost while the journal went on.
            if have < one.tail.base or not entries or entries[-1].q < one.known[article_id]:
                entries = read_history(one.folder, article_id, self._filesystem)
            steps.extend((name, entry) for entry in entries if entry.q > have)
        return sorted(steps, key=_order)

    def complete(self, article_id: str) -> list[Step]:
        """Return everything the journals say about an article, in order, for history and for rebuilding."""
        steps = [
            (name, entry)
            for name, one in self.devices.items()
            for entry in read_history(one.folder, article_id, self._filesystem)
        ]
        return sorted(steps, key=_order)

    def _read_device(self, folder: Path, device: str) -> DeviceHistory:
        tail = read_tail(folder, self._filesystem)
        self.notes.extend(tail.notes)
        read = self._read_known(folder)
        known = last_numbers(folder, self._filesystem) if read is None else read
        found = DeviceHistory(device, folder, tail, known, read is not None)
        for entry in tail.entries:
            found.pending.setdefault(entry.d, []).append(entry)
            found.known[entry.d] = max(entry.q, found.known.get(entry.d, 0))
        return found

    def _read_known(self, folder: Path) -> dict[str, int] | None:
        path = folder / KNOWN
        try:
            if self._filesystem.exists(path):
                rows = load(self._filesystem.read(path), path).tables.get("docs", {}).values()
                known = msgspec.convert(list(rows), list[_Known])
                return {row.article: row.seq for row in known}
        except (DamagedFileError, msgspec.ValidationError):
            self.notes.append(
                f"{folder.name}/{KNOWN} was damaged and is made again from the journal"
            )
        return None


class _Known(msgspec.Struct):
    article: str
    seq: int


def dump_known(known: dict[str, int]) -> bytes:
    rows: Rows = {
        str(n): {"article": i, "seq": q} for n, (i, q) in enumerate(sorted(known.items()), 1)
    }
    return dump({"docs": rows})


def _order(step: Step) -> tuple[int, str, str]:
    device, entry = step
    return entry.q, entry.t, device
