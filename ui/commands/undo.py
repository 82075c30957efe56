"""Undo and redo: what was done is said and shown, and the article is never left unannounced."""

from collections.abc import Sequence

from annotator import edits
from annotator.edits import (
    AddAnnotation,
    AddZone,
    Bulk,
    Edit,
    Inverse,
    RemoveAnnotation,
    RemoveZone,
    SetRemark,
)
from annotator.model import Annotation, Layer, Span
from ui.commands.base import Commands
from ui.main_window import MainWindow
from ui.session import Session
from ui.undo import DetailsCommand, EditCommand, EditsCommand
from ui.widgets import numbers
from ui.wording.annotation_words import label_and_words

Step = EditCommand | EditsCommand | DetailsCommand


class UndoCommands(Commands):
    """One step back or forth on the session's stack, whichever article it was made in."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window, session)
        self._warned_of: Step | None = None
        session.undo_stack.indexChanged.connect(self._forget_warning)
        session.article_changed.connect(self._forget_warning)

    def undo(self) -> None:
        self.keep_typed()
        stack = self._session.undo_stack
        step = _as_step(stack.command(stack.index() - 1) if stack.canUndo() else None)
        if step is not None and not self._leaves(
            step, self.tr("The next undo is in article %1: press again to go there.")
        ):
            stack.undo()
            self._tell(step, self.tr("Undone: %1"))

    def redo(self) -> None:
        self.keep_typed()
        stack = self._session.undo_stack
        step = _as_step(stack.command(stack.index()) if stack.canRedo() else None)
        if step is not None and not self._leaves(
            step, self.tr("The next redo is in article %1: press again to go there.")
        ):
            stack.redo()
            self._tell(step, self.tr("Redone: %1"))

    # -- inside

    def _forget_warning(self, *_: object) -> None:
        self._warned_of = None

    def _leaves(self, step: Step, warning: str) -> bool:
        """Say once that a step belongs to another article; tell whether that was all for now."""
        article = self._session.article
        if not isinstance(step, EditCommand) or (article and article.id == step.article_id):
            return False
        if self._warned_of is step:
            return False
        self.say(warning.replace("%1", self._number(step.article_id)))
        self._warned_of = step
        return True

    def _tell(self, step: Step, message: str) -> None:
        """Say what was done where, and show the place."""
        found = [a for _, edit in _changes(step) for a in edits.annotations_in(edit)]
        words = self._words(step, found)
        self.say(message.replace("%1", f"{words} · {self._where(_articles(step))}"))
        article, layer = self._session.article, self._session.layer
        if article is None or layer is None:
            return
        for article_id, edit in _changes(step):
            if article_id == article.id:
                self._show(edit, layer)
                return

    def _words(self, step: Step, found: Sequence[Annotation]) -> str:
        """Return what a step was about: its one annotation, or how many; else only what was done."""
        if len({annotation.id for annotation in found}) > 1:
            count = self.tr("%Ln annotation(s)", "", len(found))
            return f"{step.text()} · {count}"
        if not found:
            return step.text()
        project = self._session.project
        text = self._text(_changes(step)[0][0])
        what = label_and_words(found[0], text, project.schema if project else None)
        made_or_gone = all(_makes_or_removes(edit) for _, edit in _changes(step))
        return what if made_or_gone else f"{what} ({step.text()})"

    def _where(self, article_ids: Sequence[str]) -> str:
        shown = [self._number(one) for one in article_ids]
        if len(shown) == 1:
            return self.tr("article %1").replace("%1", shown[0])
        listed = self.tr(", ", "between numbers of articles").join(shown[:5])
        more = "…" if len(shown) > 5 else ""
        return self.tr("articles %1").replace("%1", listed + more)

    def _show(self, edit: Edit, layer: Layer) -> None:
        """Go to what there is again, or to where it was."""
        view = self._window.view
        for annotation in edits.annotations_in(edit):
            if annotation.id in layer:
                view.go_to(layer[annotation.id])
                return
        for touched in sorted(edits.touched(edit)):
            if touched in layer:
                view.go_to(layer[touched])
                return
        spans = [a.span for a in edits.annotations_in(edit)] or _places(edit)
        if spans:
            view.place_caret(min(spans).end)
            view.reveal(min(spans))

    def _number(self, article_id: str) -> str:
        entry = next((e for e in self._session.entries() if e.id == article_id), None)
        return numbers.count(entry.number) if entry else "?"

    def _text(self, article_id: str) -> str:
        article, project = self._session.article, self._session.project
        if article is not None and article.id == article_id:
            return article.text
        return project.article(article_id).text if project else ""


def _changes(step: Step) -> tuple[tuple[str, Edit], ...]:
    """Return a step's edits by article; what is known about an article is changed by none."""
    return () if isinstance(step, DetailsCommand) else step.changes


def _articles(step: Step) -> list[str]:
    if isinstance(step, DetailsCommand):
        return [step.article_id]
    return [article_id for article_id, _ in step.changes]


def _as_step(command: object) -> Step | None:
    return command if isinstance(command, Step) else None


def _makes_or_removes(edit: Edit) -> bool:
    match edit:
        case Inverse(inner):
            return _makes_or_removes(inner)
        case Bulk(parts):
            return any(_makes_or_removes(part) for part in parts)
        case _:
            return isinstance(edit, AddAnnotation | RemoveAnnotation)


def _places(edit: Edit) -> list[Span]:
    """Return where an edit of zones, flags and questions did something."""
    match edit:
        case AddZone(zone) | RemoveZone(zone):
            return [zone.span]
        case SetRemark(old, new):
            return [one.span for one in (old, new) if one is not None and one.span is not None]
        case Bulk(parts):
            return [span for part in parts for span in _places(part)]
        case Inverse(inner):
            return _places(inner)
        case _:
            return []
