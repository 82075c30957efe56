"""Rows made of an article's questions, links and zones, in reading order."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from annotator.adjudication.ballots import (
    AttributeVote,
    RelationVote,
    ZoneVote,
    vote_attributes,
)
from annotator.adjudication.clusters import Cluster
from annotator.adjudication.questions import Question
from annotator.adjudication.states import (
    State,
    Tally,
    disputed_values,
    mark_state,
    open_values,
    presence_state,
)
from annotator.iaa.alignment.causes import boundary_cause
from annotator.review.rows import Differs, Row, RowKind

if TYPE_CHECKING:
    from annotator.review.case import Case

SETTLED = (State.MERGED, State.DECIDED)


def rows_of(case: "Case") -> tuple[Row, ...]:
    """Return an article's rows, by place; spans before links before zones where they begin together."""
    finished = case.finished
    made = [_span_row(case, question, finished) for question in case.questions]
    made += [_link_row(case, vote) for vote in case.link_votes]
    made += [_zone_row(case, vote) for vote in case.zone_votes]
    return tuple(sorted(made, key=_by_place))


def tally_of(case: "Case") -> Tally:
    """Count an article's questions by how far they are."""
    states = [mark_state(one, case.present, case.left_out) for one in case.questions]
    values = sum(
        len(open_values(one, disputed_values(one)))
        for one, state in zip(case.questions, states, strict=True)
        if state in SETTLED
    )
    links = [link_state(case, vote) for vote in case.link_votes]
    zones = [zone_state(case, vote) for vote in case.zone_votes]
    everything = [*states, *links, *zones]
    return Tally(
        len(states),
        states.count(State.DECIDED),
        states.count(State.MERGED),
        everything.count(State.AGREED),
        everything.count(State.CHANGED),
        states.count(State.OPEN),
        values,
        links.count(State.OPEN),
        zones.count(State.OPEN),
        _mergeable(case, states, links, zones),
    )


def _mergeable(
    case: "Case", states: Iterable[State], links: Iterable[State], zones: Iterable[State]
) -> int:
    """Count what all made alike and the case's rule settles."""
    rule = case.rule
    settled: list[object] = [
        rule.settle(one.cluster)
        for one, state in zip(case.questions, states, strict=True)
        if state == State.AGREED and one.cluster is not None
    ]
    for votes, found in ((case.link_votes, links), (case.zone_votes, zones)):
        settled += [
            rule.settle_presence(vote.votes, vote.voters)
            for vote, state in zip(votes, found, strict=True)
            if state == State.AGREED
        ]
    return sum(one is not None for one in settled)


def link_state(case: "Case", vote: RelationVote) -> State:
    return presence_state(
        case.review.links.get(vote.relation),
        vote.votes,
        vote.voters,
        in_gold=vote.relation in case.gold.relations,
        was_placed=vote.relation in case.review.relations,
        left_out=case.left_out,
    )


def zone_state(case: "Case", vote: ZoneVote) -> State:
    return presence_state(
        case.review.zoned.get(vote.zone),
        vote.votes,
        vote.voters,
        in_gold=vote.zone in case.gold.zones,
        was_placed=vote.zone in case.review.zones,
        left_out=case.left_out,
    )


def key_of(question: Question) -> str:
    """Return what names a question as long as its annotators' work stays as it is."""
    marks = question.marks or frozenset(mark for one in question.decisions for mark in one.seen)
    if marks:
        start, end, label = min(marks)
        return f"span:{start}:{end}:{label}"
    known = [*question.gold, *(one for d in question.decisions for one in d.outcomes)]
    return f"gold:{known[0].id}"


def link_key(vote: RelationVote) -> str:
    link = vote.relation
    return f"link:{link.type}:{link.head}:{link.dependent}"


def zone_key(vote: ZoneVote) -> str:
    return f"zone:{vote.zone.span.start}:{vote.zone.span.end}:{vote.zone.kind}"


def votes_on(row: Row, label: str) -> tuple[AttributeVote, ...]:
    """Return the votes on the attributes of a label, of those who gave a row's span that label."""
    return vote_attributes(row.cluster, label) if row.cluster else ()


