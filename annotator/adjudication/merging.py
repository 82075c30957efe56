"""From the annotators' layers of an article to its gold layer, as edits that can be undone.

A rule settles what annotators agree on; people settle the rest. Merging again follows the annotators' later work, and
never touches what a person decided or changed: neither a decision, nor an annotation of the gold layer that is not as the
rule left it, nor one that was taken away.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from annotator.adjudication.ballots import vote_attributes, vote_relations, vote_zones
from annotator.adjudication.clusters import Cluster, Variant
from annotator.adjudication.decisions import Decision, Review, Verdict
from annotator.adjudication.drafts import Draft, Step
from annotator.adjudication.rules import UNANIMOUS, MergeRule
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

    ``layers`` are the finished layers that ``clusters`` came from. Only clusters whose voters all gave the same span and
    label merge; the others are for people. Merging twice changes nothing the second time.
    """
    draft = Draft(gold, review)
    for cluster in clusters:
        _merge_cluster(draft, cluster, rule, when)
    marks = frozenset[object]().union(*(cluster.marks for cluster in clusters))
    gone = [d for d in draft.review.decisions if d.seen.isdisjoint(marks) and draft.is_as_merged(d)]
    draft.take_back(gone)
    for vote in vote_relations(clusters, layers, draft.gold, draft.review):
        if rule.allows(len(vote.votes), len(vote.voters)):
            draft.link(vote.relation)
    for found in vote_zones(layers):
        if rule.allows(len(found.votes), len(found.voters)):
            draft.zone(found.zone)
    return draft.step()


def accept(
    cluster: Cluster,
    variants: Sequence[Variant],
    gold: Layer,
    review: Review,
    *,
    who: str,
    when: str,
    why: str = "",
) -> Step:
    """Take one or several variants of a cluster as they are.

    Attributes come from the vote of all in the cluster who gave that label. Merge afterwards, so that links follow.
    """
    outcomes = tuple(_adjudicated(cluster, one.span, one.label) for one in variants)
    decision = Decision(Verdict.ACCEPTED, cluster.marks, outcomes, who, when, why)
    return _decide(cluster, decision, gold, review)


def reject(
    cluster: Cluster, gold: Layer, review: Review, *, who: str, when: str, why: str = ""
) -> Step:
    """Take nothing of a cluster."""
    decision = Decision(Verdict.REJECTED, cluster.marks, (), who, when, why)
    return _decide(cluster, decision, gold, review)


def edit(
    cluster: Cluster,
    span: Span,
    label: str,
    gold: Layer,
    review: Review,
    *,
    who: str,
    when: str,
    why: str = "",
) -> Step:
    """Take a cluster with a span and a label that need not be anybody's."""
    outcome = _adjudicated(cluster, span, label)
    decision = Decision(Verdict.EDITED, cluster.marks, (outcome,), who, when, why)
    return _decide(cluster, decision, gold, review)


def reopen(cluster: Cluster, gold: Layer, review: Review) -> Step:
    """Take back whatever was decided about a cluster; the next merge may settle it by rule."""
    draft = Draft(gold, review)
    draft.take_back(review.about(cluster))
    return draft.step()


def _decide(cluster: Cluster, decision: Decision, gold: Layer, review: Review) -> Step:
    draft = Draft(gold, review)
    before = review.about(cluster)
    keep = {(one.start, one.end, one.label) for one in decision.outcomes}
    draft.take_back(before, keep)
    draft.clear(cluster.marks, keep)
    draft.settle(replace(decision, seen=decision.seen.union(*(one.seen for one in before))))
    return draft.step()


def _merge_cluster(draft: Draft, cluster: Cluster, rule: MergeRule, when: str) -> None:
    before = draft.review.about(cluster)
    if not all(map(draft.is_as_merged, before)):
        return
    variant = cluster.variants[0]
    settles = cluster.is_exact and rule.allows(len(variant.votes), len(cluster.finished))
    if settles and before and all(one.seen == cluster.marks for one in before):
        return
    draft.take_back(before)
    if settles:
        outcome = _adjudicated(cluster, variant.span, variant.label)
        draft.settle(Decision(Verdict.MERGED, cluster.marks, (outcome,), when=when, why=str(rule)))


def _adjudicated(cluster: Cluster, span: Span, label: str) -> Annotation:
    votes = vote_attributes(cluster, label)
    attributes = {vote.name: vote.chosen for vote in votes if vote.chosen}
    return Annotation(new_id(), span, label, attributes, origin=Origin.ADJUDICATED)
