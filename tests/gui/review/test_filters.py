"""Whatever the filters let through, every page shows numbers, or a sentence says what they would need."""

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QDate, Qt

from annotator import edits
from annotator.model import Annotation, Label, Span, Status
from annotator.project import Project
from annotator.review.query import DISAGREEING, Query

ANY = QDate(1800, 1, 1)
PEOPLE = [(), ("a",), ("b",), ("c",), ("a", "b"), ("a", "c"), ("a", "b", "c")]
LABELS = [(), ("date",), ("actor", "quote"), ("unused",)]
DAYS = [(ANY, ANY), (QDate(2023, 1, 1), ANY), (QDate(2090, 1, 1), ANY), (ANY, QDate(1990, 1, 1))]
CHARTS = ("pairs", "labels", "kinds", "votes")


@pytest.fixture
def desk(make_desk):
    """Open the review of a project with a third annotator, who finished one article, and a label that nobody used."""
    desk = make_desk()
    desk.workspace.session.close_project()
    with Project.open(desk.path) as project:
        schema = project.schema
        unused = Label("unused", "Unused", "غير مستعمل", "9", schema.labels[0].colours)
        project.set_schema(replace(schema, labels=(*schema.labels, unused)))
        article_id = project.entries()[0].id
        with project.desk("c") as of_c:
            layer = of_c.layer(article_id)
            of_c.commit(article_id, edits.add(Annotation("c0", Span(0, 5), "actor"), layer))
            of_c.commit(article_id, edits.SetStatus(of_c.layer(article_id).status, Status.DONE))
    desk.workspace.commands.project.open(desk.path)
    desk.open_review()
    return desk


def choose(desk, people, labels, days):
    filters = desk.review.filters
    filters.annotators.choose(frozenset(people))
    filters.labels.choose(frozenset(labels))
    filters.since.setDate(days[0])
    filters.until.setDate(days[1])
    desk.wait_for_numbers()


def has_number(text: str) -> bool:
    return any(map(str.isdecimal, text))


def check_what_is_shown(desk) -> bool:
    """Return whether there are numbers, after looking at every page."""
    review = desk.review
    sentence = review.missing.text()
    shown = has_number(review.overview.exact.number.text())
    assert shown == (not sentence)
    assert review.missing.isVisible() == (bool(sentence) and review.filters.isVisible())
    for name in CHARTS:
        assert review.page(name).chart.table.is_empty == bool(sentence), name
    return shown


@pytest.mark.parametrize("page", ["overview", "confusion", "time", "list"])
def test_every_choice_of_people_labels_and_days_shows_numbers_or_says_what_is_missing(desk, page):
    if page == "list":
        desk.reviewing.browsing.show_list(Query(pair=("a", "b"), kinds=DISAGREEING))
    else:
        desk.turn_to(page)
    seen = set()
    for people, labels, days in product(PEOPLE, LABELS, DAYS):
        choose(desk, people, labels, days)
        assert desk.review.shown == page
        assert desk.review.filters.isVisible()
        shown = check_what_is_shown(desk)
        assert not (shown and len(people) == 1)
        seen.add(desk.review.missing.text())
        if page == "list" and people and not {"a", "b"} <= set(people):
            assert desk.review.list.model.rowCount() == 0
    assert {sentence[:9] for sentence in seen} == {"", "Agreement", "None of t", "Nobody ha"}


@pytest.mark.parametrize("people", PEOPLE)
def test_every_way_of_counting_does_so_for_whomever_is_chosen(desk, people):
    filters = desk.review.filters
    filters.annotators.choose(frozenset(people))
    for in_progress, zones, edges in product((False, True), (False, True), range(3)):
        filters.in_progress.setChecked(in_progress)
        filters.zones.setChecked(zones)
        filters.edges.setCurrentIndex(edges)
        desk.wait_for_numbers()
        assert check_what_is_shown(desk) == (len(people) != 1)


def test_one_annotator_by_key_is_said_on_each_page_of_numbers_and_taken_back_by_key(desk):
    desk.press(Qt.Key.Key_F6)
    desk.press(Qt.Key.Key_F6)
    choose(desk, ("a",), (), (ANY, ANY))
    for name in ("overview", "pairs", "labels", "kinds", "confusion", "votes", "time", "articles"):
        desk.turn_to(name)
        desk.wait_for_numbers()
        assert desk.review.missing.isVisible(), name
        assert "two annotators" in desk.review.missing.text()
    desk.turn_to("feedback")
    assert not desk.review.missing.isVisible()
    choose(desk, ("a", "b"), (), (ANY, ANY))
    assert check_what_is_shown(desk)


def test_every_vote_count_opens_just_so_many_spans_of_those_who_are_asked(desk):
    for people in PEOPLE:
        choose(desk, people, (), (ANY, ANY))
        for row in desk.review.votes.chart.table.cells:
            for cell in row:
                filters = desk.review.filters.filters()
                rows = [one for one in desk.board.listed(cell.query, filters) if one]
                assert len(rows) == cell.value


def test_turning_to_the_weeks_does_not_stop_the_numbers_that_are_being_counted(desk):
    before = desk.review.overview.exact.number.text()
    desk.review.filters.labels.choose(frozenset(["date"]))
    desk.turn_to("time")
    desk.wait_for_numbers()
    assert desk.review.overview.exact.number.text() != before
    assert desk.review.labels.chart.table.rows == ("All labels", "Date")
