"""When a bug escapes: write it down, say truthfully what is safe, let the user go on."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui import settings

LOG_BYTES = 1_000_000
LOG_COPIES = 3


def install(window: QWidget, unsaved: Callable[[], int]) -> None:
    """Catch what nobody caught: slots, events and threads all end in ``sys.excepthook``."""
    folder = settings.folder() / "log"
    showing: list[QDialog] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        import traceback  # not before there is something to trace

        report = "".join(traceback.format_exception(kind, error, trace))
        _write_down(folder, report)
        sys.stderr.write(report)
        if showing:  # a bug that repeats with every repaint must not pile up dialogs
            return
        from ui.dialogs.errors.crash_dialog import CrashDialog

        dialog = CrashDialog(report, unsaved=unsaved(), log_folder=folder, parent=window)
        showing.append(dialog)
        goes_on = dialog.exec()
        showing.clear()
        if not goes_on:
            QApplication.quit()

    sys.excepthook = hook


def _write_down(folder: Path, report: str) -> None:
    """Add a report to the log; a log that cannot be written must not hide the report itself."""
    import logging
    from contextlib import suppress
    from logging.handlers import RotatingFileHandler

    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "hashiya.log", maxBytes=LOG_BYTES, backupCount=LOG_COPIES, encoding="utf-8"
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        handler.handle(logging.LogRecord("hashiya", logging.ERROR, "", 0, report, None, None))
        handler.close()


def catch_native_crashes() -> None:
    """Have Python say where it was when Qt itself crashes; call once the window is up."""
    import faulthandler
    from contextlib import suppress

    folder = settings.folder() / "log"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        # Kept open for as long as the process lives: that is what faulthandler writes into.
        faulthandler.enable((folder / "native-crash.log").open("a", encoding="utf-8"))
