"""The palette, the keyboard's cheat sheet, and what this program is."""

from PySide6.QtGui import QAction, QKeySequence

from ui.actions import Spec, plain
from ui.commands.base import Commands
from ui.commands.label_menu import LabelMenu
from ui.main_window import MainWindow
from ui.session import Session


class HelpCommands(Commands):
    """What the Help menu does; palette and cheat sheet are made from the table of commands."""

    def __init__(self, window: MainWindow, session: Session, labels: LabelMenu) -> None:
        super().__init__(window, session)
        self._labels = labels

    def show_palette(self) -> None:
        from ui.dialogs.command_palette import CommandPalette

        actions = [action for _, action in self._window.actions_table.all()]
        CommandPalette([*actions, *self._labels.actions], self._window).open_over(self._window)

    def show_shortcuts(self) -> None:
        from ui.dialogs.shortcuts_dialog import Shortcut, ShortcutsDialog

        titles = self._window.menu_titles()
        rows = [
            Shortcut(titles[spec.menu].replace("&", ""), plain(action), keys_of(spec, action))
            for spec, action in self._window.actions_table.all()
            if keys_of(spec, action)
        ]
        group = titles["annotate"].replace("&", "")
        first = next((i for i, row in enumerate(rows) if row.group == group), len(rows))
        rows[first:first] = [
            Shortcut(group, plain(action), (str(action.data()),)) for action in self._labels.actions
        ]
        ShortcutsDialog(rows, self._window).show()

    def show_about(self) -> None:
        from ui.dialogs.about_dialog import AboutDialog

        AboutDialog(self._window).exec()


def keys_of(spec: Spec, action: QAction) -> tuple[str, ...]:
    """Return every key of a command, as Qt writes them in English."""
    portable = QKeySequence.SequenceFormat.PortableText
    keys = [shortcut.toString(portable) for shortcut in action.shortcuts()]
    return (*dict.fromkeys(keys), *([spec.bare] if spec.bare else []))
