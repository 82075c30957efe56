"""Gold is edited as any layer is, and every edit is a decision of the person who made it."""

from dataclasses import replace

import pytest

from annotator import edits
from annotator.adjudication.decisions import Verdict
from annotator.adjudication.rules import MergeRule, Rule
from annotator.adjudication.states import State
from annotator.errors import EditError
from annotator.model import Annotation, Relation, Span, Zone
from annotator.review.rows import RowKind
from tests.helpers.leading import Lead, three

MAJORITY = MergeRule(Rule.MAJORITY)


def last(lead: Lead):
    return max(lead.review.decisions, key=lambda one: one.when)


def merged() -> Lead:
    lead = three(MAJORITY)
    lead.merge()
    return lead


def gold_at(lead: Lead, start: int) -> Annotation:
    return next(one for one in lead.gold if one.start == start)


def test_a_moved_edge_decides_its_cluster_and_no_rule_moves_it_back():
    lead = merged()
    one = gold_at(lead, 70)
    lead.edit(edits.move(one.id, Span(71, 76), lead.gold))
    decision = last(lead)
    assert (decision.verdict, decision.who, decision.why) == (Verdict.EDITED, "lead", "a reason")
    assert lead.row(70).state == State.DECIDED
    assert lead.merge().edit is None
    assert (71, 76, "actor") in lead.marks


def test_an_edge_moved_to_what_somebody_made_accepts_it():
    lead = merged()
    lead.edit(edits.move(gold_at(lead, 24).id, Span(25, 32), lead.gold))
    assert last(lead).verdict == Verdict.ACCEPTED
    assert lead.row(24).state == State.DECIDED


def test_what_is_removed_is_rejected_and_stays_away():
    lead = merged()
    lead.edit(edits.remove(gold_at(lead, 18).id, lead.gold))
    assert last(lead).verdict == Verdict.REJECTED
    assert lead.row(18).state == State.DECIDED
    assert lead.merge().edit is None
    assert (18, 23, "actor") not in lead.marks


def test_adding_what_somebody_made_takes_it():
    lead = three()
    lead.edit(edits.add(Annotation("0123456789ab", Span(39, 51), "agreement"), lead.gold))
    assert last(lead).verdict == Verdict.ACCEPTED
    assert lead.row(39).state == State.DECIDED


def test_a_typed_value_settles_the_attribute_and_taking_it_away_settles_it_too():
    lead = merged()
    one = gold_at(lead, 9)
    lead.edit(edits.set_attribute(one.id, "canonical", "فلاديمير", lead.gold))
    assert last(lead).values == {"canonical": "فلاديمير"}
    assert lead.row(9).state == State.DECIDED
    lead.edit(edits.set_attribute(one.id, "canonical", "", lead.gold))
    assert last(lead).values == {"canonical": ""}
    assert (lead.row(9).state, lead.row(9).open_values) == (State.DECIDED, ())


def test_a_note_is_a_decision_on_its_cluster():
    lead = merged()
    one = gold_at(lead, 18)
    lead.edit(edits.set_note(one.id, "see the guideline", lead.gold))
    assert lead.row(18).state == State.DECIDED
    assert lead.gold[one.id].note == "see the guideline"
    lead.take(lead.case.take_as(lead.row(18), "amal", **lead.said))
    assert lead.gold[one.id].note == "see the guideline"


def test_another_label_is_an_edit_and_a_step_of_its_own_to_undo():
    lead = merged()
    one = gold_at(lead, 39)
    lead.edit(edits.relabel(one.id, "quote", lead.gold))
    assert (39, 51, "quote") in lead.marks
    before, after = lead.done[-1]
    assert after == lead.gold
    assert before.annotations[one.id].label == "agreement"


def linked() -> Lead:
    lead = Lead()
    for name in "abc":
        lead.make(name, (0, 30, "quote"), (40, 45, "actor"))
        lead.link(name, 0, 1)
    lead.merge()
    return lead


