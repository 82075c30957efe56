"""`hashiya agreement`: how far annotators agree, and where they differ."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from annotator.cli import agreement_floors as floors
from annotator.cli import agreement_table, arguments, terminal
from annotator.iaa.alignment.options import Edges, Options
from annotator.project import Project
from annotator.project.iaa import report_files
from annotator.project.iaa.counts import agreement, agreement_by_edges

if TYPE_CHECKING:
    from annotator.iaa.scores.results import Agreement

STANDARD_OUTPUT = "-"
LANGUAGES = ("en", "ar")
STYLES = ("table", "markdown", "latex", "json", "html")
"""What standard output may hold."""


class AgreementCommand(TyperCommand):
    """Takes ``--json`` without a file for standard output, which typer's options cannot say."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        filled: list[str] = []
        for here, following in zip(args, [*args[1:], "--"], strict=True):
            filled.append(here)
            if here == "--json" and following.startswith("--"):
                filled.append(STANDARD_OUTPUT)
        return super().parse_args(ctx, filled)


def register(app: typer.Typer) -> None:
    app.command(
        name="agreement",
        cls=AgreementCommand,
        epilog=arguments.examples(
            "hashiya agreement karabakh --html agreement.html",
            "hashiya agreement karabakh --annotators sara,omar --json - | jq .mean",
            "hashiya agreement karabakh --format latex > agreement.tex",
            "hashiya agreement karabakh --min-f1 .8 --min-f1 quote=.6",
        ),
    )(measure)


def measure(
    project: arguments.ExistingProject,
    annotators: Annotated[
        str | None,
        typer.Option(
            "--annotators",
            metavar="A,B",
            help="Whose work, names parted by commas; everybody's but gold's if not given.",
        ),
    ] = None,
    labels: Annotated[
        str | None,
        typer.Option("--labels", metavar="X,Y", help="Which labels; all if not given."),
    ] = None,
    json: Annotated[
        str | None,
        typer.Option(
            "--json", metavar="FILE", help="Write the report for programs; - for standard output."
        ),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write the report for people, a single page."),
    ] = None,
    csv: Annotated[
        Path | None,
        typer.Option(
            "--csv", metavar="DIR", help="Write the tables and the list of all disagreements."
        ),
    ] = None,
    bootstrap: Annotated[
        int,
        typer.Option("--bootstrap", min=0, help="Draws for the 95 % intervals; 0 makes none."),
    ] = 1000,
    seed: Annotated[
        int, typer.Option("--seed", min=0, help="The same seed gives the same intervals.")
    ] = 1,
    language: Annotated[
        str,
        typer.Option(
            "--language",
            metavar="LANG",
            callback=arguments.one_of(LANGUAGES),
            help="Of the HTML report and of Markdown and LaTeX: en or ar.",
        ),
    ] = "en",
    style: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            callback=arguments.one_of(STYLES),
            help="What is printed: table, markdown, latex (booktabs), json or html.",
        ),
    ] = "table",
    least: Annotated[
        list[str] | None,
        typer.Option(
            "--min-f1",
            metavar="[LABEL=]F1",
            help="End with exit code 1 where the mean exact F1, of all labels or of LABEL, is lower or undefined.",
        ),
    ] = None,
    edges: Annotated[
        bool,
        typer.Option(
            "--edges",
            help="Print, too, what exact F1 would be with punctuation or clitics left out of account.",
        ),
    ] = False,
    in_progress: Annotated[
        bool, typer.Option("--in-progress", help="Compare unfinished work, too.")
    ] = False,
    with_zones: Annotated[
        bool, typer.Option("--with-zones", help="Compare what lies out of scope, too.")
    ] = False,
) -> None:
    """Measure inter-annotator agreement on the articles that two annotators or more have finished.

    Exact F1 counts equal spans with equal labels, relaxed F1 spans that overlap; alpha is Krippendorff's, on characters.
    """
    wanted = floors.read(least or [])
    names = _names(annotators)
    options = Options(in_progress=in_progress, zones=with_zones)
    with Project.open(project) as opened, terminal.progress("comparing") as progress:
        found = agreement(
            opened,
            annotators=names,
            labels=_names(labels),
            options=options,
            draws=bootstrap,
            seed=seed,
            progress=progress,
        )
        failures = floors.missed(wanted, found)
        readings: dict[Edges, Agreement] = {}
        if edges or html is not None or csv is not None or style == "html":
            readings = agreement_by_edges(
                opened, annotators=names, options=options, progress=progress
            )

        def page() -> str:
            return report_files.html_page(
                opened, found, readings, language=language, annotators=names, options=options
            )

        written: list[Path] = []
        if json not in (None, STANDARD_OUTPUT):
            written.append(Path(str(json)))
            report_files.write_text(written[-1], report_files.json_text(found))
        if html is not None:
            report_files.write_text(html, page())
            written.append(html)
        if csv is not None:
            written += report_files.write_tables(
                opened, found, readings, csv, annotators=names, options=options, progress=progress
            )
        text = None
        if json == STANDARD_OUTPUT or style == "json":
            text = report_files.json_text(found)
        elif style == "html":
            text = page()
        elif style != "table":
            text = report_files.paper_text(opened, found, style, language=language)
    if text is not None:
        terminal.say(*text.splitlines())
    else:
        terminal.say(*agreement_table.lines(found, readings))
        terminal.say(*(f"wrote {path}" for path in written))
    if failures:
        for failure in failures:
            terminal.complain(failure)
        raise typer.Exit(1)


def _names(text: str | None) -> list[str] | None:
    return None if text is None else _unique(name.strip() for name in text.split(","))


def _unique(names: Iterable[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name]
