"""A disk that refuses: at every operation once, and twice in a row."""

import errno
import shutil
from collections import Counter
from pathlib import Path
from random import Random

from annotator.store.files.filesystem import AppendHandle
from tests.crash.bytes_everywhere import Unsynced
from tests.crash.workload import Account, compare, make_articles, open_store, read_all, work
from tests.helpers.disks import FailingDisk, FailingHandle

ARTICLES = make_articles(3)
EDITS = 40


class RefusingDisk(FailingDisk):
    """Refuses the n-th changing operations named in ``refused``."""

    def __init__(self, error: int) -> None:
        super().__init__(error=error)
        self.count = 0
        self.refused: set[int] = set()

    def step(self, name: str, path: Path) -> None:
        self.count += 1
        self.failing = {name} if self.count in self.refused else set()
        super().step(name, path)

    def open_append(self, path: Path) -> AppendHandle:
        self.step("open_append", path)
        return FailingHandle(path, self)

    def sync_directory(self, path: Path) -> None:
        self.step("sync_directory", path)

    def sync_descriptor(self, descriptor: int) -> None:
        """Do not wait for the drive: nothing is killed here."""


def refuse_everywhere(folder: Path, last: int = 140) -> Counter[str]:
    """Refuse operations 1 to ``last`` of a session, one run each for EIO and ENOSPC, once and twice in a row."""
    result: Counter[str] = Counter()
    for error in (errno.EIO, errno.ENOSPC):
        for first in range(1, last):
            for times in (1, 2):
                _run(folder / "p", error, set(range(first, first + times)), first, result)
    return result


def _run(root: Path, error: int, refused: set[int], seed: int, result: Counter[str]) -> None:
    shutil.rmtree(root, ignore_errors=True)
    disk, account = RefusingDisk(error), Account()
    disk.refused = refused
    store = open_store(disk, root)

    def look() -> None:
        for article in ARTICLES:
            result["shown is not acknowledged"] += store.layer(article) != account.now(article)

    work(store, ARTICLES, account, Random(seed), EDITS, after_each=look)
    store._journal.close()  # the program dies here
    again = open_store(Unsynced(), root)
    verdict = compare(account, read_all(again, ARTICLES))
    again.close()
    result["runs"] += 1
    result["refused"] += len(account.refused)
    result["acknowledged"] += account.acknowledged
    result["lost"] += verdict.lost
    result["invented"] += verdict.invented
    result["refused but there"] += verdict.unacknowledged
