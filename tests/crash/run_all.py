"""Everything that can go wrong with a disk, in full length: ``python -m tests.crash.run_all`` prints a table.

Exits with 1 when a number that must hold does not. With words, runs only the tests whose names hold one of them. Takes
about half an hour.
"""

import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from operator import add
from pathlib import Path

from tests.crash import (
    bytes_everywhere,
    conflict_copies,
    copied_projects,
    damaged_backups,
    damaged_files,
    full_disk,
    fuzzed_imports,
    fuzzed_projects,
    kept_words,
    kills,
    mutants,
    power_cuts,
    refusing_disk,
    restore_drill,
    saved_words,
    second_process,
    two_writers,
    window_kills,
)

SAMPLE = Path(__file__).parents[2] / "projects" / "karabakh"
Counts = Counter[str]


@dataclass(frozen=True, slots=True)
class CrashTest:
    """One row: counts that must be zero, and counts that must be at least so many."""

    name: str
    run: Callable[[Path], Counts]
    zero: tuple[str, ...] = ()
    at_least: tuple[tuple[str, int], ...] = ()

    def failures(self, counts: Counts) -> list[str]:
        return [
            *(f"{name} is {counts[name]}, not 0" for name in self.zero if counts[name]),
            *(
                f"{name} is {counts[name]}, under {bar}"
                for name, bar in self.at_least
                if counts[name] < bar
            ),
        ]


def cut_power(_: Path) -> Counts:
    return reduce(
        add,
        (
            power_cuts.cut_everywhere("subset", range(7)),
            power_cuts.cut_everywhere("prefix", range(7, 10)),
            power_cuts.cut_everywhere("ntfs", range(10, 13)),
        ),
    )


def break_on_purpose(folder: Path) -> Counts:
    caught: Counts = Counter()
    for name, mutant in mutants.POWER_CUT_MUTANTS.items():
        damage = mutants.damage_done(mutant, outcomes=2)
        caught["mutants"] += 1
        caught["caught"] += bool(damage["lost"] + damage["unreadable"])
        caught[f"damage of: {name}"] = damage["lost"] + damage["unreadable"]
    with mutants.no_checksum():
        damage = bytes_everywhere.damage_journal(folder, edits=12, stride=3)
    flips = damage["flip exception"] + damage["flip invented"] + damage["flip silent"]
    return caught + Counter(
        {"mutants": 1, "caught": int(flips > 0), "damage of: no checksum": flips}
    )


def kill_windows(folder: Path) -> Counts:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return window_kills.kill_windows(shutil.copytree(SAMPLE, folder / "karabakh"), 600)


def read_the_words(folder: Path) -> Counts:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return saved_words.watch(shutil.copytree(SAMPLE, folder / "karabakh"), 10_000)


