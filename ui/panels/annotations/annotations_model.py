from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, Qt

from annotator.model import Annotation, Label, Layer, Schema, reading_order
from ui.widgets.lines import one_line
from ui.widgets.matching import folded, holds, words_of
from ui.widgets.row_models import NOWHERE, Index, RowTable

Key = tuple[int, int, str]
MANY = 100
"""Changes from which building the list anew is cheaper than moving rows one by one."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which annotations to list: every word in text, attributes or note; one label; none of ``without``."""

    words: tuple[str, ...] = ()
    label: str | None = None
    without: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls, query: str = "", label: str | None = None, without: Collection[str] = ()
    ) -> "Filter":
        return cls(words_of(query), label, frozenset(without))


class AnnotationRole(IntEnum):
    """What the delegate asks for."""

    ANNOTATION = Qt.ItemDataRole.UserRole
    LABEL = Qt.ItemDataRole.UserRole + 1
    VALUE = Qt.ItemDataRole.UserRole + 2
    LINKED = Qt.ItemDataRole.UserRole + 3


class AnnotationsModel(RowTable[Key]):
    """The annotations of a layer as far as the filter lets them through; the rows are their keys in reading order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layer = Layer("", "")
        self._text = ""
        self._schema: Schema | None = None
        self._language = "en"
        self._filter = Filter()
        self._shown: dict[str, Annotation] = {}
        self._linked: frozenset[str] = frozenset()
        self._keys: dict[str, tuple[Annotation, str]] = {}

    @property
    def total(self) -> int:
        """All annotations of the layer, shown or not."""
        return len(self._layer)

    @property
    def is_filtered(self) -> bool:
        return bool(self._filter.words) or self._filter.label is not None

    def show(self, layer: Layer, text: str, schema: Schema, language: str) -> None:
        """List another layer. ``text`` is its article's, as imported."""
        self._layer, self._text, self._schema, self._language = layer, text, schema, language
        self._linked = _linked(layer)
        self._keys.clear()
        self._rebuild()

    def filter(self, wanted: Filter) -> None:
        if wanted != self._filter:
            self._filter = wanted
            self._rebuild()

    def update(self, layer: Layer, changed: Collection[str]) -> None:
        """Go on to the next state of the same layer; ``changed`` are the ids that were added, removed or changed."""
        relations, self._layer = self._layer.relations, layer
        if len(changed) >= MANY:
            self._linked = _linked(layer)
            self._rebuild()
            return
        for annotation_id in changed:
            self._update_one(annotation_id)
        if layer.relations is not relations:
            self._mark_links(_linked(layer))

    def index_of(self, annotation_id: str | None) -> QModelIndex:
        """Return the annotation's index; invalid where it is not listed."""
        annotation = self._shown.get(annotation_id) if annotation_id is not None else None
        if annotation is None:
            return QModelIndex()
        return self.index(bisect_left(self._rows, reading_order(annotation)), 0)

    def nearest(self, position: int) -> QModelIndex:
        """Return the last listed annotation that starts at or before ``position`` (code points), else the first."""
        row = bisect_left(self._rows, (position + 1,)) - 1
        return self.index(max(row, 0), 0)

    def annotation_at(self, index: Index) -> Annotation:
        return self._shown[self.row_at(index)[2]]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        annotation = self.annotation_at(index)
        match role:
            case AnnotationRole.ANNOTATION:
                return annotation
            case AnnotationRole.LABEL:
                return self._label(annotation)
            case AnnotationRole.VALUE:
                return self._value(annotation)
            case AnnotationRole.LINKED:
                return annotation.id in self._linked
            case Qt.ItemDataRole.DisplayRole:
                return self._snippet(annotation)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(self._parts(annotation))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.tr(", ", "between the parts of a spoken row").join(
                    self._parts(annotation)
                )
        return None

    def _snippet(self, annotation: Annotation) -> str:
        return one_line(self._text[annotation.start : annotation.end])

    def _label(self, annotation: Annotation) -> Label | None:
        return self._schema.label(annotation.label) if self._schema else None

    def _value(self, annotation: Annotation) -> str:
        """Return the attribute that tells most: the first one of the label's that has a value, else any.

        Nothing where it only repeats the annotated words.
        """
        label = self._label(annotation)
        known = [attribute.name for attribute in label.attributes] if label else []
        for name in (*known, *annotation.attributes):
            if value := annotation.attribute(name):
                return value if value != self._snippet(annotation) else ""
        return ""

    def _parts(self, annotation: Annotation) -> list[str]:
        label = self._label(annotation)
        parts = [
            label.title(self._language) if label else annotation.label,
            self._snippet(annotation),
            *annotation.attributes.values(),
            self.tr("note: %1").replace("%1", annotation.note) if annotation.note else "",
            self.tr("linked") if annotation.id in self._linked else "",
        ]
        return [part for part in parts if part]

    def _rebuild(self) -> None:
        accepted = [a for a in self._layer.annotations.values() if self._accepts(a)]
        self._shown = {annotation.id: annotation for annotation in accepted}
        self._replace_rows(sorted(map(reading_order, accepted)))

    def _update_one(self, annotation_id: str) -> None:
        old = self._shown.get(annotation_id)
        new = self._layer.annotations.get(annotation_id)
        if new is not None and not self._accepts(new):
            new = None
        if old is not None and new is not None and old.span == new.span:
            self._shown[annotation_id] = new
            self._tell_row_changed(self.index_of(annotation_id))
            return
        if old is not None:
            row = bisect_left(self._rows, reading_order(old))
            self.beginRemoveRows(NOWHERE, row, row)
            del self._rows[row], self._shown[annotation_id]
            self.endRemoveRows()
        if new is not None:
            key = reading_order(new)
            row = bisect_left(self._rows, key)
            self.beginInsertRows(NOWHERE, row, row)
            self._rows.insert(row, key)
            self._shown[annotation_id] = new
            self.endInsertRows()

    def _mark_links(self, linked: frozenset[str]) -> None:
        changed, self._linked = self._linked ^ linked, linked
        for annotation_id in changed & self._shown.keys():
            self._tell_row_changed(self.index_of(annotation_id))

    def _accepts(self, annotation: Annotation) -> bool:
        wanted = self._filter
        if wanted.label is not None and annotation.label != wanted.label:
            return False
        if annotation.id in wanted.without:
            return False
        return not wanted.words or holds(self._key(annotation), wanted.words)

    def _key(self, annotation: Annotation) -> str:
        known = self._keys.get(annotation.id)
        if known is not None and known[0] is annotation:
            return known[1]
        covered = self._text[annotation.start : annotation.end]
        key = folded(" ".join((covered, *annotation.attributes.values(), annotation.note)))
        self._keys[annotation.id] = (annotation, key)
        return key


def _linked(layer: Layer) -> frozenset[str]:
    return frozenset(
        end for relation in layer.relations for end in (relation.head, relation.dependent)
    )
