"""Agreement on values and links in the review window, and what the number for all labels hides."""

from PySide6.QtCore import Qt

from ui.widgets import numbers


def column(page, name):
    table = page.table.numbers
    return next(
        n
        for n in range(table.columnCount())
        if table.headerData(n, Qt.Orientation.Horizontal) == name
    )


def number(page, row, name):
    table = page.table.numbers
    rows = [table.headerData(n, Qt.Orientation.Vertical) for n in range(table.rowCount())]
    return table.index(rows.index(row), column(page, name)).data()


def test_values_have_a_page_that_keys_reach(desk):
    desk.open_review()
    desk.turn_to("values")
    page = desk.review.values
    assert number(page, "\u2068Actor\u2069: \u2068Canonical name\u2069", "Equal") == "1.00"
    assert number(page, "\u2068Date\u2069: \u2068Value (ISO 8601)\u2069", "Equal") == "0.89"
    assert number(page, "\u2068Date\u2069: \u2068Value (ISO 8601)\u2069", "Alpha") == "1.00"
    assert number(page, "\u2068Actor\u2069: \u2068Metonym\u2069", "Alpha") == numbers.UNDEFINED
    assert number(page, "\u2068Actor\u2069: \u2068Canonical name\u2069", "Same days") == ""
    assert not page.chart.table.is_empty


def test_links_have_a_page_by_type(desk):
    desk.open_review()
    desk.turn_to("links")
    page = desk.review.links
    assert number(page, "All types", "Strict F1") == "0.44"
    assert number(page, "Speaker", "Overlapping F1") == "0.66"


def test_the_labels_say_which_one_the_pooled_number_hides(desk):
    desk.open_review()
    desk.turn_to("labels")
    notice = desk.review.labels.notice
    assert notice.isVisible()
    said = notice.text().replace("\u2068", "").replace("\u2069", "")
    assert "Alpha of all labels together is 0.88, but Agreement has 0.69." in said
