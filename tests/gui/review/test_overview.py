"""The first page says what is so: on opening, after a decision, after undo, and after others' work arrives."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from annotator.adjudication.states import Tally
from annotator.edits import set_status
from annotator.model import GOLD, Status
from annotator.project import Person, Project, ReviewSettings
from annotator.review.query import DISAGREEING, Query
from annotator.review.steps import now, on_article
from tests.gui.review.conftest import SAMPLE
from tests.helpers.third_annotator import third_annotator

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def tallies(desk) -> dict[str, Tally]:
    """Count what is open independently: article by article, from the cases."""
    context = desk.reviewing.context
    return {key: context.case(key).tally for key in desk.board.entries}


def check_page(desk) -> None:
    """Compare the words on the screen with the cases of all articles."""
    page, found = desk.review.overview, tallies(desk)
    waiting = sum(one.agreed for one in found.values())
    to_decide = sum(one.open - one.agreed for one in found.values())
    closed = sum(1 for one in found.values() if not one.open)
    chart = page.work.chart.table
    assert chart.cells[-1][0].text == f"{closed} of {len(found)} closed"
    assert (f"{waiting} agreed" in page.work.settled.text()) == bool(waiting)
    for name, number in (("decided", "decided"), ("merged", "merged")):
        count = sum(getattr(one, number) for one in found.values())
        assert (f"{count} {name}" in page.work.settled.text()) == bool(count)
    rows = page.articles.model.rows
    assert sum(row.to_decide for row in rows) == to_decide
    assert [row.to_decide for row in rows] == sorted((row.to_decide for row in rows), reverse=True)
    assert {row.article_id for row in rows} == {key for key, one in found.items() if one.open}
    if waiting:
        assert page.next.button.text() == f"Merge what all agree on ({waiting})…"
    elif to_decide:
        assert page.next.button.text().startswith(f"Decide {rows[0].to_decide} open difference")
        assert desk.board.entries[rows[0].article_id].title[:30] in page.next.where.text()


def merge(desk) -> None:
    desk.reviewing.settling.merge_all()
    desk.wait_for_gold()


def settle_everything(desk) -> None:
    """Decide all that is open, each row as somebody made it."""
    context = desk.reviewing.context
    for key in desk.board.entries:
        while row := next((one for one in context.case(key).rows if one.is_open), None):
            case = context.case(key)
            taken = next(name for name in row.annotators if row.made.get(name))
            context.gold.take(
                [on_article(key, case, case.take_as(row, taken, who="lead", when=now()))], "decide"
            )
    desk.wait_for_gold()


def test_the_page_says_what_is_so_before_and_after_merging_deciding_and_undo(desk):
    check_page(desk)
    before = desk.review.overview.work.settled.text()
    merge(desk)
    check_page(desk)
    first = desk.review.overview.articles.model.rows[0]
    context = desk.reviewing.context
    case = context.case(first.article_id)
    row = next(one for one in case.rows if one.is_open)
    step = case.take_none(row, who="lead", when=now())
    context.gold.take([on_article(first.article_id, case, step)], "decide")
    desk.wait_for_gold()
    check_page(desk)
    assert "1 decided" in desk.review.overview.work.settled.text()
    desk.press(Key.Key_Z, CONTROL)
    desk.wait_for_gold()
    check_page(desk)
    desk.press(Key.Key_Z, CONTROL)
    desk.wait_for_gold()
    check_page(desk)
    assert desk.review.overview.work.settled.text() == before


def test_enter_does_what_is_next_wherever_the_keyboard_is(desk):
    page = desk.review.overview
    assert desk.focused is page.next.button
    page.exact.setFocus()
    desk.press(Key.Key_Return)
    desk.wait_for_gold()
    assert desk.reviewing.context.gold.undo_stack.count() == 1
    wanted = page.articles.model.rows[0].article_id
    page.focus()
    desk.press(Key.Key_Return)
    assert desk.review.shown == "compare"
    assert desk.compare.shown.article.id == wanted


def test_what_waits_behind_the_button_can_be_followed(desk):
    page = desk.review.overview
    wanted = page.articles.model.rows[0].article_id
    assert page.next.then.words.startswith("decide ")
    page.next.then.setFocus()
    desk.press(Key.Key_Tab)
    page.next.then.linkActivated.emit("decide")
    assert desk.review.shown == "compare"
    assert desk.compare.shown.article.id == wanted


def test_a_click_and_enter_on_a_label_s_bar_open_its_differences(desk):
    chart = desk.review.overview.by_label.chart
    row = chart.table.rows.index("Actor")
    place = chart.turned(chart.marks[row].box).center().toPoint()
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert desk.review.shown == "list"
    assert desk.reviewing.browsing._query == Query(label="actor", kinds=DISAGREEING)
    desk.review.show_page("overview")
    chart.setFocus()
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Return)
    assert desk.review.shown == "list"
    assert desk.reviewing.browsing._query == Query(label="agreement", kinds=DISAGREEING)


def test_bars_of_work_open_what_they_are_about(desk):
    chart = desk.review.overview.work.chart
    chart.setFocus()
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Return)
    assert desk.reviewing.browsing._query == Query(annotator="a", kinds=DISAGREEING)
    desk.review.show_page("overview")
    chart.setFocus()
    desk.press(Key.Key_End)
    desk.press(Key.Key_Return)
    assert desk.review.shown == "articles"


def test_an_article_of_the_list_is_opened_by_key(desk):
    page = desk.review.overview
    page.articles.list.setFocus()
    page.articles.list.go_to_row(1)
    desk.press(Key.Key_Return)
    assert desk.compare.shown.article.id == page.articles.model.rows[1].article_id


def test_the_worst_label_is_named_with_its_number_and_what_is_wrong_with_it(desk):
    page = desk.review.overview
    assert page.exact.headline.text().startswith("Too few joint articles")
    settings = ReviewSettings(targets={"agreement": (0.7, 0.8), "actor": (0.75, 0.8)})
    page.settings_changed.emit(settings)
    desk.wait_for_numbers()
    said = page.exact.headline.text().replace("\u2068", "").replace("\u2069", "")
    assert said == "Agreement falls short: its exact F1 is 0.62, wanted is 0.70."
    assert page.exact.headline.property("role") == "caution"
    assert "Agreement" in page.by_label.trouble.words
    assert page.next.then.words.endswith("1 label falls short")
    page.by_label.trouble.linkActivated.emit("trouble")
    assert desk.review.shown == "list"
    shown = page._agreement.confusion
    assert sum(1 for row in desk.review.list.model.rows if row) == shown.count


def test_another_annotator_s_change_on_disk_is_shown_after_f5(desk):
    page = desk.review.overview
    assert page.work.chart.table.cells[1][0].text == "5 of 5 done"
    key = next(iter(desk.board.entries))
    with Project.open(desk.path) as project, project.desk("b") as other:
        other.commit(key, set_status(Status.IN_PROGRESS, other.layer(key)))
    desk.press(Key.Key_F5)
    desk.wait_for_numbers()
    assert page.work.chart.table.cells[1][0].text == "4 of 5 done · 1 begun"
    assert key not in {row.article_id for row in page.articles.model.rows}
    assert "wait for \u2068b\u2069 (1)" in page.next.then.words


def test_a_finished_gold_offers_its_export_with_gold_chosen(desk, monkeypatch):
    merge(desk)
    settle_everything(desk)
    page = desk.review.overview
    assert page.next.button.text() == "Export gold of 5 articles…"
    assert page.work.chart.table.cells[-1][0].text == "5 of 5 closed"
    assert page.articles.empty.text() == "Nothing is open."
    assert not page.articles.list.isVisible()
    desk.wait_until_saved()
    asked: list[bool] = []
    transfer = desk.workspace.commands.transfer
    monkeypatch.setattr(transfer, "export", lambda *, gold=False: asked.append(gold))
    desk.press(Key.Key_Return)
    assert asked == [True]


def test_who_does_not_count_for_gold_is_not_waited_for(make_desk, tmp_path):
    path = tmp_path / "three"
    shutil.copytree(SAMPLE, path)
    with Project.open(path) as project:
        name = third_annotator(project)
        person = Person("trainee", for_gold=False, for_iaa=False)
        project.set_review_settings(ReviewSettings(people={name: person}))
    desk = make_desk(project=path)
    desk.open_review()
    page = desk.review.overview
    check_page(desk)
    assert page.work.chart.table.rows == ("a", "b", "c", "gold")
    assert "does not count for gold" in page.work.chart.table.cells[2][0].tip
    assert page.work.chart.table.cells[2][0].query is None
    assert GOLD not in page.work.chart.table.rows[:3]


def test_stopping_the_count_says_so_and_f5_counts_again(desk):
    page, surveying = desk.review.overview, desk.reviewing.surveying
    surveying.survey()
    surveying.stop()
    assert page.work.counting.text() == "Stopped. F5 counts again."
    desk.press(Key.Key_F5)
    desk.wait_for_numbers()
    assert not page.work.counting.isVisible()
    check_page(desk)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("has_targets", [False, True])
def test_the_page_needs_no_scrolling_on_a_laptop(make_desk, language, has_targets, tmp_path):
    path = tmp_path / "three"
    shutil.copytree(SAMPLE, path)
    with Project.open(path) as project:
        third_annotator(project)
        if has_targets:
            targets = dict.fromkeys(project.schema.label_names, (0.9, 0.95))
            project.set_review_settings(ReviewSettings(targets=targets))
    desk = make_desk(language=language, project=path)
    desk.open_review()
    desk.review.resize(1280, 720)
    for _ in range(3):
        QApplication.processEvents()
    area = desk.review.overview.findChild(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    assert area.horizontalScrollBar().maximum() == 0
