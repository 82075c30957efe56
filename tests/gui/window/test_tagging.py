"""Selecting and tagging with real keys and the real mouse, checked on the layer and on the disk."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from annotator.model import Span, Status
from annotator.text import graphemes

Key = Qt.Key
NONE, SHIFT, ALT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.mark.parametrize(
    ("key", "label"),
    [(Key.Key_1, "actor"), (Key.Key_2, "date"), (Key.Key_3, "quote"), (Key.Key_4, "agreement")],
)
def test_a_number_key_tags_the_selection(bench, key, label):
    bench.select("بوتين")
    bench.press(key)
    assert f"[بوتين:{label}]" in bench.drawing
    assert [(a.span, a.label) for a in bench.stored()] == [(bench.span("بوتين"), label)]


def test_a_click_on_a_label_tags_and_leaves_the_keyboard_in_the_article(bench):
    bench.select("بوتين")
    button = bench.window.labels.buttons[1]
    bench.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "[بوتين:date]" in bench.drawing
    assert bench.view.hasFocus()


def test_without_a_selection_the_word_at_the_caret_is_tagged(bench):
    bench.view.place_caret(bench.span("روسيا").start + 2)
    bench.press(Key.Key_1)
    assert "[روسيا:actor]" in bench.drawing


@pytest.mark.parametrize("key", [Key.Key_Space, None])
def test_between_a_word_and_its_sign_the_word_is_meant(bench, key):
    bench.view.place_caret(bench.span("علييف").end)
    if key is not None:
        bench.press(key)
        assert bench.view.selection == bench.span("علييف")
    bench.press(Key.Key_1)
    assert "[علييف:actor]:" in bench.drawing


def test_a_key_on_an_annotation_relabels_it(bench):
    bench.select("بوتين")
    bench.press(Key.Key_1)
    bench.click(bench.span("بوتين").start + 1)
    bench.press(Key.Key_2)
    assert "[بوتين:date]" in bench.drawing
    assert len(bench.layer) == 1


def test_selecting_an_annotation_exactly_and_pressing_a_key_relabels_it_too(bench):
    bench.select("بوتين")
    bench.press(Key.Key_1)
    bench.select("بوتين")
    bench.press(Key.Key_4)
    assert [a.label for a in bench.layer] == ["agreement"]


def test_alt_and_a_key_adds_a_second_annotation_over_the_same_words(bench):
    bench.select("بوتين")
    bench.press(Key.Key_1)
    bench.press(Key.Key_4, ALT)
    assert sorted(a.label for a in bench.layer) == ["actor", "agreement"]
    assert len({a.span for a in bench.layer}) == 1


def test_tagging_the_same_words_twice_makes_one_annotation(bench):
    bench.select("بوتين")
    bench.press(Key.Key_1)
    bench.press(Key.Key_Escape)
    bench.select("بوتين")
    bench.press(Key.Key_1)
    assert len(bench.layer) == 1


def test_a_double_click_selects_the_word(bench):
    bench.double_click(bench.span("روسيا").start + 2)
    assert bench.view.selection == bench.span("روسيا")


def test_a_third_click_selects_the_paragraph(bench):
    position = bench.span("روسيا").start + 2
    bench.double_click(position)
    bench.click(position)
    assert bench.view.selection.of(bench.view.text) == bench.view.text.split("\n")[0]


def test_a_drag_snaps_to_words(bench):
    bench.drag(bench.span("وتين").start, bench.span("سيا").start)
    assert bench.view.selection.of(bench.view.text) == "بوتين إن روسيا"


def test_a_drag_backwards_selects_the_same(bench):
    bench.drag(bench.span("سيا").start, bench.span("وتين").start)
    assert bench.view.selection.of(bench.view.text) == "بوتين إن روسيا"


def test_a_drag_with_alt_selects_exactly(bench):
    start = bench.span("وأرمينيا").start
    bench.drag(start + 2, start + 5, ALT)
    selected = bench.view.selection
    assert selected is not None
    assert start < selected.start < selected.end < start + len("وأرمينيا")


def test_shift_and_click_extends_the_selection(bench):
    bench.view.place_caret(bench.span("روسيا").start)
    where = bench.place(bench.span("وأرمينيا").end - 1)
    from PySide6.QtCore import QEvent

    bench.mouse(QEvent.Type.MouseButtonPress, where, SHIFT)
    bench.mouse(QEvent.Type.MouseButtonRelease, where, SHIFT)
    assert bench.view.selection.of(bench.view.text) == "روسيا وأرمينيا"


def test_space_selects_the_word_and_then_the_next_and_shift_space_takes_it_off(bench):
    bench.view.place_caret(bench.span("بوتين").start + 1)
    bench.press(Key.Key_Space)
    assert bench.view.selection == bench.span("بوتين")
    bench.press(Key.Key_Space)
    assert bench.view.selection == bench.span("بوتين إن")
    bench.press(Key.Key_Space, SHIFT)
    assert bench.view.selection == bench.span("بوتين")
    bench.press(Key.Key_Space, SHIFT)
    assert bench.view.selection is None


def test_shift_arrows_select_letters_with_their_marks(bench):
    start = bench.span("وقّعتا").start
    bench.view.place_caret(start)
    bench.press(Key.Key_Left, SHIFT)
    bench.press(Key.Key_Left, SHIFT)
    assert bench.view.selection.of(bench.view.text) == "وقّ"


def test_delete_removes_the_current_annotation(bench):
    bench.select("بوتين")
    bench.press(Key.Key_1)
    bench.press(Key.Key_Delete)
    assert len(bench.layer) == 0
    assert bench.stored() == []


def test_brackets_choose_an_edge_and_arrows_move_it(bench):
    bench.select("وأرمينيا")
    bench.press(Key.Key_1)
    assert "و[أرمينيا:actor]" in bench.drawing
    bench.press(Key.Key_BracketLeft)
    bench.press(Key.Key_Right)
    assert "[وأرمينيا:actor]" in bench.drawing
    bench.press(Key.Key_BracketRight)
    bench.press(Key.Key_Right)
    bench.press(Key.Key_Right)
    assert "[وأرمين:actor]يا" in bench.drawing
    bench.press(Key.Key_Left, CTRL)
    assert "[وأرمينيا:actor]" in bench.drawing
    bench.press(Key.Key_Escape)
    bench.press(Key.Key_Left)
    assert "[وأرمينيا:actor]" in bench.drawing


def test_an_edge_never_crosses_the_other(bench):
    bench.view.place_caret(bench.span("ثم").start if "ثم" in bench.view.text else 0)
    bench.select("إن")
    bench.press(Key.Key_1)
    bench.press(Key.Key_BracketLeft)
    for _ in range(5):
        bench.press(Key.Key_Left)
    assert "إ[ن:actor]" in bench.drawing


def test_moving_an_edge_step_by_step_is_one_undo(bench):
    bench.select("وأرمينيا")
    bench.press(Key.Key_1)
    bench.press(Key.Key_BracketRight)
    bench.press(Key.Key_Right)
    bench.press(Key.Key_Right)
    bench.shortcut(Key.Key_Z, CTRL)
    assert "و[أرمينيا:actor]" in bench.drawing
    assert bench.stored()[0].span == bench.span("أرمينيا")


def test_o_cycles_through_overlapping_annotations(bench):
    bench.select("إن روسيا وأرمينيا")
    bench.press(Key.Key_3)
    bench.select("روسيا")
    bench.press(Key.Key_1)
    bench.click(bench.span("روسيا").start + 2)
    inner = bench.view.current
    assert bench.layer[inner].label == "actor"
    bench.press(Key.Key_O)
    assert bench.layer[bench.view.current].label == "quote"
    bench.press(Key.Key_2)
    assert bench.layer[inner].label == "actor"
    assert sorted(a.label for a in bench.layer) == ["actor", "date"]
    bench.press(Key.Key_O)
    assert bench.view.current == inner


def test_j_and_k_walk_the_annotations_in_reading_order(bench):
    for word in ("روسيا", "بوتين", "علييف"):
        bench.select(word)
        bench.press(Key.Key_1)
    bench.press(Key.Key_Escape)
    bench.view.place_caret(0)
    seen = []
    for _ in range(4):
        bench.press(Key.Key_J)
        seen.append(bench.layer[bench.view.current].span.of(bench.view.text))
    assert seen == ["بوتين", "روسيا", "علييف", "علييف"]
    bench.press(Key.Key_K)
    assert bench.layer[bench.view.current].span == bench.span("روسيا")


def test_r_repeats_the_last_label(bench):
    bench.select("بوتين")
    bench.press(Key.Key_4)
    bench.press(Key.Key_Escape)
    bench.select("روسيا")
    bench.press(Key.Key_R)
    assert "[روسيا:agreement]" in bench.drawing


def test_l_keeps_tagging_what_the_mouse_selects_until_pressed_again(bench):
    bench.select("بوتين")
    bench.press(Key.Key_1)
    bench.press(Key.Key_L)
    bench.double_click(bench.span("روسيا").start + 1)
    assert "[روسيا:actor]" in bench.drawing
    bench.press(Key.Key_L)
    bench.double_click(bench.span("علييف").start + 1)
    assert "[علييف:" not in bench.drawing


def test_escape_lets_go_step_by_step(bench):
    bench.select("بوتين")
    bench.press(Key.Key_1)
    bench.press(Key.Key_BracketLeft)
    assert bench.view.edge == "start"
    bench.press(Key.Key_Escape)
    assert (bench.view.edge, bench.view.current is None) == (None, False)
    bench.press(Key.Key_Escape)
    assert bench.view.current is None


def test_an_arabic_layout_tags_with_the_same_physical_keys(bench):
    """With an Arabic layout alone the digit row may send ١ and the letter keys Arabic letters."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    bench.select("بوتين")
    scan_code_of_1, x11_key = 2, 0
    event = QKeyEvent(QEvent.Type.KeyPress, 0x661, NONE, scan_code_of_1, x11_key, 0, "١")
    QApplication.sendEvent(bench.view, event)
    assert "[بوتين:actor]" in bench.drawing
    j_key = QKeyEvent(QEvent.Type.KeyPress, 0x62A, NONE, 36, 0, 0, "ت")
    bench.press(Key.Key_Escape)
    bench.view.place_caret(0)
    QApplication.sendEvent(bench.view, j_key)
    assert bench.view.current is not None


