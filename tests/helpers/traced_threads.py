"""Let coverage see what runs in Qt's threads: Python traces only those that it starts itself."""

import sys
import threading
from collections.abc import Callable
from functools import wraps


def trace_qt_threads() -> None:
    """Have the window's own threads traced where coverage asked for it; nothing otherwise."""
    trace = threading.gettrace()
    if trace is None:
        return
    from ui.jobs import Background
    from ui.saver import Saver

    for kind in (Saver, Background):
        kind.run = _traced(kind.run, trace)  # type: ignore[method-assign]


def _traced(run: Callable, trace: Callable) -> Callable:
    @wraps(run)
    def traced(self) -> None:
        sys.settrace(trace)
        run(self)

    return traced
