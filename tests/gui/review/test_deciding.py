"""What each key does to gold in the cluster view, and that nothing decided is ever lost or overwritten."""

import pytest
from PySide6.QtCore import Qt

from annotator.adjudication.decisions import Verdict
from annotator.adjudication.records import review_of
from annotator.adjudication.states import State
from annotator.model import GOLD, Status
from annotator.project import Project, ReviewSettings
from annotator.review.rows import RowKind
from tests.gui.review.small import TEXT, layers, small_project, span
from tests.helpers.deadlines import DEADLINE
from tests.helpers.projects import put_layer
from tests.helpers.waiting import in_dialog
from ui.review.same_dialog import SameDialog

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(make_desk, tmp_path):
    """A lead at the small article, its rows as they are in `small`."""
    desk = make_desk(project=small_project(tmp_path / "small"))
    desk.open_review()
    desk.turn_to("compare")
    return desk


def test_the_page_opens_at_the_first_article_with_open_rows(desk):
    assert desk.compare.shown.article.text == TEXT
    assert desk.compare.current.key == desk.compare.rows[0].key
    assert desk.states() == ["open", "open", "open", "agreed", "agreed"]


def test_each_annotator_has_a_key(desk):
    for key, words in ((Key.Key_1, "الرئيس بوتين"), (Key.Key_2, "بوتين"), (Key.Key_3, "بوتين")):
        desk.go(0)
        desk.press(key)
        assert desk.gold_words(0) == [words]
        assert desk.row(0).state == State.DECIDED


def test_as_somebody_who_made_nothing_means_nothing_there(desk):
    agreement = desk.number_of("بالاتفاق")
    desk.go(agreement)
    nothing = desk.compare.panel.boxes[0].buttons[-1]
    assert nothing.words == "nothing there"
    assert nothing.keys == ("2", "3")
    desk.press(Key.Key_2)
    assert desk.row(agreement).state == State.DECIDED
    assert desk.gold_words(agreement) == []


def test_enter_takes_what_most_have_and_0_nothing_and_a_all(desk):
    desk.press(Key.Key_Return)
    assert desk.gold_words(0) == ["بوتين"]
    desk.go(0)
    desk.press(Key.Key_0)
    assert desk.gold_words(0) == []
    desk.go(0)
    desk.press(Key.Key_A)
    assert sorted(desk.gold_words(0)) == ["الرئيس بوتين", "بوتين"]


def test_a_decision_goes_on_to_what_is_open_next(desk):
    desk.press(Key.Key_2)
    assert desk.compare.current.key == desk.row(1).key


def test_a_value_is_decided_by_the_same_keys(desk):
    desk.press(Key.Key_T)
    desk.go(desk.number_of("روسيا"))
    assert desk.compare.point.name == "canonical"  # span and label are agreed on
    desk.press(Key.Key_3)
    (made,) = desk.row(desk.number_of("روسيا")).gold
    assert made.attributes == {"canonical": "الاتحاد الروسي"}
    desk.go(desk.number_of("روسيا"))
    desk.press(Key.Key_V)
    desk.press(Key.Key_Return)
    (made,) = desk.row(desk.number_of("روسيا")).gold
    assert made.attributes == {"canonical": "روسيا"}


def test_a_value_can_be_decided_to_be_none(desk):
    desk.press(Key.Key_T)
    number = desk.number_of("روسيا")
    desk.go(number)
    desk.press(Key.Key_0)
    assert desk.row(number).state == State.DECIDED
    assert desk.row(number).gold[0].attributes == {}


def test_tab_goes_to_the_values_and_on_to_what_can_be_pressed(desk):
    number = desk.number_of("روسيا")
    desk.go(number)
    assert desk.compare.point.asks == "span"
    desk.press(Key.Key_Tab)
    assert desk.compare.point.asks == "value"
    assert desk.focused is desk.compare.list
    desk.press(Key.Key_Tab)
    assert desk.focused is not desk.compare.list


def test_a_link_is_decided_by_who_made_it(desk):
    desk.press(Key.Key_T)
    link = next(n for n, row in enumerate(desk.compare.rows) if row.kind == RowKind.LINK)
    desk.go(link)
    desk.press(Key.Key_3)  # c did not link
    assert desk.row(link).state == State.DECIDED
    assert not desk.gold().relations
    desk.go(link)
    desk.press(Key.Key_Return)
    assert len(desk.gold().relations) == 1


