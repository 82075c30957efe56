"""All rows that are shown are decided in one way, after a look at each."""

import pytest
from PySide6.QtCore import Qt

from annotator.adjudication.states import State
from tests.gui.review.small import OTHER, small_project, span
from tests.helpers.waiting import in_dialog
from ui.review.rules.many_dialog import ManyDialog

Key = Qt.Key


@pytest.fixture
def desk(make_desk, tmp_path):
    desk = make_desk(project=small_project(tmp_path / "small", with_other=True))
    desk.open_review()
    desk.turn_to("compare")
    return desk


def decide(desk, act) -> None:
    in_dialog(ManyDialog, act)
    desk.press(Key.Key_D)
    desk.come_back()


def choose(dialog: ManyDialog, how: str, *, everywhere: bool = False) -> None:
    dialog.how.setCurrentIndex(dialog.how.findData(how))
    if everywhere:
        dialog.where.setCurrentIndex(1)


def test_titles_stay_outside_in_all_articles_at_once(desk):
    desk.compare.filters.causes.choose(frozenset(["title"]))
    assert len(desk.compare.rows) == 1
    lines = []

    def act(dialog: ManyDialog) -> None:
        choose(dialog, "shorter", everywhere=True)
        lines.extend(dialog.places.item(n).text() for n in range(dialog.places.count()))
        dialog.reason.setText("titles stay outside")
        dialog.accept()

    decide(desk, act)
    assert len(lines) == 2
    assert all(line.endswith("→ \u2068بوتين\u2069") for line in lines)
    gold = desk.reviewing.context.gold
    made = {key: [one.span for one in gold.layer(key)] for key in desk.board.entries}
    first = desk.article_id
    (second,) = [key for key in made if key != first]
    assert made == {first: [span("بوتين")], second: [span("بوتين", OTHER)]}
    assert desk.row(0).decision.why == "titles stay outside"
    assert gold.undo_stack.count() == 1
    desk.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not any(gold.layer(key).annotations for key in made)


def test_a_line_taken_out_stays_open(desk):
    def act(dialog: ManyDialog) -> None:
        choose(dialog, "majority")
        dialog.places.item(0).setCheckState(Qt.CheckState.Unchecked)
        dialog.accept()

    decide(desk, act)
    assert desk.row(0).state == State.OPEN
    assert desk.gold_words(desk.number_of("روسيا")) == ["روسيا"]


def test_what_a_person_decided_begins_unticked(desk):
    desk.press(Key.Key_1)
    ticked = []

    def act(dialog: ManyDialog) -> None:
        choose(dialog, "majority")
        ticked.extend(dialog.choice())
        dialog.reject()

    decide(desk, act)
    assert 0 not in ticked
    assert desk.gold_words(0) == ["الرئيس بوتين"]


def test_what_cannot_be_decided_so_cannot_be_ticked(desk):
    seen = []

    def act(dialog: ManyDialog) -> None:
        choose(dialog, "longer")
        seen.extend(dialog.choice())
        dialog.reject()

    decide(desk, act)
    assert seen == [0]  # only there do lengths differ


def test_a_name_keeps_the_ruling_as_a_guideline_decision(desk):
    desk.compare.filters.causes.choose(frozenset(["title"]))

    def act(dialog: ManyDialog) -> None:
        choose(dialog, "shorter", everywhere=True)
        dialog.reason.setText("as in the guidelines")
        dialog.name.setText("titles stay outside")
        dialog.accept()

    decide(desk, act)
    (ruling,) = desk.board.project.rulings()
    assert (ruling.name, ruling.cause, ruling.choice, ruling.why, ruling.cases) == (
        "titles stay outside",
        "title",
        "shorter",
        "as in the guidelines",
        2,
    )
    wrong = {
        (key, name)
        for key in desk.board.entries
        for name, layer in desk.board.layers(key).items()
        for one in layer
        if one.span.of(desk.reviewing.context.text(key)).endswith(" بوتين")
    }
    assert wrong
    assert {(touch.article_id, touch.annotator) for touch in ruling.touches} == wrong
    assert ruling.f1_after > ruling.f1_before
    assert "guideline decision" in desk.review.notices.text()


def test_without_a_name_no_guideline_decision_is_kept(desk):
    decide(desk, lambda dialog: (choose(dialog, "majority"), dialog.accept()))
    assert desk.board.project.rulings() == ()
