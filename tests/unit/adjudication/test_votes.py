"""Votes on what belongs to annotations: values, links and zones."""

from dataclasses import replace

import pytest

from annotator.adjudication.ballots import vote_attributes
from annotator.model import Relation, Span
from tests.unit.adjudication.desk import MAJORITY, Desk


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
