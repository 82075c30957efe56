"""The numbers a lead sees are the engine's, for what the filters let through."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from annotator.project import Project, ReviewSettings
from annotator.project.iaa.counts import agreement

Key = Qt.Key


def shown(desk) -> list[list[str]]:
    """Return the exact F1 on the page of labels, with their names."""
    table = desk.review.labels.chart.table
    return [[name, row[0].text] for name, row in zip(table.rows, table.cells, strict=True)]


def test_the_first_numbers_are_those_of_the_command_line(desk):
    found = agreement(desk.board.project)
    assert desk.review.overview.exact.number.text() == "0.74"
    assert f"{found.mean['exact'].total.value:.2f}" == "0.74"
    assert shown(desk) == [
        ["All labels", "0.74"],
        ["Agreement", "0.62"],
        ["Date", "0.64"],
        ["Quote", "0.74"],
        ["Actor", "0.79"],
    ]
    assert "No interval" in desk.review.overview.exact.bounds.text()


def test_every_count_of_kinds_opens_just_so_many_differences(desk):
    table = desk.review.kinds.chart.table
    for row in table.cells:
        for cell in row[1:]:
            rows = [r for r in desk.board.listed(cell.query, desk.review.filters.filters()) if r]
            assert len(rows) == cell.value


def test_every_cell_of_the_confusion_off_the_diagonal_opens_just_so_many(desk):
    table = desk.review.confusion.chart.table
    for i, row in enumerate(table.cells):
        for j, cell in enumerate(row):
            if i != j and cell.query is not None:
                filters = desk.review.filters.filters()
                rows = [r for r in desk.board.listed(cell.query, filters) if r]
                assert str(len(rows)) == cell.text


def test_every_vote_count_opens_just_so_many_spans(desk):
    for row in desk.review.votes.chart.table.cells:
        for cell in row:
            rows = [r for r in desk.board.listed(cell.query, desk.review.filters.filters()) if r]
            assert len(rows) == cell.value


def test_choosing_a_label_by_key_leaves_the_others_out(desk):
    desk.turn_to("labels")
    desk.press(Key.Key_F6)
    desk.press(Key.Key_F6)
    assert desk.focused is desk.review.filters.labels
    desk.review.filters.labels.choose(frozenset(["date"]))
    desk.wait_for_numbers()
    assert shown(desk) == [["All labels", "0.64"], ["Date", "0.64"]]


def test_other_edges_count_anew(desk):
    desk.turn_to("labels")
    edges = desk.review.filters.edges
    edges.setFocus()
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Down)
    desk.wait_for_numbers()
    assert dict(shown(desk))["Actor"] > "0.79"


def test_dates_of_publication_choose_the_articles(desk):
    from PySide6.QtCore import QDate

    desk.review.filters.since.setDate(QDate(2023, 1, 1))
    desk.wait_for_numbers()
    assert desk.review.articles.model.rowCount() == 2


def answer_settings(desk, change) -> None:
    """Open the settings by their button, change what is to be changed, and keep it."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        change(dialog)
        dialog.accept()

    QTimer.singleShot(0, answer)
    desk.review.overview.settings.click()
    desk.wait_for_gold()


def test_a_target_is_a_notch_and_says_whether_it_is_reached(desk):
    states = []

    def aim(dialog) -> None:
        dialog.targets._fields["actor"][0].setValue(0.9)

    def look(dialog) -> None:
        states.append(dialog.targets._states["actor"].text())

    answer_settings(desk, aim)
    answer_settings(desk, look)
    assert states == ["0.79: below the target"]
    row = desk.review.labels.chart.table.rows.index("Actor")
    assert desk.review.labels.chart.targets[row, 0] == pytest.approx(0.9)
    with Project.open(desk.path, read_only=True) as project:
        assert project.review_settings().targets["actor"][0] == pytest.approx(0.9)


def test_settings_that_are_not_kept_change_nothing(desk):
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    desk.review.overview.settings.click()
    assert desk.board.project.review_settings() == ReviewSettings()


def test_one_annotator_alone_is_told_what_is_missing(make_desk, tmp_path):
    desk = make_desk()
    for path in (desk.path / "annotations" / "b").rglob("*.json"):
        path.unlink()
    (desk.path / "annotations" / "b").rename(tmp_path / "gone")
    for path in desk.path.glob("journal/b@*"):
        path.rename(tmp_path / "gone-too")
    desk.workspace.commands.review.open()
    desk.qtbot.waitUntil(lambda: not desk.reviewing.counting._job.is_running)
    page = desk.review.overview
    desk.wait_for_gold()
    assert page.isVisible()
    assert page.exact.headline.text() == (
        "Only \u2068a\u2069 has annotated so far: agreement needs a second annotator."
    )
    assert page.work.chart.table.rows == ("a", "gold")
    assert page.work.chart.table.cells[0][0].text == "5 of 5 done"
    assert page.next.button.text() == "Look for new work"
    assert "once two annotators" in page.next.where.text()
    desk.review.show_page("pairs")
    assert "needs two annotators" in desk.review.message.text()
    assert desk.review.message.isVisible()


def test_in_arabic_every_number_has_the_digits_of_the_region(make_desk):
    desk = make_desk(language="ar", region="IQ")
    desk.open_review()
    for page in (desk.review.pairs, desk.review.labels, desk.review.kinds, desk.review.votes):
        text = "".join(cell.text for row in page.chart.table.cells for cell in row)
        assert text
        assert not any(char in "0123456789" for char in text)
