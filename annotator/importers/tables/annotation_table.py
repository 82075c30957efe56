"""A table of annotations as Hashiya exports it: articles and rows are brought together, in whatever order they stand.

They wait in a temporary database, so that memory stays the same however many there are and sorted tables are read too.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import cast

from annotator import table_columns as names
from annotator.errors import AnnotatorError
from annotator.importers.base import Imported, ImportOptions, Outcome, Refused
from annotator.importers.common_options import ANNOTATOR
from annotator.importers.drafting import UNREADABLE, ArticleDraft
from annotator.importers.tables.sheets import Row, Sheet
from annotator.importers.texts.published import to_iso
from annotator.model import Article, Status
from annotator.text import spreadsheet

Cells = Mapping[str, str]

_TABLES = """
create table articles (id text, place integer primary key, cells text);
create table annotations (article text, place integer primary key, number integer, cells text);
"""


def read(
    file: str,
    annotations: Sequence[tuple[Sheet, Row]],
    articles: Sequence[tuple[Sheet, Row]],
    options: ImportOptions,
    *,
    articles_only: bool = False,
) -> Iterator[Outcome]:
    """Yield an article with its layers for each that the sheets name; ``file`` is its name.

    Each sheet comes with its header, behind which its rows stand. With ``articles_only`` no layer is made.
    """
    with closing(sqlite3.connect("")) as database:
        database.executescript(_TABLES)
        for sheet, header in articles:
            database.executemany(
                "insert into articles (id, cells) values (?, ?)",
                ((c.get("article_id", ""), json.dumps(c)) for _, c in _rows(sheet, header)),
            )
        for sheet, header in annotations:
            database.executemany(
                "insert into annotations (article, number, cells) values (?, ?, ?)",
                ((c.get("article_id", ""), n, json.dumps(c)) for n, c in _rows(sheet, header)),
            )
        database.executescript(
            "create index by_id on articles (id); create index by_article on annotations (article);"
        )
        lost: list[str] = []
        ids = database.execute("select id from articles group by id order by min(place)").fetchall()
        ids += database.execute(
            "select article from annotations where article not in (select id from articles) group by article order by min(place)"
        ).fetchall()
        for (key,) in ids:
            one = _One(database, str(key), file, options)
            try:
                found = one.imported(articles_only=articles_only)
            except AnnotatorError as error:
                yield Refused(f"{file}, article {key}", str(error))
                continue
            if found is None:
                lost.append(str(key))
            else:
                yield found
        if lost:
            yield Refused(file, _no_texts(file, lost))
        if not ids:
            yield Refused(file, "the table has no row under its header: there is nothing to import")


def _rows(sheet: Sheet, header: Row) -> Iterator[tuple[int, Cells]]:
    for number, row in sheet.rows:
        cells = {name: cell for name, cell in zip(header, row, strict=False) if cell}
        if cells:
            if sheet.has_mark:
                cells = {name: spreadsheet.original(cell) for name, cell in cells.items()}
            yield number, cells


class _One:
    """One article of the tables."""

    def __init__(
        self, database: sqlite3.Connection, key: str, file: str, options: ImportOptions
    ) -> None:
        self._file = file
        self._key = key
        self._options = options
        self._articles = [
            cast("Cells", json.loads(cells))
            for (cells,) in database.execute(
                "select cells from articles where id = ? order by place", (key,)
            )
        ]
        self._rows = database.execute(
            "select number, cells from annotations where article = ? order by place", (key,)
        )

    def imported(self, *, articles_only: bool) -> Imported | None:
        """Return the article with its layers, None where its text is nowhere."""
        text = "".join(cells.get("text", "") for cells in self._articles)
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        known = None if text else self._options.article(self._key)
        if not text and known is None:
            return None
        where = f"{self._file}, article {self._key}"
        draft = ArticleDraft(known.text if known else text, where, is_own=True)
        if not articles_only:
            self._take_layers(draft)
        return draft.finish(known or self._article(draft.text))

    def _take_layers(self, draft: ArticleDraft) -> None:
        for cells in self._articles:
            if annotator := cells.get("annotator", ""):
                layer = draft.layer(annotator, _status(cells))
                for start, end, kind in _zones(cells.get("zones", ""), draft):
                    layer.zone(start, end, kind)
        nameless = self._options.own.optional_text(ANNOTATOR.name)
        for number, raw in self._rows:
            cells = cast("dict[str, str]", json.loads(raw))
            annotator = cells.get("annotator") or nameless
            what = f"row {number}"
            if annotator is None:
                reason = "it does not say who annotated: name the annotator (--annotator)"
                draft.flaw("annotation(s) of nobody", what, reason)
            else:
                _add(draft, annotator, cells, what)

    def _article(self, text: str) -> Article:
        none: Cells = {}
        first = next((cells for cells in self._articles if cells.get("text")), none)
        options = self._options
        known = {field.name for field in options.schema.article_fields}
        others = {n: v for n, v in first.items() if n not in names.OF_ARTICLES}
        return Article.from_text(
            text,
            title=first.get("title", "") if options.title is None else options.title,
            published=options.published or to_iso(first.get("published", "")),
            source=options.source or first.get("source"),
            url=options.url or first.get("url"),
            fields={n: v for n, v in others.items() if n in known},
            extra={n: v for n, v in others.items() if n not in known},
        )


def _add(draft: ArticleDraft, annotator: str, cells: dict[str, str], what: str) -> None:
    """Add the annotation of a row, and its links."""
    layer = draft.layer(annotator, _status(cells))
    start, end = _number(cells.get("start", "")), _number(cells.get("end", ""))
    label, key = cells.get("label", ""), cells.get("annotation_id", "")
    if start is None or end is None or not label:
        reason = f"its start, end and label are {cells.get('start', '')!r}, {cells.get('end', '')!r} and {label!r}"
        draft.flaw(f"annotation(s) {UNREADABLE}", what, reason)
        return
    attributes, links = _values(cells, draft, what)
    layer.add(
        start,
        end,
        label,
        claimed=_claimed(draft.text, start, end, cells.get("text")),
        key=key,
        attributes=attributes,
        note=cells.get("note", ""),
        what=what,
    )
    for type_, dependent in links:
        layer.link(type_, key, dependent)


def _values(
    cells: Mapping[str, str], draft: ArticleDraft, what: str
) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Return the attributes of a row and where its links lead."""
    known = {*names.FIXED, names.BEFORE, names.AFTER, names.MORE_ATTRIBUTES, names.MORE_LINKS}
    rest = {name: cell for name, cell in cells.items() if name not in known}
    links: list[tuple[str, str]] = []
    for name in list(rest):
        type_ = name.removesuffix("_id")
        if type_ != name and names.link_columns(type_)[1] in rest:
            links += [(type_, key) for key in _keys(rest.pop(name))]
            del rest[names.link_columns(type_)[1]]
    more = _json(cells.get(names.MORE_ATTRIBUTES, ""), draft, what)
    if isinstance(more, dict):
        rest |= {n: v for n, v in cast("dict[str, object]", more).items() if isinstance(v, str)}
    others = _json(cells.get(names.MORE_LINKS, ""), draft, what)
    for pair in cast("list[object]", others) if isinstance(others, list) else []:
        match pair:
            case [str(type_), str(key)]:
                links.append((type_, key))
            case _:
                pass
    return rest, links


