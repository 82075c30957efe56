"""From the annotators' layers of an article to its gold layer by a rule, as an edit that can be undone.

A rule settles what annotators agree on; people settle the rest. Merging again follows the annotators' later work, and
never touches what a person decided or changed: neither a decision, nor an annotation of the gold layer that is not as the
rule left it, nor one that was taken away. What a rule no longer settles stays in gold and is asked again.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from annotator.adjudication.ballots import vote_relations, vote_zones
from annotator.adjudication.clusters import Cluster, Mark
from annotator.adjudication.decisions import (
    Decision,
    LinkDecision,
    Review,
    Verdict,
    ZoneDecision,
    mark_of,
    votes_in,
)
from annotator.adjudication.drafts import Draft, Step
from annotator.adjudication.questions import Question, questions
from annotator.adjudication.rules import UNANIMOUS, MergeRule
from annotator.adjudication.states import has_changed, present_in
from annotator.adjudication.values import fill, settle_values
from annotator.model import Annotation, Layer, Origin, Span, new_id


def merge(
    clusters: Sequence[Cluster],
    layers: Collection[Layer],
    gold: Layer,
    review: Review,
    rule: MergeRule = UNANIMOUS,
    *,
    when: str = "",
) -> Step:
    """Settle by ``rule`` every cluster that no person has settled, then links and zones by the votes for them.

    ``layers`` are the finished layers that ``clusters`` came from. Merging twice changes nothing the second time.
    """
    draft = Draft(gold, review)
    merge_zones(draft, layers, rule, when)
    merge_clusters(draft, clusters, layers, rule, when)
    return draft.step()


def merge_clusters(
    draft: Draft,
    clusters: Sequence[Cluster],
    layers: Collection[Layer],
    rule: MergeRule,
    when: str,
    left_out: Collection[str] = frozenset(),
) -> None:
    """Settle clusters by ``rule``, then the links between what stands for them."""
    asked = questions(clusters, draft.gold, draft.review)
    present: frozenset[tuple[str, Mark]] | None = None
    why = str(rule)
    held = {
        end
        for link, one in draft.links.items()
        if not one.is_by_rule
        for end in (link.head, link.dependent)
    }
    settled: list[Question] = []
    for question in asked:
        stands = question.gold
        if not question.is_as_merged:
            if present is None:
                present = present_in(clusters)
            if not has_changed(question, present, left_out):
                _fill(draft, question, rule)
        elif question.cluster is not None:
            stands = _merge(draft, question, question.cluster, rule, (when, why), held)
        elif question.decisions and held.isdisjoint(one.id for one in question.gold):
            draft.take_out(question)
            continue
        settled.append(Question(question.cluster, (), stands) if stands else question)
    merge_links(draft, settled, layers, rule, when)


def merge_links(
    draft: Draft,
    asked: Sequence[Question],
    layers: Collection[Layer],
    rule: MergeRule,
    when: str,
    among: Collection[str] | None = None,
) -> None:
    """Settle links by ``rule``; only those with an end ``among`` these annotations of gold where they are named."""
    votes = {vote.relation: vote for vote in vote_relations(asked, layers)}
    why = str(rule)
    placed = draft.placed_relations
    known = [link for link, one in draft.links.items() if one.is_by_rule and link not in votes]
    for link in known if among is None else ():
        if draft.links[link].is_taken == (link in draft.relations):
            if link in draft.relations:
                draft.cut(link)
            draft.forget_link(link)
    for link, vote in votes.items():
        before = draft.links.get(link)
        if among is not None and link.head not in among and link.dependent not in among:
            continue
        if (before is None and (link in placed or link in draft.relations)) or (
            before is not None
            and (not before.is_by_rule or before.is_taken != (link in draft.relations))
        ):
            continue
        taken = rule.settle_presence(vote.votes, vote.voters)
        if taken is None:
            if before is not None and before.is_taken:
                draft.reopen_link(before)
            elif before is not None:
                draft.forget_link(link)
        elif before is None or (before.is_taken, before.votes, before.reopened) != (
            taken,
            vote.votes,
            False,
        ):
            one = LinkDecision(link, taken, vote.votes, "", when, why, is_by_rule=True)
            draft.decide_link(one)


def merge_zones(draft: Draft, layers: Collection[Layer], rule: MergeRule, when: str) -> None:
    """Settle zones by ``rule``, of all who finished."""
    votes = {vote.zone: vote for vote in vote_zones(layers)}
    placed = draft.placed_zones
    known = [zone for zone, one in draft.zoned.items() if one.is_by_rule and zone not in votes]
    for zone in known:
        if draft.zoned[zone].is_taken == (zone in draft.zones):
            if zone in draft.zones:
                draft.unzone(zone)
            draft.forget_zone(zone)
    for zone, vote in votes.items():
        before = draft.zoned.get(zone)
        if (before is None and (zone in placed or zone in draft.zones)) or (
            before is not None
            and (not before.is_by_rule or before.is_taken != (zone in draft.zones))
        ):
            continue
        taken = rule.settle_presence(vote.votes, vote.voters)
        if taken is None:
            if before is not None and before.is_taken:
                draft.reopen_zone(before)
            elif before is not None:
                draft.forget_zone(zone)
        elif before is None or (before.is_taken, before.votes, before.reopened) != (
            taken,
            vote.votes,
            False,
        ):
            why = str(rule)
            one = ZoneDecision(zone, taken, vote.votes, "", when, why, is_by_rule=True)
            draft.decide_zone(one)


def _merge(
    draft: Draft,
    question: Question,
    cluster: Cluster,
    rule: MergeRule,
    said: tuple[str, str],
    held: Collection[str],
) -> tuple[Annotation, ...]:
    """Settle one cluster that no person has touched, ``said`` when and why; return what stands in gold for it then."""
    before = question.settled if question.decisions else None
    if before is not None and _is_merged_so(question, cluster, before, said[1]):
        return question.gold
    marks = rule.settle(cluster)
    if marks is not None and question.gold and (held or question.by_hand):
        stays = {mark_of(one) for one in question.gold if one.id in held}
        if not stays.union(map(mark_of, question.by_hand)).issubset(marks):
            marks = None  # somebody put it there, or linked it: a rule takes nothing of that away
    if marks is None:
        if before is not None:
            draft.reopen(question, before)
        return question.gold
    wanted: list[tuple[Mark, Mapping[str, str], Annotation | None]] = []
    emptied: dict[str, str] = {}
    lost = False
    for mark in marks:
        old = _standing(question, mark)
        if old is not None and question.by_hand and old in question.by_hand:
            wanted.append((mark_of(old), old.attributes, old))
            continue
        settled = settle_values(question, mark[2], old, rule, {})
        if settled.emptied:
            emptied |= dict.fromkeys(settled.emptied, "")
        lost = lost or bool(settled.lost)
        wanted.append((mark, settled.attributes, None))
    if (
        before is not None
        and (before.values, before.reopened) == (emptied, lost)
        and _is_the_same(question, cluster, before, wanted)
    ):
        return question.gold
    when, why = said
    decision = Decision(
        Verdict.MERGED,
        cluster.marks,
        tuple([hand or _put(mark, values) for mark, values, hand in wanted]),
        when=when,
        why=why,
        votes=votes_in(cluster),
        finished=cluster.finished,
        values=emptied,
        reopened=lost,
    )
    stands = draft.settle(question, decision)
    if lost and before is not None and not before.reopened:
        draft.tell_reopened(question)
    return stands


def _fill(draft: Draft, question: Question, rule: MergeRule) -> None:
    """Give what a person decided the values that nobody has settled and the rule does."""
    decided = question.values
    changed = {
        one.id: one
        for old in question.gold
        if old.id in question.outcomes
        and (values := fill(question, old, rule, decided)) != old.attributes
        for one in (draft.give(old, values),)
    }
    for one in question.decisions:
        outcomes = tuple(
            replace(old, attributes={**old.attributes, **_added(old, changed.get(old.id))})
            for old in one.outcomes
        )
        if outcomes != one.outcomes:
            draft.exchange(one, replace(one, outcomes=outcomes))


def _added(put: Annotation, now: Annotation | None) -> dict[str, str]:
    if now is None:
        return {}
    return {name: value for name, value in now.attributes.items() if name not in put.attributes}


def _standing(question: Question, mark: Mark) -> Annotation | None:
    """Return what stands in gold for a mark: it itself, or the one thing that is to become it."""
    same = [one for one in question.gold if mark_of(one) == mark]
    if same:
        return same[0]
    return question.gold[0] if len(question.gold) == 1 else None


def _put(mark: Mark, values: Mapping[str, str]) -> Annotation:
    start, end, label = mark
    return Annotation(new_id(), Span(start, end), label, values, origin=Origin.ADJUDICATED)


def _is_merged_so(question: Question, cluster: Cluster, before: Decision, why: str) -> bool:
    """Tell whether the rule that ``why`` names has settled just these votes, and gold holds what it put there: it would again."""
    return (
        before.why == why
        and not before.reopened
        and before.finished == cluster.finished
        and len(question.gold) == len(before.outcomes)
        and _saw_the_same(question, cluster, before)
    )


def _is_the_same(
    question: Question,
    cluster: Cluster,
    before: Decision,
    wanted: Sequence[tuple[Mark, Mapping[str, str], Annotation | None]],
) -> bool:
    """Tell whether merging again would only repeat what was merged, by whatever rule.

    ``wanted`` are marks with their values, and what somebody put there by hand, whose values do not matter.
    """
    if not _saw_the_same(question, cluster, before):
        return False
    if len(question.gold) == len(wanted) == 1:
        mark, values, hand = wanted[0]
        one = question.gold[0]
        return mark_of(one) == mark and (hand is not None or one.attributes == values)
    stand = {mark_of(one): one.attributes for one in question.gold}
    return stand.keys() == {mark for mark, _, _ in wanted} and all(
        hand is not None or stand[mark] == values for mark, values, hand in wanted
    )


def _saw_the_same(question: Question, cluster: Cluster, before: Decision) -> bool:
    """Tell whether a question's one decision was taken on the votes there are now."""
    if len(question.decisions) != 1 or before.seen != cluster.marks:
        return False
    now = cluster.annotations
    if before.votes.keys() != now.keys():
        return False
    for name, then in before.votes.items():
        one, place, there = now[name], then.span, now[name].span
        if place.start != there.start or place.end != there.end or then.label != one.label:
            return False
        if then.attributes != one.attributes:
            return False
    return True
