"""What is on paper is what the window paints: all lines, marks beside their words, numbers in the region's digits."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from annotator.errors import ExportFailure
from annotator.model import DEFAULT_SCHEMA, Annotation, Article, Layer, Remark, Span, Zone
from tests.helpers.pictures import picture
from ui import i18n
from ui.printing.listing import listing_of
from ui.printing.pads import PicturePad, usual_layout
from ui.printing.paper import PaperView
from ui.printing.pdf import write_pdf
from ui.printing.sheets import Printed, SheetLook, paint_all
from ui.style.label_paint import label_colours

LOOK = SheetLook("Amiri", 13)
SENTENCE = "قال [بوتين:actor] إن روسيا وأرمينيا وقّعتا [اتفاقًا:agreement] جديدًا أمس. "


def printed(drawing: str, title: str = "خبر") -> Printed:
    text, layer = picture(drawing)
    return Printed(Article.from_text(text, title=title), layer)


def long_one(paragraphs: int = 30) -> Printed:
    return printed("\n\n".join(SENTENCE * 6 for _ in range(paragraphs)))


def pictures_of(*items: Printed, look: SheetLook = LOOK, dots: float = 96.0) -> list[QImage]:
    pad = PicturePad(usual_layout(), dots)
    for _ in paint_all(pad, items, DEFAULT_SCHEMA, look):
        pass
    return pad.pictures


class LoggingPad:
    """A small sheet that notes how often one was begun."""

    def __init__(self, height: float) -> None:
        self.size, self.dots, self.sheets = QSizeF(6.0, height), 96.0, 0
        self._picture = QImage(600, round(height * 96), QImage.Format.Format_RGB32)
        self._painter = QPainter()

    def next_sheet(self) -> QPainter:
        self.close()
        self.sheets += 1
        self._picture.fill(Qt.GlobalColor.white)
        self._painter.begin(self._picture)
        return self._painter

    def close(self) -> None:
        if self._painter.isActive():
            self._painter.end()


def has_colour(image: QImage, colour: QColor, top: int = 0, bottom: int | None = None) -> bool:
    wanted = colour.rgb()
    return any(
        image.pixel(x, y) == wanted
        for y in range(top, bottom or image.height(), 2)
        for x in range(0, image.width(), 2)
    )


def page_count(data: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", data))


def test_a_pdf_has_a_sheet_for_each_that_was_painted(app_in, tmp_path):
    item = long_one()
    sheets = len(pictures_of(item))
    assert sheets > 2
    out = tmp_path / "x.pdf"
    done = list(write_pdf(out, "خبر", [item, printed("قصير")], DEFAULT_SCHEMA, LOOK))
    assert page_count(out.read_bytes()) == sheets + 1
    assert done == [0] * sheets + [1]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.pdf"]


def test_lines_tile_the_text_and_each_is_drawn_once(app_in):
    item = long_one(6)
    view = PaperView("Amiri", 13, names=True)
    view.lay_out(item.article, item.layer, DEFAULT_SCHEMA, 600.0)
    rows = [line.row for line in view.lines]
    for before, after in pairwise(rows):
        assert after.top == pytest.approx(before.bottom, abs=1.01)
    shown = sum(line.block.layout().lineAt(line.number).textLength() for line in view.lines)
    assert shown == len(item.article.text) - item.article.text.count("\n")
    for line in view.lines:
        assert line.block.layout().lineAt(line.number).naturalTextWidth() <= 600.5


def test_what_is_painted_in_parts_is_what_is_painted_at_once(app_in):
    """Two bands beside each other hold the ink of both together: nothing is cut at a break, nothing twice."""
    item = long_one(2)
    view = PaperView("Amiri", 13, names=False)
    view.lay_out(item.article, item.layer, DEFAULT_SCHEMA, 500.0)
    height = round(view.lines[-1].row.bottom - view.lines[0].row.top) + 40

    def paint(*parts: range) -> QImage:
        image = QImage(500, height, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        with QPainter(image) as painter:
            painter.translate(0, 10)
            for part in parts:
                first = view.lines[part.start].row.top - view.lines[0].row.top
                painter.save()
                painter.translate(0, first)
                view.paint_lines(painter, part)
                painter.restore()
        return image

    whole, count = paint(range(len(view.lines))), len(view.lines)
    parts = paint(*(range(n, n + 1) for n in range(count)))
    differing = sum(
        abs(QColor(whole.pixel(x, y)).lightness() - QColor(parts.pixel(x, y)).lightness()) > 40
        for y in range(height)
        for x in range(500)
    )
    # A tint painted after the line before may lie over the tail of a letter there; no line is lost or doubled.
    assert differing < 0.002 * 500 * height


def test_annotations_have_their_tints_on_every_sheet_and_the_legend_below(app_in):
    images = pictures_of(long_one())
    tint, _ = label_colours(DEFAULT_SCHEMA.labels[0], dark=False)
    date_tint, _ = label_colours(DEFAULT_SCHEMA.labels[1], dark=False)
    for image in images[:2]:
        body, foot = image.height() // 2, round(image.height() * 0.9)
        assert has_colour(image, tint, 100, body)
        assert not has_colour(image, date_tint, 100, body)
        assert has_colour(image, date_tint, foot)


def test_out_of_scope_is_veiled(app_in):
    item = printed("قال بوتين")
    veiled = replace(item.layer, zones=frozenset({Zone(Span(0, 9), "credits")}))
    plain, pale = (
        pictures_of(one, look=replace(LOOK, listings=False))[0]
        for one in (item, Printed(item.article, veiled))
    )

    def darkest(image: QImage) -> int:
        return min(
            QColor(image.pixel(x, y)).lightness()
            for y in range(110, 180)
            for x in range(60, image.width() - 60)
        )

    assert darkest(plain) < 40 < darkest(pale)


def test_values_follow_the_article_and_can_be_left_out(app_in):
    text, layer = picture("قال [بوتين:actor]")
    [actor] = layer
    noted = replace(layer, annotations={actor.id: replace(actor, note="x " * 12_000)})
    item = Printed(Article.from_text(text, title="خبر"), noted)
    assert len(pictures_of(item)) > 1
    assert len(pictures_of(item, look=replace(LOOK, listings=False))) == 1
    assert len(pictures_of(Printed(item.article, Layer("", item.article.id)))) == 1


def test_values_stand_below_the_text_and_not_over_it(app_in):
    text, layer = picture("قال [بوتين:actor]")
    [actor] = layer
    noted = replace(layer, annotations={actor.id: replace(actor, note="حرفي؟")})
    item = Printed(Article.from_text(text, title="خبر"), noted)
    [listed] = pictures_of(item)
    [bare] = pictures_of(item, look=replace(LOOK, listings=False))
    differing = [
        y
        for y in range(listed.height())
        if any(listed.pixel(x, y) != bare.pixel(x, y) for x in range(listed.width()))
    ]
    inked = [
        y
        for y in range(120, listed.height() // 2)
        if any(bare.pixelColor(x, y).lightness() < 250 for x in range(bare.width()))
    ]
    assert differing
    assert min(differing) > max(inked)


def test_an_empty_article_has_a_sheet(app_in):
    assert len(pictures_of(Printed(Article.from_text("\n"), Layer("", "x")))) == 1


def test_a_sheet_lower_than_a_line_takes_one_line_each(app_in):
    pad = LoggingPad(0.95)
    for _ in paint_all(pad, [printed(SENTENCE * 4)], DEFAULT_SCHEMA, replace(LOOK, listings=False)):
        pass
    view = PaperView("Amiri", 13, names=True)
    item = printed(SENTENCE * 4)
    view.lay_out(item.article, item.layer, DEFAULT_SCHEMA, 576.0)
    assert pad.sheets == len(view.lines) > 2


def test_leaving_off_leaves_the_file_that_was_there(app_in, tmp_path):
    out = tmp_path / "x.pdf"
    out.write_bytes(b"before")
    steps = write_pdf(out, "x", [long_one(), long_one(40)], DEFAULT_SCHEMA, LOOK)
    next(steps)
    next(steps)
    steps.close()
    assert out.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["x.pdf"]


def test_a_folder_that_is_not_there_is_said_in_words(app_in, tmp_path):
    with pytest.raises(ExportFailure, match=r"x\.pdf could not be written: No such file"):
        list(write_pdf(tmp_path / "no" / "x.pdf", "x", [printed("قال")], DEFAULT_SCHEMA, LOOK))


@pytest.fixture
def app_in(qapp):
    i18n.install(qapp, "ar", "IQ")
    yield qapp
    i18n.install(qapp, "en")


def asked(item: Printed) -> Printed:
    remarks = {
        "q": Remark("q", "question", "من هو؟", Span(4, 9), answer="الرئيس"),
        "f": Remark("f", "flag", "", Span(20, 24), is_settled=True),
        "w": Remark("w", "question", "خبر أم رأي؟"),
    }
    return replace(item, layer=replace(item.layer, remarks=remarks), replies={"w": "رأي"})


def ink_beside(image: QImage) -> int:
    """Count the pixels that are not white in the left margin, beside the first lines."""
    width = round(image.width() * 16 / 210) - 2
    return sum(
        QColor(image.pixel(x, y)).lightness() < 200 for x in range(width) for y in range(100, 400)
    )


def test_flags_and_questions_stand_in_the_margin_of_the_line_each_once(app_in):
    plain = long_one(1)
    [bare], [marked] = pictures_of(plain), pictures_of(asked(plain))
    assert ink_beside(bare) == 0
    [one] = pictures_of(replace(asked(plain), layer=replace(asked(plain).layer, remarks={"q": asked(plain).layer.remarks["q"]})))  # fmt: skip
    assert 1.5 * ink_beside(one) < ink_beside(marked) < 2.5 * ink_beside(one)


def test_flags_and_questions_are_listed_with_their_answers(app_in):
    i18n.install(app_in, "en")
    item = asked(printed(SENTENCE))
    font = QFont()
    font.setPixelSize(12)
    listing = listing_of(item.article, item.layer, item.replies, DEFAULT_SCHEMA, font, 500)
    lines = re.sub("[\u2066-\u2069]", "", listing.toPlainText()).split("\n")
    assert lines == [
        "Flags and questions",
        "the whole article  Question · خبر أم رأي؟ · The lead: رأي",
        "«بوتين»  Question · من هو؟ · answer: الرئيس",
        f"«{item.article.text[20:24].strip()}»  Flag (settled)",
    ]


def test_a_date_in_a_value_is_printed_from_its_year(app_in):
    named = Annotation("a" * 12, Span(0, 4), "actor", {"canonical": "بيان 2020-11-09"})
    article = Article.from_text("بيان مشترك")
    font = QFont()
    font.setPixelSize(12)
    listing = listing_of(
        article, Layer("a", article.id).added(named), {}, DEFAULT_SCHEMA, font, 500
    )
    assert listing is not None
    assert "\u20662020-11-09\u2069" in listing.toPlainText()
