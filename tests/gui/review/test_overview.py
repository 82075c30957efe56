"""The first page, read as a lead reads it: the words on it after every step, and what its keys open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from annotator.model import GOLD, Annotation, Status
from annotator.project import Project, ReviewSettings
from annotator.project.iaa.counts import agreement
from tests.gui.review.small import TEXT, layer, small_project, span
from tests.helpers.projects import make_project, put_layer
from tests.helpers.third_annotator import third_annotator
from tests.helpers.waiting import in_dialog
from ui.dialogs.transfer.export_dialog import ExportDialog
from ui.review.overview.cards import AgreementCard
from ui.review.pages.articles_page import GOLD_STATE
from ui.review.rules.rules_dialog import RulesDialog

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def small(make_desk, tmp_path):
    desk = make_desk(project=small_project(tmp_path / "small"))
    desk.open_review()
    settle(desk)
    return desk


def settle(desk) -> None:
    """Wait until everything on the page is as it is by now."""
    desk.qtbot.waitUntil(
        lambda: desk.reviewing.counting.is_settled and desk.reviewing.surveying.is_settled
    )


def page(desk):
    return desk.review.overview


def bar(desk, name: str) -> str:
    """Return what stands beside a bar of progress."""
    table = page(desk).work.chart.table
    return table.cells[table.rows.index(name)][0].text


def do_next(desk) -> None:
    """Press the button by key."""
    assert desk.focused is page(desk).next.button
    desk.press(Key.Key_Return)


def merge(desk) -> None:
    """Do what is next where that is a merge: look, and go on."""

    def answer(dialog: RulesDialog) -> None:
        QTest.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
        QTest.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)

    in_dialog(RulesDialog, answer)
    do_next(desk)
    desk.come_back()
    settle(desk)


def test_the_sample_is_summed_up_when_the_review_opens(desk):
    settle(desk)
    with Project.open(desk.path, read_only=True) as project:
        exact = agreement(project, draws=0).mean
    value = next(iter(exact.values())).total.value
    shown = page(desk)
    assert shown.basis.text() == "2 annotators compared · 5 joint articles"
    assert shown.exact.number.text() == f"{value:.2f}"
    assert "Too few joint articles" in shown.exact.headline.text()
    assert [bar(desk, name) for name in "ab"] == ["5 of 5 done"] * 2
    assert bar(desk, "gold") == "0 of 5 closed"
    assert shown.next.button.text().startswith("Merge what all agree on (")
    assert shown.articles.model.rowCount() == 5


def test_a_merge_a_decision_and_their_undo_are_told_at_once(small):
    desk, shown = small, page(small)
    assert shown.next.button.text() == "Merge what all agree on (2)…"
    assert shown.work.settled.text() == "2 agreed, waiting for one command"
    before = shown.work.open.text()
    merge(desk)
    assert shown.next.button.text().startswith("Decide ")
    merged = shown.work.settled.text(), shown.work.open.text(), shown.next.button.text()
    do_next(desk)
    assert desk.review.shown == "compare"
    assert desk.compare.shown.article.title[:20] in shown.next.where.text()
    desk.go(desk.number_of("بالاتفاق"))
    desk.press(Key.Key_0)
    desk.turn_to("overview")
    settle(desk)
    assert shown.work.settled.text().startswith("1 decided")
    assert shown.work.open.text() != merged[1]
    desk.press(Key.Key_Z, CONTROL)
    desk.turn_to("overview")
    settle(desk)
    assert (shown.work.settled.text(), shown.work.open.text(), shown.next.button.text()) == merged
    desk.press(Key.Key_Z, CONTROL)
    desk.turn_to("overview")
    settle(desk)
    assert shown.work.open.text() == before
    assert shown.next.button.text() == "Merge what all agree on (2)…"


def test_the_button_proposes_no_merge_that_does_nothing(make_desk, tmp_path):
    desk = make_desk(project=small_project(tmp_path / "small"))
    project = desk.workspace.session.project
    project.set_review_settings(ReviewSettings(rule="trusted", trusted="somebody"))
    desk.open_review()
    shown = page(desk)
    assert shown.next.button.text() == "Decide 5 open differences"
    assert "agreed, not settled by the rule 2" in shown.work.open.text()
    do_next(desk)
    desk.press(Key.Key_T)  # a person may take them all the same
    assert desk.states().count("agreed") == 0


def test_an_article_whose_open_row_was_taken_back_is_done_and_exported_so(make_desk, tmp_path):
    path = tmp_path / "two"
    with make_project(path, TEXT) as project:
        key = project.entries()[0].id
        for name in "ab":
            made = [Annotation(f"{name}1", span("بوتين"), "actor")]
            extra = [Annotation("a2", span("بالاتفاق"), "agreement")] if name == "a" else []
            put_layer(project, layer(name, key, *made, *extra))
    desk = make_desk(project=path)
    desk.open_review()
    merge(desk)
    assert gold_column(desk) == ["begun"]
    with Project.open(desk.path) as project:
        now = project.layer(key, "a")
        put_layer(project, now.removed(now["a2"]))
    before = desk.board
    desk.press(Key.Key_F5)
    desk.qtbot.waitUntil(lambda: desk.board is not before)
    settle(desk)
    assert gold_column(desk) == ["done"]
    assert page(desk).next.button.text() == "Export gold of 1 article…"
    with Project.open(desk.path, read_only=True) as project:
        assert project.layer(key, GOLD).status == Status.IN_PROGRESS  # nobody has taken a step
    asked = []

    def leave(dialog: ExportDialog) -> None:
        asked.append(dialog.whose.value())
        dialog.reject()

    in_dialog(ExportDialog, leave)
    do_next(desk)
    desk.qtbot.waitUntil(lambda: bool(asked))
    with Project.open(desk.path, read_only=True) as project:
        assert project.layer(key, GOLD).status == Status.DONE


def gold_column(desk) -> list[str]:
    model = desk.review.articles.model
    return [str(model.data(model.index(row, GOLD_STATE))) for row in range(model.rowCount())]


def test_who_has_begun_is_not_told_before_it_is_counted(make_desk, tmp_path, monkeypatch):
    said = []
    show = AgreementCard.show_agreement

    def listen(card, shown, work, schema) -> None:
        show(card, shown, work, schema)
        said.append((bool(work.articles), card.headline.text()))

    monkeypatch.setattr(AgreementCard, "show_agreement", listen)
    path = tmp_path / "alone"
    with make_project(path, "قال بوتين إن روسيا دولة.") as project:
        put_layer(project, layer("sara", project.entries()[0].id))
    desk = make_desk(project=path)
    desk.workspace.commands.review.open()
    counted = "Only \u2068sara\u2069 has annotated so far: agreement needs a second annotator."
    desk.qtbot.waitUntil(lambda: page(desk).exact.headline.text() == counted)
    assert (False, "") in said
    assert {words for is_counted, words in said if not is_counted} == {""}


def test_what_another_saved_is_there_after_looking_again(small):
    desk, shown = small, page(small)
    with Project.open(desk.path) as project:
        article_id = project.entries()[0].id
        made = Annotation("d1", span("روسيا"), "actor")
        put_layer(project, layer("d", article_id, made, status=Status.DONE))
    desk.press(Key.Key_F5)
    settle(desk)
    assert shown.basis.text() == "4 annotators compared · 1 joint article"
    assert bar(desk, "d") == "1 of 1 done"
    assert shown.work.settled.text() == ""
    assert shown.next.button.text().startswith("Decide ")


def test_everything_decided_offers_export(small):
    desk, shown = small, page(small)
    merge(desk)
    do_next(desk)
    desk.decide_everything()
    desk.turn_to("overview")
    settle(desk)
    assert bar(desk, "gold") == "1 of 1 closed"
    assert shown.next.button.text() == "Export gold of 1 article…"
    assert shown.articles.empty.isVisible()
    assert shown.articles.empty.text() == "Nothing is open."


@pytest.mark.parametrize("by_key", [True, False])
def test_a_label_s_bar_opens_its_differences(desk, by_key):
    settle(desk)
    chart = page(desk).by_label.chart
    if by_key:
        chart.setFocus()
        QTest.keyClick(chart, Key.Key_Home)
        QTest.keyClick(chart, Key.Key_Return)
    else:
        place = chart.turned(chart.marks[0].box).center().toPoint()
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert desk.review.shown == "list"
    rows = desk.review.list.model.rows
    assert rows
    name = chart.cell(0, 0).query.label
    assert all(name in made_labels(one) for one in rows)


def made_labels(row) -> set[str]:
    return {one.label for one in (row.first, row.second) if one is not None}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("more", [0, 1, 2])
def test_the_page_fits_a_small_laptop(make_desk, language, more):
    desk = make_desk(language=language)
    with Project.open(desk.path) as project:
        for number in range(more):
            third_annotator(project, "cd"[number], number)
    desk.open_review()
    settle(desk)
    desk.review.resize(1280, 720)
    scroll = page(desk).findChild(QScrollArea)
    desk.qtbot.waitUntil(lambda: desk.review.height() == 720)
    assert scroll.verticalScrollBar().maximum() == 0
    assert scroll.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", ["en", "ar"])
def test_on_a_small_screen_the_number_what_is_open_and_what_is_next_are_seen_at_once(
    make_desk, language
):
    desk = make_desk(language=language)
    desk.open_review()
    settle(desk)
    desk.review.resize(960, 540)
    QApplication.processEvents()
    shown = page(desk)
    for part in (shown.exact.number, shown.next.button, shown.next.where, shown.work.open):
        below = part.mapTo(shown, part.rect().bottomLeft()).y()
        assert below < shown.height(), part.text()
