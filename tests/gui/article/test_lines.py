"""How many lines fit, that tagging moves none of them, and that every point belongs to the line whose letters it is on."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF

from annotator.model import DEFAULT_SCHEMA, Annotation, Article, Layer, Span, reading_order
from ui.article.view import ArticleView

SPACINGS = ("compact", "normal", "wide")
LEAST = {"compact": 15, "normal": 13, "wide": 9}
"""Lines of text on the first screen of every article of the sample, at 1280 x 720."""

INK_BELOW = 0.5
"""Em under the baseline that the lowest letters reach."""


def baselines(view: ArticleView) -> list[float]:
    """Return the baseline of each line that shows something, from the top."""
    text = view.text
    return sorted({view.baseline_of(i) for i, char in enumerate(text) if not char.isspace()})


@pytest.mark.parametrize("spacing", SPACINGS)
def test_the_first_screen_holds_as_many_lines_as_designed(pane, sample, spacing):
    view = pane(spacing)
    for article, (layer, _) in zip(sample.articles[:5], sample.layers, strict=False):
        view.show_article(article, layer, sample.schema)
        bottom = view.viewport().height() - INK_BELOW * view.metrics.em
        assert sum(line <= bottom for line in baselines(view)) >= LEAST[spacing]


@pytest.mark.parametrize("spacing", SPACINGS)
def test_lines_of_a_paragraph_are_one_pitch_apart_in_any_script(pane, spacing):
    view = pane(spacing, size=(400, 600))
    text = "قال 🙂 新华社 Αθήνα لأذربيجان (EU) ﷺ ٠٩/١٢ " * 8
    view.show_article(Article.from_text(text), Layer("a", ""), DEFAULT_SCHEMA)
    lines = baselines(view)
    steps = {round(b - a, 1) for a, b in pairwise(lines)}
    assert len(lines) > 3
    assert steps == {view.metrics.pitch}
    assert view.metrics.pitch == {"compact": 36, "normal": 41, "wide": 58}[spacing]


def glyphs(view: ArticleView) -> list[tuple]:
    """Return where every glyph of the article stands."""
    found, block = [], view.document().begin()
    while block.isValid():
        origin = view.document().documentLayout().blockBoundingRect(block).topLeft()
        found += [
            (origin.x(), origin.y(), tuple(place.toTuple() for place in run.positions()))
            for run in block.layout().glyphRuns()
        ]
        block = block.next()
    return found


@pytest.mark.parametrize("spacing", SPACINGS)
def test_no_act_of_tagging_the_sample_moves_a_glyph(pane, sample, spacing):
    """Both annotators' annotations are made one after the other in reading order."""
    view = pane(spacing)
    acts = 0
    for article, layers in zip(sample.articles, sample.layers, strict=True):
        layer = Layer("a", article.id)
        view.show_article(article, layer, sample.schema)
        before, height = glyphs(view), view.document().size().height()
        for annotation in sorted([*layers[0], *layers[1]], key=reading_order):
            if annotation.id in layer:
                continue
            after = layer.added(annotation)
            view.update_layer(layer, after, frozenset([annotation.id]))
            view.settle_on(annotation.id)
            view.viewport().repaint()
            layer = after
            acts += 1
            assert view.document().size().height() == height
        assert glyphs(view) == before
    assert acts > 500


