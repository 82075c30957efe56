"""spaCy's data of training in JSON: pairs of a text and its entities, as version 2 had them, and documents of version 3.

Pairs stand in one array, in lines of their own, or under ``annotations``, where tools that make them put them. A document is what
``Doc.to_json`` gives, with ``ents`` and ``spans``.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from annotator.errors import ImportFailure
from annotator.format_facts import Holds, Purpose
from annotator.importers.base import Imported, Importer, ImportOptions, Outcome, Refused
from annotator.importers.common_options import ANNOTATOR, FIRST_LINE_IS_TITLE, OFFSET_UNIT
from annotator.importers.drafting import ArticleDraft
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.objects.fields import Fields, as_list, as_object, shown
from annotator.importers.objects.json_values import Broken, Value, read_values
from annotator.importers.objects.span_values import claims_in, readable_spans
from annotator.importers.objects.values_read import annotator_of, finish, read_each
from annotator.importers.offsets import Evidence, Offsets
from annotator.options import Words

Object = Mapping[str, object]

_PAIR = re.compile(
    r'\[\s*(?:\[\s*)?"(?:[^"\\]|\\.)*"\s*,\s*\{\s*(?:"(?:entities|spans|cats|links|words)"|\})'
)
_OF_TOKENS = ("tokens", "sents", "words", "spaces", "tags", "heads", "deps", "links", "ents", "entities", "spans")  # fmt: skip


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield the article of each pair or document; see `importers.base.Importer`."""
    reading = _Reading(path, options)
    for outcome in read_each(path, reading.article, is_rows=True):
        yield outcome
        while reading.waiting:
            yield reading.next_waiting()
    while reading.waiting:
        yield reading.next_waiting()
    if reading.lone is not None:
        yield Refused(path.name, f"the text {shown(reading.lone)} has no entities beside it")


class _Reading:
    def __init__(self, path: Path, options: ImportOptions) -> None:
        self._path = path
        self._options = options
        self._offsets = Offsets(options.own.text(OFFSET_UNIT.name), self._evidence)
        self.lone: str | None = None
        """A text whose entities are the next value: the two of a pair that is a whole line."""
        self.waiting: list[tuple[object, str]] = []
        """Pairs of one value that holds several."""

    def article(self, item: Value) -> Imported | None:
        value: object = item.value
        if isinstance(value, str):
            self.lone = value
            return None
        keys = as_object(value)
        if self.lone is not None and keys is not None:
            pair: list[object] = [self.lone, keys]
            self.lone = None
            return self._pair(pair, item.where)
        if keys is not None and "text" not in keys and as_list(keys.get("annotations")) is not None:
            pairs = [pair for pair in as_list(keys["annotations"]) or () if pair is not None]
            self.waiting = [(pair, f"{item.where}, pair {n}") for n, pair in enumerate(pairs, 1)]
            return None
        return self._pair(value, item.where)

    def next_waiting(self) -> Outcome:
        pair, where = self.waiting.pop(0)
        try:
            return self._pair(pair, where)
        except ImportFailure as error:
            return Refused(where, str(error))

    def _pair(self, value: object, where: str) -> Imported:
        parts = as_list(value)
        if parts is not None:
            if len(parts) < 2 or not isinstance(parts[0], str) or as_object(parts[1]) is None:
                raise ImportFailure(
                    f"{shown(value)} is no pair of a text and an object of entities"
                )
            value = {**(as_object(parts[1]) or {}), "text": parts[0]}
        fields = Fields(value, "the pair")
        text = fields.text("text")
        found = _spans_in(fields.rest)
        draft = ArticleDraft(text, where, self._offsets.move(text, claims_in(found)))
        if found:
            layer = draft.layer(annotator_of(self._options))
            spans = readable_spans(found, draft)
            for span in {(one.start, one.end, one.label): one for one in spans}.values():
                span.add_to(layer)
        fields.drop(*_OF_TOKENS)
        if not fields.peek("cats"):
            fields.drop("cats")
        return finish(draft, fields, self._options)

    def _evidence(self) -> Evidence:
        before = ""
        for item in read_values(self._path, is_whole=True, is_rows=True):
            value = None if isinstance(item, Broken) else item.value
            if isinstance(value, str):
                before = value
                continue
            keys = as_object(value) or {}
            inner = as_list(keys.get("annotations"))
            for pair in inner if inner is not None else [value]:
                parts = as_list(pair) or [before, pair]
                said = as_object(parts[1] if len(parts) > 1 else None) or {}
                text = said.get("text", parts[0])
                if isinstance(text, str):
                    yield text, claims_in(_spans_in(said))


def _spans_in(keys: Object) -> list[object]:
    """Return the entities and the spans of every group, which may be the same again."""
    found = [*(as_list(keys.get("entities")) or ()), *(as_list(keys.get("ents")) or ())]
    spans = keys.get("spans")
    groups = (as_object(spans) or {"": spans}).values()
    found += [span for group in groups for span in as_list(group) or ()]
    return [span for span in found if isinstance(span, list | dict)]


def sniff(head: Head) -> Sniffed:
    if _PAIR.match(head.json):
        return Sniffed(Confidence.SIGNED, "pairs of a text and its entities")
    keys = head.keys
    if _is_document(keys):
        return Sniffed(Confidence.SIGNED, "a document of spaCy")
    is_of_tool = "classes" in keys and bool(as_list(keys.get("annotations")))
    if is_of_tool or re.match(r'\{\s*"classes"\s*:\s*\[[^\]]*\]\s*,\s*"annotations"', head.json):
        return Sniffed(Confidence.SIGNED, "classes, and pairs of a text and its entities")
    return NOT_MINE


def _is_document(keys: Object) -> bool:
    has_ends = any("end" in (as_object(one) or {}) for one in as_list(keys.get("ents")) or ())
    is_whole = {"tokens", "sents"} <= keys.keys() or has_ends
    return isinstance(keys.get("text"), str) and "ents" in keys and is_whole


IMPORTER = Importer(
    "spacy",
    Words("spaCy's training data", "بيانات تدريب spaCy"),
    Words(
        "Texts with their entities, as pairs in JSON or in lines, and documents that spaCy wrote as JSON.",
        "نصوص مع كياناتها أزواجًا في JSON أو في أسطر، ومستندات كتبتها spaCy بصيغة JSON.",
    ),
    (),
    read,
    sniff,
    (ANNOTATOR, OFFSET_UNIT, FIRST_LINE_IS_TITLE),
    holds=Holds(nested=True, crossing=True, sub_word=True),
    purpose=Purpose.TRAIN,
    tools=("spaCy",),
)
