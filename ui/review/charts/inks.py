"""Colours of the charts and of people: one hue where more is more, the Okabe-Ito set where things are told apart.

Colour is never the only cue: every cell bears its number, parts have patterns, people have lanes of their own.
Source of the set: Okabe & Ito, "Color universal design", 2008.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPalette

from ui.style.theme import is_dark

_LIGHT = ("#0072B2", "#D55E00", "#007A5A", "#A8497F", "#8A6000", "#1F88C4", "#5B5B57")
_DARK = ("#56B4E9", "#F08A3C", "#2FC79A", "#E39AC6", "#F0E442", "#8EC7F0", "#B8B8B2")
"""People and series on a light and on a dark page: at least 4.5 : 1 against it."""

_PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense5Pattern,
    Qt.BrushStyle.DiagCrossPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.VerPattern,
)

PALEST, DEEPEST = 0.04, 0.85
"""Shares of the hue in a cell of 0 and in one of 1."""


def series(number: int, palette: QPalette) -> QColor:
    """Return the line colour of the n-th person or series."""
    inks = _DARK if is_dark(palette) else _LIGHT
    return QColor(inks[number % len(inks)])


def pattern(number: int) -> Qt.BrushStyle:
    return _PATTERNS[number % len(_PATTERNS)]


def pattern_brush(number: int, palette: QPalette) -> QBrush:
    """Return the strokes drawn over a part's fill: the cue that needs no colour."""
    ink = series(number, palette)
    ink.setAlpha(150)
    return QBrush(ink, pattern(number))


def fill(number: int, palette: QPalette) -> QColor:
    """Return the pale fill of the n-th part, on which ordinary ink is readable."""
    return mix(palette.color(QPalette.ColorRole.Base), series(number, palette), 0.28)


def shade(share: float, palette: QPalette) -> QColor:
    """Return the fill of a cell: the deeper, the nearer ``share`` is to 1."""
    share = min(max(share, 0.0), 1.0)
    page, hue = palette.color(QPalette.ColorRole.Base), series(0, palette)
    return mix(page, hue, PALEST + (DEEPEST - PALEST) * share)


def ink_on(fill: QColor) -> QColor:
    """Return black or white, whichever reads better on ``fill``."""
    return QColor("#FFFFFF") if _luminance(fill) < 0.18 else QColor("#111111")


def mix(page: QColor, ink: QColor, share: float) -> QColor:
    def part(a: float, b: float) -> float:
        return a + (b - a) * share

    return QColor.fromRgbF(
        part(page.redF(), ink.redF()),
        part(page.greenF(), ink.greenF()),
        part(page.blueF(), ink.blueF()),
    )


def _luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2."""

    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(v) for v in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
