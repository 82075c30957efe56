"""Finding one's way in the list: what is filtered, in which order, under which headings."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from annotator.model import DEFAULT_SCHEMA, Status
from tests.gui.panels.acts import click_row, press, rows_of
from tests.gui.panels.article_lists import FACETS, ORDER, choose, entry, menu_of, spoken, words
from ui.panels.articles.articles_panel import ArticleRow, ArticlesPanel
from ui.panels.articles.list_menus import MOST_ENTRIES, periods
from ui.remembered.list_state import ListState, Order
from ui.widgets.list_view import RowsView

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
    many.take_focus()
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
    many.take_focus()
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
