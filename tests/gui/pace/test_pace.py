"""The pace of an annotator who tags in the real window, and what the page says of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.pace import Deed, Figures, Pace, pace_of
from ui import i18n
from ui.pace.dialog import PaceDialog
from ui.widgets.numbers import UNDEFINED

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
TODAY = date(2026, 11, 27)


@pytest.fixture
def shown(monkeypatch) -> list[PaceDialog]:
    dialogs: list[PaceDialog] = []

    def look(dialog: PaceDialog) -> int:
        dialog.show()
        dialogs.append(dialog)
        return 0

    monkeypatch.setattr(PaceDialog, "exec", look)
    monkeypatch.setattr(PaceDialog, "deleteLater", lambda _: None)
    return dialogs


def words(dialog: PaceDialog, row: str) -> list[str]:
    return [label.text() for label in dialog.figures[row]]


def cells(dialog: PaceDialog) -> list[list[str]]:
    items = [dialog.table.topLevelItem(n) for n in range(dialog.table.topLevelItemCount())]
    return [[item.text(column).strip("\u2068\u2069") for column in range(4)] for item in items]


def test_what_was_tagged_and_not_undone_counts_today(make_bench, shown):
    bench = make_bench("قال بوتين إن روسيا نعم", "ثان")
    for word in ("بوتين", "روسيا", "نعم"):
        bench.select(word)
        bench.press(Key.Key_1)
    bench.wait_until_saved()
    bench.press(Key.Key_Z, CTRL)
    bench.wait_until_saved()
    bench.shortcut(Key.Key_P, CTRL | SHIFT)
    [dialog] = shown
    assert words(dialog, "today")[2] == "2"
    assert words(dialog, "today")[3] == UNDEFINED  # seconds are too little to say
    assert words(dialog, "all")[2] == "2"
    assert cells(dialog) == [["قال بوتين إن روسيا نعم", "0 min", "2", UNDEFINED]]
    dialog.close()


def test_a_project_without_an_edit_says_so(make_bench, shown):
    bench = make_bench("قال")
    bench.window.actions_table["pace"].trigger()
    [dialog] = shown
    said = [label.text() for label in dialog.findChildren(type(dialog.figures["today"][0]))]
    assert any("not edited anything" in text for text in said)
    assert words(dialog, "today")[1:] == ["0 min", "0", UNDEFINED]
    dialog.close()


def pace(**days: tuple[int, int]) -> Pace:
    return Pace(
        {
            TODAY - timedelta(days=int(name[1:])): Figures(timedelta(minutes=m), n)
            for name, (m, n) in days.items()
        }
    )


def test_today_the_week_and_all_are_told_apart(qapp, qtbot):
    dialog = PaceDialog(pace(d0=(90, 120), d3=(30, 60), d20=(60, 20)), {}, today=TODAY)
    qtbot.addWidget(dialog)
    assert words(dialog, "today") == ["Today", "1 h 30 min", "120", "80"]
    assert words(dialog, "week")[1:] == ["2 h 0 min", "180", "90"]
    assert words(dialog, "all")[1:] == ["3 h 0 min", "200", "67"]


def test_the_chart_has_a_bar_a_day_that_keys_walk_and_read(qapp, qtbot):
    dialog = PaceDialog(pace(d0=(90, 120), d3=(45, 60)), {}, today=TODAY)
    qtbot.addWidget(dialog)
    dialog.show()
    chart = dialog.chart
    assert [cell.text for cell in chart.table.cells[0]] == ["0", "0", "0", "45", "0", "0", "90"]
    assert [cell.value for cell in chart.table.cells[0]][3::3] == [0.5, 1.0]
    chart.setFocus()
    QTest.keyClick(chart, Key.Key_End)
    assert "90" in chart.accessibleDescription()
    assert "annotations: 120" in chart.accessibleDescription()
    dialog.days.setCurrentIndex(1)
    assert len(chart.table.columns) == 30


def test_the_page_says_what_it_counts_and_where_it_stays(qapp, qtbot):
    dialog = PaceDialog(pace(d0=(90, 120)), {}, today=TODAY)
    qtbot.addWidget(dialog)
    tip = dialog.figures["today"][1].toolTip()
    for word in ("5 minutes", "Catledge and Pitkow 1995", "20 at once", "still there"):
        assert word in tip
    said = " ".join(label.text() for label in dialog.findChildren(type(dialog.figures["today"][0])))
    assert "sends it to nobody" in said
    assert "journal" in said


def test_in_arabic_all_is_in_its_digits(qapp, qtbot):
    i18n.install(qapp, "ar", "IQ")
    try:
        dialog = PaceDialog(pace(d0=(90, 120)), {}, today=TODAY)
        qtbot.addWidget(dialog)
        assert words(dialog, "today") == ["اليوم", "١ س ٣٠ د", "١٢٠", "٨٠"]
    finally:
        i18n.install(qapp, "en")


def test_two_computers_at_once_are_one_annotator():
    start = datetime(2026, 11, 27, 9, tzinfo=UTC)
    deeds = [Deed(start + timedelta(minutes=n), "a") for n in (0, 4, 8)]
    other = [Deed(start + timedelta(minutes=n), "b") for n in (2, 6)]
    assert pace_of(deeds + other, UTC).total.active == timedelta(minutes=8)


def in_status_line(bench) -> str:
    label = bench.window.status._pace
    return label.text() if label.isVisible() else ""


def test_today_s_pace_is_in_the_status_line_only_where_it_is_asked_for(make_bench, qtbot):
    bench = make_bench("قال بوتين إن روسيا نعم", "ثان")
    bench.tag("بوتين")
    assert in_status_line(bench) == ""
    memory = bench.workspace.memory
    bench.wait_until_saved()
    memory.update(replace(memory.settings, show_pace=True))
    qtbot.waitUntil(lambda: in_status_line(bench) == "Today: 0 min")
    today = bench.workspace.commands.today
    qtbot.waitUntil(lambda: len(today._read) == 1)
    now = datetime.now(UTC)
    today._read = [Deed(now - timedelta(minutes=n), "x", (f"a{n}",)) for n in range(4, 16, 4)]
    bench.tag("روسيا")
    assert in_status_line(bench) == "Today: 12 min, 20 an hour"
    bench.shortcut(Key.Key_Z, CTRL)
    assert in_status_line(bench) == "Today: 12 min, 15 an hour"
    memory.update(replace(memory.settings, language="ar"))
    qtbot.waitUntil(lambda: in_status_line(bench).startswith("اليوم"))
    memory.update(replace(memory.settings, show_pace=False))
    assert in_status_line(bench) == ""


def test_the_journal_s_edits_and_those_since_are_counted_once(make_bench, qtbot):
    bench = make_bench("قال بوتين إن روسيا نعم", show_pace=True)
    today = bench.workspace.commands.today
    for word in ("بوتين", "روسيا"):
        bench.tag(word)
    bench.wait_until_saved()
    bench.session.close_project()
    assert in_status_line(bench) == ""
    bench.session.open_project(bench.path, "sara")
    qtbot.waitUntil(lambda: len(today._read) == 2)
    assert today._since == []
