"""One command a label, `Tag as Actor`: in the menu Tag as, the palette, the cheat sheet and under the right button."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from ui import i18n
from ui.commands.base import Commands
from ui.commands.tag import TagCommands
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import Memory
from ui.style import assets, theme

UNDER_THE_BUTTON = (
    "edit-attributes",
    "edit-note",
    "ask",
    "flag",
    "tag-everywhere",
    "delete-annotation",
)


class LabelMenu(Commands):
    """Made anew whenever the labels, the language or the colours are other ones."""

    def __init__(
        self, window: MainWindow, session: Session, memory: Memory, tag: TagCommands
    ) -> None:
        super().__init__(window, session)
        self._tag = tag
        self.actions: list[QAction] = []
        session.schema_changed.connect(self.show_labels)
        memory.changed.connect(self.show_labels)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.watcher(app).changed.connect(self.show_labels)
        window.view.menu_requested.connect(self._show_menu)

    def show_labels(self, *_: object) -> None:
        """Put one command a label into the menu Annotate › Tag as."""
        menu = self._window.menu("labels")
        for action in self.actions:
            menu.removeAction(action)
            action.deleteLater()
        self.actions = []
        project = self._session.project
        for label in project.schema.labels if project else ():
            title = self.tr("Tag as %1").replace("%1", label.title(i18n.current()))
            swatch = assets.swatch(label, theme.is_dark(self._window.palette()))
            action = QAction(swatch, i18n.with_keys(title, label.key), self)
            action.setData(label.key.upper())
            press = self.guarded(self._tag.press_label)
            action.triggered.connect(lambda _checked=False, name=label.name, do=press: do(name))
            menu.addAction(action)
            self.actions.append(action)
        menu.setEnabled(bool(self.actions))

    def _show_menu(self, where: QPoint) -> None:
        """Show what can be done with the selection or the annotation under the pointer."""
        table, menu = self._window.actions_table, QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions)
        menu.addSeparator()
        menu.addActions([table[name] for name in UNDER_THE_BUTTON])
        menu.addSeparator()
        menu.addAction(table["zone"])
        menu.addMenu(self._window.menu("zones"))
        menu.addAction(table["copy"])
        menu.popup(where)
