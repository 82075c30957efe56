"""kill -9 the real window while keys tag words: what its words called saved must be there, and nothing nobody did.

Half of the kills come with an edit, half with the very words "Saved"; none comes by the clock, so a slow machine finds
what a fast one finds.
"""

import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random

from annotator.project import Project
from tests.crash.victim import fingerprint
from tests.crash.workload import ANNOTATOR

MOST = 24
"""Edits, or times that the words say "Saved", before a window is killed, at most."""


def kill_windows(folder: Path, kills: int, seed: int = 5) -> Counter[str]:
    """Return what was lost or invented over ``kills`` kills of a window on the project in ``folder``."""
    random, result = Random(seed), Counter[str]()
    states = _read_all(folder)
    for number in range(kills):
        shown = {article_id: [state] for article_id, state in states.items()}
        saved = dict.fromkeys(states, 0)
        for line in _kill(folder, number, ("DID", "SAVED")[number % 2], random.randint(1, MOST)):
            words = line.split()
            if len(words) != 3:
                continue
            word, article_id, state = words
            if word == "DID" and shown[article_id][-1] != state:
                shown[article_id].append(state)
                result["edits on screen"] += 1
            elif word == "SAVED":
                result["shown as saved"] += len(shown[article_id]) - 1 - saved[article_id]
                saved[article_id] = len(shown[article_id]) - 1
        result["at the words"] += number % 2
        states = _read_all(folder)
        for article_id, found in states.items():
            _judge(found, shown[article_id], saved[article_id], result)
    result["kills"] = kills
    return result


def _judge(found: str, shown: list[str], saved: int, result: Counter[str]) -> None:
    places = [place for place, state in enumerate(shown) if state == found]
    if not places:
        result["invented"] += 1
    elif max(places) < saved:
        result["lost"] += saved - max(places)


def _read_all(folder: Path) -> dict[str, str]:
    with Project.open(folder) as project, project.desk(ANNOTATOR) as desk:
        return {entry.id: fingerprint(desk.layer(entry.id)) for entry in project.entries()}


def _kill(folder: Path, number: int, word: str, times: int) -> list[str]:
    """Kill a window the moment it has said ``word`` so many times; return all that it said."""
    command = [sys.executable, "-m", "tests.crash.window_victim", str(folder), str(number)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as window:
        assert window.stdout is not None
        assert window.stderr is not None
        lines = [window.stdout.readline()]
        while lines[-1] and times:
            lines.append(window.stdout.readline())
            times -= lines[-1].startswith(word)
        window.kill()
        lines += window.stdout.readlines()
        errors = window.stderr.read()
    if lines[0] != "READY\n" or times:
        raise AssertionError(f"the window did not work: {lines[-1]!r} {errors[-800:]}")
    return [line for line in lines if line.endswith("\n")]
