"""W3C Web Annotations: a page of them for each article, beside its text, in a folder.

A page is JSON-LD: an ``AnnotationPage`` with an ``Annotation`` for each span, its label as a tag, values and the note as further bodies, and
for each link one whose targets are two annotations. Positions count code points, as the standard has it, and the words with some of their
neighbours stand beside them, so that a text that was changed can be found again.

Source: "Web Annotation Data Model", W3C Recommendation, 23 February 2017.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from annotator.exporters.base import Exportable, Exporter, ExportOptions, Sink
from annotator.exporters.loss import LossReport, Tally
from annotator.exporters.objects.interchange import dumps
from annotator.exporters.scope import scoped
from annotator.format_facts import Holds
from annotator.model import Annotation, Article, Layer
from annotator.options import Words

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

_AROUND = 32
"""Characters of a quotation's neighbours, as browsers' tools write them."""

HOLDS = Holds(
    several_layers=True,
    attributes=True,
    relations=True,
    zones=True,
    notes=True,
    nested=True,
    crossing=True,
    sub_word=True,
)

Object = dict[str, object]


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write a text and a page of annotations for each article; see `exporters.base.Exporter`."""
    tally = Tally()
    for item in items:
        article = item.article
        layers = scoped(item, options, tally, HOLDS)
        with sink.open(f"{article.id}.txt") as out:
            out.write(article.text.encode("utf-8"))
        page: Object = {
            "@context": CONTEXT,
            "id": f"urn:hashiya:{article.id}:page",
            "type": "AnnotationPage",
            "partOf": {"id": f"urn:hashiya:{article.id}", "label": article.title},
            "items": [one for layer in layers for one in _annotations(layer, article)],
        }
        with sink.open(f"{article.id}.jsonld") as out:
            out.write((dumps(page, indent=1) + "\n").encode("utf-8"))
    return tally.report()


def _annotations(layer: Layer, article: Article) -> Iterator[Object]:
    for annotation in layer:
        yield _made(
            layer,
            article,
            annotation.id,
            _bodies(annotation),
            _target(article, annotation.start, annotation.end),
            "tagging",
        )
    for number, relation in enumerate(sorted(layer.relations), 1):
        ends: list[Object] = [
            {"id": _name(layer, article, relation.head)},
            {"id": _name(layer, article, relation.dependent)},
        ]
        yield _made(
            layer, article, f"link {number}", [_body("linking", relation.type)], ends, "linking"
        )
    for number, zone in enumerate(sorted(layer.zones), 1):
        target = _target(article, zone.span.start, zone.span.end)
        yield _made(
            layer,
            article,
            f"zone {number}",
            [_body("classifying", zone.kind)],
            target,
            "classifying",
        )


def _made(
    layer: Layer, article: Article, key: str, bodies: list[Object], target: object, motivation: str
) -> Object:
    return {
        "id": _name(layer, article, key),
        "type": "Annotation",
        "motivation": motivation,
        "creator": {"type": "Person", "name": layer.annotator},
        "body": bodies,
        "target": target,
    }


def _name(layer: Layer, article: Article, key: str) -> str:
    parts = (article.id, quote(layer.annotator, safe=""), quote(key, safe=""))
    return f"urn:hashiya:{':'.join(parts)}"


def _bodies(annotation: Annotation) -> list[Object]:
    bodies = [_body("tagging", annotation.label)]
    for name, value in annotation.attributes.items():
        bodies.append({**_body("describing", value), "name": name})
    if annotation.note:
        bodies.append(_body("commenting", annotation.note))
    return bodies


def _body(purpose: str, value: str) -> Object:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _target(article: Article, start: int, end: int) -> Object:
    text = article.text
    return {
        "source": article.url or f"urn:hashiya:{article.id}",
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - _AROUND) : start],
                "suffix": text[end : end + _AROUND],
            },
        ],
    }


EXPORTER = Exporter(
    "w3c",
    "",
    Words("W3C Web Annotations", "حواشي W3C"),
    Words(
        "A page of annotations in JSON-LD for each text, for archives and tools of the web.",
        "صفحة حواش بصيغة JSON-LD لكل نص، للأرشيف وأدوات الويب.",
    ),
    write,
    HOLDS,
    is_folder=True,
    tools=("Recogito", "Annotorious"),
)
