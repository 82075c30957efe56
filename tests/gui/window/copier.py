"""The real window, in which something is copied by hand before it is closed.

Run as ``python -m tests.gui.window.copier PROJECT WHAT``: ``article``, or the name of a dialog of `every_dialog`.
It prints what the clipboard holds at the end, and ends as the program does.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.crash.window_victim import open_window
from tests.gui.dialogs.every_dialog import EVERY
from ui.workspace import Workspace

CONTROL = Qt.KeyboardModifier.ControlModifier


def copy(workspace: Workspace, folder: Path, what: str) -> None:
    if what == "article":
        session, view = workspace.session, workspace.window.view
        session.open_article(session.entries()[0].id)
        QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
        QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    elif what == "line":
        line = QLineEdit("سطر", workspace.window)
        line.show()
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_C, CONTROL)
    elif what == "data of ours":
        data = QMimeData()
        data.setText("نص")
        data.setHtml("<b>نص</b>")
        QGuiApplication.clipboard().setMimeData(data)
    else:
        dialog = EVERY[what](folder)
        dialog.show()
        QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
        dialog.close()


def main(folder: Path, what: str) -> int:
    workspace = open_window(folder)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    copied: list[str] = []

    def act() -> None:
        copy(workspace, folder, what)
        copied.append(QGuiApplication.clipboard().text())
        workspace.window.close()

    QTimer.singleShot(0, act)
    code = app.exec()
    assert QGuiApplication.clipboard().text() == copied[0]
    print(len(copied[0]))
    return code


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
