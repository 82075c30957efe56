"""Getting to what is to be tagged by few keys, in the real window."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.gui.panels.acts import press, type_text
from ui.find.jump_line import JumpLine

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
TEXT = (
    "قال بوتين يوم 17 فبراير 2021 إن روسيا وأرمينيا، وقّعتا اتفاقا.\n\n"
    'وأضاف إلهام علييف: "نحن نعمل على تنسيق الإطار الزمني للاتفاق مع أرمينيا". ثم عاد.'
)
QUOTE = "نحن نعمل على تنسيق الإطار الزمني للاتفاق مع أرمينيا"


@pytest.fixture
def bench(make_bench):
    return make_bench(TEXT)


def selected(bench):
    return bench.view.selection.of(TEXT) if bench.view.selection else ""


@pytest.mark.parametrize(
    ("key", "whole", "more"),
    [
        (Key.Key_Space, "بوتين", "بوتين يوم"),
        (Key.Key_P, "قال بوتين يوم 17 فبراير 2021 إن روسيا وأرمينيا", None),
        (Key.Key_E, "قال بوتين يوم 17 فبراير 2021 إن روسيا وأرمينيا، وقّعتا اتفاقا.", None),
        (Key.Key_Apostrophe, QUOTE, ""),
    ],
)
def test_one_key_selects_and_grows_and_with_shift_goes_back(bench, key, whole, more):
    caret = bench.span("بوتين").start + 2
    bench.view.place_caret(caret)
    bench.press(key)
    assert selected(bench) == whole
    bench.press(key)
    if more != "":
        assert selected(bench).startswith(more or whole)
        assert len(selected(bench)) > len(whole)
        bench.press(key, SHIFT)
    assert selected(bench) == whole
    bench.press(key, SHIFT)
    assert selected(bench) == ""
    assert bench.view.caret == caret


def test_a_word_grown_to_its_phrase_comes_back_as_the_word(bench):
    bench.view.place_caret(bench.span("روسيا").start + 1)
    bench.press(Key.Key_Space)
    bench.press(Key.Key_P)
    bench.press(Key.Key_E)
    bench.press(Key.Key_E, SHIFT)
    bench.press(Key.Key_P, SHIFT)
    assert selected(bench) == "روسيا"


def test_the_word_before_is_added_and_taken_off(bench):
    bench.view.place_caret(bench.span("علييف").start + 1)
    bench.press(Key.Key_B)
    assert selected(bench) == "إلهام علييف"
    bench.press(Key.Key_B)
    assert selected(bench) == "وأضاف إلهام علييف"
    bench.press(Key.Key_B, SHIFT)
    assert selected(bench) == "إلهام علييف"
    bench.press(Key.Key_1)
    assert "[إلهام علييف:actor]" in bench.drawing


def test_keys_say_so_where_there_is_nothing_more(bench):
    bench.view.place_caret(len(TEXT))
    bench.press(Key.Key_Apostrophe)
    assert "no quotation" in bench.window.notice.text()


def test_what_has_no_label_is_gone_to_by_one_key_and_tagged_by_the_next(bench):
    bench.view.place_caret(0)
    wanted = [
        ("بوتين", Key.Key_1),
        ("يوم 17 فبراير 2021", Key.Key_2),
        ("روسيا", Key.Key_1),
        ("أرمينيا", Key.Key_1),
    ]
    for words, key in wanted:
        bench.press(Key.Key_N)
        assert selected(bench) == words
        bench.press(key)
    bench.press(Key.Key_N)
    assert selected(bench) == "إلهام علييف"
    bench.press(Key.Key_N)
    assert selected(bench) == QUOTE
    bench.press(Key.Key_3)
    bench.press(Key.Key_N)
    assert selected(bench) == "أرمينيا", "inside the quotation that was just tagged"
    bench.press(Key.Key_N, SHIFT)
    assert selected(bench) == "إلهام علييف", "what is labelled is passed over on the way back"


def test_at_the_end_it_says_so_and_stays(bench):
    bench.view.place_caret(len(TEXT))
    bench.press(Key.Key_N)
    assert "Nothing more looks like" in bench.window.notice.text()
    assert bench.view.selection is None
    bench.view.place_caret(0)
    bench.press(Key.Key_N, SHIFT)
    assert "Nothing before this" in bench.window.notice.text()


def test_what_was_tagged_is_found_again_further_on(make_bench):
    bench = make_bench("قال المهندس وائل الخطيب كلاما.\nثم عاد وائل الخطيب.")
    bench.select("وائل الخطيب")
    bench.press(Key.Key_1)
    bench.press(Key.Key_N)
    assert bench.view.selection.start > TEXT.index("\n") - 40
    assert bench.view.selection.of(bench.view.text) == "وائل الخطيب"
    assert bench.view.selection.start == bench.view.text.rindex("وائل")


def test_first_letters_select_a_word_and_its_label_key_tags_it(bench):
    bench.view.place_caret(0)
    bench.press(Key.Key_Slash)
    line = bench.window.findChild(JumpLine)
    assert line.hasFocus()
    type_text("ارم")
    assert selected(bench) == "أرمينيا"
    assert bench.view.selection.start == TEXT.index("أرمينيا")
    press(Key.Key_Down)
    assert bench.view.selection.start == TEXT.rindex("أرمينيا")
    press(Key.Key_Down)
    assert bench.view.selection.start == TEXT.index("أرمينيا")
    press(Key.Key_1)
    assert "و[أرمينيا:actor]" in bench.drawing
    assert bench.view.hasFocus()
    assert not line.isVisible()


def test_a_space_in_the_line_adds_the_next_word(bench):
    bench.press(Key.Key_Slash)
    type_text("اله")
    press(Key.Key_Space)
    assert selected(bench) == "إلهام علييف"
    assert bench.view.hasFocus()


def test_escape_goes_back_to_where_one_was(bench):
    bench.view.place_caret(7)
    bench.press(Key.Key_Slash)
    type_text("رو")
    press(Key.Key_Escape)
    assert bench.view.selection is None
    assert bench.view.caret == 7
    assert bench.view.hasFocus()


def test_letters_that_begin_no_word_on_the_screen_select_nothing(bench):
    bench.view.place_caret(7)
    bench.press(Key.Key_Slash)
    type_text("رو")
    type_text("ظظ")
    line = bench.window.findChild(JumpLine)
    assert line.property("state") == "bad"
    assert bench.view.caret == 7
    press(Key.Key_1)
    assert len(bench.layer) == 0


def test_a_number_is_found_by_its_first_digit(bench):
    bench.press(Key.Key_Slash)
    press(Key.Key_2)
    assert selected(bench) == "2021"


def test_a_click_in_the_text_closes_the_line(bench):
    bench.press(Key.Key_Slash)
    line = bench.window.findChild(JumpLine)
    bench.view.setFocus()
    assert not line.isVisible()


@pytest.mark.parametrize(
    ("scan_code", "arabic", "words"),
    [(57, "ى", "أرمينيا"), (48, "ط", QUOTE), (33, "ح", "ثم عاد")],
)
def test_the_new_keys_are_known_by_their_place_under_an_arabic_layout(
    bench, scan_code, arabic, words
):
    bench.view.place_caret(TEXT.index('أرمينيا"') if words != "ثم عاد" else TEXT.index("عاد") + 1)
    codes = {57: 57, 48: 40, 33: 25}
    event = QKeyEvent(
        QEvent.Type.KeyPress,
        ord(arabic),
        Qt.KeyboardModifier.NoModifier,
        codes[scan_code],
        0,
        0,
        arabic,
    )
    QApplication.sendEvent(bench.view, event)
    assert selected(bench) == words


def test_the_recognisers_are_made_beside_the_window_before_the_first_key(make_bench, qtbot):
    from annotator.places import unlabelled
    from annotator.text.dates.patterns import patterns
    from annotator.text.quotes.context import known

    for made in (patterns, known, unlabelled._read):
        made.cache_clear()
    bench = make_bench()
    qtbot.waitUntil(lambda: bench.workspace.commands.reach.known.is_complete)
    assert patterns.cache_info().currsize == known.cache_info().currsize == 1


def test_the_right_button_asks_and_flags_too(bench, qtbot):
    bench.select("بوتين")
    bench.view.menu_requested.emit(bench.view.mapToGlobal(bench.view.rect().center()))
    menu = QApplication.activePopupWidget()
    table = bench.window.actions_table
    assert {table["ask"], table["flag"]} <= set(menu.actions())
    menu.close()


def test_a_bar_with_nothing_to_scroll_shows_no_handle(bench, qtbot):
    bar = bench.view.verticalScrollBar()
    assert bar.isEnabled() == (bar.maximum() > 0)
    bench.window.resize(960, 540)
    bench.view.set_article_font(QFont("Amiri", 60))
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert bar.isEnabled()


def test_a_quotation_without_its_closing_mark_is_offered_to_the_end_of_the_paragraph(make_bench):
    bench = make_bench('وقال بوتين: "هذا كلام بلا إغلاق ولا نهاية\nوتابع السير في المدينة.')
    wanted = "هذا كلام بلا إغلاق ولا نهاية"
    bench.view.place_caret(bench.span("كلام").start)
    bench.press(Key.Key_Apostrophe)
    assert bench.view.selection == bench.span(wanted)
    bench.view.place_caret(bench.span(":").start)
    bench.press(Key.Key_N)
    assert bench.view.selection == bench.span(wanted)
    assert len(bench.layer) == 0  # offered, nothing more
    bench.press(Key.Key_3)
    assert [a.span for a in bench.stored()] == [bench.span(wanted)]


def test_a_name_in_marks_is_passed_by_and_who_described_something_is_quoted(make_bench):
    bench = make_bench(
        'أفاد به "وات" أمس. وقال ضيف "بوليتيكا"، إن الظرف صعب. واصفا التعاون كله بـ"النموذجي".'
    )
    bench.view.place_caret(bench.span("وات").start + 1)
    bench.press(Key.Key_Apostrophe)
    assert bench.view.selection != bench.span("وات")
    bench.view.place_caret(bench.span("النموذجي").start + 1)
    bench.press(Key.Key_Apostrophe)
    assert bench.view.selection == bench.span("النموذجي")
