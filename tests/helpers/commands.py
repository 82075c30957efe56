"""Run `hashiya` the way people do: as a process of its own, or in this one where a test has to look inside."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from annotator import cli
from tests.helpers.deadlines import PROCESS_DEADLINE

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left behind: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


def hashiya(
    *arguments: object,
    cwd: Path | None = None,
    extra_path: Path | None = None,
    **environment: str,
) -> Outcome:
    """Run a command in a process without a terminal; warnings in it are errors.

    Variables given replace the inherited ones, and empty ones remove them; modules in ``extra_path`` are found.
    """
    variables = {key: value for key, value in {**os.environ, **environment}.items() if value}
    path = os.pathsep.join(str(folder) for folder in (ROOT, extra_path) if folder)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "annotator.cli", *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**variables, "PYTHONPATH": path},
        stdin=subprocess.DEVNULL,
        timeout=PROCESS_DEADLINE,
    )
    return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


class InProcess:
    """Runs commands in the test's own process, several times faster than `hashiya`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Outcome:
        self._capsys.readouterr()
        with self._monkeypatch.context() as patched:
            patched.setattr(sys, "argv", ["hashiya", *map(str, arguments)])
            patched.setattr(sys, "excepthook", sys.excepthook)
            with pytest.raises(SystemExit) as exit_:
                cli.main()
        captured = self._capsys.readouterr()
        return Outcome(_code(exit_.value.code), captured.out, captured.err)


def _code(code: object) -> int:
    return code if isinstance(code, int) else int(code is not None)
