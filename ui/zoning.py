"""Marks the selection out of scope as something: boilerplate, credits, another article, navigation."""

from PySide6.QtCore import QObject, Signal

from annotator.errors import AnnotatorError
from annotator.model import Span, Zone
from annotator.model.zone import ZONE_KINDS
from ui.main_window import MainWindow
from ui.session import Session


class Zoning(QObject):
    """What the commands `Out of scope as …` do."""

    said = Signal(str)

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        for kind in ZONE_KINDS:
            action = window.actions_table[f"zone-{kind}"]
            action.triggered.connect(lambda _checked=False, kind=kind: self.mark(kind))
        session.article_changed.connect(self._allow)
        session.project_changed.connect(self._allow)
        self._allow()

    def mark(self, kind: str) -> None:
        """Mark the selection as a kind of text out of scope, or say so of the region at the caret."""
        view, layer = self._window.view, self._session.layer
        if layer is None:
            return
        place = view.selection or Span(view.caret, view.caret + 1)
        here = [zone for zone in sorted(layer.zones) if zone.span.overlaps(place)]
        try:
            if view.selection is not None and not any(z.span == place for z in here):
                self._session.add_zone(place, kind)
                view.place_caret(place.end)
            elif here and here[0].kind != kind:
                self._session.change_zone(here[0], Zone(here[0].span, kind))
            elif not here:
                self.said.emit(self.tr("Select the text that is out of scope first."))
        except AnnotatorError as error:
            self.said.emit(str(error))

    def _allow(self) -> None:
        writable = self._session.article is not None and self._session.is_writable
        for kind in ZONE_KINDS:
            self._window.actions_table[f"zone-{kind}"].setEnabled(writable)
