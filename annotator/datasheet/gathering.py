"""Read what a datasheet says out of a project. NumPy loads where agreement is measured."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from annotator.adjudication.records import review_of
from annotator.datasheet.values import Datasheet, Loss, Made, Part, Settled, Sizes
from annotator.errors import AnnotatorError, ProjectError
from annotator.exporters.split import PARTS, assign
from annotator.model import GOLD, Layer, Status
from annotator.progress import Counter as Steps
from annotator.progress import Progress
from annotator.project import ArticleEntry, Project
from annotator.project.formats import Purpose, exports
from annotator.text.tokens import tokenize

LANGUAGES = ("ar", "en")

_OF_TRAINING = (Purpose.TRAIN, Purpose.TUNE)
"""What formats are for whose losses a reader of a dataset has to know; a tool's own says them when it is written."""


def gather_datasheet(
    project: Project,
    *,
    shares: tuple[int, int, int] = (80, 10, 10),
    seed: int = 13,
    draws: int = 1000,
    today: str = "",
    progress: Progress | None = None,
) -> Datasheet:
    """Return what is known of a project.

    What is missing, such as gold or a second annotator, is left empty and is no error.
    """
    sizes, sources = _sizes(project, progress)
    names = [name for name in project.annotators() if name != GOLD]
    settings = project.review_settings()
    people = tuple(
        replace(_made(project, name, progress), role=settings.person(name).role) for name in names
    )
    has_gold = GOLD in project.annotators() and any(
        one.status != Status.NEW for one in project.summaries(GOLD).values()
    )
    days = sorted(entry.published for entry in project.entries() if entry.published)
    exported = _exported(project, names)
    return Datasheet(
        title=project.title,
        today=today or datetime.now(UTC).date().isoformat(),
        schema=project.schema,
        settings=settings,
        sizes=sizes,
        sources=sources,
        period=(days[0], days[-1]) if days else ("", ""),
        undated=sum(1 for entry in project.entries() if not entry.published),
        guidelines=tuple(one for one in LANGUAGES if project.guidelines(one)),
        guidelines_hash=project.guidelines_hash(),
        rulings=project.rulings(),
        people=people,
        gold=_made(project, GOLD, progress) if has_gold else None,
        settled=_settled(project) if has_gold else Settled(),
        agreement=_agreement(project, draws, progress),
        losses=tuple(_losses(project, exported, progress)) if exported else (),
        exported=exported,
        parts=_parts(project, exported, shares, seed) if exported else (),
        shares=shares,
        seed=seed,
    )


def _sizes(
    project: Project, progress: Progress | None
) -> tuple[Sizes, tuple[tuple[str, Sizes], ...]]:
    """Return the size of everything and of each source, the largest first."""
    entries = project.entries()
    steps = Steps(progress, len(entries))
    found: dict[str, list[Sizes]] = {}
    for entry in entries:
        steps.step()
        found.setdefault(entry.source or "", []).append(_size(project, entry))
    steps.finish()
    sources = {name: _summed(sizes) for name, sizes in found.items()}
    ordered = sorted(sources.items(), key=lambda one: (-one[1].articles, one[0]))
    return _summed(sources.values()), tuple(ordered)


def _size(project: Project, entry: ArticleEntry) -> Sizes:
    text = project.article(entry.id).text
    words = sum(1 for one in tokenize(text) if any(map(str.isalnum, text[one.start : one.end])))
    return Sizes(1, words, len(text))


def _summed(sizes: Iterable[Sizes]) -> Sizes:
    all_of_them = list(sizes)
    return Sizes(
        sum(one.articles for one in all_of_them),
        sum(one.words for one in all_of_them),
        sum(one.characters for one in all_of_them),
    )


def _made(project: Project, name: str, progress: Progress | None) -> Made:
    """Count what somebody has in finished articles."""
    made = Made(name)
    summaries = project.summaries(name)
    steps = Steps(progress, len(summaries))
    finished = begun = 0
    for article_id, summary in summaries.items():
        steps.step()
        if summary.status != Status.DONE:
            begun += summary.status != Status.NEW
            continue
        finished += 1
        _count(project.layer(article_id, name), made)
    steps.finish()
    days = sorted(project.finished_on(name).values())
    first, last = (days[0], days[-1]) if days else ("", "")
    return replace(made, finished=finished, begun=begun, first=first, last=last)


def _count(layer: Layer, made: Made) -> None:
    made.guidelines[layer.guidelines] += 1
    for one in layer.annotations.values():
        made.labels[one.label] += 1
        for name in one.attributes:
            made.attributes[one.label, name] += 1
    for link in layer.relations:
        made.relations[link.type] += 1
    for zone in layer.zones:
        made.zones[zone.kind] += 1


def _settled(project: Project) -> Settled:
    """Count the decisions in gold that was begun."""
    found = Settled()
    values = 0
    for article_id in project.summaries(GOLD):
        review = review_of(project.layer(article_id, GOLD))
        found.spans.update(str(one.verdict) for one in review.decisions)
        values += sum(len(one.values) for one in review.decisions if not one.is_by_rule)
        for kind, decisions in ((found.links, review.links), (found.zones, review.zoned)):
            kind.update("rule" if one.is_by_rule else "person" for one in decisions.values())
    return replace(found, values=values)


def _agreement(project: Project, draws: int, progress: Progress | None):  # noqa: ANN202 - NumPy's
    from annotator.project.iaa.counts import agreement

    try:
        found = agreement(project, draws=draws, progress=progress)
    except ProjectError:
        return None  # fewer than two people
    return found if found.articles else None


def _exported(project: Project, names: list[str]) -> str:
    """Return whose annotations one would publish: gold's where any is finished, else those of who has finished most."""
    if GOLD in project.annotators():
        done = [one for one in project.summaries(GOLD).values() if one.status == Status.DONE]
        if done:
            return GOLD
    if not names or not project.entries():
        return ""

    def finished(name: str) -> int:
        return sum(1 for one in project.summaries(name).values() if one.status == Status.DONE)

    return max(names, key=lambda name: (finished(name), [-ord(char) for char in name]))


def _losses(project: Project, annotator: str, progress: Progress | None) -> Iterable[Loss]:
    """Yield what each format that models are made with could not hold; nothing is written."""
    for exporter in exports():
        if exporter.purpose not in _OF_TRAINING:
            continue
        try:
            seen = project.preview_export(
                format=exporter.name,
                annotator=annotator,
                gold=annotator == GOLD,
                progress=progress,
            )
        except AnnotatorError:
            continue  # a format that cannot be written with its usual options says so when it is asked for
        loss = seen.loss
        reasons = {reason: one.count for reason, one in loss.losses.items()}
        yield Loss(exporter.name, loss.annotations, loss.written, reasons)


def _parts(
    project: Project, annotator: str, shares: tuple[int, int, int], seed: int
) -> tuple[Part, ...]:
    """Return the split that an export with these shares and this seed makes."""
    summaries = project.summaries(annotator)
    ids = [
        entry.id
        for entry in project.entries()
        if annotator != GOLD
        or (entry.id in summaries and summaries[entry.id].status == Status.DONE)
    ]
    found = assign(((one, project.article(one).text) for one in ids), shares, seed)
    articles: Counter[str] = Counter(found.values())
    annotations: Counter[str] = Counter()
    for article_id, part in found.items():
        if article_id in summaries:
            annotations[part] += summaries[article_id].annotations
    return tuple(Part(part, articles[part], annotations[part]) for part in PARTS)
