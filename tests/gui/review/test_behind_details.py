"""A number on values or links opens what lies behind it, and a line of that opens its row."""

import pytest
from PySide6.QtCore import Qt

from annotator.iaa.scores.results import LinkMeasure, Same
from annotator.project import Project
from annotator.project.iaa.counts import agreement
from annotator.review.query import Query
from tests.helpers.third_annotator import third_annotator

Key = Qt.Key


@pytest.fixture
def trio(make_desk):
    desk = make_desk()
    desk.workspace.session.close_project()
    with Project.open(desk.path) as project:
        third_annotator(project)
    desk.workspace.commands.project.open(desk.path)
    desk.open_review()
    return desk


def listed(desk, query: Query) -> list:
    return [one for one in desk.board.listed(query, desk.review.filters.filters()) if one]


def test_every_share_of_equal_values_has_just_the_pairs_behind_it_that_are_not(desk):
    found = agreement(desk.board.project, draws=0)
    assert found.attributes
    for one in found.attributes:
        lines = listed(desk, Query(label=one.label, attribute=one.attribute))
        (pair,) = one.pairs
        assert len(lines) == round(one.counted * (1 - (pair.share(Same.EQUAL) or 0)))
        values = [(d.first.attribute(d.name), d.second.attribute(d.name)) for d in lines]
        assert all(a != b for a, b in values)


@pytest.mark.parametrize("measure", list(LinkMeasure))
def test_every_f1_of_links_has_just_the_links_behind_it_that_one_of_two_made(trio, measure):
    found = agreement(trio.board.project, draws=0)
    for kind, one in found.links.items(""):
        for pair in one.pairs:
            f1 = pair.f1[measure]
            query = Query((pair.a, pair.b), link=kind, is_strict=measure == LinkMeasure.STRICT)
            assert len(listed(trio, query)) == f1.n_a + f1.n_b - 2 * f1.agreed


@pytest.mark.parametrize("page", ["values", "links"])
def test_enter_on_a_number_and_on_a_line_goes_to_the_row(trio, page):
    desk = trio
    desk.turn_to(page)
    chart = desk.review.page(page).chart
    chart.setFocus()
    for _ in range(len(chart.table.rows)):
        cell = chart.table.cells[chart.current[0]][chart.current[1]]
        if listed(desk, cell.query):
            break
        desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert desk.review.shown == "list"
    line = desk.review.list.model.rows[0]
    words = desk.review.list.model.data(desk.review.list.model.index(0, 3)) or (
        desk.review.list.model.data(desk.review.list.model.index(0, 4))
    )
    assert (" = " in words) if page == "values" else (" \u2192 " in words)
    desk.press(Key.Key_Return)
    assert desk.review.shown == "compare"
    assert desk.article_id == line.article_id
    marks = {(one.start, one.end, one.label) for one in line.annotations}
    assert not marks.isdisjoint(desk.compare.current.cluster.marks)
