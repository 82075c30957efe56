"""The sample with gold: four articles decided in two weeks, a fifth begun, a guideline decision; the same at every run."""

import shutil
from dataclasses import replace
from functools import partial
from itertools import count, cycle
from pathlib import Path
from unittest.mock import patch

from annotator import edits
from annotator.adjudication.drafts import Step
from annotator.adjudication.states import State
from annotator.iaa.alignment.options import Options
from annotator.model import GOLD, Status
from annotator.project import Project
from annotator.review.board import Board, load
from annotator.review.case import Case
from annotator.review.filters import Filters
from annotator.review.query import Query
from annotator.review.rows import Row, RowKind
from annotator.review.rulings import GuidelineDecision, RuledRow, counted, ruling_from
from annotator.review.steps import case_of, on_article

SAMPLE = Path(__file__).parents[2] / "projects" / "karabakh"
LEAD = "ليلى"
RULING = "a" * 12
DAYS = ("2026-11-03", "2026-11-05", "2026-11-12", "2026-11-13", "2026-11-19")
"""On which the annotators finished the articles, in the order of the catalog."""

CHOICES = (
    ("a", "الدليل، §2"),
    ("b", ""),
    ("none", "ليس <فاعلًا> & لا اسم"),
    ("b", "as in example 4"),
)


def judged_sample(folder: Path) -> Path:
    """Copy the sample into ``folder`` and decide it as a lead would; return the project's folder."""
    path = Path(shutil.copytree(SAMPLE, folder / "karabakh"))
    with Project.open(path) as project:
        date_the_work(project)
        decide(project)
        project.add_ruling(titles(load_board(project)))
    return path


def load_board(project: Project) -> Board:
    return load(project, Options(), lambda _done, _total: None)


def date_the_work(project: Project) -> None:
    """Have every annotator finish every article again, on the day that is its own."""
    for annotator in [name for name in project.annotators() if name != GOLD]:
        for entry, day in zip(project.entries(), DAYS, strict=True):
            with (
                patch("annotator.store.layers.store.now", lambda day=day: f"{day}T09:00:00Z"),
                project.desk(annotator) as desk,
            ):
                for status in (Status.IN_PROGRESS, Status.DONE):
                    desk.commit(entry.id, edits.set_status(status, desk.layer(entry.id)))


def decide(project: Project) -> None:
    """Merge and decide all articles but the last, of which one row."""
    board = load_board(project)
    choices, minutes = cycle(CHOICES), count()
    with project.desk(GOLD) as desk:
        for number, entry in enumerate(project.entries()):
            while True:
                case = case_of(board, entry.id, desk.layer(entry.id))
                minute = next(minutes)
                when = f"2026-11-20T{8 + minute // 60:02}:{minute % 60:02}:00.000000Z"
                waits = [row for row in case.rows if row.is_open and row.state != State.AGREED]
                if case.tally.agreed and not waits:
                    step = case.merged(when)
                elif waits:
                    first = min(waits, key=partial(place, case))
                    choice, why = ("none", "") if number == len(DAYS) - 1 else next(choices)
                    step = choose(case, first, choice, why, when)
                else:
                    break
                edit = on_article(entry.id, case, step).edit(desk.layer(entry.id))
                assert edit is not None
                desk.commit(entry.id, edit)
                if number == len(DAYS) - 1:
                    break


def place(case: Case, row: Row) -> tuple[object, ...]:
    """Order rows the same at every run, though the ids in their keys are drawn anew."""
    ends: list[int] = []
    if row.link is not None:
        made = [case.gold[end] for end in (row.link.relation.head, row.link.relation.dependent)]
        ends = [edge for one in made for edge in (one.start, one.end)]
    return row.span.start, row.span.end, str(row.kind), ends


def choose(case: Case, row: Row, choice: str, why: str, when: str) -> Step:
    """Return the step that settles an open row; of a value the first, and every other link."""
    said = {"who": LEAD, "when": when, "why": why}
    if row.kind == RowKind.SPAN and row.mark_state in (State.OPEN, State.CHANGED):
        return (
            case.take_none(row, **said) if choice == "none" else case.take_as(row, choice, **said)
        )
    if row.kind == RowKind.SPAN:
        vote = row.open_values[0]
        return case.choose_value(row, vote.name, min(vote.votes), **said)
    if row.kind == RowKind.LINK:
        return case.settle_link(row, choice != "none", **said)
    return case.settle_zone(row, True, **said)


def titles(board: Board) -> GuidelineDecision:
    """Return the ruling that takes the shorter reading wherever two differ by a title."""
    found: list[RuledRow] = []
    for one in board.listed(Query(cause="title"), Filters()):
        if one is not None and one.first is not None and one.second is not None:
            shorter = min(one.first, one.second, key=lambda made: made.end - made.start)
            by = {one.a: one.first, one.b: one.second}
            found.append(RuledRow(one.article_id, one.cause, by, (shorter,)))
    when = "2026-11-10T10:00:00.000000Z"
    ruling = ruling_from(found, "shorter", "الألقاب خارج الوسم", LEAD, when, "الدليل، §2")
    return replace(counted(board, ruling), id=RULING)
