"""Annotated articles as one self-contained page: real text, searchable, right to left where the text is, ready to print.

The content of each ``div.text`` is the article's text, character for character: names and numbers of annotations are made by
the style and are no text. Nothing is fetched, nothing runs, and the page forbids itself both.
"""

from base64 import b64encode
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from annotator.model import GOLD, Annotation, Article, Layer, Schema
from annotator.pages.cuts import Line, Piece, depths, lines
from annotator.pages.listing import Naming, table
from annotator.pages.markup import attribute, bdi, escape
from annotator.pages.remarks import Asked, asked_in, remarks_list, sign
from annotator.pages.style import DEEPEST, style_of
from annotator.pages.woff import woff_of
from annotator.pages.words import words_in
from annotator.text.direction import base_direction

_OTHERS = "'Noto Naskh Arabic', 'Times New Roman', serif"

_FORBIDDEN = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"


NO_REPLIES: Mapping[str, str] = MappingProxyType({})

NAME_SIZE = 0.55
"""Characters of the text over which a character of a name lies, which is half their size."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font that goes into the page: what it is called, its TrueType bytes, and the licence that has to go with it."""

    family: str
    data: bytes
    licence: str


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is made: its language, its font (None is what the reader's computer has), with or without the tables."""

    schema: Schema
    language: str = "ar"
    face: Face | None = None
    tables: bool = True


def page_of(items: Iterable[tuple[Article, Layer]], look: Look, title: str) -> str:
    """Return a whole page. A layer of nobody (annotator ``""``) stands for the bare text."""
    listed = list(items)
    parts = [article_part(article, layer, look) for article, layer in listed]
    return page_start(look, title) + "".join(parts) + page_end(look, [a for a, _ in listed])


def page_start(look: Look, title: str) -> str:
    """Return everything before the first article."""
    words = words_in(look.language)
    families = f"'{look.face.family}', {_OTHERS}" if look.face else _OTHERS
    return (
        f'<!DOCTYPE html>\n<html lang="{words.language}" dir="{words.direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_FORBIDDEN}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{_font(look.face)}{style_of(look.schema, families)}</style>\n</head>\n"
        f"<body>\n{_legend(look)}"
    )


def article_part(
    article: Article, layer: Layer, look: Look, replies: Mapping[str, str] = NO_REPLIES
) -> str:
    """Return one article with what is known of it, its text, its table, and what was asked about it.

    ``replies`` are what the lead said to flags and questions, by their ids.
    """
    numbers = {one.id: number for number, one in enumerate(layer.in_order, 1)}
    naming = Naming(article, layer, look.schema, words_in(look.language), numbers)
    asked = asked_in(layer, replies)
    text = "\n".join(_Paragraphs(naming, asked).all())
    listed = table(naming) if look.tables and layer.annotator else ""
    listed += remarks_list(asked, article, naming.words)
    direction = base_direction(article.title or article.text)
    return (
        f'<article id="a-{article.id}">\n<h1 dir="{direction}">{escape(article.title or article.id)}</h1>\n'
        f'{_meta(naming)}<div class="text" lang="ar">{text}</div>\n{listed}</article>\n'
    )


def page_end(look: Look, articles: Iterable[Article]) -> str:
    """Return everything after the last article, with the list of several, which the style puts first."""
    words = words_in(look.language)
    rows = [f'<li><a href="#a-{one.id}">{bdi(one.title or one.id)}</a></li>\n' for one in articles]
    listed = (
        f"<nav><h2>{words.articles}</h2>\n<ol>\n{''.join(rows)}</ol></nav>\n"
        if len(rows) > 1
        else ""
    )
    return f"{listed}<footer>{words.made}</footer>\n</body>\n</html>\n"


class _Paragraphs:
    """Writes the lines of one article."""

    def __init__(self, naming: Naming, asked: Sequence[Asked]) -> None:
        self._naming = naming
        self._signs: dict[int, str] = {}
        for one in asked:
            made = sign(one, naming.article, naming.words)
            self._signs[one.start] = self._signs.get(one.start, "") + made
        self._asked_at = sorted(self._signs)
        self._text = naming.article.text
        self._rows = depths(naming.layer.in_order)
        self._known = set(naming.schema.label_names)

    def all(self) -> Iterator[str]:
        for line in lines(self._text, self._naming.layer):
            body = self._text[line.start : line.end]
            blank = "" if body.strip() else ' class="blank"'
            names = self._names(line)
            inside = "".join(
                names.get(number, "") + self._piece(piece)
                for number, piece in enumerate(line.pieces)
            )
            yield f'<p dir="{base_direction(body)}"{blank}>{inside}</p>'

    def _piece(self, piece: Piece) -> str:
        html = self._written(piece)
        for annotation in reversed(piece.around):
            begins = annotation.start == piece.start
            anchor = attribute("id", self._naming.anchor(annotation)) if begins else ""
            tip = attribute("title", self._naming.tip(annotation))
            html = f'<mark{anchor} class="{self._classes(annotation)}"{tip}>{html}</mark>'
        if piece.zones:
            words = self._naming.words
            kind = piece.zones[-1].kind
            called = f"{words.out_of_scope}: {words.zones.get(kind, kind)}"
            html = f'<span class="zone"{attribute("title", called)}>{html}</span>'
        return html

    def _written(self, piece: Piece) -> str:
        """Return the letters of a piece, with the sign of what was asked before the letter where that begins."""
        first = bisect_left(self._asked_at, piece.start)
        last = bisect_left(self._asked_at, piece.end)
        html, start = "", piece.start
        for place in self._asked_at[first:last]:
            html += escape(self._text[start:place]) + self._signs[place]
            start = place
        return html + escape(self._text[start : piece.end])

    def _names(self, line: Line) -> dict[int, str]:
        """Return the names to write under the line, each an element without text, by the piece it stands before.

        Annotations that begin almost together share one, as their names would lie over each other.
        """
        found: dict[int, str] = {}
        begun: list[tuple[int, Piece, list[Annotation]]] = []
        for number, piece in enumerate(line.pieces):
            begin = [one for one in piece.around if one.start == piece.start]
            if (
                begin
                and begun
                and piece.start - begun[-1][1].start < _room(begun[-1][2], self._naming)
            ):
                begun[-1][2].extend(begin)
            elif begin:
                begun.append((number, piece, begin))
        for number, piece, together in begun:
            row = max(self._row(one) for one in (*piece.around, *together))
            named = _named(together, self._naming)
            found[number] = (
                f'<i class="n k{row}" aria-hidden="true"{attribute("data-n", named)}></i>'
            )
        return found

    def _classes(self, annotation: Annotation) -> str:
        label = f"l-{annotation.label}" if annotation.label in self._known else "unknown"
        return f"{label} k{self._row(annotation)}"

    def _row(self, annotation: Annotation) -> int:
        return min(self._rows[annotation.id], DEEPEST - 1)


def _named(annotations: Iterable[Annotation], naming: Naming) -> str:
    return " · ".join(map(naming.name, annotations))


def _room(annotations: Iterable[Annotation], naming: Naming) -> float:
    return 1 + NAME_SIZE * len(_named(annotations, naming))


def _legend(look: Look) -> str:
    words = words_in(look.language)
    rows = [
        f'<li><mark class="l-{label.name} k0">{escape(label.title(words.language))}</mark></li>\n'
        for label in look.schema.labels
    ]
    rows.append(f'<li><span class="zone">{words.out_of_scope}</span></li>\n')
    return f'<ul class="legend"{attribute("aria-label", words.legend)}>\n{"".join(rows)}</ul>\n'


def _meta(naming: Naming) -> str:
    article, layer, words = naming.article, naming.layer, naming.words
    annotator = words.gold if layer.annotator == GOLD else layer.annotator
    rows = [
        (words.published, bdi(article.published or "")),
        (words.source, bdi(article.source or "")),
        (words.address, _link(article.url or "")),
        (words.annotator, bdi(annotator)),
        (words.status, words.statuses[layer.status] if annotator else ""),
        (words.listed, str(len(layer)) if annotator else ""),
    ]
    cells = "".join(
        f"<div><dt>{name}</dt> <dd>{value}</dd></div>\n"
        for name, value in rows
        if value and value != "<bdi></bdi>"
    )
    return f'<dl class="meta">\n{cells}</dl>\n' if cells else ""


def _link(address: str) -> str:
    """Return a link to what is an address on the web; anything else, ``javascript:`` too, stays words."""
    if not address.lower().startswith(("http://", "https://")):
        return bdi(address)
    return f'<a dir="ltr" rel="noreferrer"{attribute("href", address)}>{escape(address)}</a>'


def _font(face: Face | None) -> str:
    if face is None:
        return ""
    licence = face.licence.replace("*/", "* /")
    data = b64encode(woff_of(face.data)).decode("ascii")
    return (
        f"/* {face.family}\n{licence}*/\n@font-face {{ font-family: '{face.family}'; "
        f"src: url(data:font/woff;base64,{data}) format('woff'); }}\n"
    )
