"""What is suggested to one annotator: everything put together, kept up to date with each annotation.

An engine knows what its annotator made, gold, the project's names and nothing else. It is told of every change of a layer at
once (`learn`, milliseconds); models are trained elsewhere from a `lesson` and taken over when they are ready (`adopt`). Use one
engine from one thread; what `lesson` returns may go to another.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from annotator.model import Annotation, Article, Layer, Schema, Span, Status
from annotator.model.names import Registry
from annotator.model.zone import merged
from annotator.proposals.used_names import UsedNames
from annotator.suggest import merging, offered_values
from annotator.suggest.gazetteer import Gazetteer, Learnt, Match
from annotator.suggest.grammars.rules import FoundDate
from annotator.suggest.learning import features
from annotator.suggest.learning.training import LEAST, Lesson, Model
from annotator.suggest.names_known import KnownNames
from annotator.suggest.reading import Reading
from annotator.suggest.rejections import Rejections, rejection_of
from annotator.suggest.roles import Roles, roles_of
from annotator.suggest.trust import Outcome, Trust
from annotator.suggest.values import SHOWN_FROM, Engine, Found, Reason, Suggestion
from annotator.text import graphemes
from annotator.text.folding import fold_key

if TYPE_CHECKING:
    from annotator.suggest.learning.model import Tagger

KEPT = 4
"""Articles whose reading is kept: the one at hand and its neighbours."""


class Whose(Enum):
    """Whose layer an engine learns from."""

    OWN = "own"
    GOLD = "gold"


@dataclass(frozen=True, slots=True)
class _Taught:
    """What an engine was taught of an article, so that it can be counted out again."""

    text: str
    annotations: tuple[Annotation, ...]


class SuggestionEngine:
    """Suggests annotations to one annotator of a project with ``schema``."""

    def __init__(
        self, schema: Schema, registry: Registry | None = None, *, seed: bool = True
    ) -> None:
        self._schema = schema
        self._roles: Roles = roles_of(schema)
        self._registry = registry or Registry()
        self._known = KnownNames(self._registry, self._roles.people if seed else None)
        self._names = Gazetteer()
        self._known.put_into(self._names)
        self._used = UsedNames(schema.name_attributes)
        self._trust = Trust()
        self._rejections = Rejections()
        self._taggers: dict[str, Tagger] = {}
        self._tagged_by_gold = frozenset[str]()
        self._gold: dict[str, tuple[Article, Layer]] = {}
        self._taught: dict[str, _Taught] = {}
        self._learnt: dict[str, Learnt] = {}
        self._readings: OrderedDict[str, Reading] = OrderedDict()

    @property
    def rejections(self) -> Rejections:
        return self._rejections

    def learn(self, article: Article, layer: Layer, whose: Whose = Whose.OWN) -> None:
        """Take in what a layer says of an article, in the place of what was known of it.

        Give an article's gold or its annotator's layer, and never a colleague's. What is left without an annotation counts
        only in a finished layer. Rejections are learnt from an annotator's own layers alone.
        """
        reading = self._reading(article)
        is_finished = layer.status == Status.DONE
        regions = tuple(merged(layer.zones))
        annotations = tuple(layer.in_order)
        tagged = tuple((a.span, a.label) for a in annotations if a.label in self._roles.learnt)
        learnt = Learnt(reading.text, tagged, regions, is_finished)
        self._names.learn(article.id, learnt)
        self._learnt[article.id] = learnt
        self._count_names(article.id, _Taught(article.text, annotations))
        outcomes = self._outcomes(reading, annotations, regions) if is_finished else ()
        self._trust.learn(article.id, outcomes)
        if whose == Whose.OWN:
            self._gold.pop(article.id, None)
            self._rejections.learn(layer, article.text)
        else:
            self._gold[article.id] = (article, layer)

    def note_rejections(self, article: Article, layer: Layer) -> None:
        """Take in what was waved off in an article, and nothing else: where gold is what is learnt of it."""
        self._rejections.learn(layer, article.text)

    def forget(self, article_id: str) -> None:
        """Forget an article."""
        self._names.forget(article_id)
        self._learnt.pop(article_id, None)
        self._gold.pop(article_id, None)
        self._count_names(article_id, None)
        self._trust.forget(article_id)
        self._rejections.forget(article_id)

    def lesson(self) -> Lesson:
        """Return what a worker can train models from, as it is now: cheap, and safe in another thread."""
        finished = tuple((i, one) for i, one in sorted(self._learnt.items()) if one.is_finished)
        return Lesson(finished, self._known, self._roles.learnt, frozenset(self._gold))

    def adopt(self, model: Model) -> None:
        """Suggest with trained models from now on, in the place of those before."""
        self._taggers = model.taggers()
        self._tagged_by_gold = model.from_gold

    def suggest(
        self, article: Article, layer: Layer, least: float = SHOWN_FROM
    ) -> tuple[Suggestion, ...]:
        """Return what could be annotated in an article beside what its layer has, in reading order.

        No two of one label overlap, none cross, none have the same span; none crosses an annotation, overlaps one with its
        label or stands just where one does; each begins and ends with a word, but for letters of other words in front. What lies
        out of scope, was waved off or has a score below ``least`` is left out. The same knowledge gives the same list.

        The gold of the article itself is not looked at, nor a model that learnt from it: it would be suggested word for word.
        """
        gold = self._gold.get(article.id)
        if gold is None:
            return self._suggest(article, layer, least)
        self.learn(article, layer)
        try:
            return self._suggest(article, layer, least)
        finally:
            self.learn(*gold, Whose.GOLD)

    def _suggest(self, article: Article, layer: Layer, least: float) -> tuple[Suggestion, ...]:
        reading = self._reading(article)
        regions = tuple(merged(layer.zones))
        taken = merging.Taken(layer)
        found: list[tuple[str, Found]] = []
        for label, some in self._by_label(reading, regions):
            kept = [
                one
                for one in (self._snapped(article.text, one) for one in some)
                if one.score >= least
                and not any(region.overlaps(one.span) for region in regions)
                and taken.leaves(label, one.span)
                and not self._is_hidden(article, one.span, label)
            ]
            found += ((label, one) for one in merging.without_overlaps(kept))
        dates = {self._snapped(article.text, date.found).span: date for date in reading.dates}
        return tuple(
            self._suggestion(article, label, one, dates)
            for label, one in merging.fitting(found, self._roles.date)
        )

    def _by_label(
        self, reading: Reading, regions: tuple[Span, ...]
    ) -> Iterator[tuple[str, list[Found]]]:
        roles = self._roles
        names = list(self._names.matches(reading.text, LEAST))
        for label in roles.learnt:
            found = self._named_and_learnt(
                reading, regions, label, [m for m in names if m.label == label]
            )
            if label == roles.agreement:
                found += self._trusted(reading.agreements)
            if label == roles.people and label not in self._taggers:
                found += self._trusted(reading.announced)
            yield label, found
        if roles.date is not None:
            yield roles.date, self._trusted(date.found for date in reading.dates)
        if roles.quote is not None:
            yield roles.quote, self._trusted(reading.quotes(regions))

    def _named_and_learnt(
        self, reading: Reading, regions: tuple[Span, ...], label: str, matches: Sequence[Match]
    ) -> list[Found]:
        names = [self._named(reading, match) for match in matches]
        tagger = self._taggers.get(label)
        if tagger is None or reading.article.id in self._tagged_by_gold:
            return names
        text = reading.text
        shown = features.with_names(reading.features, text, matches, self._names.seeded(matches))
        return merging.with_model(names, list(tagger.find(text, shown, regions)))

    def _named(self, reading: Reading, match: Match) -> Found:
        tagged, left = self._names.counts(match.label, match.key)
        engine = self._names.engine_of(match.label, match.key)
        span = reading.text.span(match.first, match.offset, match.after)
        if tagged:
            reason = Reason("tagged", (str(tagged), str(tagged + left)))
        elif engine == Engine.SEED:
            reason = Reason("everybody-knows")
        else:
            known = self._registry.find(match.label, span.of(reading.article.text))
            reason = Reason("registered", (known.canonical if known else "",))
        return Found(span, match.score, engine, reason)

    def _trusted(self, found: Iterable[Found]) -> list[Found]:
        return [replace(one, score=self._trust.score(_rule(one), one.score)) for one in found]

    def _outcomes(
        self, reading: Reading, annotations: Sequence[Annotation], regions: tuple[Span, ...]
    ) -> Iterator[Outcome]:
        roles = self._roles
        there = {(annotation.label, annotation.span) for annotation in annotations}
        by_label: list[tuple[str | None, Iterable[Found]]] = [
            (roles.date, (date.found for date in reading.dates)),
            (roles.quote, reading.quotes(regions)),
            (roles.agreement, reading.agreements),
            (roles.people, reading.announced),
        ]
        for label, some in by_label:
            for one in some if label is not None else ():
                if not any(region.overlaps(one.span) for region in regions):
                    yield _rule(one), (label, one.span) in there

    def _is_hidden(self, article: Article, span: Span, label: str) -> bool:
        return self._rejections.hides(article.id, rejection_of(article.text, span, label))

    def _suggestion(
        self, article: Article, label: str, found: Found, dates: Mapping[Span, FoundDate]
    ) -> Suggestion:
        return Suggestion(
            found.span,
            label,
            round(found.score, 4),
            found.engine,
            found.reason,
            self._attributes(article, label, found, dates),
            found.speaker,
        )

    def _attributes(
        self, article: Article, label: str, found: Found, dates: Mapping[Span, FoundDate]
    ) -> dict[str, str]:
        if label == self._roles.quote:
            return {}
        if label == self._roles.date:
            return offered_values.of_date(self._schema, label, dates[found.span])
        written = found.span.of(article.text)
        return offered_values.of_name(self._schema, label, written, self._used, self._registry)

    def _snapped(self, text: str, found: Found) -> Found:
        """Return what was found from grapheme to grapheme: a joiner behind a word belongs to no token of it."""
        span = Span(*graphemes.snap(text, found.span.start, found.span.end))
        return found if span == found.span else replace(found, span=span)

    def _count_names(self, article_id: str, taught: _Taught | None) -> None:
        before = self._taught.pop(article_id, None)
        old = frozenset(before.annotations) if before else frozenset[Annotation]()
        new = frozenset(taught.annotations) if taught else frozenset[Annotation]()
        for annotation in old - new if before else ():
            self._used.remove(annotation, before.text if before else "")
        for annotation in new - old:
            self._used.add(annotation, taught.text if taught else "")
        if taught is not None:
            self._taught[article_id] = taught

    def _reading(self, article: Article) -> Reading:
        """Return the reading of an article, one of the last few kept; its day of publication may have been corrected."""
        reading = self._readings.pop(article.id, None)
        if reading is None or reading.article.published != article.published:
            learnt = self._learnt.get(article.id)
            reading = Reading(article, learnt.text if learnt else None)
        self._readings[article.id] = reading
        if len(self._readings) > KEPT:
            self._readings.popitem(last=False)
        return reading


def _rule(found: Found) -> str:
    """Return what of a grammar is trusted as one: an agreement's head, a date with a value or without."""
    is_named = found.reason.code == "agreement"
    head = fold_key(found.reason.arguments[0]).removeprefix("ال") if is_named else ""
    return f"{found.reason.code} {head}".strip()
