"""Rows of tokens to articles: each row is one, or a sentence of the article that its neighbours name too."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from annotator.errors import AnnotatorError
from annotator.importers.base import Imported, ImportOptions, Noted, Outcome, Refused, Taken
from annotator.importers.drafting import ArticleDraft
from annotator.importers.files import explain
from annotator.importers.objects.fields import Fields, as_text, refuse_surrogates
from annotator.importers.objects.json_values import Broken, Value, read_values
from annotator.importers.objects.tokens.token_rows import Range
from annotator.importers.objects.values_read import StopReadingError, annotator_of, finish

ARTICLE_KEYS = ("article_id", "doc_id", "docid", "document_id", "doc_name")
"""Where programs say of a sentence which text it is from."""

REBUILT = (
    "the text was made again from the tokens: where the original had spaces, the file does not say"
)


class Mark(NamedTuple):
    """An annotation over tokens ``first`` to ``last`` of its row, the last included."""

    first: int
    last: int
    label: str


@dataclass(slots=True)
class Row:
    """One row of a file: its text, where its tokens are in it, what is marked, and what else it says.

    ``start`` is where its text is in that of the article, where the file says so. ``links`` go between marks by number;
    ``bad`` are what is wrong with marks that are not there.
    """

    text: str
    spans: list[Range]
    marks: list[Mark | None]
    fields: Fields
    start: int | None = None
    links: list[tuple[str, int, int]] = field(default_factory=list[tuple[str, int, int]])
    bad: list[str] = field(default_factory=list[str])
    is_rebuilt: bool = True


def read_rows(
    path: Path, row_of: Callable[[Value], Iterator[Row]], options: ImportOptions
) -> Iterator[Outcome]:
    """Yield the articles of a file. ``row_of`` raises an `AnnotatorError` for a value that holds no row."""
    taken, rows, where, known, is_rebuilt = Taken(), list[Row](), "", "", False
    try:
        for item in read_values(path, is_whole=True):
            if isinstance(item, Broken):
                yield Refused(item.where, item.reason)
                continue
            try:
                if item.suspect:
                    refuse_surrogates(item.value)
                for row in row_of(item):
                    is_rebuilt = is_rebuilt or row.is_rebuilt
                    name = _article_of(row.fields)
                    if rows and (not name or name != known):
                        yield _made(rows, where, options, taken)
                        rows = []
                    where, known = (where, known) if rows else (item.where, name)
                    rows.append(row)
            except StopReadingError as error:
                yield Refused(path.name, str(error))
                return
            except AnnotatorError as error:
                yield Refused(item.where, str(error))
        if rows:
            yield _made(rows, where, options, taken)
        if is_rebuilt:
            yield Noted(REBUILT)
    except OSError as error:
        yield Refused(str(path), explain(error))


def _article_of(fields: Fields) -> str:
    return next((name for key in ARTICLE_KEYS if (name := as_text(fields.peek(key)))), "")


def _made(rows: list[Row], where: str, options: ImportOptions, taken: Taken) -> Outcome:
    try:
        return taken.once(_imported(rows, where, options), where)
    except AnnotatorError as error:
        return Refused(where, str(error))


def _imported(rows: list[Row], where: str, options: ImportOptions) -> Imported:
    text, begins = "", list[int]()
    first = rows[0].start or 0
    for row in rows:
        gap = 0 if row.start is None else row.start - first - len(text)
        if begins:
            text += "\n" + " " * (gap - 1)
        begins.append(len(text))
        text += row.text
    draft = ArticleDraft(text, where)
    fields = rows[0].fields
    if any(row.marks or row.bad for row in rows):
        layer = draft.layer(annotator_of(options, fields.peek("annotator")))
        for number, (row, begin) in enumerate(zip(rows, begins, strict=True), 1):
            for bad in row.bad:
                draft.flaw("annotation(s) that cannot be read", f"row {number}", bad)
            for n, mark in enumerate(row.marks):
                if mark is not None:
                    start, end = begin + row.spans[mark.first][0], begin + row.spans[mark.last][1]
                    layer.add(
                        start,
                        end,
                        mark.label,
                        key=f"{number}.{n}",
                        what=f"row {number}, mark {n + 1}",
                    )
            for kind, head, dependent in row.links:
                layer.link(kind, f"{number}.{head}", f"{number}.{dependent}")
    fields.drop("annotator")
    for key in ARTICLE_KEYS:
        if as_text(fields.peek(key)) == draft.id:
            fields.drop(key)
    return finish(draft, fields, options)


def mark_between(first: int, last: int, label: str, tokens: list[Range]) -> Mark | str:
    """Return the mark over tokens ``first`` to ``last``, or in words why it is none."""
    if not 0 <= first <= last < len(tokens):
        return f"[{first}, {last}] are no tokens of a row of {len(tokens)}"
    return Mark(first, last, label)


Names = Mapping[int, str]
