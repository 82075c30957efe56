"""The sheets as they will come out, and the way on to a printer."""

from collections.abc import Callable, Generator, Iterable

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from annotator.model import Schema
from ui.printing.pads import PagedPad, PicturePad, usual_layout
from ui.printing.sheets import Printed, SheetLook, paint_all
from ui.widgets.form import GAP, quiet

MOST = 40
"""Sheets shown: each is a picture of five megabytes."""

DOTS = 100.0
"""To an inch, on a screen of ordinary density."""

MARGIN = 2 * GAP

_SIZE = QSize(920, 640)


def preview_sheets(
    items: Iterable[Printed], schema: Schema, look: SheetLook, ratio: float, pictures: list[QImage]
) -> Generator[int, None, None]:
    """Paint the first sheets into ``pictures`` and yield how many there are."""
    pad = PicturePad(usual_layout(), DOTS * ratio)
    pad.pictures = pictures
    for _ in paint_all(pad, items, schema, look):
        yield len(pictures)
        if len(pictures) == MOST:
            return


class PreviewDialog(QDialog):
    """Shows pictures of sheets; its Print button calls ``print_all``, which tells whether something was printed."""

    def __init__(
        self, pictures: list[QImage], print_all: Callable[[QWidget], bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print preview"))
        self._print_all = print_all
        column = QVBoxLayout()
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(2 * GAP)
        self.sheets = [_Sheet(picture, self.devicePixelRatioF()) for picture in pictures]
        for number, sheet in enumerate(self.sheets, 1):
            said = self.tr("Sheet %1").replace("%1", QLocale().toString(number))
            sheet.setAccessibleName(said)
            column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self.desk = QWidget()
        self.desk.setLayout(column)
        self.desk.setAutoFillBackground(True)
        self.desk.setBackgroundRole(self.palette().ColorRole.Mid)
        self.area = QScrollArea()
        self.area.setWidget(self.desk)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setAccessibleName(self.tr("Sheets"))
        outer = QVBoxLayout(self)
        outer.setSpacing(GAP)
        outer.addWidget(self.area, 1)
        if len(pictures) == MOST:
            shown = self.tr("The first %Ln sheet(s); all of them are printed.", "", MOST)
            outer.addWidget(quiet(shown))
        self.buttons = QDialogButtonBox()
        go_on = self.buttons.addButton(self.tr("&Print…"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        self.buttons.addButton(
            self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole
        ).setAutoDefault(False)
        self.buttons.accepted.connect(self._print)
        self.buttons.rejected.connect(self.reject)
        outer.addWidget(self.buttons)
        room = self.screen().availableGeometry().size()
        self.resize(_SIZE.boundedTo(room * 0.95))
        self.area.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for sheet in self.sheets:
            sheet.fit(self.area.viewport().width() - 2 * MARGIN)

    def _print(self) -> None:
        if self._print_all(self):
            self.accept()


class _Sheet(QWidget):
    """One sheet, no wider than there is room and no larger than life."""

    def __init__(self, picture: QImage, ratio: float) -> None:
        super().__init__()
        self._picture = picture
        self._life = picture.size() / ratio

    def fit(self, width: int) -> None:
        height = round(self._life.height() * width / self._life.width())
        self.setFixedSize(QSize(width, height).boundedTo(self._life))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._picture)


def print_sheets(
    over: QWidget, items: Iterable[Printed], schema: Schema, look: SheetLook, title: str
) -> Generator[int, None, None] | None:
    """Ask for a printer and return the steps that print on it; None where the user thought better of it."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(usual_layout())
    printer.setDocName(title)
    dialog = QPrintDialog(printer, over)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, on=False)
    try:
        return paint_all(PagedPad(printer), items, schema, look) if dialog.exec() else None
    finally:
        dialog.deleteLater()
