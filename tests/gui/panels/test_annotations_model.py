from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from annotator.edits import changed_ids
from annotator.model import DEFAULT_SCHEMA, Annotation, Layer, Relation, Span
from tests.gui.panels.layers import (
    BAKU,
    PUTIN,
    QUOTE,
    STATEMENT,
    TEXT,
    sample_layer,
    with_attributes,
)
from ui.panels.annotations.annotations_model import MANY, AnnotationRole, AnnotationsModel, Filter

LETTERS = "بوتين قال إن الاتفاق مهم جدا "

annotations = st.builds(
    lambda number, start, length, label, note: Annotation(
        f"{number:x}", Span(start, start + length), label, {}, note
    ),
    st.integers(0, 15),
    st.integers(0, len(LETTERS) - 9),
    st.integers(1, 8),
    st.sampled_from(DEFAULT_SCHEMA.label_names),
    st.sampled_from(["", "مهم"]),
)
layers = st.lists(annotations, max_size=12).map(
    lambda made: Layer("a", "x", annotations={a.id: a for a in made})
)
filters = st.builds(
    Filter.of, st.sampled_from(["", "مهم", "ق"]), st.sampled_from([None, "actor", "quote"])
)


def listed(model):
    return [model.annotation_at(model.index(row, 0)) for row in range(model.rowCount())]


def model_of(layer, text=TEXT, wanted=None):
    model = AnnotationsModel()
    model.show(layer, text, DEFAULT_SCHEMA, "en")
    if wanted is not None:
        model.filter(wanted)
    return model


@given(layers, layers, filters)
def test_going_on_row_by_row_lists_the_same_as_listing_anew(before, after, wanted):
    model = model_of(before, LETTERS, wanted)
    rows = listed(model)
    model.rowsInserted.connect(lambda _, first, _last: rows.insert(first, None))
    model.rowsRemoved.connect(lambda _, first, _last: rows.pop(first))
    model.update(after, changed_ids(before, after))
    assert listed(model) == listed(model_of(after, LETTERS, wanted))
    assert len(rows) == model.rowCount()
    assert all(model.annotation_at(model.index_of(a.id)) == a for a in listed(model))


def test_annotations_are_listed_in_reading_order_the_outer_first():
    assert [a.id for a in listed(model_of(sample_layer()))] == ["a1", "a2", "a3", "a4", "a5", "a6"]


def test_one_changed_annotation_says_one_changed_row(qtbot):
    layer = sample_layer()
    model = model_of(layer)
    after = with_attributes(layer, BAKU, canonical="باكو، أذربيجان")
    with qtbot.waitSignal(model.dataChanged) as heard, qtbot.assertNotEmitted(model.modelReset):
        model.update(after, changed_ids(layer, after))
    assert heard.args[0].row() == heard.args[1].row() == 3


def test_a_link_marks_both_its_ends_at_once():
    layer = sample_layer()
    model = model_of(layer)
    changed = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    model.update(layer.linked(Relation("speaker", QUOTE, BAKU)), frozenset())
    assert changed == [3]
    assert [model.index(row, 0).data(AnnotationRole.LINKED) for row in range(6)] == [
        *(True, False, True, True),
        *(False, False),
    ]


def test_many_changes_at_once_are_listed_anew():
    before = Layer("a", "x")
    many = {
        f"{n:03}": Annotation(f"{n:03}", Span(n % 20, n % 20 + 3), "actor") for n in range(MANY)
    }
    after = Layer("a", "x", annotations=many)
    model = model_of(before)
    model.update(after, changed_ids(before, after))
    assert len(listed(model)) == MANY


def test_the_filter_finds_words_in_text_value_and_note():
    model = model_of(sample_layer())

    def found(query, label=None):
        model.filter(Filter.of(query, label))
        return [a.id for a in listed(model)]

    assert found("باكو") == [QUOTE, BAKU]
    assert found("باكو", "actor") == [BAKU]
    assert found("فلاديمير") == [PUTIN]
    assert found("اي بيان") == [STATEMENT]
    assert found("لا يوجد") == []


def test_the_nearest_is_the_last_that_starts_before():
    model = model_of(sample_layer(), wanted=Filter.of(label="actor"))
    quote = sample_layer()[QUOTE]
    assert model.annotation_at(model.nearest(quote.start)).id == PUTIN
    assert model.annotation_at(model.nearest(len(TEXT))).id == "a5"
    assert model.annotation_at(model.nearest(0)).id == PUTIN


def test_a_value_that_repeats_the_words_is_not_shown_twice():
    layer = with_attributes(sample_layer(), BAKU, canonical="باكو")
    model = model_of(layer)
    assert model.index_of(BAKU).data(AnnotationRole.VALUE) == ""
    assert model.index_of(PUTIN).data(AnnotationRole.VALUE) == "فلاديمير بوتين"


def test_a_label_that_the_schema_does_not_have_is_listed_by_its_name():
    layer = Layer("a", "x", annotations={"p": Annotation("p", Span(4, 9), "place")})
    model = model_of(layer)
    assert model.index(0, 0).data(AnnotationRole.LABEL) is None
    assert "place" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
