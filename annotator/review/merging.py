"""What a rule would do to gold, looked at before it is done: a plan, and the steps that carry it out as one."""

import gc
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from annotator.adjudication.drafts import Change, Effect, Kind
from annotator.adjudication.rules import MergeRule
from annotator.model import Annotation, Span
from annotator.progress import Counter, Progress
from annotator.review.steps import ArticleStep, Cases


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One thing that a merge does, and where."""

    article_id: str
    change: Change

    @property
    def effect(self) -> Effect:
        return self.change.effect

    @property
    def kind(self) -> Kind:
        return self.change.kind

    @property
    def span(self) -> Span:
        return self.change.span

    @property
    def label(self) -> str:
        """The span's label, the link's type or the zone's kind."""
        return self.change.label

    @property
    def before(self) -> Annotation | None:
        return self.change.before

    @property
    def after(self) -> Annotation | None:
        return self.change.after


@dataclass(frozen=True)
class MergePlan:
    """What a merge does, article by article. Nothing is done before its steps are taken, all of them as one undo."""

    rule: MergeRule | None
    steps: tuple[ArticleStep, ...]
    """Only of articles in which anything is kept or done; some only remember newer votes."""

    @cached_property
    def items(self) -> tuple[PlanItem, ...]:
        return tuple(
            PlanItem(step.article_id, change) for step in self.steps for change in step.step.changes
        )

    def listed(self, effect: Effect) -> tuple[PlanItem, ...]:
        """Return the things behind one of the counts."""
        return tuple(item for item in self.items if item.effect == effect)

    @property
    def adds(self) -> int:
        return self._counted[Effect.ADDS]

    @property
    def removes(self) -> int:
        return self._counted[Effect.REMOVES]

    @property
    def changes(self) -> int:
        return self._counted[Effect.CHANGES]

    @property
    def reopens(self) -> int:
        return self._counted[Effect.REOPENS]

    @cached_property
    def articles(self) -> int:
        """In how many articles anything is added, removed, changed or asked again."""
        return sum(1 for step in self.steps if step.step.changes)

    @cached_property
    def settled_again(self) -> int:
        """In how many articles gold stays as it is and only newer votes are kept, which closes what was asked again."""
        return len(self.steps) - self.articles

    @cached_property
    def _counted(self) -> dict[Effect, int]:
        found = dict.fromkeys(Effect, 0)
        for step in self.steps:
            for change in step.step.changes:
                found[change.effect] += 1
        return found


def plan_merge(
    articles: Iterable[str],
    cases: Cases,
    rule: MergeRule | None,
    when: str,
    progress: Progress | None = None,
) -> MergePlan:
    """Plan to settle by ``rule``, the project's own where none is named, every article that two have finished.

    ``progress`` may raise `CancelledError`; nothing is done by then.
    """
    ids = list(articles)
    counter = Counter(progress, len(ids))
    steps: list[ArticleStep] = []
    with _no_collecting():
        for article_id in ids:
            counter.step()
            case = cases(article_id)
            if len(case.layers) < 2:
                continue
            step = case.merged(when, rule)
            if step.edit is not None or not step.review.says_the_same(case.review):
                steps.append(ArticleStep(article_id, step, case))
        counter.finish()
    return MergePlan(rule, tuple(steps))


@contextmanager
def _no_collecting() -> Generator[None, None, None]:
    """Keep Python from looking for cycles among values that have none and are all kept: half of the time went there.

    What was made is old afterwards, as if it had been looked through: else the first value made next would wait for just that.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