@pytest.mark.parametrize("family", ["Amiri", "Noto Sans Arabic"])
@pytest.mark.parametrize("spacing", SPACINGS)
def test_ink_answers_with_its_own_line(pane, sample, spacing, family):
    """Points from 18 pixels above a baseline to 10 below it, first lines after blank ones among them."""
    view = pane(spacing, family=family, size=(740, 4_000))
    tried = 0
    for article, (layer, _) in zip(sample.articles[:5], sample.layers, strict=False):
        view.show_article(article, layer, sample.schema)
        lines: dict[float, list[int]] = {}
        for i, char in enumerate(article.text):
            if not char.isspace():
                lines.setdefault(view.baseline_of(i), []).append(i)
        for baseline, letters in lines.items():
            x = view.cell(letters[len(letters) // 2]).center().x()
            for y in range(-18, 11):
                hit = view.character_at(QPointF(x, baseline + y))
                assert view.baseline_of(hit) == baseline, (article.title, baseline, y)
                tried += 1
    assert tried > 4_000


@pytest.mark.parametrize("spacing", SPACINGS)
def test_no_point_answers_with_a_blank_line(pane, sample, spacing):
    view = pane(spacing)
    for article, (layer, _) in zip(sample.articles[:5], sample.layers, strict=False):
        view.show_article(article, layer, sample.schema)
        for y in range(0, int(view.document().size().height()), 2):
            position = view.character_at(QPointF(300, y))
            line = article.text[article.text.rfind("\n", 0, position) + 1 :].partition("\n")[0]
            assert position == len(article.text) or line.strip(), y


def test_every_character_is_hit_in_the_middle_of_its_cell(pane, sample):
    view = pane()
    article = sample.articles[0]
    view.show_article(article, sample.layers[0][0], sample.schema)
    for position, char in enumerate(article.text):
        cell = view.cell(position)
        if not char.isspace() and cell.width() > 0:
            hit = view.character_at(cell.center())
            assert view.cell(hit) == cell


BLANK = ["", "  ", "\u00a0", "\u00a0\u200f ", "\t"]


@pytest.mark.parametrize("spacing", SPACINGS)
@pytest.mark.parametrize("blank", BLANK, ids=ascii)
def test_a_run_of_blank_lines_is_one_gap_however_long(pane, spacing, blank):
    view = pane(spacing)

    def apart(lines: int) -> float:
        text = "أول\n" + f"{blank}\n" * lines + "ثان"
        view.show_article(Article.from_text(text), Layer("a", ""), DEFAULT_SCHEMA)
        return view.baseline_of(len(text) - 1) - view.baseline_of(0)

    pitch, gap = view.metrics.pitch, view.metrics.gap
    assert apart(0) == pitch
    assert apart(1) == pytest.approx(pitch + gap, abs=0.1)
    assert apart(12) == pytest.approx(pitch + gap + 11, abs=0.2)


def test_blank_lines_in_front_take_no_room(pane):
    view = pane()
    view.show_article(Article.from_text("نص"), Layer("a", ""), DEFAULT_SCHEMA)
    first = view.baseline_of(0)
    view.show_article(Article.from_text("\n\n\nنص"), Layer("a", ""), DEFAULT_SCHEMA)
    assert view.baseline_of(3) - first <= 3.1


VOWELLED = "وَقَالَ الرَّئِيسُ إِنَّ الِاتِّفَاقَ يَنُصُّ عَلَى وَقْفِ إِطْلَاقِ النَّارِ. "


def test_vowelled_text_opens_one_step_wider_and_shows_no_names_for_it(pane):
    view = pane()
    view.show_article(Article.from_text(VOWELLED), Layer("a", ""), DEFAULT_SCHEMA)
    assert view.metrics.pitch == 58
    view.set_spacing("compact")
    assert view.metrics.pitch == 41
    view.set_spacing("wide")
    assert view.metrics.pitch == 58
    view.set_spacing("normal")
    view.show_article(
        Article.from_text("قال محمَّد بن سلمان اليوم إن الاتفاق مهم. " * 9),
        Layer("a", ""),
        DEFAULT_SCHEMA,
    )
    assert view.metrics.pitch == 41


def test_the_column_is_75_letters_in_the_middle_whatever_the_width(pane, sample):
    view = pane(size=(1_300, 900))
    view.show_article(sample.articles[0], sample.layers[0][0], sample.schema)
    column = view.column_rect()
    assert column.width() == pytest.approx(596, abs=2)
    assert column.left() == pytest.approx(view.viewport().width() - column.right(), abs=2)
    cells = [view.cell(i) for i, c in enumerate(view.text) if not c.isspace()]
    assert all(column.left() - 1 <= c.left() and c.right() <= column.right() + 2 for c in cells)
    view.set_column(None)
    assert view.column_rect().width() > 1_100
    view.set_column(60)
    assert view.column_rect().width() == pytest.approx(596 * 60 / 75, abs=2)


def test_two_fifths_of_the_view_are_empty_after_the_last_line(pane, sample):
    view = pane()
    view.show_article(sample.articles[0], sample.layers[0][0], sample.schema)
    for height in (621, 400):
        view.resize(740, height)
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        last = max(baselines(view)) - view.verticalScrollBar().value()
        assert (height - last) / height == pytest.approx(0.4, abs=0.04)


def test_a_click_beside_a_line_reaches_its_nearer_end(pane):
    view = pane(size=(1_300, 600))
    text = "قال بوتين اليوم.\nThe second line is English."
    view.show_article(Article.from_text(text), Layer("a", ""), DEFAULT_SCHEMA)
    first, second = view.baseline_of(0) - 4, view.baseline_of(len(text) - 2) - 4
    assert view.boundary_at(QPointF(1_200, first)) == 0
    assert view.boundary_at(QPointF(20, first)) == text.index("\n")
    assert view.boundary_at(QPointF(20, second)) == text.index("\n") + 1
    assert view.boundary_at(QPointF(1_200, second)) == len(text)


def test_line_rect_is_the_span_on_its_first_line_with_its_lanes(pane, sample):
    view = pane()
    article, layer = sample.articles[0], sample.layers[0][0]
    view.show_article(article, layer, sample.schema)
    for annotation in layer.in_order[:40]:
        box = view.line_rect(annotation.id)
        scrolled = view.verticalScrollBar().value()
        piece = view.pieces_of(annotation.span)[0]
        assert box.top() <= piece.baseline - scrolled - view.metrics.above <= box.top() + 1
        assert box.bottom() - 1 <= piece.baseline - scrolled + view.metrics.zone_bottom
        assert box == view.line_rect(annotation.span)
        assert box.left() <= piece.runs[0].left <= piece.runs[-1].right <= box.right() + 1
    assert view.line_rect("nobody").isEmpty()


def test_an_unknown_label_and_six_levels_are_painted(pane):
    """Nothing to see is asserted but that the paint is there and no glyph moved."""
    view = pane()
    text = "وقال الرئيس فلاديمير بوتين إن الاتفاق الثلاثي بين روسيا وأرمينيا وأذربيجان ينص"
    layer = Layer("a", "x")
    view.show_article(Article.from_text(text), layer, DEFAULT_SCHEMA)
    before = glyphs(view)
    for depth in range(6):
        annotation = Annotation(f"{depth:012x}", Span(5, 12 + 9 * depth), "actor")
        after = layer.added(annotation)
        view.update_layer(layer, after, frozenset([annotation.id]))
        layer = after
    picture = view.viewport().grab().toImage()
    assert glyphs(view) == before
    box = view.line_rect(Span(5, 6))
    assert picture.pixelColor(box.center().x(), box.top() + 2) != picture.pixelColor(2, 2)
