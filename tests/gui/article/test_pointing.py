"""The mouse: edges that are dragged, what a right click means, what the pointer rests on, signs in the margin."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QInputMethodEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from annotator.model import DEFAULT_SCHEMA, Annotation, Article, Layer, Span
from ui.article.margin import MarginMark
from ui.article.view import ArticleView

TEXT = "قال الرئيس الروسي بوتين إن محمَّدًا وصل.\n\nThe President said so.\nوأضاف ذلك."
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def span(part: str) -> Span:
    start = TEXT.index(part)
    return Span(start, start + len(part))


@pytest.fixture
def view(pane) -> ArticleView:
    made = pane()
    annotations = {
        "a" * 12: Annotation("a" * 12, span("الرئيس الروسي"), "actor"),
        "b" * 12: Annotation("b" * 12, span("قال الرئيس الروسي بوتين"), "quote"),
        "c" * 12: Annotation("c" * 12, span("The President"), "actor"),
    }
    article = Article.from_text(TEXT)
    made.show_article(article, Layer("x", article.id, annotations=annotations), DEFAULT_SCHEMA)
    made.activateWindow()
    made.setFocus()
    return made


def send(view: ArticleView, kind: QEvent.Type, where: QPointF, *, held: bool = False) -> None:
    button = LEFT if kind != QEvent.Type.MouseMove else Qt.MouseButton.NoButton
    buttons = LEFT if held else Qt.MouseButton.NoButton
    glob = QPointF(view.viewport().mapToGlobal(where.toPoint()))
    QApplication.sendEvent(view.viewport(), QMouseEvent(kind, where, glob, button, buttons, NONE))


def edge(view: ArticleView, of: Span, which: str) -> QPointF:
    x, baseline = view.edge_place(of, which)
    return QPointF(x, baseline - 5 - view.verticalScrollBar().value())


def beside(view: ArticleView, position: int, *, right: bool) -> QPointF:
    """Return a point in the half of a letter's cell that is nearer to one side."""
    cell = view.cell(position)
    share = 0.9 if right else 0.1
    return QPointF(cell.left() + share * cell.width(), cell.center().y())


def drag(view: ArticleView, start: QPointF, end: QPointF) -> None:
    send(view, QEvent.Type.MouseMove, start)
    send(view, QEvent.Type.MouseButtonPress, start, held=True)
    send(view, QEvent.Type.MouseMove, (start + end) / 2, held=True)
    send(view, QEvent.Type.MouseMove, end, held=True)


def let_go(view: ArticleView, where: QPointF) -> None:
    send(view, QEvent.Type.MouseButtonRelease, where)


def moved(view: ArticleView, qtbot, current: str, which: str, to: QPointF) -> list:
    view.set_current(current * 12)
    start = edge(view, view.layer[current * 12].span, which)
    with qtbot.waitSignal(view.edge_moved) as heard:
        drag(view, start, to)
        let_go(view, to)
    return heard.args


def test_the_end_follows_the_mouse_in_both_directions_of_writing(view, qtbot):
    end = span("بوتين").end
    args = moved(view, qtbot, "a", "end", beside(view, end - 1, right=False))
    assert args == ["a" * 12, Span(span("الرئيس").start, end)]
    args = moved(view, qtbot, "c", "end", beside(view, span("said").end - 1, right=True))
    assert args == ["c" * 12, Span(span("The").start, span("said").end)]


def test_the_start_follows_the_mouse_but_never_past_the_end(view, qtbot):
    args = moved(view, qtbot, "a", "start", beside(view, span("الروسي").start, right=True))
    assert args == ["a" * 12, span("الروسي")]
    args = moved(view, qtbot, "a", "start", beside(view, span("وصل").start, right=True))
    last = span("الرئيس الروسي").end
    assert args == ["a" * 12, Span(last - 1, last)]


def test_an_edge_never_stops_between_a_letter_and_its_marks(view, qtbot):
    for offset in range(len("محمَّدًا")):
        position = span("محمَّدًا").start + offset
        _, new = moved(view, qtbot, "a", "end", beside(view, position, right=False))
        assert TEXT[new.end : new.end + 1] not in {"\u064e", "\u0651", "\u064b"}


def test_a_drag_is_shown_before_it_is_done_and_moves_no_letter(view):
    view.set_current("a" * 12)
    before = view.viewport().grab().toImage()
    cells = [view.cell(i) for i in range(len(TEXT))]
    to = beside(view, span("بوتين").end - 1, right=False)
    drag(view, edge(view, span("الرئيس الروسي"), "end"), to)
    assert view.viewport().grab().toImage() != before
    assert [view.cell(i) for i in range(len(TEXT))] == cells
    assert view.line_rect("a" * 12).width() > 150
    let_go(view, to)


