"""CoNLL-U and CoNLL-U Plus with names: in MISC as ``NE=B-ACTOR``, or in a column of their own.

Valid by the rules of level 2 of Universal Dependencies' validator, without any syntax: every word is an ``X`` and hangs on the
first one of its sentence by ``dep``, the unspecified relation. The standard asks for NFC, so that forms and ``# text`` are in
NFC; ``start_char`` and ``end_char``, stanza's keys, say where the word is in the article's own text, in code points. ``NE`` is
the first thing in MISC, as spaCy looks for it there. What stands between words, if it is no single space, is one in ``# text``,
and in ``SpacesAfter`` as UDPipe writes it.

A token that is cut at the edge of an annotation is a token of several words, ``1-2``.

Source: https://universaldependencies.org/format.html and /ext-format.html.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from annotator.exporters.base import Exportable, Exporter, ExportOptions, Sink, one_layer
from annotator.exporters.columns.conll_options import MISALIGNED, NESTED
from annotator.exporters.columns.flat import Flattener
from annotator.exporters.columns.row_options import LOWER, ONE_OF_NESTED
from annotator.exporters.columns.rows import Range, Rows, outside, sentence_ranges, visible_tokens
from annotator.exporters.columns.schemes import OUTSIDE, Tagger
from annotator.exporters.loss import LossReport, Tally
from annotator.exporters.scope import count_article, in_scope
from annotator.format_facts import Holds, Purpose
from annotator.model import Article
from annotator.model.zone import merged
from annotator.options import Choice, Kind, Option, Words

_COLUMNS = "ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC"
_NER = "HASHIYA:NER"
_ESCAPES = str.maketrans(
    {" ": r"\s", "\t": r"\t", "\n": r"\n", "\r": r"\r", "|": r"\p", "\\": r"\\"}
)

CUT = replace(MISALIGNED, default="split")
"""`MISALIGNED` with another default: a token of several words shows both the word and where the annotation begins."""

KEY = Option(
    "entity_key",
    Words("Key of the tags", "مفتاح الوسوم"),
    Words(
        "Under which key of MISC the tags stand.",
        "المفتاح الذي توضع تحته الوسوم في عمود MISC.",
    ),
    Kind.CHOICE,
    "NE",
    (
        Choice("NE", Words("NE", "المفتاح NE"), Words("What spaCy reads.", "ما يقرؤه spaCy.")),
        Choice("ner", Words("ner", "المفتاح ner"), Words("What stanza reads.", "ما يقرؤه stanza.")),
    ),
)

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""What no comment of a file of text may hold."""


@dataclass(frozen=True, slots=True)
class _Style:
    """``key`` is that of MISC; without one the tags stand in a column of their own."""

    name: str
    key: str


