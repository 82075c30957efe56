"""Label Studio's exports, JSON and JSON_MIN: tasks with a text and the regions that annotators marked in it.

Offsets are UTF-16 units where a browser wrote them and code points in newer versions: they are told by the words of the regions.
Cancelled annotations are nobody's work; predictions come in on request, as suggestions.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from annotator.errors import AnnotatorError, ImportFailure
from annotator.format_facts import Holds
from annotator.importers.base import (
    Imported,
    Importer,
    ImportOptions,
    Noted,
    Outcome,
    Refused,
    Taken,
)
from annotator.importers.common_options import (
    ANNOTATOR,
    FIRST_LINE_IS_TITLE,
    OFFSET_UNIT,
    TEXT_KEY,
)
from annotator.importers.drafting import UNREADABLE, ArticleDraft
from annotator.importers.files import explain
from annotator.importers.head import NOT_MINE, Confidence, Head, Sniffed
from annotator.importers.objects.fields import Fields, as_list, as_text, refuse_surrogates
from annotator.importers.objects.json_values import Broken, read_values
from annotator.importers.objects.values_read import finish
from annotator.importers.offsets import Claim, Evidence, Offsets
from annotator.model import Origin, Status
from annotator.options import Kind, Option, Words

PREDICTIONS = Option(
    "predictions",
    Words("Take predictions too", "أخذ التوقعات أيضًا"),
    Words(
        "What a model predicted becomes a layer of its own, under the model's name.",
        "يصير ما توقّعه نموذج طبقة قائمة بذاتها باسم النموذج.",
    ),
    Kind.FLAG,
    default=False,
)

_REGION = "labels"
_ZONE = "zone"
"""The control with which a region out of scope is marked, as Hashiya's labelling interface calls it."""

Object = Mapping[str, object]


def read(path: Path, options: ImportOptions) -> Iterator[Outcome]:
    """Yield a task's article with a layer for each annotator; see `importers.base.Importer`."""
    reading = _Reading(path, options)
    try:
        yield from reading.outcomes()
    except OSError as error:
        yield Refused(str(path), explain(error))


class _Reading:
    def __init__(self, path: Path, options: ImportOptions) -> None:
        self._path = path
        self._options = options
        self._taken = Taken()
        self._offsets = Offsets(options.own.text(OFFSET_UNIT.name), self._evidence)
        self._numbers: set[str] = set()
        self._addresses: dict[str, str] = {}
        self._cancelled = self._predicted = 0

    def outcomes(self) -> Iterator[Outcome]:
        for item in read_values(self._path, is_whole=True):
            if isinstance(item, Broken):
                yield Refused(item.where, item.reason)
                continue
            try:
                if item.suspect:
                    refuse_surrogates(item.value)
                imported = self._task(item.value, item.where)
            except AnnotatorError as error:
                yield Refused(item.where, str(error))
            else:
                yield self._taken.once(imported, item.where)
        if self._cancelled:
            yield Noted(f"passed over {self._cancelled} annotation(s) that were cancelled")
        for number in sorted(self._numbers & self._addresses.keys()):
            yield Noted(
                f"annotator {number} is {self._addresses[number]} in other tasks: one layer each was made"
            )
        if self._predicted:
            yield Noted(
                f"passed over {self._predicted} prediction(s); --predictions takes them too"
            )

    def _task(self, value: object, where: str) -> Imported:
        fields = Fields(value, "the task")
        data = _object(fields.peek("data")) or {}
        if not data and fields.has("text"):
            return self._small(fields, where)
        key = self._key_of(data)
        text = str(data[key])
        works = list(self._works(fields))
        move = self._offsets.move(text, [c for _, work, _ in works for c in _claims(work)])
        draft = ArticleDraft(text, where, move)
        for who, work, origin in works:
            self._layer(draft, who, work, origin)
        rest = {name: one for name, one in data.items() if name != key}
        return self._finish(draft, rest)

    def _small(self, fields: Fields, where: str) -> Imported:
        """Return the article of a task of JSON_MIN: its regions are under the name of the tag that made them."""
        text = fields.text("text")
        who = self._name(fields.peek("annotator"))
        regions: list[object] = []
        for key, one in list(fields.rest.items()):
            items = as_list(one)
            if items and all("start" in (_object(item) or {}) for item in items):
                regions += [{"value": item, "type": _REGION} for item in items]
                fields.drop(key)
        work = {"result": regions}
        draft = ArticleDraft(text, where, self._offsets.move(text, list(_claims(work))))
        self._layer(draft, who, work, Origin.IMPORTED)
        fields.drop("annotator", "annotation_id", "lead_time", "created_at", "updated_at", "id")
        return self._finish(draft, fields.rest)

    def _key_of(self, data: Object) -> str:
        key = self._options.own.optional_text(TEXT_KEY.name)
        texts = {name: one for name, one in data.items() if isinstance(one, str)}
        wanted = key or ("text" if "text" in texts else "")
        if wanted in texts:
            return wanted
        if not key and len(texts) == 1:
            return next(iter(texts))
        raise ImportFailure(
            f"the task's data has no text under {key or 'text'!r}, but {', '.join(data) or 'nothing'}: name the key (--text-key)"
        )

    def _works(self, fields: Fields) -> Iterator[tuple[str, Object, str]]:
        """Yield whose each annotation of the task is, it, and its origin; those that do not count are only counted."""
        for item in (*fields.items("annotations", "completions"),):
            work = _object(item) or {}
            if work.get("was_cancelled"):
                self._cancelled += 1
            else:
                named = as_text(work.get("annotator"))  # where Hashiya wrote the file
                yield named or self._name(work.get("completed_by")), work, Origin.IMPORTED
        for item in fields.items("predictions"):
            work = _object(item) or {}
            if self._options.own.flag(PREDICTIONS.name):
                yield as_text(work.get("model_version")) or "model", work, Origin.SUGGESTED
            else:
                self._predicted += 1

    def _name(self, who: object) -> str:
        """Return an annotator's name: their address or name where the task says it, else the one given, else the number."""
        person = _object(who)
        if person is None:
            key = as_text(who) or ""
            self._numbers.add(key)
            return key or self._options.own.optional_text(ANNOTATOR.name) or "annotator"
        key = as_text(person.get("id")) or ""
        name = as_text(person.get("email")) or as_text(person.get("username")) or key
        self._addresses[key] = name
        return name or "annotator"

    def _layer(self, draft: ArticleDraft, who: str, work: Object, origin: str) -> None:
        status = Status.DONE if origin == Origin.IMPORTED else Status.IN_PROGRESS
        layer = draft.layer(who, next((s for s in Status if s == work.get("status")), status))
        results = [_object(item) or {} for item in as_list(work.get("result")) or ()]
        said = _beside(results)
        for number, result in enumerate(results, 1):
            value = _object(result.get("value")) or {}
            labels = [one for one in as_list(value.get("labels")) or () if isinstance(one, str)]
            key = as_text(result.get("id")) or str(number)
            if result.get("type") == "relation":
                kind = next((str(one) for one in as_list(result.get("labels")) or ()), "relation")
                ends = str(result.get("from_id")), str(result.get("to_id"))
                layer.link(kind, *(reversed(ends) if result.get("direction") == "left" else ends))
            elif labels or result.get("type") == _REGION:
                start, end = value.get("start"), value.get("end")
                if not (isinstance(start, int) and isinstance(end, int) and labels):
                    draft.flaw(
                        f"annotation(s) {UNREADABLE}",
                        f"region {key}",
                        "it has no start, end and label",
                    )
                    continue
                if result.get("from_name") == _ZONE:
                    layer.zone(start, end, labels[0])
                    continue
                words = value.get("text")
                attributes, note = said.get(key, ({}, ""))
                for one in labels:
                    layer.add(
                        start,
                        end,
                        one,
                        claimed=words if isinstance(words, str) else None,
                        key=key,
                        attributes=attributes,
                        note=note,
                        origin=origin,
                    )

    def _finish(self, draft: ArticleDraft, rest: Object) -> Imported:
        return finish(draft, Fields(dict(rest), "data"), self._options)

    def _evidence(self) -> Evidence:
        for item in read_values(self._path, is_whole=True):
            task = _object(None if isinstance(item, Broken) else item.value) or {}
            data = _object(task.get("data")) or {}
            text = data.get("text")
            for work in as_list(task.get("annotations")) or ():
                if isinstance(text, str):
                    yield text, list(_claims(_object(work) or {}))


