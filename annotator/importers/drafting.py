"""An article in the making: importers say what the file says, and each annotation is checked by itself.

What cannot be right becomes a `Flaw` and costs nothing else. Offsets are those of the file's own text: line ends, byte order
marks and the unit in which the file counts are taken care of here.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from sys import intern

from annotator.importers import mismatch, offsets
from annotator.importers.base import Flaw, Imported
from annotator.importers.newlines import Newlines
from annotator.importers.offsets import Move
from annotator.model import (
    Annotation,
    Article,
    Layer,
    Origin,
    Relation,
    Span,
    Status,
    Zone,
    article_id,
)
from annotator.text import decoding

NO_RANGE = "whose offsets are no range of the text"
OTHER_WORDS = "whose words are not what their offsets hold"
UNREADABLE = "that cannot be read"
NO_END = "that lead to an annotation which is not there"


class BadSpanError(Exception):
    """A place that is no span of the text: the kind of fault, and this one in words."""

    def __init__(self, kind: str, reason: str) -> None:
        super().__init__(reason)
        self.kind = kind


def place(
    text: str,
    newlines: Newlines,
    start: int,
    end: int,
    claimed: str | None = None,
    move: Move = int,
) -> Span:
    """Return the span of the final text that ``[start, end)`` of the file's text is; raise `BadSpanError`.

    ``claimed`` are the words that the file says are there, ``move`` takes its offsets to code points.
    """
    begin, stop = move(start), move(end)
    if not 0 <= begin < stop <= len(text):
        raise BadSpanError(NO_RANGE, mismatch.explain_range(text, start, end, claimed))
    if claimed is not None and not _is_same(text[begin:stop], claimed):
        raise BadSpanError(OTHER_WORDS, mismatch.explain(text, begin, stop, claimed))
    moved = newlines.move(begin), newlines.move(stop)
    if moved[0] == moved[1]:
        raise BadSpanError(
            NO_RANGE,
            f"[{start}, {end}) holds half a line end (a CR before its LF) or a byte order mark, and nothing else",
        )
    return Span(*moved)


def derived_id(article: str, annotator: str, number: int, span: Span, label: str) -> str:
    """Return the id of an annotation that came without one: reading the same file again gives the same id."""
    seed = f"{article} {annotator} {number} {span.start} {span.end} {label.lower()}"
    return hashlib.sha256(seed.encode("utf-8")).hexdigest()[:12]


def _is_same(found: str, claimed: str) -> bool:
    """Tell whether the words are those claimed; some programs write a line end in them in another way."""
    return found == claimed or _unified(found) == _unified(claimed)


def _unified(words: str) -> str:
    return words.replace("\r\n", "\n").replace("\r", "\n")


class ArticleDraft:
    """One article. Give it the text as it is in the file, the layers and their annotations, then `finish` it.

    ``where`` is its place, as in ``a.jsonl, line 3``. An article of ours ``is_own``: its text stays as it was. Raise `TextError`
    for what is no text.
    """

    def __init__(self, text: str, where: str, move: Move = int, *, is_own: bool = False) -> None:
        decoding.check(text)
        self._text = text
        self._newlines = Newlines(text, drop_marks=not is_own)
        self._move = move
        self.where = where
        self.text = self._newlines.text
        """The text of the article, on which its annotations count."""
        self.id = article_id(self.text)
        self.layers: dict[str, LayerDraft] = {}
        self.notes: list[str] = []
        self.flaws: list[Flaw] = []
        if self._newlines.changed:
            self.notes.append("line ends became LF, and the offsets moved with them")
        if move is not int:
            self.notes.append(offsets.NOTE)

    def layer(self, annotator: str, status: Status = Status.IN_PROGRESS) -> "LayerDraft":
        """Return the layer of an annotator, made at the first use."""
        if annotator not in self.layers:
            self.layers[annotator] = LayerDraft(self, annotator, status)
        return self.layers[annotator]

    def span(
        self,
        start: int,
        end: int,
        what: str,
        claimed: str | None = None,
        kind: str = "annotation(s)",
    ) -> Span | None:
        """Return the span, or None after noting what is wrong with it; ``what`` is it, as in ``annotation 2``."""
        try:
            return place(self._text, self._newlines, start, end, claimed, self._move)
        except BadSpanError as error:
            self.flaw(f"{kind} {error.kind}", what, str(error))
            return None

    def words(self, start: int, end: int) -> str:
        """Return what the file's text has in ``[start, end)`` of the file's unit; nothing where that is no range of it."""
        return self._text[max(self._move(start), 0) : max(self._move(end), 0)]

    def flaw(self, kind: str, what: str, reason: str) -> None:
        self.flaws.append(Flaw(kind, what, reason))

    def finish(self, article: Article) -> Imported:
        """Return the article, which has the draft's text, with its layers."""
        layers = tuple(layer.finish() for layer in self.layers.values())
        return Imported(article, layers, tuple(self.notes), tuple(self.flaws), self.where)


@dataclass(slots=True)
class LayerDraft:
    """What one annotator made of the article. ``key`` is what the file calls an annotation, for links to it."""

    _draft: ArticleDraft
    annotator: str
    status: Status
    _annotations: dict[str, Annotation] = field(default_factory=dict[str, Annotation])
    _keys: dict[str, str] = field(default_factory=dict[str, str])
    _links: list[tuple[str, str, str]] = field(default_factory=list[tuple[str, str, str]])
    _zones: set[Zone] = field(default_factory=set[Zone])
    _number: int = 0

    def add(
        self,
        start: int,
        end: int,
        label: str,
        *,
        claimed: str | None = None,
        key: str = "",
        attributes: Mapping[str, str] | None = None,
        note: str = "",
        origin: str = Origin.IMPORTED,
        what: str = "",
    ) -> None:
        """Add an annotation of the file's own label, or note what is wrong with it."""
        self._number += 1
        what = what or f"annotation {key or self._number}"
        span = self._draft.span(start, end, what, claimed)
        if span is None:
            return
        made = derived_id(self._draft.id, self.annotator, self._number, span, label)
        values = {name: value for name, value in (attributes or {}).items() if value}
        self._annotations[made] = Annotation(made, span, intern(label), values, note, origin)
        if key:
            self._keys[key] = made

    def link(self, type_: str, head: str, dependent: str) -> None:
        """Add a link between two annotations by their keys; they may come later."""
        self._links.append((type_, head, dependent))

    def zone(self, start: int, end: int, kind: str) -> None:
        span = self._draft.span(start, end, f"zone {kind}", kind="zone(s)")
        if span is not None:
            self._zones.add(Zone(span, kind))

    def finish(self) -> Layer:
        relations: set[Relation] = set()
        for type_, head, dependent in self._links:
            lost = next((end for end in (head, dependent) if end not in self._keys), None)
            if lost is None:
                relations.add(Relation(type_, self._keys[head], self._keys[dependent]))
            else:
                self._draft.flaw(
                    f"link(s) {NO_END}", f"{type_} link", f"there is no annotation {lost}"
                )
        return Layer(
            self.annotator,
            self._draft.id,
            self.status,
            self._annotations,
            frozenset(relations),
            frozenset(self._zones),
        )
