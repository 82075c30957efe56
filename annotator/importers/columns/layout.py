"""How the rows of a file are laid out: what parts their cells, where the token and the tags stand, and how tags are spelled.

Whatever the layout, `Layout.cells` gives the token first and its tags last, spelled as in ``B-PER``.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from annotator.importers.columns.tags import OUTSIDE, TAG

FEWEST_ROWS = 3
"""Rows that must look alike before a file is taken for rows: nobody writes so by accident."""

SHARE = 0.7
"""Of the rows that end in tags: a damaged file has some that do not."""

_MOST_BARE = 60
"""Different words that a last column may hold where they are labels without B and I; a lexicon has more."""

_FORMS = frozenset({"form", "token", "tokens", "word", "words", "كلمة", "الكلمة"})
_TAGS = frozenset(
    {"tag", "tags", "ner", "ner_tag", "ner_tags", "label", "labels", "bio", "iob", "وسم", "الوسم"}
)
_SENTENCES = frozenset({"sentence #", "sentence", "sentence_id", "sent_id", "sentence id", "sent"})
"""What a first row calls its columns, where it names them."""

_LOOSE = re.compile(r"[Oo]|(?:(?P<part>[BIESLUMbieslum])[-_](\S+)|(\S+)[-_](?P<behind>[BIESLUM]))")
_PARTS = frozenset("BIESLUM")
_BARE = re.compile(r"[A-Za-z][A-Za-z_-]{0,30}")
_JOINED = re.compile(r"[ |]+")


@cache
def _spelled(cell: str) -> str | None:
    """Return a tag such as ``b_PER`` or ``PER-B`` as ``B-PER``, None for what is none."""
    match = _LOOSE.fullmatch(cell)
    if match is None:
        return None
    part = match["part"] or match["behind"]
    return f"{part.upper()}-{match[2] or match[3]}" if part else OUTSIDE


@dataclass(frozen=True, slots=True)
class Layout:
    """``parting`` is the comma or semicolon of a CSV, ``""`` for tabs or spaces; the others count columns from 0.

    ``behind`` is how many columns come after the tags. ``bare`` are the tags that are only a label. ``sentence`` is the column that
    says which sentence a row is of, below 0 where there is none. ``labels`` are the names of columns whose cells have none.
    """

    parting: str = ""
    form: int = 0
    behind: int = 0
    is_loose: bool = False
    bare: frozenset[str] = frozenset()
    sentence: int = -1
    has_header: bool = False
    labels: tuple[str, ...] = ()

    def cells(self, row: str) -> list[str]:
        """Return the token, what stands between, and its tags, each in a cell of its own."""
        cells = split(row, self.parting)
        if self.form or self.behind:
            cells = cells[self.form : len(cells) - self.behind]
        if cells and (" " in cells[-1] or "|" in cells[-1]):
            joined = [self._tag(part) for part in _JOINED.split(cells[-1])]
            if len(cells) > 1 and all(map(TAG.fullmatch, joined)):
                cells[-1:] = joined
        if self.labels:
            pairs = zip(cells[1:], self.labels, strict=False)
            cells = [*cells[:1], *(f"{c}-{name}" if c in _PARTS else c for c, name in pairs)]
        if self.is_loose or self.bare:
            cells = [*cells[:1], *map(self._tag, cells[1:])]
        return cells

    def sentence_of(self, row: str) -> str:
        """Return what the row says of its sentence, nothing where it says none."""
        if self.sentence < 0:
            return ""
        cells = split(row, self.parting)
        return cells[self.sentence].strip() if self.sentence < len(cells) else ""

    def _tag(self, cell: str) -> str:
        if cell in self.bare and cell != OUTSIDE:
            return f"I-{cell}"
        return (_spelled(cell) or cell) if self.is_loose else cell


PLAIN = Layout()

_ANY = re.compile(
    r"[ \t,;|](?:[Oo]|[BIESLUMbieslum](?:[-_][^\s,;]+)?|[^\s,;]+[-_][BIESLUM])[\s,;|\"]"
)


def may_have_tags(text: str) -> bool:
    """Tell whether there is anything like a tag in a text: articles are told apart without a look at each row."""
    return _ANY.search(f"{text}\n") is not None


def split(row: str, parting: str = "") -> list[str]:
    """Return the cells of a row, parted by ``parting`` or, without it, by tabs where there is one, else by spaces.

    A token may hold an NBSP.
    """
    if parting:
        try:
            return next(iter([*csv.reader([row], delimiter=parting), list[str]()]))
        except csv.Error:
            return []
    return row.split("\t") if "\t" in row else re.split(" +", row.rstrip(" "))


def layout_of(rows: Sequence[str], fewest: int = FEWEST_ROWS) -> Layout | None:
    """Return the layout of rows that are no comments, None where they are no rows of tokens with tags.

    ``fewest`` are the rows that must have tags, none where it is known that the file is of this kind.
    """
    for parting in ("", ",", ";"):
        found = _headed(rows, parting, fewest)
        if found is not None:
            return found
    tries = [PLAIN, *_middle(rows), Layout(is_loose=True), *_bare(rows)]
    if _are_numbered(rows):
        tries = [one for form in (1, 0) for one in (Layout(form=form), *_middle(rows, form))]
    return next((one for one in tries if _fits(rows, one, fewest)), None)


def tags_behind(cells: Sequence[str]) -> int:
    """Return how many of the last cells are tags; the first is none, it is the token."""
    number = 0
    for cell in reversed(cells[1:]):
        if TAG.fullmatch(cell) is None:
            break
        number += 1
    return number


def _fits(rows: Sequence[str], layout: Layout, fewest: int) -> bool:
    tagged = sum(1 for row in rows if tags_behind(layout.cells(row)))
    return tagged >= fewest and tagged >= SHARE * len(rows)


def _headed(rows: Sequence[str], parting: str, fewest: int) -> Layout | None:
    """Return the layout that a first row of names says, None where there is none."""
    if not rows or (parting and parting not in rows[0]):
        return None
    names = [name.strip().lower() for name in split(rows[0], parting)]
    form = next((n for n, name in enumerate(names) if name in _FORMS), None)
    if form is None or len(names) < 2 or tags_behind(names):
        return None
    tag = next((n for n in reversed(range(len(names))) if names[n] in _TAGS), None)
    behind = 0 if tag is None or tag < form else len(names) - 1 - tag
    sentence = next((n for n, name in enumerate(names) if name in _SENTENCES), -1)
    found = Layout(parting, form, behind, sentence=sentence, has_header=True)
    labels = tuple(split(rows[0], parting)[form + 1 : len(names) - behind])
    tries = (found, replace(found, is_loose=True), replace(found, labels=labels))
    return next((one for one in tries if _fits(rows[1:], one, fewest)), None)


def _middle(rows: Sequence[str], form: int = 0) -> list[Layout]:
    """Return the layout in which the last column that holds tags alone is not the last one, if there is one."""
    cells = [split(row) for row in rows]
    width = min(map(len, cells), default=0)
    even = [row for row in cells if len(row) == width]
    if len(even) < SHARE * len(cells):
        return []
    for column in reversed(range(form + 1, width - 1)):
        if all(TAG.fullmatch(row[column]) for row in even):
            return [Layout(form=form, behind=width - 1 - column)]
    return []


def _bare(rows: Sequence[str]) -> list[Layout]:
    """Return the layout of labels without B and I: ASCII words in the last of several columns, O among them."""
    cells = [split(row) for row in rows]
    if len(cells) < 2 * FEWEST_ROWS or any(len(row) < 2 for row in cells):
        return []
    words = {row[-1] for row in cells}
    outside = sum(row[-1] == OUTSIDE for row in cells)
    is_one = 1 < len(words) <= _MOST_BARE and all(map(_BARE.fullmatch, words))
    return [Layout(bare=frozenset(words))] if is_one and outside * 5 >= len(cells) else []


def _are_numbered(rows: Sequence[str]) -> bool:
    """Tell whether each row begins with its number in its sentence, with a token and tags behind it."""
    before = 0
    for row in rows:
        cells = split(row)
        if len(cells) < 3 or cells[0] not in (str(before + 1), "1"):
            return False
        before = int(cells[0])
    return before > 1 or len(rows) > 1
