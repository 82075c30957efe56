"""Tells of a bug: what is safe, what to send, and how to go on."""

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.log.rotating import Log
from ui.log.support import support_report
from ui.style import assets
from ui.widgets.form import GAP, WIDE, FormDialog, quiet, text

_ICON = QSize(32, 32)


class CrashDialog(FormDialog):
    """``report`` is the traceback. ``unsaved`` counts edits that are not on the disk, None where nobody can tell.

    ``log`` may be None where none is written. Accepted means going on, rejected quitting.
    """

    def __init__(
        self,
        report: str,
        *,
        unsaved: int | None,
        log: Log | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, "", width=WIDE)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._log = log
        picture = QLabel()
        picture.setPixmap(assets.icon("error").pixmap(_ICON, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(GAP)
        words.addWidget(text(self.tr("Hashiya made a mistake"), "heading"))
        self.safety = text(self._safety(unsaved), "good" if unsaved == 0 else "plain")
        words.addWidget(self.safety)
        words.addWidget(
            quiet(
                self.tr(
                    "Please send the report to whoever looks after Hashiya for you. "
                    "Look through it first: a message in it may quote a few words of an article."
                )
            )
        )
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self._text = f"{report.strip()}\n\n{support_report(log)}"
        self.report = QPlainTextEdit(self._text)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setMinimumHeight(180)
        self.body.addWidget(self.report)
        self.copy = self._action(self.tr("&Copy report"))
        self.copy.clicked.connect(self._copy)
        self.log = self._action(self.tr("Open &log folder"))
        self.log.clicked.connect(self._open_log)
        self.log.setVisible(log is not None)
        self.buttons.addButton(
            self.tr("Quit"), QDialogButtonBox.ButtonRole.RejectRole
        ).setAutoDefault(False)
        go_on = self.buttons.addButton(self.tr("Go on"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)

    def _safety(self, unsaved: int | None) -> str:
        if unsaved is None:
            return self.tr(
                "Changes that the window showed as saved are on the disk. The last one may be lost."
            )
        if unsaved == 0:
            return self.tr("Your work is saved: every change is on the disk.")
        return self.tr(
            "%Ln change(s) had not reached the disk; everything before is saved. “Go on” lets Hashiya try again.",
            "",
            unsaved,
        )

    def _action(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return button

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.copy.setText(self.tr("Copied"))

    def _open_log(self) -> None:
        if self._log is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log.folder)))
