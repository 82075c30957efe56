"""The cluster view opens as it was left: divided, and with the rows that were shown."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.gui.review.small import small_project
from ui.remembered.review_layout import ReviewLayout

Key = Qt.Key


def again(desk) -> None:
    """Close the project, open it and its review anew."""
    desk.workspace.session.close_project()
    desk.workspace.commands.project.open(desk.path)
    desk.open_review()
    desk.turn_to("compare")


@pytest.fixture
def desk(make_desk, tmp_path):
    desk = make_desk(project=small_project(tmp_path / "small"))
    desk.open_review()
    desk.turn_to("compare")
    return desk


def test_what_was_dragged_stays_so(desk):
    split = desk.compare.split
    handle = split.handle(1)
    before = split.sizes()
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle - QPoint(60, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle - QPoint(60, 0))
    after = split.sizes()
    assert after != before
    again(desk)
    assert desk.compare.split.sizes() == after


def test_what_was_filtered_is_so_again_and_x_forgets_it(desk):
    desk.compare.filters.labels.choose(frozenset(["agreement"]))
    assert len(desk.compare.rows) == 1
    again(desk)
    assert [row.labels for row in desk.compare.rows] == [("agreement",)]
    desk.press(Key.Key_X)
    again(desk)
    assert len(desk.compare.rows) == 5


def test_a_filter_that_leaves_nothing_open_is_not_begun_with(desk):
    desk.compare.filters.labels.choose(frozenset(["date"]))
    assert desk.compare.rows == ()
    again(desk)
    assert len(desk.compare.rows) == 5


@pytest.mark.parametrize("text", ["", "[]", "{", '{"article": -3, "labels": [1], "rows": "x"}'])
def test_what_cannot_be_understood_is_as_at_first(text):
    assert ReviewLayout.from_text(text) == ReviewLayout()


def test_a_layout_is_read_as_it_was_written():
    layout = ReviewLayout(500, 480, 300, 200, ("open",), ("actor",), ("title",), ("a", "b"))
    assert ReviewLayout.from_text(layout.to_text()) == layout