def has_vote(row: Row, label: str, name: str) -> bool:
    return any(vote.name == name for vote in votes_on(row, label))


def _span_row(case: "Case", question: Question, finished: tuple[str, ...]) -> Row:
    state = mark_state(question, case.present, case.left_out)
    values = disputed_values(question)
    opened = open_values(question, values)
    cluster = question.cluster
    variants = cluster.variants if cluster else ()
    labels = [one.label for one in variants] + [one.label for one in question.gold]
    return Row(
        key_of(question),
        RowKind.SPAN,
        State.OPEN if opened and state in SETTLED else state,
        question.span,
        tuple(dict.fromkeys(labels)),
        str(_difference(cluster, bool(values), case.clusters)),
        _cause(case.text, cluster),
        cluster,
        gold=question.gold,
        decision=question.settled,
        open_values=opened,
        values=values,
        annotators=finished,
        made=dict(question.made),
        mark_state=state,
        is_in_gold=bool(question.gold),
    )


def _link_row(case: "Case", vote: RelationVote) -> Row:
    ends = [case.gold[key] for key in (vote.relation.head, vote.relation.dependent)]
    state = link_state(case, vote)
    return Row(
        link_key(vote),
        RowKind.LINK,
        state,
        ends[0].span,
        tuple(dict.fromkeys(one.label for one in ends)),
        str(Differs.LINK if vote.votes else Differs.GOLD_ONLY),
        link=vote,
        gold=tuple(ends),
        decision=case.review.links.get(vote.relation),
        annotators=vote.voters,
        made=_presence(vote.votes, vote.voters),
        mark_state=state,
        is_in_gold=vote.relation in case.gold.relations,
    )


def _zone_row(case: "Case", vote: ZoneVote) -> Row:
    state = zone_state(case, vote)
    return Row(
        zone_key(vote),
        RowKind.ZONE,
        state,
        vote.zone.span,
        (),
        str(Differs.ZONE if vote.votes else Differs.GOLD_ONLY),
        zone=vote,
        decision=case.review.zoned.get(vote.zone),
        annotators=vote.voters,
        made=_presence(vote.votes, vote.voters),
        mark_state=state,
        is_in_gold=vote.zone in case.gold.zones,
    )


def _presence(votes: Collection[str], voters: Iterable[str]) -> Mapping[str, bool]:
    return {name: name in votes for name in voters}


def _difference(cluster: Cluster | None, has_values: bool, clusters: Sequence[Cluster]) -> Differs:
    if cluster is None:
        return Differs.GOLD_ONLY
    spans = {one.span for one in cluster.variants}
    labels = {one.label for one in cluster.variants}
    if len(spans) > 1:
        return Differs.LABEL_BOUNDARY if len(labels) > 1 else Differs.BOUNDARY
    if len(labels) > 1:
        return Differs.LABEL
    if cluster.missing:
        return Differs.SPLIT if _is_piece(cluster, clusters) else Differs.MISSING
    return Differs.VALUES if has_values else Differs.EXACT


def _is_piece(cluster: Cluster, clusters: Sequence[Cluster]) -> bool:
    """Tell whether somebody without an annotation there has one of this label that overlaps, in another cluster."""
    span, label, missing = cluster.span, cluster.variants[0].label, set(cluster.missing)
    return any(
        one.label == label
        and one.span.overlaps(span)
        and other is not cluster
        and not missing.isdisjoint(one.votes)
        for other in clusters
        for one in other.variants
    )


def _cause(text: str, cluster: Cluster | None) -> str:
    """Return the one cause by which a cluster's spans differ, empty where there is none or several."""
    if cluster is None or not text:
        return ""
    spans = sorted({one.span for one in cluster.variants})
    causes = {boundary_cause(text, a, b) for a, b in combinations(spans, 2)}
    return str(causes.pop() or "") if len(causes) == 1 else ""


def _by_place(row: Row) -> tuple[int, int, int, str]:
    order = (RowKind.SPAN, RowKind.LINK, RowKind.ZONE).index(row.kind)
    return row.span.start, order, -row.span.end, row.key
