"""`hashiya export`: write what trainers and other tools read."""

from pathlib import Path
from typing import Annotated

import typer

from annotator.cli import arguments, terminal
from annotator.exporters import REGISTRY
from annotator.exporters.base import MISALIGNED, NESTED
from annotator.project import Project

STATUSES = ("any", "done")

SHARES = 3
"""A split is train, dev and test."""


def register(app: typer.Typer) -> None:
    app.command(
        name="export",
        epilog=arguments.examples(
            "hashiya export karabakh --annotator sara --format conll2003 --out sara.conll",
            "hashiya export karabakh --gold --format jsonl --split 80/10/10 --out gold.jsonl",
        ),
    )(export)


def export(
    project: arguments.ExistingProject,
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            metavar="PATH",
            help="The file to write. With --split, train, dev and test are added to its name.",
        ),
    ],
    format: Annotated[  # noqa: A002 - the option's name on the command line
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            callback=arguments.one_of(REGISTRY),
            help="; ".join(f"{name}: {exporter.title}" for name, exporter in REGISTRY.items()),
        ),
    ],
    annotator: arguments.Annotator = None,
    gold: Annotated[
        bool, typer.Option("--gold", help="The adjudicated annotations instead of an annotator's.")
    ] = False,
    nested: Annotated[
        str,
        typer.Option(
            "--nested",
            metavar="HOW",
            callback=arguments.one_of(NESTED),
            help="Where spans lie inside each other and the format holds one tag a token: "
            "keep outermost or innermost, or write one file for each label (per-label).",
        ),
    ] = "outermost",
    misaligned: Annotated[
        str | None,
        typer.Option(
            "--misaligned",
            metavar="HOW",
            callback=arguments.one_of(MISALIGNED),
            help="Spans that begin or end inside a token: expand them to the token, split the token, "
            "drop the span, or stop (error). Each format has the default that suits it.",
        ),
    ] = None,
    split: Annotated[
        str | None,
        typer.Option(
            "--split",
            metavar="80/10/10",
            help="Write train, dev and test by these shares of the articles; near-identical texts stay together.",
        ),
    ] = None,
    seed: Annotated[
        int,
        typer.Option(
            "--seed", help="Another seed draws another split; the same seed the same one."
        ),
    ] = 13,
    status: Annotated[
        str,
        typer.Option(
            "--status",
            metavar="WHICH",
            callback=arguments.one_of(STATUSES),
            help="Which articles: any, or only those the annotator has finished (done).",
        ),
    ] = "any",
    skip_zones: Annotated[
        bool,
        typer.Option("--skip-zones", help="Leave out annotations in regions marked out of scope."),
    ] = False,
    columns: Annotated[
        int,
        typer.Option("--columns", help="conll2003 only: 4 (FORM -X- -X- TAG) or 2 (FORM TAG)."),
    ] = 4,
) -> None:
    """Write annotations to a file and report what the format could not hold."""
    if gold and annotator:
        raise typer.BadParameter("--gold and --annotator exclude each other")
    shares = None if split is None else read_shares(split)
    with (
        Project.open(project, read_only=True) as opened,
        terminal.progress("exporting") as progress,
    ):
        report = opened.export(
            out,
            format=format,
            annotator=annotator,
            gold=gold,
            nested=nested,
            misaligned=misaligned,
            split=shares,
            seed=seed,
            status=status,
            columns=columns,
            skip_zones=skip_zones,
            progress=progress,
        )
    terminal.say(*report.lines())


def read_shares(text: str) -> tuple[int, int, int]:
    """Read ``80/10/10``; raise typer's `BadParameter` for anything but three shares that make 100."""
    parts = text.split("/")
    if len(parts) == SHARES and all(part.isdecimal() for part in parts):
        train, dev, test = (int(part) for part in parts)
        if train + dev + test == 100:
            return train, dev, test
    raise typer.BadParameter(
        f"'{text}' is not three shares that add up to 100, such as 80/10/10", param_hint="--split"
    )
