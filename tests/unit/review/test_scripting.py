"""What a script does with a review, without a window: count, look, decide, merge, and take it back."""

import shutil
from pathlib import Path

import pytest

from annotator.edits import Inverse
from annotator.iaa.alignment.options import Options
from annotator.model import GOLD, Status
from annotator.project import Project
from annotator.review import pairs
from annotator.review.board import load
from annotator.review.filters import Filters
from annotator.review.merging import plan_merge
from annotator.review.query import DISAGREEING, Query
from annotator.review.steps import case_of, now, on_article

SAMPLE = Path(__file__).parents[3] / "projects" / "karabakh"


@pytest.fixture
def project(tmp_path):
    with Project.open(shutil.copytree(SAMPLE, tmp_path / "karabakh")) as project:
        yield project


def ignore(done: int, total: int) -> None:
    pass


def test_a_script_decides_every_difference_and_gold_is_done(project):
    board = load(project, Options(), ignore)
    article_id = board.statistics.articles[0]
    with project.desk(GOLD) as desk:

        def decide(step):
            edit = step.edit(desk.layer(article_id))
            assert edit is not None
            desk.commit(article_id, edit)

        case = case_of(board, article_id, desk.layer(article_id))
        decide(on_article(article_id, case, case.merged(now())))
        assert desk.layer(article_id).status == Status.IN_PROGRESS
        [pair] = [(a, b) for a in board.annotators for b in board.annotators if a < b]
        query = Query(pair=pair, kinds=DISAGREEING, articles=frozenset([article_id]))
        rows = [row for row in board.listed(query, Filters()) if row is not None]
        assert rows
        for row in rows:
            case = case_of(board, article_id, desk.layer(article_id))
            if pairs.settled(case, row) is None:
                step = pairs.choose(
                    case, row, "a", who="lead", when=now(), why="the guideline's example"
                )
                decide(on_article(article_id, case, step))
        case = case_of(board, article_id, desk.layer(article_id))
        for row in case.rows:  # values, links and zones are decided like spans
            if row.is_open:
                case = case_of(board, article_id, desk.layer(article_id))
                taken = next(name for name in row.annotators if row.made.get(name))
                step = case.take_as(row, taken, who="lead", when=now())
                decide(on_article(article_id, case, step))
        case = case_of(board, article_id, desk.layer(article_id))
        assert case.tally.open == 0
        assert desk.layer(article_id).status == Status.DONE
    with Project.open(project.path, read_only=True) as again:
        first = project.layer(article_id, pair[0])
        marks = {(a.start, a.end, a.label) for a in first}
        gold = {(a.start, a.end, a.label) for a in again.layer(article_id, GOLD)}
        assert gold == marks


def test_a_script_merges_a_whole_project_and_takes_it_back(project):
    board = load(project, Options(), ignore)
    before = {entry.id: project.layer(entry.id, GOLD) for entry in project.entries()}
    with project.desk(GOLD) as desk:
        told = []
        plan = plan_merge(
            board.statistics.articles,
            lambda key: case_of(board, key, desk.layer(key)),
            None,
            now(),
            lambda done, total: told.append((done, total)),
        )
        assert told == [(n, len(before)) for n in range(len(before) + 1)]
        assert plan.articles == len(before)
        assert (plan.removes, plan.changes, plan.reopens) == (0, 0, 0)
        made = [(s.article_id, s.edit(desk.layer(s.article_id))) for s in plan.steps]
        for article_id, edit in made:
            assert edit is not None
            desk.commit(article_id, edit)
        merged = {key: desk.layer(key) for key in before}
        agreed = {
            key: {(a.start, a.end, a.label) for a in project.layer(key, board.annotators[0])}
            & {(a.start, a.end, a.label) for a in project.layer(key, board.annotators[1])}
            for key in before
        }
        for key, layer in merged.items():
            assert {(a.start, a.end, a.label) for a in layer} <= agreed[key]
        for article_id, edit in made:
            desk.commit(article_id, Inverse(edit))
        assert {key: desk.layer(key) for key in before} == before
