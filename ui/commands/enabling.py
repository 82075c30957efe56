"""Why a command is grey: what each needs, whether it is there now, and the reason in words."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.actions import Actions, Need, plain
from ui.main_window import MainWindow
from ui.session import Session
from ui.wayfinding.visits import Visits


class Enabling(QObject):
    """Keeps the commands of a window enabled exactly where they make sense."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        visits: Visits,
        has_findings: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._articles, self._visits = window.articles, visits
        self._view, self._session = window.view, session
        self._actions: Actions = window.actions_table
        self._has_findings = has_findings
        self._has_next = self._has_previous = False
        self._seen: frozenset[Need] | None = None
        stack = session.undo_stack
        for moved in (
            session.project_changed,
            session.articles_changed,
            session.article_changed,
            window.articles.listing_changed,
            visits.changed,
        ):
            moved.connect(self._look_around)
        for changed in (
            stack.canUndoChanged,
            stack.canRedoChanged,
            stack.indexChanged,
            session.layer_changed,
            window.view.current_changed,
        ):
            changed.connect(self.refresh)

    def refresh(self, *_: object) -> None:
        """Grey out what cannot be done now, and say in each tip why not."""
        there = self._there()
        if there != self._seen:  # a key that tags comes by here five times
            self._seen = there
            self._grey_out(there)
        self._name_undo()

    def _grey_out(self, there: frozenset[Need]) -> None:
        for spec, action in self._actions.all():
            possible = spec.needs in there
            if possible != action.isEnabled():
                action.setEnabled(possible)
                reason = "" if possible else self.reason(spec.needs)
                action.setToolTip(f"{plain(action)}: {reason}" if reason else plain(action))
                action.setStatusTip(reason)

    def reason(self, need: Need) -> str:
        """Return in words what a command waits for."""
        needs_editing = (Need.EDITABLE, Need.ANNOTATION, Need.FINDING)
        if need in needs_editing and self._session.article and not self._session.is_writable:
            return self.tr("the article is open for reading only")
        if need in (Need.NEXT_ARTICLE, Need.PREVIOUS_ARTICLE) and not self._session.entries():
            return self.tr("there is no article yet")
        if need == Need.FINDING and self._session.article is None:
            need = Need.ARTICLE
        words = {
            Need.PROJECT: self.tr("open a project first"),
            Need.ARTICLE: self.tr("open an article first"),
            Need.EDITABLE: self.tr("no article is open that can be edited"),
            Need.ANNOTATION: self.tr("put the caret into an annotation first"),
            Need.UNDO: self.tr("nothing to undo"),
            Need.REDO: self.tr("nothing to redo"),
            Need.NEXT_ARTICLE: self.tr("this is the last article"),
            Need.PREVIOUS_ARTICLE: self.tr("this is the first article"),
            Need.BACK: self.tr("no article was visited before this one"),
            Need.FORWARD: self.tr("go back first"),
            Need.FINDING: self.tr("nothing to mend in this article"),
        }
        return words.get(need, "")

    def _look_around(self) -> None:
        """Find the neighbours of the open article."""
        article = self._session.article
        here = article.id if article else None
        self._has_next = self._articles.neighbour(here, 1) is not None
        self._has_previous = here is not None and self._articles.neighbour(here, -1) is not None
        self.refresh()

    def _there(self) -> frozenset[Need]:
        session = self._session
        opened = session.article is not None
        editable = opened and session.is_writable
        stack = session.undo_stack
        conditions = {
            Need.NOTHING: True,
            Need.PROJECT: session.project is not None,
            Need.ARTICLE: opened,
            Need.EDITABLE: editable,
            Need.ANNOTATION: editable and self._view.current is not None,
            Need.UNDO: stack.canUndo(),
            Need.REDO: stack.canRedo(),
            Need.NEXT_ARTICLE: self._has_next,
            Need.PREVIOUS_ARTICLE: self._has_previous,
            Need.BACK: self._visits.can_go_back,
            Need.FORWARD: self._visits.can_go_forward,
            Need.FINDING: editable and self._has_findings(),
        }
        return frozenset(need for need, is_met in conditions.items() if is_met)

    def _name_undo(self) -> None:
        stack = self._session.undo_stack
        for command, plain_words, text in (
            ("undo", self.tr("Undo"), stack.undoText()),
            ("redo", self.tr("Redo"), stack.redoText()),
        ):
            if self._actions[command].isEnabled():
                tip = f"{plain_words}: {text}" if text else plain_words
                self._actions[command].setToolTip(tip)
