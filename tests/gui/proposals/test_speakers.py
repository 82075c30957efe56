import pytest
from PySide6.QtCore import Qt

from annotator.model import SPEAKER

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEXT = (
    "زار علييف موسكو أمس.\nوقال بوتين أمام باشينيان: «نعم للسلام الدائم في القوقاز».\n"
    'ثم قال: "كلام بلا نهاية هنا.'
)
QUOTE = "نعم للسلام الدائم في القوقاز"


@pytest.fixture
def bench(make_bench):
    bench = make_bench(TEXT)
    for name in ("علييف", "بوتين", "باشينيان"):
        bench.select(name)
        bench.press(Key.Key_1)
    bench.select(QUOTE)
    bench.press(Key.Key_3)
    return bench


def speakers(bench):
    quote = next(a for a in bench.layer if a.label == "quote")
    return {
        bench.layer[i].span.of(bench.view.text) for i in bench.layer.dependents(quote.id, SPEAKER)
    }


def at(bench, part, offset=2):
    return bench.span(part).start + offset


def test_one_key_links_whom_the_text_names(bench):
    bench.press(Key.Key_S)
    assert speakers(bench) == {"بوتين"}
    assert "بوتين" in bench.window.notice.text()
    bench.wait_until_saved()


def test_again_goes_on_to_the_next_and_round(bench, undo):
    seen = []
    for _ in range(4):
        bench.press(Key.Key_S)
        seen.append(speakers(bench))
    assert seen[0] == seen[3] == {"بوتين"}
    assert sorted(map(str, seen[:3])) == sorted(map(str, [{"بوتين"}, {"باشينيان"}, {"علييف"}]))
    undo(bench)
    assert speakers(bench) == seen[2], "one press is one undo"


def test_with_shift_one_more_is_linked_also_from_another_paragraph(bench):
    bench.press(Key.Key_S)
    bench.press(Key.Key_S, SHIFT)
    bench.press(Key.Key_S, SHIFT)
    assert speakers(bench) == {"بوتين", "باشينيان", "علييف"}
    bench.press(Key.Key_S, SHIFT)
    assert "nobody else" in bench.window.notice.text()


def test_u_unlinks(bench):
    bench.press(Key.Key_S)
    bench.press(Key.Key_S, SHIFT)
    bench.press(Key.Key_U)
    assert speakers(bench) == {"بوتين"}
    bench.press(Key.Key_U)
    assert speakers(bench) == set()
    bench.press(Key.Key_U)
    assert "no speaker" in bench.window.notice.text()


def test_clicking_links_and_clicking_again_unlinks(bench):
    bench.shortcut(Key.Key_S, CTRL | SHIFT)
    assert bench.window.actions_table["link-by-click"].isChecked()
    bench.click(at(bench, "علييف"))
    assert speakers(bench) == {"علييف"}
    bench.click(at(bench, "باشينيان"))
    assert speakers(bench) == {"علييف", "باشينيان"}
    bench.click(at(bench, "علييف"))
    assert speakers(bench) == {"باشينيان"}
    bench.press(Key.Key_Escape)
    assert not bench.window.actions_table["link-by-click"].isChecked()
    bench.click(at(bench, "بوتين"))
    assert speakers(bench) == {"باشينيان"}


def test_the_quote_stays_current_while_its_speakers_are_clicked(bench):
    bench.shortcut(Key.Key_S, CTRL | SHIFT)
    bench.click(at(bench, "علييف"))
    assert bench.layer[bench.view.current].label == "quote"


def test_without_a_quote_the_key_says_what_to_do(bench):
    bench.click(at(bench, "علييف"))
    bench.press(Key.Key_S)
    assert "quote first" in bench.window.notice.text()
    assert speakers(bench) == set()


def picture(bench):
    bench.view.viewport().repaint()
    return bench.view.viewport().grab().toImage()


def test_a_link_is_drawn_while_either_end_is_current(bench, undo):
    bare = picture(bench)
    bench.press(Key.Key_S)
    drawn = picture(bench)
    assert drawn != bare
    bench.press(Key.Key_U)
    assert picture(bench) == bare
    bench.press(Key.Key_S)
    bench.click(at(bench, "بوتين"))
    with_link = picture(bench)
    undo(bench)
    bench.click(at(bench, "بوتين"))
    assert picture(bench) != with_link


def test_a_quotation_mark_without_partner_is_ringed(bench, qtbot):
    lone = bench.workspace.commands.propose.lone_marks
    qtbot.waitUntil(lambda: lone.positions == [TEXT.index('"')])
    ringed = picture(bench)
    lone.positions = []
    assert picture(bench) != ringed