TESTS = (
    CrashTest(
        "kill -9, one project through all of it",
        lambda folder: kills.kill_again_and_again(folder / "p", 300),
        zero=("lost", "invented"),
        at_least=(("kills", 300), ("acknowledged", 10_000)),
    ),
    CrashTest(
        "kill -9 of the window while keys tag words",
        kill_windows,
        zero=("lost", "invented"),
        at_least=(("kills", 600), ("at the words", 300), ("shown as saved", 1_000)),
    ),
    CrashTest(
        "the word Saved, held against the disk at every moment",
        read_the_words,
        zero=("false",),
        at_least=(("edits", 10_000), ("said saved", 2_000)),
    ),
    CrashTest(
        "power cut at every step, three kinds of disk",
        cut_power,
        zero=("lost", "invented", "unreadable"),
        at_least=(("states", 10_000), ("double states", 1_000)),
    ),
    CrashTest(
        "the harness catches a store broken on purpose",
        break_on_purpose,
        at_least=(("mutants", 5), ("caught", 5)),
    ),
    CrashTest(
        "journal cut and flipped at every byte",
        lambda folder: bytes_everywhere.damage_journal(folder, edits=30),
        zero=("cut wrong", "flip exception", "flip invented", "flip silent"),
        at_least=(("cuts", 10_000), ("flips", 10_000)),
    ),
    CrashTest(
        "layer file cut and flipped at every byte",
        lambda folder: bytes_everywhere.damage_file(folder, edits=90),
        zero=(
            "cut accepted",
            "salvage invented",
            "salvage missed",
            "flip silent",
            "flip not healed",
        ),
        at_least=(("cuts", 3_000), ("flips", 3_000)),
    ),
    CrashTest(
        "disk full, on a real small file system",
        lambda folder: full_disk.fill_up(folder, 20),
        zero=(
            "lost",
            "invented",
            "lost if it ends while full",
            "shown is not acknowledged",
            "refused after space was freed",
            "temporary files left",
        ),
        at_least=(("runs", 20), ("refused", 100)),
    ),
    CrashTest(
        "EIO and ENOSPC at every operation, once and twice",
        lambda folder: refusing_disk.refuse_everywhere(folder),
        zero=("lost", "invented", "shown is not acknowledged"),
        at_least=(("runs", 500), ("refused", 100)),
    ),
    CrashTest(
        "layer files damaged in eight ways",
        lambda folder: damaged_files.damage_everything(folder / "p", range(100)),
        zero=("not rebuilt", "silent", "without evidence"),
        at_least=(("rebuilt", 500),),
    ),
    CrashTest(
        "second process for the same annotator",
        lambda folder: second_process.meet(folder / "p", 20),
        at_least=(("refused", 20), ("others let in", 20), ("let in at once", 20)),
    ),
    CrashTest(
        "restore drill: backup alone, journal alone",
        lambda folder: restore_drill.drill(folder, 10),
        zero=("differ after the journal alone", "differ after the backup alone"),
        at_least=(("runs", 10),),
    ),
    CrashTest(
        "fuzzed files for every importer",
        lambda folder: fuzzed_imports.fuzz(folder, 20_000),
        zero=("tracebacks", "problems", "not exported", "silent"),
        at_least=(("files", 20_000), ("articles", 3_000), ("layers", 500), ("refused", 10_000)),
    ),
    CrashTest(
        "merge of conflict copies",
        lambda _: conflict_copies.meet(2_000),
        zero=("not commutative", "not associative", "not idempotent", "one-sided edit lost"),
        at_least=(("histories", 2_000),),
    ),
    CrashTest(
        "external change of an open layer, six ways",
        lambda folder: two_writers.change_outside(folder, 120),
        zero=(
            "ours lost",
            "theirs lost",
            "overwritten in silence",
            "not kept where it could not be merged",
            "not sound afterwards",
        ),
        at_least=(("changed outside", 120),),
    ),
    CrashTest(
        "lock deleted under an open desk, a second desk taken",
        lambda folder: two_writers.delete_locks(folder, 100),
        zero=("written without the lock", "lost", "invented"),
        at_least=(("deleted", 100), ("refused", 200)),
    ),
    CrashTest(
        "twin devices: files of two copies in one folder",
        lambda folder: copied_projects.mix_twins(folder, 100),
        zero=("gone in silence", "there, and not in the layers", "not sound after the repair"),
        at_least=(("mixed", 100),),
    ),
    CrashTest(
        "late copy: an older project laid over a newer one",
        lambda folder: copied_projects.lay_older_over(folder, 100),
        zero=(
            "gone in silence",
            "there, and not in the layers",
            "in a backup, and not brought back",
            "not sound after the repair",
        ),
        at_least=(("laid over", 100), ("brought back from a backup", 50)),
    ),
    CrashTest(
        "damaged backups: one byte flipped, the one before is used",
        lambda folder: damaged_backups.flip_bytes(folder, 40),
        zero=("restored wrongly",),
        at_least=(
            ("flips", 40),
            ("told by verify", 40),
            ("older one used by restore", 40),
            ("older one used by repair", 40),
        ),
    ),
    CrashTest(
        "project files with wrong values in every place",
        lambda folder: fuzzed_projects.fuzz(folder, 500),
        zero=("tracebacks",),
        at_least=(("projects", 500),),
    ),
    CrashTest(
        "what check says that --repair mends, any damage",
        lambda folder: kept_words.damage_all(folder, 300),
        zero=("words not kept",),
        at_least=(("damaged", 430),),
    ),
)


def main(words: list[str]) -> int:
    rows: list[tuple[str, str, str]] = []
    for test in TESTS:
        if words and not any(word in test.name for word in words):
            continue
        if test.name.startswith("disk full") and not full_disk.can_mount():
            rows.append((test.name, "", "not run: needs root and mkfs.ext4 on Linux"))
            continue
        rows += _run(test)
    _print_table(rows)
    return int(any(verdict == "FAILED" for _, _, verdict in rows))


def _run(test: CrashTest) -> list[tuple[str, str, str]]:
    """Run one test in folders of its own and return its rows: the figures that must hold first."""
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="hashiya-crash-") as folder:
        os.environ["HASHIYA_DATA_DIR"] = str(Path(folder) / "data")
        os.environ["HASHIYA_CONFIG_DIR"] = str(Path(folder) / "config")
        counts = test.run(Path(folder) / "work")
    failures = test.failures(counts)
    print(f"{test.name}: {time.perf_counter() - started:.0f} s", file=sys.stderr, flush=True)
    limits = dict(test.at_least)
    important = [*limits, *test.zero]
    rows = [(test.name, "", "FAILED" if failures else "holds")]
    for name in important:
        bar = f">= {limits[name]:,}" if name in limits else "= 0"
        rows.append((f"  {name}", f"{counts[name]:,}", bar))
    return rows + [
        (f"  {name}", f"{counts[name]:,}", "") for name in counts if name not in important
    ]


def _print_table(rows: list[tuple[str, str, str]]) -> None:
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(2)]
    for name, measured, verdict in rows:
        print(f"{name.ljust(widths[0])}  {measured.rjust(widths[1])}  {verdict}".rstrip())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
