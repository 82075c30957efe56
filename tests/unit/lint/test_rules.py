from dataclasses import replace

import pytest

from annotator.lint import RULES, Severity, fix_all, lint, message
from annotator.lint.messages import MESSAGES
from annotator.model import (
    DEFAULT_SCHEMA,
    Annotation,
    Article,
    Attribute,
    Layer,
    Relation,
    Schema,
    Span,
    Zone,
)
from tests.helpers.pictures import draw, picture


def article_of(text: str) -> Article:
    return Article.from_text(text, published="2021-02-18")


def rules_of(drawing: str, **changes: object) -> list[str]:
    text, layer = picture(drawing)
    return [f.rule for f in lint(article_of(text), replace(layer, **changes), DEFAULT_SCHEMA)]


def mended(drawing: str) -> str:
    """Fix everything of the first finding's kind and draw what comes of it."""
    text, layer = picture(drawing)
    rule = lint(article_of(text), layer, DEFAULT_SCHEMA)[0].rule
    edit = fix_all(rule, article_of(text), layer, DEFAULT_SCHEMA)
    return draw(text, edit.apply(layer))


@pytest.mark.parametrize(
    ("drawing", "rule", "after"),
    [
        ("قال [بوتين :actor]اليوم", "edge-space", "قال [بوتين:actor] اليوم"),
        ("قال[\u00a0بوتين\u200f:actor]", "edge-space", "قال\u00a0[بوتين:actor]\u200f"),
        ("قال [بوتين،:actor] ثم", "edge-punctuation", "قال [بوتين:actor]، ثم"),
        ("قال [(بوتين):actor] ثم", "edge-punctuation", "قال ([بوتين:actor]) ثم"),
        ("قال [«بوتين»:actor] ثم", "edge-quotation-mark", "قال «[بوتين:actor]» ثم"),
        ('قال [ "بوتين". :actor]', "edge-quotation-mark", 'قال  "[بوتين:actor]". '),
        ("بين باكو [ويريفان:actor] ثم", "clitic-inside", "بين باكو و[يريفان:actor] ثم"),
        ("دعا [لهذا الاتفاق:agreement] ثم", "clitic-inside", "دعا ل[هذا الاتفاق:agreement] ثم"),
        ("قال [بو:actor]تين", "cut-word", "قال [بوتين:actor]"),
        ("قال [فلاديم:actor]ير بوتين", "cut-word", "قال [فلاديمير:actor] بوتين"),
        ("قالَ بوتي[ن:actor]", "cut-word", "قالَ [بوتين:actor]"),
        (
            "انتهت [في نهاية شهر مايو الماضي:date] ثم",
            "date-edges",
            "انتهت في [نهاية شهر مايو الماضي:date] ثم",
        ),
    ],
)
def test_edges_move_to_the_words_that_are_meant(drawing, rule, after):
    assert rules_of(drawing)[0] == rule
    assert mended(drawing) == after


@pytest.mark.parametrize(
    "drawing",
    [
        "بين [أرمينيا:actor] و[أذربيجان:actor]",
        "مع [حزب (البعث):actor] ثم",
        'عن [قناة "روسيا اليوم":actor] ثم',
        "عام [20 ق.م.:x]".replace(":x", ":actor"),
        "بلغت [50%:actor] ثم",
        "في [باكو:actor] و[وزارة الخارجية:actor] مع [فلاديمير:actor]",
        "من [للاتفاقات:agreement] الموقعة",
        "يوم [17 فبراير 2021:agreement] ثم",
    ],
)
def test_what_the_guidelines_ask_for_is_left_alone(drawing):
    assert rules_of(drawing) == []


def test_a_label_that_keeps_clitics_may_begin_with_one():
    text, layer = picture("قال: «[وأرمينيا معنا:quote]»، كما قال [علييف:actor].")
    linked = replace(layer, relations=frozenset({Relation("speaker", "a1", "a2")}))
    assert lint(article_of(text), linked, DEFAULT_SCHEMA) == ()


def test_a_name_the_project_knows_is_not_taken_apart():
    text, layer = picture("قال [وليدان:actor] ثم [وأرمينيا:actor]")
    names = frozenset({"وليدان"})
    found = lint(article_of(text), layer, DEFAULT_SCHEMA, names=names)
    assert [f.annotation for f in found] == ["a2"]


def test_a_title_before_the_name_belongs_outside():
    text, layer = picture("التقى [الرئيس الروسي، فلاديمير بوتين:actor] اليوم [بوتين:actor]")
    named = replace(
        layer,
        annotations={
            "a1": layer["a1"].with_attribute("canonical", "فلاديمير بوتين"),
            "a2": layer["a2"].with_attribute("canonical", "فلاديمير بوتين"),
        },
    )
    (found,) = lint(article_of(text), named, DEFAULT_SCHEMA)
    assert (found.rule, found.annotation) == ("title-inside", "a1")
    assert found.fix.apply(named)["a1"].span.of(text) == "فلاديمير بوتين"


