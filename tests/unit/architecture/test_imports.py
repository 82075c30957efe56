"""The architecture, checked where it can be broken: at import time."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.deadlines import PROCESS_DEADLINE

ROOT = Path(__file__).resolve().parents[3]


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=False,
        cwd=ROOT,
        encoding="utf-8",
        timeout=PROCESS_DEADLINE,
    )


def test_import_contracts_are_kept():
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [lint, "--no-cache", "--no-logo"],
        capture_output=True,
        check=False,
        cwd=ROOT,
        encoding="utf-8",
        timeout=PROCESS_DEADLINE,
    )
    assert done.returncode == 0, done.stdout


def test_every_core_module_imports_where_there_is_no_qt():
    done = run_python(
        """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "ui"):
            raise ImportError(f"the core asked for {name}")

sys.meta_path.insert(0, NoQt())
import annotator

names = [m.name for m in pkgutil.walk_packages(annotator.__path__, "annotator.") if not m.name.endswith("__main__")]
for name in names:
    importlib.import_module(name)
print(len(names))
"""
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 30


HEAVY = (
    "numpy",
    "typer",
    "rich",
    "asyncio",
    "pycrfsuite",
    "annotator.exporters",
    "annotator.suggest",
)


@pytest.mark.parametrize("module", ["ui.app", "annotator.cli"])
def test_starting_the_window_loads_nothing_that_only_a_later_action_needs(module):
    done = run_python(f"import {module}, sys; print(*sys.modules, sep='\\n')")
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.splitlines()
    assert module in loaded
    assert [name for name in loaded if name.startswith(HEAVY)] == []
