"""Which threads run, Qt's own ones included."""

import threading
import time
from pathlib import Path

from tests.helpers.deadlines import DEADLINE

TASKS = Path("/proc/self/task")
"""Linux lists every thread here with its name; elsewhere only Python's threads are seen."""

BELONGS_TO_THE_PROCESS = (
    "QDBus",
    "QXcb",
    "QWayland",
    "Thread (pooled)",
    "gmain",
    "gdbus",
    "dconf",
    "pool-",
    "[",
)
"""Starts of the names of threads that a library starts once and keeps."""


def running_threads() -> dict[int, str]:
    """Return native id and name of the running threads that somebody has to end."""
    threads = {
        thread.native_id: thread.name
        for thread in threading.enumerate()
        if thread.native_id and not isinstance(thread, threading._DummyThread)
    }
    return {**_named_by_the_system(), **threads}


def leftover_threads(before: dict[int, str], patience: float = DEADLINE) -> list[str]:
    """Return the names of threads that run now and did not ``before``, after giving them time to end.

    Returns as soon as none is left; ``patience`` are the seconds that one gets which was told to end.
    """
    deadline = time.monotonic() + patience
    while True:
        left = {key: name for key, name in running_threads().items() if key not in before}
        if not left or time.monotonic() > deadline:
            return sorted(left.values())
        time.sleep(0.01)


def _named_by_the_system() -> dict[int, str]:
    """Return the threads with a name of their own, as QThreads have; libraries' helpers keep the process's name."""
    names: dict[int, str] = {}
    for task in TASKS.iterdir() if TASKS.is_dir() else ():
        try:
            names[int(task.name)] = (task / "comm").read_text(encoding="utf-8").strip()
        except OSError:  # it ended while we looked
            continue
    own = names.get(threading.main_thread().native_id or 0)
    return {
        key: name
        for key, name in names.items()
        if name != own and not name.startswith(BELONGS_TO_THE_PROCESS)
    }
