from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from annotator.model import Status
from tests.gui.panels.acts import click, click_row, line, press, rows_of, speak, type_text
from tests.gui.panels.article_lists import FACETS, choose, spoken, words
from ui.panels.articles.articles_panel import ArticleRow, ArticlesPanel
from ui.widgets.list_view import RowsView

ROWS = (
    ArticleRow("a", 1, "بيسكوف: بيان روسيا وأرمينيا", "2021-11-09", Status.DONE, 52),
    ArticleRow("b", 2, "القمة الثلاثية في سوتشي", "2021-11-26", Status.IN_PROGRESS, 7),
    ArticleRow("c", 3, "Summit in Sochi", None, Status.NEW, 0),
)


@pytest.fixture
def panel(show):
    made = ArticlesPanel()
    made.show_articles(ROWS)
    return show(made)


@pytest.fixture
def chosen(panel):
    heard = []
    panel.article_chosen.connect(heard.append)
    return heard


def test_a_click_chooses_the_article(panel, chosen):
    click_row(panel.findChild(RowsView), 1)
    assert chosen == ["b"]


def test_arrows_move_without_choosing_and_enter_chooses(panel, chosen):
    panel.take_focus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    assert chosen == []
    press(Qt.Key.Key_Return)
    assert chosen == ["b"]


def test_the_window_can_send_the_keyboard_to_list_or_filter(panel):
    panel.focus_filter()
    assert line(panel, "Filter articles by title or number").hasFocus()
    panel.take_focus()
    assert panel.findChild(RowsView).hasFocus()


def test_home_and_end_go_to_the_ends_of_the_list(panel, chosen):
    panel.take_focus()
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return)
    assert chosen == ["c", "a"]


def test_what_is_typed_on_the_list_filters_it_however_it_is_spelt(panel, chosen):
    panel.take_focus()
    type_text("ارمينيا")
    assert rows_of(panel) == ["بيسكوف: بيان روسيا وأرمينيا"]
    press(Qt.Key.Key_Return)
    assert chosen == ["a"]


def test_every_typed_word_must_occur_in_title_or_number(panel):
    line(panel, "Filter articles by title or number").setFocus()
    type_text("sochi 3")
    assert rows_of(panel) == ["Summit in Sochi"]
    type_text("x")
    assert rows_of(panel) == []


def test_arrows_in_the_filter_line_move_in_the_list(panel, chosen):
    line(panel, "Filter articles by title or number").setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert chosen == ["b"]


def test_escape_empties_the_filter_and_then_returns_to_the_list(panel):
    panel.take_focus()
    type_text("سوتشي")
    press(Qt.Key.Key_Escape)
    assert len(rows_of(panel)) == 3
    press(Qt.Key.Key_Escape)
    assert panel.findChild(RowsView).hasFocus()


def test_typing_puts_the_cursor_on_the_first_hit_not_on_the_open_article(panel, chosen):
    panel.set_current("b")
    panel.take_focus()
    type_text("ي")
    assert len(rows_of(panel)) == 2
    press(Qt.Key.Key_Return)
    assert chosen == ["a"]


def test_a_status_can_be_filtered(panel):
    choose(panel, FACETS, "Status", "In progress")
    assert rows_of(panel) == ["القمة الثلاثية في سوتشي"]


def test_the_progress_counts_the_done_articles_and_follows_a_row(panel):
    assert "1 of 3 done" in words(panel)
    panel.update_row(ArticleRow("b", 2, ROWS[1].title, None, Status.DONE, 8))
    assert "2 of 3 done" in words(panel)
    panel.update_row(ArticleRow("a", 1, ROWS[0].title, None, Status.IN_PROGRESS, 52))
    assert "1 of 3 done" in words(panel)


def test_an_article_stays_listed_under_a_status_filter_until_another_is_opened(panel):
    choose(panel, FACETS, "Status", "In progress")
    panel.set_current("b")
    panel.update_row(ArticleRow("b", 2, ROWS[1].title, None, Status.DONE, 8))
    assert len(rows_of(panel)) == 1
    panel.set_current("c")
    assert rows_of(panel) == []


def test_an_update_of_an_article_never_shown_is_a_bug(panel):
    with pytest.raises(KeyError):
        panel.update_row(ArticleRow("z", 9, "", None, Status.NEW, 0))


def test_numbers_and_dates_are_those_of_the_region(panel, app):
    speak(app, "ar", "IQ")
    assert any("١" in word and "٣" in word for word in words(panel))
    assert "٩ تشرين الثاني ٢٠٢١" in spoken(panel, 0)
    speak(app, "ar", "MA")
    assert any("1" in word and "3" in word for word in words(panel))


def test_a_screen_reader_hears_status_count_and_which_article_is_open(panel):
    panel.set_current("a")
    assert "Done" in spoken(panel, 0)
    assert "52" in spoken(panel, 0)
    assert spoken(panel, 0).endswith("open")
    assert "In progress" in spoken(panel, 1)
    assert "open" not in spoken(panel, 1)


def test_an_article_without_a_title_is_named_by_its_number(panel):
    panel.show_articles([ArticleRow("d", 7, "", None, Status.NEW, 0)])
    assert rows_of(panel) == ["Article 7"]


def test_an_empty_project_says_how_to_fill_it(panel, qtbot):
    panel.show_articles(())
    button = panel.findChild(QPushButton)
    assert button.isVisible()
    with qtbot.waitSignal(panel.import_requested):
        click(button)


def test_a_filter_without_hits_offers_to_show_all_and_asks_for_no_import(panel, qtbot):
    panel.take_focus()
    type_text("zzz")
    with qtbot.assertNotEmitted(panel.import_requested):
        click(panel.findChild(QPushButton))
    assert len(rows_of(panel)) == 3


def test_an_article_is_found_by_its_new_title(panel):
    panel.take_focus()
    type_text("sochi")
    panel.show_articles([*ROWS[:2], replace(ROWS[2], title="Summit in Moscow")])
    assert rows_of(panel) == []
    panel.update_row(replace(ROWS[0], title="Sochi again"))
    panel.set_current("b")
    assert rows_of(panel) == ["Sochi again"]


def test_the_filter_outlives_a_new_project_state(panel):
    panel.take_focus()
    type_text("sochi")
    panel.show_articles(ROWS)
    assert rows_of(panel) == ["Summit in Sochi"]


def test_ten_thousand_articles_are_filtered_and_chosen_like_three(panel, chosen):
    rows = [ArticleRow(f"{n:04}", n, f"بيان رقم {n}", None, Status.NEW, 0) for n in range(10_000)]
    panel.show_articles(rows)
    panel.set_current("9000")
    view = panel.findChild(RowsView)
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))
    panel.take_focus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    type_text("٧٧٧٧")
    press(Qt.Key.Key_Return)
    assert chosen == ["9001", "7777"]
