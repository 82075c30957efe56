"""From the annotators' layers to gold: by rule, by decision, never over a decision."""

from dataclasses import replace

import pytest

from annotator import edits
from annotator.adjudication.decisions import Verdict
from annotator.adjudication.rules import MergeRule, Rule
from annotator.adjudication.states import State
from annotator.model import Annotation, Origin, Span, Status, Zone
from tests.unit.adjudication.desk import BY, MAJORITY, Desk
from tests.unit.iaa.random_projects import random_project


class TestMerging:
    def test_what_all_made_alike_goes_into_gold(self):
        desk = Desk([(0, 5, "actor"), (6, 9, "date")], [(0, 5, "actor"), (7, 9, "date")])
        desk.merge()
        assert desk.marks == [(0, 5, "actor")]
        [made] = desk.gold
        assert made.origin == Origin.ADJUDICATED
        assert made.id not in {a.id for one in desk.layers.values() for a in one}
        assert desk.gold.status == Status.IN_PROGRESS
        [decision] = desk.review.decisions
        assert (decision.verdict, decision.why, decision.when) == (
            Verdict.MERGED,
            "unanimous",
            "now",
        )

    def test_nothing_goes_in_on_one_annotator_s_word(self):
        desk = Desk([(0, 5, "actor")])
        assert desk.merge().edit is None
        desk.rule = MAJORITY
        assert desk.merge().edit is None

    @pytest.mark.parametrize(
        ("rule", "votes", "goes_in"),
        [
            (MergeRule(), 4, True),
            (MergeRule(), 3, False),
            (MAJORITY, 3, True),
            (MAJORITY, 2, False),
            (MergeRule(Rule.THRESHOLD, 2), 2, True),
            (MergeRule(Rule.THRESHOLD, 2), 1, False),
            (MergeRule(Rule.THRESHOLD, 1), 1, True),
        ],
    )
    def test_the_rule_decides_how_many_of_four_are_enough(self, rule, votes, goes_in):
        made = [[(0, 5, "actor")]] * votes + [[]] * (4 - votes)
        desk = Desk(*made, rule=rule)
        desk.merge()
        assert bool(desk.marks) == goes_in

    def test_two_of_three_identical_merge_by_majority_and_not_by_unanimity(self):
        made = [(0, 5, "actor")], [(0, 5, "actor")], [(0, 6, "actor")]
        assert Desk(*made).merge().edit is None
        desk = Desk(*made, rule=MAJORITY)
        desk.merge()
        assert desk.marks == [(0, 5, "actor")]

    def test_merging_again_changes_nothing(self):
        desk = Desk([(0, 5, "actor"), (6, 9, "date")], [(0, 5, "actor"), (6, 9, "date")])
        desk.merge()
        before = desk.review
        assert desk.merge().edit is None
        assert desk.review == before

    def test_a_merge_follows_what_annotators_do_later_and_asks_again_before_it_takes_away(self):
        desk = Desk([(0, 5, "actor")], [(0, 5, "actor")])
        desk.merge()
        desk.change("b", (0, 6, "actor"))
        desk.merge()
        assert desk.marks == [(0, 5, "actor")]
        assert desk.row(0).state == State.CHANGED
        desk.change("a", (0, 6, "actor"))
        desk.merge()
        assert desk.marks == [(0, 6, "actor")]
        assert desk.row(0).state == State.MERGED
        desk.change("a")
        desk.change("b")
        assert [row.state for row in desk.case.rows] == [State.CHANGED]
        desk.merge()
        assert desk.marks == []
        assert desk.review.decisions == ()

    def test_what_somebody_took_away_stays_away(self):
        desk = Desk([(0, 5, "actor")], [(0, 5, "actor")])
        desk.merge()
        [made] = desk.gold
        desk.gold = edits.remove(made.id, desk.gold).apply(desk.gold)
        assert desk.merge().edit is None

    def test_what_somebody_changed_stays_changed(self):
        desk = Desk([(0, 5, "actor")], [(0, 5, "actor")])
        desk.merge()
        [made] = desk.gold
        desk.gold = edits.set_attribute(made.id, "canonical", "x", desk.gold).apply(desk.gold)
        desk.change("b")
        assert desk.merge().edit is None
        desk.change("a")
        assert desk.merge().edit is None
        assert desk.marks == [(0, 5, "actor")]

    def test_what_was_in_gold_before_is_neither_doubled_nor_taken_out(self):
        desk = Desk([(0, 5, "actor")], [(0, 5, "actor")])
        desk.gold = desk.gold.added(Annotation("mine", Span(0, 5), "actor"))
        desk.merge()
        assert list(desk.gold.annotations) == ["mine"]
        desk.change("b")
        desk.merge()
        assert list(desk.gold.annotations) == ["mine"]

    def test_a_zone_all_marked_is_a_zone_of_gold_and_stays_away_once_removed(self):
        desk = Desk([], [])
        zone = Zone(Span(3, 9), "credits")
        desk.layers["a"] = replace(desk.layers["a"], zones=frozenset([zone, Zone(Span(20, 30))]))
        desk.layers["b"] = replace(desk.layers["b"], zones=frozenset([zone]))
        desk.merge()
        assert desk.gold.zones == {zone}
        desk.gold = desk.gold.unzoned(zone)
        assert desk.merge().edit is None


