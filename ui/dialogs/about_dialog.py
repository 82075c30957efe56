"""Says what this program is, in which version, on what."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator import __version__
from ui.i18n import isolate_ltr
from ui.log.support import support_report
from ui.style import assets
from ui.widgets.form import GAP, FormDialog, quiet, text

_LOGO = QSize(72, 72)


class AboutDialog(FormDialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "")
        self.setWindowTitle(self.tr("About Hashiya"))
        logo = QLabel()
        logo.setPixmap(assets.icon("hashiya").pixmap(_LOGO, self.devicePixelRatioF()))
        logo.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(GAP)
        words.addWidget(text(self.tr("Hashiya"), "heading"))
        words.addWidget(text(self.tr("Annotation of Arabic political texts"), "plain"))
        words.addWidget(
            quiet(
                self.tr(
                    "Named after the ḥāshiya, the gloss in the margin of a manuscript: "
                    "it explains the text and never touches it."
                )
            )
        )
        words.addWidget(quiet(self.tr("Version %1").replace("%1", isolate_ltr(__version__))))
        words.addWidget(
            quiet(
                self.tr(
                    "Free software under the MIT licence. Its fonts are renamed copies of Amiri and Noto, under the SIL Open Font License."
                )
            )
        )
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        row.addWidget(logo, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.copy = QPushButton(self.tr("&Copy report for support"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        self.buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        close = self.buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.AcceptRole)
        close.setDefault(True)
        self.setTabOrder(close, self.copy)  # as they stand

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(support_report())
        self.copy.setText(self.tr("Copied"))
