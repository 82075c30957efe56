"""Annotations as other programs write them in JSON: objects of start, end and label, or lists of the three."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from annotator.errors import ImportFailure
from annotator.importers.drafting import UNREADABLE, ArticleDraft, LayerDraft
from annotator.importers.objects.fields import Fields, as_list, as_number, as_object, as_text
from annotator.importers.objects.layer_fields import loose_attributes, loose_note, take_label
from annotator.importers.offsets import Claim

STARTS, ENDS = ("start", "start_offset", "begin"), ("end", "end_offset")


@dataclass(frozen=True, slots=True)
class SpanValue:
    """An annotation as the file has it: its offsets and its label, and what else is said. ``words`` are its own."""

    start: int
    end: int
    label: str
    words: str | None = None
    key: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict[str, str])
    note: str = ""

    def add_to(self, layer: LayerDraft, what: str = "") -> None:
        layer.add(
            self.start,
            self.end,
            self.label,
            claimed=self.words,
            key=self.key,
            attributes=self.attributes,
            note=self.note,
            what=what,
        )


def read_span(item: object, what: str, label_key: str = "") -> SpanValue:
    """Return the annotation of an object or of a list of start, end and label; raise `ImportFailure` where it is none."""
    parts = as_list(item)
    if parts is not None and len(parts) >= 3 and as_object(parts[0]) is None:
        item = dict(zip(("start", "end", "label"), parts, strict=False))
    fields = Fields(item, what)
    start, end = fields.number(*STARTS), fields.number(*ENDS)
    return SpanValue(
        start,
        end,
        take_label(fields, label_key),
        words if isinstance(words := fields.peek("text"), str) else None,
        as_text(fields.peek("id")) or "",
        loose_attributes(fields),
        loose_note(fields),
    )


def readable_spans(
    items: Iterable[object], draft: ArticleDraft, label_key: str = ""
) -> list[SpanValue]:
    """Return the annotations of a list; one that cannot be read becomes a flaw of the draft."""
    found: list[SpanValue] = []
    for number, item in enumerate(items, 1):
        what = f"annotation {number}"
        try:
            found.append(read_span(item, what, label_key))
        except ImportFailure as error:
            flaw(draft, what, error)
    return found


def flaw(draft: ArticleDraft, what: str, error: ImportFailure) -> None:
    draft.flaw(f"annotation(s) {UNREADABLE}", what, str(error).removeprefix(f"{what}: "))


def claims_in(items: Iterable[object]) -> list[Claim]:
    """Return what a list claims to hold where, as far as it can be read; for `Offsets`."""
    found: list[Claim] = []
    for item in items:
        keys = as_object(item)
        parts = as_list(item) or []
        if keys is not None:
            ends = [next((keys[k] for k in names if k in keys), None) for names in (STARTS, ENDS)]
        else:
            ends = parts[:2]
        numbers = [as_number(end) for end in ends]
        if len(numbers) == 2 and None not in numbers:
            words = keys.get("text") if keys is not None else None
            found.append(
                Claim(numbers[0] or 0, numbers[1] or 0, words if isinstance(words, str) else None)
            )
    return found


def is_triple(item: object) -> bool:
    """Tell whether ``item`` is a list of two numbers and a label: what no list of words is by accident."""
    parts = as_list(item)
    return (
        parts is not None
        and len(parts) == 3
        and all(as_number(part) is not None for part in parts[:2])
        and isinstance(parts[2], str)
    )
