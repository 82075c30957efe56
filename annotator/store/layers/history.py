"""What happened to a layer, from its journals: who changed what and when, and what can still be undone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from annotator import edits
from annotator.edits import Edit
from annotator.errors import EditError
from annotator.model import Annotation, Layer, Relation, Remark, Status, Zone
from annotator.store.files.records import Row, Tables
from annotator.store.journal.journals import Step
from annotator.store.journal.lines import Entry, Operation
from annotator.store.layers import rows
from annotator.store.layers.replay import REPLACE


class ChangeKind(StrEnum):
    """What happened to an annotation."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class AnnotationChange:
    """One change of one annotation: when (UTC, ISO 8601), by whom, on which computer, and what it was and became."""

    at: str
    by: str
    device: str
    before: Annotation | None
    after: Annotation | None

    @property
    def kind(self) -> ChangeKind:
        if self.before is None:
            return ChangeKind.ADDED
        return ChangeKind.REMOVED if self.after is None else ChangeKind.CHANGED


@dataclass(frozen=True, slots=True)
class PastEdit:
    """An edit of an earlier session, as the journal has it; `Inverse` of it takes it back."""

    at: str
    edit: Edit


def changes_of(
    annotation_id: str, steps: Iterable[Step], annotator: str
) -> Iterator[AnnotationChange]:
    """Yield what happened to one annotation, the oldest change first."""
    current: Annotation | None = None
    for device, entry, _ in steps:
        before, by = current, annotator
        for operation in entry.o:
            if operation.kind == REPLACE:
                found = _in_snapshot(operation, annotation_id)
            elif operation.table == rows.SPANS and _uid(operation) == annotation_id:
                found = operation.new
            else:
                continue
            current = rows.to_annotation(found) if found else None
            by = str((found or {}).get("by") or annotator)
        if current != before:
            yield AnnotationChange(entry.t, by, device, before, current)


def undoable(steps: Iterable[Step], layer: Layer, limit: int) -> tuple[PastEdit, ...]:
    """Return the last edits that can be taken back from ``layer`` one after the other, the newest last.

    An edit that was undone later is not among them, nor anything before a change made by another program.
    """
    stack: list[tuple[str, frozenset[_Part]]] = []
    for _, entry, _ in steps:
        if any(operation.kind == REPLACE for operation in entry.o):
            stack.clear()
        parts = frozenset(_parts(entry))
        if stack and stack[-1][1] == frozenset((old, new) for new, old in parts):
            stack.pop()
        elif parts:
            stack.append((entry.t, parts))
    possible: list[PastEdit] = []
    for at, parts in reversed(stack[-limit:]):
        edit = _edit(parts)
        try:
            layer = edit.revert(layer)
        except EditError:
            break
        possible.append(PastEdit(at, edit))
    return tuple(reversed(possible))


_Standing = tuple[Status, str]
"""A status, and the guidelines by which the article was finished."""

_Value = Annotation | Relation | Zone | Remark | _Standing | str
_Part = tuple[_Value | None, _Value | None]
"""Something before and after an edit, None where it was not there."""


def _parts(entry: Entry) -> Iterator[_Part]:
    for operation in entry.o:
        old, new = operation.old, operation.new
        if operation.kind == REPLACE:
            continue
        if operation.table == rows.SPANS:
            part = (old and rows.to_annotation(old), new and rows.to_annotation(new))
        elif operation.table == rows.RELATIONS:
            part = (old and rows.to_relation(old), new and rows.to_relation(new))
        elif operation.table == rows.ZONES:
            part = (old and rows.to_zone(old), new and rows.to_zone(new))
        elif operation.table == rows.DECISIONS:
            part = (old and rows.to_decision(old), new and rows.to_decision(new))
        elif operation.table == rows.REMARKS:
            part = (old and rows.to_remark(old), new and rows.to_remark(new))
        elif operation.table == rows.META and old and new:
            part = (_standing(old), _standing(new))
        else:
            continue
        if part[0] != part[1]:
            yield part


def _edit(parts: frozenset[_Part]) -> Edit:
    """Put parts in an order in which they can be carried out forwards and backwards: links go first and come last."""
    order: list[tuple[int, str, Edit]] = []
    for old, new in parts:
        match old, new:
            case (Relation(), None):
                order.append((0, str(old), edits.RemoveRelation(old)))
            case (Annotation(), None):
                order.append((1, old.id, edits.RemoveAnnotation(old)))
            case (Annotation(), Annotation()):
                order.append((2, old.id, edits.ChangeAnnotation(old, new)))
            case (None, Annotation()):
                order.append((3, new.id, edits.AddAnnotation(new)))
            case (None, Relation()):
                order.append((4, str(new), edits.AddRelation(new)))
            case (Zone(), None):
                order.append((5, str(old), edits.RemoveZone(old)))
            case (None, Zone()):
                order.append((5, str(new), edits.AddZone(new)))
            case (tuple(), tuple()):
                order.append((6, "", edits.SetStatus(old[0], new[0], old[1], new[1])))
            case (Remark(), None) | (Remark(), Remark()):
                order.append((8, old.id, edits.SetRemark(old, new)))
            case (None, Remark()):
                order.append((8, new.id, edits.SetRemark(None, new)))
            case (str(), None):
                order.append((7, old, edits.Decide(frozenset(), frozenset([old]))))
            case (None, str()):
                order.append((7, new, edits.Decide(frozenset([new]))))
            case _:
                raise AssertionError(f"no edit turns {old} into {new}")
    edit = edits.together(edit for _, _, edit in sorted(order, key=lambda one: one[:2]))
    return edit or edits.Bulk(())


def _standing(meta: Row) -> _Standing:
    return Status(meta["status"]), rows.guidelines_of(meta)


def _uid(operation: Operation) -> object:
    record: Row = operation.new or operation.old or {}
    return record.get("uid")


def _in_snapshot(operation: Operation, annotation_id: str) -> Row | None:
    tables: Tables = operation.new
    spans = tables.get(rows.SPANS, {}).values()
    return next((record for record in spans if record.get("uid") == annotation_id), None)
