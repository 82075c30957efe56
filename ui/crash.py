"""When a bug escapes: write it down, say truthfully what is safe, let the user go on."""

import faulthandler
import logging
import sys
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui import settings

LOG_BYTES = 1_000_000
LOG_COPIES = 3

log = logging.getLogger("hashiya")


def install(window: QWidget, unsaved: Callable[[], int]) -> None:
    """Catch what nobody caught: slots, events and threads all end in ``sys.excepthook``."""
    folder = settings.folder() / "log"
    _write_to(folder)
    showing: list[QDialog] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = "".join(traceback.format_exception(kind, error, trace))
        log.error("%s", report)
        sys.stderr.write(report)
        if showing:  # a bug that repeats with every repaint must not pile up dialogs
            return
        from ui.dialogs.crash_dialog import CrashDialog

        dialog = CrashDialog(report, unsaved=unsaved(), log_folder=folder, parent=window)
        showing.append(dialog)
        goes_on = dialog.exec()
        showing.clear()
        if not goes_on:
            QApplication.quit()

    sys.excepthook = hook


def _write_to(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "hashiya.log", maxBytes=LOG_BYTES, backupCount=LOG_COPIES, encoding="utf-8"
        )
        faulthandler.enable((folder / "crash.log").open("w", encoding="utf-8"))
    except OSError:  # no log is no reason not to start
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
