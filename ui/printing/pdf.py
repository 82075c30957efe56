"""A PDF file of articles, whole or not at all."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from annotator.errors import ExportFailure
from annotator.model import Schema
from ui.printing.sheets import Printed, SheetLook, Sheets

MARGINS = QMarginsF(16, 14, 16, 12)
"""Millimetres, left, top, right and bottom."""

RESOLUTION = 1200
"""Dots to an inch: positions are whole dots, and letters stand where the screen has them."""


def write_pdf(
    out: Path, title: str, items: Sequence[Printed] | Iterator[Printed], schema: Schema, look: SheetLook
) -> Iterator[int]:
    """Write sheet after sheet and yield how many articles are done; the file appears with the last one.

    Leaving off in between (closing the iterator) leaves no file and the one that was there. Raises `ExportFailure`.
    """
    part = out.with_name(f".{out.name}.part")
    try:
        yield from _write(part, title, items, schema, look)
        part.replace(out)
    except OSError as error:
        raise ExportFailure(
            f"{out} could not be written: {error.strerror or error}"
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _write(
    part: Path, title: str, items: Sequence[Printed] | Iterator[Printed], schema: Schema, look: SheetLook
) -> Iterator[int]:
    part.touch()  # says in words why a folder cannot be written, which QPdfWriter does not
    writer = QPdfWriter(str(part))
    writer.setResolution(RESOLUTION)
    writer.setTitle(title)
    writer.setCreator("Hashiya")
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(
        QPageLayout(a4, QPageLayout.Orientation.Portrait, MARGINS, QPageLayout.Unit.Millimeter)
    )
    sheets = Sheets(writer, schema, look)
    painter = QPainter()
    if not painter.begin(writer):
        raise ExportFailure(f"{part.parent} could not be written: check that it has room")
    try:
        for done, item in enumerate(items):
            for _ in sheets.paint(painter, item):
                yield done
    finally:
        painter.end()
