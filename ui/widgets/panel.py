from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Panel(QWidget):
    """A part of the window beside the text, which says itself where in it the keyboard goes.

    No focus proxy: `Tab` would enter the panel at the proxy and pass over what stands before it, and go no further than one that is hidden.
    """

    @property
    def landing(self) -> QWidget | None:
        """The widget that takes the keyboard sent to this panel; nothing where it has nothing to show."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the keyboard to where the panel wants it, if it wants it."""
        landing = self.landing
        if landing is not None:
            landing.setFocus(Qt.FocusReason.ShortcutFocusReason)
