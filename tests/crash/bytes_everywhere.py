"""Cut a journal and a layer file at every byte, and flip a bit of every byte."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from annotator.errors import DamagedFileError
from annotator.model import Layer
from annotator.store.files.filesystem import FileSystem
from annotator.store.files.layout import Layout
from annotator.store.files.records import Tables, dump, load, salvage
from annotator.store.journal.journals import Histories
from annotator.store.layers.found import read_document
from tests.crash.workload import (
    ANNOTATOR,
    DEVICE,
    Account,
    make_articles,
    open_store,
    read_all,
    work,
)

ARTICLES = make_articles(3)
LONG = 10 << 20


class Unsynced(FileSystem):
    """A real disk without waiting for it: these tests kill nothing, they damage files."""

    def sync_descriptor(self, descriptor: int) -> None:
        pass

    def sync_directory(self, path: Path) -> None:
        pass


def crashed_session(root: Path, edits: int) -> tuple[bytes, list[dict[str, Layer]]]:
    """Return the journal of a session that never wrote a file, and all states it went through, the empty one first."""
    account = Account()
    states: list[dict[str, Layer]] = [{a.id: Layer(ANNOTATOR, a.id) for a in ARTICLES}]
    store = open_store(Unsynced(), root, limit=LONG)
    store.checkpoint = lambda: None  # type: ignore[method-assign] # every edit stays in the journal alone
    work(
        store,
        ARTICLES,
        account,
        Random(3),
        edits,
        after_each=lambda: states.append(read_all(store, ARTICLES)),
    )
    store._journal.close()
    return journal_path(root).read_bytes(), states


def journal_path(root: Path) -> Path:
    return Layout(root).journal(ANNOTATOR, DEVICE) / "000001.jsonl"


def damage_journal(folder: Path, edits: int, stride: int = 1) -> Counter[str]:
    """Damage the journal at every ``stride``-th byte and count wrong recoveries."""
    result: Counter[str] = Counter()
    journal, states = crashed_session(folder / "source", edits)
    ends = [i + 1 for i, byte in enumerate(journal) if byte == 10]
    for cut in range(0, len(journal) + 1, stride):
        found, _ = _recover(folder / "copy", journal[:cut])
        whole = sum(end <= cut for end in ends) - 1  # the header is a line too
        result["cuts"] += 1
        result["cut wrong"] += found != states[max(0, whole)]
    annotations = {
        annotation for state in states for layer in state.values() for annotation in layer
    }
    for damaged in _flips(journal, stride, Random(9)):
        result["flips"] += 1
        try:
            found, notes = _recover(folder / "copy", damaged)
        except Exception:  # noqa: BLE001 - any exception is the failure that is counted
            result["flip exception"] += 1
            continue
        result["flip invented"] += any(
            a not in annotations for layer in found.values() for a in layer
        )
        result["flip silent"] += not notes and found != states[-1]
    return result


def damage_file(folder: Path, edits: int, stride: int = 1) -> Counter[str]:
    """Damage a layer file, and count what is not noticed or not salvaged without its journal, or not healed with it."""
    result: Counter[str] = Counter()
    crashed_session(folder / "files", edits)
    store = open_store(Unsynced(), folder / "files")
    store.close()
    path = Layout(folder / "files").layer(ANNOTATOR, ARTICLES[0].id)
    data = path.read_bytes()
    tables, ends = load(data, path).tables, _record_ends(data)
    for cut in range(0, len(data) - 1, stride):
        result["cuts"] += 1
        try:
            load(data[:cut], path)
            result["cut accepted"] += 1
        except DamagedFileError:
            found = salvage(data[:cut]).tables
            result["salvage invented"] += _invented(found, tables)
            result["salvage missed"] += sum(end <= cut for end in ends) - sum(
                map(len, found.values())
            )
    histories = Histories(Layout(folder / "files").journals, ANNOTATOR, Unsynced())
    for damaged in _flips(data, stride, Random(4)):
        result["flips"] += 1
        path.write_bytes(damaged)
        healed = read_document(path, path.stem, ANNOTATOR, histories, Unsynced())
        result["flip not healed"] += healed.tables != tables or healed.damaged != damaged
        try:
            loaded = load(damaged, path)
        except DamagedFileError:
            continue
        result["flip silent"] += loaded.intact and loaded.tables != tables
    assert dump(tables) == data
    return result


def _recover(root: Path, journal: bytes) -> tuple[dict[str, Layer], list[str]]:
    shutil.rmtree(root, ignore_errors=True)
    journal_path(root).parent.mkdir(parents=True)
    journal_path(root).write_bytes(journal)
    store = open_store(Unsynced(), root, limit=LONG)
    found = read_all(store, ARTICLES)
    store._journal.close()
    return found, store.notices


def _flips(data: bytes, stride: int, random: Random) -> Iterator[bytes]:
    for position in range(0, len(data), stride):
        damaged = bytearray(data)
        damaged[position] ^= 1 << random.randrange(8)
        yield bytes(damaged)


def _invented(found: Tables, tables: Tables) -> int:
    return sum(
        record != tables.get(name, {}).get(number)
        for name, rows in found.items()
        for number, record in rows.items()
    )


def _record_ends(data: bytes) -> list[int]:
    """Return where each record of a layer file ends."""
    ends: list[int] = []
    position = 0
    for line in data.split(b"\n"):
        if re.match(rb'"\d+":\{', line):
            ends.append(position + len(line.rstrip(b",")))
        position += len(line) + 1
    return ends
