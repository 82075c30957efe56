"""What every test gets: no real screen, no real settings, the same random examples on every run, no thread left behind."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.helpers.threads import leftover_threads, running_threads
from tests.helpers.traced_threads import trace_qt_threads

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

# Before anything imports Qt: pytest-qt makes the application at the first test that wants one.
if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    # Qt's own offscreen screen is 800 x 800, on which nobody works.
    _SCREEN = Path(__file__).parent / "data" / "screen.json"
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_SCREEN}"

settings.register_profile(
    "dev",
    derandomize=True,
    deadline=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("ci", settings.get_profile("dev"), print_blob=True)
settings.register_profile(
    "deep", settings.get_profile("dev"), derandomize=False, max_examples=5_000
)
settings.register_profile("lowest", settings.get_profile("dev"), max_examples=20)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev")
)


trace_qt_threads()


@pytest.fixture(autouse=True)
def leave_no_thread_behind() -> Iterator[None]:
    """Fail the test that leaves a thread running, naming the thread: it would haunt the tests after it."""
    before = running_threads()
    yield
    left = leftover_threads(before)
    if left:
        pytest.fail(f"the test left threads running: {', '.join(left)}", pytrace=False)


@pytest.fixture(autouse=True)
def use_own_folders(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keep settings, backups and logs of a test away from the developer's own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HASHIYA_CONFIG_DIR", str(home / "config"))
    monkeypatch.setenv("HASHIYA_DATA_DIR", str(home / "data"))


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "QApplication":
    """Return pytest-qt's application with a caret that does not blink, so that pictures are the same each time."""
    from ui.style import assets

    qapp.setCursorFlashTime(0)
    assets.lend_font(qapp)
    return qapp


@pytest.fixture
def qtbot(qapp: "QApplication", request: pytest.FixtureRequest) -> "QtBot":
    """Return pytest-qt's hands with the patience a loaded machine asks for."""
    from tests.helpers.waiting import PatientBot

    return PatientBot(request)
