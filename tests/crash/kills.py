"""kill -9 a working program again and again; the same project lives through all of it.

A victim is killed by what it has done, not by the clock, so a slow machine finds what a fast one finds: half of the kills
come while an edit is on its way to the disk, half when one has just been acknowledged.
"""

import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median

from annotator.model import Layer
from annotator.project import Project
from tests.crash.victim import fingerprint
from tests.crash.workload import ANNOTATOR, make_articles
from tests.helpers.projects import layer_file, stock_tables

ARTICLES = make_articles(40)
MOST = 120
"""Edits that a victim begins, or that are acknowledged, before it is killed, at most."""


@dataclass(slots=True)
class Account:
    """Fingerprints of all acknowledged states by article, the newest last, and the edit under way at the kill."""

    states: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    in_flight: tuple[str, str] | None = None
    acknowledged: int = 0

    def read(self, lines: list[str]) -> None:
        self.in_flight = None
        for line in lines:
            words = line.split()
            if words[:1] == ["TRY"] and len(words) == 3:
                self.in_flight = words[1], words[2]
            elif words == ["ACK"] and self.in_flight:
                article_id, state = self.in_flight
                self.states[article_id].append(state)
                self.acknowledged += 1
                self.in_flight = None


def kill_again_and_again(folder: Path, kills: int, seed: int = 11) -> Counter[str]:
    """Return what was lost or invented over ``kills`` kills, and how long recovery took in ms."""
    random, account, result = Random(seed), Account(), Counter[str]()
    with Project.create(folder) as project:
        project.add_articles(ARTICLES)
    for article in ARTICLES:
        account.states[article.id] = [fingerprint(Layer(ANNOTATOR, article.id))]
    recoveries: list[float] = []
    for number in range(kills):
        account.read(_kill(folder, number, ("TRY", "ACK")[number % 2], random.randint(1, MOST)))
        started = time.perf_counter()
        with Project.open(folder) as project, project.desk(ANNOTATOR) as desk:
            recoveries.append(1000 * (time.perf_counter() - started))
            for article in ARTICLES:
                _compare(article.id, fingerprint(desk.layer(article.id)), account, result)
    _read_with_stock_tinydb(folder)
    result["kills"] = kills
    result["acknowledged"] = account.acknowledged
    result["recovery median ms"] = round(median(recoveries))
    result["recovery longest ms"] = round(max(recoveries))
    return result


def _kill(folder: Path, number: int, word: str, times: int) -> list[str]:
    """Kill a victim the moment it has said ``word`` so many times; return all that it said."""
    command = [sys.executable, "-m", "tests.crash.victim", str(folder), str(number)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as victim:
        assert victim.stdout is not None
        assert victim.stderr is not None
        lines = [victim.stdout.readline()]
        while lines[-1] and times:
            lines.append(victim.stdout.readline())
            times -= lines[-1].startswith(word)
        victim.kill()
        lines += victim.stdout.readlines()  # not communicate(): that loses what readline() buffered
        errors = victim.stderr.read()
    if lines[0] != "READY\n" or times or errors:
        raise AssertionError(f"the victim did not work: {lines[-1]!r} {errors[-800:]}")
    return lines


def _compare(article_id: str, found: str, account: Account, result: Counter[str]) -> None:
    states = account.states[article_id]
    if found == states[-1]:
        return
    if (article_id, found) == account.in_flight:
        result["under way and kept"] += 1
    elif found in states:
        result["lost"] += len(states) - 1 - states.index(found)
    else:
        result["invented"] += 1
    states.append(found)


def _read_with_stock_tinydb(folder: Path) -> None:
    with Project.open(folder, read_only=True) as project:
        for article in ARTICLES:
            path = layer_file(project, ANNOTATOR, article.id)
            if path.exists():
                rows = stock_tables(path)["spans"]
                assert {row["uid"] for row in rows} == set(
                    project.layer(article.id, ANNOTATOR).annotations
                )
