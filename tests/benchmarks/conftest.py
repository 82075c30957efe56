"""Benchmarks: `make bench` runs them and prints what was measured beside what has to hold. They never fail on time.

They are not collected otherwise: a busy machine must not make `make test` slow or red.
"""

import os
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

collect_ignore_glob = [] if os.environ.get("HASHIYA_BENCH") else ["test_*.py"]

Hold = Callable[..., None]

_ROWS = pytest.StashKey[list[tuple[str, str, str, str]]]()


@pytest.fixture
def hold(request: pytest.FixtureRequest) -> Hold:
    """Return ``hold(what, measured, unit, bar=None, note="")``, which adds a row to the table at the end.

    ``bar`` is what ``measured`` has to stay under, in the same unit; None for a figure that only stands beside others.
    """
    rows = request.config.stash.setdefault(_ROWS, [])

    def add(
        what: str, measured: float, unit: str, bar: float | None = None, note: str = ""
    ) -> None:
        verdict = note if bar is None or measured <= bar else f"OVER {note}".strip()
        rows.append(
            (what, f"{measured:,.2f} {unit}", "" if bar is None else f"<= {bar:g} {unit}", verdict)
        )

    return add


@pytest.fixture(autouse=True)
def leave_no_window_behind() -> Iterator[None]:
    """Delete the windows of a benchmark after it.

    Qt deletes what is to be deleted later in an event loop, and none runs here: a change of theme or language would dress the
    windows of all benchmarks before it too.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    rows = config.stash.get(_ROWS, [])
    if not rows:
        return
    table = [("what", "measured", "to hold", ""), *rows]
    widths = [max(len(row[column]) for row in table) for column in range(4)]
    terminalreporter.section("figures to hold")
    for row in table:
        terminalreporter.line(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )
