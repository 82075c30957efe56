"""Undo is seen: it says what it undid and where, shows the place, and asks before it leaves the article."""

import pytest
from PySide6.QtCore import Qt

from annotator.edits import ChangeAnnotation

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LONG = "قال بوتين نعم.\n" + "وعاد الوفد إلى المدينة.\n" * 120 + "ثم عاد علييف."


def undo(bench):
    bench.window.notice.hide()
    bench.shortcut(Key.Key_Z, CTRL)


def redo(bench):
    bench.window.notice.hide()
    bench.shortcut(Key.Key_Z, CTRL | SHIFT)


def said(bench):
    notice = bench.window.notice
    return notice.text() if notice.isVisible() else ""


def tag(bench, words, key=Key.Key_1):
    bench.select(words)
    bench.press(key)


def shows(bench, words):
    return bench.view.viewport().rect().contains(bench.view.line_rect(bench.span(words)))


def to_the_end(bench):
    bar = bench.view.verticalScrollBar()
    bar.setValue(bar.maximum())


@pytest.mark.parametrize(
    ("language", "undone", "redone"),
    [
        (
            "en",
            "Undone: Actor \u2068بوتين\u2069 · article 1",
            "Redone: Actor \u2068بوتين\u2069 · article 1",
        ),
        (
            "ar",
            "تُراجع عن: فاعل \u2068بوتين\u2069 · المقال ١",
            "أُعيد: فاعل \u2068بوتين\u2069 · المقال ١",
        ),
    ],
)
def test_undo_and_redo_say_what_and_where(make_bench, language, undone, redone):
    bench = make_bench("قال بوتين", language=language, region="EG")
    tag(bench, "بوتين")
    undo(bench)
    assert said(bench) == undone
    redo(bench)
    assert said(bench) == redone


def test_the_place_comes_into_view(make_bench):
    bench = make_bench(LONG)
    tag(bench, "بوتين")
    to_the_end(bench)
    assert not shows(bench, "بوتين")
    undo(bench)
    assert shows(bench, "بوتين")
    assert len(bench.layer) == 0
    to_the_end(bench)
    redo(bench)
    assert shows(bench, "بوتين")
    assert bench.view.current == next(iter(bench.layer)).id


def test_what_was_changed_of_it_is_said_too(bench):
    tag(bench, "بوتين")
    made = next(iter(bench.layer))
    bench.session.set_note(made.id, "؟")
    undo(bench)
    assert said(bench) == "Undone: Actor \u2068بوتين\u2069 (change note) · article 1"


def test_several_annotations_are_counted(bench):
    for words in ("بوتين", "روسيا", "علييف"):
        tag(bench, words)
    bench.session.delete(tuple(a.id for a in bench.layer))
    undo(bench)
    assert said(bench) == "Undone: delete annotations · 3 annotations · article 1"
    assert len(bench.layer) == 3


def test_what_has_no_annotation_is_named(bench):
    bench.session.add_zone(bench.span("بوتين"), "nav")
    undo(bench)
    assert said(bench) == "Undone: mark out of scope · article 1"


def test_undo_never_leaves_the_article_without_saying_so(bench):
    tag(bench, "بوتين")
    first = bench.session.article.id
    bench.shortcut(Key.Key_PageDown, CTRL)
    second = bench.session.article.id
    undo(bench)
    assert said(bench) == "The next undo is in article 1: press again to go there."
    assert bench.session.article.id == second
    assert len(bench.session.layer_of(first)) == 1
    undo(bench)
    assert bench.session.article.id == first
    assert len(bench.layer) == 0
    assert said(bench) == "Undone: Actor \u2068بوتين\u2069 · article 1"


def test_redo_asks_as_well(bench):
    tag(bench, "بوتين")
    undo(bench)
    bench.shortcut(Key.Key_PageDown, CTRL)
    redo(bench)
    assert said(bench) == "The next redo is in article 1: press again to go there."
    redo(bench)
    assert len(bench.layer) == 1


def test_the_question_is_asked_anew_after_something_else_was_done(bench):
    tag(bench, "بوتين")
    first = bench.session.article.id
    bench.shortcut(Key.Key_PageDown, CTRL)
    undo(bench)
    tag(bench, "باشينيان")
    undo(bench)
    undo(bench)
    assert said(bench).startswith("The next undo is in article 1")
    assert bench.session.article.id != first


def test_many_articles_at_once_are_undone_where_one_is_and_named(make_bench):
    bench = make_bench("قال بوتين", "عاد بوتين", "نعم")
    ids = [entry.id for entry in bench.session.entries()]
    for article_id in ids[:2]:
        bench.session.open_article(article_id)
        tag(bench, "بوتين")
    bench.session.open_article(ids[2])
    made = [(i, next(iter(bench.session.layer_of(i)))) for i in ids[:2]]
    bench.session.perform_all(
        [(i, ChangeAnnotation(a, a.with_attribute("canonical", "ب"))) for i, a in made], "rename"
    )
    undo(bench)
    assert bench.session.article.id == ids[2]
    assert said(bench) == "Undone: rename · 2 annotations · articles 1, 2"
    assert [next(iter(bench.session.layer_of(i))).attributes for i in ids[:2]] == [{}, {}]


def test_deleting_out_of_view_shows_and_says_what_went(make_bench):
    bench = make_bench(LONG)
    tag(bench, "بوتين")
    bench.press(Key.Key_Delete)
    assert said(bench) == "", "in view it is seen"
    undo(bench)
    bench.window.notice.hide()
    to_the_end(bench)
    bench.press(Key.Key_Delete)
    assert len(bench.layer) == 0
    assert shows(bench, "بوتين")
    assert said(bench) == "Deleted: Actor \u2068بوتين\u2069"
