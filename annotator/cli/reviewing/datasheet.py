"""`hashiya datasheet`: what the dataset is, for those who will use it."""

from pathlib import Path
from typing import Annotated

import typer

from annotator.cli import arguments, terminal
from annotator.cli.exporting import read_shares
from annotator.project import Project


def register(app: typer.Typer) -> None:
    app.command(
        name="datasheet",
        epilog=arguments.examples(
            "hashiya datasheet karabakh --out DATASHEET.md",
            "hashiya datasheet karabakh --language ar --pseudonyms",
        ),
    )(datasheet)


def datasheet(
    project: arguments.ExistingProject,
    out: Annotated[
        str,
        typer.Option(
            "--out",
            metavar="FILE",
            help="The Markdown file to write; - is standard output (a file called so is ./-).",
        ),
    ] = arguments.STREAM,
    language: Annotated[
        str,
        typer.Option(
            "--language",
            metavar="en|ar",
            callback=arguments.one_of(("en", "ar")),
            help="Of what is written.",
        ),
    ] = "en",
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing but complaints.")] = False,
    pseudonyms: Annotated[
        bool, typer.Option("--pseudonyms", help="Call annotators A1, A2 and so on.")
    ] = False,
    split: Annotated[
        str,
        typer.Option(
            "--split", metavar="80/10/10", help="The shares of train, dev and test to describe."
        ),
    ] = "80/10/10",
    seed: Annotated[int, typer.Option("--seed", help="Of the split to describe.")] = 13,
    bootstrap: Annotated[
        int,
        typer.Option("--bootstrap", min=0, help="Draws for the 95 % intervals; 0 makes none."),
    ] = 1000,
) -> None:
    """Describe the dataset: sources, period, sizes, labels, guidelines, annotators, agreement, gold, losses and splits.

    What is not there yet, such as gold or a second annotator, is said with what would bring it.
    """
    from annotator.datasheet.gathering import gather_datasheet
    from annotator.datasheet.markdown import to_markdown
    from annotator.project.iaa.report_files import write_text

    shares = read_shares(split)
    with Project.open(project, read_only=True) as opened, terminal.progress("reading") as progress:
        sheet = gather_datasheet(
            opened,
            shares=shares,
            seed=seed,
            draws=bootstrap,
            progress=progress,
        )
    text = to_markdown(sheet.named(pseudonyms=pseudonyms), language)
    if out == arguments.STREAM:
        with terminal.output() as stream:
            stream.write(text.encode("utf-8"))
            stream.flush()
        return
    write_text(Path(out), text)
    if not quiet:
        terminal.say(f"wrote {out}")
