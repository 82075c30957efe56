"""What the status line says of the current annotation, and the undo menu of what was stored in the popover."""

from PySide6.QtCore import QObject

from annotator.model import Annotation, Layer, Schema
from ui.i18n import isolate, isolate_ltr
from ui.popover.draft import Draft
from ui.widgets.lines import one_line, upright
from ui.wording.annotation_words import title_of

LONGEST_WORDS, LONGEST_VALUE = 30, 60
"""Letters of the annotated words and of the value, so that the key stays in sight."""


class MeaningWords(QObject):
    """``Actor: «…» = … · Enter to edit``, in the language of now."""

    def of(
        self, annotation: Annotation, layer: Layer, text: str, schema: Schema, *, is_editable: bool
    ) -> str:
        covered = isolate(one_line(text[annotation.start : annotation.end], LONGEST_WORDS))
        words = self.tr("%1: «%2»", "a label and the words it covers")
        words = words.replace("%1", title_of(annotation.label, schema)).replace("%2", covered)
        value = self._value(annotation, layer, text, schema)
        if value:
            words = f"{words} = {isolate(upright(one_line(value, LONGEST_VALUE)))}"
        hint = self.tr("%1 to edit") if is_editable else self.tr("%1 to look")
        return f"{words} · {hint.replace('%1', isolate_ltr('Enter'))}"

    def _value(self, annotation: Annotation, layer: Layer, text: str, schema: Schema) -> str:
        """Return whom a quotation is linked to, else the first value there is."""
        linked = [
            one_line(text[layer[other].start : layer[other].end], LONGEST_WORDS)
            for kind in schema.relations_from(annotation.label)
            for other in layer.dependents(annotation.id, kind.name)
        ]
        if linked:
            return self.tr(", ", "between names").join(linked)
        label = schema.label(annotation.label)
        names = [attribute.name for attribute in label.attributes] if label else []
        values = (annotation.attribute(name) for name in (*names, *annotation.attributes))
        return next(filter(None, values), "")


class StepWords(QObject):
    """What storing a draft is called in the undo menu: by the one thing that changed, or as a whole."""

    def of(self, draft: Draft) -> str:
        old, new = draft.before, draft.now
        same_label = old.label == new.label
        changes = [
            (not same_label, self.tr("relabel")),
            (same_label and old.attributes != new.attributes, self.tr("change attribute")),
            (old.note != new.note, self.tr("change note")),
            (bool(draft.linked or draft.unlinked), self.tr("change links")),
        ]
        made = [words for is_so, words in changes if is_so]
        return made[0] if len(made) == 1 else self.tr("edit annotation")
