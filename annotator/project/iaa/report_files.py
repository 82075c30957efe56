"""Write what `annotator.project.iaa.counts` found: for programs, for people, for spreadsheets. Every file whole or not at all."""

import json
import os
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from annotator.errors import ExportFailure
from annotator.iaa.alignment.options import DEFAULT, Edges, Options
from annotator.progress import Progress
from annotator.project.iaa.counts import disagreements, statistics
from annotator.project.paths import AnyPath
from annotator.project.project import Project
from annotator.text import spreadsheet

if TYPE_CHECKING:
    from annotator.iaa.scores.results import Agreement


def json_text(agreement: "Agreement") -> str:
    """Return the report that programs read."""
    from annotator.iaa.report.json_report import to_json

    return json.dumps(to_json(agreement), ensure_ascii=False, indent=1) + "\n"


def paper_text(project: Project, found: "Agreement", style: str, *, language: str = "en") -> str:
    """Return tables for a paper or a read-me file; ``style`` is latex or markdown, ``language`` en or ar."""
    from annotator.iaa.report.html_words import LANGUAGES
    from annotator.iaa.report.latex import to_latex
    from annotator.iaa.report.markdown import to_markdown
    from annotator.iaa.report.papers import Titles, paper

    schema = project.schema
    titles = Titles(
        {label.name: label.title(language) for label in schema.labels},
        {
            (label.name, one.name): one.title(language)
            for label in schema.labels
            for one in label.attributes
        },
        {one.name: one.title(language) for one in schema.relations},
    )
    write = {"latex": to_latex, "markdown": to_markdown}[style]
    return write(paper(project.title, found, LANGUAGES[language], titles))


def write_text(path: AnyPath, text: str) -> None:
    """Replace a file, or raise `ExportFailure` and leave it as it was."""
    with _replacing(Path(path)) as stream:
        stream.write(text)


def html_page(
    project: Project,
    found: "Agreement",
    readings: "Mapping[Edges, Agreement]",
    *,
    language: str = "en",
    annotators: Sequence[str] | None = None,
    options: Options = DEFAULT,
    made: date | None = None,
) -> str:
    """Return the report that people read, one page that needs nothing else.

    ``language`` is en or ar; ``made`` is the day that it is said to be made on, today if not given.
    """
    from annotator.iaa.report.html_report import Report, to_html
    from annotator.iaa.report.html_words import LANGUAGES
    from annotator.iaa.scores.articles import score_articles

    counts = statistics(project, annotators=annotators, options=options)
    report = Report(
        project.title,
        found,
        score_articles(counts),
        {entry.id: entry.title for entry in project.entries()},
        {label.name: label.title(language) for label in project.schema.labels},
        readings,
        options,
        {
            (label.name, attribute.name): attribute.title(language)
            for label in project.schema.labels
            for attribute in label.attributes
        },
        {one.name: one.title(language) for one in project.schema.relations},
        datetime.now(UTC).date() if made is None else made,
    )
    return to_html(report, LANGUAGES[language])


def write_tables(
    project: Project,
    found: "Agreement",
    readings: "Mapping[Edges, Agreement]",
    folder: AnyPath,
    *,
    annotators: Sequence[str] | None = None,
    options: Options = DEFAULT,
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """Write every table and the list of all disagreements into a folder as CSV; all files or, after an error, none."""
    from annotator.iaa.report import tables
    from annotator.iaa.scores.articles import score_articles

    folder = Path(folder)
    titles = {entry.id: entry.title for entry in project.entries()}
    counts = statistics(project, annotators=annotators, options=options, progress=progress)
    made = (
        *tables.tables(found),
        tables.edge_table(readings),
        tables.article_table(score_articles(counts), titles),
    )
    differing = disagreements(project, annotators=annotators, options=options, progress=progress)
    rows = (tables.disagreement_row(one, text) for one, text in differing)
    with ExitStack() as all_or_none:
        for table in made:
            _write_rows(all_or_none, folder / f"{table.name}.csv", table.columns, table.rows)
        path = folder / "disagreements.csv"
        _write_rows(all_or_none, path, tables.DISAGREEMENT_COLUMNS, rows)
    return (*(folder / f"{table.name}.csv" for table in made), path)


def _write_rows(
    stack: ExitStack, path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    spreadsheet.write_rows(
        stack.enter_context(_replacing(path, spreadsheet.ENCODING)), columns, rows
    )


@contextmanager
def _replacing(path: Path, encoding: str = "utf-8") -> Generator[TextIO, None, None]:
    """Give a stream whose content replaces the file when the block ends well."""
    if path.is_dir():
        raise ExportFailure(f"{path} is a folder: give the name of a file to write")
    if path.exists() and not path.is_file():  # it would be replaced by the file
        raise ExportFailure(f"{path} is a device or a pipe: give the name of a file to write")
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("w", encoding=encoding, newline="\n") as stream:
            yield stream
        temporary.replace(path)
    except OSError as error:
        raise ExportFailure(f"{path} could not be written: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
