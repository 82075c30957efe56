"""Is it on the disk whenever the window says "Saved"? Asked of the disk itself, at every moment in which the words appear.

Run as ``python -m tests.crash.saved_words PROJECT EDITS SEED``: the real window, worked by keys at an annotator's pace.
"""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random

from annotator.project import Project
from tests.crash.victim import fingerprint
from tests.crash.window_victim import Hands, open_window
from tests.crash.workload import ANNOTATOR
from ui.workspace import Workspace

PAUSE = (20, 70)
"""Milliseconds between two keys: the saving thread writes 25 ms after the last one."""


class Witness(Hands):
    """Works like the victim, and looks at the disk instead of waiting to be killed."""

    def __init__(self, workspace: Workspace, random: Random, disk: Project) -> None:
        super().__init__(workspace, random, PAUSE)
        self._disk = disk
        self.found: Counter[str] = Counter()

    def _did(self, article_id: str, state: str) -> None:
        self.found["edits"] += 1

    def _saw_saved(self, article_id: str, state: str) -> None:
        self.found["said saved"] += 1
        stored = fingerprint(self._disk.layer(article_id, ANNOTATOR))
        self.found["false"] += stored != state


def watch(folder: Path, edits: int, seed: int = 7) -> Counter[str]:
    """Return how often "Saved" was said over so many edits, and how often it was not so."""
    command = [sys.executable, "-m", "tests.crash.saved_words", str(folder), str(edits), str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(f"the window did not work: {done.stderr[-800:]}")
    words = (line.rsplit(" ", 1) for line in done.stdout.splitlines())
    return Counter({name: int(number) for name, number in words})


def main(folder: Path, edits: int, seed: int) -> None:
    workspace = open_window(folder)
    with Project.open(folder, read_only=True) as disk:
        witness = Witness(workspace, Random(seed), disk)
        witness.work(lambda: witness.found["edits"] < edits)
    workspace.session.close_project()
    for name in ("edits", "said saved", "false"):
        print(f"{name} {witness.found[name]}")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
