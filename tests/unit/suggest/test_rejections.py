"""What is waved off: once hides it in the article, three times everywhere, and all of it can be taken back."""

import pytest

from annotator.edits import Decide
from annotator.model import DEFAULT_SCHEMA, Annotation, Article, Layer, Span
from annotator.suggest.engine import SuggestionEngine
from annotator.suggest.rejections import (
    Rejection,
    offering_again,
    rejection_of,
    rejections_in,
    waving_off,
)
from annotator.text.folding import fold_key

SENTENCE = "وصل الوفد إلى روسيا"


def offered(engine: SuggestionEngine, article: Article, layer: Layer) -> list[str]:
    return [
        one.span.of(article.text) for one in engine.suggest(article, layer) if one.label == "actor"
    ]


def wave_off(engine: SuggestionEngine, article: Article, layer: Layer, word: str) -> Layer:
    start = article.text.index(word)
    rejection = rejection_of(article.text, Span(start, start + len(word)), "actor")
    layer = waving_off(rejection, layer).apply(layer)
    engine.learn(article, layer)
    return layer


def article(number: int) -> tuple[Article, Layer]:
    made = Article.from_text(f"{SENTENCE}\n{number}")
    return made, Layer("sara", made.id)


def test_a_rejection_is_label_folded_words_and_the_word_before():
    text = "وصل إلى روسيا\nروسيا"
    assert rejection_of(text, Span(8, 13), "actor") == Rejection("actor", "روسيا", fold_key("إلى"))
    assert rejection_of(text, Span(14, 19), "actor") == Rejection("actor", "روسيا", "")


def test_once_hides_it_in_the_article_and_nowhere_else():
    engine = SuggestionEngine(DEFAULT_SCHEMA)
    first, layer = article(1)
    assert offered(engine, first, layer) == ["روسيا"]
    layer = wave_off(engine, first, layer, "روسيا")
    assert offered(engine, first, layer) == []
    assert offered(engine, *article(2)) == ["روسيا"]


def test_after_another_word_or_as_another_label_it_is_offered_still():
    engine = SuggestionEngine(DEFAULT_SCHEMA)
    made = Article.from_text(f"{SENTENCE} وقادة روسيا")
    layer = wave_off(engine, made, Layer("sara", made.id), "روسيا")
    assert offered(engine, made, layer) == ["روسيا"]
    assert not engine.rejections.hides(made.id, Rejection("agreement", "روسيا", fold_key("إلى")))


def test_three_times_hide_it_everywhere_until_it_is_tagged_or_taken_back():
    engine = SuggestionEngine(DEFAULT_SCHEMA)
    layers = {}
    for number in (1, 2, 3):
        assert offered(engine, *article(9)) == ["روسيا"]
        made, layer = article(number)
        layers[number] = wave_off(engine, made, layer, "روسيا")
    assert offered(engine, *article(9)) == []
    (hidden,) = engine.rejections.all()
    assert hidden.is_everywhere
    assert len(hidden.articles) == 3

    made, layer = article(4)
    start = made.text.index("روسيا")
    tagged = layer.added(Annotation("x", Span(start, start + 5), "actor"))
    engine.learn(made, tagged)
    assert offered(engine, *article(9)) == ["روسيا"]
    engine.learn(made, layer)
    assert offered(engine, *article(9)) == []

    made, _ = article(1)
    (rejection,) = rejections_in(layers[1])
    engine.learn(made, offering_again(rejection, layers[1]).apply(layers[1]))
    assert offered(engine, *article(9)) == ["روسيا"]


def test_waving_off_is_an_edit_that_undo_takes_back():
    _, layer = article(1)
    rejection = Rejection("actor", "روسيا", "الي")
    edit = waving_off(rejection, layer)
    after = edit.apply(layer)
    assert rejections_in(after) == (rejection,)
    assert edit.revert(after) == layer
    assert waving_off(rejection, after) is None
    assert offering_again(rejection, layer) is None


@pytest.mark.parametrize(
    "record", ["{}", "no json", '{"refused":{"ruling":"x"}}', '{"waved_off":3}']
)
def test_other_decisions_of_a_layer_are_no_rejections(record):
    _, layer = article(1)
    assert rejections_in(Decide(frozenset([record])).apply(layer)) == ()


def test_forgetting_an_article_forgets_what_was_waved_off_in_it():
    engine = SuggestionEngine(DEFAULT_SCHEMA)
    made, layer = article(1)
    wave_off(engine, made, layer, "روسيا")
    engine.forget(made.id)
    assert engine.rejections.all() == ()
    assert offered(engine, made, layer) == ["روسيا"]
