"""What a person decides about a question, put into a draft of gold: it holds until a person decides again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.adjudication.clusters import Mark
from annotator.adjudication.decisions import Decision, Verdict, mark_of, votes_in
from annotator.adjudication.drafts import Draft
from annotator.adjudication.questions import Question
from annotator.adjudication.refusals import Reason, RefusedError
from annotator.adjudication.rules import MergeRule
from annotator.adjudication.values import settle_values
from annotator.model import Annotation, Origin, Span, new_id


@dataclass(frozen=True, slots=True)
class Said:
    """Who decides, when (ISO 8601) and why, and who had finished the article by then."""

    who: str
    when: str
    why: str = ""
    finished: tuple[str, ...] = ()


def take(
    draft: Draft,
    question: Question,
    marks: Sequence[Mark],
    rule: MergeRule,
    said: Said,
    values: Mapping[str, str] | None = None,
    verdict: Verdict | None = None,
) -> None:
    """Put these spans and labels into gold for a question, none of them where there are none.

    ``values`` are attributes that the person settled; what was settled before of the same label stays settled. Other
    attributes come from the votes of all in the cluster who gave the label, where ``rule`` settles them.
    """
    if not marks and question.cluster is None and not _seen(question):
        draft.take_out(question)
        return
    chosen = {**_settled_before(question, marks), **(values or {})}
    outcomes: list[Annotation] = []
    for mark in marks:
        old = standing(question, mark, alone=len(marks) == 1)
        settled = settle_values(question, mark[2], old, rule, chosen)
        outcomes.append(_made(mark, settled.attributes))
    decision = _decision(question, verdict or _verdict(question, marks), said, chosen)
    draft.settle(question, replace(decision, outcomes=tuple(outcomes)))


def record(
    draft: Draft,
    question: Question,
    stands: Sequence[Annotation],
    said: Said,
    values: Mapping[str, str],
) -> None:
    """Decide a question as gold stands by now, whatever put it there; ``stands`` is what gold has for it."""
    if not stands and question.cluster is None and not _seen(question):
        draft.forget(question)
        return
    verdict = _verdict(question, [mark_of(one) for one in stands])
    draft.forget(question)
    draft.keep(replace(_decision(question, verdict, said, values), outcomes=tuple(stands)))


def keep(draft: Draft, question: Question, said: Said) -> None:
    """Decide a question again as it was decided, after looking at what annotators have by now."""
    decision = question.settled
    if decision is None:
        raise RefusedError(Reason.NOT_SETTLED, "nothing was decided here that could be kept")
    verdict = _verdict(question, [mark_of(one) for one in question.gold])
    if not decision.is_by_rule and verdict == Verdict.ACCEPTED:
        verdict = decision.verdict if decision.verdict != Verdict.REJECTED else verdict
    why = said.why or ("" if decision.is_by_rule else decision.why)
    values = dict(decision.values)
    draft.forget(question)
    kept = _decision(question, verdict, replace(said, why=why), values)
    draft.keep(replace(kept, outcomes=question.gold))


def choose_value(
    draft: Draft, question: Question, name: str, value: str, labels: Collection[str], said: Said
) -> None:
    """Settle one attribute of what gold has with one of ``labels``; an empty value means that it has none."""
    if not question.gold:
        raise RefusedError(
            Reason.NOTHING_IN_GOLD,
            f"decide the span first: gold has nothing here that could have a {name}",
        )
    stands = [
        draft.give(one, one.with_attribute(name, value).attributes) if one.label in labels else one
        for one in question.gold
    ]
    before = question.settled
    values = {**(before.values if before else {}), name: value}
    why = said.why or (before.why if before and not before.is_by_rule else "")
    record(draft, question, stands, replace(said, why=why), values)


def reopen(draft: Draft, question: Question) -> None:
    """Take back whatever was decided about a question; the next merge may settle it by rule."""
    draft.forget(question)
    for one in question.gold:
        if one.id in question.outcomes:
            draft.remove(one)


def standing(question: Question, mark: Mark, *, alone: bool) -> Annotation | None:
    """Return what stands in gold for a mark: it itself, or the one thing that becomes it where it goes in ``alone``."""
    same = [one for one in question.gold if mark_of(one) == mark]
    if same:
        return same[0]
    return question.gold[0] if alone and len(question.gold) == 1 else None


def _decision(
    question: Question, verdict: Verdict, said: Said, values: Mapping[str, str]
) -> Decision:
    seen = frozenset[Mark]().union(question.marks, *(one.seen for one in question.decisions))
    return Decision(
        verdict,
        seen - question.elsewhere,
        (),
        said.who,
        said.when,
        said.why,
        votes_in(question.cluster) if question.cluster else {},
        said.finished,
        values,
    )


def _verdict(question: Question, marks: Collection[Mark]) -> Verdict:
    if not marks:
        return Verdict.REJECTED
    if question.cluster is None and not _seen(question):
        return Verdict.ADDED
    return Verdict.ACCEPTED if question.marks.issuperset(marks) else Verdict.EDITED


def _seen(question: Question) -> bool:
    return any(one.seen for one in question.decisions)


def _settled_before(question: Question, marks: Collection[Mark]) -> dict[str, str]:
    """Return the values that a person settled before, where what they belong to keeps its label."""
    before = question.settled
    if before is None or before.is_by_rule:
        return {}
    labels = {label for _, _, label in marks}
    return dict(before.values) if labels & {one.label for one in before.outcomes} else {}


def _made(mark: Mark, attributes: Mapping[str, str]) -> Annotation:
    start, end, label = mark
    return Annotation(new_id(), Span(start, end), label, attributes, origin=Origin.ADJUDICATED)
