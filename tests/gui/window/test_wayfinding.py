"""From article to article in the window with the real session: back and forward, each place kept, the list followed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model import Status
from ui.app import make_workspace
from ui.remembered.places import Spot, spots_from_text, spots_to_text
from ui.settings import Memory, load
from ui.style import theme
from ui.wayfinding.trail import MOST, Trail
from ui.widgets.list_view import RowsView

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LONG = "\n".join(
    f"الفقرة {n}: قال بوتين إن روسيا وأرمينيا وقّعتا اتفاقًا في موسكو أمس." for n in range(60)
)


def key(bench, key, modifiers=Qt.KeyboardModifier.NoModifier):
    bench.qtbot.waitUntil(bench.window.isActiveWindow)
    QTest.keyClick(QApplication.focusWidget() or bench.window, key, modifiers)


def number(bench) -> int:
    return bench.session.entry(bench.session.article.id).number


def opened(bench, *numbers: int) -> None:
    ids = {entry.number: entry.id for entry in bench.session.entries()}
    for one in numbers:
        bench.session.open_article(ids[one])


def line_read(view) -> tuple[int, int]:
    """Return where the caret is, and how far below the top of the text's area its line stands."""
    QApplication.processEvents()
    return view.caret, round(view.baseline_of(view.caret)) - view.verticalScrollBar().value()


# -- back and forward


def test_alt_and_the_arrows_go_back_and_forward_through_what_was_visited(bench):
    opened(bench, 3, 2)
    key(bench, Key.Key_Left, ALT)
    assert number(bench) == 3
    key(bench, Key.Key_Left, ALT)
    assert number(bench) == 1
    assert not bench.window.actions_table["back"].isEnabled()
    key(bench, Key.Key_Right, ALT)
    assert number(bench) == 3
    opened(bench, 1)
    assert not bench.window.actions_table["forward"].isEnabled()


def test_in_arabic_back_is_where_one_came_from_the_right(bench, qapp):
    memory = bench.workspace.memory
    opened(bench, 2)
    memory.update(replace(memory.settings, language="ar"))
    QApplication.processEvents()
    key(bench, Key.Key_Right, ALT)
    assert number(bench) == 1
    key(bench, Key.Key_Left, ALT)
    assert number(bench) == 2
    memory.update(replace(memory.settings, language="en"))


