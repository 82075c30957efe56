import pytest
from PySide6.QtCore import Qt

from annotator.model import Span

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = (
    "قال بوتين إن روسيا وأرمينيا وبالكرملين وقّعتا اتفاقًا.\nأضاف: «ونعم للسلام» وزارة الدفاع لوزارة."
)


@pytest.fixture
def bench(make_bench):
    return make_bench(TEXT)


def word(bench, part):
    return bench.span(part)


def signs(bench, span):
    """Return how many pixels of the text's colour stand above the letters where a sign of an edge is drawn."""
    view = bench.view
    view.viewport().repaint()
    box = view.rectangles(span)[0]
    piece = view.pieces_of(span)[0]
    top = int(piece.baseline - view.metrics.above - 6 - view.verticalScrollBar().value())
    image = view.viewport().grab().toImage()
    ink = view.palette().text().color()
    return sum(
        abs(image.pixelColor(x, y).lightness() - ink.lightness()) < 90
        for x in range(int(box.left()) - 6, int(box.left()) + 6)
        for y in range(max(top, 0), top + 5)
    )


def test_double_click_and_tag_leave_the_clitic_outside(bench):
    bench.double_click(word(bench, "وأرمينيا").start + 3)
    assert bench.view.selection.of(bench.view.text) == "وأرمينيا"
    bench.press(Key.Key_1)
    assert "و[أرمينيا:actor]" in bench.drawing
    assert bench.stored()[0].span == word(bench, "أرمينيا")


def test_a_drag_over_words_and_the_word_at_the_caret_get_the_same_edge(bench):
    span = word(bench, "وأرمينيا")
    bench.drag(span.start + 1, span.end - 1)
    bench.press(Key.Key_2)
    assert "و[أرمينيا:date]" in bench.drawing
    bench.view.place_caret(word(bench, "وبالكرملين").start + 2)
    bench.press(Key.Key_1)
    assert "وب[الكرملين:actor]" in bench.drawing


def test_a_quote_keeps_what_is_selected(bench):
    bench.select("ونعم للسلام")
    bench.press(Key.Key_3)
    assert "[ونعم للسلام:quote]" in bench.drawing


def test_a_schema_may_keep_clitics(bench):
    from dataclasses import replace

    from annotator.model import CliticPolicy

    schema = bench.session.project.schema
    labels = tuple(replace(label, clitics=CliticPolicy.KEEP) for label in schema.labels)
    bench.session.set_schema(replace(schema, labels=labels))
    bench.select("وأرمينيا")
    bench.press(Key.Key_1)
    assert "[وأرمينيا:actor]" in bench.drawing


def test_a_word_marked_before_decides_what_is_a_clitic(bench):
    bench.select("وزارة")
    bench.press(Key.Key_1)
    bench.select("لوزارة")
    bench.press(Key.Key_1)
    assert "ل[وزارة:actor]" in bench.drawing


def test_comma_takes_one_clitic_after_another_and_full_stop_gives_them_back(bench, undo):
    bench.select("وبالكرملين")
    bench.press(Key.Key_1)
    assert "وب[الكرملين:actor]" in bench.drawing
    bench.press(Key.Key_Comma)
    assert "وبال[كرملين:actor]" in bench.drawing
    bench.press(Key.Key_Period)
    bench.press(Key.Key_Period)
    assert "و[بالكرملين:actor]" in bench.drawing
    bench.press(Key.Key_Period)
    assert "[وبالكرملين:actor]" in bench.drawing
    bench.press(Key.Key_Period)
    assert "[وبالكرملين:actor]" in bench.drawing
    undo(bench)
    assert "وب[الكرملين:actor]" in bench.drawing, "one undo takes all moves of the edge back"
    assert bench.stored()[0].span == word(bench, "الكرملين")


