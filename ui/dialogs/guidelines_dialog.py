"""Shows the project's guidelines beside the window while annotating goes on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from annotator.text.direction import base_direction
from ui.style import assets
from ui.widgets.form import WIDE, FormDialog

READING_SIZE = 13
LINE_HEIGHT = 140


class GuidelinesDialog(FormDialog):
    """``text`` is Markdown. Show it, do not exec it: it is meant to stay open."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", width=WIDE)
        self.setWindowTitle(self.tr("Guidelines"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page = QTextBrowser()
        self.page.setAccessibleName(self.tr("Guidelines"))
        self.page.setOpenExternalLinks(True)
        self.page.setFont(assets.article_font("Noto Sans Arabic", READING_SIZE))
        self.page.setMinimumHeight(420)
        right_to_left = base_direction(text) == "rtl"
        direction = (
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        self.page.setLayoutDirection(direction)
        option = QTextOption()
        option.setTextDirection(direction)
        self.page.document().setDefaultTextOption(option)
        self.page.setMarkdown(text)
        cursor = QTextCursor(self.page.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLayoutDirection(direction)
        spacing.setLineHeight(
            LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        cursor.mergeBlockFormat(spacing)
        self.body.addWidget(self.page, 1)
        self.add_buttons(self.tr("Close"))
