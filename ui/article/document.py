"""Lay an article out once: one character format, direction per paragraph, room under each line for the lanes."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

from annotator.text.direction import base_direction

BLANK_LINE_HEIGHT = 45
"""Percent: pages copied from the web separate paragraphs by several empty lines, which only push the text apart."""

MARGIN = 32
"""Pixels around the text, so that no edge handle or outline is cut off."""


def build_document(
    text: str, font: QFont, line_height: float, parent: QObject | None = None
) -> QTextDocument:
    """Return a document of ``text``, never laid out until a view asks, so that opening a long article is quick.

    ``line_height`` is in percent of the font's own; what is added lies under the letters and holds lanes and chips.
    Every paragraph takes the direction of its first strong character and right-to-left where it has none.
    """
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(MARGIN)
    document.setDefaultFont(font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    # Qt would take an installed colour font for emoji before any family that ``font`` names.
    option.setFlags(QTextOption.Flag.DisableEmojiParsing)
    document.setDefaultTextOption(option)
    cursor = QTextCursor(document)
    cursor.setBlockFormat(_paragraph(Qt.LayoutDirection.RightToLeft, line_height))
    cursor.insertText(text)
    _adjust_paragraphs(document, line_height)
    return document


def _adjust_paragraphs(document: QTextDocument, line_height: float) -> None:
    """Turn left-to-right paragraphs and draw blank ones together; most are neither."""
    block = document.begin()
    while block.isValid():
        text = block.text()
        if not text or text.isspace():
            block_format = _paragraph(Qt.LayoutDirection.RightToLeft, BLANK_LINE_HEIGHT)
            QTextCursor(block).setBlockFormat(block_format)
        elif base_direction(text, default="rtl") == "ltr":
            block_format = _paragraph(Qt.LayoutDirection.LeftToRight, line_height)
            QTextCursor(block).setBlockFormat(block_format)
        block = block.next()


def _paragraph(direction: Qt.LayoutDirection, line_height: float) -> QTextBlockFormat:
    block_format = QTextBlockFormat()
    block_format.setLayoutDirection(direction)
    block_format.setLineHeight(
        line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    )
    return block_format
