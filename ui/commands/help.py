"""The palette, the keyboard's cheat sheet, and what this program is."""

from contextlib import suppress

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QKeySequence

from ui import i18n
from ui.actions import Spec, plain
from ui.commands.base import Commands
from ui.commands.label_menu import LabelMenu
from ui.main_window import MainWindow
from ui.session import Session
from ui.widgets.keycap import legends


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
        from ui.review.deciding.shortcuts import deciding_shortcuts

        ShortcutsDialog([*rows, *deciding_shortcuts()], self._window).show()

    def copy_support_report(self) -> None:
        """Put what whoever helps needs to know on the clipboard; nothing is sent."""
        from ui.log.support import support_report

        QGuiApplication.clipboard().setText(support_report())
        self.say(
            self.tr(
                "The report is on the clipboard. Look through it, then paste it into a message."
            )
        )

    def open_log_folder(self) -> None:
        from ui.log.rotating import Log

        folder = Log().folder
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.say(self.tr("The log is in %1").replace("%1", i18n.isolate_ltr(str(folder))))

    def show_about(self) -> None:
        from ui.dialogs.about_dialog import AboutDialog

        AboutDialog(self._window).exec()


def keys_of(spec: Spec, action: QAction) -> tuple[str, ...]:
    """Return every key of a command, as Qt writes them in English."""
    portable = QKeySequence.SequenceFormat.PortableText
    keys = [shortcut.toString(portable) for shortcut in action.shortcuts()]
    seen = {
        tuple(legends(key)): key for key in reversed(keys)
    }  # both Enter keys are one to a reader
    return (*reversed(seen.values()), *([spec.bare] if spec.bare else []))
