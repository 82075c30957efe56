"""One article as it is decided: its questions as rows, and the step that settles one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from annotator.adjudication import deciding
from annotator.adjudication.ballots import (
    RelationVote,
    ZoneVote,
    makers_of,
    vote_relations,
    vote_zones,
)
from annotator.adjudication.clusters import Cluster, Mark, Variant, cluster
from annotator.adjudication.deciding import Said
from annotator.adjudication.decisions import (
    LinkDecision,
    Review,
    Verdict,
    ZoneDecision,
    mark_of,
)
from annotator.adjudication.drafts import Draft, Step
from annotator.adjudication.merging import merge_clusters, merge_links, merge_zones
from annotator.adjudication.questions import Question, questions
from annotator.adjudication.refusals import Reason, RefusedError
from annotator.adjudication.rules import MergeRule, Over, Rule
from annotator.adjudication.states import Tally, present_in
from annotator.edits import Edit, together
from annotator.model import Annotation, Layer, Span, Zone
from annotator.review import gold_edits, reading
from annotator.review.rows import Row, RowKind

MAJORITY = MergeRule(Rule.MAJORITY, over=Over.LABEL)
"""What "as most have it" means: a variant of more than half, else the label of more than half as it was made most often."""


@dataclass(frozen=True)
class Case:
    """One article under review: the finished layers that count, gold as it is, and the rule that merges.

    Without its ``text`` rows have no causes. Who is ``left_out`` has no vote any more; what they had when something
    was decided does not matter now.
    """

    layers: tuple[Layer, ...]
    labels: tuple[str, ...]
    gold: Layer
    review: Review
    rule: MergeRule
    text: str = ""
    left_out: frozenset[str] = frozenset()

    @cached_property
    def finished(self) -> tuple[str, ...]:
        return tuple(sorted(layer.annotator for layer in self.layers))

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        return self.clusters_without(self.review.refused_zones)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return questions(self.clusters, self.gold, self.review)

    @cached_property
    def present(self) -> frozenset[tuple[str, Mark]]:
        """Who has which mark."""
        return present_in(self.clusters)

    @cached_property
    def link_votes(self) -> tuple[RelationVote, ...]:
        """The votes on every link between annotations of gold that anybody made, gold included."""
        votes = vote_relations(self.questions, self.layers)
        rest = self.gold.relations.difference(vote.relation for vote in votes)
        if not rest:
            return votes
        makers = makers_of(self.questions)
        none = frozenset[str]()
        extra = (
            RelationVote(
                link,
                (),
                tuple(sorted(makers.get(link.head, none) & makers.get(link.dependent, none))),
            )
            for link in sorted(rest)
        )
        return (*votes, *extra)

    @cached_property
    def zone_votes(self) -> tuple[ZoneVote, ...]:
        """The votes on every zone that anybody marked, gold included."""
        votes = vote_zones(self.layers)
        rest = self.gold.zones.difference(vote.zone for vote in votes)
        return (*votes, *(ZoneVote(zone, (), self.finished) for zone in sorted(rest)))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Everything that is to be decided or was, in reading order."""
        return reading.rows_of(self)

    @cached_property
    def tally(self) -> Tally:
        return reading.tally_of(self)

    def row(self, key: str) -> Row | None:
        return next((row for row in self.rows if row.key == key), None)

    def row_of(self, found: Cluster) -> Row:
        """Return the row of one of the case's clusters."""
        return next(row for row in self.rows if row.cluster is found or row.cluster == found)

    def question(self, row: Row) -> Question:
        """Return what a row is about by now. Raises `RefusedError` where it is nothing any more."""
        if row.kind != RowKind.SPAN:
            raise RefusedError(Reason.WRONG_KIND, f"this is a question about a {row.kind}")
        found = self._by_key.get(row.key)
        if found is None:
            raise RefusedError(
                Reason.GONE,
                "this question is gone: somebody's layer or gold has changed. Look again",
            )
        return found

    # -- steps of a person

    def take_as(self, row: Row, annotator: str, *, who: str, when: str, why: str = "") -> Step:
        """Take what one annotator made of it: span and label, and their values where values are disputed.

        An annotator who made nothing there had it that nothing is there. Raises `RefusedError` where they have no vote.
        """
        if annotator not in row.annotators:
            raise RefusedError(
                Reason.NO_VOTE,
                f"{annotator} has no vote here: the article is not finished by them, or they made no end",
            )
        said = {"who": who, "when": when, "why": why}
        made = row.made.get(annotator)
        if row.kind != RowKind.SPAN:
            return self._settle_presence(row, bool(made), **said)
        if not isinstance(made, Annotation):
            return self.take_none(row, **said)
        values = {
            vote.name: made.attributes[vote.name]
            for vote in reading.votes_on(row, made.label)
            if vote.is_disputed and vote.name in made.attributes
        }
        return self._take(row, [mark_of(made)], self._said(who, when, why), values)

    def take_variants(
        self, row: Row, variants: Sequence[Variant], *, who: str, when: str, why: str = ""
    ) -> Step:
        """Take one or several variants as they are; values where the project's rule settles them."""
        return self._take(row, [one.mark for one in variants], self._said(who, when, why))

    def take_majority(self, row: Row, *, who: str, when: str, why: str = "") -> Step:
        """Take what more than half made: variant, else label with its most frequent edges, and values.

        Raises `RefusedError` where there is no such thing; it says what there is.
        """
        said = {"who": who, "when": when, "why": why}
        if row.kind != RowKind.SPAN:
            found = sum(1 for made in row.made.values() if made)
            if 2 * found == len(row.annotators):
                raise RefusedError(
                    Reason.NO_MAJORITY,
                    f"{found} of {len(row.annotators)} made it: that is no majority",
                )
            return self._settle_presence(row, 2 * found > len(row.annotators), **said)
        marks = MAJORITY.settle(row.cluster) if row.cluster else None
        if marks is None and row.gold and row.open_values:
            marks = tuple(mark_of(one) for one in row.gold)
        if marks is None:
            raise RefusedError(
                Reason.NO_MAJORITY,
                "no span and label was made by more than half of those who finished",
            )
        values = {
            vote.name: value
            for _, _, label in marks
            for vote in reading.votes_on(row, label)
            if vote.is_disputed and (value := MAJORITY.settle_value(vote.votes, vote.voters))
        }
        if row.mark_state in reading.SETTLED and row.open_values and not values:
            raise RefusedError(
                Reason.NO_MAJORITY_OF_VALUES,
                "no value was given by more than half of those who gave one",
            )
        return self._take(row, marks, self._said(who, when, why), values)

    def take_all(self, row: Row, *, who: str, when: str, why: str = "") -> Step:
        """Take every variant; of a link or zone, have it."""
        if row.kind != RowKind.SPAN:
            return self._settle_presence(row, True, who=who, when=when, why=why)
        if row.cluster is None:
            marks = [mark_of(one) for one in row.gold]
            return self._take(row, marks, self._said(who, when, why))
        return self.take_variants(row, row.cluster.variants, who=who, when=when, why=why)

    def take_none(self, row: Row, *, who: str, when: str, why: str = "") -> Step:
        if row.kind != RowKind.SPAN:
            return self._settle_presence(row, False, who=who, when=when, why=why)
        return self._take(row, [], self._said(who, when, why))

    def take_edit(
        self,
        row: Row,
        span: Span,
        label: str,
        attributes: Mapping[str, str] | None = None,
        *,
        who: str,
        when: str,
        why: str = "",
    ) -> Step:
        """Take a span and a label that need not be anybody's; with ``attributes``, exactly these values."""
        values = None
        if attributes is not None:
            names = {vote.name for vote in reading.votes_on(row, label)}
            names |= {name for one in row.gold for name in one.attributes}
            values = {name: attributes.get(name, "") for name in names | attributes.keys()}
        mark = (span.start, span.end, label)
        return self._take(row, [mark], self._said(who, when, why), values, Verdict.EDITED)

    def choose_value(
        self, row: Row, name: str, value: str, *, who: str, when: str, why: str = ""
    ) -> Step:
        """Settle one attribute of what gold has; an empty value decides that it has none."""
        question = self.question(row)
        labels = {one.label for one in row.gold if reading.has_vote(row, one.label, name)}
        labels = labels or {one.label for one in row.gold}
        said = self._said(who, when, why)
        draft = self._draft()
        deciding.choose_value(draft, question, name, value, labels, said)
        return draft.step()

    def settle_link(self, row: Row, is_taken: bool, *, who: str, when: str, why: str = "") -> Step:
        """Decide whether a link is one of gold."""
        if row.link is None:
            raise RefusedError(Reason.WRONG_KIND, "this is no question about a link")
        draft = self._draft()
        draft.decide_link(LinkDecision(row.link.relation, is_taken, row.link.votes, who, when, why))
        return draft.step()

    def settle_zone(self, row: Row, is_taken: bool, *, who: str, when: str, why: str = "") -> Step:
        """Decide whether a zone is one of gold; what lies in one that is none is in scope again."""
        if row.zone is None:
            raise RefusedError(Reason.WRONG_KIND, "this is no question about a zone")
        draft = self._draft()
        draft.decide_zone(ZoneDecision(row.zone.zone, is_taken, row.zone.votes, who, when, why))
        return draft.step()

    def keep(self, row: Row, *, who: str, when: str, why: str = "") -> Step:
        """Decide it again as it is in gold, after looking at what annotators have by now."""
        if row.kind != RowKind.SPAN:
            return self._settle_presence(row, row.is_in_gold, who=who, when=when, why=why)
        draft = self._draft()
        deciding.keep(draft, self.question(row), self._said(who, when, why))
        return draft.step()

    def reopen(self, row: Row, *, who: str = "", when: str = "", why: str = "") -> Step:
        """Take back whatever was decided about it; the next merge may settle it by rule."""
        draft = self._draft()
        if row.link is not None:
            if row.is_in_gold and row.decision is not None:
                draft.cut(row.link.relation)
            draft.forget_link(row.link.relation)
        elif row.zone is not None:
            if row.is_in_gold and row.decision is not None:
                draft.unzone(row.zone.zone)
            draft.forget_zone(row.zone.zone)
        else:
            deciding.reopen(draft, self.question(row))
        return draft.step()

    def edit_gold(self, edit: Edit, *, who: str, when: str, why: str = "") -> Step:
        """Return an edit of the gold layer, whatever an annotator may do, as decisions on what it changes."""
        said = self._said(who, when, why)
        draft, touched = gold_edits.drafted(self, edit, said)
        return self._followed(draft, when, touched)

    # -- steps of a rule

    def merged(self, when: str, rule: MergeRule | None = None) -> Step:
        """Settle by a rule, the project's own where none is named, what no person has settled."""
        rule = rule or self.rule
        draft = self._draft()
        merge_zones(draft, self.layers, rule, when)
        refused = frozenset(zone for zone, one in draft.zoned.items() if not one.is_taken)
        same = refused == self.review.refused_zones
        clusters = self.clusters if same else self.clusters_without(refused)
        merge_clusters(draft, clusters, self.layers, rule, when, self.left_out)
        return draft.step()

    # -- what comes after

    def after(self, step: Step) -> "Case":
        return self.with_gold(step.apply(self.gold), step.review)

    def with_gold(self, gold: Layer, review: Review) -> "Case":
        """Return the same article with another gold; its clusters are what they were, where no zone was decided."""
        case = replace(self, gold=gold, review=review)
        if review.refused_zones == self.review.refused_zones:
            case.__dict__["clusters"] = self.clusters
            case.__dict__["present"] = self.present
        return case

    def clusters_without(self, refused: frozenset[Zone]) -> tuple[Cluster, ...]:
        """Return the clusters of what lies in no zone, but for zones that were ``refused``."""
        layers = self.layers
        if refused:
            layers = tuple(replace(one, zones=one.zones - refused) for one in layers)
        return cluster(layers, self.labels)

    # -- inside

    @cached_property
    def _by_key(self) -> Mapping[str, Question]:
        return {reading.key_of(one): one for one in reversed(self.questions)}

    def _said(self, who: str, when: str, why: str) -> Said:
        return Said(who, when, why, self.finished)

    def _draft(self) -> Draft:
        return Draft(self.gold, self.review)

    def _take(
        self,
        row: Row,
        marks: Sequence[Mark],
        said: Said,
        values: Mapping[str, str] | None = None,
        verdict: Verdict | None = None,
    ) -> Step:
        question = self.question(row)
        if verdict is not None and (question.cluster is None or question.marks.issuperset(marks)):
            verdict = None  # no edit of anybody's work, or somebody's very work
        draft = self._draft()
        deciding.take(draft, question, marks, self.rule, said, values, verdict)
        return self._followed(draft, said.when)

    def _settle_presence(self, row: Row, is_taken: bool, *, who: str, when: str, why: str) -> Step:
        settle: Callable[..., Step] = (
            self.settle_link if row.kind == RowKind.LINK else self.settle_zone
        )
        return settle(row, is_taken, who=who, when=when, why=why)

    def _followed(self, draft: Draft, when: str, touched: Sequence[str] = ()) -> Step:
        """Link by the rule what a step has put into gold, and nothing else."""
        ids = {*touched, *(one.after.id for one in draft.changes if one.after is not None)}
        if ids and any(layer.relations for layer in self.layers):
            asked = questions(self.clusters, draft.gold, draft.review)
            merge_links(draft, asked, self.layers, self.rule, when, ids)
        return draft.step()


def combined(steps: Sequence[Step]) -> Step:
    """Return steps that follow each other as one."""
    changes = tuple(change for step in steps for change in step.changes)
    return Step(together(step.edit for step in steps), steps[-1].review, changes)
