"""One layer out of its JSON: annotations, relations, zones, flags, questions and status, each checked against the text and the schema."""

import hashlib
from dataclasses import dataclass, field
from typing import cast

from annotator.errors import ImportFailure
from annotator.importers import mismatch
from annotator.importers.fields import Fields, as_list, as_text, shown
from annotator.importers.newlines import Newlines
from annotator.model import Annotation, Layer, Origin, Relation, Remark, Schema, Span, Status, Zone
from annotator.model.remark import reply_to

SPANS = ("annotations", "spans", "label", "labels", "entities")
"""Keys under which Hashiya and others keep annotations."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What the parts of a layer are checked against. ``text`` is as in the file: its offsets count on it."""

    text: str
    newlines: Newlines
    article_id: str
    schema: Schema
    is_own: bool = True  # of Hashiya's own form, in which every type is known
    ignored: set[str] = field(default_factory=set[str])  # keys that have no place here, for a note
    unverified: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    """Offsets of annotations that do not say which words they mean."""
    replies: dict[str, Remark] = field(default_factory=dict[str, Remark])
    """What the lead replied, as gold would have it: a file of one annotator's has it beside the question."""


def read_layer(fields: Fields, annotator: str, ground: Ground, *, default: Status) -> Layer:
    """Return the layer that ``fields`` describes; raise `ImportFailure` naming the first thing that is wrong.

    ``default`` is the status where the file gives none.
    """
    what = fields.what
    annotations: dict[str, Annotation] = {}
    for number, item in enumerate(fields.items(*SPANS), 1):
        annotation = _annotation(item, f"{what}, annotation {number}", annotator, number, ground)
        if annotation.id in annotations:
            raise ImportFailure(
                f"{what}, annotation {number}: id {annotation.id!r} is used twice in the layer"
            )
        annotations[annotation.id] = annotation
    relations = [_relation(item, what, annotations, ground) for item in fields.items("relations")]
    zones = [_zone(item, what, ground) for item in fields.items("zones")]
    remarks = [_remark(item, what, ground) for item in fields.items("remarks")]
    if len({remark.id for remark in remarks}) < len(remarks):
        raise ImportFailure(f"{what}: two flags or questions have one id")
    status = known_status(fields.text("status", default=default.value), what)
    guidelines = fields.text("guidelines_sha256", default="")
    ground.ignored.update(fields.rest)
    return Layer(
        annotator,
        ground.article_id,
        status,
        annotations,
        frozenset(relations),
        frozenset(zones),
        remarks={remark.id: remark for remark in remarks},
        guidelines=guidelines,
    )


def _annotation(item: object, what: str, annotator: str, number: int, ground: Ground) -> Annotation:
    fields = Fields(_named(item), what)
    start, end = fields.number("start", "start_offset"), fields.number("end", "end_offset")
    claimed = fields.optional_text("text")
    span = _span(start, end, what, ground, claimed)
    if claimed is None:
        ground.unverified.append((start, end))
    label = known_label(fields.text("label"), what, ground.schema)
    annotation = Annotation(
        fields.identifier("id") or derived_id(ground.article_id, annotator, number, span, label),
        span,
        label,
        fields.texts("attributes") if ground.is_own else _loose_attributes(fields),
        fields.text("note", default="") if ground.is_own else _loose_note(fields),
        fields.text("origin", default=Origin.IMPORTED.value),
    )
    ground.ignored.update(fields.rest)
    return annotation


def _loose_attributes(fields: Fields) -> dict[str, str]:
    """Return another program's attributes: numbers as text, and what is no text left to be told as left out."""
    given = fields.peek("attributes")
    if not isinstance(given, dict):
        return {}
    fields.drop("attributes")
    found: dict[str, str] = {}
    for name, value in cast("dict[str, object]", given).items():
        text = as_text(value)
        if text:
            found[name] = text
        elif value not in (None, ""):
            fields.rest[f"attributes.{name}"] = value
    return found


def _loose_note(fields: Fields) -> str:
    text = as_text(fields.peek("note"))
    if text is not None:
        fields.drop("note")
    return text or ""


