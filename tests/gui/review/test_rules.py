"""A rule is looked at before it is carried out, and who counts is a setting."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.adjudication.rules import MergeRule, Over, Rule
from annotator.adjudication.states import State
from annotator.model import Status
from annotator.project import Person
from tests.gui.review.small import small_project, span
from tests.helpers.waiting import in_dialog, shown
from ui.review.rules.people_dialog import PeopleDialog
from ui.review.rules.rules_dialog import RulesDialog

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(make_desk, tmp_path):
    desk = make_desk(project=small_project(tmp_path / "small"))
    desk.open_review()
    desk.turn_to("compare")
    return desk


def merge(desk, choose=lambda _dialog: None, *, accept: bool = True) -> dict[str, object]:
    """Open the rules by key, choose one, look, and merge or leave; return what the dialog showed."""
    seen: dict[str, object] = {}

    def answer(dialog: RulesDialog) -> None:
        choose(dialog)
        assert not dialog.go_on.isEnabled()  # not before it was looked at
        QTest.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
        seen["counts"] = {name: label.text() for name, label in dialog.counts.items()}
        seen["lines"] = [line() for line in dialog.model.rows]
        seen["can"] = dialog.go_on.isEnabled()
        if accept and dialog.go_on.isEnabled():
            QTest.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(dialog, Key.Key_Escape)

    in_dialog(RulesDialog, answer)
    desk.press(Key.Key_M)
    assert shown(RulesDialog) is None
    desk.come_back()
    return seen


def majority(dialog: RulesDialog) -> None:
    dialog.rules.setCurrentIndex(dialog.rules.findData(Rule.MAJORITY))


def test_a_look_changes_nothing_and_says_what_the_rule_would_do(desk):
    seen = merge(desk, accept=False)
    assert seen["counts"]["adds"] == "puts in: 3"
    assert [line.effect for line in seen["lines"]] == ["adds"] * 3
    assert {line.words for line in seen["lines"]} == {"روسيا", "بوتين", "نعم للسلام"}
    assert not desk.gold().annotations
    assert not desk.reviewing.context.gold.undo_stack.canUndo()


def test_a_merge_does_what_was_looked_at_as_one_undo(desk):
    seen = merge(desk, majority)
    assert seen["counts"]["adds"] == "puts in: 5"  # a link among them
    assert desk.gold_words(0) == ["بوتين"]
    assert desk.row(desk.number_of("روسيا")).gold[0].attributes == {"canonical": "روسيا"}
    assert len(desk.gold().relations) == 1
    assert desk.reviewing.context.gold.undo_stack.count() == 1
    assert desk.board.project.review_settings().rule == "majority"
    desk.press(Key.Key_Z, CONTROL)
    assert not desk.gold().annotations


def test_a_merge_never_touches_what_a_person_decided(desk):
    desk.press(Key.Key_1)
    merge(desk, majority)
    assert desk.gold_words(0) == ["الرئيس بوتين"]
    assert desk.row(0).state == State.DECIDED


def test_a_rule_that_settles_less_says_what_it_asks_again(desk):
    merge(desk, majority)
    unanimous = merge(desk, lambda d: d.rules.setCurrentIndex(d.rules.findData(Rule.UNANIMOUS)))
    assert unanimous["counts"]["removes"] == "takes out: 0"
    assert unanimous["counts"]["reopens"].startswith("reopens: ")
    assert desk.gold_words(0) == ["بوتين"]  # still there, to be looked at
    assert desk.row(0).state == State.CHANGED


def test_every_rule_can_be_chosen(desk):
    def trusted(dialog: RulesDialog) -> None:
        dialog.rules.setCurrentIndex(dialog.rules.findData(Rule.TRUSTED))
        dialog.trusted.setCurrentIndex(dialog.trusted.findData("a"))
        assert dialog.trusted.isVisible()
        assert not dialog.votes.isVisible()
        assert dialog.rule() == MergeRule(Rule.TRUSTED, 2, Over.VARIANT, "a")

    def threshold(dialog: RulesDialog) -> None:
        dialog.rules.setCurrentIndex(dialog.rules.findData(Rule.THRESHOLD))
        dialog.over.setCurrentIndex(dialog.over.findData(Over.LABEL))
        dialog.votes.setValue(3)
        assert dialog.rule() == MergeRule(Rule.THRESHOLD, 3, Over.LABEL, "a")

    merge(desk, threshold, accept=False)
    merge(desk, trusted)
    assert desk.gold_words(0) == ["الرئيس بوتين"]
    assert desk.gold_words(desk.number_of("بالاتفاق")) == ["بالاتفاق"]


def test_who_is_in_training_has_no_vote(desk):
    def answer(dialog: PeopleDialog) -> None:
        role = dialog.roles["a"]
        role.setFocus()
        QTest.keyClick(role, Key.Key_Down)
        role.activated.emit(role.currentIndex())
        assert not dialog.for_gold["a"].isChecked()
        dialog.accept()

    in_dialog(PeopleDialog, answer)
    desk.reviewing.merging.ask_who_counts()
    desk.come_back()
    assert desk.board.project.review_settings().people == {"a": Person.in_role("trainee")}
    desk.wait_for_numbers()
    desk.qtbot.waitUntil(lambda: list(desk.compare.shown.layers) == ["b", "c"])
    assert [row.span for row in desk.compare.rows if row.span.overlaps(span("الرئيس بوتين"))] == [
        span("بوتين")
    ]
    assert desk.gold().status == Status.NEW


def test_a_rule_that_only_closes_what_was_asked_again_can_be_carried_out(desk):
    merge(desk, majority)
    gold = dict(desk.gold().annotations)
    merge(desk, lambda dialog: dialog.rules.setCurrentIndex(dialog.rules.findData(Rule.UNANIMOUS)))
    assert State.CHANGED in desk.states()
    seen = merge(desk, majority)
    assert seen["can"]
    assert State.CHANGED not in desk.states()
    assert dict(desk.gold().annotations) == gold