@pytest.mark.parametrize("where", ["text", "list", "strip"])
def test_the_back_and_forward_buttons_of_the_mouse_do_the_same(bench, where):
    part = {
        "text": bench.view.viewport(),
        "list": bench.window.articles._list.viewport(),
        "strip": bench.window.labels,
    }[where]
    opened(bench, 2)
    for button, there in ((Qt.MouseButton.BackButton, 1), (Qt.MouseButton.ForwardButton, 2)):
        middle = QPointF(part.rect().center())
        event = QMouseEvent(
            QEvent.Type.MouseButtonPress,
            middle,
            QPointF(part.mapToGlobal(middle.toPoint())),
            button,
            button,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(part, event)
        assert number(bench) == there


@given(st.lists(st.sampled_from("abc") | st.sampled_from([-1, 1]), max_size=40))
def test_the_trail_is_a_browsers(steps):
    trail, line, at = Trail(), [], -1
    for step in steps:
        if isinstance(step, str):
            trail.visit(step)
            if at < 0 or line[at] != step:
                line[at + 1 :] = [step]
                at = len(line) - 1
        else:
            there = at + step
            expected = line[there] if 0 <= there < len(line) else None
            assert trail.step(step) == expected
            at = there if expected is not None else at
        assert trail.current == (line[at] if at >= 0 else None)
        assert trail.can_go_back == (at > 0)
        assert trail.can_go_forward == (at < len(line) - 1)


def test_the_trail_does_not_grow_without_end():
    trail = Trail()
    for n in range(MOST * 2):
        trail.visit(str(n))
    steps = 0
    while trail.step(-1) is not None:
        steps += 1
    assert steps == MOST - 1


# -- along the list


def test_next_article_follows_the_list_as_it_is_sorted_and_filtered(bench):
    panel = bench.window.articles
    panel.show_state(replace(panel.state, descending=True))
    key(bench, Key.Key_PageUp, CTRL)
    assert number(bench) == 2
    panel.show_state(replace(panel.state, words="3"))
    key(bench, Key.Key_PageDown, CTRL)
    assert number(bench) == 3
    assert not bench.window.actions_table["next-article"].isEnabled()


def test_next_unfinished_passes_by_what_is_done_both_ways(bench):
    key(bench, Key.Key_Return, CTRL)
    assert number(bench) == 2
    key(bench, Key.Key_PageDown, CTRL | SHIFT)
    assert number(bench) == 3
    key(bench, Key.Key_PageDown, CTRL | SHIFT)
    assert number(bench) == 2
    key(bench, Key.Key_PageUp, CTRL | SHIFT)
    assert number(bench) == 3


def test_what_is_tagged_is_found_by_its_label_at_once(bench):
    panel = bench.window.articles
    bench.select("بوتين")
    key(bench, Key.Key_1)
    panel.show_state(replace(panel.state, labels=("actor",)))
    assert [row.number for row in (panel._model.article_at(panel._model.index(n, 0)) for n in range(panel._model.shown))] == [1]  # fmt: skip
    bench.press(Key.Key_2)
    panel.show_state(replace(panel.state, labels=("date",)))
    assert panel._model.shown == 1


def test_an_article_finished_under_older_guidelines_is_found_until_it_is_finished_again(bench):
    path, panel = bench.path / "guidelines.ar.md", bench.window.articles
    path.write_text("# دليل", encoding="utf-8")
    key(bench, Key.Key_Return, CTRL)
    opened(bench, 1)
    panel._choose_state(replace(panel.state, outdated=True))
    assert panel.shown_ids() == []
    bench.session.project.change_guidelines("ar", lambda now: f"{now}\n\nقاعدة جديدة")
    if not bench.window.page_is_shown("guidelines"):
        bench.shortcut(Key.Key_G, CTRL)
    bench.qtbot.waitUntil(lambda: panel.shown_ids() == [bench.session.article.id])
    bench.session.set_status(Status.IN_PROGRESS)
    bench.session.set_status(Status.DONE)
    opened(bench, 2)
    assert panel.shown_ids() == []


def test_articles_are_found_by_what_the_schema_asks_of_them_as_soon_as_it_is_said(bench):
    panel = bench.window.articles
    panel._choose_state(replace(panel.state, fields=("genre=opinion",)))
    assert panel.shown_ids() == []
    details = bench.session.details()
    bench.session.set_metadata(replace(details, fields={"genre": "opinion"}))
    opened(bench, 2)
    assert panel.shown_ids() == [bench.session.entries()[0].id]
    bench.session.undo_stack.undo()
    opened(bench, 3)
    assert panel.shown_ids() == []


def test_filter_and_order_are_there_when_the_project_is_opened_again(bench, qapp, qtbot):
    panel = bench.window.articles
    panel._choose_state(
        replace(
            panel.state,
            statuses=("new",),
            fields=("genre=", "outlet=تاس"),
            outdated=True,
            descending=True,
        )
    )
    bench.window.close()
    again = make_workspace(qapp, Memory(load()))
    qtbot.addWidget(again.window)
    again.window.show()
    again.commands.project.open(bench.path)
    state = again.window.articles.state
    assert (state.statuses, state.descending) == (("new",), True)
    assert (state.fields, state.outdated) == (("genre=", "outlet=تاس"), True)
    again.session.close_project()


# -- each place is kept


@pytest.fixture
def long_bench(make_bench):
    return make_bench(LONG, LONG.replace("الفقرة", "المقطع"), "قصير")


def go_deep(bench, share: float) -> tuple[int, int]:
    view = bench.view
    view.place_caret(int(len(view.text) * share))
    QApplication.processEvents()
    return line_read(view)


def test_next_article_and_back_finds_caret_and_line_where_they_were(long_bench):
    bench = long_bench
    first = go_deep(bench, 0.5)
    key(bench, Key.Key_PageDown, CTRL)
    second = go_deep(bench, 0.8)
    key(bench, Key.Key_PageUp, CTRL)
    assert line_read(bench.view) == first
    key(bench, Key.Key_PageDown, CTRL)
    assert line_read(bench.view) == second


def test_every_article_is_found_as_it_was_left_after_a_restart(long_bench, qapp, qtbot):
    bench = long_bench
    first = go_deep(bench, 0.5)
    key(bench, Key.Key_PageDown, CTRL)
    second = go_deep(bench, 0.8)
    bench.window.close()
    again = make_workspace(qapp, Memory(load()))
    qtbot.addWidget(again.window)
    again.window.show()
    again.commands.project.open(bench.path)
    QApplication.processEvents()
    view = again.window.view
    assert again.session.entry(again.session.article.id).number == 2
    assert view.caret == second[0]
    assert abs(line_read(view)[1] - second[1]) <= 1
    again.commands.articles.step(-1)
    assert view.caret == first[0]
    assert abs(line_read(view)[1] - first[1]) <= 1
    again.session.close_project()


def changes():
    def side(bench, qapp):
        key(bench, Key.Key_F9)

    def articles(bench, qapp):
        key(bench, Key.Key_F4)

    def alone(bench, qapp):
        key(bench, Key.Key_F11)

    def smaller(bench, qapp):
        bench.window.resize(960, 540)

    def below(bench, qapp):
        key(bench, Key.Key_F, CTRL | SHIFT)

    def language(bench, qapp):
        memory = bench.workspace.memory
        memory.update(replace(memory.settings, language="ar"))

    def dark(bench, qapp):
        theme.apply(qapp, "dark")

    return (side, articles, alone, smaller, below, language, dark)


@pytest.mark.parametrize("change", changes(), ids=lambda change: change.__name__)
def test_the_line_being_read_stays_where_it_is(long_bench, qapp, change):
    bench = long_bench
    memory = bench.workspace.memory
    before = go_deep(bench, 0.5)
    # A place in the upper half, which a lower window has room for as well.
    bar = bench.view.verticalScrollBar()
    bar.setValue(bar.value() + before[1] - 150)
    before = line_read(bench.view)
    top = bench.view.mapTo(bench.window, bench.view.rect().topLeft()).y()
    change(bench, qapp)
    QApplication.processEvents()
    after = line_read(bench.view)
    now = bench.view.mapTo(bench.window, bench.view.rect().topLeft()).y()
    assert after[0] == before[0]
    assert abs(after[1] + now - before[1] - top) <= 1
    memory.update(replace(memory.settings, language="en"))
    theme.apply(qapp, "light")


def test_an_article_chosen_in_the_list_has_the_keyboard_so_that_a_label_key_tags(bench):
    opened(bench, 2)
    key(bench, Key.Key_L, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "1")
    key(bench, Key.Key_Return)
    assert number(bench) == 1
    assert bench.view.hasFocus()
    key(bench, Key.Key_1)
    assert len(bench.layer) == 1
    assert bench.window.articles.state.words == "1"


def test_a_click_on_an_article_of_the_list_gives_it_the_keyboard(bench):
    rows = bench.window.articles.findChild(RowsView)
    where = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert number(bench) == 2
    assert bench.view.hasFocus()


@pytest.mark.parametrize("inner", [True, False])
def test_an_article_comes_back_with_the_annotation_that_was_current(bench, inner):
    bench.tag("قال بوتين إن", Key.Key_3)
    bench.tag("بوتين", Key.Key_1)
    by_label = {a.label: a for a in bench.layer}
    kept = by_label["actor" if inner else "quote"]
    bench.view.set_current(kept.id)
    first = bench.session.article.id
    opened(bench, 2)
    bench.session.open_article(first)
    assert bench.view.current == kept.id


@given(
    st.dictionaries(
        st.text("0123456789abcdef", min_size=12, max_size=12),
        st.builds(Spot, *[st.integers(0, 300_000)] * 3, st.sampled_from(["", "0123456789ab"])),
    )
)
def test_spots_are_read_as_they_were_written(spots):
    assert spots_from_text(spots_to_text(spots)) == spots


def test_spots_of_an_older_version_are_read():
    assert spots_from_text("ab12cd34ef56:17:9:40") == {"ab12cd34ef56": Spot(17, 9, 40)}
