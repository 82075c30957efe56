"""The short forms of what `make crash` does to the window for half an hour."""

import shutil
from pathlib import Path

from tests.crash.saved_words import watch
from tests.crash.window_kills import kill_windows

SAMPLE = Path(__file__).parents[3] / "projects" / "karabakh"


def test_what_the_window_shows_as_saved_survives_kill_9(tmp_path):
    folder = shutil.copytree(SAMPLE, tmp_path / "karabakh")
    result = kill_windows(folder, 6)
    assert result["shown as saved"] >= 6
    assert (result["lost"], result["invented"]) == (0, 0)


def test_what_the_window_calls_saved_is_on_the_disk(tmp_path):
    folder = shutil.copytree(SAMPLE, tmp_path / "karabakh")
    found = watch(folder, 120)
    assert (found["edits"], found["false"]) == (120, 0)
    assert found["said saved"] > 20
