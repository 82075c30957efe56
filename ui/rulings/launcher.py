"""Opens the window of guideline decisions and carries out what the annotator means; nothing of it is imported before."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.errors import ProjectError
from annotator.model import Layer, Span
from ui import i18n
from ui.dialogs.errors.guard import Guard
from ui.session import Session

if TYPE_CHECKING:
    from annotator.edits import Edit
    from annotator.feedback.proposed import Proposal
    from ui.rulings.dialog import RulingsDialog


class RulingsLauncher(QObject):
    def __init__(
        self,
        session: Session,
        show_place: Callable[[str, Span | None], None],
        window: QWidget,
    ) -> None:
        """``show_place`` brings the main window to the front with a place of an article in it."""
        super().__init__(window)
        self._session, self._window, self._show_place = session, window, show_place
        self._guard = Guard(lambda: self.dialog or window)
        self.dialog: RulingsDialog | None = None
        session.project_closing.connect(self.close)
        for changed in (session.layer_changed, session.layer_replaced):
            changed.connect(lambda change: self._stand_again(change.after))

    def open(self) -> None:
        from annotator.feedback.proposed import read_proposals
        from ui.rulings.dialog import RulingsDialog
        from ui.widgets.progress import run_with_progress

        project, annotator = self._session.project, self._session.annotator
        if project is None:
            raise ProjectError(self.tr("Open a project first."))
        self.close()
        self._session.settle()
        found = run_with_progress(
            self._window,
            self.tr("Reading the guideline decisions"),
            lambda progress: (project.rulings(), read_proposals(project, annotator, progress)),
        )
        if found is None:
            return
        dialog = self.dialog = RulingsDialog(*found, self._title, self._window)
        slot = self._guard.slot
        dialog.accepted_one.connect(slot(lambda one: self._accept([one])))
        dialog.accepted_all.connect(slot(self._accept))
        dialog.refused_one.connect(slot(self._refuse))
        dialog.place_meant.connect(slot(lambda one: self._show_place(one.article_id, one.span)))
        dialog.undo_meant.connect(slot(self._session.undo_stack.undo))
        dialog.show()
        dialog.list.setFocus()

    def close(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.close()
            dialog.deleteLater()

    # -- inside

    def _accept(self, proposals: "list[Proposal]") -> None:
        """Follow proposals, all of them as one step of undo."""
        from annotator.adjudication.ruling_edits import accepting

        project = self._session.project
        if project is None:
            return
        found: list[tuple[str, Edit]] = []
        after: dict[str, Layer] = {}
        for one in proposals:
            layer = after.get(one.article_id) or self._session.layer_of(one.article_id)
            edit = accepting(one.ruling.id, one.touch, layer, project.schema)
            if edit is not None:
                after[one.article_id] = edit.apply(layer)
                found.append((one.article_id, edit))
        if found:
            self._session.perform_all(found, self.tr("follow a guideline decision"))

    def _refuse(self, one: "Proposal") -> None:
        """Refuse a proposal, or take that back."""
        from annotator.adjudication.ruling_edits import reconsidering, refusing

        layer = self._session.layer_of(one.article_id)
        back = reconsidering(one.ruling.id, one.touch, layer)
        edit = back or refusing(one.ruling.id, one.touch, layer)
        if edit is not None:
            words = self.tr("refuse a guideline decision")
            if back is not None:
                words = self.tr("take a refusal back")
            self._session.perform_all([(one.article_id, edit)], words)

    def _stand_again(self, layer: Layer) -> None:
        """Show what became of the proposals in a layer, in whatever way it has changed."""
        if self.dialog is not None:
            self.dialog.show_standing(
                [
                    one.in_layer(layer) if one.article_id == layer.article_id else one
                    for one in self.dialog.proposals
                ]
            )

    def _title(self, name: str) -> str:
        project = self._session.project
        known = project.schema.label(name) if project else None
        return known.title(i18n.current()) if known else name
