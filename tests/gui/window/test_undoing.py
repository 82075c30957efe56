"""Undo and redo, over articles and over what others did."""

import json

from PySide6.QtCore import Qt

from tests.gui.window.conftest import ANNOTATOR

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def test_a_layer_that_an_import_replaced_has_nothing_to_redo(bench, tmp_path):
    """The edits before were made for a layer that is another one now: doing them again would damage it."""
    bench.tag("بوتين")
    bench.shortcut(Key.Key_Z, CTRL)
    bench.wait_until_saved()
    assert bench.window.actions_table["redo"].isEnabled()
    span = bench.span("روسيا")
    line = {
        "text": bench.view.text,
        "spans": [{"start": span.start, "end": span.end, "label": "actor"}],
    }
    file = tmp_path / "work.jsonl"
    file.write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")
    bench.session.project.import_files([file], options={"annotator": ANNOTATOR})
    bench.session.reload_articles()
    imported = bench.drawing
    assert "[روسيا:actor]" in imported
    assert not bench.window.actions_table["redo"].isEnabled()
    bench.shortcut(Key.Key_Z, CTRL_SHIFT)
    assert bench.drawing == imported
    assert len(bench.stored()) == 1


def test_undo_and_redo_everything(bench):
    states = [bench.drawing]
    bench.tag("بوتين")
    states.append(bench.drawing)
    bench.press(Key.Key_2)
    states.append(bench.drawing)
    bench.tag("روسيا")
    states.append(bench.drawing)
    bench.press(Key.Key_Delete)
    states.append(bench.drawing)
    for state in reversed(states[:-1]):
        bench.shortcut(Key.Key_Z, CTRL)
        assert bench.drawing == state
    for state in states[1:]:
        bench.shortcut(Key.Key_Z, CTRL_SHIFT)
        assert bench.drawing == state
    assert [a.label for a in bench.stored()] == ["date"]


def test_undo_goes_back_to_the_article_the_edit_was_made_in(bench):
    bench.tag("بوتين")
    first = bench.session.article.id
    bench.shortcut(Key.Key_PageDown, CTRL)
    assert bench.session.article.id != first
    bench.tag("باشينيان")
    second = bench.session.article.id
    bench.shortcut(Key.Key_Z, CTRL)
    assert (bench.session.article.id, len(bench.layer)) == (second, 0)
    bench.shortcut(Key.Key_Z, CTRL)
    assert bench.session.article.id == second, "said first"
    bench.shortcut(Key.Key_Z, CTRL)
    assert (bench.session.article.id, len(bench.layer)) == (first, 0)
    assert bench.stored(first) == []
    assert bench.stored(second) == []


def test_only_the_steps_of_one_moved_edge_are_one_undo(bench):
    """A relabelling, a value and a note that follow each other are three steps; an edge moved by two letters is one."""
    bench.tag("بوتين")
    annotation = bench.view.current
    bench.press(Key.Key_4)
    bench.session.set_attribute(annotation, "canonical", "x")
    bench.session.set_note(annotation, "a note")
    assert bench.session.undo_stack.count() == 4
    bench.press(Key.Key_BracketRight)
    bench.press(Key.Key_Right)
    bench.press(Key.Key_Right)
    assert bench.session.undo_stack.count() == 5
    bench.shortcut(Key.Key_Z, CTRL)
    bench.shortcut(Key.Key_Z, CTRL)
    assert (bench.layer[annotation].note, bench.layer[annotation].attribute("canonical")) == (
        "",
        "x",
    )
