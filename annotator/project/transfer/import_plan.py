"""What an import is going to do, worked out completely before the first byte is written."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from annotator.errors import AnnotatorError, ImportFailure, OptionError
from annotator.importers import PLUGINS, REGISTRY, recognising, settling
from annotator.importers.base import Imported, Importer, ImportOptions, Noted, Refused
from annotator.importers.common_options import ANNOTATOR, LABELS
from annotator.importers.labels import LabelRules, Labels
from annotator.importers.texts import day_order
from annotator.model import Annotation, Article, Layer, Schema, Status
from annotator.options import known_to
from annotator.progress import Progress
from annotator.project.transfer.import_files import Found, Walk
from annotator.project.transfer.import_report import FileReport
from annotator.store.files.layout import annotator_name
from annotator.store.files.spool import Spool
from annotator.store.shared.catalog import METADATA, ArticleEntry, Catalog
from annotator.text.storable import storable

Unpack = Callable[[Path], Path]
"""Takes a zip to a folder of what is in it."""


@dataclass(slots=True)
class PlannedArticle:
    """A new article: where it waits, and its metadata, whose gaps later files may fill."""

    place: int
    title: str
    published: str | None
    source: str | None
    url: str | None
    fields: Mapping[str, str]
    file: FileReport


@dataclass(frozen=True, slots=True)
class PlannedLayer:
    """A layer to take for an annotator who has none on the article, where it and the article wait, and its file."""

    annotator: str
    article: int
    layer: int
    file: FileReport


class Plan:
    """New articles, gaps of known articles' metadata to fill, and layers by (annotator, article id).

    Texts and annotations wait on the disk, so that memory stays the same however many there are.
    """

    def __init__(self, waiting: Spool[Article | Layer]) -> None:
        self.files: list[FileReport] = []
        self.articles: dict[str, PlannedArticle] = {}
        self.metadata: dict[str, dict[str, Any]] = {}
        self.layers: dict[tuple[str, str], PlannedLayer] = {}
        self.waiting = waiting

    def article(self, place: int) -> Article:
        return cast("Article", self.waiting.read(place))

    def layer(self, place: int) -> Layer:
        return cast("Layer", self.waiting.read(place))

    def new_articles(self) -> Iterator[Article]:
        """Yield the new articles in order, their metadata as it is by now."""
        for planned in self.articles.values():
            yield replace(
                self.article(planned.place),
                fields=planned.fields,
                **{name: getattr(planned, name) for name in METADATA},
            )


class Reading:
    """The format of each file and how to read it. Raises `ImportFailure` for a format or an option that does not exist."""

    def __init__(
        self,
        format_name: str,
        given: Mapping[str, object],
        schema: Schema,
        article: Callable[[str], Article | None] = lambda _: None,
    ) -> None:
        """``article`` gives one of the project by its id, for files that have none of their texts."""
        PLUGINS.load()
        known = known_to(REGISTRY)
        if name := given.get(ANNOTATOR.name):
            given = {**given, ANNOTATOR.name: annotator_name(str(name))}
        self.format = format_name
        if format_name != recognising.AUTO:
            importer = recognising.named(format_name)
            options = {format_name: importer.choose(given, schema, known)}
        else:
            if unknown := next((name for name in given if name not in known), None):
                raise OptionError(
                    f"no import format has an option {unknown}: there are {', '.join(known)}"
                )
            options = {
                importer.name: importer.choose(
                    {n: value for n, value in given.items() if importer.name in known[n]}, schema
                )
                for importer in REGISTRY.values()
            }
        rules = LabelRules.parse(str(given.get(LABELS.name) or ""))
        self.labels = Labels(schema, rules)
        """What labels are here, for all files together, so that a new one is made once."""
        self._options = {
            n: replace(chosen, labels=self.labels, article=article) for n, chosen in options.items()
        }

    def of_file(self, found: Found) -> tuple[Importer, ImportOptions, tuple[str, ...]]:
        """Return what reads a file or a folder, how, and a note where the file is not what its name says.

        Raise an `AnnotatorError` where nothing does.
        """
        if found.importer is not None:
            importer, notes = found.importer, ()
        else:
            importer, notes = recognising.recognise(found.path, self.format)
            if importer.claims is not None and not importer.suffixes:
                raise ImportFailure(f"{importer.name} is a folder of files: name the folder")
        if importer.needs is not None:
            importer.needs.load()
        return importer, self._options[importer.name], notes


class Planner:
    """Reads files and decides what each article and layer in them means for the project."""

    def __init__(
        self,
        catalog: Catalog,
        read_layer: Callable[[Article, str], Layer],
        is_readable: Callable[[str], bool],
        waiting: Spool[Article | Layer],
        *,
        day_first: bool | None = None,
    ) -> None:
        """``is_readable`` tells of an article of the catalog whether its text is there and whole.

        ``day_first`` says how to read 05/11/2015 where the days of publication do not tell it.
        """
        self.plan = Plan(waiting)
        self._is_readable = is_readable
        self._catalog = catalog
        self._read_layer = read_layer
        self._items = 0
        self._days = day_order.DayOrder(day_first)
        self._first_waiting: FileReport | None = None

    def read(
        self, paths: Iterable[Path], reading: Reading, unpack: Unpack, progress: Progress | None
    ) -> None:
        """Read every file, a folder's files in order of name. Raises only what ``progress`` raises."""
        for found in Walk(reading.format, unpack).files(paths):
            report = FileReport(found.path)
            self.plan.files.append(report)
            if found.why_not:
                _refuse_or_skip(report, ImportFailure(found.why_not), is_named=found.is_named)
                continue
            try:
                importer, options, notes = reading.of_file(found)
            except AnnotatorError as error:
                is_something = isinstance(error, recognising.NotReadError)
                _refuse_or_skip(report, error, is_named=found.is_named or is_something)
                continue
            report.format = importer.name
            report.note(*notes)
            for outcome in settling.read(importer, found.path, options):
                self._items += 1
                if progress is not None:
                    progress(self._items, 0)
                if isinstance(outcome, Refused):
                    report.refused.append(outcome)
                elif isinstance(outcome, Noted):
                    report.note(outcome.note)
                else:
                    self._take(outcome, report)
        self._settle_days()

    def _take(self, imported: Imported, report: FileReport) -> None:
        article = _with_storable_words(imported.article)
        report.note(*imported.notes)
        self._days.see(article.published)
        if self._days.example and self._first_waiting is None:
            self._first_waiting = report
        is_listed = article.id in self._catalog
        if article.id in self.plan.articles or (is_listed and self._is_readable(article.id)):
            report.known += 1
            self._fill_metadata(article, report)
        else:
            if is_listed:
                report.note(f"{named(article)}: its text was damaged or gone, and is there again")
            report.articles += 1
            place = self.plan.waiting.append(article)
            self.plan.articles[article.id] = PlannedArticle(
                place,
                article.title,
                article.published,
                article.source,
                article.url,
                article.fields,
                report,
            )
        for layer in imported.layers:
            try:
                named_well = replace(layer, annotator=annotator_name(layer.annotator))
                self._take_layer(article, named_well, report)
            except AnnotatorError as error:
                report.refused.append(Refused(named(article), str(error)))

    def _fill_metadata(self, article: Article, report: FileReport) -> None:
        planned = self.plan.articles.get(article.id)
        known = planned or self._catalog[article.id]
        now = _metadata(known)
        given = _metadata(article)
        _meet(now, given)
        if planned is not None:
            planned.published = now["published"]
        gaps = {name: value for name, value in given.items() if value and not now.get(name)}
        differing = [
            f"{name} {value!r} (kept {now[name]!r})"
            for name, value in given.items()
            if value and now.get(name) not in (None, "", value)
        ]
        if differing:
            report.skipped.append(f"{named(article)}: {', '.join(differing)}")
        fields = {n: value for n in article.fields if (value := gaps.pop(f"fields.{n}", None))}
        if planned is not None:
            planned.fields = {**planned.fields, **fields}
            for name, value in gaps.items():
                setattr(planned, name, value)
        elif gaps or fields:
            found = self.plan.metadata.setdefault(article.id, {})
            found.update(gaps)
            if fields:
                found["fields"] = {**found.get("fields", {}), **fields}

    def _settle_days(self) -> None:
        """Give the days that waited for all others their form, or leave them out and say so."""
        if self._first_waiting is not None and self._days.reason:
            self._first_waiting.note(self._days.reason)
        for planned in self.plan.articles.values():
            if (day := planned.published) and day_order.waits(day):
                planned.published = self._days.settle(day)
                if planned.published is None:
                    planned.file.note(self._days.open_reason)
        for found in self.plan.metadata.values():
            if (day := found.get("published")) and day_order.waits(day):
                settled = self._days.settle(day)
                if settled:
                    found["published"] = settled
                    continue
                del found["published"]
                if self._first_waiting is not None:
                    self._first_waiting.note(self._days.open_reason)

    def _take_layer(self, article: Article, incoming: Layer, report: FileReport) -> None:
        key = (incoming.annotator, article.id)
        planned = self.plan.layers.get(key)
        before = (
            self.plan.layer(planned.layer)
            if planned
            else self._read_layer(article, incoming.annotator)
        )
        if not is_untouched(before):
            report.skipped.append(f"{named(article)}: {why_left(before, incoming)}")
            return
        for annotation in incoming.annotations.values():
            annotation.span.of(article.text)
        new = self.plan.articles.get(article.id)
        place = new.place if new else planned.article if planned else self._wait(article)
        self.plan.layers[key] = PlannedLayer(
            incoming.annotator, place, self._wait(incoming), report
        )

    def _wait(self, value: Article | Layer) -> int:
        return self.plan.waiting.append(value)


