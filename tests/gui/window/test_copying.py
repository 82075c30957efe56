"""What was copied does not bring the program down when it ends: in a process of its own, as its end is what is looked at."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "projects" / "karabakh"


@pytest.mark.parametrize(
    "what", ["article", "line", "data of ours", "about", "report", "error", "crash"]
)
def test_the_program_ends_well_after_copying(tmp_path, what):
    folder = shutil.copytree(SAMPLE, tmp_path / "karabakh")
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.window.copier", str(folder), what],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 0
