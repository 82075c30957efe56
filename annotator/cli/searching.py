"""`hashiya search`: find words in every article, however they are spelled."""

from typing import Annotated

import typer

from annotator.cli import arguments, terminal
from annotator.project import Project
from annotator.text import folding

CONTEXT = 40
"""Characters shown before and after a hit."""


def register(app: typer.Typer) -> None:
    app.command(name="search", epilog=arguments.examples("hashiya search karabakh اتفاقيه"))(search)


def search(
    project: arguments.ExistingProject,
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help="The words; hamza, vowel marks and digits fold.")
    ],
) -> None:
    """Find a query in every article, one hit a line: article, start, end, context, parted by tabs.

    Offsets are code points.
    """
    hits = 0
    with Project.open(project, read_only=True) as opened:
        for entry in opened.entries():
            text = opened.article(entry.id).text
            for start, end in folding.find(text, query):
                hits += 1
                terminal.say_row(entry.id, start, end, in_context(text, start, end))
    if not hits:
        terminal.complain(f"none of the articles holds '{query}'")


def in_context(text: str, start: int, end: int) -> str:
    """Return a hit between ⟦ and ⟧ with the words around it, on one line."""
    before = text[max(0, start - CONTEXT) : start]
    after = text[end : end + CONTEXT]
    return " ".join(f"{before}⟦{text[start:end]}⟧{after}".split())
