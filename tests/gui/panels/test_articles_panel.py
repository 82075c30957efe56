from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from annotator.model import DEFAULT_SCHEMA, Status
from tests.gui.panels.acts import click, click_row, line, press, rows_of, speak, type_text
from ui.panels.articles.articles_panel import ArticleRow, ArticlesPanel
from ui.panels.articles.list_menus import MOST_ENTRIES, periods
from ui.remembered.list_state import ListState, Order
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


def spoken(panel, row):
    model = panel.findChild(RowsView).model()
    return model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)


FACETS, ORDER = "Filter by what is known of articles and how far they are", "Sort and group"


def menu_of(panel, button):
    """Return the menu of a button as it opens now."""
    opened = next(b for b in panel.findChildren(QToolButton) if b.accessibleName() == button).menu()
    opened.aboutToShow.emit()
    return opened


def entry(menu, words):
    plain = {
        a: a.text().replace("&&", "\0").replace("&", "").replace("\0", "&") for a in menu.actions()
    }
    return next(a for a in menu.actions() if plain[a].partition("\t")[0] == words)


def choose(panel, button, *path):
    """Choose an entry of a menu, through the menus on its way."""
    menu = menu_of(panel, button)
    for words in path[:-1]:
        menu = entry(menu, words).menu()
    entry(menu, path[-1]).trigger()


def words(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_a_click_chooses_the_article(panel, chosen):
    click_row(panel.findChild(RowsView), 1)
    assert chosen == ["b"]


def test_arrows_move_without_choosing_and_enter_chooses(panel, chosen):
    panel.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    assert chosen == []
    press(Qt.Key.Key_Return)
    assert chosen == ["b"]


def test_the_window_can_send_the_keyboard_to_list_or_filter(panel):
    panel.focus_filter()
    assert line(panel, "Filter articles by title or number").hasFocus()
    panel.focus_list()
    assert panel.findChild(RowsView).hasFocus()


def test_home_and_end_go_to_the_ends_of_the_list(panel, chosen):
    panel.setFocus()
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return)
    assert chosen == ["c", "a"]


def test_what_is_typed_on_the_list_filters_it_however_it_is_spelt(panel, chosen):
    panel.setFocus()
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
    panel.setFocus()
    type_text("سوتشي")
    press(Qt.Key.Key_Escape)
    assert len(rows_of(panel)) == 3
    press(Qt.Key.Key_Escape)
    assert panel.findChild(RowsView).hasFocus()


def test_typing_puts_the_cursor_on_the_first_hit_not_on_the_open_article(panel, chosen):
    panel.set_current("b")
    panel.setFocus()
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
    panel.setFocus()
    type_text("zzz")
    with qtbot.assertNotEmitted(panel.import_requested):
        click(panel.findChild(QPushButton))
    assert len(rows_of(panel)) == 3


def test_an_article_is_found_by_its_new_title(panel):
    panel.setFocus()
    type_text("sochi")
    panel.show_articles([*ROWS[:2], replace(ROWS[2], title="Summit in Moscow")])
    assert rows_of(panel) == []
    panel.update_row(replace(ROWS[0], title="Sochi again"))
    panel.set_current("b")
    assert rows_of(panel) == ["Sochi again"]


def test_the_filter_outlives_a_new_project_state(panel):
    panel.setFocus()
    type_text("sochi")
    panel.show_articles(ROWS)
    assert rows_of(panel) == ["Summit in Sochi"]


def test_ten_thousand_articles_are_filtered_and_chosen_like_three(panel, chosen):
    rows = [ArticleRow(f"{n:04}", n, f"بيان رقم {n}", None, Status.NEW, 0) for n in range(10_000)]
    panel.show_articles(rows)
    panel.set_current("9000")
    view = panel.findChild(RowsView)
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))
    panel.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    type_text("٧٧٧٧")
    press(Qt.Key.Key_Return)
    assert chosen == ["9001", "7777"]


