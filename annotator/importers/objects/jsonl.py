"""JSON lines and JSON arrays of articles: the good ones are taken, each bad one is refused by itself."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from annotator.errors import AnnotatorError
from annotator.format_facts import EVERYTHING
from annotator.importers.base import Importer, ImportOptions, Outcome, Refused, Taken
from annotator.importers.common_options import (
    ANNOTATOR,
    FIRST_LINE_IS_TITLE,
    LABEL_KEY,
    OFFSET_UNIT,
    REPAIR_VISUAL,
)
from annotator.importers.files import explain
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.objects.interchange import claims_of, read_article
from annotator.importers.objects.json_values import Broken, read_values
from annotator.importers.offsets import Evidence, Offsets
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
    offsets = Offsets(
        options.own.text(OFFSET_UNIT.name), lambda: _evidence(path, is_whole=is_whole)
    )
    try:
        for item in read_values(path, is_whole=is_whole):
            if isinstance(item, Broken):
                yield Refused(item.where, item.reason)
                continue
            try:
                imported = read_article(item.value, options, offsets, suspect=item.suspect)
            except AnnotatorError as error:
                yield Refused(item.where, str(error))
                continue
            yield taken.once(imported, item.where)
    except OSError as error:
        yield Refused(str(path), explain(error))


def _evidence(path: Path, *, is_whole: bool) -> Evidence:
    for item in read_values(path, is_whole=is_whole):
        value = None if isinstance(item, Broken) else item.value
        if isinstance(value, dict):
            keys = cast("dict[str, object]", value)
            if isinstance(text := keys.get("text"), str):
                yield text, claims_of(keys)


def sniff(head: Head) -> Sniffed:
    return _sniffed(head, "lines")


def sniff_whole(head: Head) -> Sniffed:
    return _sniffed(head, "whole")


def _sniffed(head: Head, own: str) -> Sniffed:
    """Either reader takes both layouts, so that the file's name may decide between the two."""
    found = _layout(head.text)
    if not found:
        return NOT_MINE
    reason = _REASONS[found]
    return Sniffed(Confidence.SURE if found == own else Confidence.LIKELY, reason)


_REASONS = {"lines": "JSON with an object a line", "whole": "one JSON array or object"}


def _layout(text: str) -> str:
    """Return ``lines`` for an object a line, ``whole`` for an array or an indented object, ``""`` for no JSON of objects."""
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


_OPTIONS = (ANNOTATOR, OFFSET_UNIT, LABEL_KEY, FIRST_LINE_IS_TITLE, REPAIR_VISUAL)

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
    holds=EVERYTHING,
    tools=("Hashiya", "datasets"),
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
    holds=EVERYTHING,
    tools=("Hashiya", "datasets"),
)
