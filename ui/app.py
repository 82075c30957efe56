"""Start the window."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication
from shiboken6 import createdByPython

from ui import i18n
from ui.commands.table import MENUS, SPECS, SUBMENUS
from ui.main_window import MainWindow
from ui.settings import Memory, Settings
from ui.style import assets, theme

if TYPE_CHECKING:
    from ui.workspace import Workspace


def make_application(arguments: Sequence[str] = ("hashiya",)) -> QApplication:
    """Return the one application object, with our name and our look."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        app = running
    else:
        app = QApplication(list(arguments))
        app.aboutToQuit.connect(hand_clipboard_to_qt)
    app.setApplicationName("hashiya")
    app.setApplicationDisplayName("Hashiya")
    app.setDesktopFileName("hashiya")
    assets.lend_font(app)
    return app


def hand_clipboard_to_qt() -> None:
    """Copy what Python put on the clipboard once more, as text of Qt's own; leave everybody else's as it is.

    Data that Python made (the article view's) is gone before the clipboard lets go of it, and the process would end with a
    segmentation fault (139): plain PySide does so as well. `ownsClipboard` is no help, the offscreen platform denies it.
    """
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        data = clipboard.mimeData(mode)
        if data and createdByPython(data):  # None where there is nothing, whatever the stub says
            clipboard.setText(data.text(), mode)


def make_window(app: QApplication, memory: Memory) -> MainWindow:
    """Dress the application as the settings say and make the frame of the window, not shown yet."""
    i18n.install(app, memory.settings.language, memory.settings.region)
    theme.apply(app, memory.settings.theme)
    window = MainWindow(SPECS, MENUS, SUBMENUS)
    window.restore_geometry(memory.settings.geometry)
    return window


def make_workspace(app: QApplication, memory: Memory) -> "Workspace":
    """Make the whole window, not shown yet."""
    return furnish(make_window(app, memory), memory)


def furnish(window: MainWindow, memory: Memory) -> "Workspace":
    from ui.workspace import Workspace

    assets.load_fonts()
    return Workspace(memory, window)


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the window until it is closed; open the project named in ``arguments``, else the last one."""
    arguments = sys.argv[1:] if arguments is None else arguments
    app = make_application()
    memory = Memory()
    window = make_window(app, memory)
    first = first_project(memory.settings, arguments)
    if first is not None:
        window.show_blank()
    window.show()
    # The window first, the project second: reading it must not delay what the user sees.
    QTimer.singleShot(0, lambda: _begin(window, memory, first))
    return app.exec()


def first_project(settings: Settings, arguments: Sequence[str]) -> Path | None:
    """Return the project that was asked for or was open last; one that is gone is no reason for a message."""
    if arguments:
        return Path(arguments[0])
    if (
        settings.recent
        and settings.annotator
        and (Path(settings.recent[0]) / "project.json").exists()
    ):
        return Path(settings.recent[0])
    return None


def _begin(window: MainWindow, memory: Memory, project: Path | None) -> None:
    from ui import crash

    workspace = furnish(window, memory)
    crash.install(window, lambda: workspace.session.pending)
    crash.catch_native_crashes()
    if project is not None:
        workspace.commands.project.open_or_explain(project)
    if workspace.session.project is None:
        window.show_welcome()


if __name__ == "__main__":
    sys.exit(main())
