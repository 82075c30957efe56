"""Icons, label swatches and the bundled fonts."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontInfo,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtWidgets import QApplication

from resources import ROOT
from ui.style.label_paint import draw_underline, label_colours
from ui.style.tones import tone

if TYPE_CHECKING:  # the first frame needs no label
    from annotator.model import Label

DIRECTIONAL = frozenset(
    {"next", "previous", "undo", "redo", "import", "export", "quit", "commands", "hide"}
)
"""Icons that point along the reading direction and so are flipped in a right-to-left window."""

_TONES = {"error": "bad", "warning": "caution", "unsaved": "caution", "saved": "good"}
"""Icons whose meaning has a colour; all others take the ink of what they stand on."""

SWATCH = QSize(20, 20)

FONT_FOLDER = ROOT / "fonts"

FACES = {"Amiri": "Hashiya Naskh", "Noto Sans Arabic": "Hashiya Sans Arabic"}
"""The faces an article can be read in, by the names people know and settings remember, and the family of our copy.

The families are private because Qt takes an installed font before a bundled one of the same family, and Debian's Noto
Sans Arabic lacks the Latin letters of ours.
"""

WINDOW = "Hashiya Window"
"""For buttons and lists: the sans face in lines as high as those of Latin fonts."""

FALLBACKS = (
    "Hashiya Sans",
    "Hashiya Hebrew",
    "Hashiya Emoji",
    "Hashiya Math",
    "Hashiya Symbols",
)
"""What the Arabic faces lack, in the order in which Qt asks; their lines are no taller than the faces' own."""


class _SvgEngine(QIconEngine):
    """Paints one SVG in the palette of the moment, so that a theme or language switch needs no new icons."""

    def __init__(self, name: str, tone_name: str) -> None:
        super().__init__()
        self._name = name
        self._tone = tone_name

    def clone(self) -> QIconEngine:
        return _outlive_python(_SvgEngine(self._name, self._tone))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.drawPixmap(
            rect, self.pixmap(rect.size() * painter.device().devicePixelRatioF(), mode, state)
        )

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        colour = _ink(mode, self._tone)
        mirrored = self._name in DIRECTIONAL and QApplication.isRightToLeft()
        key = f"hashiya/{self._name}/{colour}/{size.width()}x{size.height()}/{mirrored}"
        found = QPixmap()
        if QPixmapCache.find(key, found):
            return found
        drawn = _draw_svg(_svg(self._name).replace("currentColor", colour), size, mirrored)
        QPixmapCache.insert(key, drawn)
        return drawn


class _SwatchEngine(QIconEngine):
    """Paints a label's tint with its underline, the two cues of the article view."""

    def __init__(self, label: "Label", dark: bool) -> None:
        super().__init__()
        self._label = label
        self._dark = dark

    def clone(self) -> QIconEngine:
        return _outlive_python(_SwatchEngine(self._label, self._dark))

    def paint(self, painter: QPainter, rect: QRect, _mode: QIcon.Mode, _state: QIcon.State) -> None:
        painter.drawPixmap(rect, self._drawn(rect.size(), painter.device().devicePixelRatioF()))

    def pixmap(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return self._drawn(size, 1.0)

    def _drawn(self, size: QSize, ratio: float) -> QPixmap:
        """Return the picture, drawn once: a list paints one in every row at every key."""
        colours, pattern = self._label.colours, self._label.pattern
        key = f"hashiya/swatch/{colours}/{pattern}/{self._dark}/{size.width()}x{size.height()}@{ratio}"
        found = QPixmap()
        if QPixmapCache.find(key, found):
            return found
        drawn = QPixmap(size * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        with QPainter(drawn) as painter:
            self._draw(painter, QRect(QPoint(0, 0), size))
        QPixmapCache.insert(key, drawn)
        return drawn

    def _draw(self, painter: QPainter, rect: QRect) -> None:
        tint, line = label_colours(self._label, self._dark)
        side = min(rect.width(), rect.height())
        box = QRectF(
            rect.center().x() + 0.5 - side / 2, rect.center().y() + 0.5 - side / 2, side, side
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(box.adjusted(0, 0, 0, -side * 0.12), side * 0.15, side * 0.15)
        width = max(side / 9, 1.6)
        draw_underline(
            painter, box.left(), box.right(), box.bottom() - width, line, self._label.pattern, width
        )


def icon(name: str, tone_name: str = "") -> QIcon:
    """Return the icon ``resources/icons/<name>.svg``.

    Its strokes take the palette's ink, or the named colour of the theme (``good``, ``caution``, ``bad``…).
    Raises FileNotFoundError at once for a name that does not exist, not when it is first painted.
    """
    _svg(name)
    return QIcon(_SvgEngine(name, tone_name or _TONES.get(name, "")))


def swatch(label: "Label", dark: bool) -> QIcon:
    """Return the little picture of a label: tint and underline pattern. Make it again when the theme changes."""
    return QIcon(_SwatchEngine(label, dark))


@cache
def load_fonts() -> None:
    """Register the bundled fonts with Qt once; needs a QApplication."""
    for file in sorted(FONT_FOLDER.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def lend_font(app: QApplication) -> None:
    """Write the window in fonts of ours on a machine that has none, where all its words would be boxes."""
    if QFontInfo(app.font()).family():
        return
    load_fonts()
    font = app.font()
    font.setFamilies([WINDOW, *FALLBACKS])
    app.setFont(font)


def article_font(face: str, size: int) -> QFont:
    """Return the font of the article's text, ``size`` in points, of one of the `FACES`.

    It names every bundled family after the face's own: what Arabic fonts lack comes from the same font on every
    machine. Only scripts that none of ours has, Chinese say, are left to the fonts that are installed.
    """
    load_fonts()
    family = FACES[face]
    others = (other for other in FACES.values() if other != family)
    font = QFont()
    font.setFamilies([family, *FALLBACKS, *others])
    font.setPointSize(size)
    return font


def _outlive_python(engine: QIconEngine) -> QIconEngine:
    """Leave a cloned engine to Qt, which deletes it with its icon.

    PySide keeps the ownership of what a virtual function returns and would free the engine at once (a segfault in
    `QIcon.addPixmap`, 6.11). It has no call to give it up, so one reference is leaked; icons are cloned only by
    being changed.
    """
    import ctypes

    ctypes.pythonapi.Py_IncRef(ctypes.py_object(engine))
    return engine


def _ink(mode: QIcon.Mode, tone_name: str) -> str:
    shown = QApplication.palette()
    if mode == QIcon.Mode.Disabled:
        return shown.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
    if mode == QIcon.Mode.Selected:
        return shown.color(QPalette.ColorRole.HighlightedText).name()
    if tone_name:
        return tone(tone_name, shown).name()
    return shown.color(QPalette.ColorRole.ButtonText).name()


@cache
def _svg(name: str) -> str:
    return (ROOT / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def _draw_svg(svg: str, size: QSize, mirrored: bool) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    drawn = QPixmap(size)
    drawn.fill(Qt.GlobalColor.transparent)
    side = min(size.width(), size.height())
    square = QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side)
    with QPainter(drawn) as painter:
        if mirrored:
            painter.translate(size.width(), 0)
            painter.scale(-1, 1)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, square)
    return drawn
