import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage

from ui.article.inspector import TAGS, signs

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

TEXT = (
    "قال\u00a0بوتين\u200f إن مـــوسكو كَتَبَّ النصّ\u200c كاملاً\tثم\u2028عاد \u2067ABC\u2069 إلى \u061c12\u200e لأن الأمر.\n"
    "\u00a0\nسطر بلا علامات خفية"
)


@pytest.fixture
def open_bench(make_bench):
    return make_bench(TEXT)


def toggle(bench) -> None:
    bench.shortcut(Key.Key_I, CTRL | SHIFT)


def picture(bench) -> QImage:
    bench.view.place_caret(len(bench.view.text))
    bench.view.clearFocus()
    return bench.view.viewport().grab().toImage()


def pixels(image: QImage, box: QRect) -> list[int]:
    return [
        image.pixel(QPoint(x, y))
        for y in range(max(box.top(), 0), min(box.bottom(), image.height()))
        for x in range(max(box.left(), 0), min(box.right(), image.width()))
    ]


def test_no_letter_moves_when_signs_are_shown(open_bench):
    def cells():
        return [open_bench.view.cell(position) for position in range(len(TEXT) + 1)]

    before, size = cells(), open_bench.view.document().size()
    toggle(open_bench)
    picture(open_bench)
    assert open_bench.window.actions_table["inspect"].isChecked()
    assert cells() == before
    assert open_bench.view.document().size() == size


def test_signs_are_seen_where_the_invisible_is_and_nowhere_else(open_bench):
    before = picture(open_bench)
    toggle(open_bench)
    after = picture(open_bench)
    # below the box of the no-break space on the blank line above, which may end a pixel lower without hinting
    plain = open_bench.view.cell(TEXT.index("سطر")).toRect().adjusted(-40, 10, 0, 0)
    space = open_bench.view.cell(TEXT.index("\u00a0")).toRect()
    line = open_bench.view.cell(TEXT.index("بوتين")).toRect().adjusted(-60, -20, 0, 0)
    assert pixels(before, space) != pixels(after, space)
    assert pixels(before, line) != pixels(after, line)
    assert pixels(before, plain) == pixels(after, plain)
    toggle(open_bench)
    assert picture(open_bench) == before


def test_the_choice_is_remembered(open_bench):
    assert not open_bench.workspace.memory.settings.show_invisible
    toggle(open_bench)
    assert open_bench.workspace.memory.settings.show_invisible
    toggle(open_bench)
    assert not open_bench.workspace.memory.settings.show_invisible


def test_a_window_opens_with_signs_when_they_were_left_on(make_bench):
    bench = make_bench(TEXT, show_invisible=True)
    assert bench.window.actions_table["inspect"].isChecked()
    assert bench.workspace.commands.view._inspector.is_on


def test_signs_say_what_stands_there():
    found = [(sign.kind, sign.words) for sign in signs(TEXT, 0, len(TEXT))]
    assert ("wide", "\u00a0") in found
    assert ("tag", "RLM") in found
    assert ("tatweel", "ـ") in found
    assert ("tag", "ZWNJ") in found
    assert ("wide", "\t") in found
    assert ("tag", "LS") in found
    assert [words for kind, words in found if kind == "marks"] == ["1", "1", "2", "1", "1"]
    assert [words for kind, words in found if kind == "tag"][-4:] == ["RLI", "PDI", "ALM", "LRM"]


def test_neighbours_without_width_share_one_sign():
    (sign,) = signs("ا\u200e\u200fب", 0, 4)
    assert (sign.words, sign.span.start, sign.span.end) == ("LRM RLM", 1, 3)


@pytest.mark.parametrize("character", sorted(TAGS))
def test_a_text_of_one_invisible_character_is_painted(make_bench, character):
    text = f"نص{character}نص" if character in "\u2029\ufeff\x85" else f"{character} {character}"
    bench = make_bench(f"نص\n{text}", show_invisible=True)
    picture(bench)
    assert bench.view.text.endswith(text)


def test_the_status_bar_names_every_code_point_of_the_character_at_the_caret(open_bench):
    open_bench.view.place_caret(TEXT.index("بَّ"))
    shown = (
        open_bench.window.status._character.toolTip() or open_bench.window.status._character.text()
    )
    assert "U+0628 ARABIC LETTER BEH + U+064E fatha + U+0651 shadda" in shown
