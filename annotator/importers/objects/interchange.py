"""One article out of one JSON value: Hashiya's own form ``hashiya/1``, or the lenient one of other programs.

The lenient form is ``text`` with ``spans``, ``annotations`` or ``label``: objects of ``start``, ``end``, ``label`` or
triples of them, end-exclusive, in code points or, where that is what fits, in UTF-16 units. Keys of an article that have no meaning here are kept in its ``extra``.
"""

from typing import cast

from annotator.errors import ImportFailure
from annotator.importers.base import Imported, ImportOptions
from annotator.importers.common_options import (
    ANNOTATOR,
    CODEPOINT,
    LABEL_KEY,
    REPAIR_VISUAL,
    UTF16,
)
from annotator.importers.newlines import Newlines
from annotator.importers.objects.fields import (
    Fields,
    as_list,
    as_text,
    refuse_surrogates,
    shown,
)
from annotator.importers.objects.layer_fields import SPANS, Ground, claim_of, read_layer
from annotator.importers.objects.metadata import foreign_article, own_article
from annotator.importers.offsets import NOTE, Claim, Offsets
from annotator.importers.texts.presentation import put_right
from annotator.model import GOLD, Layer, Status, article_id, text_sha256
from annotator.text import decoding

SCHEMA = "hashiya/1"
_UNITS = {"codepoint": CODEPOINT, "utf16": UTF16, "utf-16": UTF16}
"""What a line may say of its offsets."""

ORIGINAL_ID = "original_id"
"""Where another program's id of an article is kept: Hashiya's own is always made from the text."""


def _no_text(fields: Fields) -> str:
    there = ", ".join(map(str, fields.rest))[:200] or "nothing"
    return (
        f"{fields.what} has no 'text', but {there}: this is JSON of another kind; write it as lines of text and spans, "
        'such as {"text": "…", "spans": [{"start": 0, "end": 3, "label": "actor"}]}'
    )


def read_article(
    value: object, options: ImportOptions, offsets: Offsets, *, suspect: bool = False
) -> Imported:
    """Return the article and layers of one JSON value; raise `AnnotatorError` with the reason to refuse it.

    ``suspect`` asks for a search of every string for lone surrogates, which no UTF-8 file can hold.
    """
    fields = Fields(value, "the line")
    own = _is_own(fields)
    if not fields.has("text"):
        raise ImportFailure(_no_text(fields))
    text = fields.text("text")
    decoding.check(text)
    if suspect:
        refuse_surrogates(fields.rest)
    strange = () if own else _put_aside_what_is_not_ours(fields)
    declared = _check_claims(fields, text)
    newlines = Newlines(text, drop_marks=not own)  # an article of ours is the one it was
    move = offsets.move(text, claims_of(fields.rest), declared)
    label_key = options.own.optional_text(LABEL_KEY.name) or ""
    ground = Ground(
        text, newlines, article_id(newlines.text), move, is_own=own, label_key=label_key
    )
    layers = _named_layers(fields, ground)
    if not own and (layer := _nameless_layer(fields, ground, options)):
        layers = _with_layer(layers, layer)
    notes: tuple[str, ...] = ()
    final = newlines.text
    if not own and not layers:
        final, notes = put_right(final, repair=options.own.flag(REPAIR_VISUAL.name))
    _settle_id(fields, text, final, own=own)
    if own:
        article, said = own_article(fields, final, options)
        return Imported(article, layers, (*said, *_notes(ground)), tuple(ground.flaws))
    kept = tuple(
        f"{key} holds no annotation of the text: kept with the article"
        for key in SPANS
        if fields.peek(key)
    )
    article, said = foreign_article(fields, final, options)
    every = (*notes, *strange, *kept, *said, *_notes(ground))
    return Imported(article, layers, every, tuple(ground.flaws))


def claims_of(value: object) -> list[Claim]:
    """Return every span of a JSON value that has one, in layers too, as far as they are numbers; for `Offsets`."""
    found: list[Claim] = []
    if not isinstance(value, dict):
        return found
    keys = cast("dict[str, object]", value)
    for key in SPANS:
        for item in as_list(keys.get(key)) or ():
            start, end, words = claim_of(item)
            if isinstance(start, int) and isinstance(end, int):
                found.append(Claim(start, end, words if isinstance(words, str) else None))
    for layer in as_list(keys.get("layers")) or ():
        found += claims_of(layer)
    return found


def _is_own(fields: Fields) -> bool:
    schema = fields.peek("schema")
    if not isinstance(schema, str) or not schema.startswith("hashiya/"):
        if fields.has("schema"):
            fields.rest["original_schema"] = fields.rest.pop("schema")
        return False
    if schema != SCHEMA:
        raise ImportFailure(
            f"the line is of schema {schema!r}, and this program reads {SCHEMA!r}: update Hashiya"
        )
    fields.drop("schema")
    return True


