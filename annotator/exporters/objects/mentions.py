"""Mentions for entity linking: a line each, with its words, what stands around it and the canonical name it is linked to.

The lines are those BLINK and the programs after it train on (``context_left``, ``mention``, ``context_right``, ``label_title``, ``label``,
``label_id``), with the place, the label and the annotator beside. The entities stand in a file of their own, numbered as
``label_id`` has them, with their aliases. A mention without a canonical name is one that is not linked: null.

Source: Wu et al., "Scalable zero-shot entity linking with dense entity retrieval", EMNLP 2020, and its data for zero-shot linking.
"""

from collections.abc import Iterable, Iterator

from annotator.exporters.base import Exportable, Exporter, ExportOptions, FileName, Sink
from annotator.exporters.loss import LossReport, Reason, Tally
from annotator.exporters.objects.interchange import dumps
from annotator.exporters.scope import scoped
from annotator.format_facts import Holds, Purpose
from annotator.model import Annotation, Article, Layer
from annotator.options import Kind, Option, Words

AROUND = Option(
    "context",
    Words("Characters around a mention", "عدد المحارف حول الذكر"),
    Words(
        "How much text is written in front of a mention and behind it.",
        "مقدار النص المكتوب قبل الذكر وبعده.",
    ),
    Kind.NUMBER,
    default=200,
    most=100_000,
)

ONLY_LINKED = Option(
    "only_linked",
    Words("Only with a canonical name", "ما له اسم معتمد فقط"),
    Words(
        "Mentions without a canonical name are left out and counted.",
        "تُترك المواضع التي بلا اسم معتمد وتُحصى.",
    ),
    Kind.FLAG,
    default=False,
    loses=True,
)

HOLDS = Holds(
    several_layers=True, attributes=True, notes=True, nested=True, crossing=True, sub_word=True
)
_ENTITIES = FileName("entities")


class _Entities:
    """The entities met so far, by label and canonical name, in their order."""

    def __init__(self, options: ExportOptions) -> None:
        self._names = options.names
        self._named = options.schema.name_attributes
        self._numbers: dict[tuple[str, str], int] = {}

    def of(self, annotation: Annotation) -> tuple[str, int, tuple[str, ...]] | None:
        """Return canonical name, number and aliases of what is mentioned; None where no name is given."""
        name = annotation.attribute(self._named.get(annotation.label, "canonical"))
        if not name:
            return None
        known = self._names.find(annotation.label, name)
        title = known.canonical if known is not None else name
        number = self._numbers.setdefault((annotation.label, title), len(self._numbers))
        return title, number, known.aliases if known is not None else ()

    def lines(self) -> Iterator[dict[str, object]]:
        for (label, title), number in self._numbers.items():
            known = self._names.find(label, title)
            aliases = known.aliases if known is not None else ()
            yield {
                "idx": number,
                "title": title,
                "text": described(title, aliases),
                "type": label,
                "aliases": list(aliases),
            }


def described(title: str, aliases: Iterable[str]) -> str:
    """Return what a model reads of an entity: its name and the other ways to write it."""
    return "، ".join((title, *aliases))


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write a line a mention, and the entities beside; see `exporters.base.Exporter`."""
    tally, out = Tally(), sink.main
    entities = _Entities(options)
    only_linked = options.own.flag(ONLY_LINKED.name)
    for item in items:
        for layer in scoped(item, options, tally, HOLDS):
            for annotation in layer:
                linked = entities.of(annotation)
                if linked is None and only_linked:
                    tally.add(Reason.UNNAMED, item.article, annotation)
                    tally.written -= 1
                    continue
                value = _line(annotation, layer, item.article, options.own.number(AROUND.name))
                value |= _link(linked)
                out.write((dumps(value) + "\n").encode("utf-8"))
    listed = sink.beside(*_ENTITIES)
    for entity in entities.lines():
        listed.write((dumps(entity) + "\n").encode("utf-8"))
    return tally.report()


def _line(annotation: Annotation, layer: Layer, article: Article, around: int) -> dict[str, object]:
    text, start, end = article.text, annotation.start, annotation.end
    return {
        "id": annotation.id,
        "article_id": article.id,
        "annotator": layer.annotator,
        "type": annotation.label,
        "start": start,
        "end": end,
        "context_left": text[max(0, start - around) : start],
        "mention": text[start:end],
        "context_right": text[end : end + around],
        "attributes": dict(annotation.attributes),
        "note": annotation.note,
    }


def _link(linked: tuple[str, int, tuple[str, ...]] | None) -> dict[str, object]:
    if linked is None:
        return {"label_title": None, "label": None, "label_id": None, "aliases": []}
    title, number, aliases = linked
    return {
        "label_title": title,
        "label": described(title, aliases),
        "label_id": number,
        "aliases": list(aliases),
    }


EXPORTER = Exporter(
    "mentions",
    ".jsonl",
    Words("Mentions for entity linking", "مواضع الذكر لربط الكيانات"),
    Words(
        "A line for each annotation with its words, the text around it, its canonical name and aliases, as BLINK reads them.",
        "سطر لكل وسم فيه كلماته وما حولها واسمه المعتمد وأسماؤه الأخرى، كما تقرؤها BLINK.",
    ),
    write,
    HOLDS,
    (AROUND, ONLY_LINKED),
    lambda _: (FileName(), _ENTITIES),
    purpose=Purpose.TRAIN,
    tools=("BLINK",),
    uses_names=True,
)
