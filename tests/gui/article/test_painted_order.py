"""The order in which characters stand on screen is the order the Unicode Bidirectional Algorithm gives them.

The oracles are python-bidi and the Unicode Consortium's own test; marks and bracket mirroring are left out, because both
leave them to the renderer.
"""

import unicodedata
from pathlib import Path

import pytest
from bidi import get_display
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from ui.article.cells import LineCells
from ui.article.view import ArticleView
from ui.style import assets

ROOT = Path(__file__).parents[3]
SAMPLE = sorted((ROOT / "projects/sources/karabakh/articles").glob("*.txt"))
CONFORMANCE = ROOT / "tests/data/bidi/BidiCharacterTest.txt"


def painted(view: ArticleView, start: int, paragraph: str) -> str:
    """Return the characters of a paragraph that take room, from left to right as the view places them."""
    cells = [(view.cell(start + i), i) for i in range(len(paragraph))]
    assert len({round(cell.top()) for cell, _ in cells}) <= 1, (
        "the view is too narrow for this test"
    )
    seen = sorted(
        (cell.left(), i) for cell, i in cells if cell.width() > 0 and counts(paragraph[i])
    )
    return "".join(paragraph[i] for _, i in seen)


def expected(paragraph: str, *, right_to_left: bool) -> str:
    return "".join(filter(counts, get_display(paragraph, base_dir="R" if right_to_left else "L")))


def counts(char: str) -> bool:
    return unicodedata.category(char) not in ("Mn", "Me", "Cf", "Cc", "Sk")  # Sk: skin tones


def check(view: ArticleView, text: str) -> None:
    start = 0
    for paragraph in text.split("\n"):
        body = paragraph.rstrip()
        if body:
            block = view.document().findBlock(view._map.to_qt(start))
            right_to_left = block.textDirection() == Qt.LayoutDirection.RightToLeft
            assert painted(view, start, body) == expected(body, right_to_left=right_to_left)
        start += len(paragraph) + 1


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_every_paragraph_of_the_sample_reads_as_the_bidi_algorithm_says(path, show, family):
    text = path.read_text(encoding="utf-8")
    check(show(text, family=family), text)


HARD = {
    "latin in arabic": "نظام S-400 الروسي، 20th, September 2023 GMT",
    "arabic in latin": "The word قال means said (قال).",
    "two kinds of digits": "بين ٠٩/١٢/٢٠٢١ و 2020 - 2022 وحتى ۱۴۰۲",
    "brackets": "المتحدث (كرملين) [Kremlin] {نعم} «بيان»",
    "right-to-left mark": "قال\u200f: (EU)\u200f نعم",
    "isolates": "قال \u2067NATO قوات\u2069 ثم \u2066abc ابج\u2069 نعم",
    "embedding": "قال \u202aabc def\u202c نعم",
    "emoji": "قال 🙂 نعم 👍🏽 abc",
    "tab": "قال\tabc\tنعم",
    "no-break space": "في\u00a0موسكو 5\u00a0% نعم",
    "zero-width non-joiner": "می\u200cرود abc",
    "lam-alef with marks": "لأَحمد الْآن لِإِيران abc",
    "percent and currency": "ارتفع 5% إلى $300 أو 12.5٪",
    "phone": "هاتف +964 770 123-4567 بغداد",
    "a date in latin letters": "في 20th September 2023 GMT (أمس)",
    "cyrillic": "(Ильхам Алиев) رئيس أذربيجان، Пётр لأول",
    "hebrew": "قال שָׁלוֹם (ירושלים) 12 نعم",
    "greek": "وفي Αθήνα قال",
    "persian": "گفت «می\u200cخواهم» پژواک ۱۴۰۲ (تهران)",
    "chinese": "وكالة 新华社 (شينخوا) 2021",
    "indian": "الهند 12 (نيودلهي) ₹",
    "arrows and marks": "بغداد → أربيل ✓ (أ) ≤ 5",
    "brackets round isolates": "قال (\u2066NATO)\u2069 [\u2067قوات] abc\u2069) نعم",
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD.keys())
def test_mixed_text_reads_as_the_bidi_algorithm_says(text, show, family):
    check(show(text, family=family), text)


PIECES = st.sampled_from(
    [
        "قال",
        "لأذربيجان",
        "محمَّد",
        "abc",
        "NATO",
        "12",
        "٣٤",
        "3.5",
        "20-30",
        " ",
        " ",
        ", ",
        "، ",
        "(",
        ")",
        "«",
        "»",
        "!",
        "%",
        "-",
        "/",
        ":",
        "\u200f",
        "\u200e",
        "Ильхам",
        "Й",
        "שלום",
        "שָׁ",
        "پژوهش",
        "می\u200cرود",
        "漢字",
        "🙂",
        "👍🏽",
        "→",
        "✓",
        "\u2066",
        "\u2067",
        "\u2068",
        "\u2069",
        "[",
        "]",
        "\t",
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, min_size=1, max_size=14).map("".join))
def test_generated_text_reads_as_the_bidi_algorithm_says(show, text):
    check(show(text), text)


def test_the_order_passes_the_conformance_test_of_the_unicode_consortium(qapp, family):
    """Its lines give the direction themselves; twenty of them have brackets round isolates."""
    font = assets.article_font(family, 18)
    lines = CONFORMANCE.read_text(encoding="utf-8").splitlines()
    cases = [line.split(";") for line in lines if line and not line.startswith("#")]
    assert len(cases) > 2_500
    wrong = [
        (codes, level)
        for codes, _, level, _, order in cases
        if _shown(codes, font, right_to_left=level == "1") != _seen(codes, order.split())
    ]
    assert wrong == []


def _text(codes: str) -> str:
    return "".join(chr(int(code, 16)) for code in codes.split())


def _seen(codes: str, order: list[str]) -> list[int]:
    text = _text(codes)
    return [int(index) for index in order if counts(text[int(index)])]


def _shown(codes: str, font: QFont, *, right_to_left: bool) -> list[int]:
    """Return the indexes of the characters that take room, from left to right."""
    text = _text(codes)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(14_000)
    layout.endLayout()
    cells = LineCells(line, text, right_to_left)
    seen = [(*cells.cell(i), i) for i, char in enumerate(text) if counts(char)]
    return [i for left, right, i in sorted(seen) if right > left]
