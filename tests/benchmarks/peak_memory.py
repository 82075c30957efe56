"""The most memory that a process took, for one import or one export of a project: each is run in a process of its own."""

import json
import resource
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from annotator.project import Project
from annotator.store.files.filesystem import FileSystem
from tests.helpers.commands import ROOT

STATUS = Path("/proc/self/status")


class Unsynced(FileSystem):
    """Does not wait for the drive, which takes time and no memory."""

    def sync_descriptor(self, descriptor: int) -> None:
        pass

    def sync_directory(self, path: Path) -> None:
        pass


def peak() -> float:
    """Return the most memory that this process had, in MiB.

    Linux counts what a process had before it became another program, and with it its parent, in ``ru_maxrss``: a large test
    run would be measured along. Its status file does not.
    """
    if STATUS.exists():
        line = next(x for x in STATUS.read_text().splitlines() if x.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def run_import(name: str, root: str, path: str) -> tuple[int, int]:
    from annotator.importers import REGISTRY
    from tests.benchmarks.files_to_import import options_of

    with Project.create(Path(root), filesystem=Unsynced()) as project:
        report = project.import_files([Path(path)], format=name, options=options_of(REGISTRY[name]))
        return report.articles, sum(one.annotations for one in report.files)


class ReadError(Exception):
    """All is read and nothing is written yet."""


def run_reading(name: str, root: str, path: str) -> tuple[int, int]:
    """Read and judge a file as an import does, and stop before the first article is written, which is the same for all formats."""
    from annotator.importers import REGISTRY
    from tests.benchmarks.files_to_import import options_of

    read = 0

    def count(done: int, total: int) -> None:
        nonlocal read
        if total:
            raise ReadError
        read = done

    with Project.create(Path(root), filesystem=Unsynced()) as project, suppress(ReadError):
        options = options_of(REGISTRY[name])
        project.import_files([Path(path)], format=name, options=options, progress=count)
    return read, 0


def run_export(name: str, root: str, path: str) -> tuple[int, int]:
    with Project.open(Path(root)) as project:
        loss = project.export(Path(path), format=name, annotator="bench").loss
        return loss.articles, loss.written


def run_opening(_: str, root: str, __: str) -> tuple[int, int]:
    with Project.open(Path(root)) as project:
        return len(project.entries()), 0


def run_made(name: str, root: str, path: str) -> tuple[int, int]:
    """Write what no export writes; its memory is not of interest."""
    from annotator.exporters import Exportable
    from tests.benchmarks.files_to_import import MADE

    with Project.open(Path(root)) as project:
        ids = [entry.id for entry in project.entries()]
        items = (Exportable(project.article(i), (project.layer(i, "bench"),)) for i in ids)
        MADE[name][1](Path(path), items)
        return len(ids), 0


RUNS = {
    "import": run_import,
    "read": run_reading,
    "export": run_export,
    "open": run_opening,
    "make": run_made,
}


def measured(run: str, name: str, root: Path, path: Path) -> dict[str, float]:
    """Return ``articles``, ``annotations``, ``seconds`` of CPU and ``peak`` in MiB of a run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.peak_memory", run, name, root, path],
        capture_output=True,
        check=False,
        cwd=ROOT,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


if __name__ == "__main__":
    begun = time.process_time()
    of_articles, of_annotations = RUNS[sys.argv[1]](*sys.argv[2:])
    print(
        json.dumps(
            {
                "articles": of_articles,
                "annotations": of_annotations,
                "seconds": time.process_time() - begun,
                "peak": peak(),
            }
        )
    )
