"""Tab goes round the whole window: nothing holds the keyboard, also where a panel has nothing to show."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.widgets.filter_line import FilterLine

PAGES = ("annotations", "findings", "remarks")


def way_of(key: Qt.Key) -> list[str]:
    """Press a key until the keyboard is back where it was, or stays; return where it stood."""
    first = QApplication.focusWidget()
    way: list[str] = []
    for _ in range(60):
        here = QApplication.focusWidget()
        way.append(here.accessibleName())
        QTest.keyClick(here, key)
        assert QApplication.focusWidget() is not here, f"{way[-1]} holds the keyboard"
        if QApplication.focusWidget() is first:
            return way
    raise AssertionError(f"never back: {way}")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_goes_round_though_a_panel_is_empty(make_bench, page, key):
    bench = make_bench("قال بوتين اليوم.", "نص آخر")
    bench.window.panes.open_page(page)
    way = way_of(key)
    assert "Article text" in way
    assert "Annotator: sara" in way


def test_tab_goes_through_the_list_of_articles_from_its_filter_to_its_rows(make_bench):
    bench = make_bench("قال بوتين اليوم.", "نص آخر")
    bench.view.setFocus()
    way = way_of(Qt.Key.Key_Tab)
    first = way.index("Filter articles by title or number")
    assert way[first : first + 4] == [
        "Filter articles by title or number",
        "Filter by what is known of articles and how far they are",
        "Sort and group",
        "Articles",
    ]


def test_tab_goes_through_the_annotations_from_their_filter_to_their_rows(make_bench):
    bench = make_bench("قال بوتين اليوم.", "نص آخر")
    bench.select("بوتين")
    QTest.keyClick(bench.view, Qt.Key.Key_1)
    way = way_of(Qt.Key.Key_Tab)
    first = way.index("Filter annotations by text, value or note")
    assert way[first : first + 3] == [
        "Filter annotations by text, value or note",
        "Show annotations of this label",
        "Annotations",
    ]


def test_esc_leaves_the_filter_of_a_list_without_annotations(make_bench):
    bench = make_bench("قال بوتين اليوم.", "نص آخر")
    way_to = bench.window.annotations.findChild(FilterLine)
    way_to.setFocus()
    QTest.keyClick(way_to, Qt.Key.Key_Escape)
    assert bench.view.hasFocus()
