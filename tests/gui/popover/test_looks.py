"""The popover on the screen: beside its words in every size, whole, mirrored, under the pointer without the keyboard."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QToolTip, QWidget

from annotator.model import DEFAULT_SCHEMA, Schema
from tests.gui.panels.acts import named, press, type_text
from tests.gui.panels.layers import BAKU, PUTIN, QUOTE
from ui.app import make_workspace
from ui.popover.label_row import LabelRow
from ui.popover.place import NARROWEST, WIDTH
from ui.popover.span_popover import SpanPopover
from ui.settings import Memory, Settings

Key = Qt.Key
LONG = "اسم طويل جدا لا يتسع له سطر"
SAMPLE = Path(__file__).resolve().parents[3] / "projects" / "karabakh"


@pytest.fixture
def sample(qapp, qtbot, tmp_path):
    """Return a function that opens the sample in a window of a size."""
    opened = []

    def make(language: str, size: tuple[int, int]):
        path = tmp_path / f"p{len(opened)}"
        copytree(SAMPLE, path)
        memory = Memory(Settings(annotator="a", language=language, theme="light"))
        workspace = make_workspace(qapp, memory)
        qtbot.addWidget(workspace.window)
        workspace.window.resize(*size)
        workspace.window.show()
        workspace.commands.project.open(path)
        workspace.window.activateWindow()
        workspace.window.view.setFocus()
        qtbot.waitUntil(workspace.window.isActiveWindow)
        opened.append(workspace)
        return workspace

    yield make
    for workspace in opened:
        workspace.session.close_project()


def line_of(workspace, annotation):
    view = workspace.window.view
    corner = view.viewport().mapTo(workspace.window, QPoint(0, 0))
    return view.line_rect(annotation.id).translated(corner)


@pytest.mark.parametrize("size", [(960, 540), (1280, 720)])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_stands_whole_beside_its_words_in_every_size(sample, language, size):
    workspace = sample(language, size)
    window = workspace.window
    for annotation in workspace.session.layer.in_order[::3]:
        window.view.go_to(annotation)
        press(Key.Key_Return)
        popover = window.findChild(SpanPopover)
        rect, line = popover.geometry(), line_of(workspace, annotation)
        words = annotation.span.of(window.view.text)[:20]
        assert not rect.intersects(line), words
        assert window.rect().contains(rect), words
        assert (
            window.view.viewport().rect().contains(window.view.line_rect(annotation.id).topLeft())
        )
        scroller = popover.findChild(QScrollArea)
        assert popover._body.width() <= scroller.viewport().width(), words
        assert popover._body.height() <= scroller.viewport().height(), f"{words} is cut"
        press(Key.Key_Escape)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_in_it_is_cut(sample, language):
    workspace = sample(language, (1280, 720))
    for label in ("actor", "date", "quote", "agreement"):
        annotation = next(a for a in workspace.session.layer if a.label == label)
        workspace.window.view.go_to(annotation)
        press(Key.Key_Return)
        popover = workspace.window.findChild(SpanPopover)
        for child in popover.findChildren(QWidget):
            if child.isVisible() and not isinstance(child, QScrollArea):
                left = child.mapTo(popover, QPoint(0, 0)).x()
                assert left >= 0
                assert left + child.width() <= popover.width()
        for words in popover.findChildren(QLabel):
            if words.isVisible() and not words.wordWrap():
                assert words.width() >= words.sizeHint().width(), words.text()
        press(Key.Key_Escape)


def test_on_a_wide_screen_it_stands_in_the_margin_and_covers_no_text(sample):
    workspace = sample("ar", (1280, 720))
    window = workspace.window
    window.view.set_column(60)
    window.panes.open_side(False)
    window.actions_table["articles-list"].trigger()
    QApplication.processEvents()
    view = window.view
    room = view.column_rect().left()
    view.go_to(workspace.session.layer.in_order[3])
    press(Key.Key_Return)
    popover = window.findChild(SpanPopover)
    corner = view.viewport().mapTo(window, QPoint(0, 0)).x()
    in_margin = popover.geometry().right() < corner + room
    assert in_margin == (room - 12 >= NARROWEST)
    assert NARROWEST <= popover.width() <= WIDTH


@pytest.mark.parametrize(("language", "leading"), [("en", True), ("ar", False)])
def test_it_is_mirrored(make_desk, language, leading):
    desk = make_desk(language=language)
    desk.open(PUTIN)
    labels = desk.popover.findChild(LabelRow)
    trash = named(desk.popover, "Delete the annotation" if leading else "حذف الوسم")
    first, last = labels._buttons[0], labels._buttons[-1]
    assert (first.x() < last.x()) == leading
    there = trash.mapTo(desk.popover, QPoint(0, 0)).x()
    assert (labels.mapTo(desk.popover, QPoint(0, 0)).x() < there) == leading


def rest_on(bench, position):
    """Move the pointer onto a letter, as a hand does that stays there."""
    viewport = bench.view.viewport()
    where = bench.place(position)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        where,
        QPointF(viewport.mapToGlobal(where.toPoint())),
        none,
        none,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)


def test_a_pointer_that_rests_shows_it_without_the_keyboard(make_desk):
    desk = make_desk()
    rest_on(desk.bench, desk.layer[BAKU].start + 1)
    desk.bench.qtbot.waitUntil(lambda: desk.is_open)
    assert desk.bench.view.hasFocus()
    assert desk.popover.draft.before.id == BAKU
    press(Key.Key_J)
    assert not desk.is_open, "a key is the text's"
    assert desk.steps == 0


def test_a_tool_tip_that_came_up_first_goes_when_the_same_is_shown(make_desk):
    desk = make_desk()
    view = desk.bench.view
    where = desk.bench.place(desk.layer[BAKU].start + 1).toPoint()
    rest_on(desk.bench, desk.layer[BAKU].start + 1)
    ask = QHelpEvent(QEvent.Type.ToolTip, where, view.viewport().mapToGlobal(where))
    QApplication.sendEvent(view.viewport(), ask)
    assert QToolTip.text()
    desk.bench.qtbot.waitUntil(lambda: desk.is_open)
    by_itself = QTimer(singleShot=True, interval=5_000)  # Qt leaves a tip there for twice as long
    by_itself.start()
    desk.bench.qtbot.waitUntil(lambda: not QToolTip.isVisible() or not by_itself.isActive())
    assert by_itself.isActive()


def test_what_the_pointer_left_closes_by_itself(make_desk):
    desk = make_desk()
    rest_on(desk.bench, desk.layer[BAKU].start + 1)
    desk.bench.qtbot.waitUntil(lambda: desk.is_open)
    rest_on(desk.bench, 0)
    desk.bench.qtbot.waitUntil(lambda: not desk.is_open)
    assert desk.bench.view.hasFocus()


def test_a_click_into_what_the_pointer_opened_begins_to_edit(make_desk):
    desk = make_desk()
    rest_on(desk.bench, desk.layer[PUTIN].start + 1)
    desk.bench.qtbot.waitUntil(lambda: desk.is_open)
    field = desk.line("Canonical name")
    desk.bench.qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert field.hasFocus()
    rest_on(desk.bench, desk.layer[QUOTE].start + 1)
    field.selectAll()
    type_text("ب")
    press(Key.Key_Return)
    assert desk.layer[PUTIN].attribute("canonical") == "ب"
    assert desk.bench.view.hasFocus()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_the_keyboard_goes_to_is_in_view_however_many_labels_there_are(make_desk, language):
    labels = [
        replace(DEFAULT_SCHEMA.labels[0], name=f"l{n}", title_en=LONG, title_ar=LONG, key=key)
        for n, key in enumerate("1234567890qwer")
    ]
    desk = make_desk(language=language)
    desk.bench.window.resize(960, 540)
    known = [replace(label, key="") for label in DEFAULT_SCHEMA.labels]
    schema = Schema((*labels[:10], *known), DEFAULT_SCHEMA.relations)
    desk.bench.session.set_schema(schema)
    desk.open(BAKU)
    scroller = desk.popover.findChild(QScrollArea)
    for _ in range(6):
        field = QApplication.focusWidget()
        shown = QRect(field.mapTo(scroller.viewport(), QPoint(0, 0)), field.size())
        assert scroller.viewport().rect().contains(shown)
        press(Key.Key_Tab)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_never_covers_the_line_that_says_whether_the_work_is_saved(sample, language):
    workspace = sample(language, (960, 540))
    window, edit = workspace.window, workspace.commands.edit
    for annotation in workspace.session.layer.in_order[:24]:
        edit.open_for(annotation.id)
        popover = window.findChild(SpanPopover)
        assert popover.isVisible()
        assert popover.geometry().bottom() < window.statusBar().geometry().top()
        window.view.setFocus()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_stays_beside_its_words_when_they_go_elsewhere(sample, language):
    workspace = sample(language, (1280, 720))
    window = workspace.window
    window.view.step(1)
    annotation = window.view.layer[window.view.current]
    press(Key.Key_Return)
    popover = window.findChild(SpanPopover)

    def is_beside() -> bool:
        line, stands = line_of(workspace, annotation), popover.geometry()
        under = stands.top() - line.bottom()
        return 0 < under < 12 and stands.left() <= line.right() and line.left() <= stands.right()

    assert is_beside()
    zoom, none = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
    changes = [(Key.Key_F4, none), (Key.Key_F9, none), *[(Key.Key_Equal, zoom)] * 8]
    for number, (key, modifiers) in enumerate(changes):
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)
        assert patiently(is_beside), number
    window.resize(1100, 640)
    assert patiently(is_beside)
    bar = window.view.verticalScrollBar()
    bar.setValue(bar.value() + 20)
    assert patiently(is_beside)
    assert popover.isAncestorOf(QApplication.focusWidget())


def patiently(is_so) -> bool:
    for _ in range(200):
        QApplication.processEvents()
        if is_so():
            return True
    return False
