"""The settings as they are now, written to disk whenever they change."""

from PySide6.QtCore import QObject, Signal

from ui import settings as store
from ui.settings import Place, Settings, WindowPlace


class Memory(QObject):
    """Holds the current settings and tells when they change."""

    changed = Signal(object, object)  # Settings before and after

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings if settings is not None else store.load()

    def update(self, settings: Settings) -> None:
        """Use and keep new settings."""
        before, self.settings = self.settings, settings
        if before != settings:
            store.save(settings)
            self.changed.emit(before, settings)

    def preview(self, settings: Settings) -> None:
        """Use settings without keeping them: a dialog is still open."""
        before, self.settings = self.settings, settings
        self.changed.emit(before, settings)

    def remember_place(self, project_id: str, article_id: str, caret: int) -> None:
        self.update(self.settings.with_place(project_id, Place(article_id, caret)))

    def remember_window(self, direction: str, place: WindowPlace) -> None:
        self.update(self.settings.with_window(direction, place))
