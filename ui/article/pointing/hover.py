"""Which annotation the pointer rests on."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

REST = 600
"""Milliseconds after which a pointer that stays on an annotation means it."""

QUIET = 1_000
"""Milliseconds without a key: whoever types does not mean what lies under the pointer."""


class Hover(QObject):
    """Tells `rested` with an id when the pointer has stayed on an annotation, and with None when it left that one."""

    rested = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.under: str | None = None
        """The annotation under the pointer, at once."""
        self._told: str | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self._rest)
        self._since_key = QElapsedTimer()

    def move(self, annotation_id: str | None) -> bool:
        """Say what is under the pointer now; tell whether that is another annotation than before."""
        if annotation_id == self.under:
            return False
        self.under = annotation_id
        self._tell(None)
        if annotation_id is None:
            self._timer.stop()
        else:
            self._timer.start()
        return True

    def press_key(self) -> None:
        """Say that a key was pressed: the pointer means nothing until it moves to another annotation."""
        self._since_key.start()
        self._timer.stop()

    def _rest(self) -> None:
        if not self._since_key.isValid() or self._since_key.hasExpired(QUIET):
            self._tell(self.under)

    def _tell(self, annotation_id: str | None) -> None:
        if annotation_id != self._told:
            self._told = annotation_id
            self.rested.emit(annotation_id)