def test_a_state_named_in_full_has_no_title():
    text, layer = picture("مع [جمهورية أذربيجان:actor] ثم")
    named = {"a1": layer["a1"].with_attribute("canonical", "أذربيجان")}
    assert lint(article_of(text), replace(layer, annotations=named), DEFAULT_SCHEMA) == ()


def test_a_span_between_a_letter_and_its_mark_is_widened():
    article = article_of("قالَ بوتين")
    layer = Layer("s", article.id, annotations={"a": Annotation("a", Span(2, 3), "quote")})
    found = [f for f in lint(article, layer, DEFAULT_SCHEMA) if f.rule == "split-character"]
    assert found[0].fix.apply(layer)["a"].span == Span(2, 4)


def crossing_layer() -> tuple[Article, Layer]:
    article = article_of("قوات حفظ السلام الروسية هناك")
    return article, Layer(
        "s",
        article.id,
        annotations={
            "a": Annotation("a", Span(0, 15), "actor"),
            "b": Annotation("b", Span(9, 23), "agreement"),
        },
    )


def test_crossing_annotations_are_said_once_and_the_longer_takes_the_other_in():
    article, layer = crossing_layer()
    (found,) = lint(article, layer, DEFAULT_SCHEMA)
    assert (found.rule, found.annotation, found.other) == ("crossing", "b", "a")
    assert message(found) == "crosses another annotation: قوات حفظ السلام"
    assert found.fix.apply(layer)["a"].span == Span(0, 23)


def test_crossing_is_an_error_only_where_the_schema_forbids_it():
    article, layer = crossing_layer()
    strict = replace(DEFAULT_SCHEMA, allow_crossing=False)
    assert lint(article, layer, DEFAULT_SCHEMA)[0].severity == Severity.WARNING
    assert lint(article, layer, strict)[0].severity == Severity.ERROR


def test_a_repeated_annotation_is_merged_into_the_one_that_knows_more():
    text, layer = picture("قال [بوتين:actor] «[نعم للسلام:quote]»")
    twin = Annotation("twin", layer["a1"].span, "actor", note="سؤال")
    known = layer["a1"].with_attribute("canonical", "فلاديمير بوتين").with_attribute("role", "yes")
    known = replace(known, note="سؤال")
    twin = replace(twin, attributes={"side": "x"}, note="")
    layer = replace(
        layer,
        annotations={"a1": known, "a2": layer["a2"], "twin": twin},
        relations=frozenset({Relation("speaker", "a2", "twin")}),
    )
    (found,) = lint(article_of(text), layer, DEFAULT_SCHEMA)
    after = found.fix.apply(layer)
    assert found.rule == "repeated"
    assert after.annotations.keys() == {"a1", "a2"}
    assert after["a1"].attributes == {
        "canonical": "فلاديمير بوتين",
        "role": "yes",
        "side": "x",
    }
    assert after["a1"].note == "سؤال"
    assert after.relations == {Relation("speaker", "a2", "a1")}


def test_annotations_out_of_scope_are_judged_for_nothing_else():
    text, layer = picture("المصدر: [تاس،:actor]")
    zoned = replace(layer, zones=frozenset({Zone(Span(0, len(text)))}))
    (found,) = lint(article_of(text), zoned, DEFAULT_SCHEMA)
    assert found.rule == "in-zone"
    assert len(found.fix.apply(zoned)) == 0


def dated(words: str, value: str, *, required: bool = False, published: str | None = "2021-02-18"):
    text, layer = picture(words)
    labels = tuple(
        replace(label, attributes=tuple(replace(a, required=required) for a in label.attributes))
        if label.name == "date"
        else label
        for label in DEFAULT_SCHEMA.labels
    )
    article = Article.from_text(text, published=published)
    layer = replace(layer, annotations={"a1": layer["a1"].with_attribute("value", value)})
    found = lint(article, layer, Schema(labels, DEFAULT_SCHEMA.relations))
    fixed = [f.fix.apply(layer)["a1"].attribute("value") if f.fix else None for f in found]
    return [(f.rule, after) for f, after in zip(found, fixed, strict=True)]


def test_a_required_value_that_is_missing_is_read_from_the_words():
    assert dated("يوم [17 فبراير 2021:agreement]", "", required=True) == []
    assert dated("في [17 فبراير 2021:date]", "", required=True) == [("missing-value", "2021-02-17")]
    assert dated("في [وقت سابق:date]", "", required=True) == [("missing-value", None)]
    assert dated("في [17 فبراير 2021:date]", "") == []


