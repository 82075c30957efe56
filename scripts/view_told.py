"""What annotators are told: the page of feedback with gold behind it, guideline decisions, the datasheet."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from annotator.adjudication.states import State
from annotator.datasheet.gathering import gather_datasheet
from annotator.datasheet.markdown import to_markdown
from annotator.model import GOLD
from annotator.project import Project
from annotator.review.board import Board
from annotator.review.filters import Filters
from annotator.review.query import Query
from annotator.review.rows import RowKind
from annotator.review.rulings import GuidelineDecision, RuledRow, counted, ruling_from
from annotator.review.steps import case_of, now, on_article
from ui.datasheet.dialog import DatasheetDialog
from ui.review.feedback.save_dialog import SaveFeedbackDialog
from ui.workspace import Workspace

SAID = {"who": "ليلى", "why": "الدليل، §2"}


def told(
    workspace: Workspace, wait_until: Callable[[Callable[[], bool]], None]
) -> Iterator[tuple[str, QWidget]]:
    """Decide the sample, make a guideline decision, and show what follows for annotators."""
    do, project = workspace.commands, workspace.session.project
    reviewing = do.review.reviewing
    assert reviewing is not None
    assert project is not None
    board = reviewing.context.board
    assert board is not None
    reviewing.context.gold.close()
    decide(project, board)
    project.add_ruling(counted(board, titles(board)))
    do.review.open()
    wait_until(lambda: reviewing.counting.is_settled)
    window = reviewing.window
    assert window is not None
    window.resize(workspace.window.size())
    window.show_page("feedback")
    window.feedback.annotators.setCurrentText("b")
    reviewing.telling.show("b")
    wait_until(lambda: reviewing.telling.is_settled)
    for number, name in enumerate(("corrections", "accuracy", "time", "rulings")):
        window.feedback.tabs.setCurrentIndex(number)
        yield f"feedback-{name}", window
    yield "feedback-save", SaveFeedbackDialog("b", project.path / "b.html", [".html"], window)
    window.close()
    do.rulings.open()
    dialog = do.rulings.dialog
    assert dialog is not None
    yield "guideline-decisions", dialog
    do.rulings.close()
    sheet = gather_datasheet(project, draws=0)
    yield (
        "datasheet",
        DatasheetDialog(
            lambda language, pseudonyms: to_markdown(sheet.named(pseudonyms=pseudonyms), language),
            project.path / "datasheet.md",
            workspace.window,
        ),
    )


def decide(project: Project, board: Board) -> None:
    """Merge every article and take the first annotator's word for all that is left."""
    with project.desk(GOLD) as desk:
        for article_id in board.entries:
            while True:
                case = case_of(board, article_id, desk.layer(article_id))
                waits = [row for row in case.rows if row.is_open and row.state != State.AGREED]
                if not waits and not case.tally.agreed:
                    break
                if not waits:
                    step = case.merged(now())
                elif waits[0].kind == RowKind.SPAN and waits[0].mark_state == State.OPEN:
                    step = case.take_as(waits[0], "a", when=now(), **SAID)
                elif waits[0].kind == RowKind.SPAN:
                    vote = waits[0].open_values[0]
                    value = min(vote.votes)
                    step = case.choose_value(waits[0], vote.name, value, when=now(), **SAID)
                else:
                    step = case.take_all(waits[0], when=now(), **SAID)
                edit = on_article(article_id, case, step).edit(desk.layer(article_id))
                if edit is None:
                    break
                desk.commit(article_id, edit)


def titles(board: Board) -> GuidelineDecision:
    """Return the ruling that titles stay outside."""
    found: list[RuledRow] = []
    for one in board.listed(Query(cause="title"), Filters()):
        if one is not None and one.first is not None and one.second is not None:
            shorter = min(one.first, one.second, key=lambda made: made.end - made.start)
            by = {one.a: one.first, one.b: one.second}
            found.append(RuledRow(one.article_id, one.cause, by, (shorter,)))
    return ruling_from(found, "shorter", "الألقاب خارج الوسم", "ليلى", now(), "الدليل، §2")
