"""Start the window."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from annotator.errors import AnnotatorError
from ui import assets, crash, i18n, theme
from ui.memory import Memory
from ui.workspace import Workspace


def make_application(arguments: Sequence[str] = ("hashiya",)) -> QApplication:
    """Return the one application object, with our name and our look."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(list(arguments))
    app.setApplicationName("hashiya")
    app.setApplicationDisplayName("Hashiya")
    app.setDesktopFileName("hashiya")
    return app


def make_workspace(app: QApplication, memory: Memory) -> Workspace:
    """Dress the application as the settings say and build the window, not shown yet."""
    i18n.install(app, memory.settings.language, memory.settings.region)
    theme.apply(app, memory.settings.theme)
    assets.load_fonts()
    return Workspace(memory)


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the window until it is closed; open the project named in ``arguments``, else the last one."""
    arguments = sys.argv[1:] if arguments is None else arguments
    app = make_application()
    memory = Memory()
    workspace = make_workspace(app, memory)
    crash.install(workspace.window, lambda: workspace.session.pending)
    workspace.window.show()
    # The window first, the project second: reading it must not delay what the user sees.
    QTimer.singleShot(0, lambda: open_first(workspace, arguments))
    QTimer.singleShot(0, crash.catch_native_crashes)
    return app.exec()


def open_first(workspace: Workspace, arguments: Sequence[str]) -> None:
    """Open what was asked for or what was open last; a last project that is gone is no reason for a message."""
    from ui.dialogs.error_box import show_error

    recent = workspace.memory.settings.recent
    try:
        if arguments:
            workspace.projects.open(Path(arguments[0]))
        elif (
            recent
            and (Path(recent[0]) / "project.json").exists()
            and workspace.memory.settings.annotator
        ):
            workspace.projects.open(Path(recent[0]))
    except AnnotatorError as error:
        show_error(workspace.window, error)


if __name__ == "__main__":
    sys.exit(main())
