"""PubAnnotation's JSON: a text, its denotations with begin and end, relations between them and attributes of them."""

from collections.abc import Iterator
from pathlib import Path

from annotator.errors import ImportFailure
from annotator.format_facts import Holds
from annotator.importers.base import Imported, Importer, ImportOptions, Outcome
from annotator.importers.common_options import ANNOTATOR, FIRST_LINE_IS_TITLE, OFFSET_UNIT
from annotator.importers.drafting import ArticleDraft
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.objects.fields import Fields, as_list, as_object, as_text
from annotator.importers.objects.json_values import Broken, Value, read_values
from annotator.importers.objects.span_values import SpanValue, claims_in, flaw, read_span
from annotator.importers.objects.values_read import annotator_of, finish, read_each
from annotator.importers.offsets import Evidence, Offsets
from annotator.options import Words


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield the article of each document; see `importers.base.Importer`."""
    yield from read_each(path, _Reading(path, options).article)


class _Reading:
    def __init__(self, path: Path, options: ImportOptions) -> None:
        self._path = path
        self._options = options
        self._offsets = Offsets(options.own.text(OFFSET_UNIT.name), self._evidence)

    def article(self, item: Value) -> Imported:
        fields = Fields(item.value, "the document")
        text = fields.text("text")
        spans = [_flat(one) for one in fields.items("denotations")]
        draft = ArticleDraft(text, item.where, self._offsets.move(text, claims_in(spans)))
        if spans:
            layer = draft.layer(annotator_of(self._options, fields.peek("project")))
            values = _attributes(fields.items("attributes"))
            for number, span in enumerate(spans, 1):
                what = f"denotation {number}"
                try:
                    found = read_span(span, what)
                except ImportFailure as error:
                    flaw(draft, what, error)
                    continue
                given = values.get(found.key, {})
                SpanValue(found.start, found.end, found.label, None, found.key, given).add_to(
                    layer, what
                )
            for link in map(as_object, fields.items("relations")):
                keys = link or {}
                ends = as_text(keys.get("subj")) or "", as_text(keys.get("obj")) or ""
                layer.link(as_text(keys.get("pred")) or "relation", *ends)
        fields.drop("relations", "attributes", "project")
        if fields.peek("url") is None and isinstance(target := fields.peek("target"), str):
            fields.drop("target")
            fields.rest["url"] = target
        return finish(draft, fields, self._options)

    def _evidence(self) -> Evidence:
        for item in read_values(self._path, is_whole=True):
            keys = as_object(None if isinstance(item, Broken) else item.value) or {}
            text = keys.get("text")
            if isinstance(text, str):
                yield text, claims_in(map(_flat, as_list(keys.get("denotations")) or ()))


def _flat(item: object) -> object:
    """Return a denotation as an object of start, end and label; one of several pieces from its first to its last."""
    keys = as_object(item)
    if keys is None:
        return item
    span = keys.get("span")
    pieces = [as_object(one) or {} for one in as_list(span) or [span]]
    begins, ends = [one.get("begin") for one in pieces], [one.get("end") for one in pieces]
    return {"id": keys.get("id"), "start": begins[0], "end": ends[-1], "label": keys.get("obj")}


def _attributes(items: list[object]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for keys in (as_object(item) or {} for item in items):
        name, of, value = (as_text(keys.get(key)) for key in ("pred", "subj", "obj"))
        if keys.get("obj") is True:
            value = "true"
        if name and of and value:
            found.setdefault(of, {})[name] = value
    return found


def sniff(head: Head) -> Sniffed:
    keys = head.keys
    is_mine = isinstance(keys.get("text"), str) and isinstance(keys.get("denotations"), list)
    return Sniffed(Confidence.SIGNED, "a text with denotations") if is_mine else NOT_MINE


IMPORTER = Importer(
    "pubannotation",
    Words("PubAnnotation", "صيغة PubAnnotation"),
    Words(
        "A text with denotations, relations and attributes, as PubAnnotation and TextAE exchange them.",
        "نص بوسومه وروابطه وقيمه كما تتبادلها PubAnnotation وTextAE.",
    ),
    (),
    read,
    sniff,
    (ANNOTATOR, OFFSET_UNIT, FIRST_LINE_IS_TITLE),
    holds=Holds(attributes=True, relations=True, nested=True, crossing=True, sub_word=True),
    tools=("PubAnnotation", "TextAE"),
)
