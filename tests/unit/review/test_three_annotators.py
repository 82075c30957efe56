"""The faults of a gold that could not be finished, on three annotators of whom one is apart."""

from dataclasses import replace

import pytest

from annotator import edits
from annotator.adjudication.decisions import Verdict
from annotator.adjudication.refusals import Reason, RefusedError
from annotator.adjudication.rules import MergeRule, Over, Rule
from annotator.adjudication.states import State
from annotator.errors import EditError
from annotator.model import Annotation, Span, Status
from annotator.review.rows import RowFilter
from tests.helpers.leading import Lead, three

MAJORITY = MergeRule(Rule.MAJORITY)
PUTIN, RUSSIA, ARMENIA, TREATY, PESKOV = 9, 18, 24, 39, 70


def test_every_row_says_how_far_it_is_who_made_what_and_how_they_differ():
    lead = three()
    assert [(r.span.start, r.state, r.difference, r.cause) for r in lead.case.rows] == [
        (PUTIN, State.OPEN, "values", ""),
        (RUSSIA, State.AGREED, "exact", ""),
        (ARMENIA, State.OPEN, "boundary", "clitic"),
        (TREATY, State.OPEN, "missing", ""),
        (PESKOV, State.OPEN, "missing", ""),
    ]
    row = lead.row(ARMENIA)
    assert row.annotators == ("amal", "badr", "huda")
    assert {name: made.start for name, made in row.made.items()} == {
        "amal": 25,
        "badr": 24,
        "huda": 24,
    }
    tally = lead.case.tally
    assert (tally.clusters, tally.open_spans, tally.agreed, tally.waiting) == (5, 4, 1, 1)
    assert tally.open == 5


def test_a_late_annotator_who_marked_nothing_takes_nothing_out_of_gold():
    lead = three()
    amal = lead.layers.pop("amal")
    lead.merge()
    before = lead.marks
    assert len(before) == 5
    lead.layers["amal"] = replace(amal, annotations={})
    assert lead.case.tally.changed == 0
    step = lead.merge()
    assert lead.marks == before
    assert {one.effect for one in step.changes} == {"reopens"}
    assert lead.case.tally.changed == 5
    assert lead.merge().edit is None
    assert len(lead.done) == 2


def test_a_single_decision_merges_nothing_else():
    lead = three()
    lead.take(lead.case.take_as(lead.row(ARMENIA), "amal", **lead.said))
    assert lead.marks == [(25, 32, "actor")]


def test_who_is_left_out_has_no_vote_and_reopens_nothing():
    lead = three(MAJORITY)
    lead.take(lead.case.take_as(lead.row(ARMENIA), "amal", **lead.said))
    lead.merge()
    before = lead.marks
    lead.left_out = frozenset(["amal"])
    assert lead.case.finished == ("badr", "huda")
    assert lead.case.tally.changed == 0
    lead.merge()
    assert lead.marks == before


def test_a_decision_whose_annotations_changed_is_asked_again_and_never_vanishes():
    lead = three()
    lead.take(lead.case.take_as(lead.row(ARMENIA), "amal", **lead.said))
    amal = lead.layers["amal"]
    made = amal["amal2amal2amal2"]
    lead.layers["amal"] = amal.replaced(made, replace(made, span=Span(24, 32)))
    row = lead.row(ARMENIA)
    assert row.state == State.CHANGED  # all three agree by now, and gold has something else
    assert row.before["amal"].start == 25
    assert row.made["amal"].start == 24
    lead.merge()
    assert (25, 32, "actor") in lead.marks
    assert lead.row(ARMENIA).state == State.CHANGED
    kept = lead.take(lead.case.keep(lead.row(ARMENIA), **lead.said))
    assert kept.edit is None
    assert lead.row(ARMENIA).state == State.DECIDED
    assert (25, 32, "actor") in lead.marks


def test_a_decided_cluster_that_everybody_took_away_is_still_a_row():
    lead = three()
    lead.take(lead.case.take_as(lead.row(TREATY), "badr", **lead.said))
    for name in ("badr", "huda"):
        layer = lead.layers[name]
        lead.layers[name] = layer.removed(layer[f"{name}4{name}4{name}4"])
    row = lead.row(TREATY)
    assert (row.state, row.cluster, len(row.gold)) == (State.CHANGED, None, 1)
    lead.take(lead.case.keep(row, **lead.said))
    assert lead.row(TREATY).state == State.DECIDED


def test_who_withdraws_what_was_refused_asks_nothing():
    lead = three()
    lead.take(lead.case.take_none(lead.row(TREATY), **lead.said))
    layer = lead.layers["badr"]
    lead.layers["badr"] = layer.removed(layer["badr4badr4badr4"])
    assert lead.row(TREATY).state == State.DECIDED


