"""Tag everywhere: find where else the words of an annotation stand, have it reviewed, tag all in one step of undo."""

from PySide6.QtCore import QObject, Signal

from annotator.errors import ReadOnlyError
from annotator.model import Annotation, Layer
from annotator.progress import Progress
from annotator.search.folded_text import SearchText
from annotator.search.occurrences import Finder, Occurrence, tagging, transferable
from ui import i18n
from ui.find.in_project import ProjectFind
from ui.find.tag_dialog import Gathered, TagChoice, TagDialog
from ui.main_window import MainWindow
from ui.session import Session
from ui.widgets.progress import run_with_progress


class TagEverywhere(QObject):
    """Runs the dialog and carries out what was chosen."""

    said = Signal(str)

    def __init__(self, window: MainWindow, session: Session, project_find: ProjectFind) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._project_find = project_find

    def run(self, annotation: Annotation) -> None:
        """Review and tag; ``annotation`` is one of the open article's."""
        session = self._session
        article, project = session.article, session.project
        if article is None or project is None:
            return
        if not session.is_writable:
            words = self.tr("This project is open for reading only: %1")
            raise ReadOnlyError(words.replace("%1", project.read_only_reason))
        session.settle()  # the layers of other articles are read from the disk
        words = annotation.span.of(article.text)
        finder = Finder(words, annotation.label)
        label = project.schema.label(annotation.label)
        values = transferable(annotation, label)
        dialog = TagDialog(
            words,
            label.title(i18n.current()) if label else annotation.label,
            tuple(values.values()),
            lambda everywhere: self._everywhere(finder) if everywhere else self._here(finder),
            self._text,
            {entry.id: entry.title for entry in session.entries()},
            self._window,
        )
        if dialog.exec():
            choice = dialog.choice()
            self._tag(choice, annotation.label, values if choice.copies_attributes else {})
        dialog.deleteLater()

    def _tag(self, choice: TagChoice, label: str, attributes: dict[str, str]) -> None:
        edits = [
            (article_id, edit)
            for article_id, spans in choice.spans.items()
            if (edit := tagging(spans, label, attributes, choice.layers[article_id])) is not None
        ]
        if edits:
            self._session.perform_all(edits, self.tr("tag everywhere"))
            places = sum(map(len, choice.spans.values()))
            self.said.emit(self.tr("Tagged %Ln place(s); one undo takes it all back.", "", places))

    def _here(self, finder: Finder) -> Gathered:
        article, layer = self._session.article, self._session.layer
        if article is None or layer is None:
            return Gathered((), {}, 0)
        found = finder.find(SearchText(article.text), layer)
        places = (found.places,) if found.places else ()
        return Gathered(places, {article.id: layer}, found.out_of_scope)

    def _everywhere(self, finder: Finder) -> Gathered | None:
        """Look in every article, beside the window; None when the user stopped it."""
        self._project_find.stop_indexing()
        try:
            return run_with_progress(
                self._window,
                self.tr("Looking in all articles"),
                lambda progress: self._gather(finder, progress),
            )
        finally:
            self._project_find.refresh_index()

    def _gather(self, finder: Finder, progress: Progress) -> Gathered:
        project, index, open_layer = (
            self._session.project,
            self._project_find.index,
            self._session.layer,
        )
        if project is None:
            return Gathered((), {}, 0)
        index.update(project, progress)
        places: list[tuple[Occurrence, ...]] = []
        layers: dict[str, Layer] = {}
        out_of_scope = 0
        ids = index.ids()
        for number, article_id in enumerate(ids):
            progress(number, len(ids))
            if not finder.could_be_in(index[article_id]):
                continue
            if open_layer is not None and open_layer.article_id == article_id:
                layer = open_layer
            else:
                layer = project.layer(article_id, self._session.annotator)
            found = finder.find(index[article_id], layer)
            out_of_scope += found.out_of_scope
            if found.places:
                places.append(found.places)
                layers[article_id] = layer
        return Gathered(places, layers, out_of_scope)

    def _text(self, article_id: str) -> str:
        article, index = self._session.article, self._project_find.index
        if article is not None and article.id == article_id:
            return article.text
        return index[article_id].source if article_id in index else ""
