"""What a label key means where several things are near: the selection, the word, the annotation."""

import pytest
from PySide6.QtCore import Qt

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def labels(bench):
    return {a.span.of(bench.view.text): a.label for a in bench.layer}


def tag(bench, words, key):
    bench.select(words)
    bench.press(key)


def test_a_key_inside_a_longer_annotation_tags_the_word(bench):
    tag(bench, "قال بوتين إن روسيا", Key.Key_3)
    bench.click(bench.span("بوتين").start + 2)
    bench.press(Key.Key_1)
    assert labels(bench) == {"قال بوتين إن روسيا": "quote", "بوتين": "actor"}


def test_the_annotation_gone_to_is_relabelled_as_a_whole(bench):
    tag(bench, "قال بوتين إن روسيا", Key.Key_3)
    tag(bench, "علييف", Key.Key_1)
    bench.press(Key.Key_K)
    bench.press(Key.Key_4)
    assert labels(bench)["قال بوتين إن روسيا"] == "agreement"


def test_so_is_the_one_that_was_just_made_and_the_one_chosen_among_overlapping(bench):
    tag(bench, "قال بوتين إن روسيا", Key.Key_3)
    bench.press(Key.Key_4)
    assert labels(bench) == {"قال بوتين إن روسيا": "agreement"}
    bench.click(bench.span("بوتين").start + 2)
    bench.press(Key.Key_1)
    bench.click(bench.span("بوتين").start + 2)
    bench.press(Key.Key_O)
    bench.press(Key.Key_3)
    assert labels(bench) == {"قال بوتين إن روسيا": "quote", "بوتين": "actor"}


def test_moving_the_caret_inside_means_the_word_again(bench):
    tag(bench, "قال بوتين إن روسيا", Key.Key_3)
    bench.press(Key.Key_K)
    bench.press(Key.Key_J)
    bench.view.place_caret(bench.span("روسيا").start + 1)
    bench.press(Key.Key_1)
    assert labels(bench) == {"قال بوتين إن روسيا": "quote", "روسيا": "actor"}


@pytest.mark.parametrize("how", ["click", "select"])
def test_a_word_that_is_the_annotation_relabels_it(bench, how):
    tag(bench, "بوتين", Key.Key_1)
    bench.view.place_caret(0)
    if how == "click":
        bench.click(bench.span("بوتين").start + 1)
    else:
        bench.select("بوتين")
    bench.press(Key.Key_2)
    assert labels(bench) == {"بوتين": "date"}


def test_a_word_longer_than_the_annotation_in_it_relabels_that(bench):
    tag(bench, "وأرمينيا", Key.Key_1)
    assert labels(bench) == {"أرمينيا": "actor"}
    bench.view.place_caret(0)
    bench.click(bench.span("أرمينيا").start + 2)
    bench.press(Key.Key_3)
    assert labels(bench) == {"أرمينيا": "quote"}


def test_alt_means_the_annotation_also_inside_it(bench):
    tag(bench, "قال بوتين إن روسيا", Key.Key_3)
    bench.click(bench.span("بوتين").start + 2)
    bench.press(Key.Key_4, ALT)
    assert sorted(a.label for a in bench.layer) == ["agreement", "quote"]
    assert len({a.span for a in bench.layer}) == 1


def test_a_new_label_takes_no_values_it_does_not_have_and_undo_brings_them_back(bench):
    tag(bench, "بوتين", Key.Key_1)
    made = next(iter(bench.layer))
    bench.session.set_attribute(made.id, "canonical", "فلاديمير بوتين")
    bench.view.go_to(bench.layer[made.id])
    bench.press(Key.Key_2)
    assert (bench.layer[made.id].label, bench.layer[made.id].attributes) == ("date", {})
    bench.shortcut(Key.Key_Z, CTRL)
    assert bench.layer[made.id].label == "actor"
    assert bench.layer[made.id].attributes == {"canonical": "فلاديمير بوتين"}


def test_values_that_both_labels_have_are_kept(bench):
    tag(bench, "بوتين", Key.Key_1)
    made = next(iter(bench.layer))
    bench.session.set_attribute(made.id, "canonical", "بوتين")
    bench.view.go_to(bench.layer[made.id])
    bench.press(Key.Key_4)
    assert bench.layer[made.id].attributes == {"canonical": "بوتين"}


def test_relabelling_and_typing_a_value_are_two_steps(bench):
    tag(bench, "بوتين", Key.Key_1)
    made = next(iter(bench.layer))
    bench.session.relabel(made.id, "agreement")
    bench.session.set_attribute(made.id, "canonical", "أ")
    bench.session.set_attribute(made.id, "canonical", "أب")
    bench.shortcut(Key.Key_Z, CTRL)
    assert bench.layer[made.id].attribute("canonical") == "أ"
    bench.shortcut(Key.Key_Z, CTRL)
    assert bench.layer[made.id].attributes == {}
    assert bench.layer[made.id].label == "agreement"
    bench.shortcut(Key.Key_Z, CTRL)
    assert bench.layer[made.id].label == "actor"
