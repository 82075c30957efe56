"""Who opens a project is told once that guideline decisions wait, and nobody else is; the guidelines say it all along."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.feedback.proposed import read_proposals, read_waiting
from annotator.project import Project

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def count_of(path, annotator: str) -> int:
    with Project.open(path, read_only=True) as project:
        return read_waiting(project, annotator).count


def open_guidelines(desk):
    """Open the guidelines by key, once what waits is counted."""
    window = desk.workspace.window
    waiting = desk.workspace.commands.waiting
    if not window.page_is_shown("guidelines"):
        QTest.keyClick(window, Key.Key_G, CONTROL)
    panel = window.side.page("guidelines")
    desk.qtbot.waitUntil(panel.isVisible)
    desk.qtbot.waitUntil(lambda: not waiting._job.is_running)
    return panel


def press_in_dialog(desk, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    dialog = desk.workspace.commands.rulings.dialog
    QTest.keyClick(dialog.focusWidget() or dialog, key, modifiers)


def test_an_annotator_is_told_how_many_wait_and_by_which_key_they_are_seen(make_desk, judged):
    count = count_of(judged, "b")
    with Project.open(judged, read_only=True) as project:
        assert count == sum(one.standing == "open" for one in read_proposals(project, "b"))
    desk = make_desk(annotator="b", project=judged)
    notice = desk.workspace.window.notice
    words = f"{count} edits of guideline decisions wait for your answer: \u2066Ctrl+Shift+G\u2069"
    desk.qtbot.waitUntil(lambda: words in notice.text())
    assert desk.workspace.window.isActiveWindow()


def test_whom_nothing_waits_for_is_told_nothing(make_desk, judged):
    desk = make_desk(annotator="somebody", project=judged)
    waiting = desk.workspace.commands.waiting
    desk.qtbot.waitUntil(lambda: not waiting._job.is_running)
    assert "guideline" not in desk.workspace.window.notice.text()


def test_the_guidelines_lead_to_what_waits_and_follow_every_answer(make_desk, judged):
    count = count_of(judged, "b")
    assert count > 3
    desk = make_desk(annotator="b", project=judged)
    line = open_guidelines(desk).decisions
    assert line.text() == f"{count} edits of guideline decisions wait"
    line.setFocus()
    QTest.keyClick(line, Key.Key_Return)
    dialog = desk.workspace.commands.rulings.dialog
    desk.qtbot.waitUntil(dialog.isVisible)
    assert len([one for one in dialog.model.rows if one.standing == "open"]) == count
    press_in_dialog(desk, Key.Key_A)
    assert line.text() == f"{count - 1} edits of guideline decisions wait"
    press_in_dialog(desk, Key.Key_R)
    assert line.text() == f"{count - 2} edits of guideline decisions wait"
    press_in_dialog(desk, Key.Key_Z, CONTROL)
    assert line.text() == f"{count - 1} edits of guideline decisions wait"
    dialog.accept_all.click()
    assert line.text() == "1 guideline decision"
    assert line.isVisible()
    press_in_dialog(desk, Key.Key_Z, CONTROL)
    assert line.text() == f"{count - 1} edits of guideline decisions wait"


def test_a_click_opens_the_same_window_as_the_key(make_desk, judged):
    desk = make_desk(annotator="lead", project=judged)
    line = open_guidelines(desk).decisions
    assert line.text() == "1 guideline decision"  # the lead is asked nothing
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert desk.workspace.commands.rulings.dialog.isVisible()


def test_an_answer_that_is_not_on_the_disk_yet_is_counted_when_the_page_is_opened_again(
    make_desk, judged
):
    count = count_of(judged, "b")
    desk = make_desk(annotator="b", project=judged)
    open_guidelines(desk)
    desk.workspace.window.actions_table["rulings"].trigger()
    press_in_dialog(desk, Key.Key_A)
    desk.workspace.commands.waiting.count()
    press_in_dialog(desk, Key.Key_A)  # while it is being counted
    line = open_guidelines(desk).decisions
    assert line.text() == f"{count - 2} edits of guideline decisions wait"


def test_a_decision_that_is_removed_or_kept_meanwhile_changes_the_line(make_desk, judged):
    desk = make_desk(annotator="b", project=judged)
    line = open_guidelines(desk).decisions
    project = desk.workspace.session.project
    [ruling] = project.rulings()
    project.remove_ruling(ruling.id)
    desk.workspace.session.rulings_changed.emit()
    desk.qtbot.waitUntil(line.isHidden)
    project.add_ruling(ruling)
    for _ in range(2):  # away and back: whoever looks sees what is so, whoever changed it
        QTest.keyClick(desk.workspace.window, Key.Key_G, CONTROL)
    desk.qtbot.waitUntil(line.isVisible)
    assert "wait" in line.text()


def test_where_there_are_none_no_line_stands_above_the_text(make_desk, judged):
    desk = make_desk(annotator="b")
    line = open_guidelines(desk).decisions
    assert line.isHidden()
    desk.workspace.session.close_project()
    desk.workspace.commands.project.open(desk.path)
    assert line.isHidden()


def test_another_project_without_any_takes_the_line_away(make_desk, judged, tmp_path):
    desk = make_desk(annotator="b", project=judged)
    line = open_guidelines(desk).decisions
    assert not line.isHidden()
    desk.workspace.session.close_project()
    assert line.isHidden()


@pytest.mark.parametrize(
    ("waiting", "in_force", "words"),
    [
        (1, 1, "تعديل واحد من قرارات دليل الوسم ينتظر ردّك"),
        (2, 1, "تعديلان من قرارات دليل الوسم ينتظران ردّك"),
        (3, 1, "3 تعديلات من قرارات دليل الوسم تنتظر ردّك"),
        (11, 1, "11 تعديلًا من قرارات دليل الوسم ينتظر ردّك"),
        (0, 1, "قرار واحد في دليل الوسم"),
        (0, 2, "قراران في دليل الوسم"),
    ],
)
def test_in_arabic_numbers_and_nouns_agree(make_desk, judged, waiting, in_force, words):
    desk = make_desk(annotator="b", project=judged, language="ar")
    panel = open_guidelines(desk)
    panel.show_decisions(waiting, in_force)
    digits = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
    assert panel.decisions.text().translate(digits) == words
