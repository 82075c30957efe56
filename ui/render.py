"""Draw articles with their annotations into a picture or onto sheets, without a window on any screen."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from annotator.errors import ExportFailure
from annotator.model import Layer, Schema
from annotator.project import Project
from ui import i18n
from ui.article.view import ArticleView
from ui.printing.pdf import write_pdf
from ui.printing.sheets import Printed, SheetLook
from ui.style import assets, theme

WIDTH = 960
COLUMN = 90
"""Letters to a line."""
TALLEST = 30_000
"""Pixels: Qt paints no taller picture."""

FONT = ("Amiri", 18)

PAPER_POINTS = 13
"""Size of the text on paper."""


def render(
    project: Project, article_ids: Sequence[str], annotator: str | None, out: Path, language: str
) -> None:
    """Write ``out``: sheets (.pdf), or a picture (.png) of the first article.

    Without an ``annotator`` the texts are bare. Names and headings are in ``language`` (``en``, ``ar``).
    """
    app = application()
    i18n.install(app, language)
    theme.apply(app, "light")
    assets.load_fonts()
    items = (_printed(project, article_id, annotator) for article_id in article_ids)
    if out.suffix.lower() == ".pdf":
        look = SheetLook(FONT[0], PAPER_POINTS)
        for _ in write_pdf(out, project.title, items, project.schema, look):
            pass
        return
    _draw(next(items), project.schema, out)


def _printed(project: Project, article_id: str, annotator: str | None) -> Printed:
    article = project.article(article_id)
    layer = project.layer(article_id, annotator) if annotator else Layer("", article_id)
    return Printed(article, layer)


def _draw(shown: Printed, schema: Schema, out: Path) -> None:
    view = ArticleView()
    view.tail = 0.0
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.set_article_font(assets.article_font(*FONT))
    view.set_spacing("wide")
    view.set_column(COLUMN)
    view.resize(WIDTH, 100)
    view.show_article(shown.article, shown.layer, schema)
    height = min(round(view.document().size().height()), TALLEST)
    view.resize(QSize(WIDTH, max(height, 100)))
    picture = view.grab()
    if not picture.save(str(out)):
        raise ExportFailure(
            f"{out} could not be written: check that the folder exists and has room"
        )


def application() -> QApplication:
    """Return the application; without a display one that paints into memory only."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    if sys.platform.startswith("linux") and not any(
        map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))
    ):
        os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    app = QApplication(["hashiya"])
    if app.platformName() == "offscreen":
        qInstallMessageHandler(_say_all_but_noise)
    return app


def _say_all_but_noise(_kind: object, _context: object, message: str) -> None:
    """Drop the one remark the offscreen platform makes at every window with a least size; it means nothing."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")
