"""Tables of other programs with an annotation a row: the article's text, where in it the annotation is, and its label."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from annotator.errors import AnnotatorError, ImportFailure
from annotator.importers.base import Imported, ImportOptions, Outcome, Refused
from annotator.importers.common_options import ANNOTATOR, OFFSET_UNIT
from annotator.importers.drafting import UNREADABLE, ArticleDraft
from annotator.importers.objects.fields import Fields
from annotator.importers.objects.metadata import foreign_article
from annotator.importers.offsets import Claim, Offsets
from annotator.importers.tables.sheets import Row, Sheet

_NAMES = {
    "start": ("start", "begin", "start_offset", "start_char", "begin_offset", "البداية", "بداية"),
    "end": ("end", "stop", "end_offset", "end_char", "النهاية", "نهاية"),
    "label": ("label", "tag", "entity_type", "entity_label", "category", "type", "الوسم", "وسم"),
    "words": ("words", "mention", "entity", "span", "span_text", "entity_text", "quote"),
    "annotator": ("annotator", "user", "coder", "annotated_by", "الواسم"),
}
_NEEDED = ("start", "end", "label")

_GUESSED = "offsets were taken to count code points, though nothing in the rows tells them from UTF-16 units; a column of the words would"

Cells = Mapping[str, str]


def span_keys(keys: Sequence[str]) -> list[str] | None:
    """Return the keys of columns with those of an annotation among them, None where the rows are no annotations."""
    found = list(keys)
    for meaning, names in _NAMES.items():
        place = next((n for n, key in enumerate(keys) if key.strip().lower() in names), None)
        if place is not None:
            found[place] = f"span.{meaning}"
    return found if all(f"span.{name}" in found for name in _NEEDED) else None


def read(sheet: Sheet, keys: Sequence[str], options: ImportOptions) -> Iterator[Outcome]:
    """Yield the article of the rows that follow one another and have one text; ``keys`` are those of `span_keys`."""
    rows = ((n, dict(zip(keys, row, strict=False))) for n, row in _filled(sheet))
    number = 0
    for _, group in groupby(rows, key=lambda one: one[1].get("text", "")):
        cells = list(group)
        number = cells[0][0]
        where = f"{sheet.where}, row {number}"
        try:
            yield _article(cells, where, options)
        except AnnotatorError as error:
            yield Refused(where, str(error))
    if not number:
        reason = "the table has no row under its header: there is nothing to import"
        yield Refused(sheet.where, reason)


def _filled(sheet: Sheet) -> Iterator[tuple[int, Row]]:
    return ((number, row) for number, row in sheet.rows if any(cell.strip() for cell in row))


def _article(rows: Sequence[tuple[int, Cells]], where: str, options: ImportOptions) -> Imported:
    text = rows[0][1].get("text", "")
    claims = [claim for _, cells in rows if (claim := _claim(cells)) is not None]
    guessed: tuple[str, ...] = ()
    try:
        move = Offsets(options.own.text(OFFSET_UNIT.name)).move(text, claims)
    except ImportFailure:  # nothing tells: what R and pandas count
        move, guessed = int, (_GUESSED,)
    draft = ArticleDraft(text, where, move)
    draft.notes += guessed
    for number, cells in rows:
        what = f"row {number}"
        claim = _claim(cells)
        label = cells.get("span.label", "").strip()
        if claim is None and not any(cells.get(f"span.{name}", "").strip() for name in _NEEDED):
            continue
        if claim is None or not label:
            said = [cells.get(f"span.{name}", "") for name in _NEEDED]
            reason = "its start, end and label are {!r}, {!r} and {!r}".format(*said)
            draft.flaw(f"annotation(s) {UNREADABLE}", what, reason)
            continue
        annotator = cells.get("span.annotator", "").strip()
        annotator = annotator or options.own.optional_text(ANNOTATOR.name) or ""
        if not annotator:
            raise ImportFailure(
                "the file does not say who annotated it: name the annotator (--annotator on the command line)"
            )
        draft.layer(annotator).add(claim.start, claim.end, label, claimed=claim.text, what=what)
    rest: dict[str, object] = {
        name: cell
        for name, cell in rows[0][1].items()
        if cell and name != "text" and not name.startswith("span.")
    }
    article, said_of = foreign_article(Fields(rest, "the row"), draft.text, options)
    draft.notes += said_of
    return draft.finish(article)


def _claim(cells: Cells) -> Claim | None:
    start, end = (_number(cells.get(f"span.{name}", "")) for name in ("start", "end"))
    if start is None or end is None:
        return None
    return Claim(start, end, cells.get("span.words") or None)


def _number(cell: str) -> int | None:
    whole = cell.strip().removesuffix(".0")
    return int(whole) if whole.isascii() and whole.isdecimal() and len(whole) < 10 else None
