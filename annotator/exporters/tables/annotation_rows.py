"""A row an annotation, and a row a layer for the articles: what tables for spreadsheets hold, whatever file they are in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from annotator import table_columns as names
from annotator.exporters.base import Exportable, ExportOptions
from annotator.exporters.loss import Reason, Tally
from annotator.exporters.objects.interchange import dumps
from annotator.exporters.scope import without_zones
from annotator.model import Annotation, Article, Layer
from annotator.options import Kind, Option, Words
from annotator.text import sentences

CONTEXT = Option(
    "context",
    Words("Letters around each annotation", "أحرف حول كل وسم"),
    Words(
        "Two more columns show so many letters before and after the words; 0 leaves them out.",
        "عمودان آخران فيهما هذا القدر من الأحرف قبل الكلمات وبعدها، ولا عمودين عند 0.",
    ),
    Kind.NUMBER,
    default=0,
    least=0,
    most=1000,
)

WITH_ARTICLES = Option(
    "articles",
    Words("A second table of the articles", "جدول ثانٍ للمقالات"),
    Words(
        "Texts, regions out of scope and who has finished what, so that the table can be imported again anywhere. Without it, only "
        "into a project that has the articles.",
        "فيه النصوص والمناطق خارج النطاق ومن أنهى ماذا، ليُستورد الجدول في أي مشروع. ومن دونه لا يُستورد إلا حيث المقالات موجودة.",
    ),
    Kind.FLAG,
    default=True,
    loses=True,
)

Cell = str | int | None


class TableRows:
    """Makes the rows of one export, and counts. ``cell_holds`` is how many code points of a text go into a cell, 0 for all."""

    def __init__(self, options: ExportOptions, tally: Tally, *, cell_holds: int = 0) -> None:
        self._options = options
        self._tally = tally
        self._cell_holds = cell_holds
        self._context = options.own.number(CONTEXT.name)
        self._has_articles = options.own.flag(WITH_ARTICLES.name)
        schema = options.schema
        self._links = list(dict.fromkeys(relation.name for relation in schema.relations))
        known = (a.name for label in schema.labels for a in label.attributes)
        self._attributes = names.with_column(known, self._links)
        self._fields = [
            field.name for field in schema.article_fields if field.name not in names.OF_ARTICLES
        ]
        self.header = names.columns(self._attributes, self._links, with_context=self._context > 0)
        self.header_of_articles = (*names.OF_ARTICLES[:-1], *self._fields, names.OF_ARTICLES[-1])

    def add(self, item: Exportable) -> tuple[list[list[Cell]], list[list[Cell]]]:
        """Return the rows of an article's annotations and those of the article, counting both."""
        article, tally = item.article, self._tally
        tally.articles += 1
        layers: list[Layer] = []
        for layer in item.layers:
            tally.annotations += len(layer)
            tally.count(Reason.REMARKS, len(layer.remarks))
            kept = without_zones(layer, article, tally) if self._options.skip_zones else layer
            tally.written += len(kept)
            layers.append(kept)
        if not self._has_articles:
            tally.count(Reason.ZONES, sum(len(layer.zones) for layer in layers))
            tally.count(Reason.ARTICLES, not any(layers))
        rows = list(self._rows(article, layers))
        return rows, self._article_rows(article, layers) if self._has_articles else []

    def _rows(self, article: Article, layers: Sequence[Layer]) -> Iterator[list[Cell]]:
        if not any(layers):
            return
        ranges = sentences.split(article.text)
        starts, ends = [start for start, _ in ranges], [end for _, end in ranges]
        of_article = [article.id, article.title, article.published, article.source, article.url]
        for layer in layers:
            links: dict[str, dict[str, list[str]]] = {}
            for relation in sorted(layer.relations):
                leads = links.setdefault(relation.head, {})
                leads.setdefault(relation.type, []).append(relation.dependent)
            for annotation in layer.in_order:
                first = bisect_right(ends, annotation.start)
                last = bisect_left(starts, annotation.end)
                sentence = article.text[starts[first] : ends[last - 1]] if first < last else ""
                yield [
                    *of_article,
                    *self._place(article, layer, annotation),
                    sentence,
                    _zone(layer, annotation),
                    annotation.note,
                    *self._values(article, layer, annotation, links.get(annotation.id, {})),
                ]

    def _place(self, article: Article, layer: Layer, annotation: Annotation) -> list[Cell]:
        start, end, text = annotation.start, annotation.end, article.text
        words: list[Cell] = [text[start:end]]
        if self._context:
            before = text[max(0, start - self._context) : start]
            words = [before, *words, text[end : end + self._context]]
        status = layer.status.value
        return [layer.annotator, status, annotation.id, annotation.label, start, end, *words]

    def _values(
        self,
        article: Article,
        layer: Layer,
        annotation: Annotation,
        links: dict[str, list[str]],
    ) -> Iterator[Cell]:
        """Yield the attributes and links in their columns, and what has none as JSON."""
        values = annotation.attributes
        yield from (values.get(name) for name in self._attributes)
        for link in self._links:
            ids = links.get(link, [])
            yield _ids(ids)
            yield " | ".join(layer[one].span.of(article.text) for one in ids)
        more = {name: value for name, value in values.items() if name not in self._attributes}
        yield dumps(more) if more else None
        others = [[link, one] for link in links if link not in self._links for one in links[link]]
        yield dumps(others) if others else None

    def _article_rows(self, article: Article, layers: Sequence[Layer]) -> list[list[Cell]]:
        """Return a row a layer, one at least, and more where the text needs them."""
        size = self._cell_holds or len(article.text) or 1
        pieces = [article.text[i : i + size] for i in range(0, len(article.text), size)]
        rows: list[list[Cell]] = []
        for number in range(max(len(pieces), len(layers), 1)):
            layer = layers[number] if number < len(layers) else None
            first: list[Cell] = [article.title, article.published, article.source, article.url]
            fields: list[Cell] = [article.fields.get(name) for name in self._fields]
            if number:
                first, fields = [None] * len(first), [None] * len(fields)
            text = pieces[number] if number < len(pieces) else None
            rows.append([article.id, *first, *_of_layer(layer), *fields, text])
        return rows


def _of_layer(layer: Layer | None) -> list[Cell]:
    if layer is None:
        return [None, None, None]
    zones = [[z.span.start, z.span.end, z.kind] for z in sorted(layer.zones)]
    return [layer.annotator, layer.status.value, dumps(zones) if zones else None]


def _ids(ids: Sequence[str]) -> str:
    """Return ids in one cell: one as it is, several, or one that would be taken for such, as JSON."""
    if len(ids) == 1 and not ids[0].startswith("["):
        return ids[0]
    return dumps(list(ids)) if ids else ""


def _zone(layer: Layer, annotation: Annotation) -> str:
    covers = (z.kind for z in layer.zones if z.span.contains(annotation.span))
    return "; ".join(sorted(set(covers)))
