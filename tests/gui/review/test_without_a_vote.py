"""Who does not count for gold has a lane where it is asked for: below the others, thin and pale, and never a vote."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from annotator.model import Annotation, Status, Zone
from annotator.project import Person, Project
from tests.gui.review.small import TEXT, layer, small_project, span
from tests.gui.review.test_remembered import again
from tests.helpers.projects import put_layer
from ui.remembered.review_layout import ReviewLayout
from ui.review.deciding import lanes

Key = Qt.Key
WORDS = "قال"
"""What only the trainee and the machine marked."""


def with_others(folder, *, status: Status = Status.DONE):
    """Make the small project with a trainee and a machine besides, who differ from everybody."""
    path = small_project(folder)
    with Project.open(path) as project:
        article_id = project.entries()[0].id
        for name in ("nur", "tagger"):
            made = layer(name, article_id, Annotation(f"{name}1", span(WORDS), "date"))
            zones = frozenset({Zone(span("وأضاف"), "boilerplate")})
            put_layer(project, replace(made, status=status, zones=zones))
        people = {"nur": Person.in_role("trainee"), "tagger": Person.in_role("machine")}
        settings = replace(project.review_settings(), people=people)
        project.set_review_settings(settings)
    return path


@pytest.fixture
def desk(make_desk, tmp_path):
    desk = make_desk(project=with_others(tmp_path / "small"))
    desk.open_review()
    desk.turn_to("compare")
    desk.review.resize(1280, 720)
    return desk


def is_there(desk, number: int, words: str) -> bool:
    """Tell whether anything is painted at the height of somebody's lane under some words; those from 4 on have no vote."""
    view = desk.compare.view
    picture = view.viewport().grab().toImage()
    (piece,) = view.pieces_of(span(words))
    y = piece.baseline + lanes.depth(number, 4, view.metrics) - view.verticalScrollBar().value()
    page = view.palette().base().color().name()
    return any(
        picture.pixelColor(QPoint(x, row)).name() != page
        for run in piece.runs
        for x in range(round(run.left) + 2, round(run.right) - 2)
        for row in range(round(y) - 1, round(y) + 2)
    )


def test_o_gives_them_lanes_below_those_who_count_and_takes_them_away(desk):
    desk.go(
        desk.number_of("نعم للسلام")
    )  # the frame and its names are not around what is looked at
    pitch = desk.compare.view.metrics.pitch
    assert not desk.compare.filters.others.isChecked()
    desk.press(Key.Key_O)
    assert desk.compare.filters.others.isChecked()
    assert desk.compare.view.metrics.pitch > pitch
    assert is_there(desk, 4, WORDS)
    assert is_there(desk, 5, WORDS)
    assert not any(is_there(desk, number, WORDS) for number in (1, 2, 3))
    desk.press(Key.Key_O)
    assert desk.compare.view.metrics.pitch == pitch


def test_the_switch_is_pressed_in_the_row_of_filters_and_says_who_they_are(desk):
    switch = desk.compare.filters.others
    assert "\u2068nur\u2069 (trainee)" in switch.toolTip()
    assert "\u2068tagger\u2069 (machine)" in switch.toolTip()
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert is_there(desk, 4, WORDS)
    desk.compare.view.setFocus()
    desk.press(Key.Key_O)  # in the text as in the list of rows
    assert not switch.isChecked()


def test_their_lanes_are_thinner_and_paler_than_a_vote(desk):
    view = desk.compare.view
    ink = replace(view._inks["quote"], pattern="solid", line=QColor("black"))
    quote = next(iter(desk.compare.shown.layers["a"].annotations.values()))
    (piece,) = view.pieces_of(quote.span)
    mark = next(lanes.visible(view._people[1], [0]))

    def darkness(*, is_left_out: bool) -> int:
        picture = QImage(view.viewport().size(), QImage.Format.Format_Grayscale8)
        picture.fill(QColor("white"))
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            lanes.paint(painter, mark, [piece], ink, 20.0, is_left_out=is_left_out)
        return sum(255 - value for value in bytes(picture.constBits()))

    vote = darkness(is_left_out=False)
    assert vote > 0
    assert 0 < darkness(is_left_out=True) < 0.4 * vote


