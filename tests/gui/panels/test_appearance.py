"""Both directions, both themes, a narrow panel: what a picture shows, as properties."""

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from annotator.model import DEFAULT_SCHEMA, Status
from tests.gui.panels.acts import named, speak
from tests.gui.panels.desk import Desk
from tests.gui.panels.layers import BAKU, PUTIN, QUOTE, TEXT, sample_layer
from ui.panels.annotations.annotations_panel import AnnotationsPanel
from ui.panels.articles.articles_panel import ArticleRow, ArticlesPanel
from ui.panels.labels.label_button import LabelButton
from ui.panels.labels.label_strip import HEIGHT, LabelStrip
from ui.panels.status_panel import StatusPanel
from ui.style import theme
from ui.widgets.list_view import RowsView

ARTICLES, SIDE = 214, 310
"""Logical pixels of the two sides of the window at first."""
ROWS = [
    ArticleRow(status, n, "القمة الثلاثية في سوتشي", "2021-11-26", status, 12)
    for n, status in enumerate(Status, start=1)
]


def picture(widget: QWidget, rect: QRect | None = None) -> QImage:
    return widget.grab(rect or widget.rect()).toImage()


def columns_of(image: QImage, colour: QColor) -> list[int]:
    """Return the columns in which exactly this colour occurs."""
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) == colour for y in range(image.height()))
    ]


def row_picture(panel: QWidget, row: int) -> QImage:
    view = panel.findChild(RowsView)
    return picture(view.viewport(), view.visualRect(view.model().index(row, 0)))


def annotations(show):
    panel = show(AnnotationsPanel())
    Desk(panel, sample_layer(), TEXT)
    return panel


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("language", "leading"), [("en", True), ("ar", False)])
def test_the_swatch_of_an_annotation_stands_at_the_leading_edge(show, app, language, leading, dark):
    theme.apply(app, "dark" if dark else "light")
    panel = annotations(show)
    speak(app, language, "IQ")
    image = row_picture(panel, 3)
    tint, _ = theme.label_colours(DEFAULT_SCHEMA.labels[0], dark)
    columns = columns_of(image, tint)
    assert columns
    middle = sum(columns) / len(columns)
    assert (middle < image.width() / 2) == leading


@pytest.mark.parametrize(("language", "leading"), [("en", True), ("ar", False)])
def test_the_half_mark_fills_from_the_leading_side(show, app, language, leading):
    panel = show(ArticlesPanel())
    panel.show_articles(ROWS)
    speak(app, language, "IQ")
    panel.set_current(ROWS[0].id)
    image = row_picture(panel, 1)
    mark = range(6, 22) if leading else range(image.width() - 22, image.width() - 6)
    ink = [
        sum(image.pixelColor(x, y).lightness() < 128 for y in range(image.height() // 2))
        for x in mark
    ]
    assert (sum(ink[:8]) > sum(ink[8:])) == leading


def test_statuses_are_told_apart_by_shape_in_shades_of_grey(show):
    panel = show(ArticlesPanel())
    panel.show_articles(ROWS)
    panel.findChild(RowsView).clearSelection()
    grey = [
        row_picture(panel, n).copy(0, 0, 24, 24).convertToFormat(QImage.Format.Format_Grayscale8)
        for n in range(3)
    ]
    assert all(a != b for a, b in ((grey[0], grey[1]), (grey[1], grey[2]), (grey[0], grey[2])))


@pytest.mark.parametrize(("language", "leading"), [("en", True), ("ar", False)])
def test_a_label_button_is_mirrored(show, app, language, leading):
    panel = show(LabelStrip(), 600, HEIGHT)
    panel.show_schema(DEFAULT_SCHEMA, language)
    speak(app, language, "IQ")
    button = next(b for b in panel.findChildren(LabelButton) if b.isVisible())
    tint, _ = theme.label_colours(DEFAULT_SCHEMA.labels[0], dark=False)
    columns = columns_of(picture(button), tint)
    assert columns
    assert (columns[0] < button.width() / 2) == leading


@pytest.mark.parametrize(("language", "annotation"), [*product(("en", "ar"), (PUTIN, QUOTE, BAKU))])
def test_every_panel_fits_its_side(show, app, language, annotation):
    speak(app, language, "IQ")
    articles, marks = ArticlesPanel(), AnnotationsPanel()
    articles.show_articles([replace(row, title=row.title * 5) for row in ROWS])
    Desk(marks, sample_layer(), TEXT)
    marks.set_current(annotation)
    for panel, width in ((articles, ARTICLES), (marks, SIDE)):
        show(panel, width)
        assert panel.minimumSizeHint().width() <= width
        assert panel.width() == width


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_of_the_list_is_wider_than_its_panel(show, app, language):
    speak(app, language, "IQ")
    panel = annotations(show)
    panel.resize(SIDE, panel.height())
    for annotation in (PUTIN, QUOTE):
        panel.set_current(annotation)
        app.processEvents()
        for child in panel.findChildren(QWidget):
            if child.isVisible():
                left = child.mapTo(panel, child.rect().topLeft()).x()
                assert left >= 0
                assert left + child.width() <= SIDE


def test_the_status_bar_fits_the_smallest_window(show):
    panel = show(StatusPanel(), 960, 26)
    panel.show_annotator("ليلى عبد الرحمن")
    panel.show_caret(1234, 5678, "ﷺ")
    panel.show_not_saved("no space left on the device", 30)
    assert panel.minimumSizeHint().width() <= 900


def test_swatches_follow_the_theme(show, app):
    panel = annotations(show)
    panel.set_current(PUTIN)
    combo = named(panel, "Show annotations of this label")
    light = combo.itemIcon(1).pixmap(20, 20).toImage()
    theme.apply(app, "dark")
    app.processEvents()
    assert combo.itemIcon(1).pixmap(20, 20).toImage() != light
