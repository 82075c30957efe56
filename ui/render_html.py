"""One article as a self-contained page: right-to-left where the text is, searchable, printable. Free of Qt."""

from html import escape
from itertools import pairwise

from annotator.model import Annotation, Article, Layer, Schema
from annotator.text.direction import base_direction

_UNDERLINES = {
    "solid": "solid",
    "dash": "dashed",
    "dot": "dotted",
    "dash-dot": "dashed",
    "wave": "wavy",
    "double": "double",
}

_STYLE = """
body { font-family: Amiri, 'Noto Naskh Arabic', 'Times New Roman', serif; font-size: 20px; line-height: 2.1;
       max-width: 46em; margin: 2em auto; padding: 0 1em; color: #1a1a1a; background: #fff; }
h1 { font-size: 1.3em; } p { margin: .4em 0; } .meta, table { font-size: .8em; color: #444; }
mark { color: inherit; border-radius: 3px; padding: .1em 0; text-underline-offset: .35em; text-decoration-thickness: 2px; }
.zone { opacity: .45; } table { border-collapse: collapse; margin-top: 2em; line-height: 1.5; }
td, th { border-bottom: 1px solid #ddd; padding: .2em .8em; text-align: start; }
@media (prefers-color-scheme: dark) { body { color: #f2f2f2; background: #1e1e1e; } .meta, table { color: #bbb; } }
"""


def page_of(article: Article, layer: Layer, schema: Schema) -> str:
    """Return the whole page. Crossing spans are shown too: the text is cut at every edge."""
    title = escape(article.title or article.id)
    meta = " · ".join(
        escape(part) for part in (article.published, article.source, layer.annotator) if part
    )
    paragraphs: list[str] = []
    start = 0
    for line in article.text.split("\n"):
        if line.strip():
            body = _marked(article.text, start, start + len(line), layer)
            paragraphs.append(f'<p dir="{base_direction(line)}">{body}</p>')
        start += len(line) + 1
    return (
        f'<!DOCTYPE html>\n<html lang="ar" dir="rtl">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<style>{_STYLE}{_label_styles(schema)}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f'<p class="meta">{meta}</p>\n'
        + "\n".join(paragraphs)
        + f"\n{_table(article, layer, schema)}\n</body>\n</html>\n"
    )


def _label_styles(schema: Schema) -> str:
    light = "".join(
        f"mark.{label.name} {{ background: {label.colours.tint_light}; "
        f"text-decoration: underline {_UNDERLINES[label.pattern]} {label.colours.line_light}; }}\n"
        for label in schema.labels
    )
    dark = "".join(
        f"mark.{label.name} {{ background: {label.colours.tint_dark}; text-decoration-color: {label.colours.line_dark}; }}\n"
        for label in schema.labels
    )
    return f"{light}@media (prefers-color-scheme: dark) {{ {dark} }}\n"


def _marked(text: str, start: int, end: int, layer: Layer) -> str:
    here = [a for a in layer if a.start < end and start < a.end]
    zones = [zone.span for zone in layer.zones if zone.span.start < end and start < zone.span.end]
    edges = {start, end}
    for span in (*(a.span for a in here), *zones):
        edges.update(edge for edge in (span.start, span.end) if start < edge < end)
    parts: list[str] = []
    for first, after in pairwise(sorted(edges)):
        covering = [a for a in here if a.start <= first and after <= a.end]
        piece = escape(text[first:after])
        for annotation in reversed(covering):  # the innermost is wrapped first
            piece = f'<mark class="{escape(annotation.label)}" title="{escape(_described(annotation))}">{piece}</mark>'
        if any(zone.start <= first and after <= zone.end for zone in zones):
            piece = f'<span class="zone">{piece}</span>'
        parts.append(piece)
    return "".join(parts)


def _described(annotation: Annotation) -> str:
    values = " · ".join(annotation.attributes.values())
    return f"{annotation.label}: {values}" if values else annotation.label


def _table(article: Article, layer: Layer, schema: Schema) -> str:
    if not len(layer):
        return ""
    rows = "".join(
        f"<tr><td>{escape(label.title_ar if (label := schema.label(a.label)) else a.label)}</td>"
        f'<td dir="auto">{escape(a.span.of(article.text))}</td>'
        f'<td dir="auto">{escape(" · ".join(a.attributes.values()))}</td><td>{a.start}–{a.end}</td></tr>\n'
        for a in layer
    )
    return f"<table>\n{rows}</table>"
