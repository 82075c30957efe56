"""`hashiya feedback`: what one annotator is told."""

from pathlib import Path
from typing import Annotated

import typer

from annotator.cli import arguments, terminal
from annotator.project import Project

FORMATS = ("html", "md")


def register(app: typer.Typer) -> None:
    app.command(
        name="feedback",
        epilog=arguments.examples(
            "hashiya feedback karabakh --annotator sara --out sara.html --language ar",
            "hashiya feedback karabakh --annotator sara --out - --format md | less",
        ),
    )(feedback)


def feedback(
    project: arguments.ExistingProject,
    annotator: Annotated[
        str, typer.Option("--annotator", metavar="NAME", help="Who is told, of their own work.")
    ],
    out: Annotated[
        str,
        typer.Option(
            "--out",
            metavar="FILE",
            help="The page (.html) or text (.md) to write; - is standard output (a file called so is ./-).",
        ),
    ],
    format: Annotated[  # noqa: A002 - the option's name on the command line
        str | None,
        typer.Option(
            "--format",
            metavar="NAME",
            callback=arguments.one_of(FORMATS),
            help="html or md; if not given, what the name of the file ends in, and md for standard output.",
        ),
    ] = None,
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
    pace: Annotated[
        bool, typer.Option("--pace/--no-pace", help="Say how fast they worked, or leave it out.")
    ] = True,
    in_progress: Annotated[
        bool,
        typer.Option("--in-progress", help="Compare work and gold that are not finished, too."),
    ] = False,
    bootstrap: Annotated[
        int,
        typer.Option("--bootstrap", min=0, help="Draws for the 95 % intervals; 0 makes none."),
    ] = 1000,
    seed: Annotated[
        int, typer.Option("--seed", min=0, help="The same seed gives the same intervals.")
    ] = 1,
) -> None:
    """Tell one annotator how near they come to gold, over time, and what was decided otherwise, with the reasons.

    Accuracy by label and cause is of articles that are finished by them and in gold; guideline decisions are listed with what
    they propose to the annotator.
    """
    from annotator.feedback.gathering import gather
    from annotator.feedback.saving import KINDS, kind_of, text_of
    from annotator.project.iaa.report_files import write_text

    kind = format or ("md" if out == arguments.STREAM else kind_of(Path(out)))
    if kind is None:
        raise typer.BadParameter(f"{out} ends in none of {', '.join(KINDS)}", param_hint="--out")
    with (
        Project.open(project, read_only=True) as opened,
        terminal.progress("comparing") as progress,
    ):
        told = gather(
            opened,
            annotator,
            in_progress=in_progress,
            with_pace=pace,
            draws=bootstrap,
            seed=seed,
            progress=progress,
        )
    text = text_of(told, kind, language)
    if out == arguments.STREAM:
        with terminal.output() as stream:
            stream.write(text.encode("utf-8"))
            stream.flush()
        return
    write_text(Path(out), text)
    if not quiet:
        counts = f"{len(told.corrections)} corrections, {len(told.rulings)} guideline decisions"
        terminal.say(f"wrote {out}: {counts}")
