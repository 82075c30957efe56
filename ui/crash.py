"""When a bug escapes: write it down, say truthfully what is safe, let the user go on."""

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.log.rotating import LARGEST, Log


def install(window: QWidget, unsaved: Callable[[], int], log: Log) -> None:
    """Catch what nobody caught: slots, events and threads all end in ``sys.excepthook``."""
    showing: list[QDialog] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        import traceback  # not before there is something to trace

        from ui.log.private import crash_lines

        log.note("crash", crash_lines(error, trace))
        report = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(report)
        if showing:  # a bug that repeats with every repaint must not pile up dialogs
            return
        from ui.dialogs.errors.crash_dialog import CrashDialog

        dialog = CrashDialog(report, unsaved=unsaved(), log=log, parent=window)
        showing.append(dialog)
        goes_on = dialog.exec()
        showing.clear()
        if not goes_on:
            QApplication.quit()

    sys.excepthook = hook


def catch_native_crashes(log: Log) -> None:
    """Have Python say where it was when Qt itself crashes; call once the window is up."""
    import faulthandler
    from contextlib import suppress

    with suppress(OSError):
        log.folder.mkdir(parents=True, exist_ok=True)
        path = log.folder / "native-crash.log"
        if path.exists() and path.stat().st_size > LARGEST:
            path.replace(path.with_suffix(".log.1"))
        # Kept open for as long as the process lives: that is what faulthandler writes into.
        faulthandler.enable(path.open("a", encoding="utf-8"))
