"""One layer out of its JSON: annotations, relations, zones, flags, questions and status, each checked against the text.

An annotation, link or zone that cannot be right is a flaw and costs itself; anything else that is wrong costs the article.
"""

import hashlib
from dataclasses import dataclass, field
from sys import intern
from typing import cast

from annotator.errors import ImportFailure
from annotator.importers.base import Flaw
from annotator.importers.drafting import NO_END, UNREADABLE, BadSpanError, derived_id, place
from annotator.importers.newlines import Newlines
from annotator.importers.objects.fields import Fields, as_list, as_text, shown
from annotator.importers.offsets import Move
from annotator.model import Annotation, Layer, Offer, Origin, Relation, Remark, Span, Status, Zone
from annotator.model.remark import reply_to

SPANS = ("annotations", "spans", "label", "labels", "entities")
"""Keys under which Hashiya and others keep annotations."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What the parts of a layer are checked against. ``text`` is as in the file: its offsets count on it."""

    text: str
    newlines: Newlines
    article_id: str
    move: Move
    """What takes offsets of the file to code points."""
    is_own: bool = True  # of Hashiya's own form, in which every type is known
    label_key: str = ""
    """Where another program has the label of an annotation, if it was said."""
    ignored: set[str] = field(default_factory=set[str])  # keys that have no place here, for a note
    flaws: list[Flaw] = field(default_factory=list[Flaw])
    replies: dict[str, Remark] = field(default_factory=dict[str, Remark])
    """What the lead replied, as gold would have it: a file of one annotator's has it beside the question."""


def read_layer(fields: Fields, annotator: str, ground: Ground, *, default: Status) -> Layer:
    """Return the layer that ``fields`` describes; raise `ImportFailure` naming what is wrong with more than a part of it.

    ``default`` is the status where the file gives none.
    """
    what = fields.what
    annotations: dict[str, Annotation] = {}
    known: set[str | None] = set()
    for number, item in enumerate(fields.items(*SPANS), 1):
        annotation = _checked(
            item, f"{what}, annotation {number}", annotator, number, ground, known
        )
        if annotation is None:
            continue
        if annotation.id in annotations:
            raise ImportFailure(
                f"{what}, annotation {number}: id {annotation.id!r} is used twice in the layer"
            )
        annotations[annotation.id] = annotation
    relations = _relations(fields, what, annotations, ground, known)
    zones = _zones(fields, what, ground)
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


def _checked(
    item: object, what: str, annotator: str, number: int, ground: Ground, known: set[str | None]
) -> Annotation | None:
    """Return the annotation, or None after noting its flaw. ``known`` collects the ids of all, flawed ones too."""
    try:
        fields = Fields(_named(item), what)
        known.add(as_text(fields.peek("id")))
        return _annotation(fields, annotator, number, ground)
    except BadSpanError as error:
        ground.flaws.append(Flaw(f"annotation(s) {error.kind}", what, str(error)))
    except ImportFailure as error:
        ground.flaws.append(
            Flaw(f"annotation(s) {UNREADABLE}", what, str(error).removeprefix(f"{what}: "))
        )
    return None


def _annotation(fields: Fields, annotator: str, number: int, ground: Ground) -> Annotation:
    start, end = fields.number("start", "start_offset"), fields.number("end", "end_offset")
    span = _span(start, end, ground, fields.optional_text("text"))
    given = fields.text("label") if ground.is_own else take_label(fields, ground.label_key)
    label = intern(given)  # one string for all, as layers are held in memory
    annotation = Annotation(
        fields.identifier("id") or derived_id(ground.article_id, annotator, number, span, label),
        span,
        label,
        fields.texts("attributes") if ground.is_own else loose_attributes(fields),
        fields.text("note", default="") if ground.is_own else loose_note(fields),
        fields.text("origin", default=Origin.IMPORTED.value),
        _offer(fields, ground) if ground.is_own else None,
    )
    ground.ignored.update(fields.rest)
    return annotation