_VALUES = {"choices": "choices", "textarea": "text", "number": "number", "rating": "rating"}
"""Where each kind of answer about a region has its value."""


def _beside(results: list[Object]) -> dict[str, tuple[dict[str, str], str]]:
    """Return the values and the note of each region: answers that have the region's id."""
    found: dict[str, tuple[dict[str, str], str]] = {}
    for result in results:
        value, key = _object(result.get("value")) or {}, as_text(result.get("id"))
        given = value.get(_VALUES.get(str(result.get("type")), ""))
        if key is None or given is None:
            continue
        words = ", ".join(filter(None, map(as_text, as_list(given) or [given])))
        name = str(result.get("from_name") or "value")
        is_note = name in ("note", "comment")
        name = name.removeprefix("value.")
        values, note = found.get(key, ({}, ""))
        if is_note:
            found[key] = values, words
        else:
            found[key] = {**values, name: words}, note
    return found


def _claims(work: Object) -> Iterator[Claim]:
    for item in as_list(work.get("result")) or ():
        value = _object((_object(item) or {}).get("value")) or {}
        start, end, words = value.get("start"), value.get("end"), value.get("text")
        if isinstance(start, int) and isinstance(end, int):
            yield Claim(start, end, words if isinstance(words, str) else None)


def _object(value: object) -> Object | None:
    return cast("Object", value) if isinstance(value, dict) else None


def sniff(head: Head) -> Sniffed:
    keys = head.keys
    is_task = isinstance(keys.get("data"), dict) and keys.keys() & {
        "annotations",
        "predictions",
        "completions",
    }
    is_small = {"annotation_id", "lead_time"} <= keys.keys()
    is_mine = bool(is_task) or is_small
    return Sniffed(Confidence.SIGNED, "tasks of Label Studio") if is_mine else NOT_MINE


IMPORTER = Importer(
    "label-studio",
    Words("Label Studio", "منصة Label Studio"),
    Words(
        "Tasks as Label Studio exports them (JSON or JSON_MIN): a layer for each annotator, with links and values.",
        "المهام كما يصدّرها Label Studio (JSON أو JSON_MIN): طبقة لكل واسم مع الروابط والقيم.",
    ),
    (),
    read,
    sniff,
    (ANNOTATOR, OFFSET_UNIT, PREDICTIONS, TEXT_KEY, FIRST_LINE_IS_TITLE),
    holds=Holds(
        several_layers=True,
        attributes=True,
        relations=True,
        zones=True,
        notes=True,
        nested=True,
        crossing=True,
        sub_word=True,
        status=True,
    ),
    tools=("Label Studio",),
)
