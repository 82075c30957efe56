"""doccano's exports, of all its versions: lines of a text and its labelled spans, or entities and the links between them.

Offsets are UTF-16 units unless a project counts otherwise: they are told by what fits. What stands under other keys than text and
label, as doccano lets one choose, is found by its form. Older versions write numbers for labels, which label_config.json explains.

Source: doccano 1.8, backend/data_export and backend/data_import.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from annotator.errors import ImportFailure
from annotator.format_facts import Holds
from annotator.importers.base import Imported, Importer, ImportOptions, Noted, Outcome
from annotator.importers.common_options import (
    ANNOTATOR,
    CODEPOINT,
    FIRST_LINE_IS_TITLE,
    LABEL_KEY,
    OFFSET_UNIT,
    TEXT_KEY,
    UTF16,
)
from annotator.importers.drafting import ArticleDraft
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.objects.fields import Fields, as_list, as_number, as_object, as_text
from annotator.importers.objects.json_values import Broken, Value, read_values
from annotator.importers.objects.span_values import claims_in, flaw, is_triple, read_span
from annotator.importers.objects.values_read import (
    StopReadingError,
    annotator_of,
    finish,
    read_each,
    take_text,
)
from annotator.importers.offsets import Evidence, Offsets
from annotator.options import Words

Object = Mapping[str, object]

_SPANS = ("label", "labels", "entities", "annotations")
"""Where doccano keeps annotations, unless it was told otherwise."""

_OTHERS = {"schema", "layers", "zones", "spans", "tokens", "tokenized_text", "denotations"}
"""Keys that other formats with spans have, and doccano has not."""

_UNITS = (CODEPOINT, UTF16)
"""What a line says of its offsets, where Hashiya wrote it."""

_CONFIGS = ("label_config.json", "{}.label_config.json", "{}_label_config.json", "labels.json")


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield each line's article with a layer for each who annotated it; see `importers.base.Importer`."""
    if _is_config(path):
        yield Noted("what the labels of a doccano project are; there is no article in it")
        return
    yield from read_each(path, _Reading(path, options).article)


class _Reading:
    def __init__(self, path: Path, options: ImportOptions) -> None:
        self._path = path
        self._options = options
        self._offsets = Offsets(options.own.text(OFFSET_UNIT.name), self._evidence)
        self._text_key = options.own.optional_text(TEXT_KEY.name)
        self._label_key = options.own.optional_text(LABEL_KEY.name) or ""
        self._names: Mapping[str, str] | None = None

    def article(self, item: Value) -> Imported:
        fields = Fields(item.value, "the line")
        text = take_text(fields, self._text_key)
        spans = self._take_spans(fields)
        declared = str(fields.peek("offset_unit")) if fields.peek("offset_unit") in _UNITS else ""
        move = self._offsets.move(text, claims_in(spans), declared)
        draft = ArticleDraft(text, item.where, move)
        user = fields.peek("user")
        fields.drop("user", *(("offset_unit",) if declared else ()))
        if as_text(user):
            draft.layer(annotator_of(self._options, user))
        layer_of: dict[str, str] = {}
        for number, span in enumerate(spans, 1):
            what = f"annotation {number}"
            keys = as_object(span) or {}
            who = annotator_of(self._options, keys.get("user"), user)
            layer = draft.layer(who)
            try:
                value = read_span(self._named(span), what, self._label_key)
            except StopReadingError:
                raise
            except ImportFailure as error:
                flaw(draft, what, error)
                continue
            layer_of[value.key] = who
            value.add_to(layer, what)
        self._link(fields, draft, layer_of)
        for key in (*_SPANS, "Comments", "comments", "meta", "annotation_approver"):
            if not fields.peek(key):
                fields.drop(key)
        return finish(draft, fields, self._options)

    def _take_spans(self, fields: Fields) -> list[object]:
        key = _key_of_spans(fields.rest)
        return fields.items(key) if key else []

    def _link(self, fields: Fields, draft: ArticleDraft, layer_of: Mapping[str, str]) -> None:
        if as_list(fields.peek("relations")) is None:
            return
        for item in fields.items("relations"):
            keys = as_object(item) or {}
            ends = as_text(keys.get("from_id")) or "", as_text(keys.get("to_id")) or ""
            who = layer_of.get(ends[0]) or next(iter(draft.layers), None)
            kind = as_text(keys.get("type")) or "relation"
            if who is not None:
                draft.layer(who).link(kind, *ends)
            else:
                draft.flaw("link(s) without annotations", f"{kind} link", "the line has none")

    def _named(self, span: object) -> object:
        """Return an annotation with its label by name, where the file has its number."""
        keys = as_object(span)
        number = as_number(keys.get("label")) if keys is not None else None
        if keys is None or number is None:
            return span
        if self._names is None:
            self._names = _names_beside(self._path)
        if not self._names:
            raise StopReadingError(
                "labels are numbers here, and what they mean is in another file of the project: export its labels in doccano "
                "and put label_config.json beside this file"
            )
        name = self._names.get(str(number))
        if name is None:
            raise ImportFailure(f"label {number} is not in label_config.json")
        return {**keys, "label": name}

    def _evidence(self) -> Evidence:
        for item in read_values(self._path, is_whole=True):
            if isinstance(item, Broken):
                continue
            try:
                fields = Fields(item.value, "the line")
                text = take_text(fields, self._text_key)
                yield text, claims_in(self._take_spans(fields))
            except ImportFailure:
                continue


