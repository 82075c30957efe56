"""Draw one article with its annotations into a picture or a page, without a window on any screen."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSize, Qt, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from annotator.errors import ExportFailure
from annotator.model import Layer
from annotator.project import Project
from ui.article.view import ArticleView
from ui.render_html import page_of
from ui.style import assets, theme

WIDTH = 960
COLUMN = 90
"""Letters to a line."""
TALLEST = 30_000
"""Pixels: Qt paints no taller picture."""

FONT = ("Amiri", 18)


def render(project: Project, article_id: str, annotator: str | None, out: Path) -> None:
    """Write ``out`` (.png or .html) with the layer of ``annotator``, or the bare text where there is none."""
    article = project.article(article_id)
    layer = project.layer(article_id, annotator) if annotator else Layer("", article_id)
    if out.suffix.lower() in (".html", ".htm"):
        _write(out, page_of(article, layer, project.schema).encode("utf-8"))
        return
    if out.suffix.lower() != ".png":
        raise ExportFailure(
            f"{out}: an article can be drawn as .png or .html; give the file one of these endings"
        )
    app = application()
    theme.apply(app, "light")
    assets.load_fonts()
    view = ArticleView()
    view.tail = 0.0
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.set_article_font(assets.article_font(*FONT))
    view.set_spacing("wide")
    view.set_column(COLUMN)
    view.resize(WIDTH, 100)
    view.show_article(article, layer, project.schema)
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


def _write(out: Path, data: bytes) -> None:
    try:
        out.write_bytes(data)
    except OSError as error:
        raise ExportFailure(f"{out} could not be written: {error.strerror}") from error
