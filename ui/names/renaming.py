"""Rename and merge canonical names: the annotations that would change are shown first, and change as one edit."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.edits import ChangeAnnotation
from annotator.model import Annotation
from annotator.model.names import from_uses
from ui.dialogs.errors.guard import Guard
from ui.i18n import isolate
from ui.names.known_names import KnownNames
from ui.session import Session

if TYPE_CHECKING:  # shown now and then, and not when the window opens
    from annotator.model.names import NameChange
    from annotator.project import Project
    from ui.dialogs.changes_dialog import ChangeRow
    from ui.dialogs.registry_dialog import RegistryDialog

CONTEXT = 40
"""Characters on each side of an annotation that a row shows."""


class Renaming(QObject):
    said = Signal(str)

    def __init__(
        self,
        session: Session,
        known: KnownNames,
        guard: Guard,
        window: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._guard = guard
        self._session = session
        self._known = known
        self._window = window

    def show_dialog(self) -> None:
        """Show the names until the user closes them."""
        from ui.dialogs.registry_dialog import RegistryDialog

        project = self._session.project
        if project is None:
            self.said.emit(self.tr("Open a project first."))
            return
        labels = [label for label in project.schema.labels if self._known.attribute_of(label.name)]
        names = {label.name for label in labels}
        uses = [use for use in self._known.used.uses() if use[0] in names]
        dialog = RegistryDialog(
            from_uses(self._known.registry, uses), labels, self._known.used.times, self._window
        )
        dialog.changed.connect(
            self._guard.slot(lambda change: self._change(project, dialog, change))
        )
        dialog.exec()

    def _change(self, project: "Project", dialog: "RegistryDialog", change: "NameChange") -> None:
        new, old = change.new, change.old
        rows: list[tuple[str, Annotation]] = []
        if new is not None and new.canonical != old.canonical:
            rows = self._affected(old.label, old.canonical)
            chosen = self._review(project, dialog, rows, new.canonical) if rows else []
            if chosen is None:
                return
            rows = [rows[number] for number in chosen]
        registry = self._known.change(change.apply)
        if rows and new is not None:
            self._give(rows, new.canonical)
        uses = self._known.used.uses()
        labels = set(dialog.label_names)
        shown = from_uses(registry, [use for use in uses if use[0] in labels])
        dialog.show_names(shown, old.label, new.canonical if new else "")

    def _affected(self, label: str, canonical: str) -> list[tuple[str, Annotation]]:
        """Return the annotator's annotations with a canonical name, each with its article's id."""
        from ui.widgets.progress import run_with_progress

        session, known = self._session, self._known
        ids = [e.id for e in session.entries() if session.summary(e.id).annotations]
        found: list[tuple[str, Annotation]] = []

        def look(progress: Callable[[int, int], None]) -> None:
            for done, article_id in enumerate(ids, 1):
                found.extend(
                    (article_id, annotation)
                    for annotation in session.layer_of(article_id)
                    if annotation.label == label and known.name_of(annotation) == canonical
                )
                progress(done, len(ids))

        session.settle()
        run_with_progress(self._window, self.tr("Looking for the name"), look)
        return found

    def _review(
        self,
        project: "Project",
        parent: QWidget,
        rows: list[tuple[str, Annotation]],
        canonical: str,
    ) -> list[int] | None:
        from ui.dialogs.changes_dialog import ChangesDialog

        dialog = ChangesDialog(
            self.tr("Annotations that get another name"),
            self.tr(
                "These annotations of yours change together, and one undo brings them back. "
                "Other annotators keep theirs; the old spelling leads to the new name for them too."
            ),
            [
                self._row(project.article(article_id).text, annotation, canonical)
                for article_id, annotation in rows
            ],
            self.tr("Change the names"),
            parent,
        )
        return dialog.chosen() if dialog.exec() else None

    def _row(self, text: str, annotation: Annotation, canonical: str) -> "ChangeRow":
        from ui.dialogs.changes_dialog import ChangeRow

        around = text[max(annotation.start - CONTEXT, 0) : annotation.end + CONTEXT]
        return ChangeRow(
            annotation.span.of(text),
            " ".join(around.split()),
            self._known.name_of(annotation),
            canonical,
        )

    def _give(self, rows: list[tuple[str, Annotation]], canonical: str) -> None:
        items = [
            (article_id, ChangeAnnotation(old, old.with_attribute(attribute, canonical)))
            for article_id, old in rows
            if (attribute := self._known.attribute_of(old.label)) is not None
        ]
        self._session.perform_all(items, self.tr("rename to %1").replace("%1", isolate(canonical)))
        self.said.emit(self.tr("%Ln annotation(s) renamed", "", len(rows)))
