"""Finding in the article with real keys: what is typed, what is shown, where one is afterwards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu

from annotator.model import Span
from ui.style import theme

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

TEXT = "قال بوتين إن أرمينيا بلد.\nوأرمينيا جارة.\nثم زار ارمينية، فأرمينيا."


@pytest.fixture
def bench(make_bench):
    return make_bench(TEXT, "أرمينيا وحدها.")


def find(bench, query: str):
    """Press Ctrl+F and type; Arabic goes in as an input method gives it."""
    bench.shortcut(Key.Key_F, CTRL)
    bar = bench.workspace.commands.find.in_article.bar
    assert bar.isVisible()
    assert bar.line.edit.hasFocus()
    if query:
        bar.line.edit.insert(query)
    return bar


def hits(bench) -> list[str]:
    return [hit.of(bench.view.text) for hit in bench.view._hits]


def test_typing_counts_and_shows_every_hit_however_it_is_spelled(bench):
    bar = find(bench, "ارمينيا")
    assert bar.count.text() == "1 of 3"
    assert hits(bench) == ["أرمينيا"] * 3
    bar.line.edit.insert("X")
    assert (bar.count.text(), hits(bench)) == ("Not found", [])
    bench.qtbot.keyClick(bar.line.edit, Key.Key_Backspace)
    assert bar.count.text() == "1 of 3"


def test_enter_and_f3_walk_round_all_hits_and_back(bench):
    bar = find(bench, "أرمينيا")
    counts = []
    for key, modifiers in (
        (Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Return, SHIFT),
        (Key.Key_F3, SHIFT),
    ):
        bench.qtbot.keyClick(bar.line.edit, key, modifiers)
        counts.append(bar.count.text())
    assert counts == ["2 of 3", "3 of 3", "1 of 3", "3 of 3", "2 of 3"]


def test_esc_selects_the_hit_and_a_label_key_tags_it(bench):
    bar = find(bench, "أرمينيا")
    bench.qtbot.keyClick(bar.line.edit, Key.Key_Return)
    bench.qtbot.keyClick(bar.line.edit, Key.Key_Escape)
    assert not bar.isVisible()
    assert bench.view.hasFocus()
    assert bench.view.selection == Span(TEXT.index("وأرمينيا") + 1, TEXT.index("وأرمينيا") + 8)
    assert hits(bench) == []
    bench.press(Key.Key_1)
    assert "و[أرمينيا:actor]" in bench.drawing


def test_the_search_starts_at_the_caret(bench):
    bench.view.place_caret(TEXT.index("جارة"))
    assert find(bench, "أرمينيا").count.text() == "3 of 3"


def test_the_selected_words_are_the_query(bench):
    bench.select("أرمينيا")
    bar = find(bench, "")
    assert bar.line.edit.text() == "أرمينيا"
    assert bar.count.text() == "1 of 3"


def test_an_exact_search_tells_spellings_apart(bench):
    bar = find(bench, "ارمينية")
    bar.line.exact.click()
    assert hits(bench) == ["ارمينية"]
    bar.line.edit.setText("ارمينيا")
    assert hits(bench) == []
    bar.line.exact.click()
    assert len(hits(bench)) == 3


def test_a_pattern_finds_what_it_describes_and_a_wrong_one_says_why(bench):
    bar = find(bench, "أرميني(ا|ة)")
    bar.line.regex.click()
    assert hits(bench) == ["أرمينيا", "أرمينيا", "ارمينية", "أرمينيا"]
    bar.line.edit.setText("(")
    assert bar.count.text() == "Not an expression"
    assert "regular expression" in bar.count.toolTip()
    assert hits(bench) == []


def test_whole_words_stand_behind_clitics_too(bench):
    bar = find(bench, "أرميني")
    assert len(hits(bench)) == 4
    bar.line.words.click()
    assert hits(bench) == []
    bar.line.edit.setText("أرمينيا")
    assert len(hits(bench)) == 3


def test_f3_without_the_bar_selects_the_next_hit_of_the_last_query(bench):
    bar = find(bench, "أرمينيا")
    bench.qtbot.keyClick(bar.line.edit, Key.Key_Escape)
    bench.press(Key.Key_F3)
    assert bench.view.selection.start == TEXT.index("وأرمينيا") + 1
    bench.press(Key.Key_F3, SHIFT)
    assert bench.view.selection.start == TEXT.index("أرمينيا")


def test_keys_in_the_bar_never_reach_the_article(bench):
    bar = find(bench, "أرمينيا")
    for key in (Key.Key_1, Key.Key_Delete, Key.Key_J):
        bench.qtbot.keyClick(bar.line.exact, key)
    bench.qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.rect().bottomLeft())
    assert bench.session.undo_stack.count() == 0
    assert bar.count.text() == "1 of 3"


def test_another_article_is_searched_at_once(bench):
    bar = find(bench, "أرمينيا")
    bench.shortcut(Key.Key_PageDown, CTRL)
    assert hits(bench) == ["أرمينيا"]
    assert bar.count.text() == "– of 1"
    bench.qtbot.keyClick(bar.line.edit, Key.Key_Return)
    assert bar.count.text() == "1 of 1"


@pytest.mark.parametrize("look", ["light", "dark"])
def test_hits_are_painted_and_no_glyph_moves(bench, qapp, look):
    theme.apply(qapp, look)
    position = TEXT.index("أرمينيا")
    before = bench.view.cell(position)
    bar = find(bench, "أرمينيا")
    assert bench.view.cell(position) == before
    place = bench.place(position).toPoint() + bench.view.viewport().pos()
    picture = bench.view.grab().toImage()
    tone = theme.tone("hit_current", bench.view.palette())
    around = {
        QColor(picture.pixel(place.x() + dx, place.y() + dy)).name()
        for dx in range(-20, 8)
        for dy in range(-12, 12)
    }
    assert tone.name() in around
    bench.qtbot.keyClick(bar.line.edit, Key.Key_Escape)
    theme.apply(qapp, "light")


def test_closing_the_project_closes_the_bar(bench):
    bar = find(bench, "أرمينيا")
    bench.session.close_project()
    assert not bar.isVisible()
    assert bench.view._hits == ()


def test_a_right_click_offers_to_tag_everywhere(bench):
    bench.select("بوتين")
    bench.press(Key.Key_1)
    bench.view.menu_requested.emit(bench.view.mapToGlobal(bench.view.rect().center()))
    menu = bench.window.findChildren(QMenu)[-1]
    assert bench.window.actions_table["tag-everywhere"] in menu.actions()
    menu.close()


def test_other_spellings_are_hits_and_shown_just_as_long_as_they_are(make_bench):
    bench = make_bench(
        "زار عبدالله أبو ظبي وسورية وأوربا. القوات السورية في قره\u200cباغ، عبد الله."
    )
    bar = find(bench, "عبد الله")
    assert hits(bench) == ["عبدالله", "عبد الله"]
    for query, found in (
        ("أبوظبي", ["أبو ظبي"]),
        ("سوريا", ["سورية"]),
        ("أوروبا", ["أوربا"]),
        ("قره باغ", ["قره\u200cباغ"]),
    ):
        bar.line.edit.clear()
        bar.line.edit.insert(query)
        assert hits(bench) == found