def _offer(fields: Fields, ground: Ground) -> Offer | None:
    """Return the suggestion that an annotation was made of; whether it was edited follows from what it proposed."""
    if fields.peek("offer") is None:
        return None
    offer = Fields(fields.peek("offer"), f"{fields.what}, offer")
    fields.drop("offer")
    score = offer.peek("score")
    if isinstance(score, bool) or not isinstance(score, int | float) or not 0 <= score <= 1:
        raise ImportFailure(f"{offer.what}: 'score' is {shown(score)}, not a number from 0 to 1")
    return Offer(
        offer.text("engine"),
        float(score),
        _span(offer.number("start"), offer.number("end"), ground, None),
        intern(offer.text("label")),
        offer.texts("attributes"),
    )


def take_label(fields: Fields, label_key: str = "") -> str:
    """Return another program's label: under ``label_key``, ``label`` or ``labels``, as text or as the only one of a list.

    Raise `ImportFailure` where there is none, or more than one.
    """
    keys = (label_key,) if label_key else ("label", "labels")
    key = next((one for one in keys if fields.peek(one) is not None), keys[0])
    several = as_list(fields.peek(key))
    if several is None:
        if fields.peek(key) is None:
            raise ImportFailure(
                f"{fields.what} has no {key!r}: name the key its label is under (--label-key)"
            )
        return fields.text(key)
    fields.drop(key)
    if len(several) != 1 or not isinstance(several[0], str):
        raise ImportFailure(f"{fields.what}: {key!r} is {shown(several)} and not one label")
    return several[0]


def loose_attributes(fields: Fields) -> dict[str, str]:
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


def loose_note(fields: Fields) -> str:
    text = as_text(fields.peek("note"))
    if text is not None:
        fields.drop("note")
    return text or ""


def _named(item: object) -> object:
    """Return ``[start, end, label]`` as an object; anything else as it is."""
    parts = as_list(item)
    if parts is not None and len(parts) == 3:
        return dict(zip(("start", "end", "label"), parts, strict=True))
    return item


def claim_of(item: object) -> tuple[object, object, object]:
    """Return start, end and words of what may be an annotation, whatever they are."""
    named = _named(item)
    if not isinstance(named, dict):
        return None, None, None
    keys = cast("dict[str, object]", named)
    return (
        keys.get("start", keys.get("start_offset")),
        keys.get("end", keys.get("end_offset")),
        keys.get("text"),
    )


def _span(start: int, end: int, ground: Ground, claimed: str | None) -> Span:
    return place(ground.text, ground.newlines, start, end, claimed, ground.move)


def _relations(
    fields: Fields,
    what: str,
    annotations: dict[str, Annotation],
    ground: Ground,
    known: set[str | None],
) -> list[Relation]:
    """Return the links. One of an annotation that was left out goes with it; that is no flaw of its own."""
    found: list[Relation] = []
    for number, item in enumerate(fields.items("relations"), 1):
        link = Fields(item, f"{what}, relation {number}")
        name = link.text("type")
        ends = link.identifier("head", "from_id"), link.identifier("dependent", "to_id")
        lost = next((end for end in ends if end not in annotations), "")
        if lost == "":
            found.append(Relation(name, str(ends[0]), str(ends[1])))
        elif lost is None or lost not in known:
            reason = (
                f"a {name} relation points at annotation {shown(lost)}, which is not in the layer"
            )
            ground.flaws.append(Flaw(f"link(s) {NO_END}", what, reason))
    return found


def _zones(fields: Fields, what: str, ground: Ground) -> list[Zone]:
    found: list[Zone] = []
    for item in fields.items("zones"):
        zone = Fields(item, f"{what}, zone")
        start, end = zone.number("start"), zone.number("end")
        try:
            span = _span(start, end, ground, zone.optional_text("text"))
        except BadSpanError as error:
            ground.flaws.append(Flaw(f"zone(s) {error.kind}", zone.what, str(error)))
        else:
            found.append(Zone(span, zone.text("kind", "zone", default="boilerplate")))
    return found


def _remark(item: object, what: str, ground: Ground) -> Remark:
    fields = Fields(item, f"{what}, flag or question")
    span = None
    if fields.peek("start") is not None or fields.peek("end") is not None:
        start, end = fields.number("start"), fields.number("end")
        try:
            span = _span(start, end, ground, None)
        except BadSpanError as error:
            raise ImportFailure(f"{fields.what}: {error}") from None
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
