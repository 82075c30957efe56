"""A second program for the same annotator: refused while the first lives, let in at once when it is killed."""

import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

from annotator.errors import LockedError
from annotator.project import Project
from tests.crash.workload import ANNOTATOR, make_articles

HOLDER = """
import sys
from pathlib import Path
from annotator.project import Project
project = Project.open(Path(sys.argv[1]))
desk = project.desk(sys.argv[2])
print("held", flush=True)
sys.stdin.read()
"""


def meet(folder: Path, times: int) -> Counter[str]:
    """Meet a holder of the lock so many times; count refusals that name it, and the locks free at once after its death."""
    result: Counter[str] = Counter()
    with Project.create(folder) as project:
        project.add_articles(make_articles(1))
        for _ in range(times):
            command = [sys.executable, "-c", HOLDER, str(folder), ANNOTATOR]
            with subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            ) as holder:
                assert holder.stdout is not None
                assert holder.stdout.readline() == "held\n"
                try:
                    project.desk(ANNOTATOR).close()
                except LockedError as error:
                    result["refused"] += f"process {holder.pid}" in str(error)
                with project.desk("omar"), Project.open(folder, read_only=True):
                    result["others let in"] += 1
                holder.kill()
                holder.wait()
                with suppress(LockedError):
                    project.desk(ANNOTATOR).close()
                    result["let in at once"] += 1
            result["times"] += 1
    return result