@pytest.mark.parametrize("over", list(Over))
def test_two_of_three_alike_are_a_majority(over):
    lead = three(MergeRule(Rule.MAJORITY, over=over))
    lead.merge()
    assert lead.marks == [
        (9, 14, "actor"),
        (18, 23, "actor"),
        (24, 32, "actor"),
        (39, 51, "agreement"),
        (70, 76, "actor"),
    ]


def test_as_an_annotator_who_made_nothing_takes_nothing():
    lead = three()
    lead.take(lead.case.take_as(lead.row(PESKOV), "amal", **lead.said))
    [decision] = lead.review.decisions
    assert (decision.verdict, lead.marks) == (Verdict.REJECTED, [])
    assert lead.row(PESKOV).state == State.DECIDED


def test_nobody_without_a_vote_is_taken_at_their_word():
    lead = three()
    with pytest.raises(EditError, match="salma"):
        lead.case.take_as(lead.row(PESKOV), "salma", **lead.said)


def test_tied_values_are_open_until_somebody_decides_and_then_stand_in_gold():
    lead = three()
    lead.merge()
    row = lead.row(PUTIN)
    assert (row.state, row.mark_state) == (State.OPEN, State.MERGED)
    assert [vote.name for vote in row.open_values] == ["canonical"]
    assert lead.case.tally.open_values == 1
    assert row.gold[0].attributes == {}
    with pytest.raises(EditError, match="value"):
        lead.case.take_majority(row, **lead.said)
    lead.take(lead.case.choose_value(row, "canonical", "بوتين", **lead.said))
    row = lead.row(PUTIN)
    assert (row.state, row.open_values) == (State.DECIDED, ())
    assert row.gold[0].attribute("canonical") == "بوتين"
    lead.take(lead.case.choose_value(row, "canonical", "", **lead.said))
    row = lead.row(PUTIN)
    assert (row.state, row.gold[0].attributes) == (State.DECIDED, {})
    lead.merge(MAJORITY)
    assert lead.row(PUTIN).gold[0].attributes == {}


def test_as_an_annotator_settles_disputed_values_as_they_gave_them():
    lead = three()
    lead.take(lead.case.take_as(lead.row(PUTIN), "huda", **lead.said))
    assert lead.row(PUTIN).gold[0].attribute("canonical") == "الرئيس بوتين"
    assert lead.row(PUTIN).state == State.DECIDED


def test_an_agreed_error_is_overruled():
    lead = three()
    lead.merge()
    lead.take(lead.case.take_none(lead.row(RUSSIA), **lead.said))
    assert (18, 23, "actor") not in lead.marks
    assert lead.merge().edit is None


def test_what_all_missed_is_added_and_stays():
    lead = three()
    missed = Annotation("0123456789ab", Span(81, 86), "actor")
    lead.edit(edits.add(missed, lead.gold))
    row = lead.row(81)
    assert (row.state, row.difference) == (State.DECIDED, "gold_only")
    assert row.decision.verdict == Verdict.ADDED
    lead.merge(MAJORITY)
    assert missed in lead.gold.annotations.values()
    amal = lead.layers["amal"]
    lead.layers["amal"] = amal.added(Annotation("late", Span(81, 86), "actor"))
    assert lead.row(81).state == State.DECIDED  # who makes the very outcome changes nothing
    lead.take(lead.case.take_none(lead.row(81), **lead.said))
    assert missed not in lead.gold.annotations.values()


def test_gold_is_done_when_nothing_is_open_and_not_before():
    lead = three()
    lead.merge()
    for start in (ARMENIA, TREATY, PESKOV):
        lead.take(lead.case.take_majority(lead.row(start), **lead.said))
        assert lead.gold.status == Status.IN_PROGRESS
    lead.take(lead.case.take_as(lead.row(PUTIN), "amal", **lead.said))
    assert lead.case.tally.open == 0
    assert lead.gold.status == Status.DONE
    while lead.done:
        before, after = lead.done.pop()
        assert lead.gold == after
        lead.gold = before
    assert lead.gold.status == Status.NEW
    assert not lead.gold.annotations
    assert not lead.gold.decisions


def test_the_pair_walk_is_a_filter_of_two():
    rows = three().case.rows
    apart = RowFilter(annotators=frozenset(["badr", "huda"]))
    assert [row.span.start for row in rows if apart.takes(row)] == [PUTIN]
    pair = RowFilter(annotators=frozenset(["amal", "badr"]))
    assert [row.span.start for row in rows if pair.takes(row)] == [PUTIN, ARMENIA, TREATY, PESKOV]


def test_a_filter_asks_for_states_causes_labels_and_differences():
    rows = three().case.rows

    def starts(**wanted):
        return [row.span.start for row in rows if RowFilter(**wanted).takes(row)]

    assert starts(states=frozenset([State.AGREED])) == [RUSSIA]
    assert starts(causes=frozenset(["clitic"])) == [ARMENIA]
    assert starts(labels=frozenset(["agreement"])) == [TREATY]
    assert starts(differences=frozenset(["missing"])) == [TREATY, PESKOV]