def test_escape_gives_the_edge_back(view, qtbot):
    view.set_current("a" * 12)
    before, layer = view.viewport().grab().toImage(), view.layer
    to = beside(view, span("بوتين").end - 1, right=False)
    with qtbot.assertNotEmitted(view.edge_moved), qtbot.assertNotEmitted(view.let_go):
        drag(view, edge(view, span("الرئيس الروسي"), "end"), to)
        QTest.keyClick(
            view, Qt.Key.Key_1
        )  # while the mouse holds an edge no key does anything else
        QTest.keyClick(view, Qt.Key.Key_Escape)
        let_go(view, to)
    assert view.layer == layer
    assert view.current == "a" * 12
    assert view.viewport().grab().toImage() == before


def test_coming_back_to_the_old_place_is_no_edit(view, qtbot):
    view.set_current("a" * 12)
    start = edge(view, span("الرئيس الروسي"), "end")
    with qtbot.assertNotEmitted(view.edge_moved):
        drag(view, start, start + QPointF(-60, 0))
        send(view, QEvent.Type.MouseMove, start, held=True)
        let_go(view, start)


def test_a_click_at_an_edge_sets_the_caret_as_anywhere(view, qtbot):
    view.set_current("a" * 12)
    where = edge(view, span("الرئيس الروسي"), "end") + QPointF(1.0, 0)
    with qtbot.assertNotEmitted(view.edge_moved):
        send(view, QEvent.Type.MouseButtonPress, where, held=True)
        let_go(view, where)
    assert view.caret == span("الرئيس الروسي").end


def test_the_pointer_tells_what_a_press_would_take(view):
    viewport, shape = view.viewport(), Qt.CursorShape
    view.set_current("a" * 12)
    send(view, QEvent.Type.MouseMove, edge(view, span("الرئيس الروسي"), "start"))
    assert viewport.cursor().shape() == shape.SplitHCursor
    send(view, QEvent.Type.MouseMove, view.cell(span("الرئيس").start + 3).center())
    assert viewport.cursor().shape() == shape.IBeamCursor
    send(view, QEvent.Type.MouseMove, edge(view, span("The President"), "start"))
    assert viewport.cursor().shape() == shape.IBeamCursor, "only the current annotation's edges"
    view.edges_can_move = False
    send(view, QEvent.Type.MouseMove, edge(view, span("الرئيس الروسي"), "start"))
    assert viewport.cursor().shape() == shape.IBeamCursor


def right_click(view: ArticleView, position: int) -> None:
    where = view.cell(position).center().toPoint()
    QTest.mousePress(view.viewport(), Qt.MouseButton.RightButton, NONE, where)
    reason = QContextMenuEvent.Reason.Mouse
    glob = view.viewport().mapToGlobal(where)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, where, glob))


def test_a_right_click_means_what_is_under_it(view):
    view.select(span("وصل"))
    right_click(view, span("President").start + 2)
    assert view.selection is None
    assert view.current == "c" * 12
    assert abs(view.caret - span("President").start - 2) <= 1


def test_a_right_click_inside_the_selection_keeps_it(view):
    view.select(span("إن محمَّدًا"))
    right_click(view, span("محمَّدًا").start + 1)
    assert view.selection == span("إن محمَّدًا")


def test_the_menu_key_opens_under_the_caret(view, qtbot):
    view.put_caret(span("said").start)
    with qtbot.waitSignal(view.menu_requested) as heard:
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, QPoint(1, 1), QPoint()))
    [where] = heard.args
    baseline = view.baseline_of(span("said").start)
    assert 0 < view.viewport().mapFromGlobal(where).y() - baseline < view.metrics.pitch


def test_the_pointer_at_rest_means_an_annotation_until_it_leaves(view, qtbot):
    heard = []
    view.annotation_hovered.connect(heard.append)
    send(view, QEvent.Type.MouseMove, view.cell(span("بوتين").start + 2).center())
    assert view.hovered == "b" * 12
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["b" * 12])
    send(view, QEvent.Type.MouseMove, view.cell(span("وصل").start + 1).center())
    assert (heard, view.hovered) == (["b" * 12, None], None)


def test_whoever_types_does_not_mean_what_lies_under_the_pointer(view, qtbot):
    heard = []
    view.annotation_hovered.connect(heard.append)
    send(view, QEvent.Type.MouseMove, view.cell(span("بوتين").start + 2).center())
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert not view._hover._timer.isActive()
    send(view, QEvent.Type.MouseMove, view.cell(span("President").start + 2).center())
    view._hover._rest()  # as if the time was over: the key is less than a second ago
    assert heard == []


def test_leaving_the_view_ends_the_hover(view):
    send(view, QEvent.Type.MouseMove, view.cell(span("بوتين").start + 2).center())
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert view.hovered is None


