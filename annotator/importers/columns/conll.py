"""Flat CoNLL of any number of columns, and nested tags as in Wojood: rows of a token and its tags.

The text is made again from the tokens. A file is one article, or one for each ``-DOCSTART-``. Tags stand in the last column; where
every column behind the first holds tags, in each of them, so that one column a label is read as well as nested ones.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from annotator.errors import AnnotatorError
from annotator.format_facts import FLAT, Holds, Purpose
from annotator.importers.base import Importer, ImportOptions, Noted, Outcome, Refused, Taken
from annotator.importers.columns.layout import PLAIN, SHARE, layout_of, may_have_tags, tags_behind
from annotator.importers.columns.tags import OUTSIDE, TAG, TagReader
from annotator.importers.columns.token_text import JOIN, TokenText, without_marks
from annotator.importers.columns.tokens_article import article_of
from annotator.importers.common_options import ANNOTATOR, FIRST_LINE_IS_TITLE
from annotator.importers.files import explain
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.row_files import LineError, rows_of
from annotator.options import Kind, Option, Words

COLUMN = Option(
    "tag_column",
    Words("Column of the tags", "عمود الوسوم"),
    Words(
        "The number of the column in which the tags stand, from 1; 0 is the last one, or all that hold nothing else.",
        "رقم العمود الذي فيه الوسوم ابتداء من 1، و0 للعمود الأخير أو لكل عمود ليس فيه غيرها.",
    ),
    Kind.NUMBER,
    default=0,
    most=99,
)

_DOCUMENT = re.compile(r"-DOCSTART-.*|#begin document.*|# newdoc.*")


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield each article, and a note of what was odd in the file; see `importers.base.Importer`."""
    return _read(path, options, is_nested=False)


