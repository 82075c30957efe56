import sys
from types import SimpleNamespace

import pytest

from annotator import __version__
from annotator.cli import window
from annotator.cli.app import POINTER
from tests.helpers.commands import hashiya


@pytest.fixture
def doors(monkeypatch):
    """Put a recorder in the place of the window and return what it was asked to open."""
    opened = []
    fake = SimpleNamespace(main=lambda arguments: opened.append(arguments) or 0)
    monkeypatch.setattr(window, "import_module", lambda name: {"ui.app": fake}[name])
    return opened


def test_no_argument_opens_the_window(run, doors):
    assert run().code == 0
    assert doors == [[]]


def test_a_project_folder_opens_the_window_on_it(run, doors, project):
    assert run(project).code == 0
    assert doors == [[str(project)]]


def test_without_a_display_the_window_says_what_to_do_instead(tmp_path):
    nothing = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    for arguments in ((), (tmp_path,)):
        outcome = hashiya(*arguments, **nothing)
        assert outcome.code == 1
        assert outcome.out == ""
        assert "hashiya demo" in outcome.err


@pytest.mark.parametrize(
    ("platform", "environment", "seen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("freebsd14", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_display_is_looked_for_only_where_there_may_be_none(platform, environment, seen):
    assert window.has_display(environment, platform) is seen


def test_a_word_that_is_neither_project_nor_command_is_a_usage_error(run, doors):
    outcome = run("exprot")
    assert outcome.code == 2
    assert "'exprot' is neither a project folder nor a command" in outcome.err
    assert doors == []


def test_a_missing_option_is_a_usage_error(run, project):
    for given, missing in (((), "--format"), (("--format", "jsonl"), "--out")):
        outcome = run("export", project, *given)
        assert outcome.code == 2
        assert missing in outcome.err


def test_a_missing_project_is_an_error_of_the_user(run, tmp_path):
    outcome = run("check", tmp_path / "nowhere")
    assert outcome.code == 1
    assert outcome.out == ""
    assert "nowhere" in outcome.err
    assert "hashiya new" in outcome.err


def test_a_window_without_qt_says_what_to_install(run, monkeypatch):
    def refuse(name):
        raise ImportError("libEGL.so.1: cannot open shared object file", name="PySide6.QtGui")

    monkeypatch.setattr(window, "import_module", refuse)
    outcome = run()
    assert outcome.code == 1
    assert "libEGL.so.1" in outcome.err
    assert "Traceback" not in outcome.err


def test_a_faulty_import_inside_the_window_is_not_taken_for_a_missing_installation(monkeypatch):
    def refuse(name):
        raise ImportError("cannot import name 'x' from 'ui.session'", name="ui.session")

    monkeypatch.setattr(window, "import_module", refuse)
    with pytest.raises(ImportError, match=r"ui\.session"):
        window.open_window(None)


def test_a_fault_of_the_program_shows_the_trace_and_where_to_report_it(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(
        "from annotator.project import Project\n"
        "def check(self):\n    raise ZeroDivisionError('planted')\n"
        "Project.check = check\n",
        encoding="utf-8",
    )
    assert hashiya("new", tmp_path / "project").code == 0
    outcome = hashiya("check", tmp_path / "project", extra_path=tmp_path)
    assert outcome.code == 1
    assert "Traceback" in outcome.err
    assert "ZeroDivisionError: planted" in outcome.err
    assert outcome.err.endswith(POINTER)


def test_version_and_help_need_no_project(run):
    assert run("--version").out == f"hashiya {__version__}\n"
    shown = run("--help")
    assert shown.code == 0
    assert "import" in shown.out


def test_asking_for_nothing_loads_no_typer():
    assert "typer" in sys.modules  # this process runs commands, so only a fresh one can tell
    outcome = hashiya("nowhere", PYTHONVERBOSE="1")
    assert "annotator.cli" in outcome.err
    assert "import 'typer'" not in outcome.err


def test_a_shell_that_completes_a_word_gets_commands_and_no_window():
    outcome = hashiya(_HASHIYA_COMPLETE="complete_bash", COMP_WORDS="hashiya ex", COMP_CWORD="1")
    assert outcome.lines == ["export"]
