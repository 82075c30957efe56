"""JSON lines that spaCy's scripts and Prodigy read: a text, its tokens, spans that fit them, and links.

The tokens hold every character: what is white space beyond one space behind a word, NBSP and line ends too, is a token of its own, so that
``Doc(words, spaces)`` has the very text. They are ours, as spaCy's own would refuse every third span of Arabic with clitics.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from annotator.exporters.base import Exportable, Exporter, ExportOptions, Sink, one_layer
from annotator.exporters.columns.conll_options import MISALIGNED
from annotator.exporters.columns.rows import Range
from annotator.exporters.loss import LossReport, Reason, Tally
from annotator.exporters.objects.details import details
from annotator.exporters.objects.interchange import dumps
from annotator.exporters.objects.token_fit import SPLIT, widen
from annotator.exporters.scope import scoped
from annotator.format_facts import Holds, Purpose
from annotator.model import Layer
from annotator.options import Option, Words
from annotator.text import tokens

NAME = "spacy"
HOLDS = Holds(relations=True, nested=True, crossing=True, sub_word=True)
AT_EDGES = Option(
    MISALIGNED.name,
    MISALIGNED.title,
    Words(
        "What happens to an annotation that begins or ends inside a token; the token is cut unless something else is chosen.",
        "ما يُفعل بوسم يبدأ أو ينتهي داخل كلمة، وتُقطع الكلمة إن لم يُختر غير ذلك.",
    ),
    MISALIGNED.kind,
    SPLIT,
    MISALIGNED.choices,
    loses=True,
)
"""Cut by default: offsets stay what they are, and the tokens in the file fit them."""

Object = dict[str, object]


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write one article a line; see `exporters.base.Exporter`."""
    tally, out = Tally(), sink.main
    for item in items:
        one_layer(item, NAME)
        layers = scoped(item, options, tally, HOLDS)
        layer = layers[0] if layers else Layer("", item.article.id)
        value = _line(item, layer, options.own.text(AT_EDGES.name), tally)
        out.write((dumps(value) + "\n").encode("utf-8"))
    return tally.report()


def _line(item: Exportable, layer: Layer, misaligned: str, tally: Tally) -> Object:
    text = item.article.text
    begun, ended, _ = tokens.words(text)
    rows = list(zip(begun, ended, strict=True))
    placed = widen(item.article, layer.in_order, rows, misaligned, tally)
    tally.written -= len(layer) - len(placed)
    starts, ends = {start for _, start, _ in placed}, {end for _, _, end in placed}
    words = list(covering(text, rows, starts, ends))
    begins = {start: n for n, (start, _, _) in enumerate(words)}
    stops = {end: n for n, (_, end, _) in enumerate(words)}
    spans: dict[str, Object] = {
        a.id: {
            "start": start,
            "end": end,
            "label": a.label,
            "token_start": begins[start],
            "token_end": stops[end],
        }
        for a, start, end in placed
    }
    links = [r for r in sorted(layer.relations) if r.head in spans and r.dependent in spans]
    tally.count(Reason.RELATIONS, len(layer.relations) - len(links))
    value: Object = {
        "text": text,
        "tokens": [
            {"text": text[start:end], "start": start, "end": end, "id": n, "ws": ws}
            for n, (start, end, ws) in enumerate(words)
        ],
        "spans": list(spans.values()),
        "cats": {},
        "meta": details(item.article),
    }
    if links:
        value["relations"] = [
            {
                "head": spans[r.head]["token_end"],
                "child": spans[r.dependent]["token_end"],
                "head_span": spans[r.head],
                "child_span": spans[r.dependent],
                "label": r.type,
            }
            for r in links
        ]
    if layer.annotator:
        value["_annotator_id"] = layer.annotator
    return value


def covering(
    text: str, rows: list[Range], starts: set[int], ends: set[int]
) -> Iterator[tuple[int, int, bool]]:
    """Yield tokens that hold all of ``text``: start, end, and whether a space follows that belongs to none.

    ``starts`` and ``ends`` are edges of spans: each is one of a token.
    """
    edges = sorted(starts | ends)
    place = 0
    for start, end in [*rows, (len(text), len(text))]:
        for first, last in _pieces(place, start, edges):
            yield first, last, False
        if start == end:
            return
        has_space = text[end : end + 1] == " " and end not in starts and end + 1 not in ends
        for first, last in _pieces(start, end, edges):
            yield first, last, has_space and last == end
        place = end + has_space


def _pieces(start: int, end: int, edges: list[int]) -> list[Range]:
    """Return ``[start, end)`` cut at the edges inside it, nothing where it is empty."""
    if start == end:
        return []
    first, last = bisect_right(edges, start), bisect_left(edges, end)
    return list(pairwise([start, *edges[first:last], end])) if first < last else [(start, end)]


EXPORTER = Exporter(
    NAME,
    ".jsonl",
    Words("spaCy and Prodigy, JSON lines", "أسطر JSON لأداتي spaCy وProdigy"),
    Words(
        "Texts with tokens, spans and links, to train spaCy or to go on in Prodigy; the tokens fit the spans.",
        "نصوص بكلماتها ومقاطعها وروابطها لتدريب spaCy أو للمتابعة في Prodigy، والكلمات توافق المقاطع.",
    ),
    write,
    HOLDS,
    (AT_EDGES,),
    purpose=Purpose.TRAIN,
    tools=("spaCy", "Prodigy"),
)
