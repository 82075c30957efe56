"""CoNLL-U and CoNLL-U Plus with named entities: in MISC as ``NE=B-PER``, ``name=`` or ``ner=``, or in a column of their own.

The text is that of ``# text``, on which tokens are found one after the other; a sentence without it is made again from its tokens
and ``SpaceAfter=No``. Words of a contracted token, ``1-2``, have its place: an annotation of one of them is over the whole token.

Source: https://universaldependencies.org/format.html and /ext-format.html.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from annotator.errors import AnnotatorError
from annotator.format_facts import FLAT, Purpose
from annotator.importers.base import Importer, ImportOptions, Noted, Outcome, Refused, Taken
from annotator.importers.columns.tags import OUTSIDE, TAG, TagReader
from annotator.importers.columns.token_text import SPACES, TokenText
from annotator.importers.columns.tokens_article import article_of
from annotator.importers.common_options import ANNOTATOR, FIRST_LINE_IS_TITLE
from annotator.importers.files import explain
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.row_files import LineError, rows_of
from annotator.options import Words

_COLUMNS = ("ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "MISC")
_GLOBAL = "# global.columns ="
_ROW = re.compile(r"\d+(?:[-.]\d+)?(?:\t[^\t]*){2,}")
_COMMENT = re.compile(r"#\s*(newdoc|newpar|text)\b(?:[^=]*=\s?(.*))?")
_ENTITY = re.compile(r"(?:(?:NE|name|ner)=(\S+)|[^=]+=([BIESLUM]-\S+))", re.IGNORECASE)
"""Under the keys of spaCy, stanza and others, and under any key where the value is a tag."""

_BARE = re.compile(r"[A-Z][A-Z_-]+")
_NER = re.compile(r"(?:.*:)?(?:NER|NE|ENTITY)", re.IGNORECASE)


@dataclass(slots=True)
class _Sentence:
    text: str = ""
    """As ``# text`` has it."""
    tokens: list[tuple[str, bool]] = field(default_factory=list[tuple[str, bool]])
    """Form of each, and whether a space follows."""
    tags: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    """Number of the token, and the tag of each word."""
    until: int = 0
    """The last word of the contracted token that is being read."""


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield each document; see `importers.base.Importer`."""
    try:
        yield from _Reading(path, options).outcomes()
    except OSError as error:
        yield Refused(str(path), explain(error))
    except LineError as error:
        yield Refused(f"{path.name}, line {error.line}", f"{error}; nothing from there on was read")


class _Reading:
    def __init__(self, path: Path, options: ImportOptions) -> None:
        self._path = path
        self._options = options
        self._taken = Taken()
        self._names = _COLUMNS
        self._number = self._tagged = 0
        self._untagged = self._rebuilt = 0
        self._sentence = _Sentence()
        self._begin(1)

    def _begin(self, line: int) -> None:
        self._line = line
        self._text = _FoundText(SPACES)
        self._reader = TagReader()

    def outcomes(self) -> Iterator[Outcome]:
        articles = 0
        for line, row in rows_of(self._path):
            comment = _COMMENT.match(row)
            if not row.strip():
                self._end_sentence()
            elif row.startswith(_GLOBAL):
                self._names = tuple(row.removeprefix(_GLOBAL).split())
            elif comment and comment[1] == "newdoc":
                self._end_sentence()
                articles += bool(self._text.spans)
                yield from self._finish()
                self._begin(line)
            elif comment and comment[1] == "text":
                self._sentence.text = (comment[2] or "").strip()
            elif not row.startswith("#"):
                self._take(line, row)
        self._end_sentence()
        articles += bool(self._text.spans)
        yield from self._finish()
        if not articles:
            yield Refused(self._path.name, "the file holds no rows: there is nothing to import")
        if self._rebuilt:
            yield Noted(
                f"made {self._rebuilt} sentence(s) again from their tokens, which had no # text that fits"
            )
        if articles and not self._tagged:
            yield Noted(
                "no word has a tag of a name, in MISC (NE=B-PER) or in a column of names: taken without annotations"
            )
        if self._untagged:
            yield Noted(f"read {self._untagged} word(s) as O whose tag is none such as B-PER")

    def _take(self, line: int, row: str) -> None:
        if "ID" not in self._names and row.count("\t") == len(self._names) - 1:
            self._number += 1  # CoNLL-U Plus leaves out what columns it likes
            cells = {"ID": str(self._number)} | dict(zip(self._names, row.split("\t"), strict=True))
            self._take_word(cells)
            return
        if not _ROW.fullmatch(row):
            raise LineError(line, f"{row[:60]!r} is not a numbered row of columns parted by tabs")
        self._take_word(dict(zip(self._names, row.split("\t"), strict=False)))

    def _take_word(self, cells: dict[str, str]) -> None:
        number, form, misc = cells["ID"], cells.get("FORM", "_"), cells.get("MISC", "_")
        sentence = self._sentence
        if "." in number:  # an empty word, which is not in the text
            return
        is_spaced = "SpaceAfter=No" not in misc.split("|")
        first, _, last = number.partition("-")
        if last:
            sentence.tokens.append((form, is_spaced))
            sentence.until = int(last)
            return
        if int(first) > sentence.until:
            sentence.tokens.append((form, is_spaced))
        tag = self._tag(cells, misc)
        if TAG.fullmatch(tag) is None:
            self._untagged += 1
            tag = OUTSIDE
        self._tagged += tag != OUTSIDE
        sentence.tags.append((len(sentence.tokens) - 1, tag))

    def _tag(self, cells: dict[str, str], misc: str) -> str:
        own = next((cell for name, cell in cells.items() if _holds_tags(name)), "")
        if own:
            return OUTSIDE if own in ("_", "*") else own
        found = next(
            (match for part in misc.split("|") if (match := _ENTITY.fullmatch(part))), None
        )
        if found is None:
            return OUTSIDE
        tag = found[1] or found[2]
        return f"I-{tag}" if _BARE.fullmatch(tag) and TAG.fullmatch(tag) is None else tag

    def _end_sentence(self) -> None:
        sentence, self._sentence = self._sentence, _Sentence()
        self._number = 0
        if not sentence.tokens:
            return
        first = len(self._text.spans)
        self._rebuilt += not self._text.add_sentence(sentence.text, sentence.tokens)
        for token, tag in sentence.tags:
            self._reader.take(first + token, (tag,))
        self._text.end_sentence()
        self._reader.end_sentence()

    def _finish(self) -> Iterator[Outcome]:
        if not self._text.spans:
            return
        where = f"{self._path.name}, line {self._line}"
        try:
            imported = article_of(self._text, self._reader.found, self._path, self._options)
        except AnnotatorError as error:
            yield Refused(where, str(error))
        else:
            yield self._taken.once(imported, where)


@lru_cache
def _holds_tags(column: str) -> bool:
    return _NER.fullmatch(column) is not None


class _FoundText(TokenText):
    """A text whose tokens are looked for in sentences that are known."""

    def add_sentence(self, text: str, tokens: list[tuple[str, bool]]) -> bool:
        """Add a sentence and return whether its text holds the tokens in order; without that it is made of them."""
        spans: list[tuple[int, int]] = []
        at = 0
        for form, _ in tokens:
            start = text.find(form, at)
            if start < 0 or text[at:start].strip():
                break
            at = start + len(form)
            spans.append((start, at))
        if not text or len(spans) < len(tokens) or text[at:].strip():
            is_glued = False
            for form, is_spaced in tokens:
                self.add(form, is_glued=is_glued)
                is_glued = not is_spaced
            return False
        self.add_known(text, spans)
        return True


def sniff(head: Head) -> Sniffed:
    rows = [row for row in head.rows if row.strip() and not row.startswith("#")]
    if head.text.startswith(_GLOBAL):
        return Sniffed(Confidence.SIGNED, "the names of columns of CoNLL-U Plus")
    is_one = bool(rows) and all(
        _ROW.fullmatch(row) and row.count("\t") == len(_COLUMNS) - 1 for row in rows
    )
    return Sniffed(Confidence.SIGNED, "numbered rows of ten columns") if is_one else NOT_MINE


IMPORTER = Importer(
    "conllu",
    Words("CoNLL-U with names", "صيغة CoNLL-U مع الأسماء"),
    Words(
        "Treebanks of Universal Dependencies with named entities in MISC or in a column of their own; syntax is left out.",
        "بنوك مشجّرة من Universal Dependencies فيها أسماء الأعلام في MISC أو في عمود خاص، ويُترك النحو.",
    ),
    (".conllu", ".conllup"),
    read,
    sniff,
    (ANNOTATOR, FIRST_LINE_IS_TITLE),
    holds=FLAT,
    purpose=Purpose.TRAIN,
    tools=("stanza", "UDPipe"),
)
