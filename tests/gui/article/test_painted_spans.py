"""A painted span covers the cells of its characters and nothing else, and painting moves no glyph."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPalette

from annotator.model import Annotation, Span
from annotator.text import graphemes
from ui.article.view import ArticleView

TEXT = (
    "قال الرئيس لأذربيجان (EU) يوم 20th, September 2023 إنّ محمَّدًا 🙂 سيزور «تبليسي»\tغدًا، "
    "وفق\u200f ٠٩/١٢ و می\u200cرود abc قره\u00a0باغ.\nThe second مكتوب paragraph 12 is Latin.\n\nوالأخير عن لا إله."
)
EDGES = graphemes.boundaries(TEXT)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start, end = sorted(draw(st.lists(st.sampled_from(EDGES), min_size=2, max_size=2, unique=True)))
    return Span(start, end)


def area(boxes: list[QRectF]) -> float:
    return sum(box.width() for box in boxes)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spans(), st.sampled_from([320, 600, 14_000]))
def test_rectangles_cover_exactly_the_cells_of_the_span(show, span, width):
    view = show(TEXT, width=width)
    boxes = view.rectangles(span)
    inside = [view.cell(i) for i in range(span.start, span.end)]
    outside = [view.cell(i) for i in range(len(TEXT)) if i not in range(span.start, span.end)]
    for cell in inside:
        if cell.width() > 0:
            assert any(box.adjusted(-0.01, -0.01, 0.01, 0.01).contains(cell) for box in boxes)
    for cell in outside:
        if cell.width() > 0 and not any(shares(cell, other) for other in inside):
            assert not any(box.intersected(cell).width() > 0.01 for box in boxes)
    assert area(boxes) == pytest.approx(area(distinct(inside)), abs=0.1 * len(inside))


def shares(cell: QRectF, other: QRectF) -> bool:
    return cell == other and other.width() > 0


def distinct(cells: list[QRectF]) -> list[QRectF]:
    return [QRectF(*key) for key in {(c.x(), c.y(), c.width(), c.height()) for c in cells}]


def test_every_visible_character_has_a_cell_and_no_two_overlap(show, family):
    view = show(TEXT, family=family, width=500)
    seen: dict[float, list[tuple[float, float]]] = {}
    for index, char in enumerate(TEXT):
        cell = view.cell(index)
        if not char.isspace() and char not in "\u200f\u200c":
            assert cell.width() > 0, f"{char!r} at {index} has no cell"
        if cell.width() > 0:
            seen.setdefault(cell.top(), []).append((cell.left(), cell.right()))
    for line in seen.values():
        cells = sorted(set(line))
        for (_, right), (left, _) in pairwise(cells):
            assert right <= left + 0.02


def picture(view: ArticleView) -> QImage:
    """Return the picture of the article as painted."""
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def ink_mask(image: QImage, threshold: int = 90) -> set[tuple[int, int]]:
    width = image.width()
    data = bytes(image.constBits())
    stride = image.bytesPerLine()
    return {
        (x, y)
        for y in range(image.height())
        for x in range(width)
        if max(data[y * stride + 4 * x : y * stride + 4 * x + 3]) < threshold
    }


def without_lines(view: ArticleView) -> None:
    """Make underlines and outlines white so that only tints and letters are left in the picture."""
    for name, ink in list(view._inks.items()):
        white = QColor(255, 255, 255)
        view._inks[name] = type(ink)(white, QColor(0, 0, 0, 0), ink.pattern, ink.title)


@pytest.mark.parametrize(
    "part",
    ["لأ", "ل", "أذر", "محم", "مَّ", "َّ", "لأذربيجان", "(EU)", "20th", "🙂", "می"],
    ids=lambda part: part.encode("unicode_escape").decode(),
)
def test_tagging_moves_no_glyph(show, family, part):
    """White tints under black letters must leave the picture as it was, to the last pixel."""
    start = TEXT.index(part)
    end = start + len(part)
    plain = show(TEXT, family=family, width=700)
    tagged = show(TEXT, ((start, end, "actor"), (start, end, "date")), family=family, width=700)
    without_lines(tagged)
    assert plain.palette().color(QPalette.ColorRole.Base) == QColor(255, 255, 255)
    assert picture(tagged) == picture(plain)


def test_tagging_changes_the_picture_only_inside_the_tint_and_its_lane(show, family):
    start = TEXT.index("لأذربيجان") + 1  # between the lam and the alef of one ligature
    plain = show(TEXT, family=family, width=700)
    tagged = show(TEXT, ((start, start + 4, "actor"),), family=family, width=700)
    before, after = picture(plain), picture(tagged)
    boxes = [box.adjusted(-1, 0, 1, 0) for box in tagged.rectangles(Span(start, start + 4))]
    changed = 0
    for y in range(before.height()):
        for x in range(before.width()):
            if before.pixel(x, y) != after.pixel(x, y):
                changed += 1
                assert any(box.left() - 1 <= x <= box.right() + 1 for box in boxes)
    assert changed > 100, "the tint is not to be seen"


def test_letters_stay_as_dark_on_a_tint_as_on_the_page(show):
    plain = show(TEXT, width=700)
    tagged = show(TEXT, ((0, 60, "quote"), (4, 20, "actor")), width=700)
    letters = ink_mask(picture(plain))
    assert letters
    assert letters <= ink_mask(picture(tagged), threshold=110)


def test_lanes_keep_nested_and_crossing_spans_apart():
    from ui.article.lanes import assign_lanes

    spans = {
        "outer": (0, 50),
        "inner": (5, 10),
        "twin": (5, 10),
        "crossing": (8, 20),
        "far": (60, 70),
    }
    annotations = [Annotation(name, Span(*where), "actor") for name, where in spans.items()]
    lanes = assign_lanes(annotations)
    assert lanes["far"] == 0
    assert lanes["outer"] == max(lanes.values())
    for a in annotations:
        for b in annotations:
            if a.id != b.id and a.span.overlaps(b.span):
                assert lanes[a.id] != lanes[b.id]
