import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from annotator.errors import CancelledError
from annotator.lint import RULES, Finding, lint
from annotator.model import DEFAULT_SCHEMA, Article, Span
from tests.helpers.pictures import picture
from ui.commands.pages import findings
from ui.panels.findings.findings_words import FindingsWords

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier

TEXT = "بين روسيا وأرمينيا وأذربيجان، ثم وصل بوتين إلى باكو."


@pytest.fixture
def faulty(make_bench):
    """Return the window on an article with two clitics and a space inside annotations."""
    bench = make_bench(TEXT, "نص بلا وسوم")
    for part in ("وأرمينيا", "وأذربيجان", "بوتين "):
        bench.session.tag("actor", bench.span(part))
    wait_for(bench, 3)
    return bench


def wait_for(bench, count: int) -> None:
    bench.qtbot.waitUntil(lambda: len(rows(bench)) == count)


def rows(bench) -> list[str]:
    model = bench.window.findings._model
    accessible = Qt.ItemDataRole.AccessibleTextRole
    return [model.data(model.index(row, 0), accessible) for row in range(model.rowCount())]


def raise_panel(bench) -> None:
    bench.window.panes.open_page("findings")
    bench.qtbot.waitUntil(lambda: not bench.window.findings.visibleRegion().isEmpty())


def button(bench, words: str) -> QPushButton:
    return next(b for b in bench.window.findings.findChildren(QPushButton) if words in b.text())


def test_findings_appear_while_one_works_and_are_counted_in_the_title(faulty):
    first, second, third = (row.split("\n") for row in rows(faulty))
    assert first[0] == "وأرمينيا"
    assert "belongs outside" in first[1]
    assert (second[0], third[0]) == ("وأذربيجان", "بوتين")
    assert faulty.window.side.title("findings") == "Findings 3"


def test_f8_goes_round_the_findings_and_shift_f8_back(faulty):
    faulty.view.place_caret(0)
    visited = []
    for key, modifiers in ((Key.Key_F8, NONE),) * 4 + ((Key.Key_F8, SHIFT),) * 2:
        faulty.shortcut(key, modifiers)
        visited.append(faulty.layer[faulty.view.current].span.of(TEXT))
    there = ["وأرمينيا", "وأذربيجان", "بوتين "]
    assert visited == [*there, there[0], there[2], there[1]]


def test_one_key_mends_the_finding_goes_on_to_the_next_and_saves(faulty):
    faulty.view.place_caret(0)
    faulty.shortcut(Key.Key_F8, NONE)
    faulty.shortcut(Key.Key_Period, CTRL)
    assert "و[أرمينيا:actor] [وأذربيجان:actor]" in faulty.drawing
    assert faulty.layer[faulty.view.current].span.of(TEXT) == "وأذربيجان"
    faulty.shortcut(Key.Key_Period, CTRL)
    faulty.shortcut(Key.Key_Period, CTRL)
    assert "[أرمينيا:actor] و[أذربيجان:actor]، ثم وصل [بوتين:actor] إلى" in faulty.drawing
    assert rows(faulty) == []
    assert faulty.window.side.title("findings") == "Findings"
    assert [a.span.of(TEXT) for a in faulty.stored()] == ["أرمينيا", "أذربيجان", "بوتين"]


def test_a_mended_finding_comes_back_with_undo(faulty):
    before = faulty.drawing
    faulty.view.place_caret(0)
    faulty.shortcut(Key.Key_F8, NONE)
    faulty.shortcut(Key.Key_Period, CTRL)
    faulty.shortcut(Key.Key_Z, CTRL)
    assert faulty.drawing == before
    wait_for(faulty, 3)


def test_all_of_a_kind_are_mended_by_a_click_and_undone_in_one_step(faulty):
    raise_panel(faulty)
    before = faulty.drawing
    faulty.shortcut(Key.Key_F8, NONE)
    QTest.mouseClick(button(faulty, "Fix all 2"), Qt.MouseButton.LeftButton)
    assert "و[أرمينيا:actor] و[أذربيجان:actor]، ثم وصل [بوتين :actor]" in faulty.drawing
    assert len(rows(faulty)) == 1
    faulty.shortcut(Key.Key_Z, CTRL)
    assert faulty.drawing == before


def test_a_click_on_a_finding_goes_to_it_and_fix_mends_it(faulty):
    raise_panel(faulty)
    view = faulty.window.findings._list
    where = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, where)
    assert faulty.layer[faulty.view.current].span.of(TEXT) == "بوتين "
    QTest.mouseClick(button(faulty, "Fix"), Qt.MouseButton.LeftButton)
    assert "[بوتين:actor] إلى" in faulty.drawing


