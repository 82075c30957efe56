"""Everything the review shows, read from the project: counts once, differences article by article as they are asked for."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from annotator.iaa.alignment.options import Edges, Options
from annotator.model import GOLD, Annotation, Layer, Span, Status
from annotator.progress import Progress
from annotator.review.comparison import LeftOut
from annotator.review.filters import Filters
from annotator.review.query import NO_PARTNER, VOTED, Query

if TYPE_CHECKING:  # NumPy is loaded by whoever counts
    from annotator.iaa.alignment.columns import Compared
    from annotator.iaa.alignment.disagreements import Disagreement
    from annotator.iaa.counts.statistics import Statistics
    from annotator.project import ArticleEntry, Project, ReviewSettings


@dataclass(frozen=True, slots=True)
class Difference:
    """One row of a list: how two annotators differ or, with the kind `VOTED`, who made one span."""

    article_id: str
    kind: str
    a: str
    b: str
    first: Annotation | None
    second: Annotation | None
    cause: str = ""
    name: str = ""
    """The attribute or the link's type, of what is about one."""
    dependent: Annotation | None = None
    """Of a link, where it goes to; it comes from the annotation on its side."""

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        return tuple(one for one in (self.first, self.second) if one is not None)

    @property
    def span(self) -> Span:
        """From the first start to the last end."""
        made = self.annotations
        return Span(min(one.start for one in made), max(one.end for one in made))

    @property
    def labels(self) -> tuple[str, str]:
        """The labels of either side, `NO_PARTNER` where it has nothing."""
        return (
            self.first.label if self.first else NO_PARTNER,
            self.second.label if self.second else NO_PARTNER,
        )


