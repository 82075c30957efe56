"""The table of rows shows whole headings and whole signs, for two annotators and for eight."""

from itertools import cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from annotator.model import Annotation
from tests.gui.review.small import TEXT, layer, span
from tests.helpers.projects import make_project, put_layer
from ui.review.rows.chips import fitted
from ui.review.rows.column_widths import LEAST_TEXT, MODEST, NARROWEST, SIGN, Wanted, Widths, share
from ui.review.rows.rows_model import EDGES, GOLD_CELL
from ui.review.rows.rows_model import TEXT as WORDS_COLUMN

WANTED = Wanted(
    gold=("* Gold", "Agreement ?"),
    person=(f"Agreement {EDGES}",),
    votes=("Votes", "1:1:1:1"),
    state=("State", "changed since", "open"),
    cause=("Cause", "outer word"),
)


def shared(room: int, people: int) -> Widths:
    return share(room, people, WANTED, lambda words: 7 * len(words))


@given(st.integers(200, 2000), st.integers(1, 8))
def test_columns_fill_the_room_and_never_more_where_there_is_enough(room, people):
    found = shared(room, people)
    whole = found.text + found.gold + found.votes + found.state + found.cause
    whole += people * found.person
    assert whole == room or (whole > room and found.person == NARROWEST)
    assert found.person >= NARROWEST
    assert (found.state > SIGN) == found.says_state
    assert not found.cause or found.says_state  # the cause is given up first
    assert found.text >= LEAST_TEXT or found.person == NARROWEST


@given(st.integers(300, 2000), st.integers(1, 8))
def test_more_room_takes_from_no_column_what_it_had_with_less(room, people):
    less, more = shared(room, people), shared(room + 50, people)
    assert min(more.person, MODEST) >= min(less.person, MODEST)
    assert more.says_state >= less.says_state


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("people", [2, 4, 6, 8])
def test_no_heading_is_cut_and_nothing_is_scrolled_to_at_1280(
    make_desk, tmp_path, people, language
):
    desk = make_desk(project=project_of(tmp_path / "many", people), language=language)
    desk.open_review()
    desk.turn_to("compare")
    desk.review.resize(1280, 720)
    QApplication.processEvents()
    table = desk.compare.list
    header, model = table.horizontalHeader(), table.model()
    metrics = header.fontMetrics()
    for column in range(model.columnCount()):
        words = model.titles()[column]
        if not table.isColumnHidden(column):
            assert metrics.horizontalAdvance(words) < header.sectionSize(column), words
    assert not table.horizontalScrollBar().maximum()
    tip = model.headerData(model.state_column, header.orientation(), 3)
    assert tip == ("State" if language == "en" else "الحالة")


def test_two_annotators_have_room_for_the_words_of_a_state(make_desk, tmp_path):
    desk = make_desk(project=project_of(tmp_path / "two", 2))
    desk.open_review()
    desk.turn_to("compare")
    desk.review.resize(1280, 720)
    QApplication.processEvents()
    table = desk.compare.list
    model = table.model()
    assert model.titles()[model.state_column] == "State"
    assert table.columnWidth(WORDS_COLUMN) >= LEAST_TEXT
    assert table.columnWidth(GOLD_CELL) > NARROWEST


@pytest.mark.parametrize("title", ["Agreement", "اقتباس", "A"])
def test_a_chip_is_cut_in_front_of_its_sign(qapp, title):
    metrics = QFontMetrics(qapp.font())
    for room in range(200, 0, -5):
        words = fitted(title, EDGES, metrics, room)
        assert words.endswith(EDGES)
        assert words[0] == title[0]
        if metrics.horizontalAdvance(title[0] + EDGES) <= room:
            assert metrics.horizontalAdvance(words) <= room
    assert fitted(title, EDGES, metrics, 200) == f"{title} {EDGES}"
    assert fitted(title, "", metrics, 200) == title


def project_of(folder, people: int):
    """Make a project of one article whose annotators differ in edges and labels."""
    with make_project(folder, TEXT) as project:
        key = project.entries()[0].id
        labels = cycle(("actor", "agreement", "quote"))
        for number, name in enumerate("abcdefgh"[:people]):
            words = ("الرئيس بوتين", "بوتين")[number % 2]
            made = [
                Annotation(f"{name}1", span(words), "actor"),
                Annotation(f"{name}2", span("نعم للسلام"), next(labels)),
            ]
            put_layer(project, layer(name, key, *made))
    return folder
