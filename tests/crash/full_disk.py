"""Fill a real small file system up while an annotator works. Needs root on Linux, to mount it."""

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

from annotator.store.files.filesystem import REAL
from tests.crash.workload import Account, compare, make_articles, open_store, read_all, work

ARTICLES = make_articles(12)
SIZE = 8 << 20
BLOCK = 4096


def can_mount() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("mkfs.ext4") is not None


@contextmanager
def small_disk(folder: Path) -> Generator[Path, None, None]:
    """Mount an ext4 of 8 MB under ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    image, mounted = folder / "disk.img", folder / "disk"
    mounted.mkdir(exist_ok=True)
    with image.open("wb") as file:
        file.truncate(SIZE)
    _run("mkfs.ext4", "-q", "-F", "-b", str(BLOCK), "-m", "0", str(image))
    _run("mount", "-o", "loop", str(image), str(mounted))
    try:
        yield mounted
    finally:
        _run("umount", str(mounted))
        image.unlink()


def fill_up(folder: Path, runs: int) -> Counter[str]:
    """Work, fill the disk, work on, look at it as if the power went, free space, work on, kill, and compare."""
    result: Counter[str] = Counter()
    for seed in range(runs):
        with small_disk(folder) as disk:
            _one_run(disk / "p", disk / "filler", folder / "snapshot", seed, result)
    return result


def _one_run(root: Path, filler: Path, snapshot: Path, seed: int, result: Counter[str]) -> None:
    random, account = Random(seed), Account()
    store = open_store(REAL, root, limit=30_000)

    def look() -> None:
        result["shown is not acknowledged"] += any(
            store.layer(a) != account.now(a) for a in ARTICLES
        )

    work(store, ARTICLES, account, random, 60)
    _fill(filler, leave=random.choice((0, 1, 2, 5, 20, 60)) * BLOCK)
    work(store, ARTICLES, account, random, 150, after_each=look)
    result["refused"] += len(account.refused)
    shutil.rmtree(snapshot, ignore_errors=True)
    shutil.copytree(root, snapshot)
    ended = open_store(REAL, snapshot)
    result["lost if it ends while full"] += compare(account, read_all(ended, ARTICLES)).lost
    ended.close()
    filler.unlink()
    before = account.acknowledged
    refused = len(account.refused)
    work(store, ARTICLES, account, random, 20)
    result["refused after space was freed"] += len(account.refused) - refused
    result["acknowledged after space was freed"] += account.acknowledged - before
    store._journal.close()  # the program dies here
    again = open_store(REAL, root)
    verdict = compare(account, read_all(again, ARTICLES))
    again.close()
    result["runs"] += 1
    result["acknowledged"] += account.acknowledged
    result["lost"] += verdict.lost
    result["invented"] += verdict.invented
    result["temporary files left"] += len(list(root.rglob("*.tmp")))


def _fill(filler: Path, leave: int) -> None:
    descriptor = os.open(filler, os.O_WRONLY | os.O_CREAT | os.O_SYNC)
    for size in (1 << 16, BLOCK, 512):
        with suppress(OSError):
            while True:
                os.write(descriptor, bytes(size))
    os.close(descriptor)
    os.truncate(filler, max(0, filler.stat().st_size - leave))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
