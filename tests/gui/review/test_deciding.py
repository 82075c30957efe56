"""What each choice does to gold, and that nothing decided is ever lost or overwritten."""

from PySide6.QtCore import Qt

from annotator.adjudication.decisions import Verdict
from annotator.adjudication.records import review_of
from annotator.model import GOLD, Status
from annotator.project import Project, ReviewSettings
from annotator.review.query import Query
from tests.helpers.deadlines import DEADLINE
from tests.helpers.waiting import in_dialog
from ui.dialogs.errors.error_box import ErrorBox
from ui.review.edit_dialog import EditDialog
from ui.review.same_dialog import SameDialog

Key = Qt.Key


def open_first(desk, **asked):
    """Open the first difference of a kind, side by side."""
    query = Query(**asked)
    desk.reviewing.browsing.show_list(query)
    desk.press(Key.Key_Return)
    return desk.compare.shown.differences[desk.compare.current]


def gold_marks(desk, article_id):
    layer = desk.reviewing.context.gold.layer(article_id)
    return {(one.start, one.end, one.label) for one in layer}


def mark(annotation):
    return annotation.start, annotation.end, annotation.label


def decide(desk, one, key):
    number = desk.compare.shown.differences.index(one)
    desk.compare.go_to(number)
    desk.compare.focus()
    desk.press(key)
    return desk.compare.shown.outcomes[number]


def test_as_the_one_or_the_other_both_or_neither(desk):
    one = open_first(desk, kinds=frozenset(["boundary"]))
    for key, outcome, wanted in (
        (Key.Key_1, "a", {mark(one.first)}),
        (Key.Key_2, "b", {mark(one.second)}),
        (Key.Key_3, "both", {mark(one.first), mark(one.second)}),
        (Key.Key_0, "none", set()),
    ):
        assert decide(desk, one, key) == outcome
        made = gold_marks(desk, one.article_id) & {mark(one.first), mark(one.second)}
        assert made == wanted
    assert decide(desk, one, Key.Key_U) == ""


def test_a_decision_keeps_who_when_and_why_on_disk(desk):
    one = open_first(desk, kinds=frozenset(["boundary"]))
    desk.press(Key.Key_R)
    desk.qtbot.keyClicks(desk.focused, "the guidelines, 3.2")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_2)
    desk.wait_until_saved()
    with Project.open(desk.path, read_only=True) as project:
        decisions = review_of(project.layer(one.article_id, GOLD)).decisions
    (taken,) = [found for found in decisions if not found.is_by_rule]
    assert (taken.verdict, taken.who, taken.why) == (
        Verdict.ACCEPTED,
        "lead",
        "the guidelines, 3.2",
    )
    assert taken.when.startswith("20")
    assert [mark(found) for found in taken.outcomes] == [mark(one.second)]


def test_deciding_one_settles_nothing_else_in_the_article(desk):
    one = open_first(desk, kinds=frozenset(["boundary"]))
    desk.press(Key.Key_1)
    assert gold_marks(desk, one.article_id) == {mark(one.first)}


def test_an_edit_takes_a_span_that_nobody_made(desk, qtbot):
    one = open_first(desk, kinds=frozenset(["boundary"]), label="quote")
    text = desk.compare.shown.article.text
    words = text[one.first.start : one.first.end].split(" ")[0]

    def answer(dialog: EditDialog) -> None:
        dialog.words.setText(words)
        dialog.label.setCurrentIndex(dialog.label.findData("actor"))
        dialog.accept()

    in_dialog(EditDialog, answer)
    assert decide(desk, one, Key.Key_E) == "edit"
    start = one.first.start
    assert (start, start + len(words), "actor") in gold_marks(desk, one.article_id)


def test_the_same_words_elsewhere_get_the_same_decision_but_for_those_taken_out(desk):
    query = {"kinds": frozenset(["boundary"]), "label": "actor"}
    one = open_first(desk, **query)
    desk.press(Key.Key_2)
    desk.compare.go_to(desk.compare.shown.differences.index(one))
    offered = []

    def answer(dialog: SameDialog) -> None:
        offered.append(dialog.places.count())
        dialog.places.item(0).setCheckState(Qt.CheckState.Unchecked)
        dialog.accept()

    in_dialog(SameDialog, answer)
    steps = desk.reviewing.context.gold.undo_stack.count()
    desk.compare.focus()
    desk.press(Key.Key_S)
    assert offered[0] >= 2
    rows = [
        row
        for article_id in desk.board.entries
        for row in desk.board.rows(Query(**query), article_id)
        if words_of(desk, row) == words_of(desk, one)
    ]
    taken = [row for row in rows if desk.reviewing.context.outcome(row) == "b"]
    assert len(taken) == offered[0]  # all that were offered but one, and the first
    assert desk.reviewing.context.gold.undo_stack.count() == steps + 1


