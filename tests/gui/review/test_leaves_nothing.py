"""Opening and closing the review leaves nothing behind: no window, no thread, no timer, whatever there is to compare."""

import gc
from collections import Counter

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from annotator.model import Annotation
from tests.gui.review.small import TEXT, layer, small_project, span
from tests.helpers.projects import make_project, put_layer
from tests.helpers.threads import leftover_threads, running_threads
from tests.helpers.waiting import settled_events
from ui.review.window import PAGES

Key = Qt.Key
TIMES = 10


@pytest.fixture(params=["three", "one", "nobody"])
def desk(request, make_desk, tmp_path):
    """A lead at a project that three, one or nobody has annotated."""
    path = tmp_path / "small"
    if request.param == "three":
        small_project(path)
    else:
        with make_project(path, TEXT) as project:
            if request.param == "one":
                made = Annotation("a1", span("بوتين"), "actor")
                put_layer(project, layer("a", project.entries()[0].id, made))
    return make_desk(project=path)


def open_and_close(desk) -> None:
    """Open the review by key, wait for its numbers, turn its pages and close it by key."""
    desk.open_review()
    reviewing = desk.reviewing
    for _ in PAGES:
        desk.press(Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    desk.wait_for_numbers()
    desk.qtbot.waitUntil(lambda: reviewing.telling.is_settled and reviewing.asking.is_settled)
    desk.qtbot.keyClick(desk.review, Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.waitUntil(lambda: not desk.review.isVisible())


def there_is(desk) -> Counter[str]:
    """Count what lives: windows, running timers and, by kind, the objects that belong to the window."""
    settled_events()
    gc.collect()
    found: Counter[str] = Counter()
    found["windows"] = len(QApplication.topLevelWidgets())
    own = desk.workspace.window.findChildren(QObject)
    found["timers"] = sum(one.isActive() for one in own if isinstance(one, QTimer))
    found.update(type(one).__name__ for one in own)
    return found


def test_ten_times_leave_what_one_time_left(desk):
    open_and_close(desk)
    before, threads = there_is(desk), running_threads()
    for _ in range(TIMES):
        open_and_close(desk)
    assert there_is(desk) - before == Counter()
    assert leftover_threads(threads) == []


def test_closing_the_project_leaves_no_window_of_the_review(desk):
    windows = {id(one) for one in QApplication.topLevelWidgets()}
    for _ in range(3):
        open_and_close(desk)
        desk.workspace.session.close_project()
        settled_events()
        gc.collect()
        names = [
            one.objectName() for one in QApplication.topLevelWidgets() if id(one) not in windows
        ]
        assert "review-window" not in names
        assert desk.review is None
        desk.workspace.commands.project.open(desk.path)
