"""What is measured for a whole line at once is what asking for each letter on its own gives."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlock, QTextLine

from annotator.text import graphemes
from ui.article import cells
from ui.article.cells import LineCells
from ui.article.stretches import measured_together
from ui.article.view import ArticleView

NEWS = (
    "قال الرئيس الروسي فلاديمير بوتين يوم الأربعاء 17 فبراير 2021 إن روسيا وأرمينيا وأذربيجان وقّعت اتفاقًا ثلاثيًا "
    'لوقف إطلاق النار في قره باغ، وأضاف: "نحن نعمل على تنسيق الإطار الزمني للاتفاق".'
)
PIECES = (
    *("قال", "لأن", "الله", "لا إله", "زرر", "إنّ محمَّدًا", "بِسْمِ", "می\u200cرود", "ﷺ", "ـــ"),
    *(
        "20th",
        "17/02/2021",
        "12.5%",
        "(EU)",
        "٠٩/١٢",
        "a1ب2",
        "fi AV To",
        "ру́сский",
        "שלום",
        "中文",
    ),
    *(
        "🇪🇬",
        "🙂",
        "«",
        "»",
        '"',
        "،",
        ". ",
        " ",
        "  ",
        "\t",
        "\u00a0",
        "\u200f",
        "\u00ad",
        "\u2028",
    ),
    *("\u2067", "\u2069", "\u202e", "\u202c"),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join),
    st.sampled_from([200, 14_000]),
)
def test_a_line_measured_together_is_the_line_measured_letter_by_letter(show, family, text, width):
    for line, shown, right_to_left in lines(show(text, family=family, width=width)):
        together = everything(LineCells(line, shown, right_to_left))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(cells, "measured_together", lambda *_: {})
            alone = everything(LineCells(line, shown, right_to_left))
        assert together == alone


def test_nearly_all_letters_of_news_are_measured_together(show, family):
    measured = letters = 0
    for line, shown, _ in lines(show(NEWS, family=family, width=600)):
        starts = graphemes.boundaries(shown)[:-1]
        letters += len(starts)
        measured += len(measured_together(line, starts))
    assert measured >= 0.8 * letters


def lines(view: ArticleView) -> Iterator[tuple[QTextLine, str, bool]]:
    """Yield the lines of an article with what they show and whether their paragraph runs right to left."""
    document = view.document()
    document.documentLayout().blockBoundingRect(document.lastBlock())
    block = document.begin()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        for index in range(block.layout().lineCount()):
            line = block.layout().lineAt(index)
            first, after = line.textStart(), line.textStart() + line.textLength()
            yield line, units[2 * first : 2 * after].decode("utf-16-le"), runs_back(block)
        block = block.next()


def runs_back(block: QTextBlock) -> bool:
    return block.textDirection().name == "RightToLeft"


def everything(line: LineCells) -> list[tuple[tuple[float, float], bool]]:
    return [
        (line.cell(unit), line.reads_right_to_left(unit)) for unit in range(line.start, line.end)
    ]
