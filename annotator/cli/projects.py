"""`hashiya new`: start a project."""

from pathlib import Path
from typing import Annotated

import typer

from annotator import project as door
from annotator.cli import arguments, terminal

NewProject = Annotated[
    Path,
    typer.Argument(metavar="PROJECT", help="The folder to make; it must not hold a project yet."),
]


def register(app: typer.Typer) -> None:
    app.command(
        name="new",
        epilog=arguments.examples(
            "hashiya new karabakh --title 'Karabakh 2020-2023'",
            "hashiya new sequel --schema karabakh/project.json",
        ),
    )(make_project)


def make_project(
    project: NewProject,
    title: Annotated[
        str, typer.Option("--title", help="The project's name; the folder's name if not given.")
    ] = "",
    schema: Annotated[
        Path | None,
        typer.Option(
            "--schema",
            metavar="FILE",
            help="Take the labels from a schema file or another project's project.json; "
            "the four built-in labels if not given.",
        ),
    ] = None,
) -> None:
    """Make an empty project folder."""
    labels = door.DEFAULT_SCHEMA if schema is None else door.read_schema(schema)
    with door.Project.create(project, title=title, schema=labels) as made:
        terminal.say(
            f"made project '{made.title}' in {made.path} with the labels {', '.join(made.schema.label_names)}"
        )