def test_a_decision_keeps_who_when_and_why_on_disk(desk):
    desk.press(Key.Key_R)
    desk.qtbot.keyClicks(desk.focused, "the guidelines, 3.2")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_2)
    desk.wait_until_saved()
    with Project.open(desk.path, read_only=True) as project:
        (taken,) = review_of(project.layer(desk.article_id, GOLD)).decisions
    assert (taken.verdict, taken.who, taken.why) == (
        Verdict.ACCEPTED,
        "lead",
        "the guidelines, 3.2",
    )
    assert taken.when.startswith("20")
    assert [one.span for one in taken.outcomes] == [span("بوتين")]
    assert desk.compare.panel.reason.text() == ""


def test_u_takes_a_decision_back_and_undo_takes_that_back(desk):
    desk.press(Key.Key_2)
    desk.go(0)
    desk.press(Key.Key_U)
    assert desk.row(0).state == State.OPEN
    desk.press(Key.Key_Z, CONTROL)
    assert desk.row(0).state == State.DECIDED
    desk.press(Key.Key_Z, CONTROL)
    assert desk.row(0).state == State.OPEN
    desk.press(Key.Key_Y, CONTROL)
    assert desk.gold_words(0) == ["بوتين"]


def test_the_key_after_the_last_open_row_overwrites_nothing(desk):
    desk.decide_everything()
    compare = desk.compare
    assert compare.current is None
    assert compare.panel.heading.text() == "Everything in this article is decided."
    before = desk.gold()
    for key in (Key.Key_1, Key.Key_0, Key.Key_A, Key.Key_U, Key.Key_C, Key.Key_Delete):
        desk.press(key)
    assert desk.gold() == before
    assert desk.gold().status == Status.DONE


def test_a_filter_that_hides_what_is_open_says_so(desk):
    desk.compare.filters.labels.choose(frozenset(["agreement"]))
    assert [row.labels for row in desk.compare.rows] == [("agreement",)]
    assert desk.compare.filters.count.text() == "1 open of 1 shown"
    desk.press(Key.Key_1)
    assert desk.compare.current is None
    assert "X shows all rows" in desk.compare.panel.heading.text()
    desk.press(Key.Key_X)
    assert len(desk.compare.rows) == 5
    assert desk.compare.filters.count.text() == "4 open of 5 shown"


def test_the_walk_of_a_pair_is_a_filter_of_two(desk):
    desk.compare.filters.annotators.choose(frozenset(["b", "c"]))
    assert [row.span for row in desk.compare.rows] == [span("روسيا")]


def test_what_changed_since_is_shown_with_before_and_after_and_can_be_kept(desk):
    desk.press(Key.Key_2)
    desk.wait_until_saved()
    from_disk(desk, "b", 0, span("الرئيس بوتين"))
    row = desk.row(0)
    assert row.state == State.CHANGED
    desk.go(0)
    change = desk.compare.panel.change.text()
    assert change.startswith(
        "\u2068b\u2069 had \u2068Actor\u2069 «\u2068بوتين\u2069», now has \u2068Actor"
    )
    assert "الرئيس بوتين" in change
    desk.press(Key.Key_C)
    assert desk.row(0).state == State.DECIDED
    assert desk.gold_words(0) == ["بوتين"]


def from_disk(desk, annotator, number, new_span):
    """Let an annotator give one annotation another span elsewhere, and read the project again."""
    from dataclasses import replace

    layer = next(one for one in layers(desk.article_id) if one.annotator == annotator)
    old = layer.in_order[number]
    changed = layer.replaced(old, replace(old, span=new_span))
    with Project.open(desk.path) as project:
        put_layer(project, changed)
    desk.press(Key.Key_F5)
    desk.wait_for_numbers()
    desk.qtbot.waitUntil(lambda: desk.row(number).state != State.DECIDED)


def test_the_same_words_elsewhere_get_the_same_decision_but_for_those_taken_out(
    make_desk, tmp_path
):
    desk = make_desk(project=small_project(tmp_path / "small", with_other=True))
    desk.open_review()
    desk.turn_to("compare")
    desk.press(Key.Key_2)
    desk.go(0)
    offered = []

    def answer(dialog: SameDialog) -> None:
        offered.append(dialog.places.count())
        dialog.accept()

    in_dialog(SameDialog, answer)
    steps = desk.reviewing.context.gold.undo_stack.count()
    desk.press(Key.Key_S)
    assert offered == [1]
    other = next(key for key in desk.board.entries if key != desk.article_id)
    assert [one.span.start for one in desk.reviewing.context.gold.layer(other)] == [11]
    assert desk.reviewing.context.gold.undo_stack.count() == steps + 1