def test_white_space_at_the_ends_of_a_selection_is_not_tagged(bench):
    text = bench.view.text
    start = text.index(" بوتين ")
    bench.view.select(Span(start, start + len(" بوتين ")))
    bench.press(Key.Key_1)
    assert bench.layer.in_order[0].span == bench.span("بوتين")


def test_a_selection_of_nothing_but_space_is_refused_in_words(bench):
    start = bench.view.text.index(" ")
    bench.view.select(Span(start, start + 1))
    bench.press(Key.Key_1)
    assert len(bench.layer) == 0
    assert "select some text" in bench.window.notice.text()


def test_the_first_tag_starts_the_article(bench):
    assert bench.layer.status == Status.NEW
    bench.select("بوتين")
    bench.press(Key.Key_1)
    assert bench.layer.status == Status.IN_PROGRESS
    bench.shortcut(Key.Key_Z, CTRL)
    assert bench.layer.status == Status.NEW


WILD = (
    "🇪🇬 قال محمَّدٌ 👍🏽 «نعم»\tثم\u200f NBSP\u00a0هنا می\u200cرود، لأنّ 20th.\n"
    "Second سطر 😀😀 آخر \ufeff\u2028نهاية e\u0301 ك\u0640\u0640تاب"
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.data())
def test_what_is_stored_is_what_was_seen_selected(wild_bench, data):
    bench = wild_bench
    edges = graphemes.boundaries(bench.view.text)
    start, end = sorted(
        data.draw(st.lists(st.sampled_from(edges), min_size=2, max_size=2, unique=True))
    )
    raw = bench.view.text[start:end]
    if not raw.strip():
        return
    bench.view.select(Span(start, end))
    copied = bench.view.createMimeDataFromSelection().text()
    assert copied == raw.removeprefix(
        "\ufeff"
    )  # Qt's strings drop one at their beginning, the clipboard's too
    bench.press(Key.Key_1)
    stored = bench.layer[bench.view.current]
    assert stored.span.of(bench.view.text) == raw.strip()
    bench.press(Key.Key_Delete)


@pytest.fixture
def wild_bench(make_bench):
    return make_bench(WILD)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.data())
def test_whatever_is_dragged_lies_on_graphemes_and_reaches_the_disk_as_seen(wild_bench, data):
    bench = wild_bench
    text = bench.view.text
    visible = [
        i for i, char in enumerate(text) if bench.view.cell(i).width() > 0 and not char.isspace()
    ]
    first, last = data.draw(st.sampled_from(visible)), data.draw(st.sampled_from(visible))
    modifiers = data.draw(st.sampled_from([NONE, ALT]))
    bench.drag(first, last, modifiers)
    selection = bench.view.selection
    if selection is None:
        return
    assert graphemes.snap(text, selection.start, selection.end) == (selection.start, selection.end)
    assert min(first, last) >= selection.start or modifiers == ALT
    bench.press(Key.Key_2)
    stored = bench.layer[bench.view.current]
    assert stored.span.of(text) == selection.of(text).strip()
    bench.press(Key.Key_Delete)
