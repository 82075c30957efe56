"""Suggestions become annotations that remember what was offered."""

from annotator.edits import Inverse
from annotator.model import (
    DEFAULT_SCHEMA,
    Annotation,
    Article,
    Layer,
    Offer,
    Origin,
    Relation,
    Span,
    Status,
)
from annotator.suggest.engine import SuggestionEngine
from annotator.suggest.taking import annotation_of, taking, taking_all
from annotator.suggest.values import Reason, Suggestion

TEXT = 'قال بوتين أمس: "إن الاتفاق نافذ ولا رجعة عنه أبدا".'
ARTICLE = Article.from_text(TEXT, published="2021-02-18")
EMPTY = Layer("sara", ARTICLE.id)
PUTIN = Suggestion(
    Span(4, 9),
    "actor",
    0.91,
    "names",
    Reason("tagged", ("3", "3")),
    {"canonical": "فلاديمير بوتين"},
)


def test_taking_keeps_engine_score_and_what_was_offered():
    layer = taking(PUTIN, TEXT, EMPTY, DEFAULT_SCHEMA).apply(EMPTY)
    (made,) = layer
    assert (made.span, made.label, made.origin) == (PUTIN.span, "actor", Origin.SUGGESTED)
    assert made.attributes == {"canonical": "فلاديمير بوتين"}
    assert made.offer == Offer("names", 0.91, PUTIN.span, "actor", {"canonical": "فلاديمير بوتين"})
    assert not made.is_edited
    assert layer.status == Status.IN_PROGRESS


def test_other_edges_another_label_another_value_are_edits_and_a_new_value_is_none():
    made = annotation_of(PUTIN, DEFAULT_SCHEMA)
    assert annotation_of(PUTIN, DEFAULT_SCHEMA, span=Span(4, 13)).is_edited
    assert annotation_of(PUTIN, DEFAULT_SCHEMA, label="agreement").is_edited
    assert made.with_attribute("canonical", "بوتين").is_edited
    assert made.with_attribute("canonical", "").is_edited
    assert not made.with_attribute("role", "yes").is_edited
    assert not Annotation("x", Span(0, 1), "actor").is_edited


def test_as_another_label_it_keeps_the_values_that_label_has():
    kept = annotation_of(PUTIN, DEFAULT_SCHEMA, label="agreement")
    lost = annotation_of(PUTIN, DEFAULT_SCHEMA, label="date")
    assert kept.attributes == {"canonical": "فلاديمير بوتين"}
    assert lost.attributes == {}
    assert kept.offer.label == lost.offer.label == "actor"


def test_what_does_not_go_with_the_layer_any_more_is_not_taken():
    for span, label in [(Span(4, 9), "date"), (Span(0, 6), "date"), (Span(0, 13), "actor")]:
        layer = EMPTY.added(Annotation("x", span, label))
        assert taking(PUTIN, TEXT, layer, DEFAULT_SCHEMA) is None
    around = EMPTY.added(Annotation("x", Span(0, 13), "quote"))
    assert taking(PUTIN, TEXT, around, DEFAULT_SCHEMA) is not None


def suggested() -> tuple[Suggestion, ...]:
    return SuggestionEngine(DEFAULT_SCHEMA).suggest(ARTICLE, EMPTY)


def test_a_quotation_is_linked_to_whom_the_text_names():
    quote = next(one for one in suggested() if one.label == "quote")
    layer = taking(PUTIN, TEXT, EMPTY, DEFAULT_SCHEMA).apply(EMPTY)
    (actor,) = layer
    after = taking(quote, TEXT, layer, DEFAULT_SCHEMA).apply(layer)
    made = next(one for one in after if one.label == "quote")
    assert after.relations == {Relation("speaker", made.id, actor.id)}
    assert taking(quote, TEXT, EMPTY, DEFAULT_SCHEMA).apply(EMPTY).relations == frozenset()


def test_all_certain_ones_are_taken_as_one_edit_and_quotations_find_their_speakers():
    found = [PUTIN, *suggested()]
    edit = taking_all(found, TEXT, EMPTY, DEFAULT_SCHEMA)
    after = edit.apply(EMPTY)
    assert sorted(a.label for a in after) == ["actor", "date", "quote"]
    assert len(after.relations) == 1
    assert Inverse(edit).apply(after) == EMPTY
    assert taking_all(found, TEXT, EMPTY, DEFAULT_SCHEMA, least=0.99) is None
