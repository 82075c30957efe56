from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ui.style import assets
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.save_state import ICONS, NotSaved, ReadOnly, Saved, Saving, State, words_for

ICON = QSize(16, 16)


class SaveLabel(QWidget):
    """Says with an icon and words whether the work is on disk; a failure also to a screen reader, with a button."""

    retry_requested = Signal()
    announced = Signal(str)
    """Words that were also spoken: a failure, its end, and that nothing can be edited; never each saved edit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: State = Saved()
        self._worry: State | None = None
        self._icon = QLabel()
        self._words = ElidedLabel(Qt.TextElideMode.ElideRight)
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._retry = QToolButton()
        self._retry.clicked.connect(self.retry_requested)
        self._countdown = QTimer(self)
        self._countdown.setInterval(1000)
        self._countdown.timeout.connect(self._tick)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._retry)
        self._show()

    @property
    def words(self) -> str:
        """What is shown now."""
        return self._words.text()

    @property
    def counts_down(self) -> bool:
        """Whether seconds to the next try are being counted."""
        return self._countdown.isActive()

    def show_state(self, state: State) -> None:
        self._state = state
        counts_down = isinstance(state, NotSaved) and state.retry_in is not None
        self._countdown.start() if counts_down else self._countdown.stop()
        self._show()
        if self._is_news(state):
            self._announce(urgent=isinstance(state, NotSaved))
        self._row.activate()  # at once: through the event queue new words would be cut for two frames

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (
            QEvent.Type.LanguageChange,
            QEvent.Type.PaletteChange,
            QEvent.Type.StyleChange,
        ):
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        words = words_for(self._state)
        self._words.show_words(words)
        self.setAccessibleName(words)
        self._icon.setPixmap(
            assets.icon(ICONS[type(self._state)]).pixmap(ICON, self.devicePixelRatioF())
        )
        self._retry.setText(self.tr("Try again now"))
        self._retry.setVisible(isinstance(self._state, NotSaved))

    def _tick(self) -> None:
        if isinstance(self._state, NotSaved):
            self._state = self._state.one_second_later()
            self._show()

    def _is_news(self, state: State) -> bool:
        """Tell whether a state should interrupt a listener: another failure than before, or its end."""
        match self._worry, state:
            case _, Saving():
                return False
            case None, Saved():
                return False
            case NotSaved(known), NotSaved(reason) if known == reason:
                return False
            case known, ReadOnly() if known == state:
                return False
        self._worry = None if isinstance(state, Saved) else state
        return True

    def _announce(self, *, urgent: bool) -> None:
        event = QAccessibleAnnouncementEvent(self, self.words)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)
        self.announced.emit(self.words)