def test_what_was_decided_by_itself_is_not_offered_with_the_same_words(desk):
    query = Query(kinds=frozenset(["boundary"]), label="actor")
    one = open_first(desk, kinds=query.kinds, label=query.label)
    desk.press(Key.Key_2)
    alike = [
        row
        for article_id in desk.board.entries
        for row in desk.board.rows(query, article_id)
        if words_of(desk, row) == words_of(desk, one) and row is not one
    ]
    desk.reviewing.browsing.open_difference(alike[0])
    desk.press(Key.Key_0)
    desk.reviewing.browsing.open_difference(one)
    offered = []

    def answer(dialog: SameDialog) -> None:
        offered.append(dialog.places.count())
        dialog.accept()

    in_dialog(SameDialog, answer)
    desk.compare.focus()
    desk.press(Key.Key_S)
    assert offered == [len(alike) - 1]
    assert desk.reviewing.context.outcome(alike[0]) == "none"


def test_a_decision_on_its_way_to_the_disk_counts_as_unsaved_work(desk):
    open_first(desk, kinds=frozenset(["boundary"]))
    session = desk.workspace.session
    desk.press(Key.Key_1)
    assert session.pending == 1
    assert session.wait_until_saved(DEADLINE)
    assert session.pending == 0


def words_of(desk, one):
    text = desk.reviewing.context.text(one.article_id)
    return one.first.span.of(text), one.second.span.of(text)


def test_merging_everything_takes_only_what_all_agree_on_and_is_one_undo(desk):
    desk.turn_to("overview")
    desk.review.overview.merge.setFocus()
    desk.press(Key.Key_Space)
    gold = desk.reviewing.context.gold
    assert gold.undo_stack.count() == 1
    assert sum(len(gold.layer(key)) for key in desk.board.entries) > 200
    assert all(gold.layer(key).status == Status.IN_PROGRESS for key in desk.board.entries)
    desk.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert all(not gold.layer(key) for key in desk.board.entries)


def test_merging_again_never_touches_a_decision(desk):
    one = open_first(desk, kinds=frozenset(["boundary"]))
    desk.press(Key.Key_0)
    desk.reviewing.settling.merge_all()
    assert gold_marks(desk, one.article_id).isdisjoint({mark(one.first), mark(one.second)})
    assert desk.reviewing.context.outcome(one) == "none"


def test_an_annotator_reads_what_was_decided_otherwise_and_why(desk):
    one = open_first(desk, kinds=frozenset(["boundary"]))
    desk.compare.bar.reason.setText("the longer name")
    desk.press(Key.Key_2)
    desk.wait_until_saved()
    desk.turn_to("feedback")
    page = desk.review.feedback
    desk.qtbot.waitUntil(lambda: desk.reviewing.telling.is_settled)
    assert page.annotators.currentText() == "a"
    line = page.model.rows[0]
    text = desk.reviewing.context.text(one.article_id)
    assert line.made.startswith(one.first.span.of(text))
    assert line.decided.startswith(one.second.span.of(text))
    assert (line.who, line.why) == ("lead", "the longer name")
    page.annotator_chosen.emit("b")
    desk.qtbot.waitUntil(lambda: desk.reviewing.telling.is_settled)
    assert page.model.rowCount() == 0


def test_in_a_blind_project_nobody_looks_before_finishing(make_desk, qtbot):
    desk = make_desk(annotator="a")
    desk.workspace.session.set_status(Status.IN_PROGRESS)
    desk.workspace.session.project.set_review_settings(ReviewSettings(blind=True))
    article_id = desk.workspace.session.article.id
    desk.open_review()
    messages = []

    def answer(box: ErrorBox) -> None:
        messages.append(box)
        box.close()

    in_dialog(ErrorBox, answer)
    desk.reviewing.context.guard.attempt(lambda: desk.reviewing.browsing.compare_all(article_id))
    assert len(messages) == 1
    assert desk.review.shown != "compare"


def test_gold_is_saved_before_the_project_closes(desk):
    one = open_first(desk, kinds=frozenset(["boundary"]))
    desk.press(Key.Key_1)
    desk.workspace.session.close_project()
    assert desk.review is None
    with Project.open(desk.path) as project:
        assert review_of(project.layer(one.article_id, GOLD)).decisions
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
