"""What is suggested: properties that always hold, and what an engine learns on the way."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model import (
    DEFAULT_SCHEMA,
    Annotation,
    Article,
    Layer,
    Span,
    Status,
    Zone,
    new_id,
)
from annotator.model.names import Name, Registry
from annotator.suggest.engine import SuggestionEngine, Whose
from annotator.suggest.learning.training import train
from annotator.suggest.values import Suggestion
from annotator.text import clitics, graphemes
from annotator.text.tokens import tokenize
from tests.helpers.pictures import picture

PIECES = (
    *("قال", "بوتين", "وبوتين", "لبوتين", "علييف", "الرئيس الروسي", "روسيا", "وأرمينيا", "للأمم المتحدة", "بموسكو", "في", "باكو"),
    *("أمس", "9 نوفمبر 2020", "العام الماضي", "2019", '"إن الاتفاق نافذ اليوم ولا رجعة عنه"', "«كامل وغير مشروط»", ":"),
    *("اتفاق السلام", "البيان الثلاثي", "هذا الاتفاق", "\n", "،", ".", "🇪🇬", "بُوتِين\u200f", "بو\u0640تين", "Putin", "(", ")"),
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map(" ".join)


@st.composite
def works(draw: st.DrawFn) -> tuple[Article, Layer]:
    """Return an article with any layer: spans on tokens and off them, zones, any status."""
    text = draw(TEXTS)
    article = Article.from_text(text, published="2021-02-18")
    made: dict[str, Annotation] = {}
    for number in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, min(len(text), start + 20)))
        if draw(st.booleans()):
            on = [t for t in tokenize(text) if t.end > start]
            start, end = (on[0].start, on[0].end) if on else (start, end)
        label = draw(st.sampled_from(["actor", "date", "quote", "agreement", "unknown"]))
        made[f"a{number}"] = Annotation(f"a{number}", Span(start, end), label)
    zones = frozenset[Zone]()
    if draw(st.booleans()):
        start = draw(st.integers(0, len(text) - 1))
        zones = frozenset([Zone(Span(start, draw(st.integers(start + 1, len(text)))))])
    status = draw(st.sampled_from(list(Status)))
    return article, Layer("sara", article.id, status, made, zones=zones)


def begins_a_word_or_behind_a_clitic(text: str, start: int) -> bool:
    token = next(t for t in tokenize(text) if t.start <= start < t.end)
    return start in clitics.candidate_starts(text, token.start, token.end)


def check(article: Article, layer: Layer, found: tuple[Suggestion, ...]) -> None:
    text = article.text
    edges = set(graphemes.boundaries(text))
    ends = {token.end for token in tokenize(text)}
    assert [one.key for one in found] == sorted(one.key for one in found)
    for number, one in enumerate(found):
        assert 0.5 <= one.score <= 1
        assert {one.span.start, one.span.end} <= edges
        if one.label in ("actor", "agreement"):
            assert begins_a_word_or_behind_a_clitic(text, one.span.start)
            assert one.span.end in ends or text[one.span.end - 1] in "\u200c\u200d\u200e\u200f"
        assert not any(zone.span.overlaps(one.span) for zone in layer.zones)
        for there in layer:
            assert there.span != one.span
            assert not there.span.crosses(one.span)
            assert there.label != one.label or not there.span.overlaps(one.span)
        for other in found[number + 1 :]:
            assert one.span != other.span
            assert not one.span.crosses(other.span)
            assert one.label != other.label or not one.span.overlaps(other.span)
        label = DEFAULT_SCHEMA.label(one.label)
        assert set(one.attributes) <= {attribute.name for attribute in label.attributes}


@given(st.lists(works(), max_size=3), works())
def test_suggestions_fit_words_each_other_and_what_is_there(taught, asked):
    engine = SuggestionEngine(DEFAULT_SCHEMA)
    for article, layer in taught:
        engine.learn(article, layer)
    article, layer = asked
    before = article.text
    found = engine.suggest(article, layer)
    check(article, layer, found)
    assert article.text == before
    assert engine.suggest(article, layer) == found
    again = SuggestionEngine(DEFAULT_SCHEMA)
    for one in reversed({article.id: (article, layer) for article, layer in taught}.values()):
        again.learn(*one)
    assert again.suggest(article, layer) == found


@settings(max_examples=25)
@given(st.lists(works(), min_size=2, max_size=4), works())
def test_with_a_model_they_fit_as_well(taught, asked):
    engine = SuggestionEngine(DEFAULT_SCHEMA)
    for number, (article, layer) in enumerate(taught):
        spans = [Span(t.start, t.end) for t in tokenize(article.text)[:5]]
        more = {
            f"m{number}{i}": Annotation(f"m{number}{i}", s, "actor") for i, s in enumerate(spans)
        }
        done = replace(layer, annotations=more, status=Status.DONE)
        engine.learn(article, done)
    model = train(engine.lesson())
    engine.adopt(model)
    article, layer = asked
    found = engine.suggest(article, layer)
    check(article, layer, found)
    engine.adopt(train(engine.lesson()))
    assert engine.suggest(article, layer) == found


def shown(article: Article, found: tuple[Suggestion, ...], label: str = "actor") -> list[str]:
    return [one.span.of(article.text) for one in found if one.label == label]


def test_the_first_annotation_is_suggested_where_else_it_stands():
    text, layer = picture("زار [زلفان:actor] المدينة ثم غادر زلفان ومعه وفد")
    article = Article.from_text(text)
    engine = SuggestionEngine(DEFAULT_SCHEMA)
    empty = Layer("sara", article.id)
    assert shown(article, engine.suggest(article, empty)) == []
    engine.learn(article, layer)
    (one,) = (s for s in engine.suggest(article, layer) if s.label == "actor")
    assert one.span.start == text.rindex("زلفان")
    assert (one.engine, one.reason.code, one.reason.arguments) == ("names", "tagged", ("1", "1"))
    engine.learn(article, empty)
    assert shown(article, engine.suggest(article, empty)) == []


def test_what_is_mostly_left_is_not_suggested():
    engine = SuggestionEngine(DEFAULT_SCHEMA, seed=False)
    text, layer = picture("[زلفان:actor] ثم زلفان ثم زلفان ثم زلفان")
    article = Article.from_text(text)
    new = Article.from_text("عاد زلفان")
    engine.learn(article, layer)
    assert shown(new, engine.suggest(new, Layer("sara", new.id))) == ["زلفان"]
    engine.learn(article, layer.with_status(Status.DONE))
    assert shown(new, engine.suggest(new, Layer("sara", new.id))) == []


def test_names_of_the_project_are_suggested_with_their_canonical_name():
    registry = Registry((Name("actor", "حزب النور", ("النوريون",)),))
    engine = SuggestionEngine(DEFAULT_SCHEMA, registry)
    article = Article.from_text("قال إن النوريون غادروا")
    (one,) = (
        s
        for s in engine.suggest(article, Layer("sara", article.id))
        if s.reason.code == "registered"
    )
    assert one.attributes == {"canonical": "حزب النور"}
    assert one.reason.arguments == ("حزب النور",)


def test_a_name_is_suggested_with_the_canonical_name_it_was_given():
    engine = SuggestionEngine(DEFAULT_SCHEMA)
    text, layer = picture("زار [زلفان:actor] المدينة")
    named = {k: a.with_attribute("canonical", "زلفان الأول") for k, a in layer.annotations.items()}
    engine.learn(Article.from_text(text), replace(layer, annotations=named))
    new = Article.from_text("عاد زلفان")
    (one,) = engine.suggest(new, Layer("sara", new.id))
    assert one.attributes == {"canonical": "زلفان الأول"}


def test_dates_and_quotations_come_with_value_and_speaker():
    article = Article.from_text(
        'قال بوتين أمس: "إن الاتفاق نافذ ولا رجعة عنه أبدا".', published="2021-02-18"
    )
    engine = SuggestionEngine(DEFAULT_SCHEMA)
    found = {one.label: one for one in engine.suggest(article, Layer("sara", article.id))}
    assert found["date"].attributes == {"value": "2021-02-17"}
    assert found["quote"].speaker.of(article.text) == "بوتين"


def test_a_rule_that_an_annotator_does_not_follow_is_given_up():
    engine = SuggestionEngine(DEFAULT_SCHEMA)
    new = Article.from_text("وقعا معاهدة السلام")
    assert shown(new, engine.suggest(new, Layer("sara", new.id)), "agreement") == ["معاهدة السلام"]
    for number in range(3):
        article = Article.from_text(f"وقعا معاهدة السلام {number} مرات")
        engine.learn(article, Layer("sara", article.id, Status.DONE))
    assert shown(new, engine.suggest(new, Layer("sara", new.id)), "agreement") == []


def test_the_gold_of_an_article_teaches_others_and_never_itself():
    text, layer = picture("زار [زلفان:actor] المدينة ثم غادر [زلفان:actor]")
    article, new = Article.from_text(text), Article.from_text("عاد زلفان")
    engine = SuggestionEngine(DEFAULT_SCHEMA)
    gold = replace(layer.with_status(Status.DONE), annotator="gold")
    engine.learn(article, gold, Whose.GOLD)
    assert shown(new, engine.suggest(new, Layer("sara", new.id))) == ["زلفان"]
    assert shown(article, engine.suggest(article, Layer("sara", article.id))) == []
    assert shown(new, engine.suggest(new, Layer("sara", new.id))) == ["زلفان"]


def suggested_by_model(taught, article: Article) -> int:
    """Count what a model suggests that gold of these articles taught."""
    engine = SuggestionEngine(DEFAULT_SCHEMA)
    for other, layer in taught:
        engine.learn(other, replace(layer, annotator="gold"), Whose.GOLD)
    engine.adopt(train(engine.lesson()))
    found = engine.suggest(article, Layer("sara", article.id))
    return sum(one.engine == "model" for one in found)


def test_a_model_taught_by_gold_is_silent_in_the_articles_that_taught_it(sample):
    article = sample[0][0]
    assert suggested_by_model(sample, article) == 0
    assert suggested_by_model(sample[1:], article) > 0


@pytest.mark.parametrize("status", list(Status))
def test_forgetting_leaves_nothing(sample, status):
    article, layer = sample[0]
    engine = SuggestionEngine(DEFAULT_SCHEMA)
    other = sample[1][0]
    before = engine.suggest(other, Layer("sara", other.id))
    engine.learn(article, layer.with_status(status))
    engine.forget(article.id)
    assert engine.suggest(other, Layer("sara", other.id)) == before


def test_an_annotation_more_and_the_next_suggestion_know_of_each_other(taught, sample):
    """Whatever an annotator tags one after the other, the engine is as if made anew of the layers as they are."""
    article, layer = sample[0]
    now = Layer("a", article.id, zones=layer.zones)
    for annotation in layer.in_order[:12]:
        now = now.added(replace(annotation, id=new_id()))
        taught.learn(article, now)
    fresh = SuggestionEngine(DEFAULT_SCHEMA)
    for other, theirs in sample[1:]:
        fresh.learn(other, theirs)
    fresh.learn(article, now)
    assert taught.suggest(article, now) == fresh.suggest(article, now)
