"""Layered columns: every annotation, however they lie, in rows that a script reads with ``line.split()``.

A row is ``START END FORM NER1 … NERk``; offsets are code points, and k is the same in the whole file, as readers of columns
want it. A row begins with a number, a comment with ``#``: no word of the text is taken for a comment, nor the other way round.

Each annotation stands whole in the first column that is free over its rows, outer ones first, so nested, crossing and
same-extent ones all stay. Tokens are cut where one begins or ends inside them; a row ``_`` stands for white space in which one
does. A comment ``# continues = NER1`` before a sentence says that the B- which opens it goes on with the sentence before: each
sentence is valid IOB2 by itself, and nothing is lost.

The article's own comments, in JSON, make the file readable without the project: `importers.conll_layers`.
"""

import tempfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import IO, BinaryIO, NamedTuple

from annotator.exporters.base import Exportable, Exporter, ExportOptions, Sink, one_layer
from annotator.exporters.columns.layer_rows import make_rows
from annotator.exporters.columns.rows import Range, Rows, sentence_ranges
from annotator.exporters.loss import LossReport, Tally
from annotator.exporters.objects.interchange import dumps
from annotator.exporters.scope import count_article, in_scope
from annotator.format_facts import Holds, Purpose
from annotator.model import Annotation, Article, Layer
from annotator.model.zone import merged
from annotator.options import Words

NAME = "conll-layers"
FORMAT = "hashiya conll-layers/2"
OUTSIDE = "O"

_MORE_TAGS, _MORE_NAMES = b"\0", b"\1"
"""Where the columns go that only a later article needs. No text that is exported holds either as it is."""

_IN_MEMORY = 4 << 20
"""Bytes of a small export that need no file of their own while its widest article is looked for."""


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write each article as comments and sentences of rows; see `exporters.base.Exporter`.

    How many columns the file needs is known when the last article is done: until then the articles wait in a temporary file.
    """
    tally = Tally()
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as waiting:
        pieces: list[_Piece] = []
        for item in items:
            layer, article = one_layer(item, NAME), item.article
            count_article(layer, tally)
            annotations = in_scope(layer, article, options, tally)
            tally.written += len(annotations)
            rows = make_rows(
                article, annotations, merged(layer.zones) if options.skip_zones else (), tally
            )
            places = [_place(annotation, rows) for annotation in annotations]
            sentences = sentence_ranges(article.text, rows, places)
            columns = _columns(annotations, places, rows, [first for first, _ in sentences])
            written = _head(article, layer, len(columns.tags)) + _body(rows, columns, sentences)
            pieces.append(_Piece(waiting.write(written.encode("utf-8")), len(columns.tags)))
        out = sink.main
        out.write(f"# format = {FORMAT}\n".encode())
        waiting.seek(0)
        _widen(waiting, pieces, out)
    return tally.report()


class _Piece(NamedTuple):
    """What one article takes of the temporary file in bytes, and how many columns it has."""

    size: int
    columns: int


def _widen(waiting: IO[bytes], pieces: list[_Piece], out: BinaryIO) -> None:
    """Copy the articles, each with as many columns as the widest has."""
    widest = max((piece.columns for piece in pieces), default=1)
    for size, columns in pieces:
        missing = range(columns, widest)
        tags = f" {OUTSIDE}".encode() * len(missing)
        names = "".join(f" {_name(column)}" for column in missing).encode()
        out.write(waiting.read(size).replace(_MORE_TAGS, tags).replace(_MORE_NAMES, names))


class Columns(NamedTuple):
    """The tags, one list a column and one tag a row; and the columns that go on where a sentence begins."""

    tags: list[list[str]]
    continued: dict[int, list[int]]


def _place(annotation: Annotation, rows: Rows) -> Range:
    """Return the rows ``[first, last)`` of an annotation, whose edges are edges of rows."""
    start, end = annotation.span.start, annotation.span.end
    return bisect_left(rows.starts, start), bisect_left(rows.ends, end) + 1


def _columns(
    annotations: list[Annotation], places: list[Range], rows: Rows, bounds: list[int]
) -> Columns:
    """Put each annotation, outer ones first, into the first column where it collides with none."""
    tags: list[list[str]] = []
    free_from: list[int] = []
    continued: dict[int, list[int]] = {}
    for annotation, (first, last) in zip(annotations, places, strict=True):
        span = annotation.span
        column = 0
        while column < len(free_from) and free_from[column] > span.start:
            column += 1
        if column == len(free_from):
            tags.append([OUTSIDE] * len(rows.starts))
            free_from.append(0)
        free_from[column] = span.end
        name = annotation.label.upper()
        tags[column][first:last] = [f"I-{name}"] * (last - first)
        tags[column][first] = f"B-{name}"
        for at in bounds[bisect_right(bounds, first) : bisect_left(bounds, last)]:
            tags[column][at] = f"B-{name}"
            continued.setdefault(at, []).append(column)
    return Columns(tags or [[OUTSIDE] * len(rows.starts)], continued)


def _head(article: Article, layer: Layer, columns: int) -> str:
    """Return the comments that name the article, hold its text and name the columns."""
    values: dict[str, object] = {
        "title": article.title,
        "published": article.published,
        "source": article.source,
        "url": article.url,
        "fields": dict(article.fields) or None,
        "extra": dict(article.extra) or None,
        "annotator": layer.annotator or None,
        "status": layer.status.value if layer.annotator else None,
        "text": article.text,
    }
    lines = [f"# newdoc id = {article.id}"]
    lines += [f"# {key} = {dumps(value)}" for key, value in values.items() if value is not None]
    names = " ".join(map(_name, range(columns)))
    lines.append(f"# columns = START END FORM {names}{_MORE_NAMES.decode()}")
    return "\n".join(lines) + "\n"


def _body(rows: Rows, columns: Columns, sentences: list[Range]) -> str:
    tags = (
        columns.tags[0]
        if len(columns.tags) == 1
        else map(" ".join, zip(*columns.tags, strict=True))
    )
    lines = [
        f"{start} {end} {form} {tag}\0\n"
        for form, start, end, tag in zip(rows.forms, rows.starts, rows.ends, tags, strict=True)
    ]
    parts: list[str] = []
    for first, last in sentences:
        if going_on := columns.continued.get(first):
            parts.append(f"# continues = {' '.join(map(_name, going_on))}\n")
        parts += lines[first:last]
        parts.append("\n")
    return "".join(parts) or "\n"


def _name(column: int) -> str:
    return f"NER{column + 1}"


EXPORTER = Exporter(
    NAME,
    ".conll",
    Words("CoNLL in layers, nothing lost", "صيغة CoNLL بطبقات، لا يضيع شيء"),
    Words(
        "A line for each word with its place in the text and as many tag columns as the annotations need. "
        "Nested and crossing annotations are all kept.",
        "سطر لكل كلمة مع موضعها في النص، وأعمدة بقدر ما تحتاجه الوسوم. "
        "تبقى الوسوم المتداخلة والمتقاطعة كلها.",
    ),
    write,
    Holds(nested=True, crossing=True, sub_word=True, status=True),
    purpose=Purpose.TRAIN,
    tools=("Hashiya",),
)