def test_they_have_no_vote_no_column_and_no_digit(desk):
    rows, points = desk.compare.rows, [desk.compare.model.points(row) for row in desk.compare.rows]
    columns = desk.compare.model.columnCount()
    desk.press(Key.Key_O)
    assert desk.compare.rows == rows
    assert [desk.compare.model.points(row) for row in desk.compare.rows] == points
    assert desk.compare.model.columnCount() == columns
    assert tuple(desk.compare.shown.layers) == ("a", "b", "c")
    desk.go(desk.number_of("بالاتفاق"))
    desk.press(Key.Key_4)
    assert not desk.gold().decisions
    desk.press(Key.Key_1)
    assert desk.gold_words(desk.number_of("بالاتفاق")) == ["بالاتفاق"]
    assert all(one.span.of(TEXT) != WORDS for one in desk.gold())


def test_what_they_marked_as_out_of_scope_is_painted_as_it_was(desk):
    desk.go(desk.number_of("نعم للسلام"))

    def letters() -> list[str]:
        view = desk.compare.view
        picture = view.viewport().grab().toImage()
        (piece,) = view.pieces_of(span("وأضاف"))
        top = piece.baseline - view.metrics.above - view.verticalScrollBar().value()
        return [
            picture.pixelColor(QPoint(x, y)).name()
            for x in range(round(piece.runs[0].left), round(piece.runs[0].right))
            for y in range(round(top) + 2, round(top + view.metrics.above))
        ]

    before = min(letters())
    desk.press(Key.Key_O)
    assert min(letters()) == before


def test_switching_stays_at_the_row_and_its_question_and_keeps_the_filter(desk):
    desk.compare.filters.labels.choose(frozenset(["actor"]))
    desk.go(desk.number_of("روسيا"))
    desk.press(Key.Key_V)
    here, point, rows = desk.compare.current, desk.compare.point, desk.compare.rows
    desk.press(Key.Key_O)
    assert (desk.compare.current, desk.compare.point, desk.compare.rows) == (here, point, rows)
    assert desk.compare.view._framed == here.span
    assert desk.compare.view.isVisible()
    desk.press(Key.Key_X)
    assert desk.compare.filters.others.isChecked()


def test_deciding_with_their_lanes_moves_no_letter(desk):
    desk.press(Key.Key_O)
    view = desk.compare.view
    before = [view.cell(n) for n in range(len(view.text))]
    desk.press(Key.Key_1)
    desk.press(Key.Key_T)
    assert [view.cell(n) for n in range(len(view.text))] == before


def test_it_is_remembered_and_off_at_first(desk):
    desk.press(Key.Key_O)
    again(desk)
    assert desk.compare.filters.others.isChecked()
    assert len(desk.compare.view._people) == 6
    desk.press(Key.Key_O)
    again(desk)
    assert not desk.compare.filters.others.isChecked()
    assert len(desk.compare.view._people) == 4


@pytest.mark.parametrize("text", ['{"others": 1}', '{"others": "yes"}', "{}"])
def test_what_is_no_switch_is_off(text):
    assert ReviewLayout.from_text(text).others is False
    assert ReviewLayout.from_text(ReviewLayout(others=True).to_text()).others is True


def test_where_everybody_counts_there_is_no_switch_and_the_key_says_why(make_desk, tmp_path):
    desk = make_desk(project=small_project(tmp_path / "small"))
    desk.open_review()
    desk.turn_to("compare")
    assert desk.compare.filters.others.isHidden()
    desk.press(Key.Key_O)
    assert "Everybody who has finished this article counts" in desk.review.notices.text()


def test_who_has_not_finished_has_no_lane(make_desk, tmp_path):
    desk = make_desk(project=with_others(tmp_path / "small", status=Status.IN_PROGRESS))
    desk.open_review()
    desk.turn_to("compare")
    assert desk.compare.filters.others.isHidden()


def test_names_and_roles_follow_the_language(make_desk, tmp_path):
    desk = make_desk(project=with_others(tmp_path / "small"), language="ar")
    desk.open_review()
    desk.turn_to("compare")
    desk.press(Key.Key_O)
    assert [one.role for one in desk.compare.view._people] == ["", "", "", "", "متدرب", "آلة"]
    assert "\u2068nur\u2069 (متدرب)" in desk.compare.filters.others.toolTip()
