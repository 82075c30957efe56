from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QToolButton

from annotator.model import Span, Zone
from ui.panels.findings.zones_list import ZonesList

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def zones(bench) -> list[tuple[str, str]]:
    return [(zone.span.of(bench.view.text), zone.kind) for zone in sorted(bench.layer.zones)]


def listed(bench) -> QListWidget:
    return bench.window.findings.findChild(QListWidget)


def counts(bench) -> dict[str, int]:
    return {
        label: count for label, count in bench.workspace.commands.display._counts.items() if count
    }


def test_each_kind_of_the_menu_marks_the_selection(make_bench):
    bench = make_bench("ألف باء تاء ثاء")
    for word, command, kind in (
        ("ألف", "zone-boilerplate", "boilerplate"),
        ("باء", "zone-credits", "credits"),
        ("تاء", "zone-stray", "stray"),
        ("ثاء", "zone-nav", "nav"),
    ):
        bench.select(word)
        bench.window.actions_table[command].trigger()
        assert (word, kind) in zones(bench)
    assert len(zones(bench)) == 4
    with_text = [listed(bench).item(row).text() for row in range(4)]
    assert ["Boilerplate" in with_text[0], "Another article" in with_text[2]] == [True, True]


def test_the_menu_of_kinds_stands_under_annotate_and_in_the_context_menu(bench):
    submenu = bench.window.menu("zones")
    entries = bench.window.menu("annotate").actions()
    assert submenu.menuAction() in entries
    assert [a.text().replace("&", "") for a in submenu.actions()] == [
        "Boilerplate",
        "Credits",
        "Another article",
        "Navigation",
    ]


def test_the_key_marks_boilerplate_and_a_kind_chosen_after_changes_it(bench):
    bench.select("قال بوتين")
    bench.shortcut(Key.Key_X, CTRL | SHIFT)
    assert zones(bench) == [("قال بوتين", "boilerplate")]
    bench.view.place_caret(2)
    bench.window.actions_table["zone-credits"].trigger()
    assert zones(bench) == [("قال بوتين", "credits")]
    bench.shortcut(Key.Key_Z, CTRL)
    assert zones(bench) == [("قال بوتين", "boilerplate")]


def test_without_a_selection_nothing_is_marked_and_it_is_said(bench):
    bench.view.place_caret(0)
    bench.window.actions_table["zone-nav"].trigger()
    assert zones(bench) == []
    assert "Select the text" in bench.window.notice.text()


def test_a_zone_is_listed_gone_to_and_removed_by_mouse(bench):
    assert not bench.window.findings.findChild(ZonesList).isVisibleTo(bench.window.findings)
    bench.select("وأضاف")
    bench.shortcut(Key.Key_X, CTRL | SHIFT)
    bench.window.panes.open_page("findings")
    view = listed(bench)
    assert view.count() == 1
    bench.qtbot.waitUntil(lambda: not view.visibleRegion().isEmpty())
    where = view.visualItemRect(view.item(0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert bench.view.selection == bench.span("وأضاف")
    QTest.mouseClick(
        bench.window.findings.findChild(ZonesList).findChild(QToolButton), Qt.MouseButton.LeftButton
    )
    assert zones(bench) == []
    assert not bench.window.findings.findChild(ZonesList).isVisibleTo(bench.window.findings)


def test_what_is_out_of_scope_does_not_count(bench):
    for part in ("بوتين", "روسيا", "علييف"):
        bench.session.tag("actor", bench.span(part))
    assert counts(bench) == {"actor": 3}
    bench.session.add_zone(Span(0, bench.span("روسيا").end), "boilerplate")
    assert counts(bench) == {"actor": 1}
    inside = next(a for a in bench.layer if a.span == bench.span("بوتين"))
    bench.session.relabel(inside.id, "agreement")
    assert counts(bench) == {"actor": 1}
    bench.session.delete((inside.id,))
    assert counts(bench) == {"actor": 1}
    bench.session.remove_zone(next(iter(bench.layer.zones)))
    assert counts(bench) == {"actor": 2}


def test_a_kind_of_another_program_is_listed_under_its_own_name(bench):
    bench.session.add_zone(Span(0, 3), "photo")
    bench.workspace.commands.findings._expect()
    assert "photo" in listed(bench).item(0).text()
    assert bench.layer.zones == {Zone(Span(0, 3), "photo")}
