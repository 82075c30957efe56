"""`hashiya lint`: what in the annotations goes against the guidelines?"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from annotator.cli import arguments, terminal
from annotator.errors import ExportFailure
from annotator.lint import Finding, Severity, lint, message
from annotator.model import Article, Layer, Status
from annotator.project import Project

LONGEST_QUOTED = 60
"""Characters of an annotation that are printed; of a longer one the middle is left out."""

Found = tuple[str, Article, Layer, Finding]


def register(app: typer.Typer) -> None:
    app.command(
        name="lint",
        epilog=arguments.examples(
            "hashiya lint karabakh",
            "hashiya lint karabakh --annotator sara --json findings.json",
            "hashiya lint karabakh --strict",
        ),
    )(check_annotations)


def check_annotations(
    project: arguments.ExistingProject,
    annotator: arguments.Annotator = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--json", metavar="FILE", help="Write the findings to a file of JSON as well."
        ),
    ] = None,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="End with exit code 1 where there is any finding."),
    ] = False,
) -> None:
    """Print what in the annotations goes against the guidelines, one finding a line.

    A line has annotator, article, start, end, severity, rule, the words meant and what is wrong with them, parted by
    tabs. Offsets are code points. Reads only; findings are advice, so the exit code is 0
    unless --strict is given.
    """
    with (
        Project.open(project, read_only=True) as opened,
        terminal.progress("looking over") as progress,
    ):
        known = opened.annotating()
        if annotator is not None and annotator not in known:
            names = ", ".join(known) or "nobody yet"
            raise typer.BadParameter(f"'{annotator}' has annotated nothing here; there are {names}")
        found = list(_look_over(opened, (annotator,) if annotator else known, progress))
    if out is not None:
        _write(out, found)
    for name, article, _, finding in found:
        terminal.say_row(
            name,
            article.id,
            finding.span.start,
            finding.span.end,
            finding.severity.name.lower(),
            finding.rule,
            _quoted(article.text, finding),
            message(finding),
        )
    _sum_up(found)
    if strict and found:
        raise typer.Exit(1)


def _look_over(
    project: Project, annotators: tuple[str, ...], progress: terminal.Progress
) -> Iterator[Found]:
    entries = project.entries()
    for number, entry in enumerate(entries):
        progress(number, len(entries))
        article = project.article(entry.id)
        for name in annotators:
            layer = project.layer(entry.id, name)
            if layer.status != Status.NEW or len(layer):
                for finding in lint(article, layer, project.schema):
                    yield name, article, layer, finding


def _quoted(text: str, finding: Finding) -> str:
    words = " ".join(text[finding.span.start : finding.span.end].split())
    if len(words) > LONGEST_QUOTED:
        words = f"{words[: LONGEST_QUOTED // 2]} … {words[-LONGEST_QUOTED // 2 :]}"
    return f"⟦{words}⟧"


def _sum_up(found: list[Found]) -> None:
    if not found:
        terminal.complain("nothing to mend")
        return
    mendable = sum(finding.fix is not None for *_, finding in found)
    kinds = Counter(finding.rule for *_, finding in found).most_common()
    counts = ", ".join(f"{count} {rule}" for rule, count in kinds)
    findings = "1 finding" if len(found) == 1 else f"{len(found)} findings"
    terminal.complain(f"{findings}, {mendable} with a fix: {counts}")


def _write(out: Path, found: list[Found]) -> None:
    rows = [
        {
            "annotator": name,
            "article": article.id,
            "rule": finding.rule,
            "severity": Severity(finding.severity).name.lower(),
            "start": finding.span.start,
            "end": finding.span.end,
            "text": article.text[finding.span.start : finding.span.end],
            "annotation": finding.annotation,
            "label": layer[finding.annotation].label if finding.annotation else None,
            "other": finding.other,
            "message": message(finding),
            "has_fix": finding.fix is not None,
        }
        for name, article, layer, finding in found
    ]
    try:
        with out.open("w", encoding="utf-8", newline="\n") as stream:
            json.dump(
                {"offset_unit": "codepoint", "findings": rows}, stream, ensure_ascii=False, indent=1
            )
            stream.write("\n")
    except OSError as error:
        raise ExportFailure(f"{out} could not be written: {error.strerror or error}") from error