def margin_ink(view: ArticleView, part: str, *, right: bool) -> int:
    """Count the coloured pixels beside the column on the line of some words."""
    picture, column = view.viewport().grab().toImage(), view.column_rect()
    baseline = int(view.baseline_of(span(part).start))
    columns = range(column.right() + 4, picture.width()) if right else range(column.left() - 4)
    page = picture.pixelColor(1, 1)
    return sum(
        picture.pixelColor(x, y) != page for x in columns for y in range(baseline - 14, baseline)
    )


@pytest.mark.parametrize(("part", "key", "right"), [("الرئيس", "a", True), ("The", "c", False)])
def test_the_name_of_the_current_label_stands_in_the_margin_where_its_line_begins(
    view, part, key, right
):
    assert not margin_ink(view, part, right=right)
    view.set_current(key * 12)
    assert margin_ink(view, part, right=right) > 100
    assert not margin_ink(view, part, right=not right)
    view.set_spacing("wide")  # there it stands under the words
    assert not margin_ink(view, part, right=right)


def test_no_name_of_the_schema_is_cut_off_in_the_window_s_pane(view):
    column = view.column_rect()
    free = view.viewport().width() - column.right()
    assert view._beside_column() <= free + 1


def test_signs_in_the_margin_are_seen_and_clicked(view, qtbot):
    mark = MarginMark(span("محمَّدًا"), "?", key="question")
    other = MarginMark(span("وصل"), "!", "bad")
    view.set_margin_marks([mark, other])
    assert margin_ink(view, "قال", right=False) > 60
    boxes = [placed.box.center() for placed in view._placed_marks()]
    assert view.margin_mark_at(boxes[0]) == mark
    assert view.margin_mark_at(boxes[1]) == other
    send(view, QEvent.Type.MouseMove, boxes[0])
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    caret = view.caret
    with qtbot.waitSignal(view.margin_mark_clicked) as heard:
        QTest.mouseClick(view.viewport(), LEFT, NONE, boxes[0].toPoint())
    assert heard.args == [mark]
    assert view.caret == caret
    view.show_article(Article.from_text("آخر"), Layer("x", ""), DEFAULT_SCHEMA)
    assert view._placed_marks() == []


LONG_NAME = "International organisation or alliance"


@pytest.fixture
def long_named(view) -> ArticleView:
    actor = replace(DEFAULT_SCHEMA.labels[0], title_en=LONG_NAME, title_ar=LONG_NAME)
    view.set_schema(replace(DEFAULT_SCHEMA, labels=(actor, *DEFAULT_SCHEMA.labels[1:])))
    view.set_current("a" * 12)
    QApplication.processEvents()
    return view


def pill_of(view: ArticleView):
    (pill,) = view._pills(view._shown(0, 2_000), QRectF(view.column_rect()))
    return pill


def tip_over(view: ArticleView, where: QPointF) -> str:
    QToolTip.hideText()
    point = where.toPoint()
    asked = QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), asked)
    return QToolTip.text()


def test_a_long_name_is_cut_off_where_there_is_no_room_and_said_by_a_tip(long_named):
    pill = pill_of(long_named)
    assert pill.words.endswith("…")
    assert pill.box.right() <= long_named.viewport().width()
    assert tip_over(long_named, pill.box.center()) == LONG_NAME
    assert long_named.cut_name_at(pill.box.center() + QPointF(0, 200)) == ""


@pytest.mark.parametrize("column", [60, 90, None])
def test_a_long_name_is_shown_whole_where_there_is_room(long_named, column):
    long_named.resize(2_600, 900)
    long_named.set_column(column)
    QApplication.processEvents()
    pill = pill_of(long_named)
    assert pill.words == LONG_NAME
    assert long_named.cut_name_at(pill.box.center()) == ""


@pytest.mark.parametrize(
    ("which", "to", "kept"),
    [
        ("end", TEXT.index("بوتين"), "الرئيس الروسي"),
        ("end", TEXT.index("The"), TEXT[TEXT.index("الرئيس") : TEXT.index("وصل.") + 4]),
        ("start", TEXT.index("قال") + 3, "الرئيس الروسي"),
    ],
)
def test_an_edge_is_let_go_on_the_letters_and_not_on_the_space_beside_them(view, which, to, kept):
    heard = []
    view.edge_moved.connect(lambda _id, moved: heard.append(moved))
    view.set_current("a" * 12)
    start = edge(view, view.layer["a" * 12].span, which)
    target = beside(view, to, right=TEXT[to] != "T")
    drag(view, start, target)
    let_go(view, target)
    assert [moved.of(TEXT) for moved in heard] == ([kept] if kept != "الرئيس الروسي" else [])


@pytest.mark.parametrize("selects", [False, True])
def test_no_input_method_changes_the_words_on_the_screen(view, selects):
    if selects:
        view.select(span("الرئيس الروسي"))
    shown = view.document().toPlainText()
    typed = QInputMethodEvent()
    typed.setCommitString("بوتين")
    QApplication.sendEvent(view, typed)
    assert view.document().toPlainText() == shown
