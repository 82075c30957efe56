"""One article of layered CoNLL, line by line: its comments in JSON, then its rows."""

import json
import re
from dataclasses import replace
from sys import intern

from annotator.errors import ImportFailure
from annotator.importers.base import Imported, ImportOptions
from annotator.importers.columns.layer_columns import LayerColumns, Piece
from annotator.importers.common_options import ANNOTATOR
from annotator.importers.drafting import derived_id
from annotator.importers.objects.fields import Fields
from annotator.importers.objects.layer_fields import known_status
from annotator.importers.objects.metadata import own_article
from annotator.model import Annotation, Layer, Origin, Span, Status, article_id
from annotator.text import decoding

COMMENT = re.compile(r"# (newdoc id|[a-z]+) = (.*)")
FILLER = "_"

_ROW = re.compile(r"(?P<start>[0-9]{1,12}) (?P<end>[0-9]{1,12}) (?P<form>\S+) (?P<tags>\S.*)")
_OLD_ROW = re.compile(r"(?P<form>\S+) (?P<start>[0-9]{1,12}) (?P<end>[0-9]{1,12}) (?P<tags>\S.*)")
_LAYOUTS = {"START END FORM": _ROW, "FORM START END": _OLD_ROW}
"""How a row is laid out by its first columns: as today, and as in files of ``conll-layers/1``."""


class ArticleReader:
    """Takes the lines of one article in order."""

    def __init__(self, options: ImportOptions) -> None:
        self._options = options
        self._head: dict[str, object] = {}
        self._columns: LayerColumns | None = None
        self._row = _ROW
        self._text = ""
        self._position = 0

    def take(self, line: str) -> None:
        """Add one line; raise `AnnotatorError` saying what is wrong with it."""
        if not line:
            if self._columns is not None:
                self._columns.end_sentence()
        elif (comment := COMMENT.fullmatch(line)) and not self._is_row(line):
            self._take_comment(comment[1], comment[2])
        else:
            self._take_row(line)

    def _take_comment(self, key: str, value: str) -> None:
        if key == "continues" and self._columns is not None:
            self._columns.announce(value.split())
        elif key == "columns":
            names = value.split()
            layout = _LAYOUTS.get(" ".join(names[:3]))
            if layout is None or len(set(names)) != len(names) or len(names) < 4:
                raise ImportFailure(
                    "# columns must be START END FORM and then one name for each column of tags"
                )
            self._row = layout
            self._columns = LayerColumns(names[3:])
        elif key == "newdoc id":
            self._head["id"] = value
        else:
            self._head[key] = _parse(key, value)
            if key == "text":
                self._text = Fields(self._head, "the article").text("text")
                decoding.check(self._text)

    def _is_row(self, line: str) -> bool:
        """Tell a row from a comment: in the old layout a word of the text may be what a comment begins with."""
        return self._row is _OLD_ROW and _OLD_ROW.fullmatch(line) is not None

    def _take_row(self, line: str) -> None:
        row = self._row.fullmatch(line)
        if row is None:
            raise ImportFailure(f"{line[:60]!r} is not a row of START END FORM and tags")
        if self._columns is None or not self._text:
            raise ImportFailure(
                "a row stands before the comments # text and # columns, without which it cannot be read"
            )
        form, start, end = row["form"], int(row["start"]), int(row["end"])
        if not self._position <= start < end <= len(self._text):
            raise ImportFailure(
                f"[{start}, {end}) is not a range after {self._position} in a text of {len(self._text)} characters"
            )
        shown = self._text[start:end]
        if form not in (shown, FILLER):
            raise ImportFailure(
                f"[{start}, {end}) holds «{shown[:60]}», but the row says «{form[:60]}»"
            )
        self._columns.take_row(start, end, row["tags"].split(" "))
        self._position = end

    def finish(self) -> Imported:
        """Return the article and its layer; raise `ImportFailure` where something was missing."""
        fields = Fields(self._head, "the article")
        text = fields.text("text")
        given = fields.identifier("id")
        made = article_id(text)
        if given != made:
            raise ImportFailure(
                f"id {given!r} is not that of the text, {made!r}: the text was changed"
            )
        annotator = fields.optional_text("annotator") or self._options.own.optional_text(
            ANNOTATOR.name
        )
        status = known_status(
            fields.text("status", default=Status.IN_PROGRESS.value), "the article"
        )
        pieces = self._columns.pieces if self._columns else []
        if annotator is None and pieces:
            raise ImportFailure(
                "the article does not say who annotated it: name the annotator (--annotator on the command "
                "line)"
            )
        layers: tuple[Layer, ...] = ()
        if annotator is not None:
            annotations = _annotations(pieces, made, annotator)
            layers = (Layer(annotator, made, status, annotations),)
        extra = Fields(fields.peek("extra") or {}, "extra").rest
        fields.drop("extra")
        article, notes = own_article(fields, text, self._options)
        return Imported(replace(article, extra=extra), layers, notes)


def _annotations(pieces: list[Piece], article: str, annotator: str) -> dict[str, Annotation]:
    annotations: dict[str, Annotation] = {}
    for number, piece in enumerate(sorted(pieces, key=lambda p: (p.start, -p.end, p.label)), 1):
        span = Span(piece.start, piece.end)
        label = intern(piece.label.lower())
        made = derived_id(article, annotator, number, span, label)
        annotations[made] = Annotation(made, span, label, origin=Origin.IMPORTED)
    return annotations


def _parse(key: str, value: str) -> object:
    try:
        return json.loads(value)
    except (ValueError, RecursionError) as error:
        raise ImportFailure(f"# {key} is not JSON: {error}") from None
