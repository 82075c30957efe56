"""What all charts share: marks on the page that a pointer and the arrow keys reach, mirrored in Arabic."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import i18n
from ui.review.charts.table import Cell, Table
from ui.style import theme

PADDING = 8.0
"""Pixels round the chart and between its parts."""

FEWEST_LETTERS, MOST_LETTERS = 4, 26
"""Room for names, in widths of an x."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a cell of the table stands, as a left-to-right page has it."""

    row: int
    column: int
    box: QRectF


class Chart(QWidget):
    """Draws a `Table`. Subclasses lay out `Mark`s and paint each; they think left to right and `turned` mirrors.

    Arrow keys go from mark to mark as they stand on screen; Enter, Space or a click opens what lies behind one.
    """

    opened = Signal(object)  # Query

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = Table()
        self.marks: list[Mark] = []
        self.current: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_table(self, table: Table) -> None:
        self.table = table
        places = {
            (row, column)
            for row, _ in enumerate(table.rows)
            for column, _ in enumerate(table.columns)
        }
        if self.current not in places:
            self.current = None
        self._arrange()
        self.updateGeometry()

    def cell(self, row: int, column: int) -> Cell:
        return self.table.cells[row][column]

    # -- for subclasses

    def lay_out(self) -> list[Mark]:
        """Return a mark for every cell that is drawn."""
        raise NotImplementedError

    def draw(self, painter: QPainter) -> None:
        """Paint everything but the frame of the current mark."""
        raise NotImplementedError

    def turned(self, box: QRectF) -> QRectF:
        """Return a box of a left-to-right page as it stands on screen."""
        if not self.isRightToLeft():
            return box
        return QRectF(self.width() - box.right(), box.top(), box.width(), box.height())

    def turned_x(self, x: float) -> float:
        """Return a place of a left-to-right page as it stands on screen."""
        return self.width() - x if self.isRightToLeft() else x

    def leading(self) -> Qt.AlignmentFlag:
        """Return the alignment to where reading starts, for text painted into a turned box."""
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute

    def measures(self) -> QFontMetricsF:
        return QFontMetricsF(self.font())

    def names_width(self, names: Sequence[str], font: QFont | None = None) -> float:
        """Return the room that names at the side need, written in ``font`` where it is not the chart's own."""
        measures = QFontMetricsF(font or self.font())
        x = measures.horizontalAdvance("x")
        widest = max((measures.horizontalAdvance(name) for name in names), default=0.0)
        return min(max(widest, FEWEST_LETTERS * x), MOST_LETTERS * x) + PADDING

    def write(self, painter: QPainter, box: QRectF, words: str, flags: Qt.AlignmentFlag) -> None:
        """Write words into a box of a left-to-right page, cut short where they are too long."""
        place = self.turned(box)
        short = QFontMetricsF(painter.font()).elidedText(
            words, Qt.TextElideMode.ElideRight, place.width() + 1
        )
        painter.drawText(place, flags, short)

    def quiet_pen(self) -> QPen:
        return QPen(theme.tone("ink_quiet", self.palette()))

    def ink_pen(self) -> QPen:
        return QPen(self.palette().color(QPalette.ColorRole.Text))

    def bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    # -- pointer and keys

    def go(self, row_step: int, column_step: int) -> None:
        """Go to the nearest mark that way, past places where nothing is drawn."""
        drawn = {(mark.row, mark.column) for mark in self.marks}
        if not drawn:
            return
        if self.current is None:
            self._set_current(min(drawn))
            return
        row, column = self.current
        for _ in range(max(len(self.table.rows), len(self.table.columns))):
            row, column = row + row_step, column + column_step
            if (row, column) in drawn:
                self._set_current((row, column))
                return

    def open_current(self) -> None:
        if self.current is not None:
            query = self.cell(*self.current).query
            if query is not None:
                self.opened.emit(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = -1 if self.isRightToLeft() else 1
        steps = {
            Qt.Key.Key_Right: (0, forward),
            Qt.Key.Key_Left: (0, -forward),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Up: (-1, 0),
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.go(*steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_current()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.marks:
            drawn = sorted((mark.row, mark.column) for mark in self.marks)
            self._set_current(drawn[0] if key == Qt.Key.Key_Home else drawn[-1])
        else:
            super().keyPressEvent(event)

    def mark_at(self, point: QPointF) -> Mark | None:
        return next((mark for mark in self.marks if self.turned(mark.box).contains(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self.mark_at(event.position())
        if mark is not None and event.button() == Qt.MouseButton.LeftButton:
            self._set_current((mark.row, mark.column))
            self.open_current()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        mark = self.mark_at(event.position())
        opens = mark is not None and self.cell(mark.row, mark.column).query is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self.mark_at(QPointF(event.pos()))
            words = self._words(mark.row, mark.column) if mark else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None:
            self.go(0, 0)
        self.update()

    def _set_current(self, place: tuple[int, int]) -> None:
        self.current = place
        self.update()
        words = self._words(*place)
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _words(self, row: int, column: int) -> str:
        cell = self.cell(row, column)
        what = " · ".join(
            i18n.isolate(part)
            for part in (self.table.rows[row], self.table.columns[column])
            if part
        )
        return f"{what}: {cell.text}" + (f"\n{cell.tip}" if cell.tip else "")

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self.font())
            if self.table.is_empty:
                painter.setPen(self.quiet_pen())
                painter.drawText(
                    self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Not enough data")
                )
                return
            self.draw(painter)
            if self.hasFocus() and self.current is not None:
                self._frame_current(painter)

    def _frame_current(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for mark in self.marks:
            if (mark.row, mark.column) == self.current:
                box = self.turned(mark.box)
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Base), 4.5))
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 2.0))
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (
            QEvent.Type.FontChange,
            QEvent.Type.PaletteChange,
            QEvent.Type.LayoutDirectionChange,
        ):
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)

    def _arrange(self) -> None:
        self.marks = [] if self.table.is_empty else self.lay_out()
        self.update()
