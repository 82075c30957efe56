"""Reads a page back as a browser would: what stands in it, in which elements, and what it would fetch."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br"}


@dataclass
class Read:
    """What was found: the texts of articles, and of each character of a text the marks around it (class, tip)."""

    texts: list[str] = field(default_factory=list)
    marks: list[list[tuple[tuple[str, str], ...]]] = field(default_factory=list)
    directions: list[list[str]] = field(default_factory=list)
    zoned: list[list[bool]] = field(default_factory=list)
    anchors: dict[str, int] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """Text outside texts and styles."""


class PageReader(HTMLParser):
    """Takes a page apart; fails where an element is closed that is not the open one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.read = Read()
        self._open: list[tuple[str, dict[str, str]]] = []
        self._in_text = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        read = self.read
        read.tags.append(tag)
        read.addresses += [given[name] for name in ("href", "src", "action") if name in given]
        if "id" in given:
            assert given["id"] not in read.anchors, "an anchor stands twice"
            read.anchors[given["id"]] = len(read.texts[-1]) if self._in_text else -1
        if "data-n" in given:
            read.names.append(given["data-n"])
        if tag in VOID:
            return
        if self._in_text:
            self._in_text += 1
        if tag == "p" and self._in_text:
            read.directions[-1].append(given["dir"])
        if given.get("class") == "text":
            self._in_text = 1
            read.texts.append("")
            read.marks.append([])
            read.directions.append([])
            read.zoned.append([])
        self._open.append((tag, given))

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self._open.pop()
        assert opened == tag, f"<{opened}> is closed by </{tag}>"
        self._in_text = max(self._in_text - 1, 0)

    def handle_data(self, data: str) -> None:
        if self._in_text:
            around = tuple(
                (given["class"], given["title"]) for tag, given in self._open if tag == "mark"
            )
            zoned = any(given.get("class") == "zone" for _, given in self._open)
            self.read.texts[-1] += data
            self.read.marks[-1] += [around] * len(data)
            self.read.zoned[-1] += [zoned] * len(data)
        elif not any(tag in ("style", "script") for tag, _ in self._open):
            self.read.words.append(data)

    def close(self) -> None:
        super().close()
        assert not self._open, f"left open: {[tag for tag, _ in self._open]}"


def read_page(page: str) -> Read:
    reader = PageReader()
    reader.feed(page)
    reader.close()
    return reader.read