MANY = (
    ArticleRow("a", 1, "بيان", "2021-11-09", Status.DONE, 9, "TASS", ("actor",), changed="2026-01-02", fields={"genre": "news", "outlet": "Sputnik & co"}, outdated=True),
    ArticleRow("b", 2, "Accord", "2021-10-01", Status.NEW, 0, "RIA", (), questions=1, fields={"genre": "opinion"}),
    ArticleRow("c", 3, "Zero", "2020-05-05", Status.IN_PROGRESS, 4, "TASS", ("actor", "date"), notes=2, changed="2026-03-01", fields={"genre": "poem", "outlet": "RIA"}),
    ArticleRow("d", 4, "Mid", None, Status.NEW, 0, "", (), flags=1),
)  # fmt: skip


@pytest.fixture
def many(show):
    made = ArticlesPanel()
    made.show_schema(DEFAULT_SCHEMA)
    made.show_articles(MANY)
    return show(made)


@pytest.mark.parametrize(
    ("path", "left"),
    [
        (("Status", "New"), ["Accord", "Mid"]),
        (("With the label", "Date"), ["Zero"]),
        (("With the label", "Actor"), ["بيان", "Zero"]),
        (("Source", "TASS"), ["بيان", "Zero"]),
        (("Published", "2021-10-01"), ["Accord"]),
        (("With a note",), ["Zero"]),
        (("With an open question or flag",), ["Accord", "Mid"]),
        (("Genre", "Opinion"), ["Accord"]),
        (("Genre", "poem"), ["Zero"]),
        (("Genre", "Nothing said"), ["Mid"]),
        (("Outlet", "Sputnik & co"), ["بيان"]),
        (("Finished under older guidelines",), ["بيان"]),
    ],
)
def test_each_facet_lets_through_what_it_says_and_esc_lets_everything_through(many, path, left):
    choose(many, FACETS, *path)
    assert rows_of(many) == left
    assert f"Filter on: {len(left)} of 4 shown, Esc clears" in words(many)
    many.setFocus()
    press(Qt.Key.Key_Escape)
    assert len(rows_of(many)) == 4
    assert not any("Filter on" in w for w in words(many))


def test_two_values_of_a_facet_are_either_and_two_facets_are_both(many):
    choose(many, FACETS, "Status", "New")
    choose(many, FACETS, "Status", "Done")
    assert rows_of(many) == ["بيان", "Accord", "Mid"]
    choose(many, FACETS, "Source", "RIA")
    assert rows_of(many) == ["Accord"]
    choose(many, FACETS, "Source", "RIA")
    choose(many, FACETS, "Status", "New")
    assert rows_of(many) == ["بيان"]


def test_values_of_one_article_field_are_either_and_two_fields_are_both(many):
    choose(many, FACETS, "Genre", "News report")
    choose(many, FACETS, "Genre", "poem")
    assert rows_of(many) == ["بيان", "Zero"]
    choose(many, FACETS, "Outlet", "RIA")
    assert rows_of(many) == ["Zero"]


def test_a_choice_is_offered_in_the_schema_s_order_and_a_text_by_what_articles_have(many):
    menu = menu_of(many, FACETS)
    genres = entry(menu, "Genre").menu()
    assert [a.text() for a in genres.actions() if a.text()] == [
        "News report\t1",
        "Analysis\t0",
        "Opinion\t1",
        "Interview\t0",
        "Statement\t0",
        "poem\t1",
        "Nothing said\t1",
    ]
    assert not entry(genres, "Analysis").isEnabled()
    outlets = entry(menu, "Outlet").menu()
    assert [a.text() for a in outlets.actions() if a.text()] == ["Sputnik && co\t1", "RIA\t1", "Nothing said\t2"]  # fmt: skip
    assert "finished under older guidelines" in spoken(many, 0)


