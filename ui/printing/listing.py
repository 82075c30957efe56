"""What annotations carry beside their words, as lines of text that follow an article on paper."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from annotator.model import Annotation, Article, Layer, Schema
from ui import i18n
from ui.i18n import isolate

LONGEST = 90
"""Characters of an annotation's words that the list shows."""

_HEADING = 1.25
"""Size of the heading as a share of the list's."""


def listing_of(
    article: Article, layer: Layer, schema: Schema, font: QFont, width: float
) -> QTextDocument | None:
    """Return the annotations that have a value, a note or a link, a paragraph each; None where none has.

    ``font`` has its size in pixels.
    """
    said = [(one, _details(one, article, layer, schema)) for one in layer.in_order]
    said = [(one, details) for one, details in said if details]
    if not said:
        return None
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    paragraph = QTextBlockFormat()
    right_to_left = i18n.current() == "ar"
    paragraph.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    cursor.setBlockFormat(paragraph)
    heading = QTextCharFormat()
    heading.setProperty(
        QTextFormat.Property.FontPixelSize.value, round(font.pixelSize() * _HEADING)
    )
    heading.setFontWeight(QFont.Weight.Bold)
    cursor.insertText(QCoreApplication.translate("Printing", "Values, links and notes"), heading)
    for one, details in said:
        cursor.insertBlock(paragraph, QTextCharFormat())
        title = _title(one.label, schema)
        head = f"{isolate(title)}  «{isolate(shortened(one, article))}»  "
        cursor.insertText(head + " · ".join(details))
    document.setTextWidth(width)
    return document


def shortened(annotation: Annotation, article: Article) -> str:
    words = " ".join(annotation.span.of(article.text).split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def _title(label: str, schema: Schema) -> str:
    found = schema.label(label)
    return found.title(i18n.current()) if found else label


def _details(annotation: Annotation, article: Article, layer: Layer, schema: Schema) -> list[str]:
    label = schema.label(annotation.label)
    details: list[str] = []
    for name, value in annotation.attributes.items():
        known = label.attribute(name) if label else None
        title = known.title(i18n.current()) if known else name
        details.append(f"{isolate(title)}: {isolate(value)}")
    links = {one.name: one.title(i18n.current()) for one in schema.relations}
    for relation in layer.relations_of(annotation.id):
        if relation.head == annotation.id and relation.dependent in layer:
            other = shortened(layer[relation.dependent], article)
            details.append(f"{isolate(links.get(relation.type, relation.type))}: {isolate(other)}")
    if annotation.note:
        note = QCoreApplication.translate("Printing", "note")
        details.append(f"{note}: {isolate(' '.join(annotation.note.split()))}")
    return details
