"""Guidelines at a readable size, with examples from the project under the section of each label."""

from collections.abc import Mapping, Sequence
from math import ceil

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QFontInfo,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from annotator.model import Label, Schema
from annotator.project.label_examples import Example
from annotator.text.direction import base_direction
from ui.i18n import isolate
from ui.panels.guidelines.sections import PARAGRAPH, Section, section_of, sections_of
from ui.style import assets, theme

PITCH = 1.65
"""From line to line, in the letters' size: the faces' own distance is that of the tallest among them."""

HEADINGS = {1: 1.3, 2: 1.15}
"""Sizes of headings as multiples of the text's; deeper ones are bold only."""

SCHEME = "hashiya-example"
INDENT = 14
GAP = 5


class GuidePage(QTextBrowser):
    """``text`` is Markdown; links to examples are told, others open where the system opens them."""

    example_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._markdown = ""
        self._size = 12
        self._examples: Mapping[str, Sequence[Example]] = {}
        self._links: list[Example] = []
        self._schema: Schema | None = None
        self._gone_to: Section | None = None
        """The section brought to the top, until somebody scrolls."""
        self.verticalScrollBar().actionTriggered.connect(self._let_go)
        self.sections: tuple[Section, ...] = ()

    def show_markdown(self, markdown: str) -> None:
        """Show a text; where it is the one on show, only little changed, the place stays."""
        bar = self.verticalScrollBar()
        place, read = bar.value(), self._section_read()
        self._markdown = markdown
        self._render()
        bar.setValue(place)
        if read is not None:  # what was put in before it, as examples are, must not push it away
            section, below = read
            same = [one for one in self.sections if one.title == section.title]
            if same:
                near = min(same, key=lambda one: abs(one.block - section.block))
                self._bring_to_top(near, below)
                self._gone_to = near if self._gone_to == section else None

    def show_examples(self, examples: Mapping[str, Sequence[Example]], schema: Schema) -> None:
        """Put examples under the sections of their labels."""
        self._examples, self._schema = examples, schema
        self.show_markdown(self._markdown)

    def set_size(self, points: int) -> None:
        if points != self._size:
            self._size = points
            self.show_markdown(self._markdown)

    def go_to(self, section: Section) -> None:
        """Bring a section to the top of the page."""
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(section.block)))
        self._bring_to_top(section)
        self._gone_to = section

    def section_of(self, label: Label) -> Section | None:
        return section_of(label, self.sections)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the section that was gone to: a panel gets its size after it is opened at one."""
        super().resizeEvent(event)
        if self._gone_to in self.sections:
            self._bring_to_top(self._gone_to)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.show_markdown(self._markdown)

    def _let_go(self, *_: object) -> None:
        self._gone_to = None

    def _top_of(self, section: Section) -> int:
        block = self.document().findBlockByNumber(section.block)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        return ceil(top)  # no row of pixels of what stands before

    def _bring_to_top(self, section: Section, below: int = 0) -> None:
        """Scroll to so many pixels below a section's beginning; one too near the end is given room after it."""
        bar, top = self.verticalScrollBar(), self._top_of(section) + below
        if top > bar.maximum():
            frame = self.document().rootFrame()
            form = frame.frameFormat()
            form.setBottomMargin(form.bottomMargin() + top - bar.maximum())
            frame.setFrameFormat(form)
        bar.setValue(top)

    def _section_read(self) -> tuple[Section, int] | None:
        """Return the section at the top of what is in view, and how many pixels of it are above; None at the very top."""
        place = self.verticalScrollBar().value()
        before = [section for section in self.sections if self._top_of(section) <= place]
        return (before[-1], place - self._top_of(before[-1])) if place and before else None

    def _render(self) -> None:
        right_to_left = base_direction(self._markdown) == "rtl"
        direction = (
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        self.setFont(assets.article_font("Noto Sans Arabic", self._size))
        option = QTextOption()
        option.setTextDirection(direction)
        document = self.document()
        document.setDefaultFont(self.font())
        document.setDefaultTextOption(option)
        document.setDocumentMargin(10)
        self.setMarkdown(self._markdown)
        self._set_blocks(direction)
        self._links = []
        self._insert_examples(direction)
        self.sections = sections_of(document)

    def _set_blocks(self, direction: Qt.LayoutDirection) -> None:
        """Give lines room, and headings a moderate size: Qt's own is twice the text's."""
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            form = QTextBlockFormat()
            form.setLayoutDirection(direction)
            level = block.blockFormat().headingLevel()
            self._set_pitch(form, HEADINGS.get(level, 1.0))
            if level:
                form.setTopMargin(self._size)
                form.setBottomMargin(GAP)
            cursor.mergeBlockFormat(form)
            if level:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                letters = QTextCharFormat()
                letters.setProperty(QTextCharFormat.Property.FontSizeAdjustment, 0)
                letters.setFontPointSize(self._size * HEADINGS.get(level, 1.0))
                letters.setFontWeight(QFont.Weight.Bold)
                cursor.mergeCharFormat(letters)
            block = block.next()

    def _set_pitch(self, form: QTextBlockFormat, scale: float = 1.0) -> None:
        pixels = QFontInfo(self.font()).pixelSize() * scale
        form.setLineHeight(pixels * PITCH, QTextBlockFormat.LineHeightTypes.FixedHeight.value)

    def _insert_examples(self, direction: Qt.LayoutDirection) -> None:
        if self._schema is None:
            return
        sections = sections_of(self.document())
        places: list[tuple[int, Label]] = []
        for label in self._schema.labels:
            section = section_of(label, sections) if label.name in self._examples else None
            if section is not None:
                places.append((_last_block(section, sections, self.document().blockCount()), label))
        for place, label in sorted(places, key=lambda one: one[0], reverse=True):
            self._insert(place, self._examples[label.name], direction)

    def _insert(
        self, place: int, examples: Sequence[Example], direction: Qt.LayoutDirection
    ) -> None:
        cursor = QTextCursor(self.document().findBlockByNumber(place))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        form = QTextBlockFormat()
        form.setLayoutDirection(direction)
        form.setLeftMargin(0 if direction == Qt.LayoutDirection.RightToLeft else INDENT)
        form.setRightMargin(INDENT if direction == Qt.LayoutDirection.RightToLeft else 0)
        form.setTopMargin(GAP)
        self._set_pitch(form)
        quiet, link = QTextCharFormat(), QTextCharFormat()
        quiet.setForeground(theme.tone("ink_quiet", self.palette()))
        quiet.setFontPointSize(self._size * 0.92)
        link.setForeground(self.palette().link())
        link.setFontPointSize(self._size * 0.92)
        link.setAnchor(True)
        title = self.tr("From gold:") if examples[0].is_gold else self.tr("From your own work:")
        cursor.insertBlock(form, quiet)
        cursor.insertText(title, quiet)
        for example in examples:
            link.setAnchorHref(f"{SCHEME}:{len(self._links)}")
            self._links.append(example)
            cursor.insertBlock(form, quiet)
            cursor.insertText(f"{example.before}", quiet)
            cursor.insertText(f"⟦{isolate(example.words)}⟧", link)
            cursor.insertText(example.after, quiet)

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == SCHEME:
            self.example_chosen.emit(self._links[int(url.path())])
        elif url.scheme() in ("http", "https", "mailto"):
            QDesktopServices.openUrl(url)


def _last_block(section: Section, sections: Sequence[Section], count: int) -> int:
    """Return the last block of a section, which ends where one of its own level or a higher one begins."""
    after = next(
        (
            one.block
            for one in sections
            if one.block > section.block
            and (one.level <= section.level or section.level == PARAGRAPH)
        ),
        count,
    )
    return after - 1
