"""`hashiya render` and `hashiya demo`: what the window draws, without a display."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from annotator.cli import arguments, terminal, window
from annotator.errors import ExportFailure
from annotator.model import GOLD, Status
from annotator.project import ArticleEntry, LayerSummary, Project

PAGES = (".html", ".htm")
KINDS = (*PAGES, ".pdf", ".png")
STATUSES = tuple(map(str, Status))


def register(app: typer.Typer) -> None:
    app.command(
        name="render",
        epilog=arguments.examples(
            "hashiya render karabakh 1 --annotator sara --out article.png",
            "hashiya render karabakh --gold --status done --out gold.html",
        ),
    )(render)
    app.command(name="demo", epilog=arguments.examples("hashiya demo --out build/demo"))(demo)


def _check_kind(value: Path) -> Path:
    if value.suffix.lower() not in KINDS:
        raise typer.BadParameter(f"{value} ends in none of {', '.join(KINDS)}")
    return value


def render(
    project: arguments.ExistingProject,
    articles: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ARTICLE]...",
            help="Numbers, ids or the start of them, or exact titles; without any, all articles.",
            show_default=False,
        ),
    ] = None,
    *,
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            metavar="FILE",
            callback=_check_kind,
            help="The page (.html), the sheets (.pdf) or, of one article, the picture (.png) to write.",
        ),
    ],
    annotator: arguments.Annotator = None,
    gold: Annotated[
        bool, typer.Option("--gold", help="The adjudicated annotations instead of an annotator's.")
    ] = False,
    status: Annotated[
        str | None,
        typer.Option(
            "--status",
            metavar="WHICH",
            callback=arguments.one_of(STATUSES),
            help=f"Only articles with which the annotator is so far: {', '.join(STATUSES)}.",
        ),
    ] = None,
    language: Annotated[
        str,
        typer.Option(
            "--language",
            metavar="en|ar",
            callback=arguments.one_of(("en", "ar")),
            help="Of label names and headings.",
        ),
    ] = "ar",
) -> None:
    """Draw articles with their annotations: a page to read and search, sheets to print, or a picture of one.

    Without --annotator or --gold: the project's only annotator, or the bare text where there are none or several. A page
    is what `hashiya export --format html` writes, and needs no Qt; sheets and pictures are painted as the window does it.
    """
    if gold and annotator:
        raise typer.BadParameter("--gold and --annotator exclude each other")
    with Project.open(project, read_only=True) as opened:
        names = opened.annotating()
        chosen = GOLD if gold else annotator or (names[0] if len(names) == 1 else None)
        if chosen is not None and chosen not in names and (names or gold):
            known = (
                f"there are {', '.join(names)}" if names else "nobody has annotated anything yet"
            )
            raise ExportFailure(f"there are no annotations of {chosen!r} here: {known}")
        entries = _wanted(opened, articles or (), chosen, status)
        if out.suffix.lower() in PAGES:
            with terminal.progress("drawing") as progress:
                opened.export(
                    out,
                    format="html",
                    annotator=chosen or "",
                    status="any",
                    articles=[entry.id for entry in entries],
                    options={"language": language},
                    progress=progress,
                )
        else:
            if out.suffix.lower() == ".png" and len(entries) > 1:
                raise ExportFailure(f"{out}: a picture holds one article; name it, or write .pdf")
            window.render(opened, [entry.id for entry in entries], chosen, out, language)
    drawn = f"'{entries[0].title}'" if len(entries) == 1 else f"{len(entries)} articles"
    terminal.say(f"drew {drawn} into {out}")


def _wanted(
    project: Project, named: Sequence[str], annotator: str | None, status: str | None
) -> list[ArticleEntry]:
    entries = [project.find_entry(one) for one in named] if named else list(project.entries())
    if status is not None:
        if annotator is None:
            raise ExportFailure("--status is somebody's: say whose with --annotator or --gold")
        summaries = project.summaries(annotator)
        none = LayerSummary(Status.NEW, 0)
        entries = [e for e in entries if summaries.get(e.id, none).status == status]
    if not entries:
        raise ExportFailure("there is no such article to draw")
    return entries


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
