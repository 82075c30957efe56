"""Inter-annotator agreement of a project's annotators.

What was counted of each article is kept in the project's cache, so that only articles whose layers have changed are read
again. Functions of a `Project`, beside it: NumPy loads when one of them is called.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from annotator.errors import FewAnnotatorsError, ProjectError
from annotator.iaa.alignment.options import DEFAULT, Edges, Options
from annotator.model import GOLD, AttributeKind
from annotator.progress import Counter, Progress
from annotator.project.project import Project
from annotator.store.files.derived import read_derived, write_derived
from annotator.store.layers.revisions import revisions

if TYPE_CHECKING:
    from annotator.iaa.alignment.columns import Compared
    from annotator.iaa.alignment.disagreements import Disagreement
    from annotator.iaa.counts.statistics import Statistics
    from annotator.iaa.scores.results import Agreement


def agreement(
    project: Project,
    *,
    annotators: Sequence[str] | None = None,
    labels: Sequence[str] | None = None,
    articles: Iterable[str] | None = None,
    options: Options = DEFAULT,
    draws: int = 1000,
    seed: int = 1,
    progress: Progress | None = None,
) -> "Agreement":
    """Measure how far annotators agree, all of them, on all labels and articles, where none are named.

    Raises `ProjectError` for names nobody has and for fewer than two annotators, `DamagedFileError` for a layer that
    cannot be read, and what ``progress`` raises.
    """
    from annotator.iaa.scores.summary import summarise

    found = statistics(
        project, annotators=annotators, articles=articles, options=options, progress=progress
    )
    return summarise(found, labels, draws=draws, seed=seed)


def statistics(
    project: Project,
    *,
    annotators: Sequence[str] | None = None,
    articles: Iterable[str] | None = None,
    options: Options = DEFAULT,
    progress: Progress | None = None,
) -> "Statistics":
    """Return the counts of each article, from which everything else adds up; see `agreement`."""
    chosen, compared = _choose(project, annotators)
    found = _Counts(project, compared, options).update(progress)
    if articles is not None:
        wanted = {project.find_entry(article).id for article in articles}
        found = found.taken([n for n, name in enumerate(found.articles) if name in wanted])
    return found if chosen == compared else found.among(chosen)


def agreement_by_edges(
    project: Project,
    *,
    annotators: Sequence[str] | None = None,
    options: Options = DEFAULT,
    progress: Progress | None = None,
) -> "dict[Edges, Agreement]":
    """Return what exact F1 would be if guidelines settled the edges of spans, without intervals."""
    return {
        edges: agreement(
            project,
            annotators=annotators,
            options=replace(options, edges=edges),
            draws=0,
            progress=progress,
        )
        for edges in Edges
    }


def disagreements(
    project: Project,
    *,
    annotators: Sequence[str] | None = None,
    articles: Iterable[str] | None = None,
    options: Options = DEFAULT,
    progress: Progress | None = None,
) -> "Iterator[tuple[Disagreement, str]]":
    """Yield every difference between any two annotators with the text it is in: by article, pair and place."""
    from annotator.iaa.alignment.disagreements import disagreements as differing

    chosen, compared = _choose(project, annotators)
    labels = _Counts(project, compared, options).update(progress).labels
    wanted = None if articles is None else {project.find_entry(name).id for name in articles}
    ids = [entry.id for entry in project.entries() if wanted is None or entry.id in wanted]
    for item in _read(project, compared, ids, progress, with_text=True):
        for a, b in combinations(chosen, 2):
            for found in differing([item], a, b, labels, options):
                yield found, item.text


def _choose(
    project: Project, annotators: Sequence[str] | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who is asked for, and whose layers count: everybody's, as anybody's zones do.

    Gold's count only on request, and those of whom the project's lead has left out of agreement.
    """
    known = project.annotating()
    unknown = [name for name in annotators or () if name not in known]
    if unknown:
        have = f"there are {', '.join(known)}" if known else "nobody has annotated anything yet"
        raise ProjectError(f"{', '.join(unknown)} has annotated nothing here; {have}")
    left_out = {GOLD, *project.review_settings().left_out_of_iaa}.difference(annotators or ())
    compared = tuple(name for name in known if name not in left_out)
    chosen = compared if annotators is None else tuple(n for n in known if n in annotators)
    if len(chosen) < 2:
        raise FewAnnotatorsError(
            f"inter-annotator agreement needs two annotators, and there is {chosen[0] if chosen else 'none'}: "
            "import another annotator's layers, or choose others"
        )
    return chosen, compared


