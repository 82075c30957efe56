"""`hashiya search`: find words in every article, however they are spelled."""

import math
from typing import Annotated

import typer

from annotator.cli import arguments, terminal
from annotator.errors import SearchError
from annotator.project import Project
from annotator.search.context import context
from annotator.search.folded_text import SearchText
from annotator.search.query import Query, prepare
from annotator.search.words import Words

CONTEXT = 40
"""Characters shown before and after a hit."""


def register(app: typer.Typer) -> None:
    app.command(name="search", epilog=arguments.examples("hashiya search karabakh اتفاقيه"))(search)


def search(
    project: arguments.ExistingProject,
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help="The words; hamza, vowel marks and digits fold.")
    ],
    exact: Annotated[
        bool, typer.Option("--exact", help="Compare case, marks and spelling as typed.")
    ] = False,
    regex: Annotated[
        bool, typer.Option("--regex", help="Take QUERY as a regular expression.")
    ] = False,
    words: Annotated[
        Words,
        typer.Option(
            help="Find whole words only, or those behind و ف ب ل ك too (clitics).",
            case_sensitive=False,
        ),
    ] = Words.ANYWHERE,
) -> None:
    """Find a query in every article, one hit a line: article, start, end, context, parted by tabs.

    Offsets are code points.
    """
    asked = Query(query, exact, regex, words)
    if asked.is_blank:
        raise SearchError(
            "an empty expression finds nothing: give one"
            if regex
            else f"'{query}' has nothing in it that counts in a search: give letters or digits, or use --exact"
        )
    matcher = prepare(asked, math.inf)  # Ctrl+C stops it
    hits = 0
    with (
        Project.open(project, read_only=True) as opened,
        terminal.progress("Searching") as progress,
    ):
        entries = opened.entries()
        for number, entry in enumerate(entries):
            progress(number, len(entries))
            text = SearchText(opened.article(entry.id).text)
            for start, end in matcher.spans(text):
                hits += 1
                terminal.say_row(entry.id, start, end, in_context(text.source, start, end))
    if not hits:
        terminal.complain(f"none of the articles holds '{query}'")


def in_context(text: str, start: int, end: int) -> str:
    """Return a hit between ⟦ and ⟧ with the words around it, on one line."""
    around = context(text, start, end, before=CONTEXT, after=CONTEXT)
    line, first, after = around.line, around.start, around.end
    return " ".join(f"{line[:first]}⟦{line[first:after]}⟧{line[after:]}".split())