def test_a_row_keeps_its_key_when_it_is_decided_and_read_again():
    lead = three()
    keys = [row.key for row in lead.case.rows]
    lead.merge()
    lead.take(lead.case.take_none(lead.row(TREATY), **lead.said))
    lead.take(lead.case.take_edit(lead.row(PESKOV), Span(71, 76), "actor", **lead.said))
    assert [row.key for row in lead.case.rows] == keys


def links() -> Lead:
    """Return a lead with a quote and an actor of three, linked by two of them."""
    lead = Lead()
    for name in "abc":
        lead.make(name, (0, 30, "quote"), (40, 45, "actor"))
    lead.link("a", 0, 1)
    lead.link("c", 0, 1)
    return lead


def test_a_disputed_link_is_settled_and_stays_settled():
    lead = links()
    lead.merge()
    [row] = [one for one in lead.case.rows if one.link is not None]
    assert (row.state, row.made) == (State.OPEN, {"a": True, "b": False, "c": True})
    assert lead.case.tally.open_links == 1
    lead.take(lead.case.settle_link(row, False, **lead.said))
    lead.merge(MAJORITY)
    assert not lead.gold.relations
    row = lead.case.row(row.key)
    assert row.state == State.DECIDED
    lead.link("b", 0, 1)
    assert lead.case.row(row.key).state == State.CHANGED
    lead.merge()
    assert not lead.gold.relations
    lead.take(lead.case.take_as(lead.case.row(row.key), "b", **lead.said))
    assert len(lead.gold.relations) == 1
    lead.take(lead.case.reopen(lead.case.row(row.key)))
    assert lead.case.row(row.key).state == State.AGREED


def test_a_link_of_gold_that_nobody_made_is_a_row():
    lead = links()
    lead.merge()
    [row] = [one for one in lead.case.rows if one.link is not None]
    back = edits.link(replace(row.link.relation, type="other"))
    lead.edit(back)
    other = [one for one in lead.case.rows if one.difference == "gold_only"]
    assert [(one.state, one.is_in_gold) for one in other] == [(State.DECIDED, True)]


def test_a_refused_zone_brings_what_lies_in_it_into_scope():
    lead = Lead()
    lead.make("a", (0, 5, "actor"), zones=((0, 10),))
    lead.make("b", (0, 5, "actor"))
    [row] = lead.case.rows
    assert (row.difference, row.state) == ("zone", State.OPEN)
    lead.take(lead.case.settle_zone(row, False, **lead.said))
    assert [one.state for one in lead.case.rows] == [State.AGREED, State.DECIDED]
    lead.merge()
    assert lead.marks == [(0, 5, "actor")]
    assert lead.case.tally.open == 0


def test_a_refusal_says_its_reason_so_that_a_window_can_say_it_in_its_language():
    lead = three()
    wanted = {
        Reason.NO_VOTE: lambda: lead.case.take_as(lead.row(PESKOV), "salma", **lead.said),
        Reason.NOT_SETTLED: lambda: lead.case.keep(lead.row(PESKOV), **lead.said),
        Reason.NOTHING_IN_GOLD: lambda: lead.case.choose_value(
            lead.row(PUTIN), "canonical", "x", **lead.said
        ),
        Reason.WRONG_KIND: lambda: lead.case.settle_link(lead.row(PESKOV), True, **lead.said),
        Reason.GONE: lambda: lead.case.take_none(
            replace(lead.row(PESKOV), key="span:0:1:actor"), **lead.said
        ),
    }
    for reason, refused in wanted.items():
        with pytest.raises(RefusedError) as told:
            refused()
        assert told.value.reason == reason
    lead.make("amal", (70, 75, "actor"))
    lead.make("badr", (70, 76, "actor"))
    lead.make("huda", (71, 76, "actor"))
    with pytest.raises(RefusedError) as told:  # a majority for the label, none for its edges
        lead.case.take_majority(lead.row(PESKOV), **lead.said)
    assert told.value.reason == Reason.NO_MAJORITY


def test_all_of_what_gold_alone_has_leaves_it_there():
    lead = three()
    lead.edit(edits.add(Annotation("0123456789ab", Span(81, 86), "actor"), lead.gold))
    lead.take(lead.case.take_all(lead.row(81), **lead.said))
    assert lead.marks == [(81, 86, "actor")]


def test_a_link_is_not_answered_by_a_span():
    lead = links()
    lead.merge()
    [row] = [one for one in lead.case.rows if one.link is not None]
    with pytest.raises(RefusedError) as told:
        lead.case.take_edit(row, Span(0, 3), "actor", **lead.said)
    assert told.value.reason == Reason.WRONG_KIND
