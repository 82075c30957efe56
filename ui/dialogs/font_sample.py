"""A few words in the article's font, with digits and a date as the chosen region writes them."""

from PySide6.QtCore import QDate, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style import assets
from ui.widgets.form import GAP

_WORDS = "قال بيسكوف: «الاتفاق قائم»."
_DAY = QDate(2021, 11, 9)
_RADIUS = 6


class FontSample(QWidget):
    """Painted, not a label, so that its height never moves the dialog while the size is being chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._font = QFont()
        self._locale = QLocale()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(320, 136)

    def show_sample(self, family: str, size: int, locale: QLocale) -> None:
        self._font = assets.article_font(family, size)
        self._locale = locale
        self.setAccessibleName(f"{_WORDS} {self.numbers()}")
        self.update()

    def numbers(self) -> str:
        """Return a number and a date in the digits and month names of the region."""
        return f"{self._locale.toString(1234)} · {self._locale.toString(_DAY, 'd MMMM yyyy')}"

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().base())
            painter.drawRoundedRect(self.rect(), _RADIUS, _RADIUS)
            painter.setPen(self.palette().text().color())
            box = QRectF(self.rect()).adjusted(2 * GAP, GAP, -2 * GAP, -GAP)
            painter.setClipRect(box)
            small = painter.font()
            line = painter.fontMetrics().height()
            option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setWrapMode(QTextOption.WrapMode.NoWrap)
            painter.setFont(self._font)
            painter.drawText(box.adjusted(0, 0, 0, -line), _WORDS, option)
            painter.setFont(small)
            if self._locale.textDirection() == Qt.LayoutDirection.LeftToRight:
                option.setTextDirection(Qt.LayoutDirection.LeftToRight)
            option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
            painter.drawText(box, self.numbers(), option)
