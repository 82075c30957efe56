"""What the cluster view paints: place says who, colour says which label, amber what is open; and nothing moves."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from annotator.adjudication.states import State
from tests.gui.review.small import small_project, span
from tests.helpers.waiting import shown
from ui.dialogs.shortcuts_dialog import ShortcutsDialog
from ui.review.deciding import lanes
from ui.review.deciding.deciding_keys import KEYS
from ui.style import theme

Key = Qt.Key
README = Path(__file__).resolve().parents[3] / "README.md"


@pytest.fixture
def desk(make_desk, tmp_path):
    desk = make_desk(project=small_project(tmp_path / "small"))
    desk.open_review()
    desk.turn_to("compare")
    desk.review.resize(1280, 720)
    return desk


def colours_under(desk, where, number) -> set[str]:
    """Return the colours at the height of somebody's lane, under some words; 0 is gold."""
    view = desk.compare.view
    picture = view.viewport().grab().toImage()
    (piece,) = view.pieces_of(where)
    y = piece.baseline + lanes.depth(number, 4, view.metrics) - view.verticalScrollBar().value()
    found: set[str] = set()
    for run in piece.runs:
        for x in range(round(run.left) + 2, round(run.right) - 2):
            found.add(picture.pixelColor(QPoint(x, round(y))).name())
    return found


def ink(desk, label: str) -> str:
    return desk.compare.view._inks[label].line.name()


def test_a_lane_is_there_where_its_annotator_made_something_and_nowhere_else(desk):
    desk.go(desk.number_of("روسيا"))  # the frame is not around what is looked at
    agreement, quote = span("بالاتفاق"), span("نعم للسلام")
    line = ink(desk, "agreement")
    assert line in colours_under(desk, agreement, 1)
    assert line not in colours_under(desk, agreement, 2) | colours_under(desk, agreement, 3)
    for number in (1, 2, 3):
        assert ink(desk, "quote") in colours_under(desk, quote, number)


def test_the_page_says_whose_line_is_which(desk):
    names = ", ".join(f"\u2068{name}\u2069" for name in ("gold", *desk.compare.shown.layers))
    assert f"lines under the text, from the top: {names}" in desk.compare.tally.text()


def test_gold_has_its_own_lane_in_its_own_colour(desk):
    quote = span("نعم للسلام")
    gold = QColor(theme.tone("gold", desk.compare.view.palette())).name()
    assert gold not in colours_under(desk, quote, 0)
    desk.press(Key.Key_T)
    assert gold in colours_under(desk, quote, 0)


def test_amber_is_what_is_open_and_what_all_agree_on_has_no_tint_before_it_is_taken(desk):
    desk.go(desk.number_of("روسيا"))
    page = desk.compare.view.palette().base().color().name()

    def ground(words: str, nth: int = 0) -> str:
        view = desk.compare.view
        picture = view.viewport().grab().toImage()
        (piece,) = view.pieces_of(span(words, nth=nth))
        left = piece.runs[0].left
        y = piece.baseline - view.metrics.above + 2 - view.verticalScrollBar().value()
        return picture.pixelColor(QPoint(round(left) + 4, round(y))).name()

    open_ground = ground("بالاتفاق")
    assert open_ground != page
    assert ground("نعم للسلام") == page
    desk.press(Key.Key_T)
    assert ground("نعم للسلام") not in (page, open_ground)
    assert desk.row(desk.number_of("بالاتفاق")).state == State.OPEN
    assert ground("بالاتفاق") == open_ground


def test_deciding_moves_no_letter_and_no_line(desk):
    view = desk.compare.view
    text = view.text
    before = [view.cell(n) for n in range(len(text))]
    desk.press(Key.Key_T)
    desk.press(Key.Key_1)
    desk.press(Key.Key_Return)
    assert [view.cell(n) for n in range(len(text))] == before


@pytest.mark.parametrize(("people", "pitch"), [(2, 49), (4, 61), (8, 81)])
def test_lines_stand_as_far_apart_as_the_lanes_need(desk, people, pitch):
    from ui.article.ink import Metrics

    usual = Metrics.of(desk.compare.view._font)
    assert lanes.with_room(usual, people + 1, 0.3).pitch == pytest.approx(pitch, abs=2)


def test_every_key_is_on_the_sheet_and_in_the_readme(desk):
    desk.press(Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    desk.qtbot.waitUntil(lambda: shown(ShortcutsDialog) is not None)
    sheet = shown(ShortcutsDialog)
    assert sheet is not None
    assert [one.keys for one in sheet._shortcuts] == [one.keys for one in KEYS]
    sheet.close()
    table = README.read_text(encoding="utf-8").partition("| compare and decide | |")[2]
    table = table.partition("\n\n")[0]
    named = set(re.findall(r"`([^`]+)`", table))
    digits = set("12345678")
    wanted = {key for one in KEYS for key in one.keys} - digits
    assert wanted | {"1", "8"} <= named


def test_with_nothing_to_decide_the_page_says_what_to_do(make_desk):
    desk = make_desk()
    for folder in ("annotations", "journal"):
        for path in (desk.path / folder).glob("b*"):
            path.rename(path.with_name(f"gone-{path.name}"))
    desk.workspace.commands.review.open()
    desk.qtbot.waitUntil(lambda: not desk.reviewing.counting._job.is_running)
    page = desk.review.compare
    assert page.stack.currentWidget() is page.empty
    assert "Choose an article" in page.empty.words.text()
