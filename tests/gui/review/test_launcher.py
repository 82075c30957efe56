"""The review is fetched in a quiet moment, a module at a time, and not before."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication

from tests.helpers.deadlines import DEADLINE_MS
from ui.review.window import PAGES

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QDeadlineTimer, QEventLoop
from annotator.project import Project
from ui.app import make_application, make_workspace
from ui.settings import Memory
from ui.review import launcher
from ui.settings import Settings

launcher.IDLE, launcher.STEP = 30, 1
app = make_application()
workspace = make_workspace(app, Memory(Settings(annotator="a", language="en", theme="light")))
Project.create(Path(sys.argv[1])).close()
assert "ui.review.reviewing" not in sys.modules
workspace.commands.project.open(Path(sys.argv[1]))
assert "ui.review.reviewing" not in sys.modules
deadline = QDeadlineTimer({deadline})
while "ui.review.reviewing" not in sys.modules and not deadline.hasExpired():
    app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
assert "ui.review.reviewing" in sys.modules, "the quiet moment passed unused"
assert "numpy" not in sys.modules, "counting has not begun"
workspace.commands.closing.close()
print("fetched")
"""


def test_the_review_is_fetched_in_a_quiet_moment(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.replace("{deadline}", str(DEADLINE_MS)), str(tmp_path / "p")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "fetched", done.stderr


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_page_has_room_on_a_small_screen(make_desk, language):
    desk = make_desk(language=language, font_size=24)
    desk.open_review()
    for name in PAGES:
        if name == "compare":
            desk.reviewing.browsing.compare_all(desk.workspace.session.entries()[0].id)
        desk.review.show_page(name)
        desk.wait_for_numbers()
        QApplication.processEvents()
        desk.review.resize(960, 540)
        assert desk.review.size().toTuple() == (960, 540), name
