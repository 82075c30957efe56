"""Who opens a project is told once that guideline decisions wait, and nobody else is."""

from annotator.feedback.proposed import count_waiting, read_proposals
from annotator.project import Project


def test_an_annotator_is_told_how_many_wait_and_by_which_key_they_are_seen(make_desk, judged):
    with Project.open(judged, read_only=True) as project:
        count = count_waiting(project, "b")
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