def _keys(cell: str) -> list[str]:
    """Return the ids in a cell: one as it is, several as JSON."""
    if not cell.startswith("["):
        return [cell]
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        return [cell]
    return [str(key) for key in cast("list[object]", found)] if isinstance(found, list) else [cell]


def _json(cell: str, draft: ArticleDraft, what: str) -> object:
    try:
        return json.loads(cell) if cell else None
    except (ValueError, RecursionError) as error:
        draft.flaw("cell(s) that are no JSON", what, f"{cell[:60]!r}: {error}")
        return None


def _zones(cell: str, draft: ArticleDraft) -> Iterator[tuple[int, int, str]]:
    found = _json(cell, draft, "zones")
    for one in cast("list[object]", found) if isinstance(found, list) else []:
        match one:
            case [int(start), int(end), str(kind)]:
                yield start, end, kind
            case _:
                draft.flaw(f"zone(s) {UNREADABLE}", "zones", repr(one)[:60])


def _claimed(text: str, start: int, end: int, claimed: str | None) -> str | None:
    """Return the words that a row says are there; of words that a cell could not hold only the beginning is."""
    if claimed is None:
        return None
    there = text[start:end] if 0 <= start < end else ""
    is_cut = len(claimed) < len(there) and _size(there) > names.CELL and there.startswith(claimed)
    return None if is_cut and len(claimed) >= names.PIECE else claimed


def _size(words: str) -> int:
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def _status(cells: Mapping[str, str]) -> Status:
    found = cells.get("status", "")
    return Status(found) if found in list(Status) else Status.IN_PROGRESS


def _number(cell: str) -> int | None:
    """Return a whole number; spreadsheets may write it with a point."""
    whole = cell.strip().removesuffix(".0")
    return int(whole) if whole.isascii() and whole.isdecimal() and len(whole) < 10 else None


def _no_texts(file: str, lost: list[str]) -> str:
    stem, dot, suffix = file.rpartition(".")
    beside = f"{stem}.{names.ARTICLES}.{suffix}" if dot else f"{file}.{names.ARTICLES}"
    listed = ", ".join(lost[:5]) + (", …" if len(lost) > 5 else "")
    return (
        f"{len(lost)} article(s) were not taken, whose texts are neither in the file, nor in {beside} beside it, nor in the project: "
        f"{listed}; export again with the table of articles, or import the texts first"
    )
