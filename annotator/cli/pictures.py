"""`hashiya render` and `hashiya demo`: what the window draws, without a display."""

from pathlib import Path
from typing import Annotated

import typer

from annotator.cli import arguments, terminal, window
from annotator.project import Project


def register(app: typer.Typer) -> None:
    app.command(
        name="render",
        epilog=arguments.examples("hashiya render karabakh 1 --annotator sara --out article.png"),
    )(render)
    app.command(name="demo", epilog=arguments.examples("hashiya demo --out build/demo"))(demo)


def render(
    project: arguments.ExistingProject,
    article: Annotated[
        str,
        typer.Argument(
            metavar="ARTICLE",
            help="The article's number, its id or the start of it, or its exact title.",
        ),
    ],
    out: Annotated[
        Path,
        typer.Option("--out", metavar="FILE", help="The picture (.png) or page (.html) to write."),
    ],
    annotator: arguments.Annotator = None,
) -> None:
    """Draw an article with its annotations as the window shows it.

    Without --annotator: the project's only annotator, or the bare text where there are none or several.
    """
    with Project.open(project, read_only=True) as opened:
        entry = opened.find_entry(article)
        names = opened.annotators()
        chosen = annotator or (names[0] if len(names) == 1 else None)
        window.render(opened, entry.id, chosen, out)
    terminal.say(f"drew '{entry.title}' into {out}")


def demo(
    out: Annotated[
        Path,
        typer.Option("--out", metavar="DIR", help="The folder for the picture and the exports."),
    ] = Path("hashiya-demo"),
) -> None:
    """Do the main job without a display, in the real window, and say what happened.

    Opens a copy of the sample project, tags a word by key, checks that it reached the disk, exports CoNLL and JSON and
    saves a picture of the window.
    """
    terminal.say(*window.run_demo(out))
