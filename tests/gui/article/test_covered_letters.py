"""A painted span covers the letters that were annotated and no others, whichever fonts their scripts need.

The oracle is the ink itself: the same document is painted with the annotated letters red, which moves nothing where a
format may begin and end, and the red has to lie inside the rectangles and all other ink outside.
"""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from annotator.model import Span
from annotator.text import graphemes
from ui.article.view import ArticleView
from ui.style import assets

OVERHANG = 3
"""Pixels that a letter may reach out of its advance at 18 points: half the width of a space."""

WORDS = {
    "arabic": ["قال", "لأذربيجان", "محمَّد", "لا", "الله", "تر", "ﷺ"],
    "persian": ["گفت", "می\u200cرود", "پژوهش", "۱۴۰۲"],
    "latin": ["GMT", "20th", "(EU)", "Wałęsa", "é", "2023"],
    "cyrillic": ["Ильхам", "Алиев", "й", "№"],
    "greek": ["Αθήνα"],
    "hebrew": ["שלום", "שָׁלוֹם", "ק"],
    "emoji": ["🙂", "👍🏽", "👨\u200d👩\u200d👧", "🇪🇬", "❤\ufe0f"],
    "chinese": ["新华社", "漢"],
    "symbols": ["→", "✓", "≤", "₹"],
}
ALL_WORDS = [word for words in WORDS.values() for word in words]

MIXED = "قال Ильхам «20th» لا שלום 🙂 漢 (EU) می\u200cرود ✓ Αθήνα ۱۴۰۲ 👍🏽 إلى"


@pytest.mark.parametrize("script", WORDS)
@pytest.mark.parametrize("word", [0, -1])
def test_a_word_of_any_script_is_covered_in_an_arabic_sentence(show, family, script, word):
    text = f"قال {WORDS[script][word]} إن Пётр و20 GMT {WORDS[script][-1]} هنا"
    start = text.index(WORDS[script][word])
    span = Span(start, start + len(WORDS[script][word]))
    assert_covered(show(text, family=family, width=700), span)


@pytest.mark.parametrize("word", MIXED.split())
def test_each_word_of_one_line_in_many_scripts_is_covered(show, family, word):
    start = MIXED.index(word)
    assert_covered(show(MIXED, family=family, width=1_200), Span(start, start + len(word)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(ALL_WORDS), min_size=2, max_size=12),
    st.data(),
    st.sampled_from([260, 900]),
)
def test_generated_words_are_covered_however_they_wrap(show, words, data, width):
    index = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join([*words[:index], ""]))
    span = Span(start, start + len(words[index]))
    assert_covered(show(" ".join(words), width=width), span)


APART = ["Ильхам", "שלום", "新华社通讯", "GMT", "Αθήνα", "20", "🙂👍🏽", "№7", "Й", "日本"]
JOINED = ["قال", "بيسكوف", "موسكو", "پژوهش", "روسيا", "محمَّد", "يوم", "رئيس", "خطّ"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(APART + JOINED), min_size=1, max_size=8), st.data())
def test_one_letter_is_covered_where_a_format_would_not_move_it(show, words, data):
    """Without ligatures and kerning, and in the face whose letters keep their shapes beside a format's edge."""
    text = " ".join(words)
    letters = [i for i in graphemes.boundaries(text)[:-1] if not text[i].isspace()]
    start = data.draw(st.sampled_from(letters))
    view = show(text, width=700)
    view.set_article_font(loosened(assets.article_font("Noto Sans Arabic", 18)))
    assert_covered(view, Span(start, graphemes.next(text, start)))


def loosened(font: QFont) -> QFont:
    font.setKerning(False)
    for feature in ("liga", "calt", "clig"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def assert_covered(view: ArticleView, span: Span) -> None:
    assert span.of(view.text).strip()
    red, black = inks(view, span)
    assert red.any(), "the annotated letters leave no ink"
    boxes = view.rectangles(span)
    assert not (red & ~area(red.shape, boxes, OVERHANG)).any(), "ink of the span lies outside"
    assert not (black & area(red.shape, boxes, -OVERHANG)).any(), "ink of others lies inside"


def inks(view: ArticleView, span: Span) -> tuple[np.ndarray, np.ndarray]:
    """Return where a span's own ink is in a picture of the whole document, and where that of all else."""
    document = view.document().clone()
    document.setTextWidth(view.document().textWidth())
    colour(document, 0, view._map.units, QColor(0, 0, 0))
    plain = picture(document)
    colour(document, view._map.to_qt(span.start), view._map.to_qt(span.end), QColor(255, 0, 0))
    coloured = picture(document)
    document.deleteLater()
    green, strong = coloured[..., 1], coloured[..., 2]
    before, after = plain[..., 1] < 128, green < 128
    moved = (before & ~widened(after)) | (after & ~widened(before))
    assert not moved.any(), "the format moved letters: the oracle is no oracle here"
    return (green < 128) & (strong > 200), strong < 128


def colour(document: QTextDocument, start: int, end: int, ink: QColor) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    letters = QTextCharFormat()
    letters.setForeground(ink)
    cursor.mergeCharFormat(letters)


def picture(document: QTextDocument) -> np.ndarray:
    """Return the pixels of a painted document: rows of blue, green, red and nothing."""
    image = QImage(document.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor(255, 255, 255))
    with QPainter(image) as painter:
        document.drawContents(painter)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return rows[:, : image.width()].copy()


def widened(mask: np.ndarray) -> np.ndarray:
    """Return a mask grown by the one pixel by which a format's edge rounds otherwise."""
    grown = mask.copy()
    grown[:, 1:] |= mask[:, :-1]
    grown[:, :-1] |= mask[:, 1:]
    return grown


def area(shape: tuple[int, int], boxes: list, margin: int) -> np.ndarray:
    """Return the pixels inside some boxes that are made wider, or narrower, by a margin; their heights stay."""
    inside = np.zeros(shape, bool)
    for box in boxes:
        left, right = max(round(box.left()) - margin, 0), max(round(box.right()) + margin, 0)
        if left < right:
            inside[round(box.top()) : round(box.bottom()), left:right] = True
    return inside
