"""What annotations carry beside their words, as lines of text that follow an article on paper."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from annotator.model import Annotation, Article, Layer, Remark, RemarkKind, Schema
from annotator.model.remark import REPLY
from ui import i18n
from ui.i18n import isolate
from ui.widgets.lines import upright

LONGEST = 90
"""Characters of an annotation's words that the list shows."""

_HEADING = 1.25
"""Size of the heading as a share of the list's."""


def listing_of(
    article: Article,
    layer: Layer,
    replies: Mapping[str, str],
    schema: Schema,
    font: QFont,
    width: float,
) -> QTextDocument | None:
    """Return the annotations that have a value, a note or a link, then the flags and questions, a paragraph each; None where there is none.

    ``font`` has its size in pixels.
    """
    said = [(one, _details(one, article, layer, schema)) for one in layer.in_order]
    said = [(one, details) for one, details in said if details]
    asked = [
        _asked(layer.placed(one), article, replies)
        for one in layer.remarks_in_order
        if one.kind != REPLY
    ]
    if not said and not asked:
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
    annotations = [
        f"{isolate(_title(one.label, schema))}  «{isolate(shortened(one, article))}»  {' · '.join(details)}"
        for one, details in said
    ]
    for title, lines in (
        (QCoreApplication.translate("Printing", "Values, links and notes"), annotations),
        (QCoreApplication.translate("Printing", "Flags and questions"), asked),
    ):
        if not lines:
            continue
        if cursor.position():
            cursor.insertBlock(paragraph, QTextCharFormat())
        cursor.insertText(title, heading)
        for line in lines:
            cursor.insertBlock(paragraph, QTextCharFormat())
            cursor.insertText(upright(line), QTextCharFormat())
    document.setTextWidth(width)
    return document


def _asked(remark: Remark, article: Article, replies: Mapping[str, str]) -> str:
    """Return a flag or question with what it is about, what was asked and what was answered."""
    translate = QCoreApplication.translate
    is_flag = remark.kind == RemarkKind.FLAG
    parts = [translate("Remarks", "Flag") if is_flag else translate("Remarks", "Question")]
    if remark.is_settled:
        parts[0] += f" ({translate('Printing', 'settled')})"
    about = translate("Remarks", "the whole article")
    if remark.span is not None:
        about = f"«{isolate(_cut(remark.span.of(article.text)))}»"
    if remark.text:
        parts.append(isolate(" ".join(remark.text.split())))
    if reply := replies.get(remark.id):
        said = translate("Remarks", "The lead: %1")
        parts.append(said.replace("%1", isolate(" ".join(reply.split()))))
    if remark.answer:
        title = translate("Printing", "answer")
        parts.append(f"{title}: {isolate(' '.join(remark.answer.split()))}")
    return f"{about}  {' · '.join(parts)}"


def shortened(annotation: Annotation, article: Article) -> str:
    return _cut(annotation.span.of(article.text))


def _cut(text: str) -> str:
    words = " ".join(text.split())
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
