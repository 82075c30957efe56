"""The short form of the window's kill test; `make crash` runs the long one."""

import shutil
from pathlib import Path

from tests.crash.window_kills import kill_windows

SAMPLE = Path(__file__).parents[3] / "projects" / "karabakh"


def test_what_the_window_shows_as_saved_survives_kill_9(tmp_path):
    folder = shutil.copytree(SAMPLE, tmp_path / "karabakh")
    result = kill_windows(folder, 6)
    assert result["shown as saved"] >= 6
    assert (result["lost"], result["invented"]) == (0, 0)