class TestDeciding:
    def test_a_variant_is_taken_as_it_is_with_who_when_and_why(self):
        desk = Desk([(0, 5, "actor")], [(0, 6, "actor")])
        desk.accept(0, 1, why="guideline 2")
        assert desk.marks == [(0, 6, "actor")]
        [decision] = desk.review.decisions
        assert (decision.verdict, decision.who, decision.when, decision.why) == (
            Verdict.ACCEPTED,
            "lead",
            "2026-11-21T10:00:00Z",
            "guideline 2",
        )
        assert decision.seen == desk.at(0).marks

    def test_both_may_be_taken(self):
        desk = Desk([(0, 5, "actor")], [(0, 6, "actor")])
        desk.accept(0, 0, 1)
        assert desk.marks == [(0, 6, "actor"), (0, 5, "actor")]

    def test_none_is_a_decision_that_merging_respects(self):
        desk = Desk([(0, 5, "actor")], [(0, 5, "actor")])
        desk.merge()
        desk.reject(0)
        assert desk.marks == []
        assert desk.merge().edit is None
        assert desk.review.settled(desk.at(0)).verdict == Verdict.REJECTED

    def test_an_edited_span_is_taken_and_merging_respects_it(self):
        desk = Desk([(0, 5, "actor")], [(0, 5, "actor")])
        desk.take(desk.case.take_edit(desk.row(0), Span(1, 5), "agreement", **BY))
        assert desk.marks == [(1, 5, "agreement")]
        assert desk.merge().edit is None

    def test_deciding_again_replaces_the_decision_and_keeps_the_annotation_where_it_is_the_same(
        self,
    ):
        desk = Desk([(0, 5, "actor")], [(0, 6, "actor")])
        desk.accept(0, 0)
        [made] = desk.gold
        desk.gold = edits.set_note(made.id, "seen", desk.gold).apply(desk.gold)
        desk.accept(0, 0, 1)
        assert desk.gold[made.id].note == "seen"
        desk.accept(0, 1)
        assert desk.marks == [(0, 6, "actor")]
        assert len(desk.review.decisions) == 1

    def test_rejecting_takes_out_what_was_in_gold_before(self):
        desk = Desk([(0, 5, "actor")], [(0, 6, "actor")])
        desk.gold = desk.gold.added(Annotation("old", Span(0, 6), "actor"))
        desk.reject(0)
        assert desk.marks == []

    def test_reopening_gives_the_cluster_back_to_the_rule(self):
        desk = Desk([(0, 5, "actor")], [(0, 5, "actor")])
        desk.reject(0)
        desk.reopen(0)
        assert desk.review.decisions == ()
        desk.merge()
        assert desk.marks == [(0, 5, "actor")]

    def test_a_decision_holds_when_annotators_change_and_says_that_they_did(self):
        desk = Desk([(0, 5, "actor")], [(0, 6, "actor")])
        desk.accept(0, 0)
        desk.change("b", (0, 7, "actor"))
        desk.merge()
        assert desk.marks == [(0, 5, "actor")]
        assert desk.row(0).state == State.CHANGED
        desk.change("b", (0, 6, "actor"))
        assert desk.row(0).state == State.DECIDED

    def test_a_decision_outlives_the_annotations_it_was_about(self):
        desk = Desk([(0, 5, "actor")], [(0, 6, "actor")])
        desk.accept(0, 0)
        desk.change("a")
        desk.change("b")
        desk.merge()
        assert desk.marks == [(0, 5, "actor")]
        assert len(desk.review.decisions) == 1

    def test_deciding_again_remembers_all_that_was_ever_seen(self):
        desk = Desk([(0, 5, "actor")], [(0, 6, "actor")])
        desk.accept(0, 0)
        desk.change("b", (0, 7, "actor"))
        desk.accept(0, 1)
        desk.change("a")
        desk.change("b", (0, 6, "actor"))
        assert desk.review.settled(desk.at(0)).verdict == Verdict.ACCEPTED

    @pytest.mark.parametrize("seed", range(6000, 6025))
    def test_no_merge_ever_touches_a_decision(self, seed):
        items, _ = random_project(seed)
        later, _ = random_project(seed + 300)
        rule = [MergeRule(), MAJORITY, MergeRule(Rule.THRESHOLD, 1)][seed % 3]
        for item, other in zip(items, later, strict=False):
            desk = Desk(rule=rule)
            desk.layers = {n: replace(one, zones=frozenset()) for n, one in item.layers.items()}
            desk.merge()
            for n, one in enumerate(desk.clusters):
                if n % 3 == 0:
                    row = desk.case.row_of(one)
                    desk.take(desk.case.take_variants(row, one.variants[: n % 2], **BY))
            decided = {
                d: [desk.gold[o.id] for o in d.outcomes]
                for d in desk.review.decisions
                if not d.is_by_rule
            }
            desk.layers = {n: replace(one, zones=frozenset()) for n, one in other.layers.items()}
            desk.merge()
            for decision, made in decided.items():
                assert decision in desk.review.decisions
                assert [desk.gold[one.id] for one in decision.outcomes] == made
            assert desk.merge().edit is None


def test_progress_counts_what_people_what_rules_and_what_nobody_settled():
    desk = Desk(
        [(0, 5, "actor"), (6, 9, "date"), (20, 25, "date")],
        [(0, 5, "actor"), (6, 10, "date"), (21, 25, "date")],
    )
    desk.merge()
    desk.accept(6, 0)
    found = desk.case.tally
    assert (found.clusters, found.decided, found.merged, found.open) == (3, 1, 1, 1)