class Board:
    """A project as its reviewers see it, under one way of counting."""

    def __init__(self, project: "Project", statistics: "Statistics", options: Options) -> None:
        self.project = project
        self.statistics = statistics
        self.options = options
        self.entries: dict[str, ArticleEntry] = {entry.id: entry for entry in project.entries()}
        self._everybody = project.annotators()
        self._settings: ReviewSettings | None = None
        self._items: dict[str, Compared] = {}
        self._left_out: dict[str, tuple[LeftOut, ...]] = {}
        self._differences: dict[tuple[str, str, str], tuple[Difference, ...]] = {}

    @property
    def annotators(self) -> tuple[str, ...]:
        return self.statistics.annotators

    @property
    def labels(self) -> tuple[str, ...]:
        return self.statistics.labels

    def articles(self, filters: Filters) -> tuple[str, ...]:
        """Return the articles a filter lets through, in the order of the catalog."""
        return tuple(
            key
            for key, entry in self.entries.items()
            if filters.takes(entry.published, entry.source)
        )

    def statistics_of(self, filters: Filters) -> "Statistics":
        wanted = set(self.articles(filters))
        rows = [n for n, key in enumerate(self.statistics.articles) if key in wanted]
        found = self.statistics.taken(rows)
        return found.among(sorted(filters.annotators)) if filters.annotators else found

    def forget(self, article_id: str) -> None:
        """Read an article anew when it is asked for next."""
        self._items.pop(article_id, None)
        self._left_out.pop(article_id, None)
        for key in [key for key in self._differences if key[0] == article_id]:
            del self._differences[key]

    # -- one article

    def layers(self, article_id: str) -> dict[str, Layer]:
        """Return the layers that are compared, by annotator."""
        from annotator.iaa.alignment.columns import is_comparable

        item = self.item(article_id)
        return {
            name: layer for name, layer in item.layers.items() if is_comparable(layer, self.options)
        }

    @property
    def settings(self) -> "ReviewSettings":
        """What the project's lead wants of reviews, as it was when it was first asked for."""
        if self._settings is None:
            self._settings = self.project.review_settings()
        return self._settings

    def forget_settings(self) -> None:
        """Read what the lead wants anew when it is asked for next."""
        self._settings = None
        self._left_out.clear()

    def finished(self, article_id: str) -> tuple[Layer, ...]:
        """Return the layers that count for gold: finished ones of everybody who does, whatever is compared."""
        known = self.item(article_id).layers
        left_out = {GOLD, *self.settings.left_out_of_gold}
        layers = (
            known.get(name) or self.project.layer(article_id, name)
            for name in self._everybody
            if name not in left_out
        )
        return tuple(layer for layer in layers if layer.status == Status.DONE)

    def left_out(self, article_id: str) -> tuple[LeftOut, ...]:
        """Return who finished an article without counting for gold, by name."""
        found = self._left_out.get(article_id)
        if found is None:
            known, settings = self.item(article_id).layers, self.settings
            names = [name for name in self._everybody if name in settings.left_out_of_gold]
            made = (
                LeftOut(
                    name,
                    settings.person(name).role,
                    known.get(name) or self.project.layer(article_id, name),
                )
                for name in sorted(names)
                if name != GOLD
            )
            found = tuple(one for one in made if one.layer.status == Status.DONE)
            self._left_out[article_id] = found
        return found

    def item(self, article_id: str) -> "Compared":
        from annotator.iaa.alignment.columns import Compared

        item = self._items.get(article_id)
        if item is None:
            text = self.project.article(article_id).text
            layers = {name: self.project.layer(article_id, name) for name in self.annotators}
            item = self._items[article_id] = Compared(article_id, len(text), layers, text)
        return item

    def differences(self, article_id: str, a: str, b: str) -> tuple[Difference, ...]:
        """Return how two annotators differ on an article, in text order."""
        from annotator.iaa.alignment.disagreements import disagreements

        key = (article_id, a, b)
        found = self._differences.get(key)
        if found is None:
            item = self.item(article_id)
            found = tuple(
                _row(one) for one in disagreements([item], a, b, self.labels, self.options)
            )
            self._differences[key] = found
        return found

    def votes(
        self, article_id: str, among: Collection[str] = ()
    ) -> Iterator[tuple[Annotation, tuple[str, ...]]]:
        """Yield each unique span of an article, as edges are read and within scope, with who made it.

        Only those ``among`` have a vote, everybody where nobody is named; zones count whoever marked them.
        """
        from annotator.iaa.alignment.edges import edge_reader
        from annotator.model.zone import is_covered, merged

        layers = self.layers(article_id)
        voters = {name: layer for name, layer in layers.items() if not among or name in among}
        if len(voters) < 2:
            return
        outside = (
            []
            if self.options.zones
            else merged(z for layer in layers.values() for z in layer.zones)
        )
        read = edge_reader(self.options.edges, self.item(article_id).text)
        makers: dict[tuple[int, int, str], dict[str, Annotation]] = {}
        for name, layer in voters.items():
            for annotation in layer:
                start, end = read(annotation.start, annotation.end)
                if not is_covered(start, end, outside):
                    makers.setdefault((start, end, annotation.label), {})[name] = annotation
        for _, made in sorted(makers.items()):
            yield next(iter(made.values())), tuple(made)

    # -- lists

    def listed(self, query: Query, filters: Filters) -> Iterator[Difference | None]:
        """Yield what a query asks for, article by article; a None where an article had nothing."""
        for article_id in self.candidates(query, filters):
            found = False
            for one in self.rows(query, article_id, filters.annotators):
                if passes(one, filters):
                    found = True
                    yield one
            if not found:
                yield None

    def rows(
        self, query: Query, article_id: str, among: Collection[str] = ()
    ) -> Iterator[Difference]:
        """Yield what a query asks for on one article, pair by pair in text order; votes count ``among`` these, or all."""
        if query.votes is not None:
            yield from self._voted(query, article_id, among)
            return
        if query.attribute is not None or query.link is not None:
            from annotator.review.details import details_behind

            for a, b in self._pairs(query):
                yield from details_behind(self, query, article_id, a, b)
            return
        for a, b in self._pairs(query):
            for one in self.differences(article_id, a, b):
                if is_asked_for(one, query):
                    yield one

    def candidates(self, query: Query, filters: Filters) -> tuple[str, ...]:
        """Return the articles in which there may be something, in the order of the catalog."""
        from annotator.iaa.alignment.kinds import Kind
        from annotator.iaa.scores.articles import articles_with

        statistics = self.statistics_of(filters)
        if query.pair is not None and not set(query.pair) <= set(statistics.annotators):
            return ()
        wanted = set(statistics.articles)
        if query.articles is not None:
            wanted &= query.articles
        if query.votes is None and query.attribute is None and query.link is None:
            kinds = [kind for kind in Kind if query.kinds is None or kind in query.kinds]
            label = [query.label] if query.label else None
            wanted &= {
                key
                for kind in kinds
                if kind != Kind.EXACT
                for key, _ in articles_with(statistics, kind, pair=query.pair, labels=label)
            }
        return tuple(key for key in self.entries if key in wanted)

    def _pairs(self, query: Query) -> Iterable[tuple[str, str]]:
        if query.pair is not None:
            return (query.pair,)
        return [
            pair
            for pair in combinations(self.annotators, 2)
            if query.annotator is None or query.annotator in pair
        ]

    def _voted(self, query: Query, article_id: str, among: Collection[str]) -> Iterator[Difference]:
        for annotation, names in self.votes(article_id, among):
            if len(names) == query.votes and query.label in (None, annotation.label):
                yield Difference(article_id, VOTED, ", ".join(names), "", annotation, None)


def is_asked_for(one: Difference, query: Query) -> bool:
    return (
        (query.kinds is None or one.kind in query.kinds)
        and (query.label is None or query.label in one.labels)
        and (query.labels is None or query.labels == one.labels)
        and (query.cause is None or query.cause == one.cause)
    )


def passes(one: Difference, filters: Filters) -> bool:
    """Tell whether a difference is about people and labels that are asked for."""
    if filters.labels and not filters.labels.intersection(one.labels):
        return False
    return one.kind == VOTED or not filters.annotators or {one.a, one.b} <= filters.annotators


def options_of(filters: Filters) -> Options:
    return Options(filters.in_progress, filters.zones, Edges(filters.edges))


def load(project: "Project", options: Options, progress: Progress) -> Board:
    """Count a project. Runs outside the window's thread; ``progress`` may raise `CancelledError`.

    Raises `ProjectError` where fewer than two people have annotated anything.
    """
    from annotator.project.iaa.counts import statistics

    return Board(project, statistics(project, options=options, progress=progress), options)


def _row(one: "Disagreement") -> Difference:
    first, second = one.first, one.second
    return Difference(
        one.article_id, str(one.kind), one.a, one.b, first, second, str(one.cause or "")
    )
