from hypothesis import given

from annotator.search.context import context
from tests.helpers.strategies import TEXTS, spans


@given(TEXTS.flatmap(lambda text: spans(text).map(lambda span: (text, span))))
def test_a_context_holds_its_hit_on_one_line(case):
    text, span = case
    around = context(text, span.start, span.end, before=5, after=5)
    shown = around.line[around.start : around.end]
    assert "\n" not in around.line
    expected = text[span.start : span.end]
    plain = str.maketrans(dict.fromkeys("\n\t\v\f\r\u0085\u2028\u2029\u00a0", " "))
    assert shown.rstrip(" ") == expected.translate(plain).rstrip(" ")


def test_a_context_is_cut_between_words():
    text = "أكد المتحدث باسم الرئيس بيسكوف أن الكرملين يعتبر البيان مهما"
    start = text.index("بيسكوف")
    around = context(text, start, start + 6, before=10, after=10)
    assert around.line == "الرئيس بيسكوف أن"
    assert around.line[around.start : around.end] == "بيسكوف"


def test_lines_and_no_break_spaces_become_spaces():
    around = context("عنوان\n\u00a0قال", 7, 10)
    assert (around.line, around.start, around.end) == ("عنوان  قال", 7, 10)