def _put_aside_what_is_not_ours(fields: Fields) -> tuple[str, ...]:
    """Keep keys under which another program has something else than we do, and say it where annotations were meant."""
    given, claimed, layers = map(fields.peek, ("id", "text_sha256", "layers"))
    if given is not None and (not as_text(given) or isinstance(given, float)):
        fields.put_aside("id", given)
    if claimed is not None and not isinstance(claimed, str):
        fields.put_aside("text_sha256", claimed)
    if layers is not None and as_list(layers) is None:
        fields.put_aside("layers", layers)
        return (f"layers is {shown(layers)}, no list of layers: kept as original_layers",)
    return ()


def _check_claims(fields: Fields, text: str) -> str:
    """Refuse a line whose text is not the one it was made with, or whose offsets count something else.

    Return what the line says that they count, ``""`` where it does not.
    """
    claimed = fields.optional_text("text_sha256")
    if claimed is not None and claimed.lower() != text_sha256(text):
        raise ImportFailure(
            "text_sha256 is not that of the text: the text was changed after it was written, so its offsets "
            "cannot be trusted; leave text_sha256 out to import it all the same"
        )
    unit = fields.optional_text("offset_unit")
    if unit is not None and unit.lower() not in _UNITS:
        raise ImportFailure(
            f"offset_unit {unit!r} cannot be read: convert the offsets to code points"
        )
    return _UNITS[unit.lower()] if unit is not None else ""


def _settle_id(fields: Fields, text: str, final: str, *, own: bool) -> None:
    given = fields.identifier("id")
    made = article_id(final)
    if given is None or given in (made, article_id(text)):
        return
    if own:
        raise ImportFailure(
            f"id {given!r} is not that of the text, {made!r}: the text was changed, or the id is "
            "another program's; leave it out to have it made"
        )
    fields.rest.setdefault(ORIGINAL_ID, given)


def _named_layers(fields: Fields, ground: Ground) -> tuple[Layer, ...]:
    layers: tuple[Layer, ...] = ()
    for number, item in enumerate(fields.items("layers"), 1):
        layer_fields = Fields(item, f"layer {number}")
        annotator = layer_fields.text("annotator")
        if not annotator.strip():
            raise ImportFailure(f"layer {number}: the annotator's name is blank")
        layer_fields.what = f"layer of {annotator}"
        layers = _with_layer(
            layers, read_layer(layer_fields, annotator, ground, default=Status.NEW)
        )
    if ground.replies and all(layer.annotator != GOLD for layer in layers):
        layers += (Layer(GOLD, ground.article_id, remarks=ground.replies),)
    return layers


def _with_layer(layers: tuple[Layer, ...], layer: Layer) -> tuple[Layer, ...]:
    if any(other.annotator == layer.annotator for other in layers):
        raise ImportFailure(f"the line has more than one layer of {layer.annotator}")
    return (*layers, layer)


def _nameless_layer(fields: Fields, ground: Ground, options: ImportOptions) -> Layer | None:
    """Return the layer that an article of the lenient form carries itself, None where it carries none."""
    key = next((key for key in SPANS if _holds_spans(key, fields.peek(key))), None)
    if key is None:
        return None
    parts = {key: fields.rest.pop(key)}
    parts |= {
        name: fields.rest.pop(name)
        for name in ("relations", "zones", "remarks", "status")
        if fields.has(name) and _is_of_layer(name, fields.peek(name))
    }
    if not any(parts.values()):
        return None
    annotator = options.own.optional_text(ANNOTATOR.name)
    if annotator is None:
        raise ImportFailure(
            f"{key!r} does not say who annotated: name the annotator they belong to (--annotator on the command line)"
        )
    return read_layer(Fields(parts, "the line"), annotator, ground, default=Status.IN_PROGRESS)


def _holds_spans(key: str, value: object) -> bool:
    """Tell whether ``value`` is meant as annotations: ``label`` may as well be the class of the whole text."""
    if value is None or key in ("spans", "annotations", "entities"):
        return value is not None
    items = as_list(value)
    return items is not None and all(isinstance(item, (list, dict)) for item in items)


def _is_of_layer(key: str, value: object) -> bool:
    """Tell whether ``value`` is what a layer has under ``key``: another program's ``status`` is its own."""
    if value is None or key != "status":
        return value is None or as_list(value) is not None
    return value in list(Status)


def _notes(ground: Ground) -> tuple[str, ...]:
    notes: list[str] = [NOTE] if ground.move is not int else []
    if ground.newlines.marks:
        notes.append(
            "dropped the byte order mark at the beginning of the text, and the offsets moved with it"
        )
    if ground.newlines.changed:
        notes.append("line ends became LF, and the offsets moved with them")
    if ground.ignored:
        names = ", ".join(sorted(ground.ignored))
        notes.append(
            f"keys of annotations or layers that have no place here were left out: {names}"
        )
    return tuple(notes)
