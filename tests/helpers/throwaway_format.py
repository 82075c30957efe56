"""A format nobody needs, as a stranger would add it: one module, registered by one line each way.

Texts are in the file asked for and spans in one beside it, so that it needs a sink of several files.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.exporters import (
    Exportable,
    Exporter,
    ExportOptions,
    FileName,
    Holds,
    LossReport,
    Sink,
    Tally,
)
from annotator.importers import (
    NOT_MINE,
    Confidence,
    Head,
    Imported,
    Importer,
    ImportOptions,
    Outcome,
    Sniffed,
)
from annotator.importers.common_options import ANNOTATOR
from annotator.model import Annotation, Article, Layer, Span, new_id
from annotator.options import Choice, Kind, Option, Words

MARK = "%throwaway/1\n"
TITLE = Words("Throw-away pairs", "أزواج للتجربة")

ORDER = Option(
    "order",
    Words("Order of spans", "ترتيب المقاطع"),
    Words("Which span comes first.", "أيّ مقطع يأتي أولًا."),
    Kind.CHOICE,
    "text",
    (
        Choice("text", Words("As in the text", "كما في النص"), Words("First to last.", "من أوله.")),
        Choice("back", Words("Backwards", "عكسيًا"), Words("Last to first.", "من آخره.")),
    ),
)
DEPTH = Option(
    "depth",
    Words("Depth", "العمق"),
    Words("How many spans an article gives at most.", "أقصى عدد من المقاطع لكل مقال."),
    Kind.NUMBER,
    9,
    least=1,
    most=99,
)
REMARK = Option(
    "remark",
    Words("Remark", "تعليق"),
    Words("A line at the top.", "سطر في الأعلى."),
    Kind.TEXT,
    None,
)


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    tally, spans = Tally(), sink.beside("spans", ".tsv")
    sink.main.write((MARK + f"{options.own.optional_text('remark') or ''}\n").encode())
    for number, item in enumerate(items):
        tally.articles += 1
        sink.main.write((json.dumps(item.article.text) + "\n").encode())
        found = [a for layer in item.layers for a in layer.in_order]
        tally.annotations += len(found)
        kept = found[: options.own.number("depth")]
        tally.written += len(kept)
        for a in kept if options.own.text("order") == "text" else reversed(kept):
            spans.write(f"{number}\t{a.start}\t{a.end}\t{a.label}\n".encode())
    return tally.report()


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    beside = path.with_name(f"{path.stem}.spans.tsv").read_text(encoding="utf-8").splitlines()
    owner = options.own.optional_text("annotator") or "stranger"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[2:]):
        article = Article.from_text(json.loads(line))
        rows = [row.split("\t") for row in beside]
        found = [
            Annotation(new_id(), Span(int(start), int(end)), label)
            for at, start, end, label in rows
            if int(at) == number
        ]
        yield Imported(article, (Layer(owner, article.id, annotations={a.id: a for a in found}),))


def sniff(head: Head) -> Sniffed:
    return (
        Sniffed(Confidence.SIGNED, "its mark") if head.raw.startswith(MARK.encode()) else NOT_MINE
    )


EXPORTER = Exporter(
    "throwaway",
    ".pairs",
    TITLE,
    Words("Two files that only a test reads.", "ملفان لا يقرؤهما إلا اختبار."),
    write,
    Holds(nested=True, crossing=True, sub_word=True),
    (ORDER, DEPTH, REMARK),
    lambda _: (FileName(), FileName("spans", ".tsv")),
)
IMPORTER = Importer("throwaway", TITLE, EXPORTER.about, (".pairs",), read, sniff, (ANNOTATOR,))
