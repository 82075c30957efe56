"""What a page says of itself: title, day, address, source."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import cast
from urllib.parse import urljoin

from annotator.importers.texts.published import to_iso

_SAVED_FROM = re.compile(r"\s*saved from url=\(\d+\)(\S+)")
_DAYS = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "date.published",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "publish-date",
    "publishdate",
    "pubdate",
    "date",
)
"""Names under which pages give the day of publication, the surest first."""

_DEPTH = 12
"""How deep JSON-LD is looked into."""


class Metadata:
    """Collects as the page is read. What is said first counts."""

    def __init__(self) -> None:
        self._said: dict[str, str] = {}
        self.title = ""
        self.canonical = ""
        self.base = ""
        self.saved_from = ""
        self.linked_data: list[str] = []
        self.times: list[tuple[str, bool]] = []
        """What ``time`` elements give, and whether they stand in the article."""

    def meta(self, attributes: Mapping[str, str]) -> None:
        for key in ("property", "name", "itemprop"):
            for name in attributes.get(key, "").lower().split():
                if content := attributes.get("content", "").strip():
                    self._said.setdefault(name, content)

    def link(self, attributes: Mapping[str, str]) -> None:
        if "canonical" in attributes.get("rel", "").lower().split():
            self.canonical = self.canonical or attributes.get("href", "").strip()

    def comment(self, words: str) -> None:
        if found := _SAVED_FROM.match(words):
            self.saved_from = self.saved_from or found[1]

    @property
    def headline(self) -> str:
        """What the page is called where it is shared."""
        return one_line(self._said.get("og:title", ""))

    @property
    def site(self) -> str:
        return one_line(self._said.get("og:site_name", "")) or one_line(self._publisher())

    def published(self) -> str | None:
        """Return the ISO 8601 day, None where the page does not say it."""
        first, *others = _DAYS
        said = [self._said.get(first, "")]
        said += [str(one.get("datePublished", "")) for one in self._objects()]
        said += [self._said.get(name, "") for name in others]
        said += [given for given, _ in sorted(self.times, key=lambda time: not time[1])]
        return next((day for one in said if one and (day := to_iso(one.strip()))), None)

    def url(self, location: str = "") -> str | None:
        """Return the page's own address; ``location`` is where it was saved from, if that is known."""
        where = location or self.saved_from
        given = self.canonical or self._said.get("og:url", "")
        if not given:
            return where or None
        try:
            return urljoin(urljoin(where, self.base), given)
        except ValueError:
            return given

    def _publisher(self) -> str:
        for one in self._objects():
            publisher = one.get("publisher")
            if isinstance(publisher, dict):
                name = cast("dict[str, object]", publisher).get("name")
                if isinstance(name, str) and name.strip():
                    return name
        return ""

    def _objects(self) -> list[Mapping[str, object]]:
        """Return the objects of the page's JSON-LD, articles first."""
        found: list[Mapping[str, object]] = []
        for words in self.linked_data:
            try:
                found += _inside(json.loads(words, strict=False), _DEPTH)
            except (ValueError, RecursionError):
                continue
        return sorted(found, key=lambda one: "Article" not in str(one.get("@type", "")))


def _inside(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth and isinstance(value, list):
        for one in cast("list[object]", value):
            yield from _inside(one, depth - 1)
    elif depth and isinstance(value, dict):
        keys = cast("dict[str, object]", value)
        yield keys
        yield from _inside(keys.get("@graph"), depth - 1)
        yield from _inside(keys.get("mainEntity"), depth - 1)


def one_line(words: str) -> str:
    """Return words with every run of white space that HTML knows as one space; NBSP stays."""
    return re.sub(r"[ \t\n\r\f]+", " ", words).strip(" ")
