"""A page holds each text exactly, shows every annotation where it is, and needs and runs nothing from outside."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import (
    DEFAULT_SCHEMA,
    Annotation,
    Article,
    Layer,
    Relation,
    Remark,
    Span,
    Status,
    Zone,
)
from annotator.pages import Face, Look, article_part, markup, page_end, page_of, page_start
from annotator.pages.cuts import depths, lines
from annotator.pages.style import DEEPEST
from annotator.pages.woff import woff_of
from annotator.text.direction import base_direction
from tests.helpers.pictures import picture
from tests.helpers.strategies import TEXTS, layers
from tests.unit.pages.page_reader import read_page

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
LOOK = Look(DEFAULT_SCHEMA, "en")


def read(article: Article, layer: Layer, look: Look = LOOK):
    return read_page(page_of([(article, layer)], look, article.title))


def drawn(drawing: str, **metadata: str) -> tuple[Article, Layer]:
    text, layer = picture(drawing)
    return Article.from_text(text, **metadata), layer


@st.composite
def annotated(draw: st.DrawFn) -> tuple[Article, Layer]:
    article = Article.from_text(draw(TEXTS), title=draw(TEXTS), source=draw(TEXTS))
    return article, draw(layers(article))


@given(annotated())
def test_the_text_in_the_page_is_the_articles_character_for_character(item):
    article, layer = item
    assert read(article, layer).texts == [article.text]


@given(annotated())
def test_every_character_has_just_the_marks_of_what_covers_it_and_all_is_well_formed(item):
    article, layer = item
    found = read(article, layer)
    known = {label.name for label in DEFAULT_SCHEMA.labels}
    for position, (character, around) in enumerate(zip(article.text, found.marks[0], strict=True)):
        if character == "\n":
            assert around == ()
            continue
        covering = [a for a in layer.in_order if a.start <= position < a.end]
        expected = [f"l-{a.label}" if a.label in known else "unknown" for a in covering]
        assert [classes.split()[0] for classes, _ in around] == expected
        in_zone = any(z.span.start <= position < z.span.end for z in layer.zones)
        assert found.zoned[0][position] == in_zone


@given(annotated())
def test_each_annotation_has_one_anchor_where_it_begins_and_each_link_leads_to_one(item):
    article, layer = item
    found = read(article, layer)
    begins = {
        f"{article.id}-{n}": a.start
        for n, a in enumerate(layer.in_order, 1)
        if article.text[a.start : a.end].strip("\n") and article.text[a.start] != "\n"
    }
    assert begins.items() <= found.anchors.items()
    listed = {f"#{article.id}-{n}" for n, _ in enumerate(layer.in_order, 1)}
    assert listed <= set(found.addresses) or not len(layer)


@given(annotated())
def test_lines_are_paragraphs_in_the_direction_of_their_text(item):
    article, layer = item
    expected = [base_direction(line) for line in article.text.split("\n")]
    assert read(article, layer).directions == [expected]


@given(annotated())
def test_pieces_and_line_ends_make_up_the_text_and_nothing_begins_inside_one(item):
    article, layer = item
    found = list(lines(article.text, layer))
    rebuilt = "\n".join(
        "".join(article.text[piece.start : piece.end] for piece in line.pieces) for line in found
    )
    assert rebuilt == article.text
    edges = {edge for a in layer for edge in (a.start, a.end)}
    for line in found:
        for piece in line.pieces:
            assert not any(piece.start < edge < piece.end for edge in edges)
            assert list(piece.around) == [
                a for a in layer.in_order if a.start <= piece.start and piece.end <= a.end
            ]


@given(annotated())
def test_annotations_that_overlap_have_rows_of_their_own_and_outer_ones_lie_lower(item):
    _, layer = item
    rows = depths(layer.in_order)
    for one in layer:
        for other in layer:
            if one.id == other.id or one.start >= other.end or other.start >= one.end:
                continue
            assert rows[one.id] != rows[other.id]
            if one.start <= other.start and other.end <= one.end and one.span != other.span:
                assert rows[one.id] > rows[other.id]


def test_markup_in_texts_titles_names_values_and_notes_is_words():
    evil = '<script>alert("x")</script>&amp;<b>\''
    text = f"{evil}\n]]>--><!--"
    article = Article.from_text(text, title=evil, source=evil, url="javascript:alert(1)")
    note = Annotation("a", Span(0, 8), "actor", {"canonical": evil, "x<y": evil}, evil)
    odd = Annotation("b", Span(2, 9), 'no"such<label>')
    layer = Layer(
        evil,
        article.id,
        annotations={"a": note, "b": odd},
        zones=frozenset({Zone(Span(0, 4), evil)}),
    )
    found = read(article, layer)
    assert found.texts == [text]
    tips = {tip for around in found.marks[0] for _, tip in around}
    assert f"Actor 1\nCanonical name: {evil}\nx<y: {evil}\nNote: {evil}" in tips
    assert 'no"such<label> 2' in tips
    assert "script" not in found.tags
    assert "b" not in found.tags
    assert not any(address.startswith("javascript") for address in found.addresses)
    assert "".join(found.words).count(evil) >= 4


def test_control_characters_come_through_and_a_carriage_return_is_written_by_number():
    text = "\x01\x0c\x85a\x9fb\rc\tسلام\u00a0\u2028x"
    article = Article.from_text(text)
    page = page_of([(article, Layer("", article.id))], LOOK, "")
    assert "\r" not in page
    assert "&#13;" in page
    assert read_page(page).texts == [text]


def test_what_is_known_of_the_article_stands_above_it():
    article, layer = drawn(
        "قال [بوتين:actor]",
        title="خبر",
        published="2021-11-09",
        source="تاس",
        url="https://x.org/1?a=1&b=2",
    )
    found = read(article, layer.with_status(Status.DONE))
    said = "".join(found.words)
    for word in ("خبر", "2021-11-09", "تاس", layer.annotator, "done"):
        assert word in said
    assert "https://x.org/1?a=1&b=2" in found.addresses


def test_values_links_and_notes_are_in_the_table_and_in_the_tip():
    article, layer = drawn("قال [بوتين:actor] [نعم:quote]")
    actor, quote = layer.in_order
    layer = replace(
        layer,
        annotations={
            actor.id: replace(actor, attributes={"canonical": "فلاديمير بوتين"}),
            quote.id: replace(quote, note="حرفي؟"),
        },
        relations=frozenset({Relation("speaker", quote.id, actor.id)}),
    )
    found = read(article, layer)
    said = "".join(found.words)
    assert "Canonical name: فلاديمير بوتين" in said
    assert "Speaker: بوتين" in said
    assert "حرفي؟" in said
    tips = [tip for around in found.marks[0] for _, tip in around]
    assert "Actor 1\nCanonical name: فلاديمير بوتين" in tips
    assert "Quote 2\nSpeaker: بوتين (Actor 1)\nNote: حرفي؟" in tips
    without = "".join(read(article, layer, replace(LOOK, tables=False)).words)
    assert "حرفي؟" not in without


def test_names_under_the_text_are_no_text_and_near_ones_share_a_place():
    article, layer = drawn("[قال [بوتين:actor] اليوم:quote] في [موسكو:actor] وغيرها")
    assert read(article, layer).names == ["Quote 1 · Actor 2", "Actor 3"]
    assert read(article, layer, Look(DEFAULT_SCHEMA, "ar")).names == ["اقتباس 1 · فاعل 2", "فاعل 3"]


def test_the_bare_text_has_neither_table_nor_annotator():
    article, _ = drawn("قال بوتين", title="خبر")
    found = read(article, Layer("", article.id))
    assert "table" not in found.tags
    assert "Annotator" not in "".join(found.words)


def test_a_page_of_several_lists_them_and_each_is_there():
    first, second = drawn("قال [بوتين:actor]", title="أول"), drawn("ثم [عاد:actor]", title="ثان")
    page = page_of([first, second], LOOK, "كل")
    found = read_page(page)
    assert found.texts == [first[0].text, second[0].text]
    assert {f"#a-{first[0].id}", f"#a-{second[0].id}"} <= set(found.addresses)
    assert "nav" not in read(*first).tags


def test_nothing_is_fetched_or_run_and_the_page_says_so_itself():
    data = (FONTS / "HashiyaNaskh-Regular.ttf").read_bytes()
    face = Face("Hashiya Naskh", data, "the licence */ with a trap")
    article, layer = drawn("قال [بوتين:actor]", url="https://example.org")
    page = page_of([(article, layer)], Look(DEFAULT_SCHEMA, "ar", face), "x")
    assert "default-src 'none'" in page
    urls = re.findall(r"url\(([^)]{0,30})", page)
    assert urls
    assert all(url.strip("\"'").startswith("data:") for url in urls)
    assert not re.search(r"<(script|link|img|iframe|object)\b", page)
    assert "the licence * / with a trap" in page
    assert 'lang="ar" dir="rtl"' in page


def test_every_label_has_an_underline_of_its_own_shape_and_the_legend_names_it():
    article, layer = drawn("قال [بوتين:actor]")
    page = page_of([(article, layer)], LOOK, "")
    shapes = set()
    for label in DEFAULT_SCHEMA.labels:
        rule = re.search(
            rf"^\.l-{label.name} {{ background-image: (.*?), linear-gradient", page, re.M
        )
        shapes.add(rule[1].replace(label.colours.line_light, "ink"))
        assert f'class="l-{label.name} k0">{label.title_en}<' in page
    assert len(shapes) == len(DEFAULT_SCHEMA.labels)


def test_deep_nesting_has_rows_to_the_last():
    article = Article.from_text("ا" * 20)
    made = {f"a{n}": Annotation(f"a{n}", Span(n, 20 - n), "actor") for n in range(9)}
    found = read(article, Layer("sara", article.id, annotations=made))
    rows = [classes.split()[1] for classes, _ in found.marks[0][9]]
    assert rows[-1] == "k0"
    assert rows[0] == f"k{DEEPEST - 1}"


@pytest.mark.parametrize("name", ["HashiyaNaskh-Regular", "HashiyaSansArabic-Regular"])
def test_a_font_packed_as_woff_has_the_tables_it_had(name):
    data = (FONTS / f"{name}.ttf").read_bytes()
    packed = woff_of(data)
    assert len(packed) < len(data) * 0.6
    before, after = TTFont(io.BytesIO(data)), TTFont(io.BytesIO(packed))
    assert after.flavor == "woff"
    assert set(before.reader.tables) == set(after.reader.tables)
    for tag in before.reader.tables:
        assert before.reader[tag] == after.reader[tag]


def test_what_was_asked_stands_in_the_margin_and_is_listed_with_its_answers():
    article, layer = drawn("قال [بوتين:actor] إنه\nوصل أمس", title="خبر")
    [actor] = layer
    asked = {
        "q": Remark("q", "question", "من <هو>؟", Span(0, 1), actor.id, answer="الرئيس", is_settled=True),
        "f": Remark("f", "flag", "", Span(17, 20)),
        "w": Remark("w", "question", "خبر أم رأي؟"),
        "r": Remark("r", "reply", "", answer="لغيره"),
    }  # fmt: skip
    layer = replace(layer, remarks=asked)
    made = page_start(LOOK, "t") + article_part(article, layer, LOOK, {"w": "رأي"})
    found = read_page(made + page_end(LOOK, [article]))
    assert found.texts == [article.text]
    signs = [name for name in found.names if name in "?!"]
    assert signs == ["?", "!"]
    assert made.index('data-n="?"') < made.index("بوتين</mark>")
    assert set(re.findall(r'href="#([^"]+-r\d)"', made)) <= set(found.anchors)
    listed = made[made.index("Flags and questions") :]
    order = ["the whole article", "Question: <bdi>خبر", "The lead: <bdi>رأي", "«بوتين»", "Question (settled): <bdi>من &lt;هو&gt;", "Answer: <bdi>الرئيس", "<br>Flag</li>"]  # fmt: skip
    places = [listed.index(words) for words in order]
    assert places == sorted(places)
    assert "لغيره" not in made


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("البيان الثلاثي 2020-11-09", "البيان الثلاثي <bdi dir=ltr>2020-11-09</bdi>"),
        ("من 2020-11/2021-01", "من <bdi dir=ltr>2020-11/2021-01</bdi>"),
        ("2020-11-09", "2020-11-09"),
        ("Statement of 2020-11-09", "Statement of 2020-11-09"),
    ],
)
def test_a_date_after_arabic_letters_is_not_turned_round(value, shown):
    assert markup.bdi(value) == f"<bdi>{shown}</bdi>"
