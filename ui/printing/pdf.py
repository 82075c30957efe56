"""A PDF file of articles, whole or not at all."""

from collections.abc import Generator, Iterable
from pathlib import Path

from PySide6.QtGui import QPdfWriter

from annotator.errors import ExportFailure
from annotator.model import Schema
from ui.printing.pads import PagedPad, usual_layout
from ui.printing.sheets import Printed, SheetLook, paint_all

RESOLUTION = 1200
"""Dots to an inch: positions are whole dots, and letters stand where the screen has them."""


def write_pdf(
    out: Path, title: str, items: Iterable[Printed], schema: Schema, look: SheetLook
) -> Generator[int, None, None]:
    """Write sheet after sheet and yield how many articles are done; the file appears with the last one.

    Leaving off in between (closing the generator) leaves no file, or the one that was there. Raises `ExportFailure`.
    """
    part = out.with_name(f".{out.name}.part")
    try:
        part.touch()  # says in words why a folder cannot be written, which QPdfWriter does not
        writer = QPdfWriter(str(part))
        writer.setResolution(RESOLUTION)
        writer.setTitle(title)
        writer.setCreator("Hashiya")
        writer.setPageLayout(usual_layout())
        yield from paint_all(PagedPad(writer), items, schema, look)
        part.replace(out)
    except OSError as error:
        raise ExportFailure(f"{out} could not be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)