def test_a_name_given_elsewhere_in_the_project_is_not_taken_apart(make_bench):
    bench = make_bench("قال وأنور اليوم", "وصل وأنور أمس")
    bench.session.tag("actor", bench.span("وأنور"))
    wait_for(bench, 1)
    bench.shortcut(Key.Key_PageDown, CTRL)
    name = bench.session.tag("actor", bench.span("وأنور"))
    bench.session.set_attribute(name, "canonical", "وأنور")
    bench.shortcut(Key.Key_PageUp, CTRL)
    bench.workspace.commands.findings.look_now()
    assert rows(bench) == []


def test_what_no_rule_can_mend_is_left_and_said(make_bench):
    bench = make_bench("قال: «نعم للسلام.\nثم غادر باكو.")
    wait_for(bench, 1)
    bench.shortcut(Key.Key_F8, NONE)
    assert bench.view.selection.of(bench.view.text) == "«"
    bench.shortcut(Key.Key_Period, CTRL)
    assert "needs your eye" in bench.window.notice.text()
    assert bench.session.undo_stack.count() == 0


def test_a_clean_article_says_that_there_is_nothing_to_mend(bench):
    bench.qtbot.waitUntil(lambda: bench.workspace.commands.findings._looked_at is bench.layer)
    raise_panel(bench)
    words = [
        label.text() for label in bench.window.findings.findChildren(QLabel) if label.isVisible()
    ]
    assert "Nothing to mend." in words
    bench.shortcut(Key.Key_F8, NONE)
    assert bench.window.notice.text() == "Nothing to mend in this article."


def test_another_article_has_its_own_findings(faulty):
    faulty.shortcut(Key.Key_PageDown, CTRL)
    assert rows(faulty) == []
    faulty.shortcut(Key.Key_PageUp, CTRL)
    wait_for(faulty, 3)


def test_a_long_article_is_looked_over_by_another_thread(make_bench, monkeypatch):
    monkeypatch.setattr(findings, "LONG_TEXT", 10)
    looks = []
    monkeypatch.setattr(findings.FindingsCommands, "look_now", lambda self: looks.append(self))
    bench = make_bench(TEXT)
    bench.session.tag("actor", bench.span("وأرمينيا"))
    wait_for(bench, 1)
    bench.session.tag("actor", bench.span("بوتين "))
    wait_for(bench, 2)
    assert looks == []


def test_a_project_can_be_closed_while_it_is_looked_over(make_bench, monkeypatch):
    monkeypatch.setattr(findings, "LONG_TEXT", 10)
    bench = make_bench(TEXT)
    bench.session.tag("actor", bench.span("وأرمينيا"))
    bench.workspace.commands.findings._look()
    bench.session.close_project()
    assert rows(bench) == []


def test_a_project_that_can_only_be_read_cannot_be_mended(faulty):
    faulty.session.open_project(faulty.path, "sara", read_only=True)
    faulty.session.open_article(faulty.session.entries()[0].id)
    faulty.workspace.commands.findings.look_now()
    assert len(rows(faulty)) == 3
    assert not faulty.window.actions_table["fix-finding"].isEnabled()
    faulty.shortcut(Key.Key_F8, NONE)
    faulty.window.findings.fix_requested.emit(faulty.window.findings.current)
    assert "reading only" in faulty.window.notice.text()


def test_every_rule_has_words_of_its_own_in_the_window(qapp):
    words = FindingsWords()
    messages = {
        words.message(Finding(rule.name, rule.severity, Span(0, 1), values=("x", "y")))
        for rule in RULES.values()
    }
    kinds = {words.kind(name) for name in RULES}
    assert len(messages) == len(kinds) == len(RULES)
    assert not (messages | kinds) & RULES.keys()


def test_an_edit_stops_the_thread_that_looks_at_what_is_no_more(make_bench, monkeypatch):
    monkeypatch.setattr(findings, "LONG_TEXT", 10)
    monkeypatch.setattr(findings, "LONGER_PAUSE", 50)
    bench = make_bench(TEXT)
    bench.session.tag("actor", bench.span("وأرمينيا"))
    bench.workspace.commands.findings._look()
    bench.session.tag("actor", bench.span("بوتين "))
    assert bench.workspace.commands.findings._job._thread.is_stopped
    wait_for(bench, 2)


def test_a_rule_stops_when_it_is_told_to():
    text, layer = picture("قال [بوتين :actor]")
    calls = []

    def stop() -> None:
        calls.append(1)
        if len(calls) == 3:
            raise CancelledError

    with pytest.raises(CancelledError):
        lint(Article.from_text(text), layer, DEFAULT_SCHEMA, between=stop)
    assert len(calls) == 3
