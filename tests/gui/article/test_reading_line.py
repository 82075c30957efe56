"""The line being read stays at its height through every change of looks and size, and comes back with its article."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model import DEFAULT_SCHEMA, Article, Layer
from ui.article.reading.place import ReadingPlace
from ui.article.view import ArticleView
from ui.style import assets

PARAGRAPH = "قال الرئيس الروسي فلاديمير بوتين إن روسيا وأرمينيا وأذربيجان وقعت اتفاقا ثلاثيا لوقف إطلاق النار. "
TEXT = "\n\n".join(PARAGRAPH * 5 for _ in range(20))
OTHER = Article.from_text("نص آخر قصير")
CLOSE = 0.51


def shown(view: ArticleView, article: Article) -> None:
    view.show_article(article, Layer("a", article.id), DEFAULT_SCHEMA)


@pytest.fixture
def view(pane, qtbot) -> ArticleView:
    made = pane()
    shown(made, Article.from_text(TEXT))
    wait_for_all_of_it(made, qtbot)
    return made


def wait_for_all_of_it(view: ArticleView, qtbot) -> None:
    """Wait until Qt has laid everything out: the bar goes by a guess until then, which nobody can scroll to."""
    lowest = round(view.document().size().height()) - view.viewport().height()
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() == lowest)


def middle(view: ArticleView) -> int:
    """Return a character in the middle of the middle line."""
    first, after = view.line_at(QPointF(300, view.viewport().height() / 2))
    return (first + after) // 2


def height_of(view: ArticleView, position: int) -> float:
    return view.baseline_of(position) - view.verticalScrollBar().value()


CHANGES = {
    "larger": lambda v: v.set_article_font(assets.article_font("Amiri", 26)),
    "smaller": lambda v: v.set_article_font(assets.article_font("Amiri", 13)),
    "another face": lambda v: v.set_article_font(assets.article_font("Noto Sans Arabic", 18)),
    "compact": lambda v: v.set_spacing("compact"),
    "wide": lambda v: v.set_spacing("wide"),
    "60 letters": lambda v: v.set_column(60),
    "unlimited": lambda v: v.set_column(None),
    "narrower": lambda v: v.resize(430, v.height()),
    "wider": lambda v: v.resize(1_500, v.height()),
    "higher": lambda v: v.resize(v.width(), 900),
    "lower": lambda v: v.resize(v.width(), 450),
    "another direction": lambda v: v.setLayoutDirection(Qt.LayoutDirection.RightToLeft),
    "another font of the window": lambda v: v.setFont(assets.article_font("Noto Sans Arabic", 9)),
    "another language": lambda v: v.changeEvent(QEvent(QEvent.Type.LanguageChange)),
    "another screen": lambda v: v.event(QEvent(QEvent.Type.DevicePixelRatioChange)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("place", [0.3, 0.6, 0.9])
def test_the_line_in_the_middle_stays(view, change, place):
    bar = view.verticalScrollBar()
    bar.setValue(int(bar.maximum() * place))
    read = middle(view)
    before = height_of(view, read)
    change(view)
    assert height_of(view, read) == pytest.approx(before, abs=CLOSE)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_line_of_a_visible_caret_stays(view, change):
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    caret = view.boundary_at(QPointF(300, 120))
    view.put_caret(caret)
    before = height_of(view, caret)
    change(view)
    assert view.caret == caret
    assert height_of(view, caret) == pytest.approx(before, abs=CLOSE)


def test_the_selection_stays_through_another_font(view):
    view.select(view.visible_spans(200, 260).__next__(), backwards=True)
    selection, caret = view.selection, view.caret
    view.set_article_font(assets.article_font("Amiri", 22))
    assert (view.selection, view.caret) == (selection, caret)


def test_a_window_made_narrow_and_wide_again_shows_the_same_picture(view):
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    before = bar.value()
    for width in (700, 640, 500, 420, 390, 480, 600, 740):
        view.resize(width, view.height())
    assert bar.value() == before


def test_many_changes_move_the_line_no_further_than_one(view):
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    read = middle(view)
    before = height_of(view, read)
    for size in (19, 20, 24, 30, 40, 12, 15, 18):
        view.set_article_font(assets.article_font("Amiri", size))
        assert height_of(view, read) == pytest.approx(before, abs=CLOSE)


def test_a_line_that_the_smaller_view_cannot_hold_stays_as_near_as_can_be(view):
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    caret = view.boundary_at(QPointF(300, 560))
    view.put_caret(caret)
    view.resize(740, 300)
    assert 0 < height_of(view, caret) < 300
    view.resize(740, 621)
    assert height_of(view, caret) > 520


def test_scrolling_lets_the_line_go(view):
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    view.resize(500, 621)
    bar.setValue(bar.value() + 333)
    read = middle(view)
    before = height_of(view, read)
    view.resize(640, 621)
    assert height_of(view, read) == pytest.approx(before, abs=CLOSE)


def test_what_appears_above_the_text_leaves_the_line_where_it_is_on_the_screen(view, qtbot, qapp):
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    strip = QWidget()
    strip.setFixedHeight(70)
    rows.addWidget(strip)
    rows.addWidget(view)
    window.resize(800, 700)
    window.show()
    qapp.processEvents()
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    read = middle(view)

    def on_window() -> float:
        return view.viewport().mapTo(window, QPointF(0, height_of(view, read))).y()

    before = on_window()
    strip.hide()
    qapp.processEvents()
    assert on_window() == pytest.approx(before, abs=1)
    strip.show()
    qapp.processEvents()
    assert on_window() == pytest.approx(before, abs=1)
    view.setParent(None)


def test_a_panel_beside_the_text_leaves_the_line(view, qtbot, qapp):
    window = QWidget()
    qtbot.addWidget(window)
    columns = QHBoxLayout(window)
    panel = QWidget()
    panel.setFixedWidth(300)
    columns.addWidget(view)
    columns.addWidget(panel)
    panel.hide()
    window.resize(760, 640)
    window.show()
    qapp.processEvents()
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    read, value = middle(view), bar.value()
    before = height_of(view, read)
    panel.show()
    qapp.processEvents()
    assert view.width() < 500
    assert height_of(view, read) == pytest.approx(before, abs=CLOSE)
    panel.hide()
    qapp.processEvents()
    assert bar.value() == value
    view.setParent(None)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=25,
)
@given(st.floats(0, 1), st.integers(0, len(TEXT)))
@example(1.0, 0)
def test_a_place_comes_back_to_the_pixel(view, qtbot, share, caret):
    wait_for_all_of_it(view, qtbot)
    bar = view.verticalScrollBar()
    view.put_caret(caret)
    bar.setValue(int(bar.maximum() * share))
    place, value = view.reading_place, bar.value()
    article = view.article
    shown(view, OTHER)
    shown(view, article)
    view.restore_place(place)
    assert (bar.value(), view.caret) == (value, caret)
    assert view.reading_place == place


def test_a_place_restored_before_the_view_is_shown_comes_true_when_it_has_its_size(
    qtbot, view, qapp
):
    bar = view.verticalScrollBar()
    view.put_caret(len(TEXT) // 2)
    bar.setValue(int(bar.maximum() * 0.7))
    place, value = view.reading_place, bar.value()
    later = ArticleView()
    qtbot.addWidget(later)
    later.set_article_font(assets.article_font("Amiri", 18))
    later.set_column(75)
    shown(later, view.article)
    later.restore_place(ReadingPlace(place.caret, place.anchor, place.offset))
    later.resize(740, 621)
    later.show()
    qapp.processEvents()
    assert later.verticalScrollBar().value() == value


def test_a_place_of_a_longer_text_is_no_error(view):
    shown(view, OTHER)
    view.restore_place(ReadingPlace(9_999, 9_999, 300.0))
    assert view.caret == len(OTHER.text)


def test_another_article_opens_at_its_top(view):
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    view.resize(600, 500)
    shown(view, Article.from_text(TEXT + "!"))
    view.resize(740, 621)
    assert bar.value() == 0
