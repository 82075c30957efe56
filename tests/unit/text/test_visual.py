import subprocess
import sys

import pytest
import regex
from arabic_reshaper import ArabicReshaper
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from annotator.text import visual
from tests.unit.text.spec import gold_articles, texts

LINES = [
    line for article in gold_articles() for line in article["text"].split("\n") if line.strip()
]
ARABIC_LINES = [line for line in LINES if regex.search(r"\p{Arabic}", line)]
MARKS = regex.compile(r"[\u064b-\u0652]")
RESHAPER = ArabicReshaper({"delete_harakat": False})


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("بوتين", "rtl"),
        ("Ru En", "ltr"),
        ("2021 - بوتين", "rtl"),
        ("(GMT) بوتين", "ltr"),
        ("\u200fGMT", "rtl"),
        ("\u2067بوتين\u2069 GMT", "ltr"),
        ("\u2066GMT", "rtl"),
        ("שלום", "rtl"),
        ("٢٠٢١", "rtl"),
        ("", "rtl"),
    ],
)
def test_the_first_strong_character_gives_the_direction(text, direction):
    assert visual.base_direction(text) == direction


def test_a_text_without_strong_characters_takes_the_default():
    assert visual.base_direction("123 - 456", "ltr") == "ltr"


def test_an_isolate_ends_with_its_paragraph():
    assert visual.base_direction("\u2066GMT\nبوتين") == "rtl"


def stored(text, how):
    """Store each line as a PDF would: ``shaped`` in reading order, ``visual`` as it is seen, with shapes or letters."""
    change = {
        "shaped": RESHAPER.reshape,
        "visual": lambda line: get_display(RESHAPER.reshape(line), base_dir="R"),
        "visual letters": lambda line: get_display(line, base_dir="R"),
        "drawn": visual.for_terminal,
    }[how]
    return "\n".join(change(line) for line in text.split("\n"))


@pytest.mark.parametrize("article", gold_articles(), ids=range(5))
@pytest.mark.parametrize(
    ("how", "verdict"),
    [("shaped", "shaped"), ("visual", "visual"), ("visual letters", "visual"), ("drawn", "visual")],
)
def test_text_from_a_pdf_is_recognised_and_becomes_what_it_was(article, how, verdict):
    text = article["text"]
    assert visual.direction_report(text).verdict == "plain"
    assert visual.repair(text) == text
    damaged = stored(text, how)
    assert visual.direction_report(damaged).verdict == verdict
    assert visual.repair(damaged) == text


@pytest.mark.parametrize(("how", "verdict"), [("shaped", "shaped"), ("visual", "visual")])
def test_single_lines_are_told_apart(how, verdict):
    verdicts = [visual.direction_report(stored(line, how)).verdict for line in ARABIC_LINES]
    assert verdicts == [verdict] * len(ARABIC_LINES)
    assert [visual.repair(stored(line, how)) for line in LINES] == LINES


def test_a_text_whose_marks_were_dropped_is_repaired_but_for_them():
    reshape = ArabicReshaper({}).reshape
    for line in LINES:
        assert visual.repair(get_display(reshape(line), base_dir="R")) == MARKS.sub("", line)


def test_brackets_that_were_mirrored_are_mirrored_back():
    assert visual.repair("(نيلمرك) ةسايسلا") == "السياسة (كرملين)"
    assert visual.repair(")نيلمرك( ةسايسلا") == "السياسة (كرملين)"


def test_a_line_without_signs_of_its_own_follows_the_text():
    damaged = stored("وزارة الدفاع الأرمنية\nدار", "visual")
    assert visual.repair(damaged) == "وزارة الدفاع الأرمنية\nدار"


def test_signs_that_are_characters_of_their_own_are_left_alone():
    assert visual.direction_report("قال النبي ﷺ").verdict == "plain"
    assert visual.repair("قال\u00a0النبي ﷺ…") == "قال\u00a0النبي ﷺ…"


@given(texts())
def test_repairing_never_fails_and_leaves_plain_text_alone(text):
    if visual.direction_report(text).verdict == "plain":
        assert visual.repair(text) == text
    else:
        assert isinstance(visual.repair(text), str)


@pytest.mark.parametrize("line", ARABIC_LINES[:40])
def test_the_order_for_terminals_is_python_bidis(line):
    line = MARKS.sub("", line)
    expected = get_display(
        ArabicReshaper({"ARABIC LIGATURE ALLAH": False}).reshape(line), base_dir="R"
    )
    swap = str.maketrans("()«»", ")(»«")
    assert visual.for_terminal(line).translate(swap).translate(swap) == visual.for_terminal(line)
    brackets = regex.compile(r"[()«»]")
    assert brackets.sub("|", visual.for_terminal(line)) == brackets.sub("|", expected)


def test_brackets_are_mirrored_in_arabic_and_not_in_latin():
    assert visual.for_terminal("(كرملين)") == "(ﻦﻴﻠﻣﺮﻛ)"
    assert visual.for_terminal("قال (GMT+3)").endswith("ﻝﺎﻗ")
    assert visual.for_terminal("a (b) c") == "a (b) c"


def test_marks_stay_and_stand_after_their_letters():
    assert visual.for_terminal("كَتَبَ") == "ﺐَﺘَﻛَ"
    assert visual.for_terminal("مُحَمَّد") == "ﺪﻤَّﺤَﻣُ"


def test_letters_join_and_lam_alef_is_one_cell():
    assert visual.for_terminal("سلام") == "ﻡﻼﺳ"
    assert visual.cell_width(visual.for_terminal("سلام")) == 3


def test_arabic_stands_at_the_right_and_latin_at_the_left_of_a_column():
    assert visual.for_terminal("باب", 6) == "   ﺏﺎﺑ"
    assert visual.for_terminal("GMT", 6) == "GMT   "


def test_what_does_not_fit_is_cut_at_its_reading_end():
    assert visual.for_terminal("بوتين وعلييف", 6).startswith("…")
    assert visual.for_terminal("Kremlin press", 8) == "Kremlin…"
    assert visual.for_terminal("باب", 0) == ""


def test_no_text_can_drive_the_terminal():
    assert visual.for_terminal("\x1b[31mنعم\x07") == visual.for_terminal("\ufffd[31mنعم\ufffd")


@given(texts() | st.text(), st.integers(0, 24))
def test_every_line_has_the_asked_width(text, width):
    shown = visual.for_terminal(text, width)
    assert len(shown.split("\n")) == len(text.split("\n"))
    for line in shown.split("\n"):
        assert visual.cell_width(line) == width
        assert not regex.search(r"\p{Cc}|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]", line)


@pytest.mark.parametrize(
    ("environment", "reorders"),
    [
        ({}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"VTE_VERSION": "5202"}, False),
        ({"VTE_VERSION": "6800"}, True),
        ({"VTE_VERSION": "x"}, False),
        ({"KONSOLE_VERSION": "220401"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, True),
        ({"TERM": "mlterm"}, True),
    ],
)
def test_terminals_that_reorder_by_themselves_are_known(environment, reorders):
    assert visual.terminal_reorders(environment) == reorders


def test_asking_for_a_direction_loads_no_shaping_library():
    code = (
        "import sys\nfrom annotator.text import graphemes, tokens, visual\n"
        "from annotator.text.quotes import reader as quotes\n"
        "visual.base_direction('بوتين'); graphemes.boundaries('بوتين'); tokens.tokenize('بوتين'); quotes.find('بوتين')\n"
        "print(sorted({'bidi', 'arabic_reshaper', 'hijridate', 'numpy', 'PySide6'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout.strip() == "[]"