def test_a_value_that_is_no_date_is_written_as_one_where_that_can_be_told():
    assert dated("في [وقت سابق:date]", "٢٠٢١-٢-٧") == [("no-date", "2021-02-07")]
    assert dated("في [17 فبراير 2021:date]", "أمس") == [("no-date", "2021-02-17")]
    assert dated("في [وقت سابق:date]", "أمس") == [("no-date", None)]


def test_a_date_of_another_age_is_doubted_only_where_the_day_of_publication_is_known():
    assert dated("في [17 فبراير 2021:date]", "1021-02-17") == [("unlikely-date", "2021-02-17")]
    assert dated("في [وقت سابق:date]", "2201") == [("unlikely-date", None)]
    assert dated("في [عام 1828:date]", "1828") == []
    assert dated("في [وقت سابق:date]", "2201", published=None) == []


def test_a_quote_without_a_speaker_is_linked_to_the_actor_the_words_name():
    text, layer = picture(
        "وقال [بوتين:actor]: «[نحن نعمل من أجل السلام الدائم:quote]»، ثم غادر [علييف:actor]."
    )
    (found,) = lint(article_of(text), layer, DEFAULT_SCHEMA)
    assert found.rule == "no-speaker"
    assert found.values == ("بوتين",)
    assert found.fix.apply(layer).relations == {Relation("speaker", "a2", "a1")}


def test_a_quote_that_goes_on_past_its_mark_is_cut_there():
    text, layer = picture("قال: «[نعم للسلام في المنطقة» وأضاف:quote] آخرون")
    (found,) = [
        f for f in lint(article_of(text), layer, DEFAULT_SCHEMA) if f.rule == "foreign-mark"
    ]
    assert found.fix.apply(layer)["a1"].span.of(text) == "نعم للسلام في المنطقة"


def test_a_mark_without_partner_is_shown_where_it_stands_unless_out_of_scope():
    text = "قال: «نعم للسلام.\nثم غادر."
    layer = Layer("s", article_of(text).id)
    (found,) = lint(article_of(text), layer, DEFAULT_SCHEMA)
    assert (found.rule, found.span, found.severity) == (
        "unbalanced-mark",
        Span(5, 6),
        Severity.NOTE,
    )
    zoned = replace(layer, zones=frozenset({Zone(Span(0, len(text)))}))
    assert lint(article_of(text), zoned, DEFAULT_SCHEMA) == ()


def test_a_link_that_the_labels_cannot_have_is_taken_away():
    text, layer = picture("[بوتين:actor] [باكو:actor]")
    linked = replace(layer, relations=frozenset({Relation("speaker", "a1", "a2")}))
    (found,) = lint(article_of(text), linked, DEFAULT_SCHEMA)
    assert found.rule == "wrong-link"
    assert found.fix.apply(linked).relations == frozenset()


def test_an_unknown_label_becomes_the_one_of_that_title_where_there_is_one():
    text, layer = picture("[بوتين:actor] [باكو:gpe]")
    layer = replace(
        layer, annotations={"a1": replace(layer["a1"], label="فاعل"), "a2": layer["a2"]}
    )
    first, second = lint(article_of(text), layer, DEFAULT_SCHEMA)
    assert (first.rule, second.rule) == ("unknown-label", "unknown-label")
    assert first.fix.apply(layer)["a1"].label == "actor"
    assert second.fix is None


def test_an_annotation_past_the_end_of_the_text_is_cut_or_removed():
    article = article_of("بوتين")
    layer = Layer(
        "s",
        article.id,
        annotations={
            "a": Annotation("a", Span(0, 9), "actor"),
            "b": Annotation("b", Span(7, 9), "actor"),
        },
    )
    after = fix_all("outside-text", article, layer, DEFAULT_SCHEMA).apply(layer)
    assert [a.span for a in after] == [Span(0, 5)]


def test_an_annotation_of_nothing_but_marks_is_removed():
    text, layer = picture("قال [«»:actor]")
    (found,) = lint(article_of(text), layer, DEFAULT_SCHEMA)
    assert len(found.fix.apply(layer)) == 0


def test_required_choices_of_one_are_filled_in():
    attribute = Attribute("role", "Role", "الدور", "choice", required=True, choices=("yes",))
    actor = replace(DEFAULT_SCHEMA.labels[0], attributes=(attribute,))
    text, layer = picture("[بوتين:actor]")
    (found,) = lint(article_of(text), layer, Schema((actor,)))
    assert found.fix.apply(layer)["a1"].attribute("role") == "yes"


def test_every_rule_has_words():
    assert MESSAGES.keys() == RULES.keys()