def test_off_and_on_again_leaves_nothing_to_undo(bench, undo):
    bench.select("وأرمينيا")
    bench.press(Key.Key_1)
    count = bench.session.undo_stack.count()
    bench.press(Key.Key_Period)
    bench.press(Key.Key_Comma)
    assert bench.session.undo_stack.count() == count
    assert bench.session.undo_stack.undoText().startswith("tag")


def test_keys_work_on_a_selection_before_it_is_tagged(bench):
    bench.select("وبالكرملين")
    bench.press(Key.Key_Comma)
    assert bench.view.selection == Span(
        word(bench, "وبالكرملين").start + 1, word(bench, "وبالكرملين").end
    )
    bench.press(Key.Key_1)
    assert "و[بالكرملين:actor]" in bench.drawing


def test_full_stop_on_a_whole_word_tags_it_whole(bench):
    bench.select("وأرمينيا")
    bench.press(Key.Key_Period)
    bench.press(Key.Key_1)
    assert "[وأرمينيا:actor]" in bench.drawing
    bench.press(Key.Key_Delete)
    bench.select("وأرمينيا")
    bench.press(Key.Key_1)
    assert "و[أرمينيا:actor]" in bench.drawing, "that was said of one selection"


def test_selecting_the_word_again_means_the_annotation_in_it(bench):
    bench.select("وأرمينيا")
    bench.press(Key.Key_1)
    bench.double_click(word(bench, "وأرمينيا").start + 3)
    bench.press(Key.Key_4)
    assert "و[أرمينيا:agreement]" in bench.drawing
    assert len(bench.layer) == 1


def test_a_sign_shows_what_stands_outside_and_what_could(bench):
    clitic = Span(word(bench, "وأرمينيا").start, word(bench, "وأرمينيا").start + 1)
    bench.view.place_caret(0)
    bare = signs(bench, clitic)
    bench.select("وأرمينيا")
    proposed = signs(bench, clitic)
    bench.press(Key.Key_1)
    outside = signs(bench, clitic)
    assert proposed > bare
    assert outside > bare
    bench.press(Key.Key_Escape)
    assert signs(bench, clitic) == bare


def test_the_sign_moves_no_letter(bench):
    before = [bench.view.cell(i) for i in range(len(TEXT))]
    bench.select("وأرمينيا")
    bench.press(Key.Key_1)
    bench.press(Key.Key_Comma)
    assert [bench.view.cell(i) for i in range(len(TEXT))] == before


def test_a_word_without_clitics_says_so(bench):
    bench.select("روسيا")
    bench.press(Key.Key_1)
    bench.press(Key.Key_Comma)
    assert "[روسيا:actor]" in bench.drawing
    assert "No letters" in bench.window.notice.text()


def test_without_anything_to_act_on_the_key_says_what_to_do(bench):
    bench.view.place_caret(0)
    bench.press(Key.Key_Comma)
    assert "Select a word" in bench.window.notice.text()


def test_an_empty_project_knows_what_institutions_begin_with(make_bench):
    bench = make_bench("قال مصدر. ووزارة الخارجية نفت لحزب الله ذلك، وبكين بعيدة عن كالديرون.")
    for words in ("ووزارة الخارجية", "لحزب الله", "وبكين", "كالديرون"):
        bench.select(words)
        bench.press(Key.Key_1)
    assert "و[وزارة الخارجية:actor]" in bench.drawing
    assert "ل[حزب الله:actor]" in bench.drawing
    assert "و[بكين:actor]" in bench.drawing
    assert "[كالديرون:actor]" in bench.drawing


def test_one_name_does_not_spoil_another_that_was_marked_whole(make_bench):
    bench = make_bench("جاء فارداك ثم فارداك. وقال ارداك نعم، وعاد فارداك.")
    for part in ("فارداك", "ارداك نعم"):
        bench.select(part)
        bench.press(Key.Key_1)
    text = bench.view.text
    start = text.rindex("فارداك")
    bench.view.select(Span(start, start + len("فارداك")))
    bench.press(Key.Key_1)
    assert [a.span for a in bench.stored()][-1] == Span(start, start + len("فارداك"))
