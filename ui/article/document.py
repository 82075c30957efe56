"""Lay an article out once: one character format, one pitch for all lines, direction per paragraph."""

from collections.abc import Collection

import regex
from PySide6.QtCore import QObject, QSizeF, Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

from annotator.text.direction import base_direction
from ui.article.offsets import NEW_PARAGRAPH

HAIR = 1.0
"""Pixels of a blank line that must not be seen; a hidden block would take its place at the document's top."""

_BLANK = regex.compile(r"[\s\p{Default_Ignorable_Code_Point}\u200e\u200f\ufeff]*")
_NEW_PARAGRAPH = regex.compile(f"[{NEW_PARAGRAPH}]")


def paragraphs_with_text(text: str) -> list[int]:
    """Return the numbers of the paragraphs in which something can be seen, ascending."""
    paragraphs = _NEW_PARAGRAPH.split(text)
    return [n for n, paragraph in enumerate(paragraphs) if not _BLANK.fullmatch(paragraph)]


def build_document(
    text: str,
    font: QFont,
    pitch: float,
    gap: float,
    with_text: Collection[int],
    parent: QObject | None = None,
) -> QTextDocument:
    """Return a document of ``text``, never laid out until a view asks, so that opening a long article is quick.

    All lines are ``pitch`` pixels apart and a run of blank ones takes ``gap``, however many there are: pages copied from the
    web separate paragraphs by several. ``with_text`` are the paragraphs that are not blank. Every paragraph takes the
    direction of its first strong character and right-to-left where it has none.
    """
    document = QTextDocument(parent)
    # Of no size nothing is laid out; of the one that Qt begins with, all of it is, in endless lines that nobody sees.
    document.setPageSize(QSizeF(0, 0))
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    # Qt would take an installed colour font for emoji before any family that ``font`` names.
    option.setFlags(QTextOption.Flag.DisableEmojiParsing)
    document.setDefaultTextOption(option)
    cursor = QTextCursor(document)
    cursor.setBlockFormat(_paragraph(Qt.LayoutDirection.RightToLeft, pitch))
    cursor.insertText(text)
    _adjust_paragraphs(document, pitch, gap, frozenset(with_text))
    return document


def _adjust_paragraphs(
    document: QTextDocument, pitch: float, gap: float, with_text: frozenset[int]
) -> None:
    """Turn left-to-right paragraphs and draw blank ones together; most are neither."""
    right_to_left, left_to_right = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    block = document.begin()
    after_text = False
    while block.isValid():
        if block.blockNumber() not in with_text:
            height = gap if after_text else HAIR
            QTextCursor(block).setBlockFormat(_paragraph(right_to_left, height))
            after_text = False
        else:
            after_text = True
            if base_direction(block.text(), default="rtl") == "ltr":
                QTextCursor(block).setBlockFormat(_paragraph(left_to_right, pitch))
        block = block.next()


def _paragraph(direction: Qt.LayoutDirection, height: float) -> QTextBlockFormat:
    """Return the format of a paragraph whose lines are so many pixels apart, with their baselines at four fifths.

    A proportional height under 100 % would leave a line's box as tall as the font's and over its neighbour.
    """
    block_format = QTextBlockFormat()
    block_format.setLayoutDirection(direction)
    block_format.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return block_format
