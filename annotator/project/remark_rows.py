"""Flags and questions of one annotator over a whole project, as a list shows them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from annotator.model import Layer, Remark
from annotator.model.remark import REPLY
from annotator.progress import Progress
from annotator.store.shared.catalog import ArticleEntry


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """A flag or question where it stands now, with the words it is about; none where it is about the article."""

    article_id: str
    number: int
    title: str
    remark: Remark
    """As it is stored."""
    start: int
    end: int
    """Its place by now; (-1, -1) for the article."""
    words: str
    reply: str = ""
    """What the lead says to it, out of the gold layer."""

    @property
    def order(self) -> tuple[int, int, int, str, str]:
        return self.number, self.start, self.end, self.remark.made, self.remark.id


def rows_of(
    entry: ArticleEntry, layer: Layer, text: str, replies: Mapping[str, str]
) -> tuple[RemarkRow, ...]:
    """Return the flags and questions of one layer in reading order, settled ones among them, with the lead's ``replies`` by id."""
    found: list[RemarkRow] = []
    for remark in layer.remarks_in_order:
        if remark.kind == REPLY:
            continue
        span = layer.placed(remark).span
        start, end = (span.start, span.end) if span else (-1, -1)
        words = text[start:end] if span else ""
        reply = replies.get(remark.id, "")
        found.append(
            RemarkRow(entry.id, entry.number, entry.title, remark, start, end, words, reply)
        )
    return tuple(found)


def read_rows(
    entries: Iterable[ArticleEntry],
    layer_of: Callable[[str], Layer],
    text_of: Callable[[str], str],
    replies_of: Callable[[str], Mapping[str, str]],
    progress: Progress,
) -> dict[str, tuple[RemarkRow, ...]]:
    """Read the flags and questions of many articles, by article id."""
    entries = tuple(entries)
    found: dict[str, tuple[RemarkRow, ...]] = {}
    for number, entry in enumerate(entries):
        progress(number, len(entries))
        layer = layer_of(entry.id)
        if layer.remarks:
            found[entry.id] = rows_of(entry, layer, text_of(entry.id), replies_of(entry.id))
    return found
