"""The report as Markdown tables (GitHub's), for read-me files."""

import re

from annotator.iaa.report.papers import Paper, PaperTable

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
ISOLATE, END = "\u2066", "\u2069"
"""Around numbers in Arabic, so that intervals are read from the left."""


def to_markdown(paper: Paper) -> str:
    lines = [f"# {escape(paper.title)}", ""]
    for notice in paper.notices:
        lines += [f"> {escape(notice)}", ""]
    for table in paper.tables:
        lines += [*_table(table, paper.language), ""]
    return "\n".join([*lines, escape(paper.method), ""])


def escape(text: str) -> str:
    """Return text that stands for itself, in one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _table(table: PaperTable, language: str) -> list[str]:
    marks = ["---" if n < table.names else "---:" for n in range(len(table.head))]
    rows = [
        [
            escape(one)
            if n < table.names or language == "en" or not one
            else f"{ISOLATE}{escape(one)}{END}"
            for n, one in enumerate(row)
        ]
        for row in table.rows
    ]
    return [
        f"## {escape(table.caption)}",
        "",
        _line([escape(one) for one in table.head]),
        _line(marks),
        *map(_line, rows),
    ]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
