"""Text out of scope: marked as boilerplate, credits, another article or navigation, and put back."""

from annotator.model import Span, Zone
from ui.commands.base import Commands

USUAL_KIND = "boilerplate"
"""The kind given to a zone that is marked without saying what it is."""


class ZoneCommands(Commands):
    def toggle(self) -> None:
        """Mark the selection out of scope, or put the region at the caret back in scope."""
        view, here = self._window.view, self._here()
        if here is not None:
            self._session.remove_zone(here)
        elif view.selection is not None:
            self._add(view.selection, USUAL_KIND)
        else:
            self._ask_for_a_selection()

    def mark(self, kind: str) -> None:
        """Mark the selection as a kind of text out of scope, or say so of the region at the caret."""
        selection, here = self._window.view.selection, self._here()
        if selection is not None and not self._has_zone(selection):
            self._add(selection, kind)
        elif here is not None and here.kind != kind:
            self._session.change_zone(here, Zone(here.span, kind))
        elif here is None:
            self._ask_for_a_selection()

    def _add(self, span: Span, kind: str) -> None:
        self._session.add_zone(span, kind)
        self._window.view.place_caret(span.end)

    def _has_zone(self, span: Span) -> bool:
        layer = self._session.layer
        return layer is not None and any(zone.span == span for zone in layer.zones)

    def _here(self) -> Zone | None:
        """Return the first zone that the selection or the caret is in."""
        view, layer = self._window.view, self._session.layer
        if layer is None:
            return None
        place = view.selection or Span(view.caret, view.caret + 1)
        return next((zone for zone in sorted(layer.zones) if zone.span.overlaps(place)), None)

    def _ask_for_a_selection(self) -> None:
        self.say(self.tr("Select the text that is out of scope first."))
