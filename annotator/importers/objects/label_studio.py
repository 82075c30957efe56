"""Label Studio's exports, JSON, JSON_MIN, CSV and TSV: tasks with a text and the regions that annotators marked in it.

Offsets are UTF-16 units where a browser wrote them and code points in newer versions: they are told by the words of the regions.
Cancelled annotations are nobody's work; predictions come in on request, as suggestions.
"""

from collections import Counter
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
from annotator.importers.objects.json_values import Broken, Value, read_values
from annotator.importers.objects.label_studio_regions import (
    REGION,
    answers,
    claims_of,
    ids_of_regions,
    is_region,
    key_of_text,
    labels_of,
    range_of,
    results_of,
)
from annotator.importers.objects.label_studio_tables import is_table, tasks_in_table
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

_ZONE = "zone"
"""The control with which a region out of scope is marked, as Hashiya's labelling interface calls it."""

_OF_SMALL = ("annotator", "annotation_id", "lead_time", "created_at", "updated_at", "id")
_OF_TASK = {"id", "data", "meta", "project", "created_at", "updated_at", "inner_id", "file_upload"}
"""What a task has that nobody annotated yet."""

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
        self._cancelled = self._predicted = self._drafts = 0
        self._answers: Counter[str] = Counter()

    def outcomes(self) -> Iterator[Outcome]:
        for item in self._values():
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
        if self._drafts:
            yield Noted(f"passed over {self._drafts} draft(s), which nobody submitted")
        for name, number in self._answers.items():
            yield Noted(
                f"passed over {number} answer(s) to {name!r}, which are about a whole text and have no place here"
            )

    def _values(self) -> Iterator[Value | Broken]:
        return tasks_in_table(self._path) or read_values(self._path, is_whole=True)

    def _task(self, value: object, where: str) -> Imported:
        fields = Fields(value, "the task")
        data = _object(fields.peek("data")) or {}
        if not data and not fields.has("data"):
            return self._small(fields, where)
        works = list(self._works(fields))
        key = self._key_of(data, [c for _, work, _ in works for c in claims_of(work)])
        text = str(data[key])
        move = self._offsets.move(text, [c for _, work, _ in works for c in claims_of(work)])
        draft = ArticleDraft(text, where, move)
        for who, work, origin in works:
            self._layer(draft, who, work, origin)
        rest = {name: one for name, one in data.items() if name != key}
        return self._finish(draft, rest)

    def _small(self, fields: Fields, where: str) -> Imported:
        """Return the article of a task of JSON_MIN: its regions are under the name of the tag that made them."""
        who = self._name(fields.peek("annotator"))
        regions: list[object] = []
        for key, one in list(fields.rest.items()):
            items = as_list(one)
            if items and all("start" in (_object(item) or {}) for item in items):
                regions += [{"value": item, "type": REGION} for item in items]
                fields.drop(key)
        work = {"result": regions}
        fields.drop(*_OF_SMALL)
        claims = list(claims_of(work))
        text = fields.text(self._key_of(fields.rest, claims))
        draft = ArticleDraft(text, where, self._offsets.move(text, claims))
        self._layer(draft, who, work, Origin.IMPORTED)
        return self._finish(draft, fields.rest)

    def _key_of(self, data: Object, claims: list[Claim]) -> str:
        key = self._options.own.optional_text(TEXT_KEY.name)
        texts = {name: one for name, one in data.items() if isinstance(one, str)}
        wanted = key or ("text" if "text" in texts else "")
        if wanted in texts:
            return wanted
        if not key and len(texts) == 1:
            return next(iter(texts))
        if not key and (found := key_of_text(data, claims)) is not None:
            return found
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
        self._drafts += len(as_list(fields.peek("drafts")) or ())
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
        results = results_of(work)
        regions = ids_of_regions(results)
        labelled = {as_text(one.get("id")) or "" for one in results if labels_of(one, regions)}
        about = [one for one in results if not labels_of(one, regions)]
        said, others = answers(about, labelled)
        self._answers.update(others)
        for number, result in enumerate(results, 1):
            value = _object(result.get("value")) or {}
            labels = labels_of(result, regions)
            key = as_text(result.get("id")) or str(number)
            if result.get("type") == "relation":
                kind = next((str(one) for one in as_list(result.get("labels")) or ()), "relation")
                ends = str(result.get("from_id")), str(result.get("to_id"))
                layer.link(kind, *(reversed(ends) if result.get("direction") == "left" else ends))
            elif labels or is_region(result):
                place = range_of(value)
                if place is None or not labels:
                    draft.flaw(
                        f"annotation(s) {UNREADABLE}",
                        f"region {key}",
                        "it has no start, end and label",
                    )
                    continue
                start, end = place
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
        for item in self._values():
            task = _object(None if isinstance(item, Broken) else item.value) or {}
            data = _object(task.get("data")) or {}
            text = data.get("text")
            for work in as_list(task.get("annotations")) or ():
                if isinstance(text, str):
                    yield text, list(claims_of(_object(work) or {}))


def _object(value: object) -> Object | None:
    return cast("Object", value) if isinstance(value, dict) else None


def sniff(head: Head) -> Sniffed:
    keys = head.keys
    is_task = isinstance(keys.get("data"), dict) and keys.keys() & {
        "annotations",
        "predictions",
        "completions",
    }
    is_bare = isinstance(keys.get("data"), dict) and keys.keys() <= _OF_TASK
    is_small = {"annotation_id", "lead_time"} <= keys.keys()
    is_mine = bool(is_task) or is_bare or is_small or is_table(head)
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
