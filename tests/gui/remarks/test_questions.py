"""Flags and questions by keys in the real window, read back from the files."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model import Layer, Remark
from annotator.project import LayerSummary, Project
from tests.gui.window.conftest import ANNOTATOR, Bench
from ui.panels.remarks.remark_card import RemarkCard

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def stored_layer(bench: Bench, article_id: str = "") -> Layer:
    """Return the layer as another program reads it from the disk."""
    bench.wait_until_saved()
    with Project.open(bench.path, read_only=True) as project:
        return project.layer(article_id or bench.session.article.id, ANNOTATOR)


def only(layer: Layer) -> Remark:
    (remark,) = layer.remarks.values()
    return remark


def type_and_press(words: str, key: Qt.Key = Key.Key_Return) -> None:
    field = QApplication.focusWidget()
    assert field is not None
    type_words(words)
    QTest.keyClick(field, key)


def type_words(words: str) -> None:
    """Send a key event for each letter to whatever has the keyboard; `QTest.keyClicks` knows no Arabic."""
    for letter in words:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter)
        QApplication.sendEvent(QApplication.focusWidget(), event)


def listed(bench: Bench) -> list[str]:
    model = bench.window.side.page("questions").model
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.data(model.index(row, 0), role) for row in range(model.rowCount())]


def ask_at(bench: Bench, part: str, words: str) -> None:
    bench.view.setFocus()
    bench.view.place_caret(bench.view.text.index(part) + 1)
    bench.press(Key.Key_Q)
    type_and_press(words)


def open_page(bench: Bench) -> None:
    bench.shortcut(Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    bench.qtbot.waitUntil(lambda: bench.window.page_is_shown("questions"))


def test_q_asks_about_the_word_at_the_caret_and_gives_the_keyboard_back(bench: Bench) -> None:
    ask_at(bench, "بوتين", "من هو؟")
    assert bench.view.hasFocus()
    remark = only(stored_layer(bench))
    assert (remark.kind, remark.text, remark.annotation) == ("question", "من هو؟", "")
    assert remark.span == bench.span("بوتين")
    assert remark.is_open
    assert remark.made.endswith("Z")
    assert bench.session.undo_stack.undoText() == "ask"
    assert bench.window.side.title("questions") == "Questions 1"


def test_f_flags_the_current_annotation_without_a_word_and_undo_takes_it_back(bench: Bench) -> None:
    actor = bench.session.tag("actor", bench.span("بوتين"))
    bench.view.go_to(bench.layer[actor])
    bench.press(Key.Key_F)
    type_and_press("")
    remark = only(stored_layer(bench))
    assert (remark.kind, remark.text, remark.annotation) == ("flag", "", actor)
    bench.shortcut(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stored_layer(bench).remarks == {}
    bench.shortcut(Key.Key_Z, Qt.KeyboardModifier.ControlModifier | SHIFT)
    assert only(stored_layer(bench)) == remark


def test_the_selection_is_asked_about_rather_than_the_annotation(bench: Bench) -> None:
    actor = bench.session.tag("actor", bench.span("بوتين"))
    bench.view.go_to(bench.layer[actor])
    bench.select("روسيا وأرمينيا")
    bench.press(Key.Key_Q)
    type_and_press("فاعلان؟")
    remark = only(stored_layer(bench))
    assert (remark.annotation, remark.span) == ("", bench.span("روسيا وأرمينيا"))


def test_shift_q_asks_about_the_article(bench: Bench) -> None:
    bench.press(Key.Key_Q, SHIFT)
    type_and_press("خبر أم رأي؟")
    remark = only(stored_layer(bench))
    assert (remark.span, remark.annotation, remark.text) == (None, "", "خبر أم رأي؟")


@pytest.mark.parametrize(("words", "key"), [("من؟", Key.Key_Escape), ("", Key.Key_Return)])
def test_esc_and_an_empty_question_keep_nothing(bench: Bench, words: str, key: Qt.Key) -> None:
    bench.press(Key.Key_Q)
    type_and_press(words, key)
    assert bench.view.hasFocus()
    assert stored_layer(bench).remarks == {}
    assert not bench.session.undo_stack.canUndo()


def test_what_was_typed_is_kept_when_one_goes_to_another_article(bench: Bench) -> None:
    bench.press(Key.Key_Q)
    type_words("من؟")
    first = bench.session.article.id
    bench.shortcut(Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert bench.session.article.id != first
    assert only(stored_layer(bench, first)).text == "من؟"


def test_the_same_key_at_the_same_place_changes_and_answers(bench: Bench) -> None:
    ask_at(bench, "بوتين", "من هو")
    bench.press(Key.Key_Q)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_End)
    type_words("؟")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    type_and_press("الرئيس")
    remark = only(stored_layer(bench))
    assert (remark.text, remark.answer, remark.is_settled) == ("من هو؟", "الرئيس", True)
    assert listed(bench) == []
    assert bench.window.side.title("questions") == "Questions"


def test_the_page_lists_the_project_and_enter_goes_there(bench: Bench) -> None:
    ask_at(bench, "بوتين", "من هو؟")
    bench.shortcut(Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    ask_at(bench, "باشينيان", "وهذا؟")
    assert [row.split("\n")[0] for row in listed(bench)] == ["من هو؟", "وهذا؟"]
    assert "بوتين" in listed(bench)[0]
    open_page(bench)
    page = bench.window.side.page("questions")
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index(0, 0))
    QTest.keyClick(page.list, Key.Key_Return)
    assert bench.session.article.id == bench.session.entries()[0].id
    assert bench.view.selection == bench.span("بوتين")
    assert bench.view.hasFocus()


def test_f7_walks_through_all_articles_and_round(bench: Bench) -> None:
    ask_at(bench, "علييف", "٢")
    ask_at(bench, "بوتين", "١")
    bench.shortcut(Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    ask_at(bench, "باشينيان", "٣")
    seen = []
    for modifiers in (NONE, NONE, NONE, SHIFT):
        bench.shortcut(Key.Key_F7, modifiers)
        seen.append(bench.view.selection.of(bench.view.text))
    assert seen == ["بوتين", "علييف", "باشينيان", "علييف"]


def test_settled_by_the_page_it_leaves_the_list_until_all_are_shown(bench: Bench) -> None:
    ask_at(bench, "بوتين", "من هو؟")
    first = bench.session.article.id
    bench.shortcut(Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    open_page(bench)
    page = bench.window.side.page("questions")
    page.list.setCurrentIndex(page.model.index(0, 0))
    page.settle.click()
    assert only(stored_layer(bench, first)).is_settled
    assert listed(bench) == []
    assert "every question and flag is settled" in page.nothing.words.text()
    page.settled_too.click()
    assert len(listed(bench)) == 1
    page.list.setCurrentIndex(page.model.index(0, 0))
    assert page.settle.text() == "Reopen"
    bench.shortcut(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert only(stored_layer(bench, first)).is_open


def test_del_in_the_page_removes_and_undo_brings_back(bench: Bench) -> None:
    ask_at(bench, "بوتين", "من هو؟")
    open_page(bench)
    page = bench.window.side.page("questions")
    page.list.setCurrentIndex(page.model.index(0, 0))
    QTest.keyClick(page.list, Key.Key_Delete)
    assert stored_layer(bench).remarks == {}
    bench.shortcut(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert only(stored_layer(bench)).text == "من هو؟"


def test_a_question_goes_where_its_annotation_goes_and_stays_when_that_is_gone(
    bench: Bench,
) -> None:
    actor = bench.session.tag("actor", bench.span("بوتين"))
    bench.view.go_to(bench.layer[actor])
    bench.press(Key.Key_Q)
    type_and_press("من؟")
    bench.session.move(actor, bench.span("قال بوتين"))
    assert "قال بوتين" in listed(bench)[0]
    bench.session.delete((actor,))
    assert "«" in listed(bench)[0]
    assert only(stored_layer(bench)).span == bench.span("بوتين")


def test_after_a_restart_the_list_is_read_from_the_disk(bench: Bench) -> None:
    ask_at(bench, "بوتين", "من هو؟")
    bench.wait_until_saved()
    bench.session.close_project()
    bench.workspace.commands.project.open(bench.path)
    bench.qtbot.waitUntil(lambda: len(listed(bench)) == 1)
    assert [mark.glyph for mark in bench.view._margin_marks] == ["?"]


def test_the_list_of_articles_is_told_what_waits(bench: Bench) -> None:
    told: list[str] = []
    bench.session.entry_changed.connect(told.append)
    ask_at(bench, "بوتين", "من هو؟")
    here = bench.session.article.id
    assert told == [here]
    assert bench.session.summary(here).questions == 1
    bench.wait_until_saved()
    with Project.open(bench.path, read_only=True) as project:
        assert project.summaries(ANNOTATOR)[here] == bench.session.summary(here)
        assert isinstance(bench.session.summary(here), LayerSummary)


def test_nothing_is_asked_about_in_a_project_that_cannot_be_written(bench: Bench) -> None:
    bench.session.close_project()
    bench.session.open_project(bench.path, ANNOTATOR, read_only=True)
    bench.session.open_article(bench.session.entries()[0].id)
    bench.view.setFocus()
    bench.press(Key.Key_Q)
    assert bench.view.hasFocus()
    assert "reading only" in bench.window.notice.text()


def test_a_question_on_an_annotation_outlives_it_and_its_undo(bench: Bench) -> None:
    actor = bench.session.tag("actor", bench.span("بوتين"))
    bench.view.go_to(bench.layer[actor])
    bench.press(Key.Key_Q)
    type_and_press("من هو؟")
    asked = only(stored_layer(bench))
    bench.view.go_to(bench.layer[actor])
    bench.press(Key.Key_Delete)
    assert actor not in bench.layer
    assert only(stored_layer(bench)) == asked
    assert len(bench.view._margin_marks) == 1
    bench.shortcut(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert actor in bench.layer
    bench.press(Key.Key_F7)
    assert bench.view.current == actor
    for _ in range(2):
        bench.shortcut(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    layer = stored_layer(bench)
    assert not layer.annotations
    assert not layer.remarks
    assert listed(bench) == []


def test_f7_goes_in_text_order_over_articles_and_says_when_it_goes_round(bench: Bench) -> None:
    ask_at(bench, "علييف", "ثان")
    ask_at(bench, "بوتين", "أول")
    bench.shortcut(Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    ask_at(bench, "باشينيان", "ثالث")
    first, second, *_ = bench.session.entries()
    bench.shortcut(Key.Key_F7, NONE)
    seen = []
    for _ in range(3):
        seen.append((bench.session.article.id, bench.view.selection))
        bench.shortcut(Key.Key_F7, NONE)
    assert [article for article, _ in seen] in ([first.id, first.id, second.id], [second.id, first.id, first.id])  # fmt: skip
    while bench.session.article.id != second.id:
        bench.shortcut(Key.Key_F7, NONE)
    bench.shortcut(Key.Key_F7, NONE)
    assert bench.view.selection == bench.span("بوتين")
    assert "From the first again" in bench.window.notice.text()
    bench.shortcut(Key.Key_F7, SHIFT)
    assert bench.session.article.id == second.id
    assert "From the last again" in bench.window.notice.text()


def test_in_a_project_that_cannot_be_written_nothing_is_flagged_and_that_is_said(
    bench: Bench,
) -> None:
    ask_at(bench, "بوتين", "من؟")
    bench.wait_until_saved()
    bench.session.close_project()
    bench.session.open_project(bench.path, ANNOTATOR, read_only=True)
    bench.session.open_article(bench.session.entries()[0].id)
    bench.view.setFocus()
    bench.view.place_caret(1)
    for key in (Key.Key_F, Key.Key_Q):
        bench.press(key)
        assert bench.window.notice.text()
        assert bench.view.hasFocus()
    bench.qtbot.waitUntil(lambda: len(listed(bench)) == 1)
    bench.shortcut(Key.Key_F7, NONE)
    assert bench.view.selection == bench.span("بوتين")


def test_enter_on_the_bin_of_the_card_removes(bench):
    ask_at(bench, "بوتين", "لماذا؟")
    bench.press(Key.Key_Q)
    card = bench.window.findChild(RemarkCard)
    card.remove.setFocus()
    QTest.keyClick(card.remove, Key.Key_Return)
    assert not card.isVisible()
    assert stored_layer(bench).remarks == {}


def test_the_card_stays_beside_its_words_when_they_go_elsewhere(bench):
    bench.view.place_caret(bench.span("بوتين").start + 1)
    bench.press(Key.Key_Q)
    card = bench.window.findChild(RemarkCard)

    def is_beside() -> bool:
        viewport = bench.view.viewport()
        line = bench.view.line_rect(bench.span("بوتين"))
        line.translate(viewport.mapTo(bench.window, QPoint(0, 0)))
        gaps = (card.y() - line.bottom(), line.top() - card.geometry().bottom())
        return max(gaps) in range(1, 12) and card.geometry().intersects(
            line.adjusted(0, -20, 0, 20)
        )

    assert is_beside()
    for key, modifiers in ((Key.Key_F4, NONE), (Key.Key_F9, NONE)) + ((Key.Key_Equal, CTRL),) * 9:
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)
        bench.qtbot.waitUntil(is_beside)
    assert card.text.hasFocus()
