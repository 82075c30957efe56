"""Articles on which formats stumble, as one list: every export and import of JSON goes through all of them."""

from annotator.exporters import Exportable
from annotator.model import Article, Layer
from tests.unit.formats.build import with_spans

HOSTILE: dict[str, Exportable] = {
    "emoji": with_spans("🇪🇬 قال 👨‍👩‍👧 بوتين 🙂", (0, 2, "date"), (7, 12, "actor"), (13, 18, "actor")),
    "signs nobody sees": with_spans("\u200fقال\u00a0بوتين\u2028نعم\u200e عـلييف", (1, 4, "actor"), (3, 10, "quote"), (11, 14, "date")),
    "white space at edges": with_spans("قال  بوتين \n\n ثم", (3, 6, "actor"), (4, 11, "quote"), (10, 14, "date"), (3, 4, "actor")),
    "tabs, quotes and slashes": with_spans('ق\t"ا\\ل"\\n [x] {y}', (0, 2, "actor"), (2, 8, "quote"), (4, 5, "date")),
    "nested, crossing, the same": with_spans("قال بوتين نعم", (0, 9, "quote"), (4, 9, "actor"), (4, 13, "date"), (4, 9, "date"), (4, 9, "actor")),
    "inside words": with_spans("ولأرمينيا وبوتين", (1, 9, "actor"), (2, 3, "date"), (10, 11, "quote"), (11, 16, "actor")),
    "over line ends": with_spans("قال\nبوتين\n نعم", (0, 9, "quote"), (2, 5, "actor"), (3, 4, "date")),
    "one character": with_spans("ق", (0, 1, "actor")),
    "no annotation": with_spans("قال بوتين"),
    "no layer": Exportable(Article.from_text("قال بوتين اليوم")),
    "an empty layer": Exportable(Article.from_text("قال بوتين أمس"), (Layer("sara", Article.from_text("قال بوتين أمس").id),)),
    "hardly any text": with_spans(".", (0, 1, "quote")),
    "controls": with_spans("قال\x01بوتين\x0c\x85نعم", (0, 4, "actor"), (3, 9, "date"), (9, 13, "quote")),
}  # fmt: skip


def triples(layer: Layer | None) -> list[tuple[int, int, str]]:
    return sorted((a.start, a.end, a.label) for a in layer or ())


def links(layer: Layer) -> list[tuple[str, object, object]]:
    """Return the links of a layer by what they link, as ids are a file's own."""

    def end(key: str) -> tuple[int, int, str]:
        return layer[key].start, layer[key].end, layer[key].label

    return sorted({(r.type, end(r.head), end(r.dependent)) for r in layer.relations})


def has_no_mark(item: Exportable) -> bool:
    """Tell whether a text begins with no byte order mark, which importers of other programs' files leave out."""
    return not item.article.text.startswith("\ufeff")
