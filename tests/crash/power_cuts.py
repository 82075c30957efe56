"""Cut the power at every step of a working session, and again while the program recovers."""

from collections import Counter
from contextlib import suppress
from pathlib import Path
from random import Random

from annotator.errors import AnnotatorError
from annotator.store.files.layout import Layout
from annotator.store.files.records import load
from tests.crash.simulated_disk import Mode, PowerCut, SimulatedDisk
from tests.crash.workload import (
    ROOT,
    Account,
    Verdict,
    compare,
    make_articles,
    open_store,
    read_all,
    work,
)

ARTICLES = make_articles(4)
EDITS = 40
RECOVERY_STEPS = 60
"""The second cut falls within so many steps of recovery."""


def session(disk: SimulatedDisk, account: Account, seed: int, edits: int = EDITS) -> None:
    """Work for a while and close the project."""
    store = open_store(disk)
    work(store, ARTICLES, account, Random(seed), edits)
    store.close()


def cut_everywhere(mode: Mode, seeds: range, outcomes: int = 4, edits: int = EDITS) -> Counter[str]:
    """Cut at every step of a session for each seed, look at some of the disks that may be left, and count the damage."""
    result: Counter[str] = Counter()
    for seed in seeds:
        whole = SimulatedDisk(mode)
        session(whole, Account(), seed, edits)
        for step in range(1, whole.steps + 1):
            disk, account = SimulatedDisk(mode), Account()
            disk.dies_at = step
            with suppress(PowerCut):
                session(disk, account, seed, edits)
            for outcome in range(outcomes):
                random = Random(seed * 1_000_000 + step * 100 + outcome)
                try:
                    _count(result, "", compare_after(disk.after_power_cut(random), account))
                    if outcome == 0:
                        _count(result, "double ", _cut_again(disk, account, random))
                except AnnotatorError:
                    result["unreadable"] += 1
        result["points"] += whole.steps
    return result


def compare_after(disk: SimulatedDisk, account: Account) -> Verdict:
    """Open the project again as a person would, close it, and compare; every file must be sound afterwards."""
    store = open_store(disk)
    found = read_all(store, ARTICLES)
    store.close()
    for path in layer_files(disk):
        assert load(disk.read(path), path).intact, f"{path} was left with a wrong checksum"
    return compare(account, found)


def layer_files(disk: SimulatedDisk) -> list[Path]:
    layout = Layout(ROOT)
    paths = [layout.layer("sara", article.id) for article in ARTICLES]
    return [path for path in paths if disk.exists(path)]


def _cut_again(disk: SimulatedDisk, account: Account, random: Random) -> Verdict:
    recovering = disk.after_power_cut(random)
    recovering.dies_at = random.randrange(1, RECOVERY_STEPS)
    with suppress(PowerCut):
        store = open_store(recovering)
        read_all(store, ARTICLES)
        store.close()
    return compare_after(recovering.after_power_cut(random), account)


def _count(result: Counter[str], kind: str, verdict: Verdict) -> None:
    result[f"{kind}states"] += 1
    result[f"{kind}states with a loss"] += bool(verdict.lost)
    result["lost"] += verdict.lost
    result["invented"] += verdict.invented
    result["unacknowledged but there"] += verdict.unacknowledged
