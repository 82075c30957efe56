"""Writes down what happens to the program and to the open project: when, never what anybody wrote."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication

from annotator import __version__
from ui.log.private import without_private
from ui.log.rotating import Log
from ui.saver import SaveState
from ui.session import Session

MOST_MESSAGES = 200
"""Messages of Qt's that one run writes down, each once: one that comes with every repaint must not push all else out."""

_GRAVE = {
    QtMsgType.QtWarningMsg: "Qt warning",
    QtMsgType.QtCriticalMsg: "Qt error",
    QtMsgType.QtFatalMsg: "Qt end",
}


def note_start(log: Log) -> None:
    """Write down that the program began, and what it stands on."""
    version = ".".join(map(str, sys.version_info[:3]))
    platform = f"{sys.platform} {QApplication.platformName()}"
    log.note("start", f"Hashiya {__version__}, Python {version}, Qt {qVersion()}, {platform}")


class Witness(QObject):
    """Listens to a session for the log."""

    def __init__(self, session: Session, log: Log) -> None:
        super().__init__(session)
        self._session, self._log = session, log
        self._open = ""
        self._refused = ""
        session.project_changed.connect(self._note_project)
        session.save_state_changed.connect(self._note_saving)
        session.noticed.connect(lambda notices: log.note("notice", f"{len(notices)} about files"))

    def end(self) -> None:
        self._log.note("end", "closed by its user")

    def _note_project(self) -> None:
        project = self._session.project
        if self._open:
            self._log.note("closed", self._open)
        self._open = project.path.name if project else ""
        if project is not None:
            how = "read-only" if project.read_only else "to write"
            self._log.note("opened", f"{self._open} {how}, {len(self._session.entries())} articles")

    def _note_saving(self, state: SaveState) -> None:
        refused = without_private(state.reason)
        if refused and refused != self._refused:
            self._log.note("save refused", refused)
        elif self._refused and not refused and not state.pending:
            self._log.note("saved", "what had been refused")
        elif self._refused and not refused:
            return  # trying again; the next state tells
        self._refused = refused


def write_qt_messages_down(log: Log) -> Callable[[], None]:
    """Put Qt's warnings into the log as well; return what undoes it. Who listened before goes on hearing everything."""
    written: set[str] = set()

    def handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind in _GRAVE and message not in written and len(written) < MOST_MESSAGES:
            written.add(message)
            log.note(_GRAVE[kind], without_private(message))
        if before is not None:
            before(kind, context, message)
        else:
            sys.stderr.write(f"{message}\n")

    before = qInstallMessageHandler(handle)

    def undo() -> None:
        qInstallMessageHandler(before)

    return undo