def _key_of_spans(keys: Object) -> str | None:
    """Return where the annotations are: the usual key that holds any, else the first list of spans, else nothing."""
    full = [key for key in keys if _holds_spans(keys[key])]
    usual = [key for key in _SPANS if key in full]
    others = [key for key in full if any(map(_is_span, as_list(keys[key]) or ()))]
    return next(iter((*usual, *others)), None)


def _holds_spans(value: object) -> bool:
    items = as_list(value)
    return any(isinstance(item, list | dict) for item in items or ())


def _is_span(item: object) -> bool:
    keys = as_object(item) or {}
    return is_triple(item) or {"start_offset", "end_offset"} <= keys.keys()


def _names_beside(path: Path) -> dict[str, str]:
    """Return the labels by their numbers, from the first file beside ``path`` that holds them."""
    for name in _CONFIGS:
        try:
            value = json.loads(path.with_name(name.format(path.stem)).read_text("utf-8-sig"))
        except (OSError, ValueError, RecursionError):
            continue
        labels = [as_object(item) or {} for item in as_list(value) or ()]
        found = {str(one["id"]): as_text(one.get("text")) for one in labels if "id" in one}
        if found:
            return {number: text for number, text in found.items() if text}
    return {}


def _is_config(path: Path) -> bool:
    try:
        return _describes_labels(Head.of(path))
    except OSError:
        return False


def _describes_labels(head: Head) -> bool:
    keys = head.keys
    colours = {"background_color", "backgroundColor"} & keys.keys()
    return head.text.lstrip().startswith("[") and "text" in keys and bool(colours)


def sniff(head: Head) -> Sniffed:
    if _describes_labels(head):
        return Sniffed(Confidence.SIGNED, "labels with their colours, as doccano writes them")
    is_mine = any(map(_is_doccano, head.objects))
    return Sniffed(Confidence.SIGNED, "spans as doccano writes them") if is_mine else NOT_MINE


def _is_doccano(keys: Object) -> bool:
    if keys.keys() & _OTHERS:
        return False
    has_text = any(isinstance(value, str) for value in keys.values())
    return has_text and any(
        any(map(_is_span, items)) for value in keys.values() if (items := as_list(value))
    )


IMPORTER = Importer(
    "doccano",
    Words("doccano", "منصة doccano"),
    Words(
        "Lines of a text and its spans as doccano exports them, with links where its project has them.",
        "أسطر فيها نص ومقاطعه الموسومة كما تصدّرها doccano، مع الروابط إن كانت في مشروعها.",
    ),
    (),
    read,
    sniff,
    (ANNOTATOR, OFFSET_UNIT, TEXT_KEY, LABEL_KEY, FIRST_LINE_IS_TITLE),
    holds=Holds(several_layers=True, relations=True, nested=True, crossing=True, sub_word=True),
    tools=("doccano",),
)
