"""Keys take the caret past blank lines and signs, and keep lines around it."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from annotator.model import DEFAULT_SCHEMA, Article, Layer, Span
from ui.article.view import ArticleView

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier

TEXT = "\n\nقال بوتين: «نعم».\n\n\u00a0\n\nThe second (line).\nثالث\n\n"


@pytest.fixture
def view(pane) -> ArticleView:
    return showing(pane(), TEXT)


def showing(view: ArticleView, text: str) -> ArticleView:
    view.show_article(Article.from_text(text), Layer("a", ""), DEFAULT_SCHEMA)
    view.activateWindow()
    view.setFocus()
    return view


def press(view: ArticleView, key: Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1):
    for _ in range(times):
        QTest.keyClick(view, key, modifiers)


def paragraph(view: ArticleView) -> str:
    return view.textCursor().block().text()


def test_down_and_up_take_a_run_of_blank_lines_as_one_step(view):
    view.put_caret(TEXT.index("قال") + 3)
    press(view, Key.Key_Down)
    assert paragraph(view) == "The second (line)."
    press(view, Key.Key_Down)
    assert paragraph(view) == "ثالث"
    press(view, Key.Key_Down, times=3)
    assert paragraph(view) == "ثالث"
    press(view, Key.Key_Up)
    press(view, Key.Key_Up)
    assert paragraph(view).startswith("قال")
    press(view, Key.Key_Up, times=3)
    assert paragraph(view).startswith("قال")


def test_the_letter_keys_go_from_one_text_to_the_next(view):
    end = TEXT.index("\n", 3)
    start = TEXT.index("The")
    view.put_caret(end)
    press(view, Key.Key_Left)  # forward, in Arabic
    assert view.caret == start
    press(view, Key.Key_Left)  # back, in English
    assert view.caret == end


@pytest.mark.parametrize("modifiers", [NONE, SHIFT])
def test_the_ends_of_the_text_are_its_first_and_last_letters(view, modifiers):
    view.put_caret(TEXT.index("The"))
    press(view, Key.Key_End, CTRL | modifiers)
    assert view.caret == TEXT.index("ثالث") + 4
    press(view, Key.Key_Home, CTRL | modifiers)
    assert view.caret == 2


@pytest.mark.parametrize("key", [Key.Key_PageDown, Key.Key_PageUp])
def test_pages_end_on_text(view, key):
    view.put_caret(TEXT.index("The") + 3)
    press(view, key, times=4)
    assert paragraph(view).strip()


def test_shift_selects_across_the_gap(view):
    view.put_caret(TEXT.index("نعم"))
    press(view, Key.Key_Down, SHIFT)
    assert view.selection is not None
    assert view.selection.start == TEXT.index("نعم")
    assert paragraph(view) == "The second (line)."


def test_words_are_gone_through_without_a_stop_at_signs(view):
    view.put_caret(2)
    stops = []
    for _ in range(6):
        press(view, Key.Key_Left if view.caret < TEXT.index("The") else Key.Key_Right, CTRL)
        stops.append(view.caret)
    words = ["بوتين", "نعم", "The", "second", "line", "ثالث"]
    assert stops == [TEXT.index(word) for word in words]


def test_words_are_gone_back_through_in_the_same_places(view):
    view.put_caret(TEXT.index("ثالث"))
    stops = []
    for _ in range(5):
        arabic = view.caret < TEXT.index("The") or view.caret >= TEXT.index("ثالث")
        press(view, Key.Key_Right if arabic else Key.Key_Left, CTRL)
        stops.append(view.caret)
    assert stops == [TEXT.index(w) for w in ("line", "second", "The", "نعم", "بوتين")]


def test_shift_selects_to_the_ends_of_words(view):
    view.put_caret(2)
    press(view, Key.Key_Left, CTRL | SHIFT, times=2)
    assert view.selection == Span(2, TEXT.index("بوتين") + 5)
    press(view, Key.Key_Right, CTRL | SHIFT)
    assert view.selection == Span(2, TEXT.index("بوتين"))


def test_an_article_without_words_lets_the_keys_be_pressed(pane):
    view = showing(pane(), "\n\n؟!\n\n")
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End):
        for modifiers in (NONE, CTRL, SHIFT, CTRL | SHIFT):
            press(view, key, modifiers, times=2)
    showing(view, "")
    press(view, Key.Key_Down)
    assert view.caret == 0


LONG = "\n\n".join(
    "قال الرئيس الروسي إن الاتفاق ينص على وقف إطلاق النار اليوم. " * 4 for _ in range(30)
)


def below(view: ArticleView) -> float:
    """Return how many lines fit between the caret's line and the lower edge."""
    bottom = view.baseline_of(view.caret) + view.metrics.band_below
    return (view.viewport().height() + view.verticalScrollBar().value() - bottom) / pitch(view)


def above(view: ArticleView) -> float:
    top = view.baseline_of(view.caret) - view.metrics.band_above
    return (top - view.verticalScrollBar().value()) / pitch(view)


def pitch(view: ArticleView) -> float:
    return view.metrics.pitch


def test_three_lines_stay_between_the_caret_and_the_edge(pane):
    view = showing(pane(), LONG)
    for _ in range(60):
        press(view, Key.Key_Down)
        assert below(view) >= 2.99
    for _ in range(40):
        press(view, Key.Key_Up)
        assert above(view) >= 2.99
    press(view, Key.Key_End, CTRL)
    assert below(view) >= 3


def test_a_click_near_the_edge_does_not_scroll(pane):
    view = showing(pane(), LONG)
    bar = view.verticalScrollBar()
    bar.setValue(700)
    for y in (60, 570):
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, NONE, QPointF(300, y).toPoint()
        )
        assert bar.value() == 700


@pytest.mark.parametrize("spacing", ["compact", "normal", "wide"])
def test_the_caret_is_as_tall_as_its_line_and_seen_where_the_keyboard_is(pane, qtbot, spacing):
    view = showing(pane(spacing), "قال بوتين\nثم عاد")
    view.put_caret(3)
    qtbot.waitUntil(view.hasFocus)
    lit = view.viewport().grab().toImage()
    view.clearFocus()
    dark = view.viewport().grab().toImage()
    changed = [
        (x, y)
        for y in range(lit.height())
        for x in range(lit.width())
        if lit.pixel(x, y) != dark.pixel(x, y)
    ]
    rows, columns = {y for _, y in changed}, {x for x, _ in changed}
    baseline, metrics = view.baseline_of(3), view.metrics
    assert min(rows) >= baseline - metrics.above - 1
    assert max(rows) <= baseline + metrics.below + 1
    assert len(rows) >= (metrics.above + metrics.below) * 0.9
    assert len(columns) <= 3


def test_the_word_keys_are_the_platform_s(qapp):
    """The rest of this file presses Ctrl and an arrow."""
    keys = QKeySequence.keyBindings(QKeySequence.StandardKey.MoveToNextWord)
    assert QKeySequence("Ctrl+Right") in keys
