"""Read what one annotator is to be told out of a project. NumPy loads with this module."""

from collections import Counter as Counted
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from annotator.adjudication.guideline_decisions import GuidelineDecision
from annotator.adjudication.ruling_edits import standing
from annotator.errors import ProjectError
from annotator.feedback.corrections import Judged, corrections
from annotator.feedback.values import Correction, Feedback, Told, Week
from annotator.iaa.alignment.columns import Compared
from annotator.iaa.alignment.disagreements import Disagreement, disagreements
from annotator.iaa.alignment.options import Options
from annotator.iaa.counts.statistics import Statistics
from annotator.iaa.scores.accuracy import accuracy_of
from annotator.iaa.scores.summary import summarise
from annotator.model import GOLD, Layer, Status
from annotator.pace import Figures, Pace, pace_of
from annotator.progress import Counter, Progress
from annotator.project import Project
from annotator.project.iaa.counts import statistics
from annotator.review.weeks import monday

DRAWS = 1000
"""Resampled corpora behind each interval."""


def gather(
    project: Project,
    annotator: str,
    *,
    in_progress: bool = False,
    with_pace: bool = True,
    draws: int = DRAWS,
    seed: int = 1,
    today: str = "",
    progress: Progress | None = None,
) -> Feedback:
    """Return what ``annotator`` is told. Only articles whose gold and whose layer are finished are scored, unless ``in_progress``.

    Raises `ProjectError` for a name that has annotated nothing here, and what ``progress`` raises.
    """
    known = [name for name in project.annotators() if name != GOLD]
    if annotator not in known:
        have = f"there are {', '.join(known)}" if known else "nobody has annotated anything yet"
        raise ProjectError(f"{annotator} has annotated nothing here; {have}")
    rulings = project.rulings()
    summaries = project.summaries(annotator)
    told = Feedback(
        project.title,
        annotator,
        today or datetime.now(UTC).date().isoformat(),
        sum(1 for one in summaries.values() if one.status == Status.DONE),
        project.schema,
        in_progress=in_progress,
        draws=draws,
        seed=seed,
        rulings=tuple(_told(project, one, annotator) for one in rulings),
    )
    pace = pace_of(project.deeds(annotator)) if with_pace else None
    if GOLD in project.annotators():
        told = _with_gold(told, project, rulings, progress)
    if pace is not None:
        told = replace(told, pace=pace.total, weeks=_with_work(told.weeks, pace))
    return told


def _with_gold(
    told: Feedback,
    project: Project,
    rulings: tuple[GuidelineDecision, ...],
    progress: Progress | None,
) -> Feedback:
    options, pair = Options(in_progress=told.in_progress), (GOLD, told.annotator)
    counts = statistics(project, annotators=pair, options=options, progress=progress)
    found: list[Correction] = []
    differing: list[Disagreement] = []
    for judged, is_scored in _judged(project, told.annotator, counts.labels, options, progress):
        found += corrections(judged, rulings, decided_only=not is_scored)
        differing += judged.differing if is_scored else ()
    agreement = summarise(counts, draws=told.draws, seed=told.seed)
    return replace(
        told,
        accuracy=accuracy_of(agreement, differing),
        weeks=_weeks(counts, project.finished_on(told.annotator), told),
        corrections=tuple(found),
    )


def _judged(
    project: Project,
    annotator: str,
    labels: tuple[str, ...],
    options: Options,
    progress: Progress | None,
) -> Iterator[tuple[Judged, bool]]:
    """Yield each article that gold was begun of and the annotator has worked on, and whether it is scored."""
    wanted = Status.IN_PROGRESS if options.in_progress else Status.DONE
    own, gold = project.summaries(annotator), project.summaries(GOLD)
    enough = (Status.DONE, wanted)
    entries = [
        entry
        for entry in project.entries()
        if entry.id in own
        and own[entry.id].status in enough
        and entry.id in gold
        and gold[entry.id].status != Status.NEW
    ]
    left_out = project.review_settings().left_out_of_iaa - {annotator}
    names = [name for name in project.annotators() if name not in left_out]
    counter = Counter(progress, len(entries))
    for entry in entries:
        counter.step()
        text = project.article(entry.id).text
        layers = {name: project.layer(entry.id, name) for name in names}
        is_scored = gold[entry.id].status in enough
        if not is_scored:  # compared all the same, for what was decided of it already
            layers[GOLD] = replace(layers[GOLD], status=Status.DONE)
        item = Compared(entry.id, len(text), layers, text)
        differing = tuple(disagreements([item], GOLD, annotator, labels, options))
        yield Judged(entry.number, entry.title, item, annotator, differing), is_scored
    counter.finish()


def _weeks(counts: Statistics, days: Mapping[str, str], told: Feedback) -> tuple[Week, ...]:
    """Return the weeks in which the annotator finished articles that have gold, oldest first."""
    counts = counts.shared()
    rows: dict[str, list[int]] = {}
    for row, article_id in enumerate(counts.articles):
        if article_id in days:
            rows.setdefault(monday(days[article_id]), []).append(row)
    found: list[Week] = []
    for week, of_week in sorted(rows.items()):
        agreement = summarise(counts.taken(of_week), draws=told.draws // 2, seed=told.seed)
        accuracy = accuracy_of(agreement)
        if accuracy is not None:
            found.append(Week(week, accuracy.articles, accuracy.scores.total))
    return tuple(found)


def _with_work(weeks: tuple[Week, ...], pace: Pace) -> tuple[Week, ...]:
    """Return the weeks with what was worked in each, those among them in which nothing was finished."""
    found = {week.monday: week for week in weeks}
    for day, figures in pace.days.items():
        key = monday(day.isoformat())
        week = found.setdefault(key, Week(key))
        found[key] = replace(week, work=week.work + figures)
    return tuple(week for _, week in sorted(found.items()) if week.scored or week.work != Figures())


def _told(project: Project, ruling: GuidelineDecision, annotator: str) -> Told:
    counts: Counted[str] = Counted()
    layers: dict[str, Layer] = {}
    known = {entry.id for entry in project.entries()}
    for touch in ruling.touching(annotator):
        key = touch.article_id
        if key in known:
            layer = layers[key] = layers.get(key) or project.layer(key, annotator)
            counts[str(standing(ruling.id, touch, layer))] += 1
    return Told(ruling, dict(counts))
