"""One answer to a point: the keys of who gave it, what it is, and their names."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from annotator.model import Label
from ui import i18n
from ui.review.rows.chips import draw_chip, width_of
from ui.style import theme
from ui.widgets.lines import draw_line
from ui.widgets.row_paint import CORNER

HEIGHT = 28
CAP, GAP, INSET = 18, 5, 7
NAMES_SHARE = 0.42
"""The most of a line that names may take."""
STAR = "★"


class AnswerButton(QAbstractButton):
    """A line with key caps at its start and names at its end; the answer that gold has bears a star."""

    def __init__(
        self,
        keys: Sequence[str],
        words: str,
        names: str,
        *,
        label: Label | None = None,
        title: str = "",
        in_gold: bool = False,
        is_quiet: bool = False,
    ) -> None:
        super().__init__()
        self.keys = tuple(keys)
        self.words, self.names = words, names
        self._label, self._title = label, title
        self.in_gold, self._is_quiet = in_gold, is_quiet
        said = " ".join(i18n.isolate(part) for part in (title, words) if part)
        self.setText(said)
        self.setToolTip(f"{said} · {names}" if names else said)
        self.setAccessibleName(self.toolTip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(self.layoutDirection())
            self._draw_panel(painter)
            area = self.rect().adjusted(INSET, 0, -INSET, 0)
            area = self._draw_caps(painter, area)
            area = self._draw_star(painter, area)
            area = self._draw_names(painter, area)
            if self._label is not None:
                wide = min(width_of(self._title, self.fontMetrics()), area.width() // 2)
                chip = QRect(area.left(), area.center().y() - 10, wide, 21)
                draw_chip(painter, self._turned(chip), self._title, self._label, self.palette())
                area.adjust(wide + GAP, 0, 0, 0)
            role = QPalette.ColorRole.WindowText
            quiet = theme.tone("ink_quiet", self.palette())
            painter.setPen(quiet if self._is_quiet else self.palette().color(role))
            elide = Qt.TextElideMode.ElideMiddle
            draw_line(painter, self._turned(area), self.words, elide=elide)

    # -- inside

    def _draw_panel(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5)
        accent = self.palette().color(QPalette.ColorRole.Accent)
        line = accent if self.hasFocus() else theme.tone("line", self.palette())
        if self.in_gold:
            line = theme.tone("gold", self.palette())
        painter.setPen(QPen(line, 1.6 if self.in_gold or self.hasFocus() else 1.0))
        hovered = self.underMouse() and self.isEnabled()
        base = self.palette().color(QPalette.ColorRole.Base)
        painter.setBrush(theme.tone("button_hover", self.palette()) if hovered else base)
        painter.drawRoundedRect(box, CORNER, CORNER)

    def _draw_caps(self, painter: QPainter, area: QRect) -> QRect:
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for key in self.keys:
            wide = max(CAP, self.fontMetrics().horizontalAdvance(key) + 8)
            cap = self._turned(QRect(area.left(), area.center().y() - CAP // 2, wide, CAP))
            painter.setPen(theme.tone("line_strong", self.palette()))
            painter.setBrush(self.palette().color(QPalette.ColorRole.Button))
            painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            area = area.adjusted(wide + 3, 0, 0, 0)
        painter.restore()
        return area.adjusted(GAP - 3 if self.keys else 0, 0, 0, 0)

    def _draw_star(self, painter: QPainter, area: QRect) -> QRect:
        if not self.in_gold:
            return area
        box = QRect(area.left(), area.top(), 14, area.height())
        painter.setPen(theme.tone("gold", self.palette()))
        painter.drawText(self._turned(box), Qt.AlignmentFlag.AlignCenter, STAR)
        return area.adjusted(14 + GAP, 0, 0, 0)

    def _draw_names(self, painter: QPainter, area: QRect) -> QRect:
        if not self.names:
            return area
        wanted = self.fontMetrics().horizontalAdvance(self.names) + 2
        wide = min(wanted, round(area.width() * NAMES_SHARE))
        box = QRect(area.right() - wide + 1, area.top(), wide, area.height())
        painter.setPen(theme.tone("ink_quiet", self.palette()))
        draw_line(painter, self._turned(box), self.names, at_end=True)
        return area.adjusted(0, 0, -wide - GAP, 0)

    def _turned(self, part: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), part)
