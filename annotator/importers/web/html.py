"""Web pages: the article is the page's text, and what stands around it is out of scope. See decision 0068."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.errors import AnnotatorError
from annotator.format_facts import Holds, Purpose
from annotator.importers.base import Importer, ImportOptions, Noted, Outcome, Refused
from annotator.importers.common_options import ANNOTATOR, FIRST_LINE_IS_TITLE, REPAIR_VISUAL
from annotator.importers.drafting import ArticleDraft
from annotator.importers.files import LARGEST, TOO_LARGE, explain
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.texts.plain import first_line
from annotator.importers.texts.presentation import put_right
from annotator.importers.texts.published import propose, to_iso
from annotator.importers.web import page_bytes
from annotator.importers.web.elements import NAMES
from annotator.importers.web.flow import Region
from annotator.importers.web.metadata import one_line
from annotator.importers.web.page_text import ARTICLE, FORM, HEADING, MAIN, PART, TIME, PageText
from annotator.model import Article
from annotator.options import Kind, Option, Words

ZONE = "boilerplate"

MAIN_ONLY = Option(
    "main",
    Words("Only the article of a page", "المقال وحده من الصفحة"),
    Words(
        "Takes what the page marks as its article, and leaves out navigation, related articles and footers around it.",
        "يؤخذ ما تعلّمه الصفحة مقالًا، ويُترك ما حوله من تنقّل ومقالات أخرى وتذييل.",
    ),
    Kind.FLAG,
    default=False,
)

_PROLOGUE = re.compile(r"(?:\s+|<\?xml\b[^>]*>|<!--.*?-->)*", re.S)
_START = re.compile(r"<!doctype\s+html\b|<html\b", re.I)
_ROOT = re.compile(r"<(?:!doctype|[a-z][\w:.-]*)", re.I)
_ELEMENT = re.compile(
    r"</?(?:html|head|body|div|p|span|article|table|tr|td|ul|li|br|b|a|h[1-6])\b[^<>]*>", re.I
)
_FEWEST = 3
"""Elements that make writing a page: nobody writes so by accident."""


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield the page's one article, or why there is none."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        yield Refused(str(path), explain(error))
        return
    if len(raw) > LARGEST:
        yield Refused(path.name, f"the page is {TOO_LARGE}")
        return
    try:
        yield from _from_bytes(raw, path, options)
    except AnnotatorError as error:
        yield Refused(path.name, str(error))


def _from_bytes(raw: bytes, path: Path, options: ImportOptions) -> Iterator[Outcome]:
    charset = location = ""
    if page_bytes.is_mhtml(raw):
        raw, charset, location = page_bytes.page_of_mhtml(raw)
    source, notes = page_bytes.decode(raw, charset)
    page = PageText(is_xhtml=path.suffix.lower() == ".xhtml" or source.lstrip().startswith("<?xml"))
    page.feed(source)
    page.close()
    text, zones, said = _cut(page, is_main_only=options.own.flag(MAIN_ONLY.name))
    right, repaired = put_right(text, repair=options.own.flag(REPAIR_VISUAL.name))
    draft = ArticleDraft(right, path.name)
    annotator = options.own.optional_text(ANNOTATOR.name)
    if zones and right != text:
        said = (*said, "what stands around the article is not marked, as the text was repaired")
    elif zones and annotator:
        for start, end in zones:
            draft.layer(annotator).zone(start, end, ZONE)
    elif zones:
        yield Noted(
            f"{len(zones)} part(s) around the article are kept in its text; name an annotator to have them marked as out of scope "
            "in their layer (--annotator), or take the article alone (--main)"
        )
    draft.notes += (*notes, *said, *repaired)
    yield draft.finish(_article(page, draft.text, path, options, location))


def _article(
    page: PageText, text: str, path: Path, options: ImportOptions, location: str
) -> Article:
    said = page.metadata
    whole = page.text
    headings = [r for r in page.regions if r.kind == HEADING]
    parts = [r for r in page.regions if r.kind == PART]
    own = [h for h in headings if not any(part.holds(h) for part in parts)] or headings
    words = one_line(_of(whole, own[0])) if own else ""
    title = options.title
    if title is None:
        title = said.headline or words or said.title
    if not title and options.title is None:
        title = first_line(text) if options.own.flag(FIRST_LINE_IS_TITLE.name) else path.stem
    times = (to_iso(_of(whole, r).strip()) for r in page.regions if r.kind == TIME)
    published = said.published() or next((day for day in times if day), None) or propose(text)
    return Article.from_text(
        text,
        title=title,
        published=options.published or published,
        source=options.source or said.site or path.name,
        url=options.url or said.url(location),
    )


def _cut(
    page: PageText, *, is_main_only: bool
) -> tuple[str, list[tuple[int, int]], tuple[str, ...]]:
    """Return the text wanted, what in it is out of scope, and notes."""
    text = page.text
    zones = [r for r in page.regions if _is_around(r, page.regions, len(text))]
    zones = [r for r in zones if not any(o is not r and o.holds(r) for o in zones)]
    spans = [(r.start or 0, r.end) for r in zones]
    if not is_main_only:
        return text, sorted(set(spans)), ()
    kept = _mains(page.regions)
    if not kept:
        note = "the page does not mark its article, so all of its text was taken"
        return text, sorted(set(spans)), (note,)
    pieces: list[str] = []
    moved: list[tuple[int, int]] = []
    place = 0
    for start, end in kept:
        inside = ((max(s, start), min(e, end)) for s, e in spans)
        moved += [(s - start + place, e - start + place) for s, e in inside if s < e]
        pieces.append(text[start:end])
        place += end - start + 1
    return "\n".join(pieces), sorted(set(moved)), ()


def _is_around(region: Region, regions: Sequence[Region], length: int) -> bool:
    """Tell whether a region is out of scope. A form around the whole page, as some servers write it, is the page."""
    if region.kind == FORM:
        held = any(o.kind in (ARTICLE, MAIN, HEADING) and region.holds(o) for o in regions)
        return not held and 2 * region.size < length
    return region.kind == PART


def _mains(regions: Sequence[Region]) -> list[tuple[int, int]]:
    """Return what the page marks as its article: the one that is most of all marked so, else its main part, else all of them."""
    articles = [r for r in regions if r.kind == ARTICLE]
    largest = max(articles, key=lambda r: r.size, default=None)
    mains = [r for r in regions if r.kind == MAIN]
    if largest is not None and 2 * largest.size > sum(r.size for r in articles):
        chosen = [largest]
    else:
        chosen = mains[:1] or articles
    return sorted((r.start or 0, r.end) for r in chosen)


def _of(text: str, region: Region) -> str:
    return text[region.start or 0 : region.end]


def sniff(head: Head) -> Sniffed:
    """Be sure of a page by how it begins; elements inside a text are only likely to make it one."""
    text = head.text
    before = _PROLOGUE.match(text, 0, 8192)
    start = text[before.end() :][:4096] if before else ""
    if _START.match(start):
        return Sniffed(Confidence.SIGNED, "the beginning of a web page")
    if page_bytes.is_mhtml(head.raw):
        return Sniffed(Confidence.SURE, "a saved web page")
    if len(_ELEMENT.findall(start)) < _FEWEST:
        return NOT_MINE
    root = _ROOT.match(start)
    if root is None or text.lstrip().startswith("<?xml"):
        is_other = text.lstrip().startswith(("<?xml", "{", "["))
        return NOT_MINE if is_other else Sniffed(Confidence.LIKELY, "elements of a web page")
    is_page = root.group()[1:].lower() in NAMES
    return Sniffed(Confidence.SURE, "elements of a web page") if is_page else NOT_MINE


IMPORTER = Importer(
    "html",
    Words("Web page (HTML)", "صفحة ويب (HTML)"),
    Words(
        "The page as it is read, without scripts, with its title, day, address and source; what stands around the article is "
        "marked as out of scope.",
        "الصفحة كما تُقرأ من دون برامجها، مع عنوانها وتاريخها ورابطها ومصدرها، ويُعلَّم ما حول المقال بأنه خارج النطاق.",
    ),
    (".html", ".htm", ".xhtml", ".mhtml", ".mht"),
    read,
    sniff,
    (ANNOTATOR, MAIN_ONLY, FIRST_LINE_IS_TITLE, REPAIR_VISUAL),
    holds=Holds(spans=False, zones=True),
    purpose=Purpose.TEXTS,
    tools=("browsers",),
)