def test_a_cut_link_is_refused_and_a_made_one_taken():
    lead = linked()
    [link] = lead.gold.relations
    lead.edit(edits.unlink(link))
    [row] = [one for one in lead.case.rows if one.kind == RowKind.LINK]
    assert (row.state, row.is_in_gold, row.decision.is_taken) == (State.DECIDED, False, False)
    assert lead.merge().edit is None
    lead.edit(edits.link(link))
    assert lead.case.row(row.key).decision.is_taken
    assert lead.gold.relations == {link}


def test_links_stay_with_an_end_that_is_edited_and_go_with_one_that_is_removed():
    lead = linked()
    [link] = lead.gold.relations
    lead.edit(edits.move(link.head, Span(0, 31), lead.gold))
    assert lead.gold.relations == {link}
    lead.take(lead.case.take_as(lead.row(0), "a", **lead.said))
    assert lead.gold.relations == {link}
    lead.take(lead.case.take_none(lead.row(0), **lead.said))
    assert not lead.gold.relations
    assert not [one for one in lead.case.rows if one.kind == RowKind.LINK]


def test_taking_an_end_links_what_the_rule_settles_and_settles_nothing_else():
    lead = Lead()
    for name in "ab":
        end = 30 if name == "a" else 31
        lead.make(name, (0, end, "quote"), (40, 45, "actor"), (50, 55, "date"))
        lead.link(name, 0, 1)
    lead.take(lead.case.take_as(lead.row(40), "a", **lead.said))
    assert not lead.gold.relations
    lead.take(lead.case.take_as(lead.row(0), "a", **lead.said))
    assert len(lead.gold.relations) == 1
    assert lead.marks == [(0, 30, "quote"), (40, 45, "actor")]


def test_a_zone_of_gold_is_a_decision_too():
    lead = three()
    zone = Zone(Span(0, 5), "nav")
    lead.edit(edits.AddZone(zone))
    [row] = [one for one in lead.case.rows if one.kind == RowKind.ZONE]
    assert (row.state, row.difference, row.decision.is_taken) == (
        State.DECIDED,
        "gold_only",
        True,
    )
    lead.merge(MAJORITY)
    assert lead.gold.zones == {zone}
    lead.edit(edits.RemoveZone(zone))
    assert not lead.gold.zones


def test_several_edits_as_one_are_one_step_with_a_decision_each():
    lead = merged()
    both = [gold_at(lead, 18).id, gold_at(lead, 70).id]
    lead.edit(edits.remove_all(both, lead.gold))
    assert [one.verdict for one in lead.review.decisions].count(Verdict.REJECTED) == 2
    before, _ = lead.done[-1]
    assert len(before) == 5


def test_an_edit_that_does_not_fit_is_refused():
    lead = merged()
    gone = replace(gold_at(lead, 18), note="other")
    with pytest.raises(EditError):
        lead.case.edit_gold(edits.RemoveAnnotation(gone), **lead.said)
    with pytest.raises(EditError):
        lead.case.edit_gold(edits.link(Relation("speaker", "x", "y")), **lead.said)


def test_a_decision_of_an_old_project_is_changed_by_what_it_has_not_seen():
    lead = three()
    lead.take(lead.case.take_as(lead.row(24), "amal", **lead.said))
    case = lead.case
    [decision] = case.review.decisions
    old = replace(decision, votes={}, finished=())
    case = replace(case, review=replace(case.review, decisions=(old,)))
    assert [row.state for row in case.rows if row.span.start == 24] == [State.DECIDED]
    amal = lead.layers["amal"]
    made = amal["amal2amal2amal2"]
    moved = amal.replaced(made, replace(made, span=Span(25, 33)))
    layers = (moved, lead.layers["badr"], lead.layers["huda"])
    later = replace(case, layers=layers)
    assert [row.state for row in later.rows if row.span.start == 24] == [State.CHANGED]
