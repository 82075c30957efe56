"""What an annotator is told, in the review: numbers, weeks, corrections, rulings, and the file."""

import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from annotator.feedback.gathering import gather
from annotator.project import Project
from tests.helpers.judged import judged_sample
from tests.helpers.waiting import in_dialog
from ui.review.feedback.save_dialog import SaveFeedbackDialog
from ui.review.pages.feedback_page import PARTS
from ui.widgets import numbers

Key = Qt.Key


@pytest.fixture(scope="session")
def judged_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return judged_sample(tmp_path_factory.mktemp("judged"))


@pytest.fixture
def judged(judged_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(judged_once, tmp_path / "judged"))


@pytest.fixture
def open_feedback(make_desk, judged):
    def make(language: str = "en"):
        desk = make_desk(project=judged, language=language)
        desk.open_review()
        desk.turn_to("feedback")
        wait(desk)
        return desk

    return make


def wait(desk) -> None:
    desk.qtbot.waitUntil(lambda: desk.reviewing.telling.is_settled)


def choose(desk, annotator: str) -> None:
    box = desk.review.feedback.annotators
    box.setFocus()
    desk.press(Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText() != annotator:
            desk.press(Key.Key_Down)
    assert box.currentText() == annotator
    box.activated.emit(box.currentIndex())
    wait(desk)


def turn(desk, part: str) -> None:
    """Turn to a part of the page by key."""
    page = desk.review.feedback
    page.tabs.setFocus()
    for _ in PARTS:
        if page.part != part:
            ahead = PARTS.index(page.part) < PARTS.index(part)
            desk.press(Key.Key_Right if ahead != page.isRightToLeft() else Key.Key_Left)
    assert page.part == part


def test_the_page_says_what_the_core_finds_of_whoever_is_chosen(open_feedback):
    desk = open_feedback()
    page = desk.review.feedback
    for annotator in ("b", "a"):
        choose(desk, annotator)
        with Project.open(desk.path, read_only=True) as project:
            told = gather(project, annotator)
        assert [line.article_id for line in page.model.rows] == [
            one.article_id for one in told.corrections
        ]
        turn(desk, "numbers")
        exact = told.accuracy.scores.total.exact
        assert page.numbers.figures["exact"].text() == numbers.score(exact.f1)
        assert page.numbers.figures["precision"].text() == numbers.score(exact.precision)
        labels = page.numbers.labels.numbers
        assert labels.side_titles() == ("All labels", "Actor", "Date", "Quote", "Agreement")
        assert labels.cell(labels.index(0, 6)).value == exact.correct
        causes = page.numbers.causes.numbers
        found = [causes.cell(causes.index(n, 0)).value for n in range(causes.rowCount())]
        assert found == [one.count for one in told.accuracy.costs]
        turn(desk, "time")
        table = page.time.chart.table
        assert len(table.columns) == 2
        assert [cell.value for cell in table.cells[0]] == [
            week.scored.exact.f1 for week in told.weeks
        ]
        assert table.marks == {1: "الألقاب خارج الوسم"}


def test_a_correction_is_shown_in_its_line_with_who_and_why(open_feedback):
    desk = open_feedback()
    choose(desk, "b")
    page = desk.review.feedback
    page.focus()
    desk.press(Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    line = page.model.rows[0]
    shown = re.sub(r"<[^>]+>", "", page.context.text())
    assert line.made.partition(" (")[0].strip("\u2068\u2069") in shown
    assert "by \u2068ليلى\u2069 on" in shown
    assert line.who == "ليلى"
    desk.press(Key.Key_Return)
    assert desk.review.shown == "compare"


@pytest.mark.parametrize("ending", ["html", "md"])
def test_it_is_saved_in_either_language(open_feedback, tmp_path, ending):
    desk = open_feedback("ar")
    choose(desk, "a")
    out = tmp_path / f"a.{ending}"

    def answer(dialog: SaveFeedbackDialog) -> None:
        dialog.path.set_path(tmp_path / "a.doc")
        dialog.accept()
        assert dialog.isVisible()
        dialog.path.set_path(out)
        dialog.accept()

    in_dialog(SaveFeedbackDialog, answer)
    QTest.mouseClick(desk.review.feedback.save, Qt.MouseButton.LeftButton)
    text = out.read_text(encoding="utf-8")
    assert 'dir="rtl"' in text
    assert "ما تقرر" in text
    assert str(out) in desk.review.notices.text()


def test_a_guideline_decision_is_removed_once_the_lead_says_so(open_feedback):
    desk = open_feedback()
    page = desk.review.feedback
    turn(desk, "rulings")
    assert page.rulings_model.rowCount() == 1
    for word, left in (("Keep", 1), ("Remove", 0)):

        def answer(box: QMessageBox, word=word) -> None:
            next(one for one in box.buttons() if one.text() == word).click()

        in_dialog(QMessageBox, answer)
        page.remove.click()
        wait(desk)
        assert page.rulings_model.rowCount() == left
        with Project.open(desk.path, read_only=True) as project:
            assert len(project.rulings()) == left
    assert page.no_rulings.isVisible()


def test_agreement_over_time_shows_the_guideline_decisions_too(open_feedback):
    desk = open_feedback()
    desk.review.show_page("time")
    desk.wait_for_numbers()
    assert desk.review.time.chart.table.marks == {1: "الألقاب خارج الوسم"}


def test_without_gold_there_is_nothing_to_compare_and_it_says_so(make_desk):
    desk = make_desk()
    desk.open_review()
    desk.turn_to("feedback")
    wait(desk)
    page = desk.review.feedback
    assert "nothing to compare with" in page.hint.text()
    assert page.numbers.figures["exact"].text() == numbers.UNDEFINED
    assert page.save.isEnabled()


def test_values_and_links_are_called_by_their_titles(open_feedback):
    desk = open_feedback("ar")
    choose(desk, "b")
    said = {line.what for line in desk.review.feedback.model.rows}
    assert "قيمة أخرى: \u2068إشارة إلى سابق\u2069" in said
    assert not any("anaphor" in what for what in said)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_title_of_the_numbers_is_cut_in_a_small_window(open_feedback, language):
    desk = open_feedback(language)
    desk.review.resize(960, 540)
    choose(desk, "b")
    desk.review.feedback.tabs.setCurrentIndex(1)
    tables = (desk.review.feedback.numbers.labels, desk.review.feedback.numbers.causes)
    for table in tables:
        head, model = table.horizontalHeader(), table.model()
        assert head.length() <= table.viewport().width()
        for column in range(head.count()):
            room = QRect(0, 0, head.sectionSize(column), head.height())
            title = model.headerData(column, Qt.Orientation.Horizontal)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            needed = head.fontMetrics().boundingRect(room, flags, title)
            assert room.contains(needed), (title, room, needed)
