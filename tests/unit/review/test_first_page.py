"""What the first page of a review says: a weak label by its name, work by who is waited for, tasks in their order."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.adjudication.states import Tally
from annotator.iaa.alignment.options import Options
from annotator.iaa.scores.results import Interval
from annotator.model import GOLD, Annotation, Layer, Span, Status
from annotator.project import Person, Project, ReviewSettings
from annotator.project.iaa.counts import agreement
from annotator.review.board import load
from annotator.review.overview.judgement import (
    LabelLine,
    Standing,
    Verdict,
    judge,
    label_lines,
    main_confusion,
)
from annotator.review.overview.shown import show_agreement, show_work
from annotator.review.overview.tallies import count_tallies
from annotator.review.overview.tasks import Act, open_articles, tasks
from annotator.review.overview.work import Work, gold_work, read_work
from annotator.review.steps import gold_status
from tests.helpers.projects import make_project, put_layer

SAMPLE = Path(__file__).parents[3] / "projects" / "karabakh"


@pytest.fixture
def sample(tmp_path):
    with Project.open(shutil.copytree(SAMPLE, tmp_path / "karabakh")) as project:
        yield project


def line(
    value: float | None,
    low: float | None = None,
    target: float = 0.0,
    alpha: float | None = None,
    alpha_low: float | None = None,
    name: str = "actor",
) -> LabelLine:
    interval = None if low is None or value is None else Interval(low, 1.0, False)
    of_alpha = None if alpha_low is None else Interval(alpha_low, 1.0, False)
    return LabelLine(name, value, interval, target, alpha, of_alpha, 10)


@pytest.mark.parametrize(
    ("one", "standing", "is_weak"),
    [
        (line(0.9, 0.8, 0.8), Standing.REACHED, False),
        (line(0.9, 0.79, 0.8), Standing.UNSURE, True),
        (line(0.7, 0.6, 0.8), Standing.BELOW, True),
        (line(0.8, None, 0.8), Standing.REACHED, False),
        (line(0.9, 0.8, alpha=0.8, alpha_low=0.6), Standing.NO_TARGET, True),
        (line(0.2, 0.1, alpha=0.8, alpha_low=0.667), Standing.NO_TARGET, False),
        (line(0.2, alpha=0.66), Standing.NO_TARGET, True),
        (line(0.2), Standing.NO_TARGET, False),
        (line(None, target=0.8), Standing.UNKNOWN, False),
    ],
)
def test_a_label_is_judged_by_the_lower_end_of_its_interval(one, standing, is_weak):
    assert one.standing == standing
    assert one.falls_short is is_weak


scores = st.floats(0, 1)


@given(value=scores, part=scores, target=st.floats(0.01, 1))
def test_a_target_is_reached_where_the_whole_interval_reaches_it(value, part, target):
    low = value * part
    one = line(value, low, target)
    assert (one.standing == Standing.REACHED) == (low >= target)
    assert one.falls_short == (low < target)
    assert (one.shortfall > 0) == one.falls_short


def test_no_praise_of_all_labels_where_one_falls_short_and_it_is_named(sample):
    result = agreement(sample, draws=0)
    settings = ReviewSettings(targets={"quote": (0.99, 0.0), "date": (0.9, 0.0)})
    lines = label_lines(result, settings)
    known = [one.value for one in lines if one.value is not None]
    assert known == sorted(known)
    judgement = judge(result, lines)
    assert judgement.verdict == Verdict.WEAK
    weak = [one.name for one in judgement.weak]
    short = {name: settings.targets[name][0] for name in ("quote", "date")}
    values = {one.name: one.value or 0.0 for one in lines}
    assert set(weak) >= {name for name, wanted in short.items() if values[name] < wanted}
    assert [one.shortfall for one in judgement.weak] == sorted(
        (one.shortfall for one in judgement.weak), reverse=True
    )


def test_five_articles_are_too_few_to_praise(sample):
    result = agreement(sample, draws=0)
    assert judge(result, ()).verdict == Verdict.FEW


def test_the_main_trouble_opens_as_many_differences_as_it_says(sample):
    result = agreement(sample, draws=0)
    board = load(sample, Options(), lambda _done, _total: None)
    from annotator.review.filters import Filters

    for name in ("actor", "date", "quote", "agreement"):
        found = main_confusion(result, name)
        assert found is not None
        assert 0 < found.count <= found.total
        listed = [one for one in board.listed(found.query, Filters()) if one is not None]
        assert len(listed) == found.count


def test_without_a_second_annotator_nothing_is_said_of_agreement():
    shown = show_agreement(None, ReviewSettings())
    assert shown.result is None
    assert shown.judgement.verdict == Verdict.UNKNOWN
    assert show_work(Work(), None, {}).tasks == ()


# -- work and tasks


def layer(name: str, article_id: str, status: Status, *spans: tuple[int, int]) -> Layer:
    made = {
        f"{name}{n}": Annotation(f"{name}{n}", Span(*at), "actor") for n, at in enumerate(spans)
    }
    return Layer(name, article_id, status, made)


@pytest.fixture
def two_articles(tmp_path):
    project = make_project(tmp_path / "two", "قال بوتين نعم", "قال بيسكوف لا")
    first, second = (entry.id for entry in project.entries())
    put_layer(project, layer("a", first, Status.DONE, (4, 9)))
    put_layer(project, layer("b", first, Status.DONE, (4, 9), (10, 13)))
    put_layer(project, layer("a", second, Status.DONE, (4, 10)))
    put_layer(project, layer("b", second, Status.IN_PROGRESS, (4, 10)))
    yield project
    project.close()


def test_work_says_who_is_waited_for_and_who_left_is_not(two_articles):
    work = read_work(two_articles, ReviewSettings())
    first, second = (entry.id for entry in two_articles.entries())
    assert work.decidable == (first,)
    assert work.finishers == {first: ("a", "b"), second: ("a",)}
    b = next(one for one in work.people if one.name == "b")
    assert (b.done, b.begun, b.new, b.waited_for) == (1, 1, 0, 1)
    for person in (Person(role="left"), Person(role="trainee", for_gold=False)):
        out = read_work(two_articles, ReviewSettings(people={"b": person}))
        assert [one.waited_for for one in out.people if one.name == "b"] == [0]
    assert out.decidable == ()
    assert GOLD not in {one.name for one in work.people}


def test_tasks_come_in_order_and_add_up(two_articles):
    settings = ReviewSettings()
    work = read_work(two_articles, settings)
    tallies = count_tallies(two_articles, settings, work, work.decidable, {})
    (first,) = work.decidable
    assert (tallies[first].waiting, tallies[first].open) == (1, 2)
    shown = show_work(work, tallies, {first: 0.5})
    assert [(one.act, one.count, one.articles) for one in shown.tasks] == [
        (Act.MERGE, 1, 1),
        (Act.DECIDE, 1, 1),
        (Act.WAIT, 0, 1),
    ]
    assert shown.tasks[2].names == (("b", 1),)
    (opened,) = shown.opened
    assert (opened.to_decide, opened.waiting, opened.exact) == (1, 1, 0.5)


@pytest.mark.parametrize(
    "settings",
    [
        ReviewSettings(rule="trusted", trusted="somebody"),
        ReviewSettings(rule="threshold", votes=3),
    ],
)
def test_what_the_rule_never_merges_is_to_be_decided_and_no_merge_is_proposed(
    two_articles, settings
):
    work = read_work(two_articles, settings)
    tallies = count_tallies(two_articles, settings, work, work.decidable, {})
    (first,) = work.decidable
    assert (tallies[first].agreed, tallies[first].waiting, tallies[first].open) == (1, 0, 2)
    shown = show_work(work, tallies, {})
    assert [(one.act, one.count) for one in shown.tasks] == [(Act.DECIDE, 2), (Act.WAIT, 0)]
    assert shown.gold.to_decide == 2


@pytest.mark.parametrize(
    ("stored", "tally", "status"),
    [
        (Status.NEW, None, Status.NEW),
        (Status.DONE, None, Status.DONE),
        (Status.IN_PROGRESS, Tally(clusters=1, decided=1), Status.DONE),
        (Status.DONE, Tally(clusters=1, changed=1), Status.IN_PROGRESS),
        (Status.NEW, Tally(clusters=1, open_spans=1), Status.NEW),
    ],
)
def test_how_far_gold_is_follows_from_what_is_open(stored, tally, status):
    assert gold_status(stored, tally) == status


def test_when_all_is_closed_export_is_next():
    work = Work(2, (), {"x": ("a", "b"), "y": ("a", "b")}, ("actor",))
    tallies = {key: Tally(clusters=3, decided=3) for key in "xy"}
    gold = gold_work(work, tallies)
    assert (gold.closed, gold.finished, gold.settled, gold.to_decide) == (2, 2, 6, 0)
    opened = open_articles(work, tallies, {})
    assert opened == ()
    assert [(one.act, one.articles) for one in tasks(work, gold, opened)] == [(Act.EXPORT, 2)]


counts = st.integers(0, 5)
a_tally = st.builds(
    lambda mergeable, left, **rest: Tally(agreed=mergeable + left, mergeable=mergeable, **rest),
    mergeable=counts,
    left=counts,
    changed=counts,
    open_spans=counts,
    open_values=counts,
    open_links=counts,
)


@given(st.lists(a_tally, max_size=6), st.lists(st.none() | scores, min_size=6, max_size=6))
def test_open_articles_are_those_with_something_open_the_most_to_decide_first(found, values):
    keys = [f"k{n}" for n in range(len(found))]
    work = Work(len(keys), (), dict.fromkeys(keys, ("a", "b")), ())
    tallies = dict(zip(keys, found, strict=True))
    opened = open_articles(work, tallies, dict(zip(keys, values, strict=False)))
    assert {one.article_id for one in opened} == {key for key in keys if tallies[key].open}
    left = [one.to_decide for one in opened]
    assert left == sorted(left, reverse=True)
    gold = gold_work(work, tallies)
    assert gold.to_decide == sum(left)
    assert gold.tally.waiting == sum(one.waiting for one in opened)
    acts = [one.act for one in tasks(work, gold, opened)]
    assert acts == sorted(acts, key=list(Act).index)
