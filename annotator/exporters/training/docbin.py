"""spaCy's binary documents: our tokens, ``doc.ents`` without overlaps, and every annotation in ``doc.spans["sc"]``.

spaCy's own tokens of Arabic refuse a third of all annotations, so that ours go along. White space that is not one space behind a
token is a token of its own, and so are direction marks: ``doc.text`` is the article's text to the character. ``user_data`` has the
article's id and, for each span of ``sc``, where it is in code points and its label, as it was before it was widened to tokens.

spaCy's `DocBin` keeps all documents in memory; here each is packed by one of its own, and the file is put together of those.
"""

import tempfile
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import pairwise
from typing import IO, Any, BinaryIO, NamedTuple

from annotator.errors import ExportFailure
from annotator.exporters.base import Exportable, Exporter, ExportOptions, Sink, one_layer
from annotator.exporters.columns.conll_options import MISALIGNED, NESTED
from annotator.exporters.columns.flat import Flattener
from annotator.exporters.columns.row_options import ONE_OF_NESTED
from annotator.exporters.columns.rows import Rows, cut, visible_tokens
from annotator.exporters.loss import LossReport, Reason, Tally, example
from annotator.exporters.scope import count_article, in_scope
from annotator.format_facts import Holds, Needs, Purpose
from annotator.model import Annotation, Article, Layer
from annotator.options import Words

NAME = "docbin"
NEEDS = Needs("spacy", "spacy")
ENTS = "doc.ents"
KEY = "sc"
"""The group of spans that spaCy's span categorizer looks for."""

HOLDS = Holds(nested=True, crossing=True, sub_word=True, status=True)

_VERSION = "0.1"
"""Of spaCy's layout of the file, the only one there has been."""

_ATTRS = ["ENT_IOB", "ENT_TYPE"]
"""What is kept of each word beside its form and whether a space follows."""

_FRESH = 200
"""Documents for one vocabulary, which keeps every word it has seen."""