def derived_id(article_id: str, annotator: str, number: int, span: Span, label: str) -> str:
    """Return the id of an annotation that came without one: reading the same file again gives the same id."""
    seed = f"{article_id} {annotator} {number} {span.start} {span.end} {label}"
    return hashlib.sha256(seed.encode("utf-8")).hexdigest()[:12]


def _named(item: object) -> object:
    """Return ``[start, end, label]`` as an object; anything else as it is."""
    parts = as_list(item)
    if parts is not None and len(parts) == 3:
        return dict(zip(("start", "end", "label"), parts, strict=True))
    return item


def _span(start: int, end: int, what: str, ground: Ground, claimed: str | None) -> Span:
    if not 0 <= start < end <= len(ground.text):
        raise ImportFailure(f"{what}: {mismatch.explain_range(ground.text, start, end, claimed)}")
    if claimed is not None and ground.text[start:end] != claimed:
        raise ImportFailure(f"{what}: {mismatch.explain(ground.text, start, end, claimed)}")
    moved_start, moved_end = ground.newlines.move(start), ground.newlines.move(end)
    if moved_start == moved_end:
        raise ImportFailure(
            f"{what}: [{start}, {end}) holds half a line end (a CR before its LF) or a byte order mark, and nothing else"
        )
    return Span(moved_start, moved_end)


def known_label(name: str, what: str, schema: Schema) -> str:
    """Return the schema's label of that name, in small or capital letters; raise `ImportFailure` naming the known ones."""
    label = schema.label(name) or schema.label(name.lower())
    if label is None:
        known = ", ".join(schema.label_names)
        raise ImportFailure(
            f"{what}: label {name!r} is not in the schema, whose labels are {known}: rename it, or add it to the schema"
        )
    return label.name


def _relation(
    item: object, what: str, annotations: dict[str, Annotation], ground: Ground
) -> Relation:
    fields = Fields(item, f"{what}, relation")
    name = fields.text("type")
    known = [relation.name for relation in ground.schema.relations]
    if name not in known:
        names = ", ".join(known) or "none"
        raise ImportFailure(
            f"{what}: relation type {name!r} is not in the schema, whose relations are: {names}"
        )
    ends = fields.identifier("head", "from_id"), fields.identifier("dependent", "to_id")
    for end in ends:
        if end not in annotations:
            raise ImportFailure(
                f"{what}: a {name} relation points at annotation {shown(end)}, which is not in the layer"
            )
    return Relation(name, str(ends[0]), str(ends[1]))


def _zone(item: object, what: str, ground: Ground) -> Zone:
    fields = Fields(item, f"{what}, zone")
    start, end = fields.number("start"), fields.number("end")
    span = _span(start, end, f"{what}, zone", ground, fields.optional_text("text"))
    return Zone(span, fields.text("kind", "zone", default="boilerplate"))


def _remark(item: object, what: str, ground: Ground) -> Remark:
    fields = Fields(item, f"{what}, flag or question")
    span = None
    if fields.peek("start") is not None or fields.peek("end") is not None:
        start, end = fields.number("start"), fields.number("end")
        span = _span(start, end, fields.what, ground, None)
    identifier = fields.identifier("id")
    kind, text = fields.text("kind"), fields.text("text", default="")
    if identifier is None:
        seed = f"{ground.article_id} {what} {kind} {span} {text}"
        identifier = hashlib.sha256(seed.encode("utf-8")).hexdigest()[:12]
    settled = fields.peek("settled")
    if settled not in (None, True, False):
        raise ImportFailure(f"{fields.what}: 'settled' is {shown(settled)}, not true or false")
    fields.drop("settled")
    remark = Remark(
        identifier,
        kind,
        text,
        span,
        fields.text("annotation", default=""),
        fields.text("made", default=""),
        settled is True,
        fields.text("answer", default=""),
    )
    reply = fields.text("reply", default="")
    if reply:
        ground.replies[identifier] = reply_to(remark, span, reply, remark.made)
    ground.ignored.update(fields.rest)
    return remark


def known_status(name: str, what: str) -> Status:
    try:
        return Status(name)
    except ValueError:
        known = ", ".join(status.value for status in Status)
        raise ImportFailure(f"{what}: status {name!r} is not one of {known}") from None
