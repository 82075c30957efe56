"""Shows the annotator's layer: in the article, in the list of annotations, in the counts of the labels."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.model import Annotation
from annotator.model.zone import is_covered, merged
from ui import i18n
from ui.main_window import MainWindow
from ui.session import LayerChange, Session

if TYPE_CHECKING:
    from ui.popover.name_field import Names


class LayerDisplay(QObject):
    """Keeps article view, labels and annotations panel at what the session has."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._view, self._labels = window.view, window.labels
        self._annotations = window.annotations
        self.names_of: Callable[[], Mapping[str, Names]] = session.names
        """Tells the canonical names to complete from, by label."""
        self._counts: Counter[str] = Counter()
        session.project_changed.connect(self._show_nothing)
        session.article_changed.connect(self._show_article)
        session.layer_changed.connect(self._show_change)
        session.schema_changed.connect(self.show_schema)
        self._view.current_changed.connect(self._follow_current)

    def current(self) -> Annotation | None:
        """Return the annotation that is current in the article."""
        layer, current = self._session.layer, self._view.current
        if layer is None or current is None or current not in layer:
            return None
        return layer[current]

    def show_schema(self) -> None:
        """Show the project's labels, in the language of the window."""
        session = self._session
        if session.project is None:
            return
        schema = session.project.schema
        self._labels.show_schema(schema, i18n.current())
        self._view.set_schema(schema)
        if session.article is not None and session.layer is not None:
            self._annotations.show_layer(session.layer, session.article.text, schema)

    def _show_nothing(self) -> None:
        """Forget the article of the project before: the next one may have none."""
        self._annotations.clear()
        self._counts = Counter()
        self._labels.show_counts(self._counts)
        self._labels.set_current(None)
        self._count_all()

    def _show_article(self) -> None:
        session = self._session
        if session.project is None or session.article is None or session.layer is None:
            return
        self._view.edges_can_move = session.is_writable
        self._view.show_article(session.article, session.layer, session.project.schema)
        self._annotations.show_layer(session.layer, session.article.text, session.project.schema)
        self._count()
        self._count_all()

    def _count_all(self) -> None:
        """Say on the tab of the list how many annotations there are."""
        layer = self._session.layer
        self._window.set_panel_count("annotations", len(layer) if layer is not None else 0)

    def _show_change(self, change: LayerChange) -> None:
        self._count_all()
        self._view.update_layer(change.before, change.after, change.changed)
        self._annotations.update_layer(change.after, change.changed)
        self._show_label()
        old, new = change.before.annotations, change.after.annotations
        if change.before.zones != change.after.zones:
            self._count()
            return
        regions = merged(change.after.zones)
        for annotations, step in ((old, -1), (new, 1)):
            for annotation in filter(None, map(annotations.get, change.changed)):
                if not is_covered(annotation.start, annotation.end, regions):
                    self._counts[annotation.label] += step
        self._labels.show_counts(self._counts)

    def _follow_current(self, annotation_id: str | None) -> None:
        self._annotations.set_current(annotation_id)
        self._show_label()

    def _show_label(self) -> None:
        current = self.current()
        self._labels.set_current(current.label if current else None)

    def _count(self) -> None:
        layer = self._session.layer
        if layer is not None:
            regions = merged(layer.zones)  # what is out of scope does not count
            self._counts = Counter(
                a.label
                for a in layer.annotations.values()
                if not (regions and is_covered(a.start, a.end, regions))
            )
            self._labels.show_counts(self._counts)