def test_a_decision_on_its_way_to_the_disk_counts_as_unsaved_work(desk):
    session = desk.workspace.session
    desk.press(Key.Key_1)
    assert session.pending == 1
    assert session.wait_until_saved(DEADLINE)
    assert session.pending == 0


def test_an_annotator_reads_what_was_decided_otherwise_and_why(desk):
    desk.compare.panel.reason.setText("the title is outside")
    desk.press(Key.Key_2)
    desk.wait_until_saved()
    desk.turn_to("feedback")
    page = desk.review.feedback
    desk.qtbot.waitUntil(lambda: desk.reviewing.telling.is_settled)
    assert page.annotators.currentText() == "a"
    line = page.model.rows[0]
    assert line.made.startswith("\u2068الرئيس بوتين\u2069")
    assert line.decided.startswith("\u2068بوتين\u2069")
    assert (line.who, line.why) == ("lead", "the title is outside")
    page.annotator_chosen.emit("b")
    desk.qtbot.waitUntil(lambda: desk.reviewing.telling.is_settled)
    assert page.model.rowCount() == 0


def test_in_a_blind_project_nobody_looks_before_finishing(make_desk):
    desk = make_desk(annotator="a")
    desk.workspace.session.set_status(Status.IN_PROGRESS)
    desk.workspace.session.project.set_review_settings(ReviewSettings(blind=True))
    article_id = desk.workspace.session.article.id
    desk.open_review()
    desk.reviewing.context.guard.attempt(lambda: desk.reviewing.browsing.compare_all(article_id))
    assert "Finish this article first" in desk.review.notices.text()
    assert desk.review.shown != "compare"


def test_gold_is_saved_before_the_project_closes(desk):
    desk.press(Key.Key_1)
    article_id = desk.article_id
    desk.workspace.session.close_project()
    assert desk.review is None
    with Project.open(desk.path) as project:
        assert review_of(project.layer(article_id, GOLD)).decisions
        project.desk(GOLD).close()


def test_in_arabic_the_row_under_the_keyboard_is_the_one_that_is_marked(make_desk):
    desk = make_desk(language="ar", region="IQ")
    desk.open_review()
    desk.turn_to("articles")
    rows = desk.review.articles.list
    assert [index.row() for index in rows.selectionModel().selectedRows()] == [0]
    desk.press(Key.Key_Down)
    assert [index.row() for index in rows.selectionModel().selectedRows()] == [1]
    desk.press(Key.Key_Return)
    assert desk.review.shown == "compare"
    assert desk.compare.shown.article.id == rows.model().rows[1].article_id


def test_the_next_article_with_open_rows_is_offered_and_a_done_one_is_not(make_desk, tmp_path):
    desk = make_desk(project=small_project(tmp_path / "small", with_other=True))
    desk.open_review()
    desk.turn_to("compare")
    first = desk.article_id
    desk.decide_everything()
    assert desk.compare.panel.next_article.isVisible()
    desk.press(Key.Key_N)
    assert desk.article_id != first
    assert desk.compare.current is not None
    desk.decide_everything()
    second = desk.gold()
    desk.press(Key.Key_N)
    assert "No article after this one" in desk.review.notices.text()
    assert desk.gold() == second


def test_undo_goes_to_what_it_undid_in_whatever_article(make_desk, tmp_path):
    desk = make_desk(project=small_project(tmp_path / "small", with_other=True))
    desk.open_review()
    desk.turn_to("compare")
    first = desk.article_id
    desk.press(Key.Key_2)
    desk.press(Key.Key_2)
    desk.press(Key.Key_Z, CONTROL)
    assert desk.compare.current.key == desk.row(1).key
    assert "Undone: decide: as" in desk.review.notices.text()
    other = next(key for key in desk.board.entries if key != first)
    desk.reviewing.browsing.compare_all(other)
    desk.press(Key.Key_Z, CONTROL)
    assert desk.article_id == first
    assert desk.row(0).state == State.OPEN
