"""A person's decision holds through any sequence of merges and annotators' edits until a person changes it."""

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from annotator import edits
from annotator.adjudication.decisions import Decision, mark_of
from annotator.adjudication.rules import MergeRule, Over, Rule
from annotator.errors import EditError
from annotator.model import Annotation, Relation, Span, Status, Zone
from annotator.review.rows import RowKind
from tests.helpers.leading import Lead

NAMES = "abc"
SPANS = [(0, 5), (0, 6), (2, 6), (4, 9), (10, 14), (10, 15), (20, 24)]
MARKS = st.tuples(st.sampled_from(SPANS), st.sampled_from(["actor", "quote"]))
VALUES = st.dictionaries(st.just("canonical"), st.sampled_from(["x", "y"]), max_size=1)
WHO = st.sampled_from(NAMES)
ZONE = Zone(Span(10, 30))
RULES = st.builds(
    MergeRule, st.sampled_from(list(Rule)), st.integers(1, 3), st.sampled_from(list(Over)), WHO
)


class Deciding(RuleBasedStateMachine):
    """Annotators work, rules merge, a lead decides; what the lead decided is remembered outside of the program."""

    def __init__(self) -> None:
        super().__init__()
        self.lead = Lead()
        self.number = 0
        self.decided: list[Decision] = []

    @initialize(work=st.lists(st.tuples(WHO, MARKS, VALUES), min_size=3, max_size=10))
    def begin(self, work):
        for name in NAMES:
            self.lead.make(name)
        for name, mark, values in work:
            self.add(name, mark, values)

    # -- annotators

    @rule(name=WHO, mark=MARKS, values=VALUES)
    def add(self, name, mark, values):
        (start, end), label = mark
        layer = self.lead.layers[name]
        if not any(one.span == Span(start, end) and one.label == label for one in layer):
            self.number += 1
            made = Annotation(f"{name}{self.number:04}", Span(start, end), label, values)
            self.lead.layers[name] = layer.added(made)

    @rule(name=WHO, pick=st.integers(0, 20))
    def remove(self, name, pick):
        layer = self.lead.layers[name]
        if len(layer):
            one = layer.in_order[pick % len(layer)]
            self.lead.layers[name] = edits.remove(one.id, layer).apply(layer)

    @rule(name=WHO, pick=st.integers(0, 20), mark=MARKS, values=VALUES)
    def change(self, name, pick, mark, values):
        layer = self.lead.layers[name]
        if len(layer):
            one = layer.in_order[pick % len(layer)]
            (start, end), label = mark
            new = replace(one, span=Span(start, end), label=label, attributes=values)
            self.lead.layers[name] = layer.replaced(one, new)

    @rule(name=WHO, head=st.integers(0, 20), dependent=st.integers(0, 20))
    def link(self, name, head, dependent):
        layer = self.lead.layers[name]
        if len(layer) > 1:
            ends = [layer.in_order[n % len(layer)].id for n in (head, dependent)]
            link = Relation("speaker", *ends)
            if ends[0] != ends[1]:
                change = layer.unlinked if link in layer.relations else layer.linked
                self.lead.layers[name] = change(link)

    @rule(name=WHO)
    def zone(self, name):
        layer = self.lead.layers[name]
        self.lead.layers[name] = layer.unzoned(ZONE) if ZONE in layer.zones else layer.zoned(ZONE)

    @rule(name=WHO)
    def finish_or_go_on(self, name):
        layer = self.lead.layers[name]
        is_done = layer.status == Status.DONE
        status = Status.IN_PROGRESS if is_done else Status.DONE
        self.lead.layers[name] = layer.with_status(status)

    # -- rules

    @rule(by=RULES)
    def merge(self, by):
        self.lead.merge(by)
        again = self.lead.case.merged("again", by)
        assert again.edit is None
        assert again.review.says_the_same(self.lead.review)

    # -- the lead

    @rule(
        pick=st.integers(0, 20),
        way=st.sampled_from(["as", "majority", "all", "none", "edit", "keep", "value", "reopen"]),
        name=WHO,
        mark=MARKS,
        value=st.sampled_from(["", "x", "z"]),
    )
    def decide(self, pick, way, name, mark, value):
        case = self.lead.case
        if not case.rows:
            return
        row = case.rows[pick % len(case.rows)]
        own = {one.when for one in decisions(case, row)}
        others = [one for one in self.decided if one.when not in own]
        try:
            step = self.step(case, row, way, name, mark, value)
        except EditError:
            return
        self.lead.take(step)
        self.hold(others)
        self.remember()

    def step(self, case, row, way, name, mark, value):
        said, ((start, end), label) = self.lead.said, mark
        if way == "as":
            return case.take_as(row, name, **said)
        if way == "edit" and row.kind == RowKind.SPAN:
            return case.take_edit(row, Span(start, end), label, **said)
        if way == "value" and row.kind == RowKind.SPAN:
            return case.choose_value(row, "canonical", value, **said)
        plain = {
            "majority": case.take_majority,
            "all": case.take_all,
            "none": case.take_none,
            "keep": case.keep,
            "reopen": case.reopen,
        }
        return plain.get(way, case.take_all)(row, **said)

    @rule(pick=st.integers(0, 20), mark=MARKS, values=VALUES, way=st.integers(0, 3))
    def edit_gold(self, pick, mark, values, way):
        gold, ((start, end), label) = self.lead.gold, mark
        one = gold.in_order[pick % len(gold)] if len(gold) else None
        self.number += 1
        if one is None or way == 0:
            made = Annotation(f"g{self.number:04}", Span(start, end), label, values)
            edit = edits.add(made, gold)
        elif way == 1:
            edit = edits.remove(one.id, gold)
        elif way == 2:
            edit = edits.move(one.id, Span(start, end), gold)
        else:
            edit = edits.set_attribute(one.id, "canonical", values.get("canonical", ""), gold)
        wanted = edit.apply(gold)
        self.lead.edit(edit)
        assert self.lead.gold.annotations == wanted.annotations
        self.remember()

    # -- what holds

    def remember(self) -> None:
        """Remember what is decided by now, as the lead would."""
        review = self.lead.review
        self.decided = [one for one in review.decisions if not one.is_by_rule]
        self.links = {k: d.is_taken for k, d in review.links.items() if not d.is_by_rule}
        self.zones = {k: d.is_taken for k, d in review.zoned.items() if not d.is_by_rule}
        self.stands = {
            one.id: self.lead.gold[one.id]
            for decision in self.decided
            for one in decision.outcomes
            if one.id in self.lead.gold
        }

    def hold(self, decided: list[Decision]) -> None:
        known = {(one.who, one.when, one.verdict) for one in self.lead.review.decisions}
        for decision in decided:
            assert (decision.who, decision.when, decision.verdict) in known
            for one in decision.outcomes:
                was = self.stands[one.id]
                now = self.lead.gold[one.id]
                assert mark_of(now) == mark_of(was)
                for name in was.attributes.keys() | decision.values.keys():
                    assert now.attribute(name) == was.attribute(name)

    @invariant()
    def what_a_person_decided_stands(self):
        if not hasattr(self, "links"):
            return
        self.hold(self.decided)
        by_people = {one for d in self.decided for one in d.seen} - {
            mark_of(one) for d in self.decided for one in d.outcomes
        }
        rejected = {mark for d in self.decided if d.verdict == "rejected" for mark in d.seen}
        added = {mark_of(one) for one in self.lead.gold}
        stands = {mark_of(one) for one in self.stands.values()}
        assert (rejected & by_people & added) <= stands
        for link, is_taken in self.links.items():
            assert (link in self.lead.gold.relations) == is_taken
        for zone, is_taken in self.zones.items():
            assert (zone in self.lead.gold.zones) == is_taken

    @invariant()
    def what_waits_for_a_merge_is_what_a_merge_settles(self):
        if not hasattr(self, "links"):
            return
        for name in Rule:
            for trusted in (*NAMES, "nobody"):
                case = replace(self.lead.case, rule=MergeRule(name, 3, trusted=trusted))
                step = case.merged("2026-11-28T00:00:00Z")
                after = case.after(step).tally
                assert after.waiting == 0
                if case.tally.waiting:
                    assert step.edit is not None or not step.review.says_the_same(case.review)
                assert case.tally.waiting <= case.tally.agreed

    @invariant()
    def the_tally_and_the_rows_say_the_same(self):
        case = self.lead.case
        tally, rows = case.tally, case.rows
        spans = [row for row in rows if row.kind == RowKind.SPAN]
        assert tally.clusters == len(spans)
        states = [str(row.mark_state) for row in rows]
        assert tally.changed == states.count("changed")
        assert tally.agreed == states.count("agreed")
        assert (tally.open == 0) == (not any(row.is_open for row in rows))
        assert len({row.key for row in rows}) == len(rows)
        standing = [one.id for row in spans for one in row.gold]
        assert sorted(standing) == sorted(self.lead.gold.annotations)


def decisions(case, row) -> tuple[Decision, ...]:
    return case.question(row).decisions if row.kind == RowKind.SPAN else ()


TestDecisionsHold = Deciding.TestCase
TestDecisionsHold.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
