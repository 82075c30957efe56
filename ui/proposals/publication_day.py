"""When an article's day of publication is corrected, the values told from the old one are offered anew."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.edits import Bulk, ChangeAnnotation
from annotator.model import Annotation, AttributeKind
from ui.proposals import reasons
from ui.session import Session

if TYPE_CHECKING:
    from annotator.proposals.date_values import DateProposal

CONTEXT = 40


class Dating(QObject):
    said = Signal(str)

    def __init__(self, session: Session, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._window = window
        session.published_corrected.connect(self._offer)

    def _offer(self, before: str | None, after: str | None) -> None:
        """Show which values follow, and change those that are left chosen in one step of undo."""
        layer, article = self._session.layer, self._session.article
        if layer is None or article is None or not self._session.is_writable:
            return
        found = [
            (annotation, attribute, new)
            for annotation in layer
            if (attribute := self._date_attribute(annotation.label))
            if (new := self._followed(article.text, annotation, attribute, before, after))
        ]
        if not found:
            return
        from ui.dialogs.changes_dialog import ChangeRow, ChangesDialog

        rows = [
            ChangeRow(
                a.span.of(article.text),
                " ".join(article.text[max(a.start - CONTEXT, 0) : a.end + CONTEXT].split()),
                a.attribute(attribute),
                new.value,
                reasons.of_date(new.value, new.reason),
            )
            for a, attribute, new in found
        ]
        dialog = ChangesDialog(
            self.tr("Dates told from the day of publication"),
            self.tr("These values were reached from the old day. Uncheck what should stay."),
            rows,
            self.tr("Change the values"),
            self._window,
        )
        if not dialog.exec():
            return
        changes = tuple(
            ChangeAnnotation(a, a.with_attribute(attribute, new.value))
            for a, attribute, new in (found[number] for number in dialog.chosen())
        )
        if changes:
            self._session.perform_all([(article.id, Bulk(changes))], self.tr("change date values"))
            self.said.emit(self.tr("%Ln value(s) changed", "", len(changes)))

    def _followed(
        self,
        text: str,
        annotation: Annotation,
        attribute: str,
        before: str | None,
        after: str | None,
    ) -> "DateProposal | None":
        """Return the new value of a date whose value is the one told from the old day, or that had to go without."""
        from annotator.proposals import date_values

        old = date_values.propose(text, annotation.span, before)
        new = date_values.propose(text, annotation.span, after)
        has = annotation.attribute(attribute)
        if new is None or new.value == has or has != (old.value if old else ""):
            return None
        return new

    def _date_attribute(self, label: str) -> str | None:
        known = self._session.project.schema.label(label) if self._session.project else None
        kinds = known.attributes if known else ()
        return next((a.name for a in kinds if a.kind == AttributeKind.DATE), None)
