"""A merge is looked at before it is done, done as one, and refused where gold is another by then."""

import gc
import shutil
from pathlib import Path

import pytest

from annotator.adjudication.drafts import Effect
from annotator.adjudication.rules import MergeRule, Rule
from annotator.edits import Inverse
from annotator.errors import CancelledError, ChangedElsewhereError
from annotator.iaa.alignment.options import Options
from annotator.model import GOLD
from annotator.project import Project
from annotator.review.board import load
from annotator.review.merging import plan_merge
from annotator.review.steps import case_of, now
from tests.helpers.third_annotator import third_annotator

SAMPLE = Path(__file__).parents[3] / "projects" / "karabakh"
MAJORITY = MergeRule(Rule.MAJORITY)


class Merging:
    """A project with three annotators, its board, and gold's desk."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.desk = project.desk(GOLD)
        third_annotator(project)
        self.board = load(project, Options(), lambda done, total: None)

    def plan(self, rule=None, progress=None):
        return plan_merge(
            self.board.statistics.articles,
            lambda key: case_of(self.board, key, self.desk.layer(key)),
            rule,
            now(),
            progress,
        )

    def take(self, plan):
        made = [(s.article_id, s.edit(self.desk.layer(s.article_id))) for s in plan.steps]
        for article_id, edit in made:
            self.desk.commit(article_id, edit)
        return made

    def gold(self):
        return {entry.id: self.desk.layer(entry.id) for entry in self.project.entries()}


@pytest.fixture
def merging(tmp_path):
    with Project.open(shutil.copytree(SAMPLE, tmp_path / "karabakh")) as project:
        yield Merging(project)


def test_a_plan_counts_and_lists_what_taking_it_does(merging):
    before = merging.gold()
    plan = merging.plan(MAJORITY)
    assert merging.gold() == before
    merging.take(plan)
    after = merging.gold()
    spans = [item for item in plan.listed(Effect.ADDS) if item.kind == "span"]
    assert len(spans) == sum(map(len, after.values()))
    links = [item for item in plan.listed(Effect.ADDS) if item.kind == "link"]
    assert len(links) == sum(len(layer.relations) for layer in after.values()) > 0
    for item in spans:
        assert item.after == after[item.article_id][item.after.id]
        assert (item.before, item.span, item.label) == (None, item.after.span, item.after.label)
    assert plan.articles == len({item.article_id for item in plan.items}) == len(before)


def test_a_plan_that_only_closes_what_was_asked_again_has_steps_to_take(merging):
    merging.take(merging.plan(MAJORITY))
    gold = {key: dict(one.annotations) for key, one in merging.gold().items()}
    asking = merging.plan(MergeRule(Rule.UNANIMOUS))
    assert asking.reopens
    merging.take(asking)
    closing = merging.plan(MAJORITY)
    assert closing.articles + closing.settled_again == len(closing.steps) > 0
    assert closing.settled_again
    merging.take(closing)
    assert {key: dict(one.annotations) for key, one in merging.gold().items()} == gold
    assert not merging.plan(MAJORITY).steps


def test_a_plan_taken_twice_is_refused_and_merging_again_does_nothing(merging):
    plan = merging.plan(MAJORITY)
    merging.take(plan)
    with pytest.raises(ChangedElsewhereError, match="look again"):
        merging.take(plan)
    again = merging.plan(MAJORITY)
    assert (again.steps, again.articles) == ((), 0)


def test_a_stricter_rule_asks_again_and_takes_nothing_away(merging):
    merging.take(merging.plan(MAJORITY))
    before = merging.gold()
    plan = merging.plan(MergeRule())
    assert (plan.adds, plan.removes, plan.changes) == (0, 0, 0)
    assert plan.reopens > 0
    merging.take(plan)
    after = merging.gold()
    assert {key: layer.annotations for key, layer in after.items()} == {
        key: layer.annotations for key, layer in before.items()
    }
    assert merging.plan(MergeRule()).steps == ()
    back = merging.plan(MAJORITY)
    assert (back.adds, back.removes, back.changes, back.reopens) == (0, 0, 0, 0)
    merging.take(back)
    assert merging.plan(MergeRule()).reopens == plan.reopens


def test_a_trusted_annotator_s_work_is_gold(merging):
    merging.take(merging.plan(MAJORITY))
    plan = merging.plan(MergeRule(Rule.TRUSTED, trusted="b"))
    assert plan.removes > 0
    assert plan.changes > 0
    merging.take(plan)
    for article_id, gold in merging.gold().items():
        layer = merging.project.layer(article_id, "b")
        outside = [zone.span for zone in layer.zones]
        assert {
            (one.start, one.end, one.label, tuple(sorted(one.attributes.items()))) for one in gold
        } == {
            (one.start, one.end, one.label, tuple(sorted(one.attributes.items())))
            for one in layer
            if not any(zone.contains(one.span) for zone in outside)
        }
        assert len(gold.relations) == len(
            [r for r in layer.relations if not any(z.contains(layer[r.head].span) for z in outside)]
        )
    assert merging.plan(MergeRule(Rule.TRUSTED, trusted="b")).steps == ()


def test_a_plan_is_undone_as_it_was_done(merging):
    before = merging.gold()
    for article_id, edit in merging.take(merging.plan(MAJORITY)):
        merging.desk.commit(article_id, Inverse(edit))
    assert merging.gold() == before


def test_a_plan_that_is_stopped_has_done_nothing(merging):
    def stop(done: int, total: int) -> None:
        assert total == 5
        if done == 2:
            raise CancelledError

    before = merging.gold()
    with pytest.raises(CancelledError):
        merging.plan(MAJORITY, stop)
    assert merging.gold() == before


def test_after_a_plan_python_does_not_look_through_all_that_was_made(merging):
    """Values of a plan count as old: else the next one made would wait for a look at each of them."""
    before = gc.isenabled()
    plan = merging.plan(MAJORITY)
    assert gc.isenabled() == before
    assert plan.steps
    assert gc.get_count()[0] < gc.get_threshold()[0]


def test_merging_again_makes_nothing_anew(merging, monkeypatch):
    """What is in gold already is compared before an annotation is made of it."""
    for step in merging.plan(MAJORITY).steps:
        merging.desk.commit(step.article_id, step.edit(merging.desk.layer(step.article_id)))
    made: list[str] = []

    def note() -> str:
        made.append("")
        return f"{len(made):012x}"

    monkeypatch.setattr("annotator.adjudication.merging.new_id", note)
    again = merging.plan(MAJORITY)
    assert not again.steps
    assert not made
