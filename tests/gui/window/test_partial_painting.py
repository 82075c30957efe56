"""Only what looks different is painted again, and the picture is the one that painting everything gives."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication

from annotator.model import Span

Key = Qt.Key
NONE, SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)

FIRST = (
    "قال الرئيس الروسي فلاديمير بوتين يوم الأربعاء 17 فبراير 2021 إن روسيا وأرمينيا وأذربيجان وقّعت اتفاقًا ثلاثيًا "
    'لوقف إطلاق النار في قره باغ، وأضاف: "نحن نعمل على تنسيق الإطار الزمني للاتفاق".'
)
TEXT = "\n".join(
    (
        FIRST,
        "",
        "وأعلن باشينيان، بحضور علييف، أن «الاتفاق مؤلم» لأنّ الحرب طالت 44 يومًا.",
        "The trilateral statement of 9 November 2020 was signed by Aliyev and Pashinyan in Moscow.",
    )
    * 4
)

PRESSES = (
    *[(key, NONE) for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4)],
    *[(key, ALT) for key in (Key.Key_1, Key.Key_3)],
    *[(key, NONE) for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)],
    *[(key, SHIFT) for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)],
    *[(key, CONTROL) for key in (Key.Key_Left, Key.Key_Right)],
    *[(key, NONE) for key in (Key.Key_Space, Key.Key_P, Key.Key_E, Key.Key_B, Key.Key_Apostrophe)],
    *[(key, NONE) for key in (Key.Key_J, Key.Key_K, Key.Key_O, Key.Key_N, Key.Key_S, Key.Key_U)],
    *[(key, NONE) for key in (Key.Key_BracketLeft, Key.Key_BracketRight, Key.Key_Escape)],
    *[(key, NONE) for key in (Key.Key_Delete, Key.Key_Comma, Key.Key_Period)],
    *[(key, CONTROL) for key in (Key.Key_Z, Key.Key_Y, Key.Key_PageDown)],
    (Key.Key_X, CONTROL | SHIFT),
)

Step = tuple[str, object]
STEPS: st.SearchStrategy[Step] = st.one_of(
    st.tuples(st.just("press"), st.sampled_from(PRESSES)),
    st.tuples(st.just("select"), st.tuples(st.integers(0, 420), st.integers(1, 120))),
    st.tuples(st.just("click"), st.integers(0, 420)),
    st.tuples(st.just("point"), st.integers(0, 420)),
    st.tuples(st.just("drag"), st.tuples(st.integers(0, 420), st.integers(0, 420))),
)


@pytest.fixture(params=["normal", "wide"])
def bench(make_bench, request):
    made = make_bench(TEXT, "ثانٍ")
    made.window.resize(1000, 560)
    made.view.set_spacing(request.param)
    return made


class PaintWatch(QObject):
    """Notes which parts of what it watches are painted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.painted: list[QRegion] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.painted.append(event.region())
        return False


def do(bench, step: Step) -> None:
    match step:
        case ("press", (key, modifiers)):
            bench.press(key, modifiers)
        case ("select", (start, length)):
            bench.view.select(Span(start, min(start + length, len(bench.view.text))))
        case ("click", position):
            bench.click(position)
        case ("point", position):
            bench.mouse(
                QEvent.Type.MouseMove, bench.place(position), button=Qt.MouseButton.NoButton
            )
        case ("drag", (first, last)):
            bench.drag(first, last)


def paint_what_is_due(bench) -> None:
    QApplication.sendEvent(bench.window, QEvent(QEvent.Type.UpdateRequest))


def on_screen(bench) -> QImage:
    """Return what the screen shows of the text pane, painting nothing."""
    viewport = bench.view.viewport()
    corner = viewport.mapTo(bench.window, QPoint())
    picture = bench.window.screen().grabWindow(
        bench.window.winId(), corner.x(), corner.y(), viewport.width(), viewport.height()
    )
    return picture.toImage()


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
)
@given(st.lists(STEPS, min_size=1, max_size=14))
def test_what_is_painted_again_completes_the_picture(bench, steps):
    bench.view.viewport().repaint()
    for step in steps:
        if bench.view.text != TEXT:
            break
        do(bench, step)
        paint_what_is_due(bench)
        seen = on_screen(bench)
        bench.view.viewport().repaint()
        assert seen == on_screen(bench), step


def test_tagging_a_word_paints_its_lines_only(bench):
    bench.select("فلاديمير بوتين")
    bench.view.viewport().repaint()
    watch = PaintWatch(bench.view)
    bench.view.viewport().installEventFilter(watch)
    bench.press(Key.Key_1)
    paint_what_is_due(bench)
    high = sum(rect.height() for region in watch.painted for rect in region)
    assert 0 < high <= 4 * bench.view.metrics.pitch