def _metadata(known: Article | ArticleEntry | PlannedArticle) -> dict[str, str | None]:
    """Return what is known of an article under names that are all different."""
    fields = {f"fields.{name}": value for name, value in known.fields.items()}
    return {name: getattr(known, name) for name in METADATA} | fields


def _meet(now: dict[str, str | None], given: dict[str, str | None]) -> None:
    """Take a day whose order is open for the day that is known of the same article, where it may be that one."""
    known, new = now["published"], given["published"]
    if not known or not new or known == new:
        return
    if day_order.waits(new) and known in day_order.readings(new):
        given["published"] = known
    elif day_order.waits(known) and new in day_order.readings(known):
        now["published"] = new


def named(article: Article) -> str:
    return f"{article.title or 'article'} ({article.id})"


def is_untouched(layer: Layer) -> bool:
    """Tell whether a layer holds nothing; finished with nothing found is something."""
    there = layer.annotations or layer.relations or layer.zones or layer.remarks
    return not there and layer.status != Status.DONE


def why_left(before: Layer, incoming: Layer) -> str:
    there = {_content(annotation) for annotation in before}
    new = sum(_content(annotation) not in there for annotation in incoming)
    if not new:
        return f"{before.annotator} has all {len(incoming)} annotations already"
    return (
        f"{before.annotator} already has {len(before)} annotations there, which are kept; "
        f"{new} of the {len(incoming)} in the file are others and were not taken"
    )


def _content(annotation: Annotation) -> tuple[object, ...]:
    return (
        annotation.span,
        annotation.label,
        tuple(sorted(annotation.attributes.items())),
        annotation.note,
    )


def _with_storable_words(article: Article) -> Article:
    """Return an article whose metadata can be written down: it may come from a file's name, which need not be text."""
    words: dict[str, Any] = {
        name: storable(value) for name in METADATA if (value := getattr(article, name))
    }
    words["fields"] = {name: storable(value) for name, value in article.fields.items()}
    return (
        replace(article, **words)
        if any(getattr(article, n) != w for n, w in words.items())
        else article
    )


def _refuse_or_skip(report: FileReport, error: AnnotatorError, *, is_named: bool) -> None:
    if is_named:
        report.refused.append(Refused(report.path.name, str(error)))
    else:
        report.skipped.append(str(error))
