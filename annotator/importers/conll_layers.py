"""Layered CoNLL as `exporters.conll_layers` writes it, read back to the same spans and labels.

Each good article is taken; each bad one is refused with its line. Attributes, notes, relations and zones are not in the
format, and annotations get new ids, the same at every reading.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from annotator.errors import AnnotatorError, ImportFailure
from annotator.importers.base import (
    ANNOTATOR,
    Confidence,
    Importer,
    ImportOptions,
    Outcome,
    Refused,
    Taken,
)
from annotator.importers.files import explain, first_lines
from annotator.importers.layer_article import ArticleReader
from annotator.options import Words

FORMAT = "hashiya conll-layers/1"

_FORMAT = "# format = "
_NEW_ARTICLE = "# newdoc id = "

_FLAT_ROW = re.compile(r"\S+(?:[ \t]\S+)*[ \t](?:O|[BIESLU]-\S+)")
_FLAT_ROWS = 3
"""Rows that must all end in a tag before a file is taken for flat CoNLL: nobody writes so by accident."""

_Block = list[tuple[int, str]]
"""The lines of one article with their numbers, from ``# newdoc id`` on."""


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield each article in order, and a `Refused` for each that cannot be read. One article is held at a time."""
    try:
        yield from _read(path, options)
    except UnicodeDecodeError:
        yield Refused(
            path.name, "the file is not UTF-8 from some line on; nothing after it was read"
        )
    except ImportFailure as error:
        yield Refused(path.name, str(error))
    except OSError as error:
        yield Refused(str(path), explain(error))


def _read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    taken = Taken()
    for block in _blocks(path):
        reader = ArticleReader(options)
        number = block[0][0]
        try:
            for number, line in block:  # noqa: B007 - the number is that of the error
                reader.take(line)
            number = block[0][0]
            yield taken.once(reader.finish(), f"{path.name}, line {number}")
        except AnnotatorError as error:
            yield Refused(f"{path.name}, line {number}", str(error))


def _blocks(path: Path) -> Iterator[_Block]:
    block: _Block | None = None
    with path.open(encoding="utf-8-sig", newline="\n") as file:
        for number, raw in enumerate(file, 1):
            line = raw.rstrip("\r\n")
            if line.startswith(_FORMAT):  # again in the middle, where files were put together
                _check_format(line)
                continue
            if line.startswith(_NEW_ARTICLE):
                if block is not None:
                    yield block
                block = []
            if block is not None:
                block.append((number, line))
            else:
                _check_preamble(line)
    if block is None:
        raise ImportFailure("the file holds no article: there is nothing to import")
    yield block


def _check_format(line: str) -> None:
    name = line.removeprefix(_FORMAT)
    if name != FORMAT:
        raise ImportFailure(
            f"the file is of format {name!r}, and this program reads {FORMAT!r}: update Hashiya"
        )


def _check_preamble(line: str) -> None:
    if line and not line.startswith("# "):
        raise ImportFailure(
            "this is conll2003 or the like, not conll-layers: flat CoNLL does not hold the text it was made from, so there is no way "
            "back; import jsonl or conll-layers instead"
        )


def sniff(head: bytes, _: Path) -> Confidence:
    """Be sure of layered CoNLL, and of the flat one too: this is the format that says why that cannot be read."""
    lines = first_lines(head)
    if lines and lines[0].startswith((_FORMAT + FORMAT.partition("/")[0], _NEW_ARTICLE)):
        return Confidence.SURE
    is_flat = len(lines) >= _FLAT_ROWS and all(_FLAT_ROW.fullmatch(line) for line in lines)
    return Confidence.SURE if is_flat else Confidence.NO


IMPORTER = Importer(
    "conll-layers",
    Words("CoNLL in layers", "صيغة CoNLL بطبقات"),
    Words(
        "Articles with every annotation, as Hashiya exports them into columns.",
        "مقالات بكل وسومها، كما تصدّرها حاشية في أعمدة.",
    ),
    (".conll",),
    read,
    sniff,
    (ANNOTATOR,),
)