def _read(
    project: Project,
    annotators: Sequence[str],
    articles: Sequence[str],
    progress: Progress | None,
    *,
    with_text: bool,
) -> "Iterator[Compared]":
    from annotator.iaa.alignment.columns import Compared

    lengths = {entry.id: entry.characters for entry in project.entries()}
    counter = Counter(progress, len(articles))
    for article_id in articles:
        counter.step()
        layers = {name: project.reader.layer(article_id, name) for name in annotators}
        text = project.article(article_id).text if with_text else ""
        yield Compared(article_id, lengths[article_id], layers, text)
    counter.finish()


class _Counts:
    """The counts of a project's articles for some annotators and options, kept in its cache."""

    def __init__(self, project: Project, annotators: tuple[str, ...], options: Options) -> None:
        self._project = project
        self._annotators = annotators
        self._options = options
        self._dates = tuple(
            (label.name, attribute.name)
            for label in project.schema.labels
            for attribute in label.attributes
            if attribute.kind == AttributeKind.DATE
        )
        key = repr((annotators, options, project.schema.label_names, self._dates))
        self._name = f"agreement-{hashlib.sha256(key.encode()).hexdigest()[:16]}.npz"

    def update(self, progress: Progress | None) -> "Statistics":
        """Return the counts of all articles in the catalog's order, those that have changed counted anew."""
        from annotator.iaa.counts.statistics import Statistics

        ids = [entry.id for entry in self._project.entries()]
        now = self._revisions(ids)
        kept, rows = self._kept(now)
        stale = [article_id for article_id in ids if article_id not in rows]
        if not stale and kept is not None and len(rows) == len(kept.articles):
            return kept.taken([rows[i] for i in ids]) if list(kept.articles) != ids else kept
        counted = self._count(stale, kept, progress)
        if kept is not None and rows:
            counted = Statistics.joined([kept.taken(list(rows.values())), counted])
        places = {article_id: n for n, article_id in enumerate(counted.articles)}
        found = counted.taken([places[article_id] for article_id in ids])
        if found.idle_labels(len(self._project.schema.labels)):
            found = self._count(ids, None, progress)
        self._keep(found, [now[article_id] for article_id in ids])
        return found

    def _revisions(self, articles: Sequence[str]) -> dict[str, str]:
        """Return for each article a text that changes when anybody's layer on it does."""
        project = self._project
        of_annotators = [
            revisions(project.layout, name, project.reader, project.filesystem)
            for name in self._annotators
        ]
        return {i: " ".join(one.get(i, "-") for one in of_annotators) for i in articles}

    def _kept(self, now: dict[str, str]) -> "tuple[Statistics | None, dict[str, int]]":
        """Return what the cache has, and the rows of the articles that it has as they are now."""
        from annotator.iaa.counts import storing

        data = read_derived(self._project.layout, self._name, self._project.filesystem)
        found = None if data is None else storing.load(data)
        if found is None:
            return None, {}
        kept, then = found
        rows = {
            article: row
            for row, (article, revision) in enumerate(zip(kept.articles, then, strict=True))
            if now.get(article) == revision
        }
        return kept, rows

    def _count(
        self, articles: Sequence[str], kept: "Statistics | None", progress: Progress | None
    ) -> "Statistics":
        """Count articles; names of labels, attributes and relation types go on from those of what was kept."""
        from annotator.iaa.alignment.columns import collect
        from annotator.iaa.counts.counting import count

        with_text = self._options.edges != Edges.AS_IS
        items = _read(self._project, self._annotators, articles, progress, with_text=with_text)
        columns = collect(
            items,
            self._annotators,
            kept.labels if kept else self._project.schema.label_names,
            self._options,
            attributes=kept.attributes if kept else (),
            relation_types=kept.relation_types if kept else (),
            dates=self._dates,
        )
        # Counting takes a hundredth of the time that reading took: it only has to be possible to stop it.
        total = len(articles)
        return count(columns, progress and (lambda _done, _total: progress(total, total)))

    def _keep(self, found: "Statistics", revisions_now: Sequence[str]) -> None:
        from annotator.iaa.counts import storing

        if not self._project.read_only:
            data = storing.dump(found, revisions_now)
            write_derived(self._project.layout, self._name, data, self._project.filesystem)
