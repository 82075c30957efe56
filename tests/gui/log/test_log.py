"""The log is bounded, disturbs nobody, and says nothing of what people write or who they are."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl, qWarning
from PySide6.QtGui import QDesktopServices, QGuiApplication

from annotator.errors import NotSavedError
from annotator.project import Project
from tests.gui.window.conftest import answer_every_question, make_bench
from ui import crash
from ui.dialogs.errors.crash_dialog import CrashDialog
from ui.log import rotating
from ui.log.private import HIDDEN, crash_lines, without_private
from ui.log.rotating import FILES, LARGEST, Log
from ui.log.support import support_report
from ui.saver import SaveState
from ui.settings import Settings, save
from ui.witness import MOST_MESSAGES, Witness, note_start, write_qt_messages_down

__all__ = ["answer_every_question", "make_bench"]

SECRET = "بوتين"


@pytest.fixture
def log(tmp_path) -> Log:
    return Log(tmp_path / "log")


def test_the_log_lies_with_the_settings_where_those_are_put_and_else_where_the_platform_says(
    monkeypatch,
):
    assert Log().folder == Path(os.environ["HASHIYA_CONFIG_DIR"]) / "log"
    monkeypatch.delenv("HASHIYA_CONFIG_DIR")
    monkeypatch.setenv("HOME", "/nowhere/home")
    monkeypatch.setenv("XDG_STATE_HOME", "/nowhere/state")
    if sys.platform.startswith("linux"):
        assert Log().folder == Path("/nowhere/state/hashiya/log")


def test_an_entry_is_a_line_with_its_time_and_what_follows_is_set_in(log):
    log.note("crash", "one\ntwo")
    first, second = log.path.read_text("utf-8").splitlines()
    assert first.endswith("Z crash: one")
    assert second == "    two"


def test_it_takes_no_more_than_its_files_of_its_size(tmp_path):
    log = Log(tmp_path, largest=2_000, files=3)
    for number in range(400):
        log.note("x", f"{number:03} " + "y" * 40)
    sizes = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert set(sizes) == {"hashiya.log", "hashiya.log.1", "hashiya.log.2"}
    assert max(sizes.values()) <= 2_000
    assert log.last(1).endswith("399 " + "y" * 40)
    numbers = [int(line.split(": ")[1][:3]) for line in log.last(36).splitlines()]
    assert numbers == list(range(364, 400))
    assert LARGEST * FILES <= 3 << 20


def test_one_entry_is_cut_at_a_length(log):
    log.note("x", "y" * 1_000_000)
    assert log.path.stat().st_size < 20_000


@pytest.mark.parametrize("where", ["a file", "a missing parent that is a file"])
def test_a_folder_that_cannot_be_written_disturbs_nobody(tmp_path, where):
    (tmp_path / "f").write_text("x")
    log = Log(tmp_path / "f" if where == "a file" else tmp_path / "f" / "deeper")
    log.note("x", "y")
    assert log.last(5) == ""
    assert (tmp_path / "f").read_text() == "x"


def test_a_full_disk_disturbs_nobody(log, monkeypatch):
    log.note("x", "before")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "replace", refuse)
    log.note("x", "after")
    monkeypatch.undo()
    assert log.last(9).endswith("x: before")


def test_a_file_that_another_program_holds_does_not_grow_for_ever(tmp_path, monkeypatch):
    log = Log(tmp_path, largest=1_000, files=3)

    def refuse(*_: object) -> None:
        raise PermissionError("in use")

    monkeypatch.setattr(Path, "replace", refuse)
    for _ in range(200):
        log.note("x", "y" * 50)
    assert log.path.stat().st_size <= 2_000


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        (
            "the edit could not be written to /home/sara/k b/journal: No space left on device",
            "No space left",
        ),
        ("QFile: C:\\Users\\Sara\\x.json: access denied", "access denied"),
        (f"KeyError: '{SECRET}'", "KeyError"),
        (f"no label {SECRET} {SECRET} in the schema", "in the schema"),
        ('"Sara Al-Masri" is at work', "is at work"),
        ("~/notes/secret.txt could not be read", ""),
    ],
)
def test_quoted_words_paths_and_arabic_are_left_out(message, kept):
    bare = without_private(message)
    assert kept in bare
    assert HIDDEN in bare
    for secret in ("sara", "Sara", "secret", SECRET, "journal"):
        assert secret not in bare


def test_a_crash_is_written_with_its_places_and_causes_and_without_words():
    def inner() -> None:
        raise KeyError(f"{SECRET} قال")

    try:
        try:
            inner()
        except KeyError as error:
            raise ValueError(f"bad text '{SECRET}' in /home/sara/x.json") from error
    except ValueError as error:
        lines = crash_lines(error, error.__traceback__)
    assert lines.startswith("ValueError: bad text")
    assert "log/test_log.py:" in lines
    assert "KeyError" in lines
    assert "inner" in lines
    assert SECRET not in lines
    assert "sara" not in lines


def test_the_session_is_witnessed_without_anything_private(make_bench, log):
    bench = make_bench(f"قال {SECRET} نعم")
    witness = Witness(bench.session, log)
    note_start(log)
    bench.session.close_project()
    bench.workspace.commands.project.open(bench.path)
    bench.select(SECRET)
    bench.press(ord("1"))
    bench.wait_until_saved()
    refused = SaveState(
        pending=1,
        reason=f"the edit could not be written to {bench.path}/journal: No space left on device",
    )
    bench.session.save_state_changed.emit(refused)
    bench.session.save_state_changed.emit(refused)
    bench.session.save_state_changed.emit(SaveState())
    bench.session.close_project()
    witness.end()
    said = log.path.read_text("utf-8")
    kinds = [line.split(" ")[1].rstrip(":") for line in said.splitlines()]
    assert kinds == ["start", "opened", "save", "saved", "closed", "end"]
    assert "save refused: the edit could not be written to …: No space left on device" in said
    assert f"opened: {bench.path.name} to write, 1 articles" in said
    for secret in (SECRET, str(bench.path), "sara"):
        assert secret not in said


def test_qts_warnings_are_written_once_each_and_heard_by_others_too(qtbot, log):
    from pytestqt.exceptions import capture_exceptions

    undo = write_qt_messages_down(log)
    try:
        with capture_exceptions():
            for _ in range(3):
                qWarning("This plugin does not support /home/sara/x")
            for number in range(2 * MOST_MESSAGES):
                qWarning(f"This plugin does not support {number}")
    finally:
        undo()
    said = log.path.read_text("utf-8").splitlines()
    assert len(said) == MOST_MESSAGES
    assert said[0].endswith("Qt warning: This plugin does not support …")


def test_a_crash_reaches_the_log_and_the_dialog_offers_the_report(
    qapp, qtbot, log, monkeypatch, make_bench
):
    shown = []

    def look(dialog: CrashDialog) -> int:
        shown.append((dialog.report.toPlainText(), dialog.log.isHidden(), dialog.safety.text()))
        return 1

    monkeypatch.setattr(CrashDialog, "exec", look)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    bench = make_bench("قال")
    crash.install(bench.window, lambda: 0, log)
    try:
        raise NotSavedError(f"قال {SECRET}")
    except NotSavedError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    [(report, log_hidden, safety)] = shown
    assert "NotSavedError" in report
    assert "Last lines of the log" in report
    assert not log_hidden
    assert "every change is on the disk" in safety
    assert "crash: NotSavedError: …" in log.last(20)
    assert SECRET not in log.last(20)


def test_the_report_for_support_names_versions_fonts_and_settings_and_nobody(qapp, tmp_path):
    save(Settings(annotator="ليلى", recent=("/home/sara/karabakh",), theme="dark"))
    Log().note("start", "here")
    report = support_report()
    for word in (
        "Hashiya ",
        "Python ",
        "Qt ",
        "Screen ",
        "Fonts of our own",
        "Theme dark",
        "start: here",
    ):
        assert word in report
    for secret in ("ليلى", "sara", "karabakh"):
        assert secret not in report


def test_help_copies_the_report_and_opens_the_folder(make_bench, monkeypatch):
    bench = make_bench("قال")
    bench.window.actions_table["support-report"].trigger()
    assert "Hashiya " in QGuiApplication.clipboard().text()
    assert "on the clipboard" in bench.window.notice.text()
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    bench.window.actions_table["log-folder"].trigger()
    assert [url.toLocalFile() for url in opened] == [str(rotating.folder())]
    assert rotating.folder().is_dir()


def test_the_program_writes_its_start_its_project_and_its_end(tmp_path):
    """The real program, from start to end."""
    import subprocess

    Project.create(tmp_path / "كتاب", title="x").close()
    script = (
        "import sys\nfrom PySide6.QtCore import QTimer\nfrom ui import app\n"
        "a = app.make_application()\nQTimer.singleShot(0, lambda: QTimer.singleShot(0, a.quit))\n"
        "sys.exit(app.main(sys.argv[1:]))\n"
    )
    config = tmp_path / "config"
    save_into(config, Settings(annotator="ليلى", language="en"))
    environment = {**os.environ, "HASHIYA_CONFIG_DIR": str(config), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "كتاب")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = (config / "log" / "hashiya.log").read_text("utf-8")
    assert " start: Hashiya " in said
    assert " opened: كتاب to write, 0 articles" in said
    assert " end: " in said
    assert "ليلى" not in said
    assert str(tmp_path) not in said


def save_into(folder: Path, settings: Settings) -> None:
    before = os.environ["HASHIYA_CONFIG_DIR"]
    os.environ["HASHIYA_CONFIG_DIR"] = str(folder)
    try:
        assert save(settings)
    finally:
        os.environ["HASHIYA_CONFIG_DIR"] = before


def test_nothing_of_the_log_is_fetched_before_the_first_frame():
    import subprocess

    script = "import sys, ui.app\nprint([m for m in sys.modules if m.startswith(('ui.log', 'ui.witness', 'ui.printing', 'ui.pace'))])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
