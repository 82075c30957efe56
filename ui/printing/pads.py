"""What sheets are painted on: a PDF file or printer, or pictures for the preview.

Qt's own preview is of no use here: it records what is painted as words and sets them anew without their paragraph, so that
stops and quotation marks change sides beside the tints that were meant for them (docs/decisions/0043).
"""

from typing import Protocol

from PySide6.QtCore import QMarginsF, QSizeF, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from annotator.errors import ExportFailure

MARGINS = QMarginsF(16, 14, 16, 12)
"""Millimetres, left, top, right and bottom."""

INCH = 25.4
"""Millimetres."""


class Pad(Protocol):
    """Gives one sheet after the other, each with the origin of its painter where printing may begin."""

    @property
    def size(self) -> QSizeF:
        """What may be printed on, in inches."""
        ...

    @property
    def dots(self) -> float:
        """Units of the painter to an inch."""
        ...

    def next_sheet(self) -> QPainter: ...

    def close(self) -> None: ...


def usual_layout() -> QPageLayout:
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(a4, QPageLayout.Orientation.Portrait, MARGINS, QPageLayout.Unit.Millimeter)


class PagedPad:
    """The sheets of a printer or of a PDF file."""

    def __init__(self, device: QPagedPaintDevice) -> None:
        self._device = device
        self._painter = QPainter()

    @property
    def size(self) -> QSizeF:
        return self._device.pageLayout().paintRect(QPageLayout.Unit.Inch).size()

    @property
    def dots(self) -> float:
        return float(self._device.logicalDpiX())

    def next_sheet(self) -> QPainter:
        if self._painter.isActive():
            self._device.newPage()
        elif not self._painter.begin(self._device):
            raise ExportFailure(
                "nothing can be printed there: look whether the printer is on, or whether the disk has room"
            )
        return self._painter

    def close(self) -> None:
        if self._painter.isActive():
            self._painter.end()


class PicturePad:
    """Sheets as pictures of ``dots`` to an inch, white paper with its margins."""

    def __init__(self, layout: QPageLayout, dots: float) -> None:
        self.pictures: list[QImage] = []
        self.dots = dots
        self._layout = layout
        self._painter = QPainter()

    @property
    def size(self) -> QSizeF:
        return self._layout.paintRect(QPageLayout.Unit.Inch).size()

    def next_sheet(self) -> QPainter:
        self.close()
        whole = self._layout.fullRect(QPageLayout.Unit.Inch).size() * self.dots
        picture = QImage(whole.toSize(), QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        self.pictures.append(picture)
        self._painter.begin(picture)
        corner = self._layout.paintRect(QPageLayout.Unit.Inch).topLeft() * self.dots
        self._painter.translate(corner)
        return self._painter

    def close(self) -> None:
        if self._painter.isActive():
            self._painter.end()