_IN_MEMORY = 4 << 20
_CHUNK = 1 << 20
_MOST = (1 << 32) - 1
"""Bytes that one value of MessagePack can have."""


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write one file of all documents; see `exporters.base.Exporter`."""
    spacy = _Spacy()
    own, tally, of_ents = options.own, Tally(), Tally()
    misaligned = own.text(MISALIGNED.name)
    flattener = Flattener(own.text(NESTED.name), "expand", options.schema, of_ents)
    with ExitStack() as files:
        packed = _Packed(files, spacy.attrs)
        for item in items:
            article, layer = item.article, one_layer(item, NAME)
            count_article(layer, tally, HOLDS)
            annotations = in_scope(layer, article, options, tally, HOLDS)
            rows = visible_tokens(article.text)
            edges: list[int] = []
            if misaligned == "split":
                edges = sorted({edge for a in annotations for edge in (a.span.start, a.span.end)})
                rows = cut(article.text, rows, edges)
            words = _words(article.text, rows, edges)
            spans = _placed(annotations, words, article, misaligned, tally)
            tally.written += len(spans)
            kept = [span.annotation for span in spans]
            of_ents.annotations += len(kept)
            _, ents = flattener.fit(article, kept, rows)
            of_ents.written += len(ents)
            found = [
                (words.rows[one.first], words.rows[one.last - 1] + 1, one.annotation.label)
                for one in ents
            ]
            packed.add(spacy.packed(article, layer, words, spans, found))
        packed.write(sink.main, spacy.dumps)
    return tally.report({ENTS: of_ents.report()})


class _Words(NamedTuple):
    """What a document is made of: words that put together, with a space where one follows, are the text.

    ``rows`` are the numbers of the words that are rows of the article; the others are white space and marks.
    """

    forms: list[str]
    spaces: list[bool]
    starts: list[int]
    ends: list[int]
    rows: list[int]


def _words(text: str, rows: Rows, edges: list[int]) -> _Words:
    """Return the words; what stands between rows is cut at ``edges``, which are in order, as the rows are."""
    found = _Words([], [], [], [], [])

    def add(start: int, end: int) -> None:
        found.forms.append(text[start:end])
        found.spaces.append(False)
        found.starts.append(start)
        found.ends.append(end)

    at = 0
    for start, end in zip((*rows.starts, len(text)), (*rows.ends, len(text)), strict=True):
        if at < start and found.forms and text[at] == " ":
            found.spaces[-1] = True
            at += 1
        if at < start:
            is_spaced = text[start - 1] == " " and start - at > 1
            stop = start - 1 if is_spaced else start
            inside = edges[bisect_right(edges, at) : bisect_left(edges, stop)]
            for piece in pairwise((at, *inside, stop)):
                add(*piece)
            found.spaces[-1] = is_spaced
        if start < end:
            found.rows.append(len(found.forms))
            add(start, end)
        at = end
    return found


class _OnWords(NamedTuple):
    annotation: Annotation
    first: int
    last: int


def _placed(
    annotations: list[Annotation], words: _Words, article: Article, misaligned: str, tally: Tally
) -> list[_OnWords]:
    """Return the words of each annotation, widened to whole ones; raise `ExportFailure` where that is to be an error."""
    found: list[_OnWords] = []
    for annotation in annotations:
        start, end = annotation.span.start, annotation.span.end
        first, last = bisect_right(words.ends, start), bisect_left(words.starts, end)
        if first >= last:
            tally.add(Reason.NO_TOKEN, article, annotation)
            continue
        left, right = words.starts[first], words.ends[last - 1]
        if left < start or right > end:
            if misaligned == "error":
                raise ExportFailure(
                    f"an edge lies inside a token: {example(article, annotation)}; "
                    "move it, or export with expand, split or drop"
                )
            if misaligned == "drop":
                tally.add(Reason.MISALIGNED, article, annotation)
                continue
            tally.add(Reason.EXPANDED, article, annotation)
        if left > start or right < end:
            tally.add(Reason.TRIMMED, article, annotation)
        found.append(_OnWords(annotation, first, last))
    return found


class _Document(NamedTuple):
    """What spaCy packs of one document."""

    words: int
    tokens: bytes
    spaces: bytes
    groups: bytes
    user_data: bytes
    strings: set[str]


class _Spacy:
    """spaCy itself, which is imported when it is needed: it takes longer than everything else."""

    def __init__(self) -> None:
        self._tokens: Any = Needs("spacy.tokens", NEEDS.extra).load()
        self._vocab: Any = Needs("spacy.vocab", NEEDS.extra).load().Vocab
        self.dumps: Any = Needs("srsly", NEEDS.extra).load().msgpack_dumps
        self.attrs: list[int] = self._tokens.DocBin(attrs=_ATTRS).attrs
        self._known: Any = None
        self._left = 0

    def packed(
        self,
        article: Article,
        layer: Layer,
        words: _Words,
        spans: list[_OnWords],
        ents: list[tuple[int, int, str]],
    ) -> _Document:
        if not self._left:
            self._known, self._left = self._vocab(), _FRESH
        self._left -= 1
        make = self._tokens.Span
        doc = self._tokens.Doc(self._known, words=words.forms, spaces=words.spaces)
        doc.set_ents([make(doc, first, last, label=label) for first, last, label in ents])
        doc.spans[KEY] = [make(doc, s.first, s.last, label=s.annotation.label) for s in spans]
        doc.user_data = {
            "id": article.id,
            "title": article.title,
            "annotator": layer.annotator,
            "status": layer.status.value,
            KEY: [[s.annotation.start, s.annotation.end, s.annotation.label] for s in spans],
        }
        one = self._tokens.DocBin(attrs=_ATTRS, docs=[doc], store_user_data=True)
        return _Document(
            len(doc),
            one.tokens[0].astype("uint64").tobytes("C"),
            one.spaces[0].tobytes("C"),
            one.span_groups[0],
            one.user_data[0],
            one.strings,
        )


class _Packed:
    """The file in the making: each of its values waits in a temporary file, since its size stands before it."""

    def __init__(self, files: ExitStack, attrs: list[int]) -> None:
        def waiting() -> IO[bytes]:
            return files.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY))

        self._tokens, self._spaces, self._groups, self._user_data = (waiting() for _ in range(4))
        self._lengths = array("i")
        self._strings: set[str] = set()
        self._attrs = attrs

    def add(self, document: _Document) -> None:
        self._tokens.write(document.tokens)
        self._spaces.write(document.spaces)
        self._groups.write(_bytes_head(len(document.groups)) + document.groups)
        self._user_data.write(_bytes_head(len(document.user_data)) + document.user_data)
        self._lengths.append(document.words)
        self._strings |= document.strings

    def write(self, out: BinaryIO, dumps: Any) -> None:
        """Write what spaCy's `DocBin.to_bytes` gives: a compressed map in MessagePack."""
        pack = zlib.compressobj()
        for piece in self._pieces(dumps):
            out.write(pack.compress(piece))
        out.write(pack.flush())

    def _pieces(self, dumps: Any) -> Iterator[bytes]:
        count = len(self._lengths)
        yield b"\x8a"  # a map of ten
        yield dumps("version") + dumps(_VERSION)
        yield dumps("attrs") + dumps(self._attrs)
        yield dumps("tokens")
        yield from _whole(self._tokens)
        yield dumps("spaces")
        yield from _whole(self._spaces)
        yield dumps("lengths") + dumps(self._lengths.tobytes())
        yield dumps("strings") + dumps(sorted(self._strings))
        yield dumps("cats") + _list_head(count) + dumps({}) * count
        yield dumps("flags") + _list_head(count) + dumps({"has_unknown_spaces": False}) * count
        yield dumps("span_groups") + _list_head(count)
        yield from _chunks(self._groups)
        yield dumps("user_data") + _list_head(count)
        yield from _chunks(self._user_data)


def _whole(waiting: IO[bytes]) -> Iterator[bytes]:
    yield _bytes_head(waiting.tell())
    yield from _chunks(waiting)


def _chunks(waiting: IO[bytes]) -> Iterator[bytes]:
    waiting.seek(0)
    while piece := waiting.read(_CHUNK):
        yield piece


def _bytes_head(size: int) -> bytes:
    if size > _MOST:
        raise ExportFailure(
            "there is too much for one file of spaCy: export fewer articles at once, or split them"
        )
    return b"\xc6" + size.to_bytes(4, "big")


def _list_head(count: int) -> bytes:
    return b"\xdd" + count.to_bytes(4, "big")


EXPORTER = Exporter(
    NAME,
    ".spacy",
    Words("spaCy documents (DocBin)", "مستندات spaCy ‏(DocBin)"),
    Words(
        "What spacy train reads: exact texts with Hashiya's words, entities without overlaps, and all annotations as spans.",
        "ما يقرؤه spacy train: النصوص كما هي بكلمات حاشية، وكيانات لا تتداخل، وكل الوسوم نطاقات.",
    ),
    write,
    HOLDS,
    (ONE_OF_NESTED, MISALIGNED),
    purpose=Purpose.TRAIN,
    tools=("spaCy",),
    needs=NEEDS,
)
