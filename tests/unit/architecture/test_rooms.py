"""The rooms: every folder is drawn in ARCHITECTURE.md, and none holds more than one can take in."""

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PICTURES = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split("```")[1::2]
MOST = 18
"""Modules in a folder; a box of parts may hold a few more."""

MORE = {"ui/widgets": 24}


def drawn() -> set[str]:
    """Return the folders of the pictures that begin with ``annotator/``, ``ui/`` or ``resources/``."""
    found: set[str] = set()
    for picture in PICTURES:
        path: list[str] = []
        for line in picture.splitlines():
            match = re.match(r"( *)([\w-]+)/( |$)", line)
            if match is None:
                continue
            depth = len(match[1]) // 2
            path[depth:] = [match[2]]
            if path[0] in ("annotator", "ui", "resources"):
                found.add("/".join(path))
    return found


def folders() -> set[str]:
    """Return the folders that hold code or resources."""
    files = [
        file.relative_to(ROOT)
        for top in ("annotator", "ui", "resources")
        for file in (ROOT / top).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    ]
    parents = {parent for file in files for parent in file.parents}
    return {parent.as_posix() for parent in parents if parent != Path()}


def crowded(modules: Counter[str]) -> dict[str, int]:
    return {folder: n for folder, n in modules.items() if n > MORE.get(folder, MOST)}


def test_the_pictures_show_every_folder_and_no_other():
    assert drawn() == folders()


def test_no_folder_holds_more_than_one_can_take_in():
    modules = Counter(
        file.parent.relative_to(ROOT).as_posix()
        for top in ("annotator", "ui")
        for file in (ROOT / top).rglob("*.py")
        if file.name != "__init__.py"
    )
    assert len(modules) > 30
    assert crowded(modules) == {}


@pytest.mark.parametrize(("folder", "modules"), [("annotator/x", 19), ("ui/widgets", 25)])
def test_a_crowded_folder_would_be_named(folder, modules):
    assert crowded(Counter({folder: modules})) == {folder: modules}
    assert crowded(Counter({folder: modules - 1})) == {}


def test_the_main_window_owns_placement_only():
    lines = (ROOT / "ui" / "main_window.py").read_text(encoding="utf-8").splitlines()
    assert len(lines) < 300
