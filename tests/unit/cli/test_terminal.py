import signal
import sys

import pytest

from annotator.cli import terminal
from annotator.errors import CancelledError

STORED = "سلام"
JOINED_AND_REVERSED = "ﻡﻼﺳ"


@pytest.fixture(autouse=True)
def put_ordering_back(monkeypatch):
    monkeypatch.setattr(terminal, "_in_visual_order", False)


class Screen:
    """Standard output that says it is a terminal."""

    def isatty(self):
        return True


def test_arabic_goes_into_a_pipe_as_it_is_stored(run, project):
    assert "⟦السلام⟧" in run("search", project, "السلام").out
    assert "⟦السلام⟧" in run("--logical", "search", project, "السلام").out


def test_arabic_is_joined_and_reordered_on_request(run, project):
    outcome = run("--visual", "search", project, "السلام")
    [row] = [line.split("\t") for line in outcome.lines]
    assert "السلام" not in row[3]
    assert "⟦ﻡﻼﺴﻟﺍ⟧" in row[3]


@pytest.mark.parametrize(
    ("environment", "shown"),
    [
        ({"TERM": "xterm-256color"}, JOINED_AND_REVERSED),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7200"}, STORED),
        ({"TERM": "xterm-256color", "KONSOLE_VERSION": "230804"}, STORED),
    ],
)
def test_a_screen_that_does_not_reorder_gets_visual_order(monkeypatch, environment, shown):
    monkeypatch.setattr(sys, "stdout", Screen())
    monkeypatch.setattr(terminal.os, "environ", environment)
    terminal.set_ordering(None)
    assert terminal.as_shown(STORED) == shown


def test_control_characters_are_shown_as_such():
    assert terminal.as_shown("a\x1b[2Jb\x07c\u009bd") == "a\ufffd[2Jb\ufffdc\ufffdd"


def test_progress_is_silent_where_nobody_watches(capsys):
    with terminal.progress("importing") as progress:
        progress(1, 2)
    assert capsys.readouterr() == ("", "")


def test_progress_is_drawn_on_standard_error_only(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with terminal.progress("importing") as progress:
        progress(1, 0)
        progress(2, 2)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "importing" in captured.err


def work_and_be_interrupted(times):
    with terminal.progress("importing") as progress:
        progress(0, 2)
        for _ in range(times):
            signal.raise_signal(signal.SIGINT)
        progress(1, 2)


def test_an_interrupt_stops_an_operation_at_its_next_step():
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(CancelledError):
        work_and_be_interrupted(1)
    assert signal.getsignal(signal.SIGINT) is before


def test_a_second_interrupt_ends_the_program_wherever_it_is():
    with pytest.raises(KeyboardInterrupt):
        work_and_be_interrupted(2)
