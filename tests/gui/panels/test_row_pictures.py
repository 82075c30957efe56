"""A row that looks as it did is put from its picture; the list looks as if each were drawn."""

from collections import Counter

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication

from annotator import edits
from annotator.model import Annotation, Span
from tests.gui.panels.desk import Desk
from tests.gui.panels.layers import ALIYEV, PUTIN, TEXT, sample_layer
from ui.panels.annotations import annotations_delegate
from ui.panels.annotations.annotations_panel import AnnotationsPanel
from ui.panels.annotations.row_pictures import RowPictures
from ui.style import theme
from ui.widgets.list_view import RowsView

SAID = Span(TEXT.index("قال"), TEXT.index("قال") + 3)


@pytest.fixture
def drawn(monkeypatch):
    """Counts the words that are drawn."""
    counted: Counter[str] = Counter()
    draw_line = annotations_delegate.draw_line

    def draw(painter, rect, text, **options):
        counted[text] += 1
        draw_line(painter, rect, text, **options)

    monkeypatch.setattr(annotations_delegate, "draw_line", draw)
    return counted


def painted(panel):
    rows = panel.findChild(RowsView)
    rows.viewport().update()
    QApplication.processEvents()
    return rows.viewport().grab().toImage()


def test_a_row_that_comes_or_goes_is_all_that_is_drawn(show, drawn):
    panel = show(AnnotationsPanel())
    desk = Desk(panel, sample_layer(), TEXT)
    painted(panel)
    assert drawn["بوتين"] == 1
    drawn.clear()
    added = edits.add(Annotation("a0", SAID, "actor"), desk.layer)
    desk.make(added)
    painted(panel)
    assert drawn == {"قال": 1}
    drawn.clear()
    desk.make(edits.remove("a0", desk.layer))
    painted(panel)
    assert not drawn


def test_a_row_that_looks_different_is_drawn(show, drawn):
    panel = show(AnnotationsPanel())
    desk = Desk(panel, sample_layer(), TEXT)
    painted(panel)
    drawn.clear()
    desk.make(edits.set_note(ALIYEV, "من هو؟", desk.layer))
    painted(panel)
    assert drawn == {"علييف": 1}


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_pictures_look_as_what_is_drawn(show, qapp, monkeypatch, look, direction):
    theme.apply(qapp, look)
    panel = show(AnnotationsPanel())
    panel.setLayoutDirection(direction)
    Desk(panel, sample_layer(), TEXT)
    panel.set_current(PUTIN)
    rows = panel.findChild(RowsView)
    for focused in (rows, panel):
        focused.setFocus()
        rows.selectionModel().setCurrentIndex(
            rows.model().index(2, 0), QItemSelectionModel.SelectionFlag.NoUpdate
        )
        pictures = painted(panel)
        with monkeypatch.context() as patch:
            patch.setattr(
                RowPictures, "paint", lambda _, painter, option, looks, draw: draw(painter)
            )
            assert painted(panel) == pictures
