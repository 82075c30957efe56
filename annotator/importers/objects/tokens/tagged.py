"""Rows of tokens and a tag for each, as data sets of Hugging Face hold them: JSON lines, an array, or pages of their viewer.

Tags are names, or numbers whose names stand elsewhere (`tag_names`). The text is taken where the row has it, made of the tokens by their
offsets where those are there, and else made again as CoNLL's is.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from annotator.errors import ImportFailure
from annotator.format_facts import FLAT, Purpose
from annotator.importers.base import Importer, ImportOptions, Outcome
from annotator.importers.columns.tags import OUTSIDE, TAG, TagReader
from annotator.importers.columns.token_text import JOIN
from annotator.importers.common_options import ANNOTATOR, FIRST_LINE_IS_TITLE
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.objects.fields import Fields, as_list, as_number, as_object
from annotator.importers.objects.json_values import Value
from annotator.importers.objects.tokens import tag_names
from annotator.importers.objects.tokens.articles import Mark, Row, read_rows
from annotator.importers.objects.tokens.token_rows import (
    TokenRow,
    aligned_row,
    joined_row,
    placed_row,
    ranges_in,
)
from annotator.importers.objects.values_read import StopReadingError
from annotator.options import Kind, Option, Words

LABEL_NAMES = Option(
    "label_names",
    Words("Names of the tags", "أسماء الوسوم"),
    Words(
        "What the numbers of tags mean, in order: O,B-PER,I-PER, or a file that says it; without it, the card of the data set "
        "beside the file.",
        "معاني أرقام الوسوم بترتيبها: O,B-PER,I-PER، أو ملف يذكرها، ومن دونه تُقرأ من بطاقة مجموعة البيانات بجوار الملف.",
    ),
    Kind.TEXT,
    default=None,
)

_TOKENS = ("tokens", "words")
_TAGS = ("ner_tags", "ner", "tags", "labels", "ner_labels", "entity_tags", "ner_tags_str")
_BESIDES = ("pos_tags", "chunk_tags", "offsets", "sentence_no", "spans")

Object = Mapping[str, object]


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield the article of each row, or of the rows of one; see `importers.base.Importer`."""
    yield from read_rows(path, _Reading(path, options).rows, options)


class _Reading:
    def __init__(self, path: Path, options: ImportOptions) -> None:
        self._path = path
        self._join = options.own.text(JOIN.name)
        said = options.own.optional_text(LABEL_NAMES.name)
        self._names = tag_names.said(said) if said else []
        self._is_asked = bool(said)

    def rows(self, item: Value) -> Iterator[Row]:
        page = as_object(item.value) or {}
        if as_list(page.get("rows")) is None or "tokens" in page:
            yield self._row(item.value)
            return
        for one in as_list(page["rows"]) or ():
            inner = (as_object(one) or {}).get("row", one)
            yield self._row(inner, page.get("features"))

    def _row(self, value: object, features: object = None) -> Row:
        fields = Fields(_parted(as_object(value)) or value, "the row")
        tokens = fields.items(*_TOKENS)
        words = [str(one) for one in tokens if isinstance(one, str)]
        key = tags_key(fields.rest, len(tokens))
        if key is None or len(words) != len(tokens) or not any(map(str.strip, words)):
            raise ImportFailure(
                f"the row has no tokens with as many tags: it has {', '.join(map(str, fields.rest)) or 'nothing'}"
            )
        tags = fields.items(key)
        names = self._named(tags, key, features)
        row, start, is_rebuilt = self._placed(fields, words)
        fields.drop(*_BESIDES, *(k for k in _TAGS if as_list(fields.peek(k)) is not None))
        found = Row(row.text, row.spans, [], fields, start, is_rebuilt=is_rebuilt)
        found.marks += _marks(names, found.bad)
        return found

    def _placed(self, fields: Fields, words: list[str]) -> tuple[TokenRow, int | None, bool]:
        """Return the text with its tokens, where it begins in the article, and whether it was guessed at."""
        offsets = ranges_in(fields.peek("offsets"))
        text = fields.peek("text")
        is_placed = len(offsets) == len(words)
        if isinstance(text, str) and text.strip():
            whole = TokenRow(text, offsets) if is_placed and _fits(text, words, offsets) else None
            found = whole or aligned_row(text, words)
            if found is not None:
                fields.drop("text")
                return found, None, False
        if is_placed and (placed := placed_row(words, offsets, offsets[0][0])) is not None:
            return placed, offsets[0][0], False
        return joined_row(words, self._join), None, True

    def _named(self, tags: list[object], key: str, features: object) -> list[str | None]:
        """Return the tags by name, None where a number has none; raise `StopReadingError` where nothing says any."""
        if not tag_names.numbers(tags):
            return [tag if isinstance(tag, str) else None for tag in tags]
        if not self._names and not self._is_asked:
            self._names = tag_names.names_in(features, key) or tag_names.beside(self._path, key)
        if not self._names:
            raise StopReadingError(
                f"{key} are numbers, and nothing says what they mean: name them in order (--label-names O,B-PER,I-PER), or put "
                "the card of the data set (README.md or dataset_info.json) beside the file"
            )
        known = self._names
        found = [as_number(tag) or 0 for tag in tags]
        return [known[number] if 0 <= number < len(known) else None for number in found]


