"""An article is laid out as far as it is in view, and its first picture is the one that stays."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication

from annotator.model import DEFAULT_SCHEMA, Annotation, Article, Layer, Span
from ui.article.document import build_document
from ui.article.view import ArticleView

LINE = (
    "قال الرئيس الروسي فلاديمير بوتين يوم الأربعاء 17 فبراير 2021 إن روسيا وأرمينيا وأذربيجان وقّعت اتفاقًا ثلاثيًا "
    'لوقف إطلاق النار في قره باغ، وأضاف: "نحن نعمل على تنسيق الإطار الزمني للاتفاق". '
)
PARAGRAPHS = 400
TEXT = "\n".join(LINE * (1 + number % 4) for number in range(PARAGRAPHS))


@pytest.fixture
def still_caret(qapp):
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


def shown(view: ArticleView, text: str = TEXT) -> ArticleView:
    article = Article.from_text(text)
    marks = {
        f"{start:012x}": Annotation(f"{start:012x}", Span(start, start + 20), "actor")
        for start in range(0, len(text) - 20, 40)
    }
    view.show_article(article, Layer("a", article.id, annotations=marks), DEFAULT_SCHEMA)
    view.viewport().repaint()
    return view


def picture(view: ArticleView) -> QImage:
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def laid_out(view: ArticleView) -> list[bool]:
    blocks = [view.document().findBlockByNumber(number) for number in range(PARAGRAPHS)]
    return [block.layout().lineCount() > 0 for block in blocks]


def lay_out_all(view: ArticleView) -> None:
    view.document().documentLayout().blockBoundingRect(view.document().lastBlock())
    QApplication.processEvents()


def test_nothing_is_laid_out_before_a_view_asks():
    document = build_document(TEXT, QFont(), 41.0, 12.0, range(PARAGRAPHS))
    document.documentLayout()
    assert document.begin().layout().lineCount() == 0


def test_what_is_far_below_is_laid_out_later(pane):
    done = laid_out(shown(pane()))
    assert done[0]
    assert not any(done[PARAGRAPHS // 2 :])


def test_the_place_in_the_article_before_lays_out_no_more_of_the_next(pane):
    view = shown(pane())
    lay_out_all(view)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert not any(laid_out(shown(view, TEXT + "!"))[PARAGRAPHS // 2 :])


@pytest.mark.parametrize("scrolled", [0, 47])
def test_the_first_picture_is_the_one_that_stays(pane, qtbot, still_caret, scrolled):
    view = pane()
    with qtbot.waitActive(view):
        view.activateWindow()
    shown(view).verticalScrollBar().setValue(scrolled)
    first = picture(view)
    assert not any(laid_out(view)[PARAGRAPHS // 2 :])
    lay_out_all(view)
    view.viewport().repaint()
    assert picture(view) == first
    blue = sum(
        first.pixelColor(x, y).blue() > first.pixelColor(x, y).red() + 20
        for x in range(0, first.width(), 3)
        for y in range(0, 200, 3)
    )
    assert blue > 100, "nothing is painted on the first lines"


def test_the_first_paragraph_is_under_the_pointer_above_it(pane):
    view = shown(pane())
    assert view.character_at(QPoint(300, 2)) < len(LINE)
    assert view.line_at(QPoint(300, 0))[0] == 0
    assert not any(laid_out(view)[PARAGRAPHS // 2 :])


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_caret_stands_at_the_edge_of_its_letter(pane, qtbot, still_caret, direction):
    """Spaces after a line make Qt take the text for wider than the view, and scroll it sideways in its own mind."""
    view = pane()
    view.setLayoutDirection(direction)
    with qtbot.waitActive(view):
        view.activateWindow()
        view.setFocus()
    shown(view)
    bar = view.horizontalScrollBar()
    assert bar.maximum() > 0
    edge = round(view.cell(0).right())
    for value in (0, bar.maximum()):
        bar.setValue(value)
        before = picture(view)
        ink = [
            before.pixelColor(x, round(view.baseline_of(0)) - 18).lightness() < 60
            for x in range(view.viewport().width())
        ]
        dark = [x for x in range(edge - 4, edge + 5) if ink[x]]
        assert dark == [edge - 1, edge]
