"""Tab goes round the whole window: nothing holds the keyboard, also where a panel has nothing to show."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

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