def _parted(keys: Object | None) -> Object | None:
    """Return a row whose words or tags are one text as lists of them, None where it has no text with as many tags.

    A text stays beside its words. Tags are told by being nothing else than O, B-PER and the like.
    """
    if keys is None or any(as_list(keys.get(key)) is not None for key in _TOKENS):
        return None
    for key in (*_TOKENS, "text", "sentence"):
        text = keys.get(key)
        words = text.split() if isinstance(text, str) else []
        for name in _TAGS if words else ():
            given = keys.get(name)
            tags = given.split() if isinstance(given, str) else as_list(given) or []
            are_tags = all(isinstance(tag, str) and TAG.fullmatch(tag) for tag in tags)
            if len(tags) == len(words) and are_tags:
                rest = {one: value for one, value in keys.items() if one not in (key, name)}
                return {**rest, "text": text, "tokens": words, "ner_tags": list(tags)}
    return None


def tags_key(keys: Object, length: int) -> str | None:
    """Return the key of a list of as many tags as there are tokens, the likeliest first."""
    for key in _TAGS:
        items = as_list(keys.get(key))
        if (
            items is not None
            and len(items) == length
            and all(isinstance(i, str | int) for i in items)
        ):
            return key
    return None


def _fits(text: str, words: list[str], offsets: list[tuple[int, int]]) -> bool:
    return all(text[s:e] == word for word, (s, e) in zip(words, offsets, strict=True))


def _marks(tags: list[str | None], bad: list[str]) -> list[Mark]:
    """Return what is tagged. A tag without a prefix goes on with its neighbour's, as data sets without prefixes have it."""
    reader = TagReader()
    for number, tag in enumerate(tags):
        if tag is None:
            bad.append(f"tag {number + 1} is no name, and no number that has one")
        has_part = tag is not None and len(tag) > 2 and tag[1] in "-_" and tag[0] in "BIESLU"
        part = f"{tag[0]}-{tag[2:]}" if has_part and tag else f"I-{tag}"
        reader.take(number, (OUTSIDE if tag in (None, OUTSIDE, "") else part,))
    return [Mark(piece.first, piece.last, piece.label) for piece in reader.found]


def sniff(head: Head) -> Sniffed:
    is_page = "rows" in head.keys and _has_rows(head)
    is_mine = is_page or any(_is_row(keys) for keys in head.objects)
    return Sniffed(Confidence.SIGNED, "lists of tokens and tags") if is_mine else NOT_MINE


def _has_rows(head: Head) -> bool:
    rows = as_list(head.keys.get("rows")) or []
    first = as_object(rows[0]) if rows else None
    return _is_row(as_object((first or {}).get("row")) or {})


def _is_row(keys: Object) -> bool:
    keys = _parted(keys) or keys
    tokens = next((items for key in _TOKENS if (items := as_list(keys.get(key)))), None)
    return (
        tokens is not None
        and all(isinstance(token, str) for token in tokens)
        and tags_key(keys, len(tokens)) is not None
    )


IMPORTER = Importer(
    "huggingface",
    Words("Tokens and tags, as on Hugging Face", "كلمات ووسومها كما في Hugging Face"),
    Words(
        "Rows of tokens and their tags, by name or by number, an article each or the sentences of one.",
        "صفوف من كلمات ووسومها بأسمائها أو بأرقامها، كل صف مقال أو جملة من مقال.",
    ),
    (),
    read,
    sniff,
    (ANNOTATOR, LABEL_NAMES, JOIN, FIRST_LINE_IS_TITLE),
    holds=FLAT,
    purpose=Purpose.TRAIN,
    tools=("datasets", "transformers"),
)
