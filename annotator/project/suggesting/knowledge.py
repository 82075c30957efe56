"""What one annotator's suggestions are learnt from: finished gold, then their own layers, and never a colleague's."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.model import GOLD, Article, Layer, Status
from annotator.progress import Counter, Progress
from annotator.project.names import read_registry
from annotator.project.project import Project
from annotator.suggest.engine import SuggestionEngine, Whose
from annotator.suggest.evaluation import Evaluation, Work, leave_one_out

MOST = 300
"""Finished articles that are learnt from, the last ones of the list: memory and training grow with each, and each teaches less than the
one before. A bound for safety; where more stops to help was not measured."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article: the annotator's own layer, and gold where it is finished."""

    article: Article
    own: Layer
    gold: Layer | None


def engine_for(
    project: Project, annotator: str, progress: Progress | None = None
) -> SuggestionEngine:
    """Return an engine that knows what the project has for an annotator, without a model yet.

    Of more than `MOST` finished articles it knows the last, and every one in progress. ``progress`` counts articles. Train on `SuggestionEngine.lesson` and let it `adopt` the model when that is ready.
    """
    engine = SuggestionEngine(project.schema, read_registry(project.path))
    for known in _known(project, annotator, progress, MOST):
        if known.gold is None:
            engine.learn(known.article, known.own)
        else:
            engine.learn(known.article, known.gold, Whose.GOLD)
            engine.note_rejections(known.article, known.own)
    return engine


def shared_articles(project: Project, annotator: str) -> frozenset[str]:
    """Return the articles that somebody else has begun too, gold and programs not counted.

    Whether they have begun is asked, and nothing of what they made.
    """
    people = project.review_settings().people
    others = [
        name
        for name in project.annotators()
        if name not in (annotator, GOLD) and not (name in people and people[name].role == "machine")
    ]
    return frozenset(
        article_id
        for name in others
        for article_id, summary in project.summaries(name).items()
        if summary.status != Status.NEW or summary.annotations
    )


def evaluate(project: Project, annotator: str, progress: Progress | None = None) -> Evaluation:
    """Leave out each article that an annotator has finished, and see what the others would have suggested.

    ``progress`` counts articles; stopping at each step of the training is possible.
    """
    works = [
        Work(known.article, known.own, known.gold or known.own)
        for known in _known(project, annotator, None)
        if known.own.status == Status.DONE
    ]
    return leave_one_out(works, project.schema, read_registry(project.path), progress)


def _known(
    project: Project, annotator: str, progress: Progress | None, most: int | None = None
) -> Iterator[Known]:
    """Yield the articles that are finished in gold, or begun by the annotator, in the order of import.

    Of the finished ones the last ``most``, if so many are enough.
    """
    begun, adjudicated = project.summaries(annotator), project.summaries(GOLD)
    finished = {i for i, summary in adjudicated.items() if summary.status == Status.DONE}
    done = finished | {i for i, summary in begun.items() if summary.status == Status.DONE}
    in_order = [one.id for one in project.entries() if one.id in begun or one.id in finished]
    teaching = [article_id for article_id in in_order if article_id in done]
    passed_over = frozenset(teaching[: max(len(teaching) - most, 0)] if most is not None else ())
    wanted = [article_id for article_id in in_order if article_id not in passed_over]
    counter = Counter(progress, len(wanted))
    for article_id in wanted:
        counter.step()
        yield Known(
            project.article(article_id),
            project.layer(article_id, annotator),
            project.layer(article_id, GOLD) if article_id in finished else None,
        )
    counter.finish()
