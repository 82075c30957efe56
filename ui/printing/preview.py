"""Sheets on a printer, the preview's included. Needs Qt's printing module, which nothing else does."""

from collections.abc import Iterator

from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from annotator.errors import ExportFailure
from annotator.model import Schema
from ui.printing.pdf import MARGINS
from ui.printing.sheets import Printed, SheetLook, Sheets


def preview_printer(printer: QPrinter) -> QPrinter:
    """Set a printer up as sheets are usually wanted; the user can change it in the preview."""
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    printer.setPageLayout(
        QPageLayout(a4, QPageLayout.Orientation.Portrait, MARGINS, QPageLayout.Unit.Millimeter)
    )
    return printer


def paint_sheets(
    printer: QPrinter, items: Iterator[Printed], schema: Schema, look: SheetLook
) -> Iterator[int]:
    """Paint sheet after sheet and yield how many articles are done."""
    painter = QPainter()
    if not painter.begin(printer):
        raise ExportFailure("the printer does not answer; look whether it is on and connected")
    try:
        sheets = Sheets(printer, schema, look)
        for done, item in enumerate(items):
            for _ in sheets.paint(painter, item):
                yield done
    finally:
        painter.end()
