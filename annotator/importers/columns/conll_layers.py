"""Layered CoNLL as `exporters.conll_layers` writes it, read back to the same spans and labels.

Each good article is taken; each bad one is refused with its line. Attributes, notes, relations and zones are not in the
format, and annotations get new ids, the same at every reading.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from annotator.errors import AnnotatorError, ImportFailure
from annotator.format_facts import Holds, Purpose
from annotator.importers.base import Importer, ImportOptions, Outcome, Refused, Taken
from annotator.importers.columns.layer_article import ArticleReader
from annotator.importers.common_options import ANNOTATOR
from annotator.importers.files import INVISIBLE, TOO_LARGE, explain, lines
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.options import Words

FORMATS = ("hashiya conll-layers/1", "hashiya conll-layers/2")
"""The first had rows of FORM START END, and as many columns as each article needed."""

_FORMAT = "# format = "
_NEW_ARTICLE = "# newdoc id = "
_TEXT = '# text = "'


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield each article in order, and a `Refused` for each that cannot be read. One article is held at a time."""
    try:
        with path.open("rb") as file:
            yield from _Reading(path.name, options).outcomes(file)
    except OSError as error:
        yield Refused(str(path), explain(error))


class _Reading:
    """One file, line by line. A bad line costs the article it stands in, a format of the future all up to the next one."""

    def __init__(self, name: str, options: ImportOptions) -> None:
        self._name = name
        self._options = options
        self._taken = Taken()
        self._article: ArticleReader | None = None
        self._begun = 0
        """The line on which the article began, 0 before the first one."""
        self._is_unknown = False
        """True from a format line that this program does not know on."""

    def outcomes(self, file: BinaryIO) -> Iterator[Outcome]:
        for number, raw in lines(file):
            try:
                line = _decode(raw)
                if self._article is not None and not line.startswith("#"):  # nearly every line
                    self._article.take(line)
                else:
                    yield from self._take(number, line)
            except AnnotatorError as error:
                yield Refused(f"{self._name}, line {number}", str(error))
                self._article = None
                if not self._begun and not self._is_unknown:
                    return
        yield from self._finish()
        if not self._begun and not self._is_unknown:
            yield Refused(self._name, "the file holds no article: there is nothing to import")

    def _take(self, number: int, line: str) -> Iterator[Outcome]:
        if line.startswith(_FORMAT):  # again in the middle, where files were put together
            yield from self._finish()
            self._is_unknown = True
            _check_format(line)
            self._is_unknown = False
        elif self._is_unknown:
            return
        elif line.startswith(_NEW_ARTICLE):
            yield from self._finish()
            self._article, self._begun = ArticleReader(self._options), number
            self._article.take(line)
        elif self._article is not None:
            self._article.take(line)
        elif not self._begun:
            _check_preamble(line)

    def _finish(self) -> Iterator[Outcome]:
        article, self._article = self._article, None
        if article is not None:
            where = f"{self._name}, line {self._begun}"
            try:
                yield self._taken.once(article.finish(), where)
            except AnnotatorError as error:
                yield Refused(where, str(error))


def _decode(raw: bytes | None) -> str:
    """Return a line without its end, and without the mark that a file put behind another one began with."""
    if raw is None:
        raise ImportFailure(f"the line is {TOO_LARGE}")
    try:
        line = raw.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise ImportFailure(
            f"byte {error.start + 1} of the line is not UTF-8; save the file as UTF-8"
        ) from None
    bare = line.lstrip(INVISIBLE)
    return bare if not bare or bare.startswith("# ") else line


def _check_format(line: str) -> None:
    name = line.removeprefix(_FORMAT)
    if name not in FORMATS:
        raise ImportFailure(
            f"the file is of format {name!r}, and this program reads {' and '.join(FORMATS)}: update Hashiya"
        )


def _check_preamble(line: str) -> None:
    if line and not line.startswith("# "):
        raise ImportFailure(
            "this is conll2003 or the like, not conll-layers: flat CoNLL does not hold the text it was made from; import jsonl or "
            "conll-layers instead, or name the format conll, which makes the text again from the words"
        )


def sniff(head: Head) -> Sniffed:
    found = head.lines
    reason = "rows under the comments of layered CoNLL"
    if found and found[0].startswith(_FORMAT + FORMATS[0].partition("/")[0]):
        return Sniffed(Confidence.SIGNED, reason)
    # CoNLL-U begins so too, and other rows with comments; only here is the text a string of JSON.
    is_part = bool(found) and found[0].startswith(_NEW_ARTICLE)
    is_part = is_part and any(line.startswith(_TEXT) for line in found)
    return Sniffed(Confidence.SURE, reason) if is_part else NOT_MINE


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
    holds=Holds(nested=True, crossing=True, sub_word=True, status=True),
    purpose=Purpose.TRAIN,
    tools=("Hashiya",),
)
