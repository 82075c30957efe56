from enum import IntEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QStyle, QWidget

from annotator.model import Label
from ui.panels.labels.key_legends import legend
from ui.style import assets, theme
from ui.widgets import numbers
from ui.widgets.lines import draw_line
from ui.widgets.row_paint import CORNER

SWATCH, SMALL_SWATCH = 16, 12
"""Side of the swatch, in logical pixels."""

GAP, SMALL_GAP = 6, 4
SMALL_FONT = 11
"""Pixels of the names where the usual font has no room for all of them."""

LEAST_NAME = 24
"""Pixels of a cut name that still says something."""


class Density(IntEnum):
    """How much of itself a label shows, the most first."""

    WHOLE = 0
    WITHOUT_COUNT = 1
    SMALL = 2
    CUT = 3
    """Small, and the name cut where it is long."""


class LabelButton(QAbstractButton):
    """One label of the strip: swatch, title, key cap and count. Pressing it never takes the keyboard from the article."""

    def __init__(self, label: Label, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self._count = 0
        self._is_current = self._is_sticky = False
        self._density = Density.WHOLE
        self.setText(label.title(language))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.retranslate()

    @property
    def count(self) -> int:
        return self._count

    def set_count(self, count: int) -> None:
        """Show how many annotations of the open article have this label."""
        if count != self._count:
            self._count = count
            self.retranslate()
            self.update()

    @property
    def is_current(self) -> bool:
        return self._is_current

    def set_current(self, is_current: bool) -> None:
        """Mark the label of the annotation at the caret."""
        if is_current != self._is_current:
            self._is_current = is_current
            self.retranslate()
            self.update()

    @property
    def is_sticky(self) -> bool:
        return self._is_sticky

    def set_sticky(self, is_sticky: bool) -> None:
        """Mark the label that every selection is tagged with at once."""
        if is_sticky != self._is_sticky:
            self._is_sticky = is_sticky
            self.retranslate()
            self.update()

    def set_density(self, density: Density) -> None:
        if density != self._density:
            self._density = density
            self.update()

    @property
    def density(self) -> Density:
        return self._density

    def width_at(self, density: Density) -> int:
        """Return the width that the button wants when it shows so much; cut, the least it can do with."""
        metrics = QFontMetrics(self._font(density))
        name = metrics.horizontalAdvance(self.text()) + 2  # what Qt cuts it for
        if density == Density.CUT:
            name = min(name, LEAST_NAME)
        swatch, gap = _measures(density)
        parts = [swatch, name, self._key_width(density), self._count_width(density)]
        parts = [part for part in parts if part]
        return sum(parts) + gap * (len(parts) + 1)

    def sizeHint(self) -> QSize:
        return QSize(self.width_at(self._density), SWATCH + 2 * GAP)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.width_at(Density.CUT), SWATCH)

    def shows_whole_name(self) -> bool:
        """Tell whether nothing of the name is cut off as wide as the button is now."""
        return self.width() >= self.width_at(min(self._density, Density.SMALL))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(self.layoutDirection())
            painter.setFont(self._font(self._density))
            self._draw_panel(painter)
            side, gap = _measures(self._density)
            area = self.rect().adjusted(gap, 0, -gap, 0)
            swatch = QRect(area.left(), area.center().y() - side // 2 + 1, side, side)
            assets.swatch(self.label, theme.is_dark(self.palette())).paint(
                painter, self._mirrored(swatch)
            )
            area.setLeft(swatch.right() + 1 + gap)
            area = self._draw_count(painter, area)
            area = self._draw_key(painter, area)
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            draw_line(painter, self._mirrored(area), self.text())

    def _font(self, density: Density) -> QFont:
        font = QFont(self.font())
        if density >= Density.SMALL:
            font.setPixelSize(SMALL_FONT)
        return font

    def _draw_panel(self, painter: QPainter) -> None:
        colour = None
        if self.isDown():
            colour = theme.tone("button_down", self.palette())
        elif self._is_current:
            colour = theme.tone("selection_quiet", self.palette())
        elif self.underMouse() and self.isEnabled():
            colour = theme.tone("button_hover", self.palette())
        if colour is None and not self._is_sticky:
            return
        painter.setPen(
            QPen(self.palette().color(QPalette.ColorRole.Highlight), 1.5)
            if self._is_sticky
            else Qt.PenStyle.NoPen
        )
        painter.setBrush(colour if colour is not None else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 2, -1, -2), CORNER, CORNER)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_count(self, painter: QPainter, area: QRect) -> QRect:
        """Draw the count at the trailing edge and return what is left."""
        width = self._count_width(self._density)
        if not width:
            return area
        if self._count:
            place = QRect(area.right() - width + 1, area.top(), width, area.height())
            painter.setPen(theme.tone("ink_quiet", self.palette()))
            painter.drawText(
                self._mirrored(place), Qt.AlignmentFlag.AlignCenter, numbers.count(self._count)
            )
        return area.adjusted(0, 0, -width - _measures(self._density)[1], 0)

    def _draw_key(self, painter: QPainter, area: QRect) -> QRect:
        width = self._key_width(self._density)
        if not width:
            return area
        height = self._cap_height(self._density)
        cap = QRect(area.right() - width + 1, area.center().y() - height // 2 + 1, width, height)
        painter.setPen(QPen(theme.tone("line_strong", self.palette()), 1))
        cap = self._mirrored(cap)
        painter.drawRoundedRect(cap.adjusted(0, 0, -1, -1), CORNER - 1, CORNER - 1)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        # a key cap is printed left to right on every keyboard
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._legend(self._density))
        painter.setLayoutDirection(self.layoutDirection())
        return area.adjusted(0, 0, -width - _measures(self._density)[1], 0)

    def _legend(self, density: Density) -> str:
        """Where room is scarce a letter key shows the one legend of the Latin layout."""
        return self.label.key.upper() if density >= Density.SMALL else legend(self.label.key)

    def _key_width(self, density: Density) -> int:
        if not self.label.key:
            return 0
        words = QFontMetrics(self._font(density)).horizontalAdvance(self._legend(density))
        return max(self._cap_height(density), words + 2 * CORNER)

    def _cap_height(self, density: Density) -> int:
        return QFontMetrics(self._font(density)).height() + (2 if density < Density.SMALL else 0)

    def _count_width(self, density: Density) -> int:
        """Every label keeps the width of two digits, so that a first annotation moves no neighbour."""
        if density > Density.WHOLE:
            return 0
        words = max(numbers.count(self._count), numbers.count(88), key=len)
        return QFontMetrics(self._font(density)).horizontalAdvance(words)

    def _mirrored(self, part: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), part)

    def retranslate(self) -> None:
        """Say again what a screen reader and the tool tip say."""
        count = self.tr("%Ln annotation(s)", "", self._count)
        parts = [
            self.text(),
            self.tr("key %1").replace("%1", legend(self.label.key)) if self.label.key else "",
            count,
            self.tr("label of the annotation at the caret") if self._is_current else "",
            self.tr("every selection is tagged with it") if self._is_sticky else "",
        ]
        self.setAccessibleName(
            self.tr(", ", "between the parts of a spoken row").join(filter(None, parts))
        )
        tip = self.tr(
            "%1: %2\nClick: tag the selection, or the word at the caret\nRight click: keep tagging with it"
        )
        self.setToolTip(tip.replace("%2", count).replace("%1", self.text()))


def _measures(density: Density) -> tuple[int, int]:
    """Return the side of the swatch and the gap between the parts."""
    return (SMALL_SWATCH, SMALL_GAP) if density >= Density.SMALL else (SWATCH, GAP)