def write(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    """Write each article as a document of numbered words; see `exporters.base.Exporter`."""
    return _write(items, sink, options, _Style("conllu", options.own.text(KEY.name)))


def write_plus(items: Iterable[Exportable], sink: Sink, options: ExportOptions) -> LossReport:
    sink.main.write(f"# global.columns = {_COLUMNS} {_NER}\n".encode())
    return _write(items, sink, options, _Style("conllup", ""))


def _write(
    items: Iterable[Exportable], sink: Sink, options: ExportOptions, style: _Style
) -> LossReport:
    own, tally, out = options.own, Tally(), sink.main
    flattener = Flattener(own.text(NESTED.name), own.text(MISALIGNED.name), options.schema, tally)
    tagger = Tagger(tally, is_lower=own.flag(LOWER.name))
    for item in items:
        article, layer = item.article, one_layer(item, style.name)
        count_article(layer, tally)
        annotations = in_scope(layer, article, options, tally)
        zones = merged(layer.zones) if options.skip_zones else ()
        text = article.text
        tokens = outside(zones, text, visible_tokens(text), (a.span for a in annotations))
        rows, placed = flattener.fit(article, annotations, tokens)
        tally.written += len(placed)
        sentences = sentence_ranges(text, rows, [(p.first, p.last) for p in placed])
        sentences = _whole_tokens(sentences, rows, tokens)
        tags = tagger.tags(article, placed, len(rows.starts), sentences)
        document = _Document(article, rows, tokens, tags, style)
        out.write("".join(document.lines(sentences)).encode("utf-8"))
    return tally.report()


def _whole_tokens(sentences: list[Range], rows: Rows, tokens: Rows) -> list[Range]:
    """Return the sentences without the bounds that lie inside a token: its words have one line in common."""
    kept: list[Range] = []
    for first, last in sentences:
        if kept and _token_of(rows.starts[first], tokens) == _token_of(
            rows.starts[first - 1], tokens
        ):
            first = kept.pop()[0]
        kept.append((first, last))
    return kept


def _token_of(start: int, tokens: Rows) -> int:
    return bisect_right(tokens.starts, start) - 1


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as the text has it, and its rows ``[first, until)``; ``gap`` is what follows it in the text."""

    first: int
    until: int
    start: int
    end: int
    form: str
    gap: str

    @property
    def space(self) -> str:
        return " " if any(map(str.isspace, self.gap)) else ""

    @property
    def after(self) -> list[str]:
        """What MISC says of the gap: nothing of a single space, and nothing of what readers may take for a line end."""
        if not self.space:
            return ["SpaceAfter=No"]
        if self.gap == " " or not _ESCAPES.keys() >= set(map(ord, self.gap)):
            return []
        return [f"SpacesAfter={self.gap.translate(_ESCAPES)}"]


@dataclass(frozen=True, slots=True)
class _Document:
    article: Article
    rows: Rows
    tokens: Rows
    tags: list[str]
    style: _Style

    def lines(self, sentences: list[Range]) -> Iterator[str]:
        """Yield the lines of all sentences, nothing of an article without words: comments alone are no sentence."""
        if sentences:
            yield from self._head()
        for number, (first, last) in enumerate(sentences, 1):
            words = list(self._words(first, last))
            text = "".join(f"{word.form}{word.space}" for word in words).rstrip(" ")
            yield f"# sent_id = {self.article.id}-{number}\n# text = {text}\n"
            for word in words:
                yield from self._lines_of(word, first)
            yield "\n"

    def _head(self) -> Iterator[str]:
        article = self.article
        yield f"# newdoc id = {article.id}\n"
        said = {
            "title": article.title,
            "published": article.published,
            "source": article.source,
            "url": article.url,
        }
        for key, value in said.items():
            if value and (words := " ".join(_CONTROL.sub(" ", value).split())):
                yield f"# {key} = {_nfc(words)}\n"

    def _words(self, first: int, last: int) -> Iterator[_Word]:
        """Yield the words of a sentence as the text has them, each with the rows it has."""
        starts, ends, forms = self.rows
        text = self.article.text
        at = first
        while at < last:
            token = _token_of(starts[at], self.tokens)
            until = at + 1
            while until < last and _token_of(starts[until], self.tokens) == token:
                until += 1
            start, end, form = starts[at], ends[at], forms[at]
            if until - at > 1:
                tokens = self.tokens
                start, end, form = tokens.starts[token], tokens.ends[token], tokens.forms[token]
            gap = text[end : starts[until]] if until < len(starts) else " "
            yield _Word(at, until, start, end, _nfc(form), gap)
            at = until

    def _lines_of(self, word: _Word, first: int) -> Iterator[str]:
        starts, ends, forms = self.rows
        if word.until - word.first == 1:
            yield self._row(word.first, first, word.form, word.start, word.end, word.after)
            return
        numbers = f"{word.first - first + 1}-{word.until - first}"
        misc = "|".join((*word.after, *_place(word.start, word.end)))
        column = "" if self.style.key else "\t_"
        yield f"{numbers}\t{word.form}\t_\t_\t_\t_\t_\t_\t_\t{misc}{column}\n"
        for row in range(word.first, word.until):
            yield self._row(row, first, _nfc(forms[row]), starts[row], ends[row], [])

    def _row(self, row: int, first: int, form: str, start: int, end: int, after: list[str]) -> str:
        tag, key = self.tags[row], self.style.key
        head = "1\tdep" if row > first else "0\troot"
        named = [f"{key}={tag}"] if key and tag != OUTSIDE else []
        misc = "|".join((*named, *after, *_place(start, end)))
        column = "" if key else f"\t{tag}"
        return f"{row - first + 1}\t{form}\t_\tX\t_\t_\t{head}\t_\t{misc}{column}\n"


def _place(start: int, end: int) -> tuple[str, str]:
    return f"start_char={start}", f"end_char={end}"


def _nfc(form: str) -> str:
    return unicodedata.normalize("NFC", form)


EXPORTER = Exporter(
    "conllu",
    ".conllu",
    Words("CoNLL-U with names", "صيغة CoNLL-U مع الأسماء"),
    Words(
        "Numbered words with their places and tags in MISC, for treebanks and parsers; syntax is left for them to fill in. Of "
        "annotations inside each other only one is kept.",
        "كلمات مرقّمة مع مواضعها ووسومها في عمود MISC، للبنوك المشجّرة والمحلّلات النحوية، ويُترك لها ملء النحو. ولا يبقى من الوسوم "
        "المتداخلة إلا واحد.",
    ),
    write,
    Holds(sub_word=True),
    (ONE_OF_NESTED, CUT, KEY, LOWER),
    purpose=Purpose.TRAIN,
    tools=("spaCy", "stanza", "UDPipe"),
)

PLUS = Exporter(
    "conllup",
    ".conllup",
    Words("CoNLL-U Plus with a column of names", "صيغة CoNLL-U Plus مع عمود للأسماء"),
    Words(
        "As CoNLL-U, with the tags in a column of their own that the first line names.",
        "مثل CoNLL-U، والوسوم في عمود خاص يسمّيه السطر الأول.",
    ),
    write_plus,
    Holds(sub_word=True),
    (ONE_OF_NESTED, CUT, LOWER),
    purpose=Purpose.TRAIN,
    tools=("conllu", "UDPipe"),
)
