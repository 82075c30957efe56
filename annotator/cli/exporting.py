"""`hashiya export`: write what trainers and other tools read."""

from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, Any

import typer

from annotator.cli import arguments, format_options, terminal
from annotator.errors import OptionError
from annotator.project import Project, formats
from annotator.project.transfer.export_report import compared

STATUSES = ("any", "done")

SHARES = 3
"""A split is train, dev and test."""


def register(app: typer.Typer) -> None:
    examples = arguments.examples(
        "hashiya export karabakh --annotator sara --format conll2003 --out sara.conll",
        "hashiya export karabakh --gold --format jsonl --split 80/10/10 --out gold.jsonl",
    )
    known = formats.exports()
    app.command(
        name="export",
        cls=format_options.FormatsCommand,
        epilog=f"{format_options.describe(known)}\n\n{examples}",
    )(format_options.with_options(export, formats.export_options(), len(known)))


def _check_format(value: str) -> str | None:
    return arguments.one_of(exporter.name for exporter in formats.exports())(value)


def export(
    project: arguments.ExistingProject,
    format: Annotated[  # noqa: A002 - the option's name on the command line
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            callback=_check_format,
            help="One of the formats below.",
        ),
    ],
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            metavar="PATH",
            help="The file to write, or the folder of a format that is one; - is standard output, for a format of one file "
            "(a file called so is ./-). With --split, train, dev and test are added to its name, or are folders in it.",
        ),
    ] = None,
    annotator: arguments.Annotator = None,
    gold: Annotated[
        bool, typer.Option("--gold", help="The adjudicated annotations instead of an annotator's.")
    ] = False,
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
        str | None,
        typer.Option(
            "--status",
            metavar="WHICH",
            callback=arguments.one_of(STATUSES),
            help="Which articles: any, or only those that are finished (done). Without it done for --gold, as an article that "
            "nobody reviewed would teach that there is nothing to find, and any for an annotator.",
        ),
    ] = None,
    preview: Annotated[
        bool,
        typer.Option(
            "--preview",
            help="Write nothing, and say what would be lost, with each choice of the options on which that depends. Needs no --out.",
        ),
    ] = False,
    *,
    options: Mapping[str, object],
) -> None:
    """Write annotations to a file and report what the format could not hold, and what was left out.

    Exits with 1 where there is nothing to write. With --out - the report goes to standard error.
    """
    if gold and annotator:
        raise typer.BadParameter("--gold and --annotator exclude each other")
    for complaint in formats.complaints():
        terminal.complain(complaint)
    try:
        formats.check_export(format, options)
    except OptionError as error:
        raise format_options.refuse(error) from None
    if preview:
        _preview(project, format, options, annotator=annotator, gold=gold, status=status)
        return
    if out is None:
        raise typer.BadParameter(
            "name the file to write, or - for standard output", param_hint="--out"
        )
    to_stdout = out == arguments.STREAM
    shares = None if split is None else read_shares(split)
    with (
        Project.open(project, read_only=True) as opened,
        terminal.output() if to_stdout else nullcontext(Path(out)) as place,
        terminal.progress("exporting") as progress,
    ):
        report = opened.export(
            place,
            format=format,
            annotator=annotator,
            gold=gold,
            split=shares,
            seed=seed,
            status=status,
            options=options,
            progress=progress,
        )
    (terminal.tell if to_stdout else terminal.say)(*report.lines())


def _preview(
    project: Path,
    format_name: str,
    options: Mapping[str, object],
    *,
    annotator: str | None,
    gold: bool,
    status: str | None,
) -> None:
    """Print what an export would lose, and what each other choice of an option would."""
    exporter = formats.exporter_named(format_name)
    values = {option.name: option.default for option in exporter.all_options} | dict(options)
    chosen: dict[str, Any] = {
        "format": format_name,
        "annotator": annotator,
        "gold": gold,
        "status": status,
        "options": options,
    }
    with Project.open(project, read_only=True) as opened:
        with terminal.progress("counting") as progress:
            seen = opened.preview_export(**chosen, progress=progress)
        with terminal.progress("counting other choices") as progress:
            others = opened.preview_choices(**chosen, progress=progress)
    terminal.say("nothing was written; the export would give:", *seen.lines())
    if lines := compared(seen, values, others):
        terminal.say("what each choice would do:", *lines)


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
