"""What the first page says is derived from what is so: judgement, work, tallies, tasks."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.adjudication.states import Tally
from annotator.iaa.alignment.options import Options
from annotator.iaa.scores.results import Interval, LeftOut, Measure
from annotator.model import GOLD, Layer, Status
from annotator.project import Person, Project, ReviewSettings
from annotator.project.iaa.counts import agreement
from annotator.review.board import load
from annotator.review.filters import Filters
from annotator.review.overview.judgement import (
    LabelLine,
    Standing,
    Verdict,
    judge,
    label_lines,
    main_confusion,
)
from annotator.review.overview.tallies import count_tallies
from annotator.review.overview.tasks import Act, OpenArticle, open_articles, tasks
from annotator.review.overview.work import AnnotatorWork, Work, gold_work, read_work
from annotator.review.steps import case_of
from tests.helpers.projects import put_layer
from tests.helpers.third_annotator import third_annotator

SAMPLE = Path(__file__).resolve().parents[3] / "projects" / "karabakh"


@pytest.fixture
def project(tmp_path):
    shutil.copytree(SAMPLE, tmp_path / "karabakh")
    with Project.open(tmp_path / "karabakh") as opened:
        yield opened


def line(value=0.85, low=None, target=0.0, alpha=0.9, alpha_low=None) -> LabelLine:
    return LabelLine(
        "actor",
        value,
        None if low is None else Interval(low, 1.0, rough=False),
        target,
        alpha,
        None if alpha_low is None else Interval(alpha_low, 1.0, rough=False),
        7,
    )


def with_alpha(result, alpha, interval, articles):
    total = replace(result.reliability.total, alpha=alpha, interval=interval)
    return replace(result, articles=articles, reliability=replace(result.reliability, total=total))


@pytest.mark.parametrize(
    ("one", "standing", "short"),
    [
        (line(0.85, target=0.8), Standing.REACHED, False),
        (line(0.85, low=0.81, target=0.8), Standing.REACHED, False),
        (line(0.85, low=0.79, target=0.8), Standing.UNSURE, True),
        (line(0.75, low=0.7, target=0.8), Standing.BELOW, True),
        (line(0.3, alpha=0.9), Standing.NO_TARGET, False),
        (line(0.9, alpha=0.7, alpha_low=0.66), Standing.NO_TARGET, True),
        (line(0.9, target=0.8, alpha=0.5), Standing.REACHED, False),
        (line(None, target=0.8), Standing.UNKNOWN, False),
    ],
)
def test_a_label_is_judged_from_the_lower_end_of_its_interval(one, standing, short):
    assert (one.standing, one.falls_short) == (standing, short)


@pytest.mark.parametrize(
    ("low", "articles", "verdict"),
    [
        (0.8, 40, Verdict.RELIABLE),
        (0.79, 40, Verdict.TENTATIVE),
        (0.667, 40, Verdict.TENTATIVE),
        (0.66, 40, Verdict.UNRELIABLE),
        (None, 5, Verdict.FEW),
    ],
)
def test_agreement_is_judged_by_the_limits_of_alpha(project, low, articles, verdict):
    interval = None if low is None else Interval(low, 0.95, rough=False)
    result = with_alpha(agreement(project), 0.9, interval, articles)
    assert judge(result, [line()]).verdict == verdict


@given(st.floats(0.667, 1.0), st.floats(0.0, 0.66))
def test_a_weak_label_is_never_hidden_by_a_high_pooled_number(pooled, weak):
    from annotator.iaa.scores.results import Agreement, ByLabel, Reliability

    interval = Interval(pooled, 1.0, rough=False)
    total = Reliability(pooled, None, interval)
    reliability = ByLabel(total, {})
    none = ByLabel((), {})
    result = Agreement(
        50, ("a", "b"), (), 0, {}, reliability, (), none, 1000, 1, (), none, LeftOut(0, {})
    )
    found = judge(result, [line(), line(alpha=0.9, alpha_low=weak)])
    assert found.verdict == Verdict.WEAK
    assert [one.alpha_low for one in found.weak] == [weak]


def test_label_lines_are_those_of_the_engine_the_lowest_first(project):
    result = agreement(project)
    lines = label_lines(result, ReviewSettings(targets={"date": (0.8, 0.9)}))
    assert [one.value for one in lines] == sorted(
        one.value for one in result.mean[Measure.EXACT].labels.values()
    )
    assert {one.name: one.target for one in lines}["date"] == 0.8
    assert sum(one.spans for one in lines) == sum(result.votes.total)


def test_the_main_confusion_opens_just_so_many_differences(project):
    board = load(project, Options(), lambda _done, _total: None)
    result = agreement(project)
    for name in result.reliability.labels:
        found = main_confusion(result, name)
        rows = [one for one in board.listed(found.query, Filters()) if one]
        assert len(rows) == found.count
        every = [one for one in board.listed(replace(found.query, kinds=None), Filters()) if one]
        assert found.total == sum(1 for one in every if one.kind != "exact")


def test_tallies_are_those_of_the_cases_and_need_no_board(project):
    third_annotator(project)
    settings = project.review_settings()
    work = read_work(project, settings)
    found = count_tallies(project, settings, work, work.decidable, {})
    board = load(project, Options(), lambda _done, _total: None)
    assert found == {
        key: case_of(board, key, project.layer(key, GOLD)).tally for key in board.entries
    }


def test_gold_that_is_newer_in_memory_counts(project):
    settings = project.review_settings()
    work = read_work(project, settings)
    key = work.decidable[0]
    board = load(project, Options(), lambda _done, _total: None)
    case = case_of(board, key, project.layer(key, GOLD))
    step = case.merged("2026-01-01T00:00:00Z")
    from annotator.adjudication.records import keeping

    gold = step.apply(case.gold)
    kept = keeping(gold, step.review)
    gold = kept.apply(gold) if kept else gold
    found = count_tallies(project, settings, work, [key], {key: gold})
    assert found[key] == case.after(step).tally
    assert found[key].merged
    # an empty layer in memory is a layer too
    empty = count_tallies(project, settings, work, [key], {key: Layer(GOLD, key)})
    assert not empty[key].merged


def test_who_has_begun_is_waited_for_and_who_has_left_is_not(project):
    keys = [entry.id for entry in project.entries()]
    put_layer(project, Layer("d", keys[0], status=Status.IN_PROGRESS))
    put_layer(project, Layer("gone", keys[0], status=Status.IN_PROGRESS))
    put_layer(project, Layer("new", keys[0], status=Status.IN_PROGRESS))
    people = {"gone": Person("left"), "new": Person("trainee", for_gold=False, for_iaa=False)}
    settings = ReviewSettings(people=people)
    work = read_work(project, settings)
    found = {one.name: one for one in work.people}
    assert (found["a"].done, found["a"].begun, found["a"].new) == (5, 0, 0)
    assert (found["d"].done, found["d"].begun, found["d"].new) == (0, 1, 4)
    assert {name: one.waited_for for name, one in found.items()} == {
        "a": 0,
        "b": 0,
        "d": 1,
        "gone": 0,
        "new": 0,
    }
    assert all(names == ("a", "b") for names in work.finishers.values())


def work_of(**finishers: int) -> Work:
    names = ("a", "b", "c")
    return Work(len(finishers), (), {key: names[:n] for key, n in finishers.items()})


def test_merging_comes_before_deciding_and_that_before_waiting_and_export():
    work = replace(
        work_of(x=2, y=2, z=2, alone=1), people=(AnnotatorWork("d", 3, 1, 4, waited_for=1),)
    )
    tallies = {
        "x": Tally(clusters=5, agreed=2, mergeable=2, open_spans=3),
        "y": Tally(clusters=5, decided=1, open_values=4),
        "z": Tally(clusters=5, merged=5),
        "alone": Tally(open_spans=9),
    }
    gold = gold_work(work, tallies)
    assert (gold.articles, gold.finished, gold.closed) == (4, 3, 1)
    assert (gold.settled, gold.to_decide, gold.tally.waiting) == (6, 7, 2)
    opened = open_articles(work, tallies, {"x": 0.5, "y": 0.9})
    assert [(one.article_id, one.to_decide) for one in opened] == [("y", 4), ("x", 3)]
    found = tasks(work, gold, opened)
    assert [task.act for task in found] == [Act.MERGE, Act.DECIDE, Act.WAIT, Act.EXPORT]
    assert (found[0].count, found[1].article_id, found[2].names) == (2, "y", (("d", 1),))


def test_of_equally_open_articles_the_least_agreed_on_comes_first():
    work = work_of(x=2, y=2, z=2)
    tallies = dict.fromkeys("xyz", Tally(open_spans=1))
    found = open_articles(work, tallies, {"x": 0.9, "y": 0.2})
    assert [one.article_id for one in found] == ["y", "x", "z"]


def test_when_nothing_is_open_gold_can_be_exported():
    work = work_of(x=2)
    tallies = {"x": Tally(clusters=3, decided=3)}
    found = tasks(work, gold_work(work, tallies), open_articles(work, tallies, {}))
    assert [task.act for task in found] == [Act.EXPORT]


def test_where_nobody_has_worked_there_is_nothing_to_do():
    assert tasks(Work(), gold_work(Work(), {}), ()) == ()


TALLIES = st.builds(Tally, *[st.integers(0, 9)] * 9)


@given(st.dictionaries(st.sampled_from("uvwxyz"), TALLIES))
def test_open_articles_and_gold_add_up(tallies):
    work = work_of(**dict.fromkeys(tallies, 2))
    gold, opened = gold_work(work, tallies), open_articles(work, tallies, {})
    assert gold.closed + len(opened) == len(tallies)
    assert sum(one.to_decide for one in opened) == gold.to_decide
    assert sum(one.waiting for one in opened) == gold.tally.waiting
    assert all(isinstance(one, OpenArticle) for one in opened)
