from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import EditError
from annotator.lint import RULES, Severity, fix_all, lint, message
from annotator.model import (
    DEFAULT_SCHEMA,
    Annotation,
    Article,
    Attribute,
    AttributeKind,
    Layer,
    Relation,
    Schema,
    Span,
    Zone,
)
from tests.helpers.strategies import layers as any_layers

WORDS = (
    "وأرمينيا", "بالكرملين", "بوتين", "وبوتين", "ل", "و", '"', "«", "»", "”", " ", "\u00a0", "،", ".", "(", ")", "\n", "ب",
    "اَ", "\u064e", "\u200f", "\u200c", "ـ", "🇪🇬", "9 نوفمبر 2020", "في", "أمس", "قال: ", "12", "A", "\u200d", "👩‍👩", ":", "🏻",
)  # fmt: skip
VALUES = (
    "بوتين ل",
    "بوتين وبوتين",
    "2021-11-09",
    "1021",
    "2300",
    "أمس",
    "٢٠٢١",
    "2021-1-9",
    " ",
    "x",
)

DATED = Schema(
    tuple(
        label
        if label.name != "date"
        else type(label)(
            label.name,
            label.title_en,
            label.title_ar,
            label.key,
            label.colours,
            label.pattern,
            (Attribute("value", "Value", "القيمة", AttributeKind.DATE, required=True),),
        )
        for label in DEFAULT_SCHEMA.labels
    ),
    DEFAULT_SCHEMA.relations,
)
STRICT = Schema(DATED.labels, DATED.relations, allow_crossing=False)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Article, Layer, Schema]:
    """Articles of awkward words, and layers with edges anywhere in them, some past the end."""
    text = "".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12)))
    article = Article.from_text(text, published=draw(st.sampled_from([None, "2021-11-10"])))
    position = st.integers(0, len(text) + 1)
    edges = st.tuples(position, position).filter(lambda two: two[0] < two[1])
    names = draw(st.lists(st.sampled_from("abcdef"), unique=True, max_size=5))
    annotations = {
        name: Annotation(
            name,
            Span(*draw(edges)),
            draw(st.sampled_from(["actor", "date", "quote", "Actor", "اتفاق", "x"])),
            draw(
                st.dictionaries(
                    st.sampled_from(["value", "canonical"]), st.sampled_from(VALUES), max_size=2
                )
            ),
            draw(st.sampled_from(["", "note"])),
        )
        for name in names
    }
    ends = st.sampled_from([*names, "gone"])
    relations = draw(
        st.frozensets(
            st.builds(Relation, st.sampled_from(["speaker", "y"]), ends, ends), max_size=3
        )
    )
    zones = draw(st.frozensets(st.builds(Zone, edges.map(lambda two: Span(*two))), max_size=1))
    layer = Layer("sara", article.id, annotations=annotations, relations=relations, zones=zones)
    return article, layer, draw(st.sampled_from([DATED, STRICT]))


def gravity(article: Article, layer: Layer, schema: Schema, above: Severity) -> Counter[str]:
    return Counter(f.rule for f in lint(article, layer, schema) if f.severity > above)


@settings(max_examples=200, deadline=None)
@given(cases())
def test_a_fix_removes_its_finding_and_brings_none_that_is_more_severe(case):
    article, layer, schema = case
    for finding in lint(article, layer, schema):
        if finding.fix is None:
            continue
        try:
            mended = finding.fix.apply(layer)
        except EditError as error:
            raise AssertionError(f"{finding} does not fit its own layer") from error
        assert finding.key not in {f.key for f in lint(article, mended, schema)}, finding
        more = gravity(article, mended, schema, finding.severity)
        assert more <= gravity(article, layer, schema, finding.severity), finding
        assert finding.fix.revert(mended) == layer


@settings(max_examples=100, deadline=None)
@given(cases(), st.sampled_from(sorted(RULES)))
def test_fixing_all_of_a_kind_leaves_none_that_can_be_fixed(case, rule):
    article, layer, schema = case
    edit = fix_all(rule, article, layer, schema)
    mended = edit.apply(layer) if edit else layer
    assert [f for f in lint(article, mended, schema) if f.rule == rule and f.fix] == []
    assert edit is None or edit.revert(mended) == layer


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_no_layer_on_no_article_makes_it_raise(data):
    texts = st.text(max_size=40).filter(bool)
    article = Article.from_text(
        data.draw(texts), published=data.draw(st.none() | st.text(max_size=10))
    )
    other = Article.from_text(data.draw(texts))
    layer = data.draw(any_layers(other))
    for finding in lint(article, layer, DATED):
        assert message(finding)
