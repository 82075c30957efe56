"""Charts draw a table, are walked with the arrow keys, and open what lies behind each number."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from annotator.review.query import Query
from ui.review.charts import inks
from ui.review.charts.bars_chart import BarsChart
from ui.review.charts.chart_page import ChartPage
from ui.review.charts.chart_table import ChartTable
from ui.review.charts.grid_chart import GridChart
from ui.review.charts.stacked_chart import StackedChart
from ui.review.charts.table import Cell, Table
from ui.review.charts.time_chart import TimeChart
from ui.style import theme

Key = Qt.Key
CHARTS = (GridChart, BarsChart, StackedChart, TimeChart)


def table() -> Table:
    cells = tuple(
        tuple(
            Cell(f"{row}{column}", 0.2 + 0.3 * row + 0.1 * column, Query(label=f"{row}{column}"))
            for column in range(3)
        )
        for row in range(2)
    )
    return Table(("first", "second"), ("one", "two", "three"), cells)


@pytest.fixture(params=CHARTS)
def chart(request, qtbot):
    made = request.param()
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show_table(table())
    made.show()
    made.setFocus()
    return made


def test_every_cell_is_drawn_once_and_inside(chart):
    assert sorted((m.row, m.column) for m in chart.marks) == [
        (r, c) for r in range(2) for c in range(3)
    ]
    for mark in chart.marks:
        assert chart.rect().toRectF().contains(chart.turned(mark.box))


def test_arrow_keys_reach_every_cell_and_enter_opens_it(chart, qtbot):
    opened = []
    chart.opened.connect(opened.append)
    qtbot.keyClick(chart, Key.Key_Home)
    for row in range(2):
        for _ in range(3):
            qtbot.keyClick(chart, Key.Key_Return)
            qtbot.keyClick(chart, Key.Key_Right)
        if row == 0:
            qtbot.keyClick(chart, Key.Key_Down)
            qtbot.keyClick(chart, Key.Key_Left)
            qtbot.keyClick(chart, Key.Key_Left)
    assert [query.label for query in opened] == ["00", "01", "02", "10", "11", "12"]


def test_a_click_opens_the_cell_under_the_pointer(chart, qtbot):
    mark = next(m for m in chart.marks if (m.row, m.column) == (1, 2))
    with qtbot.waitSignal(chart.opened) as opened:
        point = chart.turned(mark.box).center().toPoint()
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(point))
    assert opened.args[0].label == "12"


def test_in_arabic_a_chart_is_its_own_mirror_image(chart, qtbot):
    before = {(m.row, m.column): chart.turned(m.box) for m in chart.marks}
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for mark in chart.marks:
        box = chart.turned(mark.box)
        was = before[mark.row, mark.column]
        assert box.left() == pytest.approx(chart.width() - was.right())
        assert box.top() == was.top()
    qtbot.keyClick(chart, Key.Key_Home)
    qtbot.keyClick(chart, Key.Key_Left)
    assert chart.current == (0, 1)


def test_a_chart_without_data_says_so_instead_of_drawing_zero(qtbot):
    made = GridChart()
    qtbot.addWidget(made)
    made.show_table(Table())
    made.show()
    made.grab()
    qtbot.keyClick(made, Key.Key_Right)
    assert made.current is None


def test_the_table_behind_a_chart_has_the_same_numbers_and_opens_the_same(qtbot):
    page = ChartPage(GridChart())
    qtbot.addWidget(page)
    page.show_words("Pairs", "")
    page.show_table(table())
    page.show()
    page.as_table.click()
    assert page.table.isVisible()
    model = page.table.numbers
    shown = [[model.index(r, c).data() for c in range(3)] for r in range(2)]
    assert shown == [[cell.text for cell in row] for row in table().cells]
    assert model.headerData(1, Qt.Orientation.Vertical) == "second"
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(page.table, Key.Key_Right)
        qtbot.keyClick(page.table, Key.Key_Return)
    assert opened.args[0].label == "01"


def test_a_narrow_part_of_a_bar_has_room_for_its_number(qtbot):
    made = StackedChart()
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show_table(Table(("all",), ("most", "few"), ((Cell("9999", 9999.0), Cell("1", 1.0)),)))
    few = next(m for m in made.marks if m.column == 1)
    assert few.box.width() >= made.measures().horizontalAdvance("1")


@pytest.mark.parametrize("share", [0.0, 0.3, 0.5, 0.7, 1.0])
@pytest.mark.parametrize("dark", [False, True])
def test_the_number_in_a_cell_stands_out_from_its_shade(share, dark, qapp):
    from ui.style.tones import build

    fill = inks.shade(share, build(dark))
    assert contrast(fill, inks.ink_on(fill)) >= 4.5


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((inks._luminance(one), inks._luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_titles_of_the_table_stay_whole_and_are_scrolled(qtbot, qapp):
    theme.apply(qapp, "light")
    made = ChartTable()
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show_table(Table(("row",), ("a long title of a column",) * 4, ((Cell("1", 1.0),) * 4,)))
    made.show()
    head = made.horizontalHeader()
    assert all(head.sectionSize(n) >= head.sectionSizeHint(n) for n in range(4))
    assert head.length() > made.viewport().width()