def read_nested(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    return _read(path, options, is_nested=True)


def _read(path: Path, options: ImportOptions, *, is_nested: bool) -> Iterator[Outcome]:
    try:
        reading = _Reading(Head.of(path), options, is_nested=is_nested)
        yield from reading.outcomes()
    except OSError as error:
        yield Refused(str(path), explain(error))
    except LineError as error:
        yield Refused(f"{path.name}, line {error.line}", f"{error}; nothing from there on was read")


class _Reading:
    def __init__(self, head: Head, options: ImportOptions, *, is_nested: bool) -> None:
        self._path = head.path
        self._options = options
        self._is_nested = is_nested
        self._column = options.own.number(COLUMN.name) if COLUMN.name in options.own else 0
        self._layout = (None if self._column else layout_of(_rows(head), 0)) or PLAIN
        self._sentence = ""
        rows = [self._layout.cells(row) for row in _rows(head)]
        widths = [len(row) for row in rows]
        width = max(set(widths), key=widths.count, default=2)
        even = [row for row in rows if len(row) == width]
        all_tags = sum(tags_behind(row) == width - 1 for row in even)
        self._columns = width - 1 if even and all_tags >= SHARE * len(even) else 1
        """How many columns of tags there are."""
        self._taken = Taken()
        self._marks = self._empty = self._untagged = self._by_i = self._by_b = 0
        self._first_untagged = ""
        self._begin(1)

    def _begin(self, line: int) -> None:
        self._line = line
        self._text = TokenText(self._options.own.text(JOIN.name))
        number = 1 if self._is_nested else self._columns
        self._readers = [TagReader() for _ in range(number)]

    def outcomes(self) -> Iterator[Outcome]:
        articles = 0
        is_first = True
        for line, row in rows_of(self._path):
            if not row.strip():
                self._end_sentence()
                continue
            if is_first and not row.startswith("# "):
                is_first = False
                if self._layout.has_header:
                    continue
            if _DOCUMENT.fullmatch(row):
                articles += bool(self._text.spans)
                yield from self._finish()
                self._begin(line)
            elif not row.startswith("#") or tags_behind(self._layout.cells(row)):
                self._take(line, row)
        articles += bool(self._text.spans)
        yield from self._finish()
        if not articles:
            yield Refused(self._path.name, "the file holds no rows: there is nothing to import")
            return
        yield from map(Noted, self._said())

    def _take(self, line: int, row: str) -> None:
        sentence = self._layout.sentence_of(row)
        if sentence and sentence != self._sentence:
            self._sentence = sentence
            self._end_sentence()
        cells = self._layout.cells(row)
        form = without_marks(cells[0]) if cells else ""
        self._marks += len(cells[0]) - len(form) if cells else 0
        if not form.strip():
            self._empty += 1
            return
        tags = self._tags(cells)
        if not tags:
            self._untagged += 1
            self._first_untagged = self._first_untagged or f"line {line}, {row[:60]!r}"
        token = self._text.add(form)
        if self._is_nested:
            self._readers[0].take(token, tags)
            return
        for reader, tag in zip(self._readers, tags or [OUTSIDE] * self._columns, strict=False):
            reader.take(token, (tag,))

    def _tags(self, cells: list[str]) -> list[str]:
        """Return the tags of a row, none where it has no such."""
        if self._column:
            tag = cells[self._column - 1] if self._column <= len(cells) else ""
            return [tag] if self._column > 1 and TAG.fullmatch(tag) else []
        number = tags_behind(cells)
        if self._is_nested:
            return cells[len(cells) - number :]
        return cells[-self._columns :] if number >= self._columns else []

    def _end_sentence(self) -> None:
        self._text.end_sentence()
        for reader in self._readers:
            reader.end_sentence()

    def _finish(self) -> Iterator[Outcome]:
        if not self._text.spans:
            return
        where = f"{self._path.name}, line {self._line}"
        found = [piece for reader in self._readers for piece in reader.found]
        self._by_i += sum(reader.begun_by_i for reader in self._readers)
        self._by_b += sum(reader.begun_by_b for reader in self._readers)
        try:
            imported = article_of(self._text, found, self._path, self._options)
        except AnnotatorError as error:
            yield Refused(where, str(error))
        else:
            yield self._taken.once(imported, where)

    def _said(self) -> Iterator[str]:
        yield "the text was made again from the tokens: where the original had spaces, the file does not say"
        if self._marks:
            yield f"dropped {self._marks} invisible marks at the ends of tokens"
        if self._empty:
            yield f"dropped {self._empty} row(s) without a token"
        if self._untagged:
            yield f"read {self._untagged} row(s) without a tag as O, the first of them {self._first_untagged}"
        if self._by_i and self._by_b:
            yield f"{self._by_i} annotation(s) begin with I, E or L where other ones begin with B"


def _rows(head: Head) -> list[str]:
    """Return the rows of a head that are of words: no comments, but a hashtag with its tags."""
    return [row for row in head.rows if _is_row(row)]


def _is_row(row: str) -> bool:
    if not row.strip() or _DOCUMENT.fullmatch(row):
        return False
    return not row.startswith("#") or bool(tags_behind(PLAIN.cells(row)))


def sniff(head: Head) -> Sniffed:
    reason = "rows that end in tags such as B-PER and O"
    return Sniffed(Confidence.SURE, reason) if _kind(head) == "flat" else NOT_MINE


def sniff_nested(head: Head) -> Sniffed:
    reason = "rows of a token and one tag or several"
    return Sniffed(Confidence.SURE, reason) if _kind(head) == "nested" else NOT_MINE


@lru_cache(maxsize=1)
def _kind(head: Head) -> str:
    """Return ``nested`` where tokens have one tag or several and nothing else, ``flat`` for other rows of tags, else nothing."""
    layout = layout_of(_rows(head)) if may_have_tags(head.text) else None
    if layout is None:
        return ""
    rows = [layout.cells(row) for row in _rows(head)[layout.has_header :]]
    only = [row for row in rows if len(row) > 1 and tags_behind(row) == len(row) - 1]
    is_nested = len({len(row) for row in only}) > 1 and len(only) >= SHARE * len(rows)
    return "nested" if is_nested else "flat"


IMPORTER = Importer(
    "conll",
    Words("CoNLL, a tag a word", "صيغة CoNLL، وسم لكل كلمة"),
    Words(
        "Rows of a word and its tag, of two or more columns: IOB, BIOES or BILOU, with or without documents. The text is made "
        "again from the words.",
        "صفوف من كلمة ووسمها في عمودين أو أكثر، بصيغ IOB أو BIOES أو BILOU، مع فواصل المستندات أو دونها. ويُبنى النص من الكلمات.",
    ),
    (".conll", ".iob", ".bio"),
    read,
    sniff,
    (ANNOTATOR, COLUMN, JOIN, FIRST_LINE_IS_TITLE),
    holds=FLAT,
    purpose=Purpose.TRAIN,
    tools=("spaCy", "flair", "ANERcorp"),
)

NESTED = Importer(
    "wojood",
    Words("Nested tags, as in Wojood", "وسوم متداخلة كما في «وجود»"),
    Words(
        "Rows of a word and as many tags as annotations lie over it. The text is made again from the words.",
        "صفوف من كلمة وكل ما عليها من وسوم. ويُبنى النص من الكلمات.",
    ),
    (),
    read_nested,
    sniff_nested,
    (ANNOTATOR, JOIN, FIRST_LINE_IS_TITLE),
    holds=Holds(nested=True),
    purpose=Purpose.TRAIN,
    tools=("Wojood",),
)
