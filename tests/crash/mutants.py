"""Break the store on purpose: a harness that does not notice is worth nothing."""

from collections import Counter
from collections.abc import Callable, Generator
from contextlib import contextmanager
from unittest.mock import patch

import msgspec

from annotator.store.files.filesystem import FileSystem
from annotator.store.journal import journal, segments
from annotator.store.journal.journals import dump_known
from annotator.store.journal.lines import Entry, Header
from annotator.store.layers import open_layers
from annotator.store.layers import store as store_module
from annotator.store.layers.store import LayerStore
from tests.crash.power_cuts import cut_everywhere
from tests.crash.simulated_disk import SimulatedDisk, SimulatedHandle


@contextmanager
def append_without_sync() -> Generator[None, None, None]:
    with patch.object(SimulatedHandle, "sync", lambda self: None):
        yield


@contextmanager
def segment_before_files() -> Generator[None, None, None]:
    """Promise in a new segment that the files have everything, and write them afterwards.

    The list of articles then names no line of the journal, as in format 1: it would give the broken promise away.
    """

    def promise_first(store: LayerStore) -> None:
        store._journal.start_segment()
        store._layers.write_dirty()
        store._write_known()

    with (
        patch.object(LayerStore, "_start_over", promise_first),
        patch.object(store_module, "dump_known", lambda known, _: dump_known(known, "")),
    ):
        yield


@contextmanager
def _without_directory_sync(module: object) -> Generator[None, None, None]:
    def replace_only(
        filesystem: FileSystem, path, data: bytes, first: Callable[[], None] | None = None
    ) -> None:
        temporary = path.with_name(f"{path.name}.tmp")
        filesystem.write_file(temporary, data)
        filesystem.replace(temporary, path)

    with patch.object(module, "write_atomically", replace_only):
        yield


def segment_without_directory_sync():
    return _without_directory_sync(journal)


def files_without_directory_sync():
    return _without_directory_sync(open_layers)


@contextmanager
def no_directory_sync() -> Generator[None, None, None]:
    with patch.object(SimulatedDisk, "sync_directory", lambda self, path: None):
        yield


@contextmanager
def no_checksum() -> Generator[None, None, None]:
    """Believe every line that is JSON of the right shape."""

    def believe(line: bytes) -> Entry | Header | None:
        for kind in (Entry, Header):
            try:
                return msgspec.json.decode(line, type=kind)
            except (msgspec.MsgspecError, UnicodeDecodeError):
                continue
        return None

    with patch.object(segments, "decode_line", believe):
        yield


POWER_CUT_MUTANTS: dict[str, Callable[[], object]] = {
    "append without sync": append_without_sync,
    "new segment before the files": segment_before_files,
    "new segment without directory sync": segment_without_directory_sync,
    "no directory sync at all": no_directory_sync,
}


def damage_done(mutant, outcomes: int = 4, edits: int = 40) -> Counter[str]:
    with mutant():
        return cut_everywhere("subset", range(1), outcomes, edits)
