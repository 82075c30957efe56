"""Labels of several lines are made in one place, which keeps their outermost letters and their direction."""

import re
from pathlib import Path

UI = Path(__file__).resolve().parents[3] / "ui"
HOME = UI / "style" / "wrapping.py"
LISTS = {"table", "places"}
"""Lists of items, which wrap in a way of their own."""


def wrapping(source: str) -> list[str]:
    """Return what is told to wrap."""
    return re.findall(r"(\w+)\.setWordWrap\((?!False)", source)


def test_no_label_is_wrapped_but_by_the_one_function_for_it():
    found = {
        (file.relative_to(UI).as_posix(), name)
        for file in UI.rglob("*.py")
        if file != HOME
        for name in wrapping(file.read_text(encoding="utf-8"))
        if name not in LISTS
    }
    assert found == set()


def test_the_search_finds_a_label_that_is_wrapped_by_itself():
    assert wrapping("self.hint.setWordWrap(True)") == ["hint"]
    assert wrapping("label.setWordWrap(False)") == []
