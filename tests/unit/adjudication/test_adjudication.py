"""From the annotators' layers to gold: by rule, by decision, never over a decision."""

from dataclasses import replace

import pytest

from annotator import edits
from annotator.adjudication.ballots import vote_attributes
from annotator.adjudication.decisions import Review, Verdict
from annotator.adjudication.rules import UNANIMOUS, MergeRule, Rule
from annotator.adjudication.states import State
from annotator.model import Annotation, Layer, Origin, Relation, Span, Status, Zone
from annotator.review.case import Case
from tests.unit.iaa.build import LABELS, layer
from tests.unit.iaa.random_projects import random_project

MAJORITY = MergeRule(Rule.MAJORITY)
BY = {"who": "lead", "when": "2026-11-21T10:00:00Z"}


class Desk:
    """An article's layers, gold and review, as the window would hold them."""

    def __init__(self, *made, rule=UNANIMOUS) -> None:
        self.layers = {name: layer(name, spans) for name, spans in zip("abcde", made, strict=False)}
        self.gold = Layer("gold", "000000000001")
        self.review = Review()
        self.rule = rule

    @property
    def case(self):
        layers = tuple(one for one in self.layers.values() if one.status == Status.DONE)
        return Case(layers, LABELS, self.gold, self.review, self.rule)

    @property
    def clusters(self):
        return self.case.clusters

    def row(self, start):
        return next(one for one in self.case.rows if one.span.start == start)

    def at(self, start):
        return self.row(start).cluster

    def take(self, step):
        """Apply a step after proving that it can be undone."""
        if step.edit is not None:
            assert step.edit.revert(step.edit.apply(self.gold)) == self.gold
        self.gold, self.review = step.apply(self.gold), step.review
        return step

    def merge(self):
        return self.take(self.case.merged("now"))

    def accept(self, start, *numbers, why=""):
        row = self.row(start)
        variants = [row.cluster.variants[n] for n in numbers]
        return self.take(self.case.take_variants(row, variants, why=why, **BY))

    def reject(self, start):
        return self.take(self.case.take_none(self.row(start), **BY))

    def reopen(self, start):
        return self.take(self.case.reopen(self.row(start), **BY))

    def change(self, name, *spans):
        self.layers[name] = layer(name, spans)

    @property
    def marks(self):
        return [(one.start, one.end, one.label) for one in self.gold]


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


class TestVotes:
    def given(self, *canonical):
        """Return a desk on which annotators gave one actor these canonical names."""
        desk = Desk(*[[(0, 5, "actor")]] * len(canonical))
        for name, value in zip("abcde", canonical, strict=False):
            one = desk.layers[name]
            [made] = one
            desk.layers[name] = one.replaced(made, made.with_attribute("canonical", value))
        desk.merge()
        return desk

    @pytest.mark.parametrize(
        ("given", "chosen", "disputed"),
        [
            (("x", "x", "y"), "", True),
            (("x", "x", ""), "x", False),
            (("x", "y", ""), "", True),
            (("", "", ""), "", False),
        ],
    )
    def test_an_attribute_is_what_all_who_gave_one_gave(self, given, chosen, disputed):
        desk = self.given(*given)
        [made] = desk.gold
        assert made.attribute("canonical") == chosen
        votes = vote_attributes(desk.at(0), "actor")
        assert [vote.is_disputed for vote in votes] == ([disputed] if any(given) else [])

    def test_a_dispute_names_who_gave_what(self):
        [vote] = vote_attributes(self.given("x", "y", "x").at(0), "actor")
        assert vote.votes == {"x": ("a", "c"), "y": ("b",)}

    def test_only_annotations_with_the_label_taken_have_a_vote_on_its_attributes(self):
        desk = Desk([(0, 5, "actor")], [(0, 5, "agreement")])
        for name, value in (("a", "x"), ("b", "y")):
            [made] = desk.layers[name]
            given = made.with_attribute("canonical", value)
            desk.layers[name] = desk.layers[name].replaced(made, given)
        desk.accept(0, 0)
        [made] = desk.gold
        assert (made.label, made.attribute("canonical")) == ("actor", "x")

    def linked(self, *who):
        """Return a desk of three annotators with a quote and an actor each, linked by some of them."""
        desk = Desk(*[[(0, 30, "quote"), (40, 45, "actor")]] * 3)
        for name in who:
            one = desk.layers[name]
            quote, actor = one
            desk.layers[name] = one.linked(Relation("speaker", quote.id, actor.id))
        return desk

    def test_a_link_that_all_made_links_what_stands_for_its_ends(self):
        desk = self.linked("a", "b", "c")
        desk.merge()
        quote, actor = desk.gold
        assert desk.gold.relations == {Relation("speaker", quote.id, actor.id)}

    def test_a_link_that_some_made_is_a_dispute_with_names(self):
        desk = self.linked("a", "c")
        desk.merge()
        assert desk.gold.relations == frozenset()
        [vote] = desk.case.link_votes
        assert (vote.votes, vote.voters, vote.is_disputed) == (("a", "c"), ("a", "b", "c"), True)
        desk.rule = MAJORITY
        desk.merge()
        assert desk.gold.relations == {vote.relation}

    def test_a_link_that_was_taken_away_stays_away(self):
        desk = self.linked("a", "b", "c")
        desk.merge()
        [link] = desk.gold.relations
        desk.gold = desk.gold.unlinked(link)
        assert desk.merge().edit is None

    def test_links_follow_a_decided_end(self):
        desk = self.linked("a", "b", "c")
        one = desk.layers["b"]
        quote, _ = one
        desk.layers["b"] = one.replaced(quote, replace(quote, span=Span(0, 31)))
        desk.merge()
        assert desk.gold.relations == frozenset()
        desk.accept(0, 0)
        desk.merge()
        assert len(desk.gold.relations) == 1


def test_of_several_outcomes_each_stands_for_its_own_variant():
    desk = Desk(*[[(0, 30, "quote"), (40, 45, "actor")]] * 2)
    desk.change("b", (0, 20, "quote"), (40, 45, "actor"))
    for name in "ab":
        quote, actor = desk.layers[name]
        desk.layers[name] = desk.layers[name].linked(Relation("speaker", quote.id, actor.id))
    desk.merge()
    desk.accept(0, 0, 1)
    votes = desk.case.link_votes
    assert {desk.gold[vote.relation.head].end: vote.votes for vote in votes} == {
        30: ("a",),
        20: ("b",),
    }


def test_progress_counts_what_people_what_rules_and_what_nobody_settled():
    desk = Desk(
        [(0, 5, "actor"), (6, 9, "date"), (20, 25, "date")],
        [(0, 5, "actor"), (6, 10, "date"), (21, 25, "date")],
    )
    desk.merge()
    desk.accept(6, 0)
    found = desk.case.tally
    assert (found.clusters, found.decided, found.merged, found.open) == (3, 1, 1, 1)
