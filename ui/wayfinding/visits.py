"""Going from article to article and back, and finding each as it was left."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent

from ui.article.reading.place import ReadingPlace
from ui.main_window import MainWindow
from ui.remembered.places import Places, Spot
from ui.session import Session
from ui.settings import Memory
from ui.wayfinding.trail import Trail

STEPS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class Visits(QObject):
    """Keeps the trail of visited articles and the place in each: in memory, and between runs in the settings."""

    changed = Signal()
    """There is more or less to go back or forward to."""
    step_meant = Signal(int)
    """A button of the mouse means back (-1) or forward (1)."""

    def __init__(self, window: MainWindow, session: Session, memory: Memory) -> None:
        super().__init__(window)
        self._view, self._session, self._memory = window.view, session, memory
        self._trail = Trail()
        self._shown: str | None = None
        self._places = Places("")
        session.article_leaving.connect(self._leave)
        session.project_changed.connect(self._change_project)
        session.article_changed.connect(self._arrive)
        for part in (window, window.view.viewport(), *window.viewports()):
            part.installEventFilter(self)

    @property
    def can_go_back(self) -> bool:
        return self._trail.can_go_back

    @property
    def can_go_forward(self) -> bool:
        return self._trail.can_go_forward

    @property
    def places(self) -> Places:
        """Where the annotator is and was in the open project."""
        self._leave()
        return self._places

    def step(self, direction: int) -> None:
        """Open the article visited before (-1), or the one gone back from (1); one that is gone is passed by."""
        while (article_id := self._trail.step(direction)) is not None:
            if self._session.entry(article_id) is not None:
                self._session.open_article(article_id)
                break
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            direction = STEPS.get(event.button())
            if direction is not None:
                self.step_meant.emit(direction)
                return True
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        """Note where the reader is in the article that is about to be left."""
        article = self._session.article
        if article is None or article.id != self._shown:
            return
        place = self._view.reading_place
        current = self._view.current or ""
        spot = Spot(place.caret, place.anchor, max(round(place.offset), 0), current)
        self._places = self._places.at(article.id, spot)

    def _change_project(self) -> None:
        project = self._session.project
        self._trail.forget()
        self._shown = None
        self._places = Places("")
        if project is not None:
            self._places = self._memory.settings.places.get(project.id, self._places)
        self.changed.emit()

    def _arrive(self) -> None:
        article = self._session.article
        if article is None or article.id == self._shown:
            return
        self._shown = article.id
        self._trail.visit(article.id)
        spot = self._places.spots.get(article.id)
        if spot is not None:
            self._view.restore_place(ReadingPlace(spot.caret, spot.anchor, float(spot.offset)))
            if spot.annotation in self._view.layer:
                self._view.set_current(spot.annotation)
        self.changed.emit()