def test_the_menu_says_how_many_articles_each_value_has_and_greys_what_has_none(many):
    menu = menu_of(many, FACETS)
    statuses = entry(menu, "Status").menu()
    assert [a.text() for a in statuses.actions()] == ["New\t2", "In progress\t1", "Done\t1"]
    labels = entry(menu, "With the label").menu()
    assert not entry(labels, "Quote").isEnabled()
    assert not entry(menu, "Show all articles").isEnabled()


@pytest.mark.parametrize(
    ("order", "listed"),
    [
        ("By number", "abcd"),
        ("By day of publication", "dcba"),
        ("By title", "bdca"),
        ("By status", "bdca"),
        ("By number of annotations", "bdca"),
        ("By last change", "bdac"),
    ],
)
def test_each_order_sorts_and_turns_round(many, order, listed):
    model = many.findChild(RowsView).model()
    choose(many, ORDER, order)
    assert "".join(model.article_at(model.index(n, 0)).id for n in range(4)) == listed
    choose(many, ORDER, "Descending")
    assert "".join(model.article_at(model.index(n, 0)).id for n in range(4)) == listed[::-1]


def test_grouped_by_source_the_keys_pass_the_headings_by(many):
    heard = []
    many.article_chosen.connect(heard.append)
    choose(many, ORDER, "Grouped by source")
    assert rows_of(many) == ["RIA", "Accord", "TASS", "بيان", "Zero", "Without a source", "Mid"]
    many.setFocus()
    press(Qt.Key.Key_Home)
    for _ in range(4):
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Down)
    assert heard == ["b", "a", "c", "d"]
    click_row(many.findChild(RowsView), 2)
    assert heard == ["b", "a", "c", "d"]


@pytest.mark.parametrize("grouped", [False, True])
def test_the_next_article_is_the_next_one_of_the_list(many, grouped):
    many.show_state(ListState(order=Order.TITLE, grouped=grouped))
    walk, here = [], None
    while (here := many.neighbour(here, 1)) is not None:
        walk.append(here)
    assert walk == (["b", "c", "a", "d"] if grouped else ["b", "d", "c", "a"])
    assert many.neighbour("b", -1) is None
    assert many.neighbour("a", -1) == "c"
    assert many.neighbour(walk[-1], 1, unfinished=True) == "b"


def test_the_next_unfinished_article_goes_round_both_ways(many):
    assert many.neighbour("a", 1, unfinished=True) == "b"
    assert many.neighbour("d", 1, unfinished=True) == "b"
    assert many.neighbour("b", -1, unfinished=True) == "d"
    many.show_state(ListState(statuses=("done",)))
    assert many.neighbour("a", 1, unfinished=True) is None
    assert many.neighbour("c", 1) == "a"  # which the filter hides: the first of the list follows


def test_a_row_goes_to_its_place_when_another_article_is_opened(many):
    many.show_state(ListState(order=Order.ANNOTATIONS))
    many.set_current("b")
    many.update_row(replace(MANY[1], annotations=5))
    assert rows_of(many)[0] == "Accord"
    many.set_current("c")
    assert rows_of(many) == ["Mid", "Zero", "Accord", "بيان"]


def test_notes_and_questions_are_shown_and_spoken(many):
    view = many.findChild(RowsView)
    plain = view.grab().toImage()
    many.update_row(replace(MANY[0], notes=1))
    assert view.grab().toImage() != plain
    assert "1 note" in spoken(many, 0)
    assert "1 open question" in spoken(many, 1)
    assert "1 open flag" in spoken(many, 3)


@given(
    dates=st.lists(st.dates().map(str) | st.sampled_from(["2021", "2021-05"]), max_size=60),
)
def test_days_are_offered_as_fine_as_a_menu_has_room_for(dates):
    offered = periods(dates)
    assert len(offered) <= MOST_ENTRIES
    assert offered == sorted(offered, reverse=True)
    if len(set(dates)) <= MOST_ENTRIES:
        assert {period for period, _ in offered} == set(dates)
    for period, count in offered:
        assert count == sum(date.startswith(period) for date in dates)
