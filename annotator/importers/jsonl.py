"""JSON lines and JSON arrays of articles: the good ones are taken, each bad one is refused by itself."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from annotator.errors import AnnotatorError
from annotator.importers.base import (
    ANNOTATOR,
    FIRST_LINE_IS_TITLE,
    REPAIR_VISUAL,
    Confidence,
    Importer,
    ImportOptions,
    Outcome,
    Refused,
    Taken,
)
from annotator.importers.files import decoded, explain
from annotator.importers.interchange import read_article
from annotator.importers.json_values import Broken, read_values
from annotator.options import Words

_OBJECT = re.compile(r'\s*(?P<array>\[\s*)?\{\s*(?:"(?:[^"\\\n]|\\.){0,80}"\s*:|\}|$)')
"""How JSON of articles begins: an object, alone or in an array, with a key."""


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Read lines, or an array, whichever the file holds; see `read_whole`."""
    return _read(path, options, is_whole=False)


def read_whole(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Read an array, lines, or objects over several lines."""
    return _read(path, options, is_whole=True)


def _read(path: Path, options: ImportOptions, *, is_whole: bool) -> Iterator[Outcome]:
    """Yield every article of the file in order, and a `Refused` for every line or item that is none.

    The same annotator's layer of the same text is taken once: which of two to believe, the file does not say.
    """
    taken = Taken()
    try:
        for item in read_values(path, is_whole=is_whole):
            if isinstance(item, Broken):
                yield Refused(item.where, item.reason)
                continue
            try:
                imported = read_article(item.value, options, suspect=item.suspect)
            except AnnotatorError as error:
                yield Refused(item.where, str(error))
                continue
            yield taken.once(imported, item.where)
    except OSError as error:
        yield Refused(str(path), explain(error))


def sniff(head: bytes, _: Path) -> Confidence:
    return _confidence(head, "lines")


def sniff_whole(head: bytes, _: Path) -> Confidence:
    return _confidence(head, "whole")


def _confidence(head: bytes, own: str) -> Confidence:
    """Either reader takes both layouts, so that the file's name may decide between the two."""
    found = _layout(head)
    if not found:
        return Confidence.NO
    return Confidence.SURE if found == own else Confidence.LIKELY


def _layout(head: bytes) -> str:
    """Return ``lines`` for an object a line, ``whole`` for an array or an indented object, ``""`` for no JSON of objects."""
    text = decoded(head)
    begins = _OBJECT.match(text)
    if begins is None:
        return ""
    line, line_end, _ = text.lstrip().partition("\n")
    if begins["array"] or (line_end and not _is_json(line)):
        return "whole"
    return "lines"


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


_OPTIONS = (ANNOTATOR, FIRST_LINE_IS_TITLE, REPAIR_VISUAL)

LINES = Importer(
    "jsonl",
    Words("JSON, one article a line", "صيغة JSON، مقال في كل سطر"),
    Words(
        "Articles with annotations, notes and links, as Hashiya exports them; also lines of text and spans.",
        "مقالات بوسومها وملاحظاتها وروابطها كما تصدّرها حاشية، وكذلك أسطر فيها نص ومقاطع.",
    ),
    (".jsonl", ".ndjson"),
    read,
    sniff,
    _OPTIONS,
)

ARRAY = Importer(
    "json",
    Words("JSON, one readable file", "صيغة JSON، ملف واحد مقروء"),
    Words(
        "The same articles as one array, or indented for reading.",
        "المقالات نفسها في مصفوفة واحدة أو بتنسيق مقروء.",
    ),
    (".json",),
    read_whole,
    sniff_whole,
    _OPTIONS,
)
