"""The text of a page, as it is shown without its scripts, and where its parts are."""

from dataclasses import dataclass
from html.parser import HTMLParser

from annotator.importers.web import elements
from annotator.importers.web.flow import Flow, Region
from annotator.importers.web.metadata import Metadata, one_line

PART = "part"
"""A region around the article: navigation, page header and footer, aside, form."""

FORM = "form"
ARTICLE, MAIN, HEADING, TIME = "article", "main", "h1", "time"


@dataclass(slots=True)
class _Open:
    """An element whose end has not come yet."""

    tag: str
    is_hidden: bool
    is_preformatted: bool
    is_in_article: bool
    is_in_part: bool
    regions: tuple[Region, ...] = ()


class PageText(HTMLParser):
    """Feed it a page and close it: then there are its ``text``, ``regions`` in order, and ``metadata``.

    Made for pages as they are: end tags that lack or are too many, elements in wrong places.
    """

    def __init__(self, *, is_xhtml: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self.metadata = Metadata()
        self.regions: list[Region] = []
        self._is_xhtml = is_xhtml
        self._flow = Flow()
        self._stack: list[_Open] = []
        self._collected: list[str] | None = None

    @property
    def text(self) -> str:
        return self._flow.text

    def close(self) -> None:
        super().close()
        while self._stack:
            self._end(self._stack.pop())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in reversed(attrs)}
        self._close_implied(tag)
        if tag in elements.VOID:
            self._take_void(tag, attributes)
            return
        if tag in ("html", "body") and any(one.tag == tag for one in self._stack):
            return
        self._begin(tag, attributes)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take ``<div/>`` for an empty element, as XHTML means it: HTML would have it go on to the end of the page."""
        self.handle_starttag(tag, attrs)
        if tag not in elements.VOID and self._stack and self._stack[-1].tag == tag:
            self._end(self._stack.pop())

    def handle_endtag(self, tag: str) -> None:
        if tag == "br":
            self._flow.break_line()
            return
        walls = elements.walls_of(tag)
        for depth in range(len(self._stack) - 1, -1, -1):
            if self._stack[depth].tag == tag:
                self._end_down_to(depth)
                return
            if self._stack[depth].tag in walls:
                break
        if tag == "p":
            self._flow.block()

    def handle_data(self, data: str) -> None:
        if self._collected is not None:
            self._collected.append(data)
        top = self._stack[-1] if self._stack else None
        if top is not None and top.is_hidden:
            return
        if top is not None and top.tag == "head" and data.strip():
            self._end(self._stack.pop())
            top = self._stack[-1] if self._stack else None
        if top is not None and top.is_preformatted:
            self._flow.write_as_is(data)
        else:
            self._flow.write(data)

    def handle_comment(self, data: str) -> None:
        self.metadata.comment(data)

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Pass over ``<![if !mso]>`` and the like, of which the base knows some and raises on others."""
        if self.rawdata.startswith("<![CDATA[", i) and self._is_xhtml:
            end = self.rawdata.find("]]>", i)
            if end >= 0:
                self.handle_data(self.rawdata[i + 9 : end])
                return end + 3
        end = self.rawdata.find(">", i)
        return end + 1 if end >= 0 else -1

    def _close_implied(self, tag: str) -> None:
        if self._stack and self._stack[-1].tag == "head" and tag not in elements.IN_HEAD:
            self._end(self._stack.pop())
        ended, walls = elements.ended_by(tag)
        for depth in range(len(self._stack) - 1, -1, -1):
            if self._stack[depth].tag in walls:
                break
            if self._stack[depth].tag in ended:
                self._end_down_to(depth)
                if tag not in ("tr", "tbody", "thead", "tfoot", "optgroup"):
                    break

    def _take_void(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "meta":
            self.metadata.meta(attributes)
        elif tag == "link":
            self.metadata.link(attributes)
        elif tag == "base":
            self.metadata.base = self.metadata.base or attributes.get("href", "")
        elif not (self._stack and self._stack[-1].is_hidden):
            if tag == "br":
                self._flow.break_line()
            elif tag == "hr":
                self._flow.block()

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        above = self._stack[-1] if self._stack else None
        is_hidden = (above is not None and above.is_hidden) or elements.is_hidden(tag, attributes)
        opened = _Open(
            tag,
            is_hidden,
            (above is not None and above.is_preformatted) or tag in elements.PREFORMATTED,
            above is not None and above.is_in_article,
            above is not None and above.is_in_part,
        )
        self._collect(tag, attributes)
        if not is_hidden:
            if tag in elements.BLOCKS and tag != "tr":
                self._flow.block()
            if tag == "tr":
                self._flow.begin_row()
            elif tag in elements.CELLS:
                self._flow.cell()
            self._open_regions(opened, attributes)
        self._stack.append(opened)

    def _collect(self, tag: str, attributes: dict[str, str]) -> None:
        is_data = tag == "script" and "ld+json" in attributes.get("type", "").lower()
        if is_data or (tag == "title" and not self.metadata.title):
            self._collected = []
        if tag == "time" and (given := attributes.get("datetime", "")):
            is_in_article = bool(self._stack) and self._stack[-1].is_in_article
            self.metadata.times.append((given, is_in_article))

    def _open_regions(self, opened: _Open, attributes: dict[str, str]) -> None:
        tag, role = opened.tag, attributes.get("role", "").strip().lower()
        kinds: list[str] = []
        is_part = elements.is_page_part(tag, attributes, is_in_article=opened.is_in_article)
        if is_part and not opened.is_in_part:
            kinds.append(FORM if tag == "form" else PART)
            opened.is_in_part = tag != "form"
        if tag == "article" or role == "article":
            kinds += [] if opened.is_in_article else [ARTICLE]
            opened.is_in_article = True
        if tag == "main" or role == "main":
            kinds.append(MAIN)
            opened.is_in_article = True
        if tag == "h1":
            kinds.append(HEADING)
        if tag == "time" and not attributes.get("datetime"):
            kinds.append(TIME)
        opened.regions = tuple(map(self._flow.open, kinds))

    def _end_down_to(self, depth: int) -> None:
        while len(self._stack) > depth:
            self._end(self._stack.pop())

    def _end(self, ended: _Open) -> None:
        if self._collected is not None and ended.tag in ("title", "script"):
            words = "".join(self._collected)
            self._collected = None
            if ended.tag == "title":
                self.metadata.title = one_line(words)
            else:
                self.metadata.linked_data.append(words)
        for region in ended.regions:
            self._flow.close(region)
            if region.start is not None:
                self.regions.append(region)
        if ended.is_hidden:
            return
        if ended.tag == "tr":
            self._flow.end_row()
        elif ended.tag in elements.BLOCKS:
            self._flow.block()
