"""Offers to repair text that is stored as it is drawn, showing lines before and after."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ui.dialogs.transfer.import_preview import Sample
from ui.i18n import isolate
from ui.style import assets
from ui.widgets.form import GAP, quiet

_LINES = 4
_POINTS = 12


class RepairView(QWidget):
    """Hidden while there is nothing to repair. ``title`` is what the core calls it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.check = QCheckBox(title)
        self.explanation = quiet("")
        self.before, self.after = _box(), _box()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.check)
        column.addWidget(self.explanation)
        boxes = QGridLayout()
        boxes.setSpacing(GAP // 2)
        for place, (caption, box) in enumerate(
            ((self.tr("As it is stored"), self.before), (self.tr("After the repair"), self.after))
        ):
            label = QLabel(caption)
            label.setBuddy(box)
            box.setAccessibleName(caption)
            boxes.addWidget(label, 0, place)
            boxes.addWidget(box, 1, place)
        column.addLayout(boxes)
        self.hide()

    def is_wanted(self) -> bool:
        return self.check.isChecked() and not self.isHidden()

    def show_sample(self, sample: Sample | None) -> None:
        self.setVisible(sample is not None)
        if sample is None:
            return
        words = self.tr(
            "%1 looks as if it came from a PDF: its letters are stored in the order they are drawn, "
            "so searching and tagging would go wrong. Does the repaired text read correctly?"
        )
        self.explanation.setText(words.replace("%1", isolate(sample.file)))
        self.before.setPlainText(sample.before)
        self.after.setPlainText(sample.after)


def _box() -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setReadOnly(True)
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    box.setTabChangesFocus(True)
    box.setFont(assets.article_font("Noto Sans Arabic", _POINTS))
    option = box.document().defaultTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    box.document().setDefaultTextOption(option)
    box.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    box.setFixedHeight(box.fontMetrics().lineSpacing() * _LINES + 2 * GAP)
    return box
