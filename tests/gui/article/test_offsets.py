"""Positions on screen are those of the text, whatever code points it holds: Qt takes some for marks of its own."""

import re
import sys

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlock

from annotator.model import Span
from ui.article.document import build_document
from ui.article.offsets import OffsetMap
from ui.article.view import ArticleView
from ui.style import assets

STRANGE = (
    "\r\n\u2028\u2029\ufdd0\ufdd1\ufddf\ufdef\ufffc\ufffd\ufffe\uffff\x00\x0b\x0c\x1c\x1d\x1e\x1f\x7f\x85"
    "\ufeff\u2060\u200b\u200d\u200f\u2066\u2069\xad\xa0\t\U0001f642\U0001fffe\U0010ffff"
)
TEXTS = st.text(
    st.one_of(
        st.sampled_from(STRANGE),
        st.sampled_from("قلأ a1"),
        st.characters(exclude_categories=["Cs"]),
    )
)


def blocks(view: ArticleView) -> list[QTextBlock]:
    block = view.document().begin()
    found = []
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
@example("\ufeff\ufeffقال")
@example("قال\n\ufeffنعم")
@example("\r\n\r\r\n")
@example("🙂\ufdd0🙂")
def test_a_document_has_the_units_and_the_paragraphs_of_its_text(show, text):
    view = show(text)
    starts = [match.end() for match in re.finditer("[\n\u2029]", text)]
    assert [view._map.to_text(block.position()) for block in blocks(view)] == [0, *starts]
    assert view.document().characterCount() - 1 == len(text.encode("utf-16-le")) // 2
    assert view.text == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_positions_go_to_qt_and_back(text):
    units = OffsetMap(text)
    for position in range(len(text) + 1):
        assert units.to_qt(position) == len(text[:position].encode("utf-16-le")) // 2
        assert units.to_text(units.to_qt(position)) == position


def test_no_code_point_alone_changes_the_count(qapp):
    """All 1,112,064 of them, 4,096 at a time, between letters."""
    font = assets.article_font("Amiri", 18)
    for first in range(0, sys.maxunicode + 1, 0x1000):
        codes = [c for c in range(first, first + 0x1000) if not 0xD800 <= c <= 0xDFFF]
        text = "".join(f"a{chr(code)}b" for code in codes)
        document = build_document(OffsetMap(text).display, font, 41.0, 12.0, [0])
        expected = len(text.encode("utf-16-le")) // 2 + 1, 1 + sum(chr(c) in "\n\u2029" for c in codes)  # fmt: skip
        assert (document.characterCount(), document.blockCount()) == expected, f"in U+{first:04X}"


@pytest.mark.parametrize("char", STRANGE, ids=lambda char: f"U+{ord(char):04X}")
def test_what_is_annotated_behind_a_strange_character_is_shown(show, char):
    text = f"قال{char}الرئيس{char}{char} بوتين أمس"
    start = text.index("بوتين")
    view = show(text, ((start, start + 5, "actor"),))
    assert [mark.annotation.span for mark in view._marks.of(blocks(view)[-1].blockNumber())] == [
        Span(start, start + 5)
    ]
    [box] = view.rectangles(Span(start, start + 5))
    widths = [view.cell(i).width() for i in range(start, start + 5)]
    assert box.width() == pytest.approx(sum(widths), abs=0.1)
    assert min(widths) > 0


def test_the_place_of_a_picture_is_seen_and_can_be_annotated(show):
    view = show("قال \ufffc نعم")
    assert view.cell(4).width() > 5
    view.select(Span(4, 5))
    assert view.selection == Span(4, 5)
    assert view.createMimeDataFromSelection().text() == "\ufffc"
