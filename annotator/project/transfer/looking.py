"""A look at files before they are imported: what each is taken for, and the labels in it. Nothing is written."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from annotator.errors import AnnotatorError, ImportFailure
from annotator.importers.base import Imported, Importer, Noted, Outcome, Refused
from annotator.importers.common_options import ANNOTATOR, LABELS
from annotator.importers.recognising import AUTO, NotReadError
from annotator.importers.texts.day_order import DayOrder
from annotator.model import Schema
from annotator.options import Words
from annotator.progress import Progress
from annotator.project.transfer.import_files import Found, Walk
from annotator.project.transfer.import_plan import Reading
from annotator.project.transfer.import_report import FileReport

MOST_FILES = 20
"""Files looked into; the import itself judges each one."""

MOST_BYTES = 5_000_000
"""Bytes of a file that is read for its labels: a look is no import."""

_ROW_BY_ROW = (".csv", ".tsv", ".jsonl")
"""Endings of files whose first articles are read without the others, however large they are."""

MOST_ARTICLES = 200
"""Articles that are read for their labels, of all files together, and `LEAST_ARTICLES` of each."""

LEAST_ARTICLES = 10

LONGEST = 64
MOST_WARNINGS = 3

_SOMEBODY = "somebody"


@dataclass(frozen=True, slots=True)
class Seen:
    """What one file would be taken for, with the format's name, or why it would be refused."""

    path: Path
    taken_for: Words | None
    why_not: str = ""
    looks_like: Words | None = None
    """What a file is that would be refused, where that is known and cannot be read."""
    format: str = ""
    articles: int = 0
    annotations: int = 0
    is_all: bool = False
    """Whether the counts are of the whole file; of a large one the first articles are read, or none."""
    sample: str = ""
    """How the text of the first article begins, at most `LONGEST` characters of one line."""
    warnings: tuple[str, ...] = ()
    """What would be left out, refused or guessed, each kind once, `MOST_WARNINGS` of them."""


@dataclass(frozen=True, slots=True)
class Look:
    """``labels`` are those of the files, as they are there, with how often they were met among the first articles.

    ``open_day`` is a day of publication that may have the day or the month first, where nothing in them tells; else empty.
    """

    files: tuple[Seen, ...] = ()
    labels: Mapping[str, int] = field(default_factory=Counter[str])
    open_day: str = ""
    is_whole: bool = False
    """Whether every file was looked into, and is of a format that is known."""

    @property
    def formats(self) -> frozenset[str]:
        """The names of the formats of the files that would be read."""
        return frozenset(file.format for file in self.files if file.format)


def look(
    paths: Iterable[Path],
    schema: Schema,
    format_name: str = AUTO,
    given: Mapping[str, object] | None = None,
    progress: Progress | None = None,
) -> Look:
    """Look at the first files; ``given`` are the options as they are chosen so far.

    Raises what ``progress`` raises, nothing for what files hold. Of twenty large files it takes seconds: no window waits for it.
    """
    options = {n: v for n, v in (given or {}).items() if n != LABELS.name and v is not None}
    if ANNOTATOR.name not in options and format_name == AUTO:
        options[ANNOTATOR.name] = _SOMEBODY
    try:
        reading = Reading(format_name, options, schema)
    except AnnotatorError:
        return Look()
    labels: Counter[str] = Counter()
    days = DayOrder()
    first = list(islice(Walk(format_name, _leave_packed).files(paths), MOST_FILES))
    most = max(MOST_ARTICLES // max(len(first), 1), LEAST_ARTICLES)
    files: list[Seen] = []
    for number, found in enumerate(first):

        def tell(number: int = number) -> None:
            if progress is not None:
                progress(number, len(first))

        files.append(_seen(found, reading, labels, days, most, tell))
    is_whole = len(files) < MOST_FILES and all(file.format or file.looks_like for file in files)
    return Look(tuple(files), labels, days.example if days.is_open else "", is_whole)


def _leave_packed(path: Path) -> Path:
    raise ImportFailure("a zip: what is in it is seen when it is imported")


def _seen(
    found: Found,
    reading: Reading,
    labels: Counter[str],
    days: DayOrder,
    most: int,
    tell: Callable[[], None],
) -> Seen:
    """Return what a file would be taken for, count the labels of its ``most`` first articles, and see their days."""
    tell()
    if found.why_not:
        return Seen(found.path, None, found.why_not if found.is_named else "")
    try:
        importer, options, _ = reading.of_file(found)
    except AnnotatorError as error:
        is_said = found.is_named or isinstance(error, NotReadError)
        looks_like = error.looks_like if isinstance(error, NotReadError) else None
        return Seen(found.path, None, str(error) if is_said else "", looks_like)
    sight = _Sight(found.path)
    if found.path.suffix.lower() in _ROW_BY_ROW or _size(found.path) <= MOST_BYTES:
        outcomes = importer.read(found.path, options)
        for outcome in islice(outcomes, most):
            tell()
            sight.take(outcome)
            if isinstance(outcome, Imported):
                labels.update(a.label for layer in outcome.layers for a in layer)
                days.see(outcome.article.published)
        sight.is_all = next(outcomes, None) is None
    return sight.seen(importer)


class _Sight:
    """What the first articles of one file hold."""

    def __init__(self, path: Path) -> None:
        self._report = FileReport(path)
        self._flaws: dict[str, tuple[int, str]] = {}
        self._sample = ""
        self.is_all = False

    def take(self, outcome: Outcome) -> None:
        report = self._report
        if isinstance(outcome, Refused):
            report.refused.append(outcome)
        elif isinstance(outcome, Noted):
            report.note(outcome.note)
        else:
            report.note(*outcome.notes)
            report.articles += 1
            report.annotations += sum(map(len, outcome.layers))
            self._sample = self._sample or _beginning(outcome.article.text)
            for flaw in outcome.flaws:
                count, first = self._flaws.get(flaw.kind, (0, flaw.reason))
                self._flaws[flaw.kind] = count + 1, first

    def seen(self, importer: Importer) -> Seen:
        report = self._report
        flaws = [f"{count} {kind}: {first}" for kind, (count, first) in self._flaws.items()]
        return Seen(
            report.path,
            importer.title,
            format=importer.name,
            articles=report.articles,
            annotations=report.annotations,
            is_all=self.is_all,
            sample=self._sample,
            warnings=tuple([*report.refusals(), *flaws, *report.notes][:MOST_WARNINGS]),
        )


def _beginning(text: str) -> str:
    """Return the beginning of the first line with anything on it, cut between words."""
    line = next((one.strip() for one in text.split("\n") if one.strip()), "")
    if len(line) <= LONGEST:
        return line
    cut = line[:LONGEST]
    return f"{cut.rpartition(' ')[0] or cut}…"


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
