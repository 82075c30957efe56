"""Plain text: one file, one article. The title and the published day are read off the text; the text stays whole."""

import unicodedata
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path

import regex

from annotator.errors import AnnotatorError, TextError
from annotator.format_facts import NO_SPANS, Purpose
from annotator.importers.base import Imported, Importer, ImportOptions, Outcome, Refused
from annotator.importers.common_options import FIRST_LINE_IS_TITLE, REPAIR_VISUAL
from annotator.importers.files import LARGEST, TOO_LARGE, explain
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.texts.presentation import put_right
from annotator.importers.texts.published import propose
from annotator.model import Article
from annotator.options import Words
from annotator.text import decoding

TITLE_LENGTH = 200
"""Characters of a title taken off a text: a headline fits, a first line that is a whole article is cut."""

HEADLINE = 3
"""Words of Arabic that navigation does not have."""

_ARABIC = regex.compile(r"[\p{Script=Arabic}&&\p{L}]", regex.V1)


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield the file's one article, or why there is none."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        yield Refused(str(path), explain(error))
        return
    if len(raw) > LARGEST:
        yield Refused(path.name, f"the text is {TOO_LARGE}")
        return
    try:
        yield from_bytes(raw, path, options)
    except AnnotatorError as error:
        yield Refused(path.name, str(error))


def from_bytes(raw: bytes, path: Path, options: ImportOptions) -> Imported:
    """Return the article that the bytes of ``path`` hold; raise `TextError` where they are no text."""
    decoded = decoding.decode(raw)
    text, notes = put_right(decoded.text, repair=options.own.flag(REPAIR_VISUAL.name))
    title = options.title
    if title is None:
        title = first_line(text) if options.own.flag(FIRST_LINE_IS_TITLE.name) else path.stem
    article = Article.from_text(
        text,
        title=title,
        published=options.published or propose(text),
        source=options.source or path.name,
        url=options.url,
    )
    return Imported(article, (), decoded.notes + notes)


def first_line(text: str) -> str:
    """Return the first line that shows anything, as a title: without outer spaces and marks, cut where it is very long.

    A web page's navigation is no title: lines of fewer than three words of Arabic with a blank line after them (``Ru En``)
    are passed over, as long as a line of Arabic comes after them that is none.
    """
    first = ""
    for line, after in pairwise(chain(map(_strip, text.split("\n")), ("",))):
        first = first or line
        if line and (after or _count_words(line) >= HEADLINE):
            return _cut(line if _count_words(line) else first)
    return _cut(first)


def _count_words(line: str) -> int:
    """Count the words of Arabic: dates in digits and Latin letters are none."""
    return sum(1 for word in line.split() if _ARABIC.search(word))


def _cut(line: str) -> str:
    if len(line) <= TITLE_LENGTH:
        return line
    cut = line[:TITLE_LENGTH]
    return (cut.rpartition(" ")[0] or cut).rstrip() + "…"


def _strip(line: str) -> str:
    def is_outside(character: str) -> bool:
        return character.isspace() or unicodedata.category(character) == "Cf"

    start, end = 0, len(line)
    while start < end and is_outside(line[start]):
        start += 1
    while end > start and is_outside(line[end - 1]):
        end -= 1
    return line[start:end]


def sniff(head: Head) -> Sniffed:
    """Any writing may be an article; the head may end in the middle of a letter."""
    try:
        decoding.decode(head.whole)
    except TextError:
        return NOT_MINE
    return Sniffed(Confidence.MAYBE, "writing of any kind")


IMPORTER = Importer(
    "txt",
    Words("Plain text, an article a file", "نص مجرّد، مقال في كل ملف"),
    Words(
        "The file is the article; its first line is the title, and a dateline is proposed as the day of publication.",
        "الملف هو المقال: سطره الأول عنوانه، ويُقترح السطر الذي هو تاريخ يومًا للنشر.",
    ),
    (".txt", ".text"),
    read,
    sniff,
    (FIRST_LINE_IS_TITLE, REPAIR_VISUAL),
    is_text=True,
    holds=NO_SPANS,
    purpose=Purpose.TEXTS,
    tools=("editors",),
)
